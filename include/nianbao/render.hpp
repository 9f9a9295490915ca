// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "nianbao/check.hpp"
#include "nianbao/compare.hpp"
#include "nianbao/export.hpp"
#include "nianbao/json.hpp"
#include "nianbao/parse.hpp"

/// What check and compare found, for people and for tools. All of it is valid UTF-8.
namespace nianbao {

/// A report that was checked, and where it came from. Borrowed: all must live while it is rendered.
struct CheckedReport {
  std::string_view name;  ///< of the file, as it is shown; a relative path or a URL
  std::string_view text;  ///< the text that places refer to, in UTF-8 (decoded_text); may be empty
  const ParseResult* parsed = nullptr;
  const CheckResult* checked = nullptr;
  Encoding encoding = Encoding::utf8;  ///< of the input, whose bytes places count (decoded_text tells it)

  // Where pages of one folder are, as paths that are relative to each other; "" for those there are not.
  std::string_view page;  ///< in a list: of the report's own page
  std::string_view list;  ///< on the report's own page: of the list
};

/// Two reports that were compared. `checked` of both may be null.
struct ComparedReports {
  CheckedReport older;
  CheckedReport newer;
  const Comparison* comparison = nullptr;
};

/// `bytes` as UTF-8, with the lines that SourceSpan::line counts, each ended by a line feed: for showing the
/// line of a place. `encoding`, if given, is then that of the bytes. Where there is a
/// ParseResult::extracted_text, places refer to that instead.
NIANBAO_EXPORT std::string decoded_text(std::string_view bytes, const ParseOptions& options = {},
                                        Encoding* encoding = nullptr);

struct TextOptions {
  Language language = Language::english;
  bool color = false;  ///< ANSI colours
  bool all =
      false;  ///< passes as well; otherwise failures, and of what one rule leaves uncertain the first few
};

/// Lines as a good compiler prints them: place, severity, message, the source line, a caret under the place
/// (by the width of East Asian characters). Ends with a line of counts.
NIANBAO_EXPORT std::string to_text(const CheckedReport& report, const TextOptions& options = {});
NIANBAO_EXPORT std::string to_text(const ComparedReports& reports, const TextOptions& options = {});

/// One JSON object, as check.schema.json describes it (no newline at the end): name, title, agency, year,
/// counts, findings, statements, suspects.
NIANBAO_EXPORT std::string to_json(const CheckedReport& report, const JsonOptions& options = {});
NIANBAO_EXPORT std::string to_json(const ComparedReports& reports, const JsonOptions& options = {});

/// All rules as one JSON array.
NIANBAO_EXPORT std::string rules_json(const JsonOptions& options = {});

/// SARIF 2.1.0: one run over all reports. Failures and uncertain results only.
NIANBAO_EXPORT std::string to_sarif(const std::vector<CheckedReport>& reports, Language language,
                                    const JsonOptions& options = {});

/// The same piece by piece, for more reports than should be in memory at once: begin(), add() for each,
/// end(), each giving the text that comes next.
class SarifLog {
 public:
  NIANBAO_EXPORT explicit SarifLog(Language language, const JsonOptions& options = {});
  NIANBAO_EXPORT ~SarifLog();
  SarifLog(const SarifLog&) = delete;
  SarifLog& operator=(const SarifLog&) = delete;

  NIANBAO_EXPORT std::string begin();
  NIANBAO_EXPORT std::string add(const CheckedReport& report);
  NIANBAO_EXPORT std::string end();

 private:
  class Log;
  std::unique_ptr<Log> log_;
};

/// One page of HTML that needs nothing else: a single report redrawn with what failed; two of them with what
/// has changed; or for several a list by severity, which links the pages of its reports (CheckedReport::page)
/// or else says itself what failed.
NIANBAO_EXPORT std::string to_html(const CheckedReport& report, Language language);
NIANBAO_EXPORT std::string to_html(const ComparedReports& reports, Language language);
NIANBAO_EXPORT std::string to_html(const std::vector<CheckedReport>& reports, Language language);

}  // namespace nianbao

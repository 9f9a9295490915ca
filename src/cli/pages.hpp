// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <deque>
#include <filesystem>
#include <string>
#include <vector>

#include "output.hpp"
#include "reading.hpp"

namespace nianbao::cli {

/// The page of HTML that check writes: that of the report, or for several a list of them. Beside a list that
/// is a file NAME.html, NAME.pages/ gets each report's own page.
class Pages {
 public:
  /// Throws std::runtime_error if a file or the folder cannot be made.
  Pages(const std::string& name, Language language, bool many);

  /// Writes the report's own page, if there is a folder for it. False if that cannot be done; it is told.
  bool add(const Reading& reading);

  /// Writes the page. `readings` are those that were added; of a list their texts are not needed any more.
  bool finish(const std::deque<Reading>& readings);

  /// Leaves the page that was there before as it was.
  void discard() { output_.discard(); }

 private:
  Output output_;
  Language language_;
  bool many_;
  std::filesystem::path folder_;  ///< of the reports' own pages; empty if there is none
  std::string list_link_;         ///< from there to the list
  std::vector<std::string> links_;
};

}  // namespace nianbao::cli

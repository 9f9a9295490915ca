// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "capi/handles.hpp"

namespace nianbao::capi {

/// One call that renders what was found: the caller's options, and the texts that must live as long as it
/// takes.
class Rendering {
 public:
  /// False if the options cannot be read.
  bool read(const nianbao_render_options* options) noexcept;

  /// The report that the options name, and of a comparison the older one.
  CheckedReport newer(const Parsed& parsed, const CheckResult* checked = nullptr);
  CheckedReport older(const Parsed& parsed);

  /// Writes it; false if there is no such format.
  bool run(int32_t format, const CheckedReport& report);
  bool run(int32_t format, const ComparedReports& reports);

  [[nodiscard]] const std::string& text() const noexcept { return text_; }

 private:
  CheckedReport report_of(const Parsed& parsed, nianbao_view name, nianbao_view source, int32_t encoding,
                          std::string& decoded) const;
  [[nodiscard]] bool has(uint32_t flag) const noexcept { return (options_.flags & flag) != 0; }
  [[nodiscard]] Language language() const noexcept;
  [[nodiscard]] JsonOptions json_options() const noexcept;
  [[nodiscard]] TextOptions text_options() const noexcept;

  nianbao_render_options options_ = {};
  std::string newer_text_;
  std::string older_text_;
  std::string text_;
};

/// What is alike in all functions that render: `body` gets a Rendering to run, and returns whether it could.
template <class Body>
nianbao_status render(const nianbao_render_options* options, char** text, size_t* size, Body&& body) {
  if (text == nullptr) return NIANBAO_ERROR_ARGUMENT;
  *text = nullptr;
  if (size != nullptr) *size = 0;
  return firewall([&]() -> nianbao_status {
    Rendering rendering;
    if (!rendering.read(options) || !body(rendering)) return NIANBAO_ERROR_ARGUMENT;
    hand_over(rendering.text(), text, size);
    return NIANBAO_OK;
  });
}

}  // namespace nianbao::capi

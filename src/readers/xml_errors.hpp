// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <libxml/parser.h>
#include <libxml/xmlerror.h>

namespace nianbao::readers {

/// While it lives, what libxml2 finds wrong in this thread is not printed, and that its memory ran out is
/// known: libxml2 itself forgets that over the next thing that it finds, or never tells its parser.
class XmlErrors {
 public:
  XmlErrors() noexcept : former_(xmlStructuredError), former_context_(xmlStructuredErrorContext) {
    xmlSetStructuredErrorFunc(this, heard);
  }
  ~XmlErrors() {
    xmlResetLastError();
    xmlSetStructuredErrorFunc(former_context_, former_);
  }
  XmlErrors(const XmlErrors&) = delete;
  XmlErrors& operator=(const XmlErrors&) = delete;

  /// What parses from now on; it is led to the end of its input when memory runs out, for libxml2 may wait
  /// for ever for the next character of a parser that has stopped, or begin the same name again and again.
  void watch(xmlParserCtxt* parser) noexcept { parser_ = parser; }

  [[nodiscard]] bool no_memory() const noexcept {
    return no_memory_ || (parser_ != nullptr && parser_->errNo == XML_ERR_NO_MEMORY);
  }

 private:
#if LIBXML_VERSION >= 21200
  using Error = const xmlError;
#else
  using Error = xmlError;
#endif

  static void heard(void* self, Error* error) noexcept {
    auto& errors = *static_cast<XmlErrors*>(self);
    auto* const input = errors.parser_ != nullptr ? errors.parser_->input : nullptr;
    const bool is_stuck = errors.is_stuck_at(input != nullptr ? input->cur : nullptr);
    if (!is_stuck && (error == nullptr || error->code != XML_ERR_NO_MEMORY)) return;
    errors.no_memory_ = true;
    if (input != nullptr) input->cur = input->end;
  }

  // Whether more is wrong with one character than anything can be, an error for each open element among it:
  // names that there is no memory for are not told as such.
  bool is_stuck_at(const xmlChar* at) noexcept {
    if (at == nullptr || at != last_) {
      times_ = 0;
      most_times_ = most_times + (parser_ != nullptr ? parser_->nameNr : 0);
    }
    last_ = at;
    return times_++ > most_times_;
  }

  static constexpr int most_times = 10'000;

  xmlStructuredErrorFunc former_;
  void* former_context_;
  xmlParserCtxt* parser_ = nullptr;
  const xmlChar* last_ = nullptr;  // where the last error was
  int times_ = 0;                  // how many before it were there
  int most_times_ = most_times;    // and how many there may be
  bool no_memory_ = false;
};

}  // namespace nianbao::readers

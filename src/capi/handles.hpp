// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "nianbao/nianbao.h"
#include "nianbao/nianbao.hpp"

/// What the files of the C face share.
namespace nianbao::capi {

/// A text that C callers see in both languages. They are made with the object that they belong to: views of
/// them must live as long as it does, and making them on demand would change an object that threads share.
struct Message {
  std::string english;
  std::string chinese;
};

template <class T>
std::vector<Message> messages_of(const std::vector<T>& list) {
  std::vector<Message> messages;
  messages.reserve(list.size());
  for (const auto& item : list)
    messages.push_back({item.message(Language::english), item.message(Language::chinese)});
  return messages;
}

/// A report as it was read. Whatever is made from it keeps it alive.
struct Parsed {
  ParseResult result;
  std::vector<Figure> figures;
  std::vector<Message> messages;

  explicit Parsed(ParseResult from)
      : result(std::move(from)),
        figures(nianbao::figures(result.report)),
        messages(messages_of(result.diagnostics)) {}
};

/// Runs `body`, past which nothing gets but a status.
template <class Body>
nianbao_status firewall(Body&& body) noexcept {
  try {
    return body();
  } catch (const std::bad_alloc&) {
    return NIANBAO_ERROR_NOMEM;
  } catch (...) {
    return NIANBAO_ERROR_INTERNAL;
  }
}

inline nianbao_view view(std::string_view text) noexcept {
  return {text.data() != nullptr ? text.data() : "", text.size()};
}

inline nianbao_span span(const SourceSpan& from) noexcept {
  return {from.start, from.end, from.line, from.column};
}

/// Hands `from` over to a caller, who frees it with nianbao_string_free.
inline void hand_over(std::string_view from, char** text, size_t* size) {
  auto owned = std::make_unique<char[]>(from.size() + 1);
  if (!from.empty()) std::memcpy(owned.get(), from.data(), from.size());
  if (size != nullptr) *size = from.size();
  *text = owned.release();
}

/// Fills a struct of options that the caller knows the first `struct_size` bytes of. A caller with a longer
/// struct than ours gets zeros in the fields that we do not know.
template <class Options>
nianbao_status init_options(Options* options, size_t struct_size, Options defaults) noexcept {
  if (options == nullptr || struct_size < sizeof(size_t)) return NIANBAO_ERROR_ARGUMENT;
  defaults.struct_size = struct_size;
  std::memset(options, 0, struct_size);
  std::memcpy(options, &defaults, struct_size < sizeof defaults ? struct_size : sizeof defaults);
  return NIANBAO_OK;
}

/// Copies the options that a caller of an older header knows over the defaults in `known`. `least` bytes must
/// be there; false if the struct was not initialised.
template <class Options>
bool read_known(const Options& from, Options& known, size_t least) noexcept {
  if (from.struct_size < least || from.struct_size > 4096) return false;
  std::memcpy(&known, &from, from.struct_size < sizeof known ? from.struct_size : sizeof known);
  return true;
}

/// The options that a caller of an older header knows; the rest are the defaults, as all are if `from` is
/// null. False if they cannot be read.
bool read_options(const nianbao_options* from, ParseOptions& to) noexcept;

}  // namespace nianbao::capi

struct nianbao_report {
  std::shared_ptr<const nianbao::capi::Parsed> parsed;

  explicit nianbao_report(nianbao::ParseResult from)
      : parsed(std::make_shared<const nianbao::capi::Parsed>(std::move(from))) {}
};

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

/// The XML of a package's parts, element by element. A document type declaration is refused, so there
/// are no entities but XML's own five; nothing is fetched; depth is limited.
namespace nianbao::readers::docx {

/// The elements that a reader knows by name, whatever their prefix.
enum class Element : std::uint8_t {
  other,
#define NIANBAO_ELEMENT(symbol, space, name) symbol,
#include "readers/docx/elements.def"
#undef NIANBAO_ELEMENT
};

/// The attributes of an element, by their local names.
class Attributes {
 public:
  Attributes(const unsigned char** from, int count) noexcept : from_(from), count_(count) {}

  /// The value; nothing if there is no such attribute.
  [[nodiscard]] std::optional<std::string_view> get(std::string_view name) const noexcept;

  /// `w:val`, which most elements have alone.
  [[nodiscard]] std::string_view value() const noexcept { return get("val").value_or(std::string_view{}); }

  /// `name` as a whole number from 0 to `most`; nothing if it is none.
  [[nodiscard]] std::optional<std::uint32_t> number(std::string_view name, std::uint32_t most) const noexcept;

  /// Whether the element switches something on: there is no `w:val`, or it is none of 0, false, off.
  [[nodiscard]] bool is_on() const noexcept;

 private:
  const unsigned char** from_;
  int count_;
};

class XmlHandler {
 public:
  XmlHandler() = default;
  XmlHandler(const XmlHandler&) = delete;
  XmlHandler& operator=(const XmlHandler&) = delete;
  virtual ~XmlHandler() = default;

  virtual void start(Element element, const Attributes& attributes) = 0;
  virtual void end(Element element) = 0;
  /// Text, perhaps in pieces.
  virtual void text(std::string_view piece) = 0;
  /// Whether the rest is not wanted.
  [[nodiscard]] virtual bool has_enough() const { return false; }
};

enum class Wellformed : std::uint8_t { yes, no, has_dtd };

class XmlParser {
 public:
  explicit XmlParser(XmlHandler& handler);
  ~XmlParser();
  XmlParser(const XmlParser&) = delete;
  XmlParser& operator=(const XmlParser&) = delete;

  void feed(std::string_view bytes);

  /// Says that there is no more. A handler that has enough is not told of faults behind that.
  Wellformed finish();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace nianbao::readers::docx

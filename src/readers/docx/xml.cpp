// SPDX-License-Identifier: Apache-2.0
#include "readers/docx/xml.hpp"

#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include <algorithm>
#include <array>
#include <exception>
#include <new>
#include <string>

#include "readers/xml_errors.hpp"

namespace nianbao::readers::docx {

// Of XML.
enum class Space : std::uint8_t { other, w, mc };

namespace {

struct Known {
  std::string_view name;
  Space space;
  Element element;
};

constexpr std::array known{
#define NIANBAO_ELEMENT(symbol, space, name) Known{name, Space::space, Element::symbol},
#include "readers/docx/elements.def"
#undef NIANBAO_ELEMENT
};

std::string_view view(const xmlChar* text) noexcept {
  return text != nullptr ? std::string_view(reinterpret_cast<const char*>(text)) : std::string_view();
}

// WordprocessingML has a namespace for each of its two dialects.
Space space_of(const xmlChar* uri) noexcept {
  const auto name = view(uri);
  if (name == "http://schemas.openxmlformats.org/wordprocessingml/2006/main" ||
      name == "http://purl.oclc.org/ooxml/wordprocessingml/main")
    return Space::w;
  return name == "http://schemas.openxmlformats.org/markup-compatibility/2006" ? Space::mc : Space::other;
}

Element element_of(std::string_view name, Space space) noexcept {
  const auto* const at =
      std::lower_bound(known.begin(), known.end(), name,
                       [](const Known& a, std::string_view wanted) { return a.name < wanted; });
  return at != known.end() && at->name == name && at->space == space ? at->element : Element::other;
}

}  // namespace

std::optional<std::string_view> Attributes::get(std::string_view name) const noexcept {
  // libxml2 gives five pointers for each: local name, prefix, namespace, the value and its end.
  for (int i = 0; i < count_; ++i) {
    const auto* const* at = from_ + std::ptrdiff_t{5} * i;
    if (view(at[0]) != name) continue;
    return std::string_view(reinterpret_cast<const char*>(at[3]), static_cast<std::size_t>(at[4] - at[3]));
  }
  return std::nullopt;
}

std::optional<std::uint32_t> Attributes::number(std::string_view name, std::uint32_t most) const noexcept {
  const auto text = get(name).value_or(std::string_view{});
  std::uint64_t value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = std::min<std::uint64_t>(value * 10 + static_cast<std::uint64_t>(c - '0'), most);
  }
  return text.empty() ? std::nullopt : std::optional<std::uint32_t>(static_cast<std::uint32_t>(value));
}

bool Attributes::is_on() const noexcept {
  const auto text = value();
  return text != "0" && text != "false" && text != "off";
}

struct XmlParser::State {
  explicit State(XmlHandler& to) : handler(to) {
    XmlErrors errors;
    static const bool ready = (xmlInitParser(), true);
    static_cast<void>(ready);
    xmlSAXHandler sax{};
    sax.initialized = XML_SAX2_MAGIC;
    sax.startElementNs = start;
    sax.endElementNs = end;
    sax.characters = text;
    sax.cdataBlock = text;
    sax.internalSubset = refuse_dtd;
    context = xmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr);
    if (context == nullptr) throw std::bad_alloc();
    // With no declaration of a document type there is no entity to replace but XML's own.
    xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_NOWARNING);
    no_memory = errors.no_memory();
  }
  ~State() {
    xmlFreeDoc(context->myDoc);
    xmlFreeParserCtxt(context);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;

  // No exception may pass through libxml2: it is kept for feed or finish to throw.
  template <class Body>
  void guarded(Body&& body) noexcept {
    if (stopped) return;
    try {
      body();
      if (handler.has_enough()) stop();
    } catch (...) {
      thrown = std::current_exception();
      stop();
    }
  }

  void stop() noexcept {
    stopped = true;
    xmlStopParser(context);
  }

  static State& of(void* self) noexcept { return *static_cast<State*>(self); }

  Space space(const xmlChar* uri) noexcept {
    // Names of namespaces are kept once each: the same pointer is the same name.
    if (uri != last_uri) {
      last_uri = uri;
      last_space = space_of(uri);
    }
    return last_space;
  }

  static void start(void* self, const xmlChar* name, const xmlChar*, const xmlChar* uri, int, const xmlChar**,
                    int count, int, const xmlChar** attributes) {
    auto& state = of(self);
    state.guarded([&] {
      state.handler.start(element_of(view(name), state.space(uri)), Attributes(attributes, count));
    });
  }

  static void end(void* self, const xmlChar* name, const xmlChar*, const xmlChar* uri) {
    auto& state = of(self);
    state.guarded([&] { state.handler.end(element_of(view(name), state.space(uri))); });
  }

  static void text(void* self, const xmlChar* piece, int size) {
    auto& state = of(self);
    state.guarded([&] {
      state.handler.text({reinterpret_cast<const char*>(piece), static_cast<std::size_t>(size)});
    });
  }

  static void refuse_dtd(void* self, const xmlChar*, const xmlChar*, const xmlChar*) {
    of(self).has_dtd = true;
    of(self).stop();
  }

  [[nodiscard]] bool has_ended() const noexcept {
    return !no_memory && (stopped || context->wellFormed == 0);
  }

  void parse(const char* bytes, std::size_t size, bool is_end) {
    if (no_memory) throw std::bad_alloc();
    XmlErrors errors;
    errors.watch(context);
    xmlParseChunk(context, bytes, static_cast<int>(size), is_end ? 1 : 0);
    no_memory = no_memory || errors.no_memory();
    if (thrown) std::rethrow_exception(thrown);
    if (no_memory) throw std::bad_alloc();
  }

  XmlHandler& handler;
  xmlParserCtxtPtr context = nullptr;
  std::exception_ptr thrown;
  const xmlChar* last_uri = nullptr;
  Space last_space = Space::other;
  bool stopped = false;
  bool has_dtd = false;
  bool no_memory = false;
};

XmlParser::XmlParser(XmlHandler& handler) : state_(std::make_unique<State>(handler)) {}

XmlParser::~XmlParser() = default;

void XmlParser::feed(std::string_view bytes) {
  if (state_->has_ended()) return;
  state_->parse(bytes.data(), bytes.size(), false);
}

Wellformed XmlParser::finish() {
  if (!state_->has_ended()) state_->parse(nullptr, 0, true);
  if (state_->has_dtd) return Wellformed::has_dtd;
  return state_->stopped || state_->context->wellFormed != 0 ? Wellformed::yes : Wellformed::no;
}

}  // namespace nianbao::readers::docx

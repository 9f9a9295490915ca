// SPDX-License-Identifier: Apache-2.0
#include "readers/docx/reader.hpp"

#include <memory>
#include <string>
#include <utility>

#include "readers/docx/body.hpp"
#include "readers/docx/layout.hpp"
#include "readers/docx/package.hpp"
#include "readers/packed.hpp"

namespace nianbao::readers::docx {

namespace {

using diagnostics::Sink;

constexpr const char* usual_main_part = "word/document.xml";

/// The parts that a part names, as _rels/NAME.rels lists them.
class Relationships : public XmlHandler {
 public:
  explicit Relationships(std::string folder) : folder_(std::move(folder)) {}

  void start(Element element, const Attributes& attributes) override {
    if (element != Element::relationship || attributes.get("TargetMode").value_or("") == "External") return;
    const auto type = attributes.get("Type").value_or(std::string_view{});
    const auto target = attributes.get("Target").value_or(std::string_view{});
    const auto kind = type.substr(type.rfind('/') + 1);
    for (auto* wanted : {&main, &styles, &numbering})
      if (wanted->first == kind && wanted->second.empty()) wanted->second = part_at(target);
  }
  void end(Element) override {}
  void text(std::string_view) override {}

  using Kind = std::pair<std::string_view, std::string>;  // last word of the type, name of the part
  Kind main{"officeDocument", {}};
  Kind styles{"styles", {}};
  Kind numbering{"numbering", {}};

 private:
  [[nodiscard]] std::string part_at(std::string_view target) const {
    if (!target.empty() && target.front() == '/') return std::string(target.substr(1));
    auto folder = folder_;
    while (target.substr(0, 3) == "../") {
      target.remove_prefix(3);
      folder.erase(folder.empty() ? 0 : folder.find_last_of('/', folder.size() - 2) + 1);
    }
    return folder + std::string(target);
  }

  std::string folder_;
};

std::string folder_of(const std::string& part) { return part.substr(0, part.rfind('/') + 1); }

std::string relationships_of(const std::string& part) {
  const auto folder = folder_of(part);
  return folder + "_rels/" + part.substr(folder.size()) + ".rels";
}

class Reader {
 public:
  Reader(std::string_view bytes, const ParseOptions& options, Sink& sink)
      : package_(bytes, options), bytes_(bytes), options_(options), sink_(sink) {}

  Document read() {
    if (package_.has_too_many_entries()) {
      note(DiagnosticCode::input_too_large, "entries", static_cast<std::int64_t>(bytes_.size()));
      return {};
    }
    if (!package_.is_open()) {
      note(DiagnosticCode::input_damaged, "ZIP");
      return {};
    }
    if (!package_.has("[Content_Types].xml")) return refuse();
    Relationships of_package("");
    if (package_.has("_rels/.rels")) read_part("_rels/.rels", of_package);
    const auto main = of_package.main.second.empty() ? usual_main_part : of_package.main.second;
    if (!package_.has(main)) return refuse();
    return read_main(main);
  }

 private:
  Document read_main(const std::string& main) {
    Relationships parts(folder_of(main));
    const auto list = relationships_of(main);
    if (package_.has(list)) read_part(list, parts);
    const auto styles = read_other<Styles>(parts.styles.second);
    styles->resolve();
    const auto numbering = read_other<Numbering>(parts.numbering.second);

    Body body(*styles, *numbering, options_);
    if (!read_part(main, body)) return {};
    const auto content = body.take();
    if (!content.is_word) return refuse();
    note_content(content, *numbering);
    auto document = lay_out(content, options_);
    document.too_many_cells = document.too_many_cells || content.too_many_cells;
    return document;
  }

  // What a part beside the main one says; nothing if there is none, or if it is not to be believed.
  template <class Handler>
  std::unique_ptr<Handler> read_other(const std::string& name) {
    auto handler = std::make_unique<Handler>();
    if (!name.empty() && !read_part(name, *handler)) handler = std::make_unique<Handler>();
    return handler;
  }

  // False if nothing of the part may be believed.
  bool read_part(const std::string& name, XmlHandler& handler) {
    XmlParser parser(handler);
    const auto unpacked = package_.read(name, [&parser](std::string_view block) { parser.feed(block); });
    switch (unpacked) {
      case Unpacking::whole: break;
      case Unpacking::encrypted:
        if (!encrypted_) note(DiagnosticCode::input_encrypted);
        encrypted_ = true;
        return false;
      case Unpacking::too_large:
        note(DiagnosticCode::input_too_large, package_.passed_limit(),
             static_cast<std::int64_t>(package_.size_found()));
        return false;
      default: note(DiagnosticCode::input_damaged, name); return false;
    }
    switch (parser.finish()) {
      case Wellformed::yes: return true;
      case Wellformed::has_dtd: note(DiagnosticCode::input_has_dtd, name); return false;
      default: note(DiagnosticCode::input_cut_short, name); return true;
    }
  }

  Document refuse() {
    note(DiagnosticCode::input_unsupported_format, name_of_package(bytes_));
    return {};
  }

  void note_content(const Content& content, const Numbering& numbering) {
    if (!numbering.unknown_format().empty())
      note(DiagnosticCode::numbering_unknown, numbering.unknown_format());
    if (content.pictures > 0) note(DiagnosticCode::content_pictures, {}, content.pictures);
    if (content.embedded > 0) note(DiagnosticCode::content_embedded, {}, content.embedded);
    if (content.too_much_text)
      note(DiagnosticCode::input_too_large, "max_unpacked_bytes", static_cast<std::int64_t>(bytes_.size()));
  }

  void note(DiagnosticCode code, std::string text = {}, std::int64_t n = 0) {
    diagnostics::Draft draft;
    draft.code = code;
    draft.text = std::move(text);
    draft.n = n;
    sink_.add(std::move(draft));
  }

  Package package_;
  std::string_view bytes_;
  const ParseOptions& options_;
  Sink& sink_;
  bool encrypted_ = false;  // and it was said
};

}  // namespace

Document read(std::string_view bytes, const ParseOptions& options, Sink& sink) {
  return Reader(bytes, options, sink).read();
}

}  // namespace nianbao::readers::docx

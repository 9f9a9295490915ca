// SPDX-License-Identifier: Apache-2.0
#include "arrow/c_data.hpp"

#include <cerrno>
#include <cstdint>
#include <cstring>
#include <initializer_list>
#include <new>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace nianbao::arrow {
namespace {

/// What the private data of an exported struct own. A child that was moved away has no release of its own
/// left.
template <class Exported>
struct Node {
  std::shared_ptr<const void> keeps;
  std::string metadata;
  std::vector<const void*> buffers;
  std::vector<Exported> children;
  std::vector<Exported*> child_pointers;
  Exported dictionary = {};

  Node() = default;
  Node(const Node&) = delete;
  Node& operator=(const Node&) = delete;
  ~Node() {
    for (auto& child : children)
      if (child.release != nullptr) child.release(&child);
    if (dictionary.release != nullptr) dictionary.release(&dictionary);
  }

  /// Room for `count` children that are filled in later.
  void make_children(std::size_t count) {
    children.resize(count);
    child_pointers.reserve(count);
    for (auto& child : children) child_pointers.push_back(&child);
  }
};

template <class Exported>
void release(Exported* exported) {
  delete static_cast<Node<Exported>*>(exported->private_data);
  exported->release = nullptr;
}

/// Gives `node` to `out`, whose other members are set by the caller.
template <class Exported>
void hand_over(std::unique_ptr<Node<Exported>> node, Exported& out) noexcept {
  out.n_children = static_cast<std::int64_t>(node->children.size());
  out.children = node->child_pointers.empty() ? nullptr : node->child_pointers.data();
  out.dictionary = node->dictionary.release != nullptr ? &node->dictionary : nullptr;
  out.release = release<Exported>;
  out.private_data = node.release();
}

using SchemaNode = Node<ArrowSchema>;
using ArrayNode = Node<ArrowArray>;

const char* format_of(Layout layout) noexcept {
  switch (layout) {
    case Layout::word8: return "c";
    case Layout::word16: return "s";
    case Layout::word32: return "i";
    case Layout::integer: return "l";
    case Layout::decimal: return "d:38,18";
    case Layout::boolean: return "b";
    case Layout::date: return "tdD";
    default: return "u";
  }
}

static_assert(decimal_scale == 18, "the format of a decimal says its scale");

/// Metadata as the specification lays them out: a number of pairs, and before each text its size.
std::string metadata_of(const ColumnInfo& column) {
  std::string out;
  const auto append_number = [&out](std::size_t n) {
    const auto number = static_cast<std::int32_t>(n);
    char bytes[sizeof number];
    std::memcpy(bytes, &number, sizeof number);
    out.append(bytes, sizeof number);
  };
  append_number(2);
  for (const std::string_view text : {std::string_view("description"), std::string_view(column.english),
                                      std::string_view("description_zh"), std::string_view(column.chinese)}) {
    append_number(text.size());
    out += text;
  }
  return out;
}

void fill(ArrowSchema& out, const char* format, const char* name, std::int64_t flags) noexcept {
  out = {};
  out.format = format;
  out.name = name;
  out.flags = flags;
}

void export_dictionary_schema(ArrowSchema& out) {
  fill(out, format_of(Layout::text), "", 0);
  hand_over(std::make_unique<SchemaNode>(), out);
}

void export_field(Table table, std::size_t number, ArrowSchema& out) {
  const auto& column = table_columns(table)[number];
  const auto layout = layout_of(table, number);
  auto node = std::make_unique<SchemaNode>();
  node->metadata = metadata_of(column);
  if (is_dictionary(layout)) export_dictionary_schema(node->dictionary);
  fill(out, format_of(layout), column.name, column.nullable ? ARROW_FLAG_NULLABLE : 0);
  out.metadata = node->metadata.data();
  hand_over(std::move(node), out);
}

void export_column(const Column& column, std::shared_ptr<const void> keeps,
                   const std::shared_ptr<const Column>& dictionary, ArrowArray& out) {
  auto node = std::make_unique<ArrayNode>();
  if (dictionary != nullptr) export_column(*dictionary, dictionary, nullptr, node->dictionary);
  node->keeps = std::move(keeps);
  node->buffers = column.buffers();
  out = {};
  out.length = static_cast<std::int64_t>(column.rows());
  out.null_count = column.nulls();
  out.n_buffers = static_cast<std::int64_t>(node->buffers.size());
  out.buffers = node->buffers.data();
  hand_over(std::move(node), out);
}

void export_batch(const std::shared_ptr<const Batch>& batch,
                  const std::vector<std::shared_ptr<const Column>>& dictionaries, ArrowArray& out) {
  auto node = std::make_unique<ArrayNode>();
  node->make_children(batch->columns.size());
  for (std::size_t i = 0; i < batch->columns.size(); ++i)
    export_column(batch->columns[i], batch, dictionaries[i], node->children[i]);
  // A struct has no buffer but its validity, and every row is valid.
  node->buffers = {nullptr};
  out = {};
  out.length = static_cast<std::int64_t>(batch->rows());
  out.n_buffers = 1;
  out.buffers = node->buffers.data();
  hand_over(std::move(node), out);
}

/// The private data of a stream.
struct Reader {
  std::shared_ptr<const Snapshot> snapshot;
  std::size_t next = 0;
  const char* error = nullptr;
};

/// Runs `body`; its exceptions become what the interface knows: a number of errno and a message.
template <class Body>
int guarded(ArrowArrayStream* stream, Body&& body) noexcept {
  auto& reader = *static_cast<Reader*>(stream->private_data);
  try {
    body(reader);
    reader.error = nullptr;
    return 0;
  } catch (const std::bad_alloc&) {
    reader.error = "out of memory";
    return ENOMEM;
  } catch (...) {
    reader.error = "internal error";
    return EIO;
  }
}

int get_schema(ArrowArrayStream* stream, ArrowSchema* out) {
  return guarded(stream, [out](const Reader& reader) { export_schema(reader.snapshot->table, *out); });
}

int get_next(ArrowArrayStream* stream, ArrowArray* out) {
  return guarded(stream, [out](Reader& reader) {
    const auto& all = *reader.snapshot;
    *out = {};
    if (reader.next == all.batches.size()) return;
    export_batch(all.batches[reader.next], all.dictionaries, *out);
    ++reader.next;
  });
}

const char* get_last_error(ArrowArrayStream* stream) {
  return static_cast<const Reader*>(stream->private_data)->error;
}

void release_stream(ArrowArrayStream* stream) {
  delete static_cast<Reader*>(stream->private_data);
  stream->release = nullptr;
}

}  // namespace

void export_schema(Table table, ArrowSchema& out) {
  const auto columns = table_columns(table).size();
  auto node = std::make_unique<SchemaNode>();
  node->make_children(columns);
  for (std::size_t i = 0; i < columns; ++i) export_field(table, i, node->children[i]);
  fill(out, "+s", "", 0);
  hand_over(std::move(node), out);
}

void export_stream(std::shared_ptr<const Snapshot> snapshot, ArrowArrayStream& out) {
  auto reader = std::make_unique<Reader>();
  reader->snapshot = std::move(snapshot);
  out = {get_schema, get_next, get_last_error, release_stream, reader.release()};
}

}  // namespace nianbao::arrow

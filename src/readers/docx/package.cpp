// SPDX-License-Identifier: Apache-2.0
#include "readers/docx/package.hpp"

#include <zip.h>

#include <algorithm>
#include <array>
#include <new>

namespace nianbao::readers::docx {

namespace {

// A report has a dozen parts and a picture for each of its pages.
constexpr std::uint64_t most_entries = 10'000;

// Below this no ratio is suspicious: a part of spaces is small either way.
constexpr std::uint64_t ratio_matters_from = std::uint64_t{1} << 20;

std::uint64_t little_endian(std::string_view bytes, std::size_t at, std::size_t width) noexcept {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < width && at + i < bytes.size(); ++i)
    value |= std::uint64_t{static_cast<unsigned char>(bytes[at + i])} << (8 * i);
  return value;
}

// How many entries the directory says it has, read before libzip makes room for them.
std::uint64_t entries_of(std::string_view bytes) noexcept {
  constexpr std::size_t longest_end = 22 + 0xFFFF;
  const auto from = bytes.size() - std::min(bytes.size(), longest_end);
  const auto end = bytes.rfind("PK\x05\x06");
  if (end == std::string_view::npos || end < from) return 0;
  constexpr std::size_t locator_size = 20;
  if (end >= locator_size && bytes.substr(end - locator_size, 4) == "PK\x06\x07") {
    const auto record = little_endian(bytes, end - locator_size + 8, 8);
    if (record < bytes.size()) return little_endian(bytes, static_cast<std::size_t>(record) + 32, 8);
  }
  return little_endian(bytes, end + 10, 2);
}

// What failed for want of memory is no damage.
void demand_memory(const zip_error_t* error) {
  constexpr int no_memory_of_zlib = -4;
  const auto code = zip_error_code_zip(error);
  if (code == ZIP_ER_MEMORY || (code == ZIP_ER_ZLIB && zip_error_code_system(error) == no_memory_of_zlib))
    throw std::bad_alloc();
}

// nullptr if it is no ZIP file, or a damaged one.
zip_t* opened(std::string_view bytes) {
  zip_error_t error;
  zip_error_init(&error);
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
  zip_t* zip = source != nullptr ? zip_open_from_source(source, ZIP_RDONLY, &error) : nullptr;
  // A source of bytes in memory needs nothing but memory, and does not always say so.
  const bool no_memory = source == nullptr || zip_error_code_zip(&error) == ZIP_ER_MEMORY;
  zip_error_fini(&error);
  if (zip != nullptr) return zip;
  if (source != nullptr) zip_source_free(source);
  if (no_memory) throw std::bad_alloc();
  return nullptr;
}

struct CloseFile {
  void operator()(zip_file_t* file) const noexcept { zip_fclose(file); }
};

}  // namespace

struct Package::Archive {
  explicit Archive(zip_t* opened) noexcept : zip(opened) {}
  ~Archive() {
    if (zip != nullptr) zip_discard(zip);
  }
  Archive(const Archive&) = delete;
  Archive& operator=(const Archive&) = delete;

  zip_t* zip;
};

Package::Package(std::string_view bytes, const ParseOptions& options)
    : archive_(std::make_unique<Archive>(nullptr)),
      most_bytes_(options.max_unpacked_bytes),
      most_ratio_(options.max_unpacked_ratio) {
  too_many_entries_ = entries_of(bytes) > most_entries;
  if (too_many_entries_) return;
  // Where memory runs out in the directory libzip takes it for damaged: it is asked a second time.
  archive_->zip = opened(bytes);
  if (archive_->zip == nullptr) archive_->zip = opened(bytes);
}

Package::~Package() = default;

bool Package::is_open() const noexcept { return archive_->zip != nullptr; }

std::int64_t Package::find(const std::string& name) const {
  if (!is_open()) return -1;
  // Some programs part folders as Windows does.
  auto other = name;
  std::replace(other.begin(), other.end(), '/', '\\');
  for (const auto& written : {name, other}) {
    const auto found = zip_name_locate(archive_->zip, written.c_str(), ZIP_FL_NOCASE);
    if (found >= 0) return found;
    demand_memory(zip_get_error(archive_->zip));
  }
  return -1;
}

bool Package::has(const std::string& name) const { return find(name) >= 0; }

bool Package::passes_limit(std::uint64_t size, std::uint64_t packed) noexcept {
  size_found_ = size;
  passed_limit_ = "";
  if (size > most_bytes_ || unpacked_ > most_bytes_ - size)
    passed_limit_ = "max_unpacked_bytes";
  else if (size > ratio_matters_from && size / std::max<std::uint64_t>(packed, 1) > most_ratio_)
    passed_limit_ = "max_unpacked_ratio";
  return *passed_limit_ != '\0';
}

Unpacking Package::read(const std::string& name, const std::function<void(std::string_view)>& take) {
  const auto index = find(name);
  if (index < 0) return Unpacking::missing;
  zip_stat_t about;
  zip_stat_init(&about);
  constexpr zip_uint64_t needed = ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE;
  if (zip_stat_index(archive_->zip, static_cast<zip_uint64_t>(index), 0, &about) != 0 ||
      (about.valid & needed) != needed)
    return Unpacking::damaged;
  if ((about.valid & ZIP_STAT_ENCRYPTION_METHOD) != 0 && about.encryption_method != ZIP_EM_NONE)
    return Unpacking::encrypted;
  if (passes_limit(about.size, about.comp_size)) return Unpacking::too_large;

  const std::unique_ptr<zip_file_t, CloseFile> file(
      zip_fopen_index(archive_->zip, static_cast<zip_uint64_t>(index), 0));
  if (!file) {
    demand_memory(zip_get_error(archive_->zip));
    return Unpacking::damaged;
  }
  std::array<char, std::size_t{1} << 15> block{};
  std::uint64_t size = 0;
  for (;;) {
    const auto got = zip_fread(file.get(), block.data(), block.size());
    if (got < 0) {
      demand_memory(zip_file_get_error(file.get()));
      return Unpacking::damaged;
    }
    if (got == 0) break;
    size += static_cast<std::uint64_t>(got);
    // What the directory says of the size may be a lie.
    if (size > about.size && passes_limit(size, about.comp_size)) return Unpacking::too_large;
    take({block.data(), static_cast<std::size_t>(got)});
  }
  unpacked_ += size;
  return size == about.size ? Unpacking::whole : Unpacking::damaged;
}

}  // namespace nianbao::readers::docx

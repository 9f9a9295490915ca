// SPDX-License-Identifier: Apache-2.0
// DOCX → report, beside a floor: the same parts unpacked by libzip and parsed by libxml2, with no
// handler for anything that is found.
#include <benchmark/benchmark.h>
#include <libxml/parser.h>
#include <zip.h>

#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "diagnostics/sink.hpp"
#include "nianbao/nianbao.hpp"
#include "readers/packed.hpp"

namespace {

const std::vector<std::string>& documents() {
  static const std::vector<std::string> all = [] {
    std::vector<std::string> files;
    for (const auto* name : {"clean.docx", "numbered.docx"}) {
      std::ifstream file(std::string(NIANBAO_SOURCE_DIR "/examples/reports/") + name, std::ios::binary);
      files.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return files;
  }();
  return all;
}

// The parts that the reader reads.
constexpr const char* parts[] = {"_rels/.rels", "word/_rels/document.xml.rels", "word/styles.xml",
                                 "word/numbering.xml", "word/document.xml"};

template <class Body>
void over_documents(benchmark::State& state, Body body) {
  for (auto _ : state)
    for (const auto& bytes : documents()) body(bytes);
  state.SetItemsProcessed(static_cast<std::int64_t>(state.iterations()) *
                          static_cast<std::int64_t>(documents().size()));
}

std::string unpacked(zip_t* zip, const char* name) {
  zip_stat_t about;
  zip_stat_init(&about);
  zip_file_t* file = zip_fopen(zip, name, 0);
  if (file == nullptr || zip_stat(zip, name, 0, &about) != 0) throw std::runtime_error(name);
  std::string content(about.size, '\0');
  zip_fread(file, &content[0], content.size());
  zip_fclose(file);
  return content;
}

template <class Use>
void each_part(const std::string& bytes, Use use) {
  zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, nullptr);
  zip_t* zip = zip_open_from_source(source, ZIP_RDONLY, nullptr);
  for (const auto* name : parts) use(unpacked(zip, name));
  zip_discard(zip);
}

void floor_docx_inflate(benchmark::State& state) {
  over_documents(state, [](const std::string& bytes) {
    each_part(bytes, [](const std::string& content) { benchmark::DoNotOptimize(content.data()); });
  });
}
BENCHMARK(floor_docx_inflate);

void floor_docx_inflate_and_parse(benchmark::State& state) {
  xmlSAXHandler nothing{};
  nothing.initialized = XML_SAX2_MAGIC;
  over_documents(state, [&nothing](const std::string& bytes) {
    each_part(bytes, [&nothing](const std::string& content) {
      auto failed =
          xmlSAXUserParseMemory(&nothing, nullptr, content.data(), static_cast<int>(content.size()));
      benchmark::DoNotOptimize(failed);
    });
  });
}
BENCHMARK(floor_docx_inflate_and_parse);

void stage_docx_reader(benchmark::State& state) {
  over_documents(state, [](const std::string& bytes) {
    nianbao::diagnostics::Sink sink(100);
    auto document = nianbao::readers::read_packed(bytes, {}, sink);
    benchmark::DoNotOptimize(document.cells.data());
  });
}
BENCHMARK(stage_docx_reader);

void docx_to_report(benchmark::State& state) {
  over_documents(state, [](const std::string& bytes) {
    auto result = nianbao::parse(bytes);
    benchmark::DoNotOptimize(result.report.year);
  });
}
BENCHMARK(docx_to_report);

}  // namespace

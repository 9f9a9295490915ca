// SPDX-License-Identifier: Apache-2.0
#include "page/made.hpp"

#include <stdexcept>
#include <utility>

#include "nianbao/infer.hpp"
#include "support/samples.hpp"

namespace nianbao::page_tests {

Made made(std::string name, std::string text, Format format) {
  Made made;
  made.name = std::move(name);
  ParseOptions options;
  options.format = format;
  made.parsed = parse(text, options);
  made.text = made.parsed.extracted_text.empty() ? decoded_text(text, options) : made.parsed.extracted_text;
  made.checked = check(made.parsed.report);
  return made;
}

std::string with(std::string text, const std::string& old, const std::string& instead) {
  const auto at = text.find(old);
  if (at == std::string::npos) throw std::runtime_error("the sample holds no " + old);
  return text.replace(at, old.size(), instead);
}

Made faulty() {
  auto text = support::sample_bytes("clean.txt");
  // Two digits swapped at the crossing of a row and a column: 41 for 14.
  text = with(std::move(text), "（一）予以公开\t\t14\t", "（一）予以公开\t\t41\t");
  // One too few in a total.
  text = with(std::move(text), "2\t1\t1\t1\t5\n", "2\t1\t1\t1\t6\n");
  text = with(std::move(text), "2.重复申请\t1\t3\t2\t1\t0\t4\t11", "2.重复申请\t1\t\t2\t1\t/\t4\t11");
  text = with(std::move(text), "3.要求提供公开出版物\t1\t0\t3", "3.要求提供公开出版物\t1\t约三件\t3");
  text = with(std::move(text), "行政强制\t2", "行政强制\t");
  text = with(std::move(text), "共收到申请258件", "共收到申请285件");
  text = with(std::move(text), "六、其他需要报告的事项", "六、其它事项");
  return made("examples/faulty.txt", std::move(text));
}

Made hostile() {
  const std::string bad = "<script>alert('x')</script>\"'&<!--\xFF\xE5";
  auto text = support::sample_bytes("clean.txt");
  text = with(std::move(text), "样例县教育局2023年", bad + "样例县教育局2023年");
  text = with(std::move(text), "一年来，", "一年来，" + bad + "<img src=x onerror=alert(1)>");
  text = with(std::move(text), "（一）予以公开\t\t14\t", "（一）予以公开\t\t" + bad + "\t");
  Made out = made("x\"><script>alert(2)</script>.txt", std::move(text), Format::plain);
  out.parsed.report.title += bad;
  out.parsed.report.agency += bad;
  return out;
}

Made last_year() {
  auto text = support::sample_bytes("clean.txt");
  text = with(std::move(text), "样例县教育局2023年", "样例县教育局2022年");
  text = with(std::move(text), "截至2023年12月31日", "截至2022年12月31日");
  text = with(std::move(text), "四、结转下年度继续办理\t\t\t5\t5\t2", "四、结转下年度继续办理\t\t\t4\t5\t2");
  text = with(std::move(text), "规章\t0\t0\t1", "规章\t0\t0\t2");
  return made("examples/last-year.txt", std::move(text));
}

Made inferred() {
  Made out = made("truncated-columns.txt", support::sample_bytes("truncated-columns.txt"));
  infer(out.parsed);
  out.checked = check(out.parsed.report);
  return out;
}

namespace {

void add_pages(std::vector<Page>& pages, const std::string& name, const Made& report) {
  pages.push_back({name + ".zh.html", to_html(report.view(), Language::chinese)});
  pages.push_back({name + ".en.html", to_html(report.view(), Language::english)});
}

void add_compared(std::vector<Page>& pages) {
  const auto newer = faulty();
  const auto older = last_year();
  const auto comparison = compare(older.parsed.report, newer.parsed.report);
  const ComparedReports both{older.view(), newer.view(), &comparison};
  pages.push_back({"compare.zh.html", to_html(both, Language::chinese)});
  pages.push_back({"compare.en.html", to_html(both, Language::english)});
}

void add_lists(std::vector<Page>& pages) {
  std::vector<Made> all;
  for (const auto& sample : support::sample_reports())
    all.push_back(made(sample.name, support::read_file(sample.path)));
  all.push_back(faulty());
  all.push_back(hostile());
  std::vector<CheckedReport> views;
  for (const auto& one : all) views.push_back(one.view());
  pages.push_back({"folded-list.zh.html", to_html(views, Language::chinese)});
  std::vector<std::string> names;
  for (std::size_t i = 0; i < all.size(); ++i) names.push_back("report-" + std::to_string(i + 1) + ".html");
  for (std::size_t i = 0; i < all.size(); ++i) {
    views[i].page = names[i];
    views[i].list = "index.html";
    pages.push_back({names[i], to_html(views[i], Language::chinese)});
  }
  pages.push_back({"index.html", to_html(views, Language::chinese)});
}

}  // namespace

std::vector<Page> made_pages() {
  std::vector<Page> pages;
  add_pages(pages, "faulty", faulty());
  add_pages(pages, "hostile", hostile());
  add_pages(pages, "inferred", inferred());
  for (const auto* sample : {"clean.txt", "form-2019.txt", "mostly-blank.txt", "truncated-columns.txt"})
    add_pages(pages, std::string(sample, std::string(sample).find('.')),
              made(sample, support::sample_bytes(sample)));
  add_compared(pages);
  add_lists(pages);
  return pages;
}

}  // namespace nianbao::page_tests

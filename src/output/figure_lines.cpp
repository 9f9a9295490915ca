// SPDX-License-Identifier: Apache-2.0
#include "output/figure_lines.hpp"

#include "form/form.hpp"

namespace nianbao::output {

namespace {

std::vector<FigureLine> lines_of(Template form, std::size_t first_number) {
  std::vector<FigureLine> lines;
  for (const auto& figure : form_figures(form)) {
    const auto first = figure.path.find('.');
    const auto last = figure.path.rfind('.');
    FigureLine line{figure,
                    figure.path.substr(0, first),
                    {},
                    figure.path.substr(first + 1, last - first - 1),
                    figure.path.substr(last + 1),
                    first_number + lines.size()};
    for (const auto& section : form::sections)
      if (line.section == section.names.key) line.section_zh = section.names.label;
    lines.push_back(line);
  }
  return lines;
}

}  // namespace

const std::vector<FigureLine>& figure_lines(Template form) {
  static const auto of_2021 = lines_of(Template::form_2021, 0);
  static const auto of_2019 = lines_of(Template::form_2019, of_2021.size());
  return form == Template::form_2019 ? of_2019 : of_2021;
}

std::string_view unit_in_chinese(Unit unit) noexcept {
  switch (unit) {
    case Unit::items: return "件";
    case Unit::ten_thousand_yuan: return "万元";
    default: return {};
  }
}

}  // namespace nianbao::output

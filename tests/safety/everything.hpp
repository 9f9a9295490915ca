// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

namespace nianbao::safety {

/// The files of examples/reports, in order of name.
std::vector<std::string> sample_files();

/// All that the library writes of a file and of a comparison with another: JSON, checks, what is proven, in
/// every way.
std::string everything_of(const std::string& bytes, const std::string& older);

}  // namespace nianbao::safety

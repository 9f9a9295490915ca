// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <filesystem>
#include <string>

/// Whole outputs held against files. NIANBAO_UPDATE_GOLDEN=1 writes the files anew.
namespace nianbao::support {

/// All bytes of a file; empty if it cannot be read.
std::string bytes_of(const std::filesystem::path& path);

/// Fails the test where `actual` is not what stands in `path`, naming the first line that differs.
void check_golden(const std::filesystem::path& path, const std::string& actual);

}  // namespace nianbao::support

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "nianbao/export.hpp"

#define NIANBAO_VERSION_MAJOR 0
#define NIANBAO_VERSION_MINOR 1
#define NIANBAO_VERSION_PATCH 0

namespace nianbao {

/// The version of the library that is linked, e.g. "0.1.0". Static storage.
NIANBAO_EXPORT const char* version() noexcept;

}  // namespace nianbao

// SPDX-License-Identifier: Apache-2.0
#pragma once

/// All of the C++ interface.
#include "nianbao/check.hpp"       // IWYU pragma: export
#include "nianbao/compare.hpp"     // IWYU pragma: export
#include "nianbao/diagnostic.hpp"  // IWYU pragma: export
#include "nianbao/form.hpp"        // IWYU pragma: export
#include "nianbao/infer.hpp"       // IWYU pragma: export
#include "nianbao/json.hpp"        // IWYU pragma: export
#include "nianbao/parse.hpp"       // IWYU pragma: export
#include "nianbao/render.hpp"      // IWYU pragma: export
#include "nianbao/report.hpp"      // IWYU pragma: export
#include "nianbao/span.hpp"        // IWYU pragma: export
#include "nianbao/statement.hpp"   // IWYU pragma: export
#include "nianbao/tables.hpp"      // IWYU pragma: export
#include "nianbao/version.hpp"
#include "nianbao/words.hpp"  // IWYU pragma: export

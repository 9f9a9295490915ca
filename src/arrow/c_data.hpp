// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <memory>

#include "arrow/table.hpp"
#include "nianbao/tables.h"

/// Tables by the Arrow C data interface. What is handed out keeps what it needs alive by shared ownership, so
/// that its parts may be released in any order and by any thread.
namespace nianbao::arrow {

/// A struct with a child for each column of `table`.
void export_schema(Table table, ArrowSchema& out);

void export_stream(std::shared_ptr<const Snapshot> snapshot, ArrowArrayStream& out);

}  // namespace nianbao::arrow

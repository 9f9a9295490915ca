// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "reading.hpp"

/// The text of a header whose words no longer stand where they were printed.
namespace nianbao::tables {

/// Whether what is printed above the first row of the matrix is, character by character and in any order, the
/// header of the form: all seven applicants and no other column, however their names are broken and mixed.
bool is_header_of_form(const Reading& reading);

}  // namespace nianbao::tables

// SPDX-License-Identifier: Apache-2.0
#include "page/made.hpp"
#include "support/catch.hpp"

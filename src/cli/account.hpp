// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace nianbao::cli {

/// What there is to say of one input. It is kept, not said: inputs are read at once and told of in order.
struct Account {
  std::vector<std::string> said;
  /// Why the input failed: a diagnostic's code, or other words where there is none. Empty if it did not.
  std::string failure;
  bool is_unread = false;  ///< not a byte of it could be read: another run may

  void fail(std::string why) {
    if (failure.empty()) failure = std::move(why);
  }
};

}  // namespace nianbao::cli

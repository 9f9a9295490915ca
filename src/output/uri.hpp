// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <string_view>

namespace nianbao::output {

/// The name of a file as a URI reference: an absolute path gets "file://", a URL stays one, and all bytes
/// that URIs do not hold are percent-encoded, whether they are UTF-8 or not.
std::string uri_of(std::string_view name);

}  // namespace nianbao::output

// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "generate/parts.hpp"

/// What the schemas are made of.
namespace nianbao::generate {

using Json = nlohmann::ordered_json;

/// {"$ref": …} to one of the schema's own $defs.
Json reference(const std::string& name);
Json titled(const std::string& title, const Json& schema);
Json described(const std::string& title, const std::string& description, const Json& schema);
Json or_null(const Json& schema);
Json text_schema();
Json text_or_null();
Json list_of(const char* name);

/// An object that has all of `properties` but the optional ones, and nothing else.
Json closed_object(const Json& properties, const std::vector<std::string>& optional = {});

/// An integer of at least that.
Json position_schema(int minimum);

Json span_schema();
Json severity_schema();
Json state_schema();
Json figure_path_schema();

/// Exactly the cells that hold a number have a value.
Json value_follows_state();

}  // namespace nianbao::generate

# SPDX-License-Identifier: Apache-2.0
# cmake -DSTYLE=page.css -DSCRIPT=page.js -DOUT=assets.cpp -P NianbaoEmbed.cmake
#
# Writes the style and the script of HTML pages as string literals, with the hash that a page's Content
# Security Policy names them by.

# Base64 of the SHA-256 of a file, as a policy has it. Three hexadecimal digits are two of base64.
function(policy_hash file variable)
  set(alphabet "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
  file(SHA256 "${file}" hex)
  set(hex "${hex}00")
  set(base64 "")
  foreach(group RANGE 21)
    math(EXPR at "${group} * 3")
    string(SUBSTRING "${hex}" ${at} 3 three)
    math(EXPR high "0x${three} >> 6")
    math(EXPR low "0x${three} & 63")
    string(SUBSTRING "${alphabet}" ${high} 1 first)
    string(SUBSTRING "${alphabet}" ${low} 1 second)
    string(APPEND base64 "${first}${second}")
  endforeach()
  string(SUBSTRING "${base64}" 0 43 base64)
  set(${variable} "sha256-${base64}=" PARENT_SCOPE)
endfunction()

# Some compilers take no literal of more than 16 kB, but join several.
function(literal file variable)
  file(READ "${file}" text)
  if(text MATCHES "[^\t\n -~]")
    message(FATAL_ERROR "${file} is not plain ASCII")
  endif()
  string(LENGTH "${text}" length)
  set(pieces "")
  set(at 0)
  while(at LESS length)
    string(SUBSTRING "${text}" ${at} 8000 piece)
    string(APPEND pieces "R\"nianbao(${piece})nianbao\"\n")
    math(EXPR at "${at} + 8000")
  endwhile()
  set(${variable} "${pieces}" PARENT_SCOPE)
endfunction()

policy_hash("${STYLE}" style_hash)
policy_hash("${SCRIPT}" script_hash)
literal("${STYLE}" style)
literal("${SCRIPT}" script)
file(
  WRITE "${OUT}"
  "// Written by NianbaoEmbed.cmake.
#include \"output/html/frame.hpp\"

namespace nianbao::html {

const std::string_view page_style = ${style};
const std::string_view page_script = ${script};
const std::string_view page_style_hash = \"${style_hash}\";
const std::string_view page_script_hash = \"${script_hash}\";

}  // namespace nianbao::html
")

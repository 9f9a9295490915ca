# SPDX-License-Identifier: Apache-2.0
# What all of our own targets share. Nothing here reaches those who link the library.

function(nianbao_target name)
  target_compile_features(${name} PRIVATE cxx_std_17)
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
  if(MSVC)
    target_compile_options(${name} PRIVATE /utf-8 /W4)
    if(NIANBAO_DEVELOPER)
      target_compile_options(${name} PRIVATE /WX)
    endif()
  else()
    target_compile_options(${name} PRIVATE -Wall -Wextra -Wpedantic -Wshadow
                                           $<$<COMPILE_LANGUAGE:CXX>:-Wnon-virtual-dtor -Wold-style-cast>
                                           $<$<COMPILE_LANGUAGE:CXX>:-Wconversion -Wsign-conversion>)
    if(NIANBAO_DEVELOPER)
      target_compile_options(${name} PRIVATE -Werror)
    endif()
  endif()
  if(NIANBAO_SANITIZE)
    target_compile_options(${name} PRIVATE -fsanitize=${NIANBAO_SANITIZE} -fno-sanitize-recover=all
                                           -fno-omit-frame-pointer)
    target_link_options(${name} PRIVATE -fsanitize=${NIANBAO_SANITIZE})
  endif()
endfunction()

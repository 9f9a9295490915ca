# SPDX-License-Identifier: Apache-2.0
# What all of our own targets share. Nothing here reaches those who link the library.

# Checks of what is built to be used: what a mistake would overwrite is noticed or cannot be written. Sanitizers
# check more, and bring their own.
set(NIANBAO_HARDENING "")
set(NIANBAO_LINK_HARDENING "")
if(NIANBAO_HARDEN AND NOT NIANBAO_SANITIZE AND NOT MSVC)
  include(CheckCXXCompilerFlag)
  include(CheckCXXSourceCompiles)
  foreach(flag -fstack-protector-strong -fcf-protection)
    string(MAKE_C_IDENTIFIER "NIANBAO_HAS${flag}" has)
    check_cxx_compiler_flag(${flag} ${has})
    if(${has})
      list(APPEND NIANBAO_HARDENING ${flag})
    endif()
  endforeach()
  # Some compilers define it on their own, maybe to more than this. Without optimisation it does nothing but warn.
  set(CMAKE_REQUIRED_FLAGS -O2)
  check_cxx_source_compiles("#ifndef _FORTIFY_SOURCE\n#error none\n#endif\nint main() {}" NIANBAO_IS_FORTIFIED)
  unset(CMAKE_REQUIRED_FLAGS)
  if(NOT NIANBAO_IS_FORTIFIED)
    foreach(config Release RelWithDebInfo MinSizeRel)
      list(APPEND NIANBAO_HARDENING $<$<CONFIG:${config}>:-D_FORTIFY_SOURCE=2>)
    endforeach()
  endif()
  if(CMAKE_SYSTEM_NAME STREQUAL "Linux")
    set(NIANBAO_LINK_HARDENING LINKER:-z,relro LINKER:-z,now)
  endif()
endif()

function(nianbao_harden name)
  target_compile_options(${name} PRIVATE ${NIANBAO_HARDENING})
  target_link_options(${name} PRIVATE ${NIANBAO_LINK_HARDENING})
endfunction()

# What only tests the library need not be as fast: half the time of compiling it is the optimiser's. Level 1 is for
# what makes up its inputs while it runs, 0 for all else.
function(nianbao_optimise name level)
  if(NOT MSVC)
    target_compile_options(${name} PRIVATE -O${level})
    if(level EQUAL 0)
      target_compile_options(${name} PRIVATE -U_FORTIFY_SOURCE)
    endif()
  endif()
endfunction()

function(nianbao_target name)
  target_compile_features(${name} PRIVATE cxx_std_17)
  set_target_properties(${name} PROPERTIES CXX_EXTENSIONS OFF)
  if(NOT CMAKE_CXX_STANDARD)
    # Said even where it is the compiler's own: without extensions, and the same for all who build it.
    set_target_properties(${name} PROPERTIES CXX_STANDARD 17)
  endif()
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
    if(CMAKE_UNITY_BUILD)
      # A name of one file is no mistake in another; builds file by file look for those within one.
      target_compile_options(${name} PRIVATE -Wno-shadow)
      set_target_properties(${name} PROPERTIES UNITY_BUILD_CODE_BEFORE_INCLUDE
                                               "// NOLINTNEXTLINE(bugprone-suspicious-include)")
    endif()
  endif()
  nianbao_harden(${name})
  if(NIANBAO_SANITIZE)
    target_compile_options(${name} PRIVATE -fsanitize=${NIANBAO_SANITIZE} -fno-sanitize-recover=all
                                           -fno-omit-frame-pointer)
    target_link_options(${name} PRIVATE -fsanitize=${NIANBAO_SANITIZE})
  endif()
endfunction()

# SPDX-License-Identifier: Apache-2.0
# What `cmake --install` puts where. Two components: `runtime` (shared library, program, schema) and
# `development` (headers, link library, package files).
include(CMakePackageConfigHelpers)

set(NIANBAO_PACKAGE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/nianbao")

# nianbao is made of the objects of nianbao_objects but does not link that target, so the exported
# package knows nothing of it.
install(TARGETS nianbao EXPORT nianbaoTargets
        RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT runtime
        LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT runtime NAMELINK_COMPONENT development
        ARCHIVE DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT development)
if(TARGET nianbao_cli)
  install(TARGETS nianbao_cli RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT runtime)
endif()
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/nianbao" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}"
        COMPONENT development
        FILES_MATCHING PATTERN "*.h" PATTERN "*.hpp" PATTERN "*.def")
install(FILES "${PROJECT_SOURCE_DIR}/src/output/annual-report.schema.json"
              "${PROJECT_SOURCE_DIR}/src/output/check.schema.json"
        DESTINATION "${CMAKE_INSTALL_DATADIR}/nianbao" COMPONENT runtime)

# Who links a static library links what it is made of: ICU, what its readers need, and the C++ run-time
# library, which a C compiler does not add by itself.
set(NIANBAO_CXX_LIBRARIES "")
if(NOT BUILD_SHARED_LIBS)
  set(NIANBAO_CXX_LIBRARIES ${CMAKE_CXX_IMPLICIT_LINK_LIBRARIES})
  list(REMOVE_ITEM NIANBAO_CXX_LIBRARIES ${CMAKE_C_IMPLICIT_LINK_LIBRARIES})
  list(FILTER NIANBAO_CXX_LIBRARIES EXCLUDE REGEX "/")
  list(REMOVE_DUPLICATES NIANBAO_CXX_LIBRARIES)
endif()

install(EXPORT nianbaoTargets NAMESPACE nianbao:: DESTINATION "${NIANBAO_PACKAGE_DIR}" COMPONENT development)
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/nianbaoConfig.cmake.in"
                              "${PROJECT_BINARY_DIR}/nianbaoConfig.cmake"
                              INSTALL_DESTINATION "${NIANBAO_PACKAGE_DIR}"
                              PATH_VARS CMAKE_INSTALL_DATADIR)
# Before 1.0.0 a new minor version may change the C++ interface.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/nianbaoConfigVersion.cmake"
                                 COMPATIBILITY SameMinorVersion)
install(FILES "${PROJECT_BINARY_DIR}/nianbaoConfig.cmake" "${PROJECT_BINARY_DIR}/nianbaoConfigVersion.cmake"
        DESTINATION "${NIANBAO_PACKAGE_DIR}" COMPONENT development)
if(NIANBAO_DOCX AND NOT BUILD_SHARED_LIBS)
  install(FILES "${PROJECT_SOURCE_DIR}/cmake/Findlibzip.cmake" DESTINATION "${NIANBAO_PACKAGE_DIR}"
          COMPONENT development)
endif()

# pkg-config: a prefix found from the file's own place, so that an installed tree can be moved.
if(IS_ABSOLUTE "${CMAKE_INSTALL_LIBDIR}")
  set(NIANBAO_PC_PREFIX "${CMAKE_INSTALL_PREFIX}")
  set(NIANBAO_PC_LIBDIR "${CMAKE_INSTALL_LIBDIR}")
else()
  file(RELATIVE_PATH NIANBAO_PC_PREFIX "/prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/prefix")
  string(REGEX REPLACE "/$" "" NIANBAO_PC_PREFIX "\${pcfiledir}/${NIANBAO_PC_PREFIX}")
  set(NIANBAO_PC_LIBDIR "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
endif()
if(IS_ABSOLUTE "${CMAKE_INSTALL_INCLUDEDIR}")
  set(NIANBAO_PC_INCLUDEDIR "${CMAKE_INSTALL_INCLUDEDIR}")
else()
  set(NIANBAO_PC_INCLUDEDIR "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
endif()
set(NIANBAO_PC_PRIVATE "")
set(NIANBAO_PC_DEFINITIONS "")
if(NOT BUILD_SHARED_LIBS)
  list(TRANSFORM NIANBAO_CXX_LIBRARIES PREPEND "-l" OUTPUT_VARIABLE NIANBAO_PC_CXX_LIBRARIES)
  list(JOIN NIANBAO_PC_CXX_LIBRARIES " " NIANBAO_PC_CXX_LIBRARIES)
  set(NIANBAO_PC_REQUIRES icu-uc)
  if(NIANBAO_HTML OR NIANBAO_DOCX)
    list(APPEND NIANBAO_PC_REQUIRES libxml-2.0)
  endif()
  if(NIANBAO_DOCX)
    list(APPEND NIANBAO_PC_REQUIRES libzip)
  endif()
  list(JOIN NIANBAO_PC_REQUIRES ", " NIANBAO_PC_REQUIRES)
  set(NIANBAO_PC_PRIVATE "Requires.private: ${NIANBAO_PC_REQUIRES}\nLibs.private: ${NIANBAO_PC_CXX_LIBRARIES}\n")
  set(NIANBAO_PC_DEFINITIONS " -DNIANBAO_STATIC")
endif()
configure_file("${PROJECT_SOURCE_DIR}/cmake/nianbao.pc.in" "${PROJECT_BINARY_DIR}/nianbao.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/nianbao.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig"
        COMPONENT development)

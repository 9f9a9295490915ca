# SPDX-License-Identifier: Apache-2.0
import os
import re

from conan import ConanFile
from conan.tools.build import check_min_cppstd, stdcpp_library
from conan.tools.cmake import CMake, CMakeDeps, CMakeToolchain, cmake_layout
from conan.tools.files import copy, load, rmdir

required_conan_version = ">=2.0.9"


class NianbaoConan(ConanFile):
    name = "nianbao"
    description = "Reads annual reports on government information disclosure of Chinese agencies"
    license = "Apache-2.0"
    topics = ("parser", "annual-report", "government", "chinese")
    package_type = "library"

    settings = "os", "arch", "compiler", "build_type"
    options = {
        "shared": [True, False],
        "fPIC": [True, False],
        "with_cli": [True, False],
        "with_html": [True, False],
        "with_docx": [True, False],
    }
    default_options = {
        "shared": False,
        "fPIC": True,
        "with_cli": False,
        "with_html": True,
        "with_docx": True,
        "boost/*:header_only": True,
    }
    implements = ["auto_shared_fpic"]

    exports_sources = "CMakeLists.txt", "LICENSE", "cmake/*", "include/*", "src/*", "tests/*", "examples/*"

    @property
    def _with_tests(self):
        return not self.conf.get("tools.build:skip_test", default=True, check_type=bool)

    def set_version(self):
        # The one place of the version is the public header.
        header = load(self, os.path.join(self.recipe_folder, "include", "nianbao", "version.hpp"))
        self.version = ".".join(re.findall(r"#define NIANBAO_VERSION_(?:MAJOR|MINOR|PATCH) (\d+)", header))

    def export(self):
        # set_version reads it again from the exported recipe.
        copy(self, "include/nianbao/version.hpp", self.recipe_folder, self.export_folder)

    def layout(self):
        cmake_layout(self)

    def validate(self):
        check_min_cppstd(self, 17)

    def requirements(self):
        # None of them is seen in a public header.
        self.requires("boost/[>=1.74.0 <2]", transitive_headers=False, libs=False)
        self.requires("icu/[>=67]", transitive_headers=False)
        self.requires("nlohmann_json/[>=3.9.0 <4]", transitive_headers=False)
        if self.options.with_html or self.options.with_docx:
            self.requires("libxml2/[>=2.9.10 <3]", transitive_headers=False)
        if self.options.with_docx:
            self.requires("libzip/[>=1.7.3 <2]", transitive_headers=False)
        if self.options.with_cli:
            self.requires("cli11/[>=2.1.0 <3]", visible=False)

    def build_requirements(self):
        if self._with_tests:
            self.test_requires("catch2/[>=2.13.0 <4]")

    def generate(self):
        toolchain = CMakeToolchain(self)
        toolchain.cache_variables["NIANBAO_CLI"] = bool(self.options.with_cli)
        toolchain.cache_variables["NIANBAO_HTML"] = bool(self.options.with_html)
        toolchain.cache_variables["NIANBAO_DOCX"] = bool(self.options.with_docx)
        toolchain.cache_variables["NIANBAO_TESTS"] = self._with_tests
        toolchain.generate()
        CMakeDeps(self).generate()

    def build(self):
        cmake = CMake(self)
        cmake.configure()
        cmake.build()
        if self._with_tests:
            cmake.ctest(["--output-on-failure"])

    def package(self):
        copy(self, "LICENSE", self.source_folder, os.path.join(self.package_folder, "licenses"))
        CMake(self).install()
        # Conan writes these for the generator that a consumer uses.
        rmdir(self, os.path.join(self.package_folder, "lib", "cmake"))
        rmdir(self, os.path.join(self.package_folder, "lib", "pkgconfig"))

    def package_info(self):
        # The same names as in the project's own package files.
        self.cpp_info.set_property("cmake_file_name", "nianbao")
        self.cpp_info.set_property("cmake_target_name", "nianbao::nianbao")
        self.cpp_info.set_property("pkg_config_name", "nianbao")
        self.cpp_info.libs = ["nianbao"]
        self.cpp_info.resdirs = ["share"]
        self.cpp_info.requires = ["boost::headers", "icu::icu-uc", "nlohmann_json::nlohmann_json"]
        if self.options.with_html or self.options.with_docx:
            self.cpp_info.requires.append("libxml2::libxml2")
        if self.options.with_docx:
            self.cpp_info.requires.append("libzip::libzip")
        if not self.options.shared:
            self.cpp_info.defines = ["NIANBAO_STATIC"]
            # A consumer in C links the C++ run-time library only if told to.
            libcxx = stdcpp_library(self)
            if libcxx:
                self.cpp_info.system_libs.append(libcxx)
            if self.settings.os in ("Linux", "FreeBSD"):
                self.cpp_info.system_libs.append("m")

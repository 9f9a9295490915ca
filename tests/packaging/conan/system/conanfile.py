# SPDX-License-Identifier: Apache-2.0
# Stands in for a package of Conan's centre with what the system has installed. Exported once for each
# library by tests/packaging/conan.sh, which gives name and version. The names of files, targets and
# components are the centre's, so that nianbao's recipe is checked against them.
from conan import ConanFile
from conan.errors import ConanInvalidConfiguration

COMPONENTS = {
    "boost": {"file": "Boost", "headers": {"target": "Boost::headers"}},
    "icu": {
        "file": "ICU",
        "icu-uc": {"target": "ICU::uc", "libs": ["icuuc", "icudata"]},
        "icu-i18n": {"target": "ICU::i18n", "libs": ["icui18n"]},
    },
    "libxml2": {
        "file": "libxml2",
        "module": "LibXml2",
        None: {"target": "LibXml2::LibXml2", "libs": ["xml2"], "includes": ["/usr/include/libxml2"]},
    },
    "nlohmann_json": {"file": "nlohmann_json", None: {"target": "nlohmann_json::nlohmann_json"}},
    "libzip": {"file": "libzip", "_libzip": {"target": "libzip::zip", "libs": ["zip"]}},
    "cli11": {"file": "CLI11", None: {"target": "CLI11::CLI11"}},
    "catch2": {"file": "Catch2", "_catch2": {"target": "Catch2::Catch2"}},
}


class SystemConan(ConanFile):
    settings = "os", "arch", "compiler", "build_type"
    options = {"header_only": [True, False]}
    default_options = {"header_only": False}

    def config_options(self):
        if self.name != "boost":
            del self.options.header_only

    def configure(self):
        # Boost's is told by its option.
        if self.name != "boost":
            linked = self.name in ("icu", "libxml2", "libzip")
            self.package_type = "shared-library" if linked else "header-library"

    def package_id(self):
        self.info.clear()

    def validate(self):
        if self.name == "boost" and not self.options.header_only:
            raise ConanInvalidConfiguration("nianbao asks for Boost's headers alone")

    def package_info(self):
        self.cpp_info.includedirs = []
        self.cpp_info.libdirs = []
        self.cpp_info.bindirs = []
        for name, about in COMPONENTS[self.name].items():
            if name == "file":
                self.cpp_info.set_property("cmake_file_name", about)
                continue
            if name == "module":
                self.cpp_info.set_property("cmake_module_file_name", about)
                self.cpp_info.set_property("cmake_find_mode", "both")
                continue
            info = self.cpp_info if name is None else self.cpp_info.components[name]
            info.includedirs, info.libdirs, info.bindirs = about.get("includes", []), [], []
            info.set_property("cmake_target_name", about["target"])
            info.system_libs = about.get("libs", [])

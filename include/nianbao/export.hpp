// SPDX-License-Identifier: Apache-2.0
#pragma once

/// Marks what a shared library shows to the outside; everything else stays hidden.
#if defined(NIANBAO_STATIC)
#define NIANBAO_EXPORT
#elif defined(_WIN32)
#if defined(NIANBAO_BUILDING)
#define NIANBAO_EXPORT __declspec(dllexport)
#else
#define NIANBAO_EXPORT __declspec(dllimport)
#endif
#else
#define NIANBAO_EXPORT __attribute__((visibility("default")))
#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A file as GDAL opens it, archives included; closed with its owner. For sources of io only.

#include <cpl_vsi.h>

#include <memory>

namespace fairlead::io {

struct CloseVsi {
    void operator()(VSILFILE* file) const noexcept { VSIFCloseL(file); }
};
using VsiFile = std::unique_ptr<VSILFILE, CloseVsi>;

} // namespace fairlead::io

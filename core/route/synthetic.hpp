// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Whether what a route rests on was made up for trials.

#include "core/route/provenance.hpp"

namespace fairlead::route {

/// Whether scenario, file or product say that the data are synthetic: nobody may sail by them.
[[nodiscard]] bool calls_itself_synthetic(const Provenance& provenance);

} // namespace fairlead::route

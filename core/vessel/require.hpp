// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Checks that the models of this folder share.

namespace fairlead::vessel {

/// @throws Error (invalid_argument) naming `what` unless the value is finite and above 0.
void require_positive(const char* what, double value);

} // namespace fairlead::vessel

// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Filling of unusable nodes, always by a rule that somebody states and that is reported:
/// the nearest usable value of the same slice, or a stated value.

#include "core/env/field.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace fairlead::env {

/// Which unusable nodes take a value, and from where.
struct FillRule {
    std::vector<Quality> qualities; ///< e.g. land and coast, or pole_hole; all unusable
    Length reach;                   ///< greatest distance to the node whose value is taken
    std::optional<float> value;     ///< instead of the nearest value: this one, whatever the reach
};

/// The slice with nodes of the rule's qualities filled; they have Quality::filled. Of equally near
/// nodes the one in the lower row, then the lower column, is taken. Nodes out of reach stay.
void fill(FieldSlice& slice, const HorizontalGrid& grid, const FillRule& rule);

/// The same field, each slice filled when it is read.
[[nodiscard]] std::shared_ptr<const Field> filled(std::shared_ptr<const Field> field,
                                                  FillRule rule);

} // namespace fairlead::env

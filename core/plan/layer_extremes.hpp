// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Least or greatest value that a layer can answer anywhere in a square of the plane, at any time
/// of an interval: what optimistic seas are made of.
///
/// Interpolation is bilinear in the source's own row and column, so over a box of rows and columns
/// its extremes lie at the box's corners and where its sides and inside cross rows and columns of
/// nodes. A square's image is boxed through a lattice of anchors, with a margin of the second
/// differences between them: eight times what linear interpolation is off where a map bends evenly,
/// and as much as it can be off where a map has a kink (beyond the outermost nodes). Where a node
/// that bears on the box is not usable, weights are scaled up and only the extreme of all its
/// usable nodes is safe.

#include "core/base/time.hpp"
#include "core/env/field.hpp"
#include "core/geo/grid.hpp"
#include "core/geo/projection.hpp"

#include <algorithm>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace fairlead::plan {

enum class Extreme : unsigned char { least, greatest };

struct LayerExtreme {
    std::optional<float> value; ///< nothing: no usable value anywhere in the square
    bool everywhere = false;    ///< the layer answers at every place of the square

    void take(float other, Extreme which) noexcept {
        value = !value                    ? other
                : which == Extreme::least ? std::min(*value, other)
                                          : std::max(*value, other);
    }
    /// Another layer's answer. @return true if what lies below that layer is never asked.
    bool take(const LayerExtreme& other, Extreme which) noexcept {
        if (other.value) {
            take(*other.value, which);
        }
        everywhere = everywhere || other.everywhere;
        return other.everywhere;
    }
};

/// An interval of time [s since 1970].
struct TimeSpan {
    double from_s = 0.0;
    double to_s = 0.0;
};

[[nodiscard]] inline double seconds_since_1970(Instant instant) noexcept {
    return static_cast<double>(instant.time_since_epoch().count());
}

/// Not for several threads at once: remembers.
class LayerExtremes {
  public:
    /// @param squares of the plane; of those that reach beyond `area` the part inside counts.
    /// @param time within which the layer will be asked for; slices outside it are not looked at.
    LayerExtremes(const env::Field& field, const geo::Projection& plane,
                  const geo::GridGeometry& squares, const geo::GridGeometry& area,
                  const TimeSpan& time);

    [[nodiscard]] const env::Field& field() const noexcept { return *field_; }
    /// @param middle of the interval, in which nothing jumps: values are linear in time.
    /// @pre the field is not outside its data there
    [[nodiscard]] LayerExtreme during(std::uint32_t square, const env::Field::TimeStencil& middle,
                                      const TimeSpan& time, Extreme which);
    /// All of the square is inside the layer's area; false as well where that is not certain.
    [[nodiscard]] bool holds(std::uint32_t square) const;
    /// At any time of those given at first.
    [[nodiscard]] LayerExtreme ever(std::uint32_t square, Extreme which);
    /// The same, anywhere.
    [[nodiscard]] std::optional<float> anywhere(Extreme which);

  private:
    /// Of rows and columns, fractions counting; a wrapping grid's columns may run past its ends.
    struct Box {
        double column_from = 0.0;
        double column_to = 0.0;
        double row_from = 0.0;
        double row_to = 0.0;
    };
    struct Anchor {
        float column = 0.0F;
        float row = 0.0F;
        bool inside = false;
    };
    enum class Bearing : unsigned char {
        box,
        unclear, ///< of a patch: ask square by square
        none,
    };

    void set_anchors();
    void judge_patches();
    [[nodiscard]] std::size_t patch_of(std::int32_t column, std::int32_t row) const noexcept;
    [[nodiscard]] double columns_from(double column, double reference) const noexcept;
    [[nodiscard]] std::optional<double> bend(const Anchor& before, const Anchor& middle,
                                             const Anchor& after) const noexcept;
    /// How a square bears on the layer, and its box if it has one.
    [[nodiscard]] std::pair<Bearing, Box> image_of(std::uint32_t square) const;
    [[nodiscard]] Box box_in_patch(std::uint32_t square) const noexcept;
    [[nodiscard]] std::optional<Box> box_by_itself(std::uint32_t square) const;
    [[nodiscard]] std::vector<Anchor> locate(std::span<const geo::PlanePoint> points) const;
    [[nodiscard]] Box within_nodes(Box box, double margin) const noexcept;
    [[nodiscard]] LayerExtreme over_box(const Box& box, const env::FieldSlice& before,
                                        const env::FieldSlice& after, double weight_from,
                                        double weight_to, Extreme which) const;
    [[nodiscard]] std::uint32_t column_of(std::int64_t column) const noexcept;
    [[nodiscard]] LayerExtreme of_slice(const env::FieldSlice& slice, Extreme which) const;
    [[nodiscard]] LayerExtreme of_slice(std::size_t index, Extreme which);
    [[nodiscard]] const env::FieldSlice& ever_slice(Extreme which);

    const env::Field* field_;
    std::uint32_t width_; ///< columns of the field
    geo::Projection plane_;
    geo::GridGeometry squares_;
    geo::GridGeometry area_;
    std::size_t first_slice_ = 0; ///< of those that bear on the time
    std::size_t last_slice_ = 0;
    std::int32_t per_patch_;     ///< squares between anchors
    std::int32_t patch_columns_; ///< anchors have one more each way
    std::int32_t patch_rows_;
    std::vector<Anchor> anchors_;
    std::vector<float> margin_; ///< by patch, in steps of the source
    std::vector<Bearing> bearing_;
    std::map<std::pair<std::size_t, Extreme>, LayerExtreme> whole_slice_;
    std::map<Extreme, env::FieldSlice> ever_;
};

} // namespace fairlead::plan

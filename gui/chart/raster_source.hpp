// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Fields of the sea over the chart's whole plane, ready to be shown at any instant: warped once
/// and kept compact, so that a step in time is a blend.

#include "core/base/progress.hpp"
#include "core/base/time.hpp"
#include "core/env/environment.hpp"
#include "core/geo/projection.hpp"
#include "gui/chart/raster_layer.hpp"
#include "gui/chart/viewport.hpp"

#include <cstddef>
#include <cstdint>
#include <limits>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace fairlead::chart {

/// A part of the plane, ends included.
struct PlaneBox {
    double left_m = -std::numeric_limits<double>::infinity();
    double bottom_m = -std::numeric_limits<double>::infinity();
    double right_m = std::numeric_limits<double>::infinity();
    double top_m = std::numeric_limits<double>::infinity();

    [[nodiscard]] bool contains(const PlaneBox& other) const noexcept {
        return left_m <= other.left_m && bottom_m <= other.bottom_m && right_m >= other.right_m &&
               top_m >= other.top_m;
    }
};
/// The least box that holds all a view shows.
[[nodiscard]] PlaneBox box_of(const Viewport& view) noexcept;

/// Data that could not be read, and why: what depends on them is NaN.
struct Unread {
    std::optional<Instant> time; ///< of the slice; none: all there is
    std::string problem;         ///< one sentence
    friend bool operator==(const Unread&, const Unread&) = default;
};

/// What a layer of the screen shows at an instant. Safe from any thread.
class RasterSource {
  public:
    virtual ~RasterSource() = default;
    /// Everything there is.
    [[nodiscard]] std::shared_ptr<const Raster> at(Instant time) const { return within(time, {}); }
    /// The cells that matter to what is seen of a box, at least one, on the same lattice: a view of
    /// a strait need not wait for the rest of the Arctic.
    [[nodiscard]] virtual std::shared_ptr<const Raster> within(Instant time,
                                                               const PlaneBox& seen) const = 0;
    /// The instant of the newest slice of data that is not after `time`, for the layer's age;
    /// nothing for what has no date or begins later.
    [[nodiscard]] virtual std::optional<Instant> newest_data(Instant time) const = 0;
    /// In order of time.
    [[nodiscard]] virtual std::span<const Unread> unread() const { return {}; }
};

/// What does not change.
class StillRaster : public RasterSource {
  public:
    explicit StillRaster(std::shared_ptr<const Raster> raster, std::vector<Unread> unread = {})
        : raster_(std::move(raster)), unread_(std::move(unread)) {}
    [[nodiscard]] std::shared_ptr<const Raster> within(Instant, const PlaneBox&) const override {
        return raster_;
    }
    [[nodiscard]] std::optional<Instant> newest_data(Instant) const override {
        return std::nullopt;
    }
    [[nodiscard]] std::span<const Unread> unread() const override { return unread_; }

  private:
    std::shared_ptr<const Raster> raster_;
    std::vector<Unread> unread_;
};
/// Nothing is known anywhere.
[[nodiscard]] std::shared_ptr<const RasterSource> unknown_everywhere(std::vector<Unread> unread);

/// A byte for a value: 0 is "nothing usable", code c is first + (c - 1) * step.
struct ByteScale {
    float first = 0.0F;
    float step = 1.0F;

    [[nodiscard]] std::uint8_t code(float value) const noexcept;
    [[nodiscard]] float value(std::uint8_t code) const noexcept {
        return first + static_cast<float>(code - 1) * step;
    }
    static constexpr int values = 255;
};
/// Fine enough to look at, wide enough for what the sea does: concentration in steps of half a
/// percent, thickness of 2 cm, waves of 8 cm, currents of 2 cm/s, wind of 0.4 m/s.
[[nodiscard]] ByteScale byte_scale(env::Variable variable) noexcept;

/// Slices in bytes; between them values change linearly, and before the first and after the last
/// they stay. Where only one of two slices knows a cell, the one nearer in time speaks for it.
class TimedRaster : public RasterSource {
  public:
    struct Slice {
        Instant time;
        std::shared_ptr<const std::vector<std::uint8_t>> codes;
    };
    /// @param slices in order of time, at least one. @param data_times see newest_data; in order
    TimedRaster(const geo::GridGeometry& grid, ByteScale scale, std::vector<Slice> slices,
                std::vector<Instant> data_times, std::vector<Unread> unread = {});

    [[nodiscard]] std::shared_ptr<const Raster> within(Instant time,
                                                       const PlaneBox& seen) const override;
    [[nodiscard]] std::optional<Instant> newest_data(Instant time) const override;
    [[nodiscard]] std::span<const Unread> unread() const override { return unread_; }

    [[nodiscard]] const geo::GridGeometry& grid() const noexcept { return grid_; }
    [[nodiscard]] ByteScale scale() const noexcept { return scale_; }
    [[nodiscard]] std::span<const Slice> slices() const noexcept { return slices_; }
    [[nodiscard]] std::size_t bytes() const noexcept;

  private:
    struct Between {
        const std::vector<std::uint8_t>* before;
        const std::vector<std::uint8_t>* after;
        float share; ///< of the one after
    };
    [[nodiscard]] Between between_slices(Instant time) const noexcept;

    geo::GridGeometry grid_;
    ByteScale scale_;
    std::vector<Slice> slices_;
    std::vector<Instant> data_times_;
    std::vector<Unread> unread_;
};

struct WarpRequest {
    geo::Projection plane = geo::Projection::polar_north();
    Instant from; ///< the instants wanted, both included
    Instant until;
    /// Of all slices of one variable; where they would take more, cells are made larger.
    std::size_t most_bytes = 64U << 20U;
};

/// A variable of an environment over all of the plane (up to 60 degrees of arc from its pole) that
/// its data reach, in cells as large as theirs (at most 3 million). Instants are those of the data,
/// and the ends of what they are good for, so that a gap is a gap here too. Constants that stand in
/// for holes in data are left out, as in sample_environment(). Slices that cannot be read are NaN
/// everywhere, and are listed: nothing stands in for them.
/// @pre the variable is interpolated linearly: no direction
/// @return null if the environment has nothing for the variable. A StillRaster, in full precision,
///         for what has no date, else a TimedRaster.
/// @throws Error (cancelled) if progress says so.
[[nodiscard]] std::shared_ptr<const RasterSource> warp(const env::Environment& environment,
                                                       env::Variable variable,
                                                       const WarpRequest& request,
                                                       const Progress& progress = {});

} // namespace fairlead::chart

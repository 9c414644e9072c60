// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// One variable over place and time, on the grid and at the times of its source. Slices are read
/// when first wanted. Interpolation is bilinear in space over usable nodes, linear in time;
/// directions are interpolated as unit vectors, so 359 and 1 degree meet at 0 and not at 180.

#include "core/base/time.hpp"
#include "core/env/sample.hpp"
#include "core/env/variable.hpp"
#include "core/geo/position.hpp"

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace fairlead::env {

/// The nodes around a place with their bilinear weights (sum 1).
struct Stencil {
    std::array<std::uint32_t, 4> node{};
    std::array<float, 4> weight{};
};

/// Where the nodes of a source's grid lie. Implementations: projected (affine), rectilinear
/// (1-D latitude and longitude axes, irregular steps allowed, wraps where it covers 360 degrees),
/// curvilinear (2-D latitude and longitude).
class HorizontalGrid {
  public:
    virtual ~HorizontalGrid() = default;
    [[nodiscard]] virtual std::uint32_t columns() const noexcept = 0;
    [[nodiscard]] virtual std::uint32_t rows() const noexcept = 0;
    /// Stencils of many places at once; `inside[i]` is 0 where the place lies outside the grid
    /// (half a cell beyond the outermost nodes still counts as inside). @pre equal sizes
    virtual void locate(std::span<const geo::Position> places, std::span<Stencil> stencils,
                        std::span<unsigned char> inside) const = 0;
    /// Typical distance between neighbouring nodes.
    [[nodiscard]] virtual Length spacing() const noexcept = 0;
    /// Where a node lies; nothing where the plane has no place. @pre node < rows() * columns()
    [[nodiscard]] virtual std::optional<geo::Position> node(std::uint32_t index) const = 0;
    /// Distances between neighbouring nodes near a row. @pre row < rows()
    struct Steps {
        Length along_row;    ///< from column to column
        Length along_column; ///< from row to row
    };
    [[nodiscard]] virtual Steps steps(std::uint32_t row) const noexcept = 0;
    /// True if the last column is next to the first one.
    [[nodiscard]] virtual bool wraps() const noexcept { return false; }
    /// For people: "304 x 448 cells of 25 km, EPSG:3411".
    [[nodiscard]] virtual std::string describe() const = 0;
};

/// One time step. Values are in the variable's own unit; NaN exactly where quality is not usable.
struct FieldSlice {
    std::vector<float> value;
    std::vector<Quality> quality;
    struct Range {
        double least;
        double greatest;
    };
    /// What was out of range, in the variable's unit: for messages. Nothing if nothing was, or
    /// where its number says nothing (codes).
    std::optional<Range> out_of_range = std::nullopt;
};

/// Where and when a slice comes from.
struct SliceInfo {
    Instant time;        ///< the instant the values stand for (noon of a daily mean)
    Instant valid_from;  ///< the interval they may be used for without "holding": a daily mean
    Instant valid_until; ///< covers its whole day, an instantaneous field its own time only
    std::string file;    ///< as the user named it, member of an archive after a '/'
};

/// How values between nodes and slices are made.
enum class Interpolation {
    linear,
    circular, ///< directions in degrees, 0..360
};
[[nodiscard]] Interpolation interpolation_of(Variable variable) noexcept;

/// Steps between slices that are too long, and what is then true in between.
struct StepLimits {
    Duration longest; ///< longer steps are known gaps: samples inside get Quality::gap
    Duration bridged; ///< gaps longer than this are not interpolated at all: outside_time
};

class Field {
  public:
    using Loader = std::function<FieldSlice(std::size_t index)>;

    /// @param slices in order of strictly increasing time; at least one.
    /// @param loader reads one slice; called at most once each, from one thread at a time.
    Field(Variable variable, std::shared_ptr<const HorizontalGrid> grid,
          std::vector<SliceInfo> slices, Loader loader, StepLimits steps);

    [[nodiscard]] Variable variable() const noexcept { return variable_; }
    [[nodiscard]] const HorizontalGrid& grid() const noexcept { return *grid_; }
    /// For decorators and for whoever outlives the field.
    [[nodiscard]] std::shared_ptr<const HorizontalGrid> shared_grid() const noexcept {
        return grid_;
    }
    [[nodiscard]] const std::vector<SliceInfo>& slices() const noexcept { return slices_; }
    /// A field of one slice with no time of its own (bathymetry) is valid always.
    [[nodiscard]] bool is_static() const noexcept { return static_; }
    [[nodiscard]] Instant valid_from() const noexcept { return slices_.front().valid_from; }
    [[nodiscard]] Instant valid_until() const noexcept { return slices_.back().valid_until; }

    [[nodiscard]] StepLimits step_limits() const noexcept { return steps_; }

    /// Kept once read, for the life of the field.
    /// @throws Error from the reader, naming the file.
    [[nodiscard]] const FieldSlice& slice(std::size_t index) const;
    /// Read anew and not kept, if it has not been kept yet.
    [[nodiscard]] FieldSlice read(std::size_t index) const;

    /// Within one slice: bilinear over usable nodes if the node of greatest weight is usable (the
    /// worst usable quality among them is the sample's), else that node's quality.
    [[nodiscard]] static Sample interpolate(const FieldSlice& slice, const Stencil& stencil,
                                            Interpolation how = Interpolation::linear) noexcept;

    /// The two slices an instant lies between, and what that means.
    struct TimeStencil {
        std::size_t before = 0;
        std::size_t after = 0; ///< == before where one slice says all
        double weight_after = 0.0;
        bool in_gap = false;
        bool outside = false; ///< before the first, after the last, or in a gap not bridged
    };
    [[nodiscard]] TimeStencil locate(double time_s) const noexcept;
    /// Two samples of one place in two slices, brought to an instant between them. Where only one
    /// of them is usable, the one nearer in time is the answer, with Quality::gap if it is usable.
    [[nodiscard]] static Sample blend(const Sample& before, const Sample& after,
                                      double weight_after, Interpolation how) noexcept;

    /// In place and time; outside_time before valid_from or after valid_until.
    [[nodiscard]] Sample sample(const geo::Position& place, Instant time) const;
    /// As above with a stencil from grid().locate and time in seconds since 1970.
    [[nodiscard]] Sample sample(const Stencil& stencil, double time_s) const;

    /// A field valid always, from one slice (depth, land flags).
    [[nodiscard]] static std::shared_ptr<Field>
    make_static(Variable variable, std::shared_ptr<const HorizontalGrid> grid, std::string file,
                Loader loader);

  private:
    Variable variable_;
    std::shared_ptr<const HorizontalGrid> grid_;
    std::vector<SliceInfo> slices_;
    Loader loader_;
    StepLimits steps_;
    std::vector<double> times_s_; ///< of slices_, for searching
    bool static_ = false;
    mutable std::mutex loading_;
    mutable std::vector<std::unique_ptr<const FieldSlice>> loaded_;
    /// What loaded_ holds, for readers that do not want the lock.
    mutable std::vector<std::atomic<const FieldSlice*>> ready_;
};

} // namespace fairlead::env

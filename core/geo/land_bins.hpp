// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The fast engine of LandIndex: square bins over the plane, each all sea, all land or with a list
/// of the edges in it; a coarser grid tells how far from any edge a place is at least.
///
/// Whether a point in a bin with edges is on land: count the edges between it and a point of the
/// bin of which it is known. Which side of that line a vertex lies on is computed once per vertex,
/// so edges that share one never both miss or both count it, whatever the rounding. Each polygon is
/// counted by itself, so that what two of them hold is land as what one holds.

#include "core/geo/land_rings.hpp"

#include <cstdint>
#include <vector>

namespace fairlead::geo {

class LandBins {
  public:
    /// Refers to `land`, which must outlive it.
    explicit LandBins(const LandRings& land);

    [[nodiscard]] bool is_land(PlanePoint point) const noexcept;
    [[nodiscard]] bool is_clear(PlanePoint from, PlanePoint to, double clearance_m) const noexcept;
    /// True only if every point of the box is land; false as well for a box on an edge inside land.
    [[nodiscard]] bool is_all_land(PlanePoint low, PlanePoint high) const noexcept;

  private:
    struct Mixed {
        std::uint32_t first_edge = 0; ///< into edges_; up to the next bin's
        bool is_within_land = false;  ///< a polygon without an edge in the bin holds all of it
        double known_x_m = 0.0;       ///< the known point; its y is the row's middle
    };
    /// An edge in a bin's list. Those of one polygon follow one another.
    class Edge {
      public:
        Edge() = default;
        explicit Edge(std::uint32_t point) : bits_(point) {}
        /// The edge goes from this point of the land to the next.
        [[nodiscard]] std::uint32_t point() const noexcept { return bits_ & point_mask; }
        [[nodiscard]] bool begins_polygon() const noexcept { return (bits_ & polygon_bit) != 0; }
        [[nodiscard]] bool polygon_holds_known_point() const noexcept {
            return (bits_ & holds_bit) != 0;
        }
        void mark_begin_of_polygon(bool holds_known_point) noexcept {
            bits_ |= polygon_bit | (holds_known_point ? holds_bit : 0u);
        }
        static constexpr std::uint32_t point_mask = 0x3fffffffu;

      private:
        static constexpr std::uint32_t polygon_bit = 0x40000000u;
        static constexpr std::uint32_t holds_bit = 0x80000000u;
        std::uint32_t bits_ = 0;
    };
    struct Crossing {
        double x_m = 0.0;
        std::uint32_t polygon = 0;
    };
    struct Bin {
        std::int32_t column = 0;
        std::int32_t row = 0;
    };
    /// A segment with its frame, for distances to many edges.
    struct Probe;

    void collect_edges();
    void colour_rows();
    void measure_freedom();
    template <class Visit>
    void visit_bins_of_edge(PlanePoint a, PlanePoint b, const Visit& visit) const;
    [[nodiscard]] std::vector<std::vector<Crossing>> row_crossings() const;
    [[nodiscard]] double known_point_clear_of_edges(Bin bin, const Mixed& mixed,
                                                    std::uint32_t end) const;

    [[nodiscard]] std::int32_t column_of(double x_m) const noexcept;
    [[nodiscard]] std::int32_t row_of(double y_m) const noexcept;
    [[nodiscard]] double row_middle_m(std::int32_t row) const noexcept {
        return bottom_m_ + (row + 0.5) * bin_m_;
    }
    [[nodiscard]] std::size_t word_of(Bin bin) const noexcept {
        return static_cast<std::size_t>(bin.row) * words_per_row_ +
               static_cast<std::size_t>(bin.column) / 64;
    }
    [[nodiscard]] std::size_t mixed_index(std::size_t word, unsigned bit) const noexcept;
    [[nodiscard]] double free_distance_m(PlanePoint point) const noexcept;
    /// False if an edge in the bin's list meets the box, or may.
    [[nodiscard]] bool edges_miss_box(std::size_t mixed, PlanePoint low,
                                      PlanePoint high) const noexcept;
    [[nodiscard]] bool edges_keep_off(const Probe& probe, std::size_t mixed) const noexcept;

    const LandRings& land_;
    double left_m_ = 0.0;
    double bottom_m_ = 0.0;
    double bin_m_ = 0.0;
    std::int32_t side_ = 0; ///< bins per row and per column
    std::size_t words_per_row_ = 0;
    std::vector<std::uint64_t> is_mixed_;     ///< bit per bin
    std::vector<std::uint64_t> is_land_;      ///< bit per bin: its middle, if it is not mixed
    std::vector<std::uint32_t> mixed_before_; ///< per word: mixed bins in the words before it
    std::vector<Mixed> mixed_;                ///< and one more, for the end of the last list
    std::vector<Edge> edges_;
    std::int32_t block_side_ = 0;           ///< blocks per row and per column
    std::vector<std::uint8_t> block_rings_; ///< blocks around that hold no edge, own one included
};

} // namespace fairlead::geo

// SPDX-License-Identifier: Apache-2.0
#include "core/graph/land_safe_arcs.hpp"

#include "core/base/contract.hpp"
#include "core/graph/stencil.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

namespace fairlead::graph {
namespace {

/// Side of the blocks of cells that are tried against land as a whole before their quarters are.
constexpr std::int32_t block_cells = 16;

/// The map's scale within a block is at least this share of the least at its corners and centre
/// (for blocks of 16 cells of up to 50 km in any projection used at sea the true share is > 0.995).
constexpr double scale_margin = 0.99;

struct Block {
    std::int32_t column = 0;
    std::int32_t row = 0;
    std::int32_t size = 0;
};

/// Strikes out the arcs that are not clear of land.
class LandJudge {
  public:
    LandJudge(const geo::GridGeometry& geometry, const geo::Projection& projection,
              const geo::LandIndex& land, double clearance_m, int neighbours,
              std::vector<std::uint32_t>& arcs)
        : geometry_(geometry), projection_(projection), land_(land), clearance_m_(clearance_m),
          neighbours_(neighbours), in_plane_(land.plane().definition() == projection.definition()),
          arcs_(arcs) {}

    void judge(const Block& block) {
        if (is_clear_block(block)) {
            return;
        }
        if (block.size == 1) {
            judge_cell({block.column, block.row});
            return;
        }
        const std::int32_t half = block.size / 2;
        for (const std::int32_t row : {block.row, block.row + half}) {
            for (const std::int32_t column : {block.column, block.column + half}) {
                if (column < geometry_.columns && row < geometry_.rows) {
                    judge({column, row, half});
                }
            }
        }
    }

  private:
    /// True if every arc from the block's cells is certainly clear.
    [[nodiscard]] bool is_clear_block(const Block& block) const {
        const double middle = 0.5 * (block.size - 1);
        const double x_m = geometry_.left_m + (block.column + middle + 0.5) * geometry_.cell_m;
        const double y_m = geometry_.top_m - (block.row + middle + 0.5) * geometry_.cell_m;
        const geo::PlanePoint centre{x_m, y_m};
        const double half_m = middle * geometry_.cell_m;
        const double longest = directions[static_cast<std::size_t>(neighbours_ - 1)].length_cells;
        const double radius_m = half_m * std::sqrt(2.0) + longest * geometry_.cell_m;
        const double scale = least_scale(centre, half_m);
        if (scale <= 0.0) {
            return false;
        }
        return is_clear(centre, centre, clearance_m_ + radius_m / (scale * scale_margin));
    }

    /// 0 where the projection has no image.
    [[nodiscard]] double least_scale(geo::PlanePoint centre, double half_m) const {
        double least = 1e300;
        const std::array<geo::PlanePoint, 5> points{{centre,
                                                     {centre.x_m - half_m, centre.y_m - half_m},
                                                     {centre.x_m + half_m, centre.y_m - half_m},
                                                     {centre.x_m - half_m, centre.y_m + half_m},
                                                     {centre.x_m + half_m, centre.y_m + half_m}}};
        for (std::size_t i = 0; i < (half_m > 0.0 ? points.size() : 1); ++i) {
            const auto place = projection_.inverse(points[i]);
            if (!place) {
                return 0.0;
            }
            least = std::min(least, projection_.scale_factor(*place));
        }
        return least;
    }

    /// Each arc is judged once, from the end whose direction has the even number; both ends learn
    /// the verdict. The other end need not be judged itself: if an arc is unsafe, neither of the
    /// blocks its ends lie in is clear as a whole, so both ends come here.
    void judge_cell(geo::GridCell cell) {
        const std::uint32_t vertex = geometry_.index(cell);
        const geo::PlanePoint from = geometry_.centre(cell);
        if (arcs_[vertex] == 0) {
            return;
        }
        if (!is_clear(from, from, clearance_m_)) {
            strike_out(vertex, cell, arcs_[vertex]);
            return;
        }
        std::uint32_t unsafe = 0;
        constexpr std::uint32_t even = 0x55555555;
        for (std::uint32_t bits = arcs_[vertex] & even; bits != 0; bits &= bits - 1) {
            const auto d = static_cast<std::size_t>(std::countr_zero(bits));
            const CellOffset step = directions[d].step;
            const geo::GridCell other{cell.column + step.columns, cell.row + step.rows};
            if (!is_clear(from, geometry_.centre(other), clearance_m_)) {
                unsafe |= std::uint32_t{1} << d;
            }
        }
        strike_out(vertex, cell, unsafe);
    }

    void strike_out(std::uint32_t vertex, geo::GridCell cell, std::uint32_t bits) {
        arcs_[vertex] &= ~bits;
        for (; bits != 0; bits &= bits - 1) {
            const auto d = static_cast<std::uint8_t>(std::countr_zero(bits));
            const CellOffset step = directions[d].step;
            const geo::GridCell other{cell.column + step.columns, cell.row + step.rows};
            arcs_[geometry_.index(other)] &= ~(std::uint32_t{1} << opposite(d));
        }
    }

    [[nodiscard]] bool is_clear(geo::PlanePoint from, geo::PlanePoint to,
                                double clearance_m) const {
        if (in_plane_) {
            return land_.is_clear(from, to, clearance_m);
        }
        const auto start = projection_.inverse(from);
        const auto end = projection_.inverse(to);
        return start && end && land_.is_clear(*start, *end, Length::metres(clearance_m));
    }

    const geo::GridGeometry& geometry_;
    const geo::Projection& projection_;
    const geo::LandIndex& land_;
    double clearance_m_;
    int neighbours_;
    bool in_plane_;
    std::vector<std::uint32_t>& arcs_;
};

} // namespace

std::vector<std::uint32_t> land_safe_arcs(const geo::GridGeometry& geometry,
                                          const geo::Projection& projection,
                                          const geo::LandIndex* land, Length clearance,
                                          int neighbours, const Progress& progress) {
    FAIRLEAD_EXPECTS(clearance.in_metres() >= 0.0);
    std::vector<std::uint32_t> arcs = open_sea_arcs(geometry, neighbours);
    if (land == nullptr) {
        return arcs;
    }
    LandJudge judge(geometry, projection, *land, clearance.in_metres(), neighbours, arcs);
    for (std::int32_t row = 0; row < geometry.rows; row += block_cells) {
        progress.throw_if_stopped();
        progress.report(static_cast<double>(row) / geometry.rows, "arcs clear of land");
        for (std::int32_t column = 0; column < geometry.columns; column += block_cells) {
            judge.judge({column, row, block_cells});
        }
    }
    return arcs;
}

} // namespace fairlead::graph

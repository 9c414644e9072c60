// SPDX-License-Identifier: Apache-2.0
#include "core/geo/land_bins.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace fairlead::geo {
namespace {

/// Small enough that coasts fill few bins, large enough that the bins of a hemisphere fit a cache.
constexpr double least_bin_m = 4000.0;
constexpr std::int32_t bins_per_block = 4;
/// A known point nearer than this to an edge could be taken for one on its other side.
constexpr double known_point_distance_m = 1e-3;

/// Twice the signed area of a triangle: positive if c lies to the left of a to b.
double orientation(PlanePoint a, PlanePoint b, PlanePoint c) noexcept {
    return (b.x_m - a.x_m) * (c.y_m - a.y_m) - (b.y_m - a.y_m) * (c.x_m - a.x_m);
}

double distance2(PlanePoint point, PlanePoint a, PlanePoint b, PlanePoint& nearest) noexcept {
    const double dx = b.x_m - a.x_m;
    const double dy = b.y_m - a.y_m;
    const double length2 = dx * dx + dy * dy;
    double t =
        length2 > 0.0 ? ((point.x_m - a.x_m) * dx + (point.y_m - a.y_m) * dy) / length2 : 0.0;
    t = t < 0.0 ? 0.0 : (t > 1.0 ? 1.0 : t);
    nearest = {a.x_m + t * dx, a.y_m + t * dy};
    const double off_x = point.x_m - nearest.x_m;
    const double off_y = point.y_m - nearest.y_m;
    return off_x * off_x + off_y * off_y;
}

/// Sets bits [begin, end).
void set_bits(std::span<std::uint64_t> words, std::size_t begin, std::size_t end) {
    if (begin >= end) {
        return;
    }
    const std::uint64_t head = ~std::uint64_t{0} << (begin % 64);
    const std::uint64_t tail = ~std::uint64_t{0} >> (63 - (end - 1) % 64);
    const std::size_t last = (end - 1) / 64;
    if (begin / 64 == last) {
        words[last] |= head & tail;
        return;
    }
    words[begin / 64] |= head;
    std::fill(words.begin() + static_cast<std::ptrdiff_t>(begin / 64 + 1),
              words.begin() + static_cast<std::ptrdiff_t>(last), ~std::uint64_t{0});
    words[last] |= tail;
}

} // namespace

struct LandBins::Probe {
    Probe(PlanePoint begin, PlanePoint end, double clear_m, double widest_m) noexcept
        : from(begin), to(end), clearance_m(clear_m), reach_m(widest_m),
          length_m(std::hypot(end.x_m - begin.x_m, end.y_m - begin.y_m)),
          low{std::fmin(begin.x_m, end.x_m) - widest_m, std::fmin(begin.y_m, end.y_m) - widest_m},
          high{std::fmax(begin.x_m, end.x_m) + widest_m, std::fmax(begin.y_m, end.y_m) + widest_m} {
        if (length_m > 0.0) {
            along = {(end.x_m - begin.x_m) / length_m, (end.y_m - begin.y_m) / length_m};
        }
    }
    PlanePoint from;
    PlanePoint to;
    double clearance_m; ///< true
    double reach_m;     ///< in the plane, no less than the clearance anywhere near the segment
    double length_m;
    PlanePoint low; ///< of the box around all that is within reach
    PlanePoint high;
    PlanePoint along{1.0, 0.0};
};

LandBins::LandBins(const LandRings& land) : land_(land) {
    FAIRLEAD_EXPECTS(land.points.size() <= Edge::point_mask);
    const double half_m = land.reach_m + land.margin_m;
    bin_m_ = std::fmax(least_bin_m, half_m / 3000.0);
    const auto blocks =
        static_cast<std::int32_t>(std::ceil(2.0 * half_m / (bin_m_ * bins_per_block)));
    block_side_ = blocks;
    side_ = blocks * bins_per_block;
    left_m_ = land.pole.x_m - 0.5 * side_ * bin_m_;
    bottom_m_ = land.pole.y_m - 0.5 * side_ * bin_m_;
    words_per_row_ = (static_cast<std::size_t>(side_) + 63) / 64;
    is_mixed_.assign(words_per_row_ * static_cast<std::size_t>(side_), 0);
    is_land_.assign(is_mixed_.size(), 0);
    collect_edges();
    colour_rows();
    measure_freedom();
}

std::int32_t LandBins::column_of(double x_m) const noexcept {
    const double column = std::floor((x_m - left_m_) / bin_m_);
    return static_cast<std::int32_t>(std::clamp(column, -1.0, static_cast<double>(side_)));
}

std::int32_t LandBins::row_of(double y_m) const noexcept {
    const double row = std::floor((y_m - bottom_m_) / bin_m_);
    return static_cast<std::int32_t>(std::clamp(row, -1.0, static_cast<double>(side_)));
}

/// Every bin the edge passes through or touches.
template <class Visit>
void LandBins::visit_bins_of_edge(PlanePoint a, PlanePoint b, const Visit& visit) const {
    if (a.y_m > b.y_m) {
        std::swap(a, b);
    }
    // A hair wider than the edge: one that runs along a border belongs to the bins on both sides.
    constexpr double hair_m = 1e-6;
    const std::int32_t first_row = std::max(0, row_of(a.y_m - hair_m));
    const std::int32_t last_row = std::min(side_ - 1, row_of(b.y_m + hair_m));
    const double slope = b.y_m > a.y_m ? (b.x_m - a.x_m) / (b.y_m - a.y_m) : 0.0;
    for (std::int32_t row = first_row; row <= last_row; ++row) {
        double x0 = a.x_m;
        double x1 = b.x_m;
        if (first_row < last_row) {
            const double low_m = bottom_m_ + row * bin_m_ - hair_m;
            const double high_m = low_m + bin_m_ + 2.0 * hair_m;
            x0 = a.y_m < low_m ? a.x_m + slope * (low_m - a.y_m) : a.x_m;
            x1 = b.y_m > high_m ? a.x_m + slope * (high_m - a.y_m) : b.x_m;
        }
        const std::int32_t first = std::max(0, column_of(std::fmin(x0, x1) - hair_m));
        const std::int32_t last = std::min(side_ - 1, column_of(std::fmax(x0, x1) + hair_m));
        for (std::int32_t column = first; column <= last; ++column) {
            visit(Bin{column, row});
        }
    }
}

void LandBins::collect_edges() {
    struct Entry {
        std::uint32_t word;
        std::uint32_t bit;
        std::uint32_t edge;
    };
    std::vector<Entry> entries;
    entries.reserve(land_.points.size() + land_.points.size() / 4);
    for (std::size_t ring = 0; ring < land_.ring_count(); ++ring) {
        for (std::uint32_t i = land_.ring_begin[ring]; i + 1 < land_.ring_begin[ring + 1]; ++i) {
            visit_bins_of_edge(land_.points[i], land_.points[i + 1], [&](Bin bin) {
                const std::size_t word = word_of(bin);
                const unsigned bit = static_cast<unsigned>(bin.column) % 64;
                is_mixed_[word] |= std::uint64_t{1} << bit;
                entries.push_back({static_cast<std::uint32_t>(word), bit, i});
            });
        }
    }
    mixed_before_.resize(is_mixed_.size());
    std::uint32_t count = 0;
    for (std::size_t word = 0; word < is_mixed_.size(); ++word) {
        mixed_before_[word] = count;
        count += static_cast<std::uint32_t>(std::popcount(is_mixed_[word]));
    }
    mixed_.resize(count + 1);
    for (const Entry& entry : entries) {
        ++mixed_[mixed_index(entry.word, entry.bit) + 1].first_edge;
    }
    for (std::size_t i = 0; i < count; ++i) {
        mixed_[i + 1].first_edge += mixed_[i].first_edge;
    }
    edges_.resize(entries.size());
    std::vector<std::uint32_t> next(count);
    for (std::size_t i = 0; i < count; ++i) {
        next[i] = mixed_[i].first_edge;
    }
    for (const Entry& entry : entries) {
        edges_[next[mixed_index(entry.word, entry.bit)]++] = Edge(entry.edge);
    }
}

/// Where land's edges cross the middle of each row of bins, from west to east.
std::vector<std::vector<LandBins::Crossing>> LandBins::row_crossings() const {
    std::vector<std::vector<Crossing>> crossings(static_cast<std::size_t>(side_));
    const auto add_edge = [&](PlanePoint a, PlanePoint b, std::uint32_t polygon) {
        // Rows whose middle can lie between the ends, one more on each side for rounding.
        const double low = (std::fmin(a.y_m, b.y_m) - bottom_m_) / bin_m_ - 0.5;
        const double high = (std::fmax(a.y_m, b.y_m) - bottom_m_) / bin_m_ - 0.5;
        const auto first = static_cast<std::int32_t>(std::clamp(low - 1e-6, 0.0, 1.0 * side_));
        const auto last = static_cast<std::int32_t>(std::clamp(high + 1e-6, -1.0, side_ - 1.0));
        for (std::int32_t row = first; row <= last; ++row) {
            const double y_m = row_middle_m(row);
            if ((a.y_m > y_m) != (b.y_m > y_m)) {
                const double t = (y_m - a.y_m) / (b.y_m - a.y_m);
                crossings[static_cast<std::size_t>(row)].push_back(
                    {a.x_m + t * (b.x_m - a.x_m), polygon});
            }
        }
    };
    for (std::uint32_t polygon = 0; polygon < land_.polygon_count(); ++polygon) {
        for (auto ring = land_.polygon_begin[polygon]; ring < land_.polygon_begin[polygon + 1];
             ++ring) {
            for (std::uint32_t i = land_.ring_begin[ring]; i + 1 < land_.ring_begin[ring + 1];
                 ++i) {
                add_edge(land_.points[i], land_.points[i + 1], polygon);
            }
        }
    }
    for (auto& row : crossings) {
        std::sort(row.begin(), row.end(),
                  [](const Crossing& a, const Crossing& b) { return a.x_m < b.x_m; });
    }
    return crossings;
}

double LandBins::known_point_clear_of_edges(Bin bin, const Mixed& mixed, std::uint32_t end) const {
    const double y_m = row_middle_m(bin.row);
    const double left_m = left_m_ + bin.column * bin_m_;
    // A bin's edges would have to be laid out on purpose to come near all of these.
    constexpr double shares[] = {0.5,       0.3819660, 0.6180340, 0.2360680,
                                 0.7639320, 0.1458980, 0.8541020};
    double best_m = -1.0;
    double best_x_m = left_m + 0.5 * bin_m_;
    for (const double share : shares) {
        const PlanePoint candidate{left_m + share * bin_m_, y_m};
        double least2 = std::numeric_limits<double>::infinity();
        for (std::uint32_t i = mixed.first_edge; i < end; ++i) {
            PlanePoint nearest;
            const std::uint32_t edge = edges_[i].point();
            least2 = std::fmin(
                least2, distance2(candidate, land_.points[edge], land_.points[edge + 1], nearest));
        }
        if (least2 > known_point_distance_m * known_point_distance_m) {
            return candidate.x_m;
        }
        if (least2 > best_m) {
            best_m = least2;
            best_x_m = candidate.x_m;
        }
    }
    return best_x_m;
}

void LandBins::colour_rows() {
    const auto crossings = row_crossings();
    std::vector<std::uint32_t> polygon_of_point(land_.points.size());
    for (std::uint32_t polygon = 0; polygon < land_.polygon_count(); ++polygon) {
        const auto begin = land_.ring_begin[land_.polygon_begin[polygon]];
        const auto end = land_.ring_begin[land_.polygon_begin[polygon + 1]];
        std::fill(polygon_of_point.begin() + begin, polygon_of_point.begin() + end, polygon);
    }
    std::vector<std::uint32_t> holding; // polygons that hold the place the walk has come to
    for (std::int32_t row = 0; row < side_; ++row) {
        const auto& crossed = crossings[static_cast<std::size_t>(row)];
        const std::size_t row_begin = static_cast<std::size_t>(row) * words_per_row_;
        const auto row_of_land = std::span(is_land_).subspan(row_begin, words_per_row_);
        // First bin whose middle lies east of x.
        const auto first_after = [&](double x_m) {
            const double column = std::ceil((x_m - left_m_) / bin_m_ - 0.5);
            return static_cast<std::size_t>(std::clamp(column, 0.0, static_cast<double>(side_)));
        };
        holding.clear();
        auto next = crossed.begin();
        double land_begins_m = 0.0;
        const auto walk_to = [&](double x_m) {
            for (; next != crossed.end() && next->x_m < x_m; ++next) {
                const bool was_sea = holding.empty();
                const auto known = std::find(holding.begin(), holding.end(), next->polygon);
                if (known == holding.end()) {
                    holding.push_back(next->polygon);
                } else {
                    holding.erase(known);
                }
                if (was_sea) {
                    land_begins_m = next->x_m;
                } else if (holding.empty()) {
                    set_bits(row_of_land, first_after(land_begins_m), first_after(next->x_m));
                }
            }
        };
        for (std::size_t word = row_begin; word < row_begin + words_per_row_; ++word) {
            for (std::uint64_t bits = is_mixed_[word]; bits != 0; bits &= bits - 1) {
                const auto bit = static_cast<unsigned>(std::countr_zero(bits));
                const auto column = static_cast<std::int32_t>((word - row_begin) * 64 + bit);
                const std::size_t index = mixed_index(word, bit);
                Mixed& mixed = mixed_[index];
                const std::uint32_t end = mixed_[index + 1].first_edge;
                mixed.known_x_m = known_point_clear_of_edges({column, row}, mixed, end);
                walk_to(mixed.known_x_m);
                std::size_t holding_with_edges = 0;
                for (std::uint32_t i = mixed.first_edge; i < end; ++i) {
                    const std::uint32_t polygon = polygon_of_point[edges_[i].point()];
                    if (i == mixed.first_edge ||
                        polygon != polygon_of_point[edges_[i - 1].point()]) {
                        const bool holds =
                            std::find(holding.begin(), holding.end(), polygon) != holding.end();
                        edges_[i].mark_begin_of_polygon(holds);
                        holding_with_edges += holds ? 1 : 0;
                    }
                }
                mixed.is_within_land = holding.size() > holding_with_edges;
            }
        }
        walk_to(std::numeric_limits<double>::infinity());
    }
}

/// Chessboard distance of every block to the nearest with an edge, by two sweeps.
void LandBins::measure_freedom() {
    constexpr std::uint8_t farthest = 255;
    const auto width = static_cast<std::size_t>(block_side_);
    // One block of frame on each side saves asking for borders.
    const std::size_t stride = width + 2;
    std::vector<std::uint8_t> framed(stride * stride, farthest);
    for (std::int32_t row = 0; row < side_; ++row) {
        for (std::size_t word = 0; word < words_per_row_; ++word) {
            std::uint64_t bits = is_mixed_[static_cast<std::size_t>(row) * words_per_row_ + word];
            for (; bits != 0; bits &= bits - 1) {
                const std::size_t column =
                    word * 64 + static_cast<std::size_t>(std::countr_zero(bits));
                framed[(static_cast<std::size_t>(row / bins_per_block) + 1) * stride +
                       column / bins_per_block + 1] = 0;
            }
        }
    }
    const auto relax = [&](std::size_t at, std::size_t a, std::size_t b, std::size_t c,
                           std::size_t d) {
        const std::uint8_t least =
            std::min(std::min(framed[a], framed[b]), std::min(framed[c], framed[d]));
        const auto next = static_cast<std::uint8_t>(least == farthest ? farthest : least + 1);
        framed[at] = std::min(framed[at], next);
    };
    for (std::size_t row = 1; row <= width; ++row) {
        for (std::size_t column = 1; column <= width; ++column) {
            const std::size_t at = row * stride + column;
            relax(at, at - 1, at - stride - 1, at - stride, at - stride + 1);
        }
    }
    for (std::size_t row = width; row >= 1; --row) {
        for (std::size_t column = width; column >= 1; --column) {
            const std::size_t at = row * stride + column;
            relax(at, at + 1, at + stride + 1, at + stride, at + stride - 1);
        }
    }
    block_rings_.resize(width * width);
    for (std::size_t row = 0; row < width; ++row) {
        std::copy_n(framed.begin() + static_cast<std::ptrdiff_t>((row + 1) * stride + 1), width,
                    block_rings_.begin() + static_cast<std::ptrdiff_t>(row * width));
    }
}

std::size_t LandBins::mixed_index(std::size_t word, unsigned bit) const noexcept {
    const std::uint64_t below = is_mixed_[word] & ((std::uint64_t{1} << bit) - 1);
    return mixed_before_[word] + static_cast<std::size_t>(std::popcount(below));
}

/// No edge is nearer than this, along either axis.
double LandBins::free_distance_m(PlanePoint point) const noexcept {
    const double block_m = bin_m_ * bins_per_block;
    const auto column = static_cast<std::int32_t>((point.x_m - left_m_) / block_m);
    const auto row = static_cast<std::int32_t>((point.y_m - bottom_m_) / block_m);
    FAIRLEAD_AUDIT(column >= 0 && column < block_side_ && row >= 0 && row < block_side_);
    const int rings =
        block_rings_[static_cast<std::size_t>(row) * static_cast<std::size_t>(block_side_) +
                     static_cast<std::size_t>(column)];
    return rings > 0 ? (rings - 1) * block_m : 0.0;
}

bool LandBins::is_land(PlanePoint point) const noexcept {
    if (!land_.covers(point, 0.0)) {
        return true;
    }
    const Bin bin{column_of(point.x_m), row_of(point.y_m)};
    const std::size_t word = word_of(bin);
    const unsigned bit = static_cast<unsigned>(bin.column) % 64;
    if ((is_mixed_[word] >> bit & 1u) == 0) {
        return (is_land_[word] >> bit & 1u) != 0;
    }
    const std::size_t index = mixed_index(word, bit);
    const PlanePoint known{mixed_[index].known_x_m, row_middle_m(bin.row)};
    if (mixed_[index].is_within_land) {
        return true;
    }
    bool land = false; // by the polygon whose edges are being counted
    for (std::uint32_t i = mixed_[index].first_edge; i < mixed_[index + 1].first_edge; ++i) {
        if (edges_[i].begins_polygon()) {
            if (land) {
                return true;
            }
            land = edges_[i].polygon_holds_known_point();
        }
        const PlanePoint a = land_.points[edges_[i].point()];
        const PlanePoint b = land_.points[edges_[i].point() + 1];
        const double point_side = orientation(a, b, point);
        if (point_side == 0.0) {
            const bool within =
                std::fmin(a.x_m, b.x_m) <= point.x_m && point.x_m <= std::fmax(a.x_m, b.x_m) &&
                std::fmin(a.y_m, b.y_m) <= point.y_m && point.y_m <= std::fmax(a.y_m, b.y_m);
            if (within) {
                return true; // on the edge
            }
        }
        const bool a_left = orientation(known, point, a) > 0.0;
        const bool b_left = orientation(known, point, b) > 0.0;
        if (a_left != b_left && (point_side > 0.0) != (orientation(a, b, known) > 0.0)) {
            land = !land;
        }
    }
    return land;
}

bool LandBins::edges_miss_box(std::size_t mixed, PlanePoint low, PlanePoint high) const noexcept {
    const std::array corners{low, PlanePoint{high.x_m, low.y_m}, high,
                             PlanePoint{low.x_m, high.y_m}};
    for (std::uint32_t i = mixed_[mixed].first_edge; i < mixed_[mixed + 1].first_edge; ++i) {
        const PlanePoint a = land_.points[edges_[i].point()];
        const PlanePoint b = land_.points[edges_[i].point() + 1];
        if (std::fmax(a.x_m, b.x_m) < low.x_m || std::fmin(a.x_m, b.x_m) > high.x_m ||
            std::fmax(a.y_m, b.y_m) < low.y_m || std::fmin(a.y_m, b.y_m) > high.y_m) {
            continue;
        }
        const auto left = std::count_if(corners.begin(), corners.end(), [&](PlanePoint corner) {
            return orientation(a, b, corner) > 0.0;
        });
        const auto right = std::count_if(corners.begin(), corners.end(), [&](PlanePoint corner) {
            return orientation(a, b, corner) < 0.0;
        });
        if (left < 4 && right < 4) {
            return false; // its line passes between the corners, or through one
        }
    }
    return true;
}

bool LandBins::is_all_land(PlanePoint low, PlanePoint high) const noexcept {
    const std::int32_t first_row = row_of(low.y_m);
    const std::int32_t last_row = row_of(high.y_m);
    const std::int32_t first_column = column_of(low.x_m);
    const std::int32_t last_column = column_of(high.x_m);
    if (first_row < 0 || first_column < 0 || last_row >= side_ || last_column >= side_) {
        return false;
    }
    for (std::int32_t row = first_row; row <= last_row; ++row) {
        for (std::int32_t column = first_column; column <= last_column; ++column) {
            const std::size_t word = word_of({column, row});
            const unsigned bit = static_cast<unsigned>(column) % 64;
            if ((is_mixed_[word] >> bit & 1u) == 0) {
                if ((is_land_[word] >> bit & 1u) == 0) {
                    return false;
                }
                continue;
            }
            const std::size_t index = mixed_index(word, bit);
            if (!mixed_[index].is_within_land && !edges_miss_box(index, low, high)) {
                return false;
            }
        }
    }
    return is_land({0.5 * (low.x_m + high.x_m), 0.5 * (low.y_m + high.y_m)});
}

bool LandBins::edges_keep_off(const Probe& probe, std::size_t mixed) const noexcept {
    const auto side_of = [&](PlanePoint point) {
        const double dx = point.x_m - probe.from.x_m;
        const double dy = point.y_m - probe.from.y_m;
        return PlanePoint{dx * probe.along.x_m + dy * probe.along.y_m,
                          dy * probe.along.x_m - dx * probe.along.y_m};
    };
    for (std::uint32_t i = mixed_[mixed].first_edge; i < mixed_[mixed + 1].first_edge; ++i) {
        const PlanePoint a = land_.points[edges_[i].point()];
        const PlanePoint b = land_.points[edges_[i].point() + 1];
        if ((a.x_m < probe.low.x_m && b.x_m < probe.low.x_m) ||
            (a.x_m > probe.high.x_m && b.x_m > probe.high.x_m) ||
            (a.y_m < probe.low.y_m && b.y_m < probe.low.y_m) ||
            (a.y_m > probe.high.y_m && b.y_m > probe.high.y_m)) {
            continue; // most of them
        }
        // In the segment's own frame (x along it, y to its left) most others are plainly off.
        const PlanePoint fa = side_of(a);
        const PlanePoint fb = side_of(b);
        if ((fa.y_m > probe.reach_m && fb.y_m > probe.reach_m) ||
            (fa.y_m < -probe.reach_m && fb.y_m < -probe.reach_m) ||
            (fa.x_m < -probe.reach_m && fb.x_m < -probe.reach_m) ||
            (fa.x_m > probe.length_m + probe.reach_m && fb.x_m > probe.length_m + probe.reach_m)) {
            continue;
        }
        if ((fa.y_m > 0.0) != (fb.y_m > 0.0)) {
            const double x_m = fa.x_m + (fb.x_m - fa.x_m) * fa.y_m / (fa.y_m - fb.y_m);
            if (x_m >= 0.0 && x_m <= probe.length_m) {
                return false; // they cross
            }
        }
        // Otherwise the nearest points include an end of one of the two.
        PlanePoint nearest = a;
        PlanePoint unused;
        double least2 = distance2(a, probe.from, probe.to, unused);
        if (const double d2 = distance2(b, probe.from, probe.to, unused); d2 < least2) {
            least2 = d2;
            nearest = b;
        }
        for (const PlanePoint end : {probe.from, probe.to}) {
            PlanePoint foot;
            if (const double d2 = distance2(end, a, b, foot); d2 < least2) {
                least2 = d2;
                nearest = foot;
            }
        }
        const double needed_m = probe.clearance_m * land_.scale.at(nearest);
        if (least2 <= needed_m * needed_m) {
            return false;
        }
    }
    return true;
}

bool LandBins::is_clear(PlanePoint from, PlanePoint to, double clearance_m) const noexcept {
    // Scale grows outwards from the pole, so along a segment it is greatest at an end; beside it
    // by less than 1 % for each 100 km.
    const double scale = std::fmax(land_.scale.at(from), land_.scale.at(to));
    const double reach_m = clearance_m * scale * (1.001 + clearance_m * 1e-7);
    if (!(clearance_m >= 0.0) || !land_.covers(from, reach_m) || !land_.covers(to, reach_m) ||
        is_land(from)) {
        return false;
    }
    const PlanePoint middle{0.5 * (from.x_m + to.x_m), 0.5 * (from.y_m + to.y_m)};
    const double half_m =
        0.5 * std::fmax(std::fabs(to.x_m - from.x_m), std::fabs(to.y_m - from.y_m));
    if (free_distance_m(middle) > half_m + reach_m) {
        return true;
    }
    // From a start at sea, land can only be met by coming near one of its edges.
    const Probe probe(from, to, clearance_m, reach_m);
    const PlanePoint low = from.y_m <= to.y_m ? from : to;
    const PlanePoint high = from.y_m <= to.y_m ? to : from;
    const double slope = high.y_m > low.y_m ? (high.x_m - low.x_m) / (high.y_m - low.y_m) : 0.0;
    const std::int32_t last_row = std::min(side_ - 1, row_of(high.y_m + reach_m));
    for (std::int32_t row = std::max(0, row_of(low.y_m - reach_m)); row <= last_row; ++row) {
        // The part of the segment from which this row can be reached, widened by that reach.
        const double row_low_m = bottom_m_ + row * bin_m_ - reach_m;
        const double row_high_m = row_low_m + bin_m_ + 2.0 * reach_m;
        const double x0 = low.y_m < row_low_m ? low.x_m + slope * (row_low_m - low.y_m) : low.x_m;
        const double x1 =
            high.y_m > row_high_m ? low.x_m + slope * (row_high_m - low.y_m) : high.x_m;
        const std::int32_t first = std::max(0, column_of(std::fmin(x0, x1) - reach_m - 1e-3));
        const std::int32_t last =
            std::min(side_ - 1, column_of(std::fmax(x0, x1) + reach_m + 1e-3));
        for (std::int32_t word = first / 64; word <= last / 64; ++word) {
            const std::size_t at =
                static_cast<std::size_t>(row) * words_per_row_ + static_cast<std::size_t>(word);
            std::uint64_t bits = is_mixed_[at];
            if (word == first / 64) {
                bits &= ~std::uint64_t{0} << (first % 64);
            }
            if (word == last / 64) {
                bits &= ~std::uint64_t{0} >> (63 - last % 64);
            }
            for (; bits != 0; bits &= bits - 1) {
                if (!edges_keep_off(
                        probe, mixed_index(at, static_cast<unsigned>(std::countr_zero(bits))))) {
                    return false;
                }
            }
        }
    }
    return true;
}

} // namespace fairlead::geo

// SPDX-License-Identifier: Apache-2.0
#include "core/route/refinement.hpp"

#include "core/route/plane_passage.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

namespace fairlead::route {
namespace {

using geo::PlanePoint;

constexpr int offsets = 9;
constexpr int middle = offsets / 2;
/// Between two stages a path shifts by this many offsets at most: with widths of an eighth of a
/// stage a turn of 14 degrees, and more in the next pass.
constexpr int greatest_shift = 2;
constexpr double infinity = std::numeric_limits<double>::infinity();
/// A finer measure than that of the programme decides between input and result.
constexpr double programme_samples_per_cell = 2.0;
constexpr double judge_samples_per_cell = 4.0;
/// A pass that gains this share is made again at the same width.
constexpr double worth_repeating = 5e-4;
/// Of sums of floats: no gain.
constexpr double rounding = 1e-7;

double distance_m(PlanePoint a, PlanePoint b) noexcept {
    return std::hypot(b.x_m - a.x_m, b.y_m - a.y_m);
}

PlanePoint point_between(PlanePoint a, PlanePoint b, double share) noexcept {
    return {a.x_m + share * (b.x_m - a.x_m), a.y_m + share * (b.y_m - a.y_m)};
}

std::vector<PlanePoint> without_doubles(std::span<const PlanePoint> path) {
    std::vector<PlanePoint> points;
    points.reserve(path.size());
    for (const PlanePoint point : path) {
        if (points.empty() || !(points.back() == point)) {
            points.push_back(point);
        }
    }
    return points;
}

/// The same line with more points, no two farther apart than `spacing_m`.
std::vector<PlanePoint> subdivided(std::span<const PlanePoint> path, double spacing_m) {
    std::vector<PlanePoint> points{path.front()};
    for (std::size_t i = 1; i < path.size(); ++i) {
        const int parts = std::max(
            1, static_cast<int>(std::ceil(distance_m(path[i - 1], path[i]) / spacing_m - 1e-6)));
        for (int part = 1; part < parts; ++part) {
            points.push_back(
                point_between(path[i - 1], path[i], static_cast<double>(part) / parts));
        }
        points.push_back(path[i]);
    }
    return points;
}

/// Points at equal distances along the line; corners between them are cut, but not where the cut
/// would touch land.
std::vector<PlanePoint> resampled(std::span<const PlanePoint> path, double spacing_m,
                                  const SegmentClear& clear) {
    std::vector<PlanePoint> points{path.front()};
    std::vector<PlanePoint> passed; // corners since the last point
    double left_m = spacing_m;
    for (std::size_t i = 1; i < path.size(); ++i) {
        PlanePoint at = path[i - 1];
        double segment_m = distance_m(at, path[i]);
        while (segment_m >= left_m && !(i + 1 == path.size() && segment_m < 1.5 * left_m)) {
            at = point_between(at, path[i], left_m / segment_m);
            segment_m -= left_m;
            left_m = spacing_m;
            if (!passed.empty() && clear && !clear(points.back(), at, 0.0)) {
                points.insert(points.end(), passed.begin(), passed.end());
            }
            passed.clear();
            points.push_back(at);
        }
        left_m -= segment_m;
        left_m = std::max(left_m, 1e-3 * spacing_m);
        passed.push_back(path[i]);
    }
    passed.pop_back();
    if (!passed.empty() && clear && !clear(points.back(), path.back(), 0.0)) {
        points.insert(points.end(), passed.begin(), passed.end());
    }
    points.push_back(path.back());
    return points;
}

/// Unit normals from a tangent over a few points, so that a zigzag does not turn them about.
std::vector<PlaneDirection> normals(std::span<const PlanePoint> path) {
    constexpr std::size_t reach = 3;
    std::vector<PlaneDirection> result(path.size());
    for (std::size_t i = 0; i < path.size(); ++i) {
        const PlanePoint a = path[i - std::min(i, reach)];
        const PlanePoint b = path[std::min(i + reach, path.size() - 1)];
        const double length_m = distance_m(a, b);
        if (length_m > 0.0) {
            result[i] = {-(b.y_m - a.y_m) / length_m, (b.x_m - a.x_m) / length_m};
        }
    }
    return result;
}

/// One pass of the programme: the best path whose distance from `line` is linear between stages.
class Tube {
  public:
    Tube(std::span<const PlanePoint> line, const PlanePassage& passage, const SegmentClear& clear,
         std::size_t stride, double width_m)
        : line_(line), normals_(normals(line)), passage_(passage), clear_(clear),
          width_m_(width_m) {
        const std::size_t last = line.size() - 1;
        for (std::size_t at = 0; at + stride / 2 < last; at += stride) {
            stages_.push_back(at);
        }
        stages_.push_back(last);
    }

    /// Nothing if no path is better than the line itself, whose value is given.
    std::optional<std::vector<PlanePoint>> best(double departure_s, double line_value);

  private:
    struct Node {
        PlaneLabel label;
        double value = infinity;
        int from = -1;
    };
    using Row = std::array<Node, offsets>;

    [[nodiscard]] double offset_m(int j) const noexcept { return (j - middle) * width_m_; }
    [[nodiscard]] PlanePoint point(std::size_t at, double off_m) const noexcept {
        return {line_[at].x_m + off_m * normals_[at].x, line_[at].y_m + off_m * normals_[at].y};
    }
    std::optional<PlaneLabel> cross(std::size_t stage, int from, int to, PlaneLabel label,
                                    double bound) const;
    bool clear_of_land(std::size_t stage, int from, int to) const;
    void find_wide_water(std::size_t stage);
    template <class Visit>
    bool along(std::size_t stage, int from, int to, Visit&& visit) const;

    std::span<const PlanePoint> line_;
    std::vector<PlaneDirection> normals_;
    const PlanePassage& passage_;
    const SegmentClear& clear_;
    double width_m_;
    std::vector<std::size_t> stages_;
    std::vector<unsigned char> wide_water_; ///< per segment of this stage: no land near the tube
};

/// Calls visit(begin, end, index of the end point) for each piece between two stages while true.
template <class Visit>
bool Tube::along(std::size_t stage, int from, int to, Visit&& visit) const {
    const std::size_t begin = stages_[stage - 1];
    const std::size_t end = stages_[stage];
    const double first_m = offset_m(from);
    const double slope_m = (offset_m(to) - first_m) / static_cast<double>(end - begin);
    PlanePoint before = point(begin, first_m);
    for (std::size_t at = begin + 1; at <= end; ++at) {
        const PlanePoint after = point(at, first_m + slope_m * static_cast<double>(at - begin));
        if (!visit(before, after, at)) {
            return false;
        }
        before = after;
    }
    return true;
}

std::optional<PlaneLabel> Tube::cross(std::size_t stage, int from, int to, PlaneLabel label,
                                      double bound) const {
    const bool open = along(stage, from, to, [&](PlanePoint before, PlanePoint after, std::size_t) {
        const auto next = passage_.cross(before, after, label, bound);
        if (next) {
            label = *next;
        }
        return next.has_value();
    });
    return open ? std::optional(label) : std::nullopt;
}

bool Tube::clear_of_land(std::size_t stage, int from, int to) const {
    if (!clear_ || (from == middle && to == middle)) {
        return true;
    }
    const std::size_t begin = stages_[stage - 1];
    return along(stage, from, to, [&](PlanePoint before, PlanePoint after, std::size_t at) {
        return wide_water_[at - begin - 1] != 0 || clear_(before, after, 0.0);
    });
}

void Tube::find_wide_water(std::size_t stage) {
    wide_water_.clear();
    if (!clear_) {
        return;
    }
    // All places of the tube beside a segment are within the largest offset of it.
    const double reach_m = middle * width_m_;
    for (std::size_t at = stages_[stage - 1] + 1; at <= stages_[stage]; ++at) {
        wide_water_.push_back(clear_(line_[at - 1], line_[at], reach_m) ? 1 : 0);
    }
}

std::optional<std::vector<PlanePoint>> Tube::best(double departure_s, double line_value) {
    std::vector<Row> rows(stages_.size());
    Node& start = rows.front()[middle];
    start.label = {departure_s, 0.0};
    start.value = passage_.value(start.label);
    start.from = middle;

    for (std::size_t stage = 1; stage < stages_.size(); ++stage) {
        find_wide_water(stage);
        const bool at_end = stage + 1 == stages_.size();
        for (int to = at_end ? middle : 0; to < (at_end ? middle + 1 : offsets); ++to) {
            Node& node = rows[stage][static_cast<std::size_t>(to)];
            // Straight on first: its value bounds the others.
            for (int turn = 0; turn <= 2 * greatest_shift; ++turn) {
                const int from = to + ((turn & 1) != 0 ? (turn + 1) / 2 : -turn / 2);
                if (from < 0 || from >= offsets) {
                    continue;
                }
                const Node& before = rows[stage - 1][static_cast<std::size_t>(from)];
                if (before.from < 0 || before.value >= node.value) {
                    continue;
                }
                const auto label = cross(stage, from, to, before.label, node.value);
                if (label && clear_of_land(stage, from, to)) {
                    node = {*label, passage_.value(*label), from};
                }
            }
        }
    }
    if (!(rows.back()[middle].value < line_value)) {
        return std::nullopt;
    }
    std::vector<PlanePoint> path(line_.begin(), line_.end());
    int to = middle;
    for (std::size_t stage = stages_.size() - 1; stage > 0; --stage) {
        const int from = rows[stage][static_cast<std::size_t>(to)].from;
        along(stage, from, to, [&](PlanePoint, PlanePoint after, std::size_t at) {
            path[at] = after;
            return true;
        });
        to = from;
    }
    path.back() = line_.back();
    return path;
}

/// Widths from coarse to fine: stages of up to a quarter of the path, each with offsets that turn
/// it by an eighth at most, and halved.
struct Level {
    std::size_t stride;
    double width_cells;
};

std::vector<Level> levels_for(std::size_t segments) {
    constexpr std::size_t widest = 64;
    std::size_t stride = 1;
    while (stride < widest && 8 * stride <= segments) {
        stride *= 2;
    }
    std::vector<Level> levels;
    for (; stride >= 1; stride /= 2) {
        levels.push_back({stride, static_cast<double>(stride) / 8.0});
    }
    levels.push_back({1, 1.0 / 32.0});
    return levels;
}

} // namespace

RefinedPath refine(const cost::TransitField& field, std::span<const PlanePoint> path,
                   double departure_s, const RefinementOptions& options) {
    FAIRLEAD_EXPECTS(!path.empty());
    const TransitSampler sampler(field);
    const PlanePassage judge(sampler, options.may_wait, judge_samples_per_cell);
    const std::vector<PlanePoint> input = without_doubles(path);
    const auto cost_of = [&](const std::vector<PlaneLabel>& labels) {
        return judge.value(labels.back()) - judge.value({departure_s, 0.0});
    };

    RefinedPath result;
    const auto keep = [&](std::span<const PlanePoint> points,
                          const std::vector<PlaneLabel>& labels) {
        result.points.assign(points.begin(), points.end());
        result.time_s.clear();
        for (const PlaneLabel& label : labels) {
            result.time_s.push_back(label.time_s);
        }
        result.cost = cost_of(labels);
    };
    const auto input_labels = judge.sail(input, departure_s);
    if (!input_labels) {
        result.points = input;
        return result;
    }
    result.measured = true;
    keep(input, *input_labels);
    result.input_cost = result.cost;
    if (input.size() < 2) {
        return result;
    }

    // Waiting candidates only beside a path that waits: elsewhere they would look for openings of
    // cells that never open.
    const PlanePassage programme(sampler, options.may_wait && input_labels->back().waited,
                                 programme_samples_per_cell);
    const double spacing_m = field.grid.cell_m;
    std::vector<PlanePoint> line = subdivided(input, spacing_m);
    std::optional<std::vector<PlaneLabel>> labels = programme.sail(line, departure_s);
    const auto try_line = [&](std::vector<PlanePoint> candidate) {
        auto candidate_labels = programme.sail(candidate, departure_s);
        if (candidate_labels && (!labels || programme.value(candidate_labels->back()) <=
                                                programme.value(labels->back()))) {
            line = std::move(candidate);
            labels = std::move(candidate_labels);
        }
    };
    for (const Level& level : levels_for(line.size() - 1)) {
        while (labels && result.passes < options.most_passes) {
            const double before = programme.value(labels->back());
            ++result.passes;
            Tube tube(line, programme, options.clear, level.stride, level.width_cells * spacing_m);
            auto better = tube.best(departure_s, before);
            if (!better) {
                break;
            }
            try_line(std::move(*better));
            try_line(resampled(line, spacing_m, options.clear));
            const double gain = before - programme.value(labels->back());
            if (gain < worth_repeating * cost_of(*labels)) {
                break;
            }
        }
    }
    const auto refined = labels ? judge.sail(line, departure_s) : std::nullopt;
    if (refined && cost_of(*refined) < result.cost * (1.0 - rounding)) {
        keep(line, *refined);
    }
    return result;
}

} // namespace fairlead::route

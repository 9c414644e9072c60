// SPDX-License-Identifier: Apache-2.0
#include "core/search/sub_solution.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairlead::search {
namespace {

constexpr double unreached = HUGE_VAL;
static_assert(unreached == SlownessMemo::closed);
constexpr double cone_radius_nodes = 4.0;
/// A rise this little too steep is the noise of doubles.
constexpr double rounding = 1e-9;
constexpr int most_rounds = 80;
/// The first rounds take off what is too much and no more; what resists after them are a few
/// places, mostly off the way, which are eased hard and wide so that few rounds are left.
constexpr int gentle_rounds = 5;
constexpr float gentle_vigour = 0.9F;
constexpr float hard_vigour = 2.0F;
constexpr std::int32_t gentle_reach = 0;
constexpr std::int32_t hard_reach = 2;
/// Rounds after which what resists is taken out of time.
constexpr int patience = 25;
/// What is left when no square is steeper than by this share costs the bound as much.
constexpr double worth_easing = 1e-4;
constexpr double most_eased_at_once = 0.5;
/// Nodes beyond those that matter that hand their values on, so that all squares that matter are
/// made alike; and by which share the known arrival is put off for that.
constexpr std::uint8_t most_late = 4;
constexpr double put_off = 0.01;
/// Well within that.
constexpr double most_flattened = 1.0 + 0.5 * put_off;

/// Corners of a square, clockwise from its upper left one; rows run down.
constexpr std::array<std::pair<int, int>, 4> corner_offset{{{0, 0}, {1, 0}, {1, 1}, {0, 1}}};

} // namespace

SubSolution::SubSolution(const LowerBoundProblem& problem)
    : problem_(problem), sea_(*problem.sea, problem.departure_s), squares_(problem.sea->squares()),
      step_m_(squares_.cell_m), columns_(squares_.columns + 1), rows_(squares_.rows + 1),
      known_s_(problem.known_arrival_s - problem.departure_s),
      least_s_m_(problem.sea->least_slowness()),
      phi_(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), unreached),
      late_(phi_.size(), 0), ease_(squares_.cell_count(), 1.0F), widened_(ease_.size(), 0.0F),
      smoothed_(ease_.size(), 0.0F), to_judge_(ease_.size(), 0) {
    FAIRLEAD_EXPECTS(sea_.end_s(sea_.last()) >= known_s_);
}

geo::PlanePoint SubSolution::place(Node node) const noexcept {
    const auto width = static_cast<Node>(columns_);
    const Node row = node / width;
    return {squares_.left_m + (node % width) * step_m_, squares_.top_m - row * step_m_};
}

/// Even at the least slowness anywhere the goal is not reached in time, from nowhere in the
/// squares around the node that are entered at the node's value or later.
bool SubSolution::too_late(Node node, double known_s) const noexcept {
    const auto here = place(node);
    const double east_m = here.x_m - problem_.goal.x_m;
    const double north_m = here.y_m - problem_.goal.y_m;
    const double left_m = std::sqrt(east_m * east_m + north_m * north_m) - std::sqrt(2.0) * step_m_;
    return phi_[node] + least_s_m_ * std::max(0.0, left_m) > known_s;
}

/// What the march reckons with.
double SubSolution::eased(Node square, SlownessMemo::Interval interval) {
    return sea_.slowness(square, interval) * static_cast<double>(ease_[square]);
}

/// The greatest value that `reach(slowness)` allows when the slowness is the least from `from_s` to
/// that value (or to `to_s`, if that is later); beyond the last interval that of the last holds.
template <class Reach>
double SubSolution::climb(std::span<const Node> squares, double from_s, double to_s,
                          Reach&& reach) {
    auto interval = sea_.interval_of(from_s);
    double least = unreached;
    const auto enter = [&]() {
        for (const auto square : squares) {
            least = std::min(least, eased(square, interval));
        }
    };
    enter();
    while (interval < sea_.last() && sea_.end_s(interval) < to_s) {
        ++interval;
        enter();
    }
    double value = least < unreached ? reach(least) : unreached;
    while (value > sea_.end_s(interval) && interval < sea_.last()) {
        ++interval;
        if (least == unreached) {
            auto open = sea_.last();
            for (const auto square : squares) {
                open = std::min(open, sea_.first_open(square, interval));
            }
            interval = open;
        }
        enter();
        // To go on into this interval its slowness counts; to stop where it begins does not need
        // it.
        value = std::max(sea_.begin_s(interval), least < unreached ? reach(least) : unreached);
    }
    return value;
}

/// Calls use(square, which of its corners the node is).
template <class Use>
void SubSolution::each_square_at(Node node, Use&& use) const {
    const auto width = static_cast<Node>(columns_);
    const auto column = static_cast<std::int32_t>(node % width);
    const auto row = static_cast<std::int32_t>(node / width);
    for (std::size_t here = 0; here < corner_offset.size(); ++here) {
        const geo::GridCell cell{column - corner_offset[here].first,
                                 row - corner_offset[here].second};
        if (squares_.contains(cell)) {
            use(squares_.index(cell), here);
        }
    }
}

void SubSolution::lower(Node node, double value) {
    if (!(value < phi_[node])) {
        return;
    }
    phi_[node] = value;
    queue_.emplace(value, node);
    each_square_at(node, [&](Node square, std::size_t) { judge_later(square); });
}

void SubSolution::judge_later(Node square) {
    if (to_judge_[square] == 0) {
        to_judge_[square] = 1;
        unjudged_.push_back(square);
    }
}

/// Around the start phi is a cone: marching cannot resolve the point source.
bool SubSolution::seed() {
    const auto& start = problem_.start;
    const double column = (start.x_m - squares_.left_m) / step_m_;
    const double row = (squares_.top_m - start.y_m) / step_m_;
    const auto first = [](double at) {
        return static_cast<std::int32_t>(std::floor(at - cone_radius_nodes)) - 1;
    };
    const auto extent = static_cast<std::int32_t>(2.0 * cone_radius_nodes) + 4;
    std::vector<Node> squares;
    std::vector<std::pair<Node, double>> cone;
    for (std::int32_t r = first(row); r < first(row) + extent; ++r) {
        for (std::int32_t c = first(column); c < first(column) + extent; ++c) {
            if (squares_.contains({c, r})) {
                squares.push_back(squares_.index({c, r}));
            }
            const double away = std::hypot(c - column, r - row);
            if (inside(c, r) && away <= cone_radius_nodes) {
                cone.emplace_back(static_cast<Node>(r) * static_cast<Node>(columns_) +
                                      static_cast<Node>(c),
                                  away * step_m_);
            }
        }
    }
    const double radius_m = cone_radius_nodes * step_m_;
    const double reached_s =
        climb(squares, 0.0, 0.0, [=](double least) { return least * radius_m; });
    const auto middle = square_at(start);
    if (!(reached_s < unreached) || !middle) {
        return false;
    }
    // Between its corners, phi must not be ahead of the cone either: so it begins a little early.
    CornerValues round{};
    const auto corners = corners_of(*middle);
    for (std::size_t i = 0; i < round.size(); ++i) {
        const auto at = place(corners[i]);
        round[i] = std::hypot(at.x_m - start.x_m, at.y_m - start.y_m) / step_m_;
    }
    const double ahead_m = step_m_ * value_inside(round, within(*middle, start), 1.0);
    for (const auto& [node, away_m] : cone) {
        lower(node, reached_s * (away_m - ahead_m) / radius_m);
    }
    return true;
}

bool SubSolution::make(const Progress& progress) {
    double flattened = 1.0;
    for (int round = 0; round < most_rounds; ++round) {
        progress.report(static_cast<double>(round) / most_rounds, "bounding");
        if (!seed()) {
            return false;
        }
        march(progress);
        find_steep_squares();
        if (steep_.empty()) {
            return is_behind_at_start() && is_flat_enough();
        }
        const double worst = steepest();
        const double flatter = 1.0 + 1.1 * worst;
        if (round < gentle_rounds) {
            ease(gentle_reach, gentle_vigour);
        } else if (worst < worth_easing && flattened * flatter < most_flattened) {
            flattened *= flatter;
            flatten(flatter);
        } else {
            if (round >= patience) {
                stop_time();
            }
            ease(hard_reach, hard_vigour);
        }
    }
    return false;
}

/// Mends all that is a little too steep at once. Sooner in the ice other places may be too steep.
void SubSolution::flatten(double by) {
    queue_ = {};
    for (auto& value : phi_) {
        value /= by;
    }
    for (Node square = 0; square < squares_.cell_count(); ++square) {
        if (steepness(square) > 1.0 + rounding) {
            judge_later(square);
            go_on_from(square);
        }
    }
}

/// Squares that open and close and resist are taken at their best.
void SubSolution::stop_time() {
    for (const auto& [square, over] : steep_) {
        if (static_cast<double>(over) >= worth_easing) {
            sea_.stop_time(square);
        }
    }
}

/// After the slowness of a square has changed.
void SubSolution::go_on_from(Node square) {
    const auto corners = corners_of(square);
    for (std::size_t target = 0; target < corners.size(); ++target) {
        if (phi_[corners[target]] < unreached) {
            lower(corners[target], across(square, corners, target));
        }
    }
}

/// The proof: every square that a better voyage than the known one could enter.
bool SubSolution::is_flat_enough() {
    for (Node square = 0; square < squares_.cell_count(); ++square) {
        if (steepness(square) > 1.0 + rounding) {
            return false;
        }
    }
    return true;
}

float SubSolution::steepest() const noexcept {
    float worst = 0.0F;
    for (const auto& square : steep_) {
        worst = std::max(worst, square.over);
    }
    return worst;
}

/// From what lies in the queue on. Values only ever get lower, so that after squares were eased it
/// is enough to go on from these.
void SubSolution::march(const Progress& progress) {
    std::size_t settled = 0;
    while (!queue_.empty()) {
        const auto [value, node] = queue_.top();
        queue_.pop();
        if (value > phi_[node]) {
            continue; // lowered since
        }
        settle(node);
        if (++settled % 65536 == 0) {
            progress.throw_if_stopped();
        }
    }
}

std::array<SubSolution::Node, 4> SubSolution::corners_of(Node square) const noexcept {
    const auto width = static_cast<Node>(columns_);
    const auto columns = static_cast<Node>(squares_.columns);
    const Node first = square / columns * width + square % columns;
    return {first, first + 1, first + width + 1, first + width};
}

void SubSolution::settle(Node node) {
    const auto width = static_cast<Node>(columns_);
    const auto column = static_cast<std::int32_t>(node % width);
    const auto row = static_cast<std::int32_t>(node / width);
    // What is too late hands its value on for a few nodes, so that all squares are made alike.
    std::uint8_t late = 0;
    if (too_late(node, known_s_ * (1.0 + put_off))) {
        late = most_late;
        for (auto r = std::max(0, row - 1); r <= std::min(rows_ - 1, row + 1); ++r) {
            for (auto c = std::max(0, column - 1); c <= std::min(columns_ - 1, column + 1); ++c) {
                const auto from = static_cast<Node>(r) * width + static_cast<Node>(c);
                if (from != node && phi_[from] < phi_[node]) {
                    late = std::min(late, static_cast<std::uint8_t>(late_[from] + 1));
                }
            }
        }
    }
    late_[node] = late;
    const bool last = late >= most_late;
    each_square_at(node, [&](Node square, std::size_t here) {
        const auto corners = corners_of(square);
        for (const auto target : {beside(here), opposite(here), before(here)}) {
            const auto to = corners[target];
            if (!(last && phi_[to] == unreached) &&
                phi_[to] > phi_[node] + 0.5 * least_s_m_ * step_m_) {
                lower(to, across(square, corners, target));
            }
        }
    });
}

/// What the earlier corners of a square leave for another one: the least of the ways along its
/// sides and its diagonal and straight across from between them.
double SubSolution::across(Node square, const std::array<Node, 4>& corners, std::size_t target) {
    const double known = phi_[corners[target]];
    const auto earlier = [&](std::size_t corner) {
        const double value = phi_[corners[corner]];
        return value < known ? value : unreached;
    };
    const std::array sides{earlier(beside(target)), earlier(before(target))};
    const double far = earlier(opposite(target));
    double from_s = far;
    double to_s = far < unreached ? far : 0.0;
    for (const double side : sides) {
        from_s = std::min(from_s, side);
        to_s = side < unreached ? std::max(to_s, side) : to_s;
    }
    const std::array squares{square};
    return climb(squares, from_s, to_s, [&](double least) {
        const double step_s = least * step_m_;
        double value = far + std::sqrt(2.0) * step_s;
        for (const double side : sides) {
            const double along = side - far;
            value = std::min(value, along >= 0.0 && along <= std::sqrt(0.5) * step_s
                                        ? side + std::sqrt(step_s * step_s - along * along)
                                        : side + step_s);
        }
        return value;
    });
}

/// Lists the squares that are too steep, with their excess, of those with a corner that was
/// lowered since they were judged last, and those that were too steep then.
void SubSolution::find_steep_squares() {
    steep_.clear();
    for (const auto square : unjudged_) {
        to_judge_[square] = 0;
        const double over = steepness(square) - 1.0;
        if (over > rounding) {
            steep_.push_back({square, static_cast<float>(std::min(over, most_eased_at_once))});
        }
    }
    unjudged_.clear();
}

/// Eases slowness in and around the steep squares. A ragged change would make new steep places at
/// its own edges, so the excess is widened, then smoothed.
void SubSolution::ease(std::int32_t reach, float vigour) {
    const auto each_near = [&](Node square, const auto& use) {
        const auto middle = squares_.cell(square);
        for (auto row = middle.row - reach; row <= middle.row + reach; ++row) {
            for (auto column = middle.column - reach; column <= middle.column + reach; ++column) {
                if (squares_.contains({column, row})) {
                    use(squares_.index({column, row}));
                }
            }
        }
    };
    std::vector<Node> widened;
    for (const auto& [square, over] : steep_) {
        judge_later(square); // though easing may not lower its corners
        if (static_cast<double>(over) < worth_easing) {
            continue;
        }
        each_near(square, [&, excess = over](Node near) {
            if (widened_[near] == 0.0F) {
                widened.push_back(near);
            }
            widened_[near] = std::max(widened_[near], excess);
        });
    }
    const auto side = static_cast<float>(2 * reach + 1);
    std::vector<Node> smoothed;
    for (const auto square : widened) {
        each_near(square, [&, share = widened_[square] / (side * side)](Node near) {
            if (smoothed_[near] == 0.0F) {
                smoothed.push_back(near);
            }
            smoothed_[near] += share;
        });
        widened_[square] = 0.0F;
    }
    for (const auto square : smoothed) {
        ease_[square] /= 1.0F + vigour * smoothed_[square] + 1e-6F;
        smoothed_[square] = 0.0F;
        go_on_from(square);
    }
}

/// A rise per metre over the least slowness of a square while phi goes from one value to another.
double SubSolution::excess(Node square, double rise, double from_s, double to_s) {
    constexpr double plainly_too_steep = 4.0;
    const double least =
        sea_.least(square, from_s, std::min(to_s, known_s_), rise / plainly_too_steep);
    // Closed all the time, or flat: nothing to be said against.
    return least < unreached && rise > 0.0 ? std::min(rise / least, plainly_too_steep) : 0.0;
}

/// At most 1 if no ship that enters a square behind phi can leave it ahead of phi. Three proofs of
/// that, of which one is enough: the rise over the square's border, at the least slowness of all
/// the time phi spends there; or the gradients in two triangles, each with its own time, cut along
/// one diagonal or the other. 0 where no better voyage gets in.
double SubSolution::steepness(Node square) {
    const auto corners = corners_of(square);
    const auto value = values_at(square);
    const bool matters = std::any_of(corners.begin(), corners.end(),
                                     [&](Node node) { return !too_late(node, known_s_); });
    const auto [earliest, latest] = std::minmax_element(value.begin(), value.end());
    if (*earliest == unreached || !matters) {
        return 0.0; // entered over sides that have values only
    }
    const double border = excess(square, greatest_rise(value) / step_m_, *earliest, *latest);
    if (border <= 1.0 || *latest == unreached) {
        return border;
    }
    const auto triangle = [&](std::size_t right) {
        const double here = value[right];
        const double one = value[before(right)];
        const double other = value[beside(right)];
        const double squared = (one - here) * (one - here) + (other - here) * (other - here);
        return excess(square, std::sqrt(squared) / step_m_, std::min({here, one, other}),
                      std::max({here, one, other}));
    };
    return std::min(
        {border, std::max(triangle(0), triangle(2)), std::max(triangle(1), triangle(3))});
}

std::optional<SubSolution::Node> SubSolution::square_at(geo::PlanePoint point) const noexcept {
    const geo::GridCell cell{
        static_cast<std::int32_t>(std::floor((point.x_m - squares_.left_m) / step_m_)),
        static_cast<std::int32_t>(std::floor((squares_.top_m - point.y_m) / step_m_))};
    return squares_.contains(cell) ? std::optional(squares_.index(cell)) : std::nullopt;
}

CornerValues SubSolution::values_at(Node square) const noexcept {
    CornerValues value{};
    const auto corners = corners_of(square);
    std::transform(corners.begin(), corners.end(), value.begin(),
                   [&](Node node) { return phi_[node]; });
    return value;
}

/// In sides of the square, from its upper left corner.
std::array<double, 2> SubSolution::within(Node square, geo::PlanePoint point) const noexcept {
    const auto corner = place(corners_of(square)[0]);
    return {(point.x_m - corner.x_m) / step_m_, (corner.y_m - point.y_m) / step_m_};
}

/// A ship that leaves the start at the departure comes nowhere to its square's border before phi.
bool SubSolution::is_behind_at_start() {
    const auto square = *square_at(problem_.start); // it was seeded
    const auto value = values_at(square);
    const double latest = *std::max_element(value.begin(), value.end());
    const double rise = sea_.least(square, 0.0, latest, 0.0) * step_m_;
    return !(rise < unreached) ||
           value_inside(value, within(square, problem_.start), rise) <= rounding * known_s_;
}

std::optional<double> SubSolution::at_goal() {
    const auto square = square_at(problem_.goal);
    if (!square) {
        return std::nullopt;
    }
    const auto value = values_at(*square);
    const auto [earliest, latest] = std::minmax_element(value.begin(), value.end());
    if (*latest == unreached) {
        return std::nullopt;
    }
    const double rise = greatest_rise(value);
    const bool proven = excess(*square, rise / step_m_, *earliest, *latest) <= 1.0 + rounding;
    double arrival_s =
        proven ? std::max(*earliest, value_inside(value, within(*square, problem_.goal), rise))
               : *earliest;
    if (square == square_at(problem_.start)) {
        // She need not come over the border at all.
        arrival_s = std::min(arrival_s, std::hypot(problem_.goal.x_m - problem_.start.x_m,
                                                   problem_.goal.y_m - problem_.start.y_m) *
                                            sea_.least(*square, 0.0, known_s_, 0.0));
    }
    return problem_.departure_s + arrival_s;
}

} // namespace fairlead::search

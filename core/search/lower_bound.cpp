// SPDX-License-Identifier: Apache-2.0
#include "core/search/lower_bound.hpp"

#include "core/base/contract.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <queue>
#include <utility>
#include <vector>

namespace fairlead::search {
namespace {

constexpr double unreached = HUGE_VAL;
constexpr std::uint32_t node_budget = 90'000; ///< coarsen until the nodes that matter are fewer
constexpr int greatest_coarsening = 8;
constexpr int most_rounds = 24;
constexpr double cone_radius_nodes = 8.0;
/// What is left of excess then is cheaper to take off the whole of phi.
constexpr double good_enough = 5e-4;
constexpr double rounding = 1e-9;

/// Ring of the eight neighbours, counter-clockwise from east; odd ones are diagonal.
constexpr std::array<std::pair<int, int>, 8> ring{
    {{1, 0}, {1, -1}, {0, -1}, {-1, -1}, {-1, 0}, {-1, 1}, {0, 1}, {1, 1}}};

/// The optimistic field on nodes `coarsening` cells apart, each the best of its block of cells,
/// cut down to the ellipse outside which no voyage can be in time.
class Nodes {
  public:
    Nodes(const LowerBoundProblem& problem, int coarsening)
        : field_(*problem.optimistic), step_m_(field_.grid.cell_m * coarsening),
          columns_((field_.grid.columns + coarsening - 1) / coarsening),
          rows_((field_.grid.rows + coarsening - 1) / coarsening), coarsening_(coarsening) {
        const auto span = slices_between(problem.departure_s, problem.known_arrival_s);
        first_slice_ = span.first;
        slice_count_ = span.second - span.first + 1;
        mark_ellipse(problem);
    }

    [[nodiscard]] std::uint32_t relevant_count() const noexcept { return relevant_count_; }
    [[nodiscard]] std::size_t size() const noexcept { return relevant_.size(); }
    [[nodiscard]] std::int32_t columns() const noexcept { return columns_; }
    [[nodiscard]] std::int32_t rows() const noexcept { return rows_; }
    [[nodiscard]] double step_m() const noexcept { return step_m_; }
    [[nodiscard]] bool relevant(std::size_t node) const noexcept { return relevant_[node] != 0; }
    [[nodiscard]] geo::PlanePoint place(std::int32_t column, std::int32_t row) const noexcept {
        return {field_.grid.left_m + (column + 0.5) * step_m_,
                field_.grid.top_m - (row + 0.5) * step_m_};
    }

    /// Gathers the best code of each block and slice; once the coarsening is decided. A node that
    /// is open at some slice and closed at another counts as very slow while it is closed: better
    /// than it is, and phi has no cliffs in time that triangles could not follow.
    void gather() {
        codes_.assign(slice_count_ * size(), cost::TransitField::closed);
        std::uint16_t fastest = cost::TransitField::closed;
        std::uint16_t slowest = 0;
        std::vector<unsigned char> ever_open(size(), 0);
        for (std::size_t k = 0; k < slice_count_; ++k) {
            const auto cells = field_.slice(first_slice_ + k);
            auto* out = &codes_[k * size()];
            for (std::int32_t row = 0; row < field_.grid.rows; ++row) {
                for (std::int32_t column = 0; column < field_.grid.columns; ++column) {
                    const auto code = cells[field_.grid.index({column, row})];
                    if (code == cost::TransitField::closed) {
                        continue;
                    }
                    const auto node = static_cast<std::size_t>(row / coarsening_) *
                                          static_cast<std::size_t>(columns_) +
                                      static_cast<std::size_t>(column / coarsening_);
                    out[node] = std::min(out[node], code);
                    ever_open[node] = 1;
                    fastest = std::min(fastest, code);
                    slowest = std::max(slowest, code);
                }
            }
        }
        const auto very_slow = static_cast<std::uint16_t>(
            std::min(cost::TransitField::closed - 1, std::max(2 * slowest, 16 * fastest)));
        for (std::size_t i = 0; i < codes_.size(); ++i) {
            if (codes_[i] == cost::TransitField::closed && ever_open[i % size()] != 0) {
                codes_[i] = very_slow;
            }
        }
    }

    /// Least slowness at a node at any time of [from_s, to_s]; unreached if closed throughout.
    [[nodiscard]] double least_slowness(std::size_t node, double from_s,
                                        double to_s) const noexcept {
        const auto [first, last] = slices_between(from_s, to_s);
        std::uint16_t best = cost::TransitField::closed;
        for (std::size_t k = first; k <= last; ++k) {
            best = std::min(best, codes_[(k - first_slice_) * size() + node]);
        }
        return best == cost::TransitField::closed ? unreached : best * field_.slowness_unit_s_per_m;
    }

  private:
    /// Slices that bear on the times [from_s, to_s]: from the last not after `from_s` (of a step,
    /// the side that holds then) to the first not before `to_s`.
    [[nodiscard]] std::pair<std::size_t, std::size_t> slices_between(double from_s,
                                                                     double to_s) const noexcept {
        const auto& times = field_.slice_time_s;
        const auto after = std::upper_bound(times.begin(), times.end(), from_s);
        const auto first =
            after == times.begin() ? 0 : static_cast<std::size_t>(after - times.begin()) - 1;
        const auto reach = std::lower_bound(times.begin(), times.end(), to_s);
        auto last = reach == times.end() ? times.size() - 1
                                         : static_cast<std::size_t>(reach - times.begin());
        last = std::max(last, first);
        if (slice_count_ > 0) {
            const auto end = first_slice_ + slice_count_ - 1;
            return {std::clamp(first, first_slice_, end), std::clamp(last, first_slice_, end)};
        }
        return {first, last};
    }

    void mark_ellipse(const LowerBoundProblem& problem) {
        std::uint16_t fastest = cost::TransitField::closed;
        for (std::size_t k = first_slice_; k < first_slice_ + slice_count_; ++k) {
            const auto cells = field_.slice(k);
            fastest = std::min(fastest, *std::min_element(cells.begin(), cells.end()));
        }
        const double slowness = fastest * field_.slowness_unit_s_per_m;
        const double reach_m = (problem.known_arrival_s - problem.departure_s) / slowness;
        // Triangles that touch the ellipse must have all their nodes.
        const double margin_m = 2.0 * std::sqrt(2.0) * step_m_;
        relevant_.assign(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), 0);
        for (std::int32_t row = 0; row < rows_; ++row) {
            for (std::int32_t column = 0; column < columns_; ++column) {
                const auto here = place(column, row);
                const double way_m =
                    std::hypot(here.x_m - problem.start.x_m, here.y_m - problem.start.y_m) +
                    std::hypot(here.x_m - problem.goal.x_m, here.y_m - problem.goal.y_m);
                if (way_m <= reach_m + 2.0 * margin_m) {
                    relevant_[static_cast<std::size_t>(row) * static_cast<std::size_t>(columns_) +
                              static_cast<std::size_t>(column)] = 1;
                    ++relevant_count_;
                }
            }
        }
    }

    const cost::TransitField& field_;
    double step_m_;
    std::int32_t columns_;
    std::int32_t rows_;
    int coarsening_;
    std::size_t first_slice_ = 0;
    std::size_t slice_count_ = 0;
    std::vector<unsigned char> relevant_;
    std::uint32_t relevant_count_ = 0;
    std::vector<std::uint16_t> codes_;
};

/// Value at the origin of the linear function with gradient of length `slowness` and values ua, ub
/// at two neighbours of the ring (an axis one at distance h, a diagonal one beside it), if the
/// front comes from between them; else unreached.
double front_value(double u_axis, double u_diagonal, double slowness, double h) noexcept {
    // Along the axis the front falls by u - u_axis over h; across, by u_axis - u_diagonal over h.
    const double across = (u_axis - u_diagonal) / h;
    if (across < 0.0 || across > slowness * std::sqrt(0.5)) {
        return unreached;
    }
    return u_axis + h * std::sqrt(slowness * slowness - across * across);
}

class Front {
  public:
    Front(const Nodes& nodes, const LowerBoundProblem& problem)
        : nodes_(nodes), problem_(problem), phi_(nodes.size()), deflation_(nodes.size(), 1.0F) {}

    /// phi anew, with the deflation reached so far.
    void march(const Progress& progress) {
        std::fill(phi_.begin(), phi_.end(), unreached);
        done_.assign(nodes_.size(), 0);
        seed_cone();
        std::size_t settled = 0;
        while (!queue_.empty()) {
            const auto [value, node] = queue_.top();
            queue_.pop();
            if (done_[node] != 0) {
                continue;
            }
            done_[node] = 1;
            if (++settled % 65536 == 0) {
                progress.throw_if_stopped();
            }
            const auto column =
                static_cast<std::int32_t>(node % static_cast<std::uint32_t>(nodes_.columns()));
            const auto row =
                static_cast<std::int32_t>(node / static_cast<std::uint32_t>(nodes_.columns()));
            for (std::size_t k = 0; k < ring.size(); ++k) {
                relax(column + ring[k].first, row + ring[k].second, node, (k + 4) % 8);
            }
        }
    }

    /// Deflates slowness where triangles are too steep, by `vigour` times their excess, `reach`
    /// nodes wide. @return the greatest excess found.
    double verify_and_deflate(double vigour, std::int32_t reach) {
        excess_.assign(nodes_.size(), 0.0F);
        double worst = 0.0;
        for_each_triangle([&](const std::array<std::size_t, 3>& corner, double ratio) {
            const double over = ratio - 1.0;
            if (over <= rounding) {
                return;
            }
            worst = std::max(worst, over);
            for (const auto node : corner) {
                excess_[node] =
                    std::max(excess_[node], static_cast<float>(vigour * std::min(over, 0.5)));
            }
        });
        if (worst > 0.0) {
            // A ragged deflation would make new steep places at its own edges: widen, then smooth.
            filter_excess([](float a, float b) { return std::max(a, b); }, false, reach);
            filter_excess([](float a, float b) { return a + b; }, true, reach);
            for (std::size_t i = 0; i < deflation_.size(); ++i) {
                if (excess_[i] > 0.0F) {
                    deflation_[i] /= 1.0F + excess_[i] + 1e-6F;
                }
            }
        }
        return worst;
    }

    /// Flattens phi towards the departure until every triangle is verified as it stands.
    [[nodiscard]] bool flatten_to_verified() {
        for (int round = 0; round < most_rounds; ++round) {
            double worst = 0.0;
            for_each_triangle([&](const std::array<std::size_t, 3>&, double ratio) {
                worst = std::max(worst, ratio - 1.0);
            });
            if (worst <= rounding) {
                return true;
            }
            for (auto& value : phi_) {
                if (value < unreached) {
                    value = problem_.departure_s +
                            (value - problem_.departure_s) / (1.0 + worst + rounding);
                }
            }
        }
        return false;
    }

    /// phi at a place; unreached if a corner of its triangle is.
    [[nodiscard]] double at(geo::PlanePoint point) const noexcept {
        const auto origin = nodes_.place(0, 0);
        const double x = (point.x_m - origin.x_m) / nodes_.step_m();
        const double y = (origin.y_m - point.y_m) / nodes_.step_m();
        const auto column = static_cast<std::int32_t>(std::floor(x));
        const auto row = static_cast<std::int32_t>(std::floor(y));
        if (column < 0 || row < 0 || column + 1 >= nodes_.columns() || row + 1 >= nodes_.rows()) {
            return unreached;
        }
        const double fx = x - column;
        const double fy = y - row;
        const auto node = index(column, row);
        const auto width = static_cast<std::size_t>(nodes_.columns());
        const double right = phi_[node + 1];
        const double below = phi_[node + width];
        if (fx + fy <= 1.0) {
            return phi_[node] + fx * (right - phi_[node]) + fy * (below - phi_[node]);
        }
        const double opposite = phi_[node + width + 1];
        return opposite + (1.0 - fx) * (below - opposite) + (1.0 - fy) * (right - opposite);
    }

  private:
    [[nodiscard]] std::size_t index(std::int32_t column, std::int32_t row) const noexcept {
        return static_cast<std::size_t>(row) * static_cast<std::size_t>(nodes_.columns()) +
               static_cast<std::size_t>(column);
    }
    [[nodiscard]] bool inside(std::int32_t column, std::int32_t row) const noexcept {
        return column >= 0 && column < nodes_.columns() && row >= 0 && row < nodes_.rows();
    }

    /// Around the start phi is a cone: marching cannot resolve the point source.
    void seed_cone() {
        const auto origin = nodes_.place(0, 0);
        const double radius_m = cone_radius_nodes * nodes_.step_m();
        const auto column0 = static_cast<std::int32_t>(
                                 (problem_.start.x_m - origin.x_m - radius_m) / nodes_.step_m()) -
                             1;
        const auto row0 = static_cast<std::int32_t>((origin.y_m - problem_.start.y_m - radius_m) /
                                                    nodes_.step_m()) -
                          1;
        const auto extent = static_cast<std::int32_t>(2.0 * cone_radius_nodes) + 4;
        double slowness = unreached;
        std::vector<std::pair<std::size_t, double>> cone;
        for (std::int32_t row = row0; row < row0 + extent; ++row) {
            for (std::int32_t column = column0; column < column0 + extent; ++column) {
                if (!inside(column, row) || !nodes_.relevant(index(column, row))) {
                    continue;
                }
                const auto here = nodes_.place(column, row);
                const double away_m =
                    std::hypot(here.x_m - problem_.start.x_m, here.y_m - problem_.start.y_m);
                if (away_m > radius_m) {
                    continue;
                }
                const auto node = index(column, row);
                cone.emplace_back(node, away_m);
                const double day_s = 86400.0;
                slowness =
                    std::min(slowness, static_cast<double>(deflation_[node]) *
                                           nodes_.least_slowness(node, problem_.departure_s,
                                                                 problem_.departure_s + day_s));
            }
        }
        if (slowness == unreached) {
            return;
        }
        for (const auto& [node, away_m] : cone) {
            phi_[node] = problem_.departure_s + away_m * slowness;
            queue_.emplace(phi_[node], static_cast<std::uint32_t>(node));
        }
    }

    void relax(std::int32_t column, std::int32_t row, std::uint32_t from, std::size_t back) {
        if (!inside(column, row)) {
            return;
        }
        const auto node = index(column, row);
        if (done_[node] != 0 || !nodes_.relevant(node)) {
            return;
        }
        const double h = nodes_.step_m();
        const double u_from = phi_[from];
        const double now = std::max(u_from, problem_.departure_s);
        // The least of all corners of the triangles at hand: what the verification holds phi to.
        double slowness =
            std::min(nodes_.least_slowness(from, now, now), nodes_.least_slowness(node, now, now));
        for (const std::size_t beside : {(back + 1) % 8, (back + 7) % 8}) {
            const auto column2 = column + ring[beside].first;
            const auto row2 = row + ring[beside].second;
            if (inside(column2, row2)) {
                slowness =
                    std::min(slowness, nodes_.least_slowness(index(column2, row2), now, now));
            }
        }
        if (slowness == unreached) {
            return; // never open here
        }
        slowness *= static_cast<double>(deflation_[node]);
        double best = u_from + slowness * h * (back % 2 == 1 ? std::sqrt(2.0) : 1.0);
        for (const std::size_t beside : {(back + 1) % 8, (back + 7) % 8}) {
            const auto column2 = column + ring[beside].first;
            const auto row2 = row + ring[beside].second;
            if (!inside(column2, row2)) {
                continue;
            }
            const auto other = index(column2, row2);
            if (done_[other] == 0) {
                continue;
            }
            const bool from_is_axis = back % 2 == 0;
            best = std::min(best, front_value(from_is_axis ? u_from : phi_[other],
                                              from_is_axis ? phi_[other] : u_from, slowness, h));
        }
        lower(node, best);
    }

    void lower(std::size_t node, double value) {
        if (value < phi_[node]) {
            phi_[node] = value;
            queue_.emplace(value, static_cast<std::uint32_t>(node));
        }
    }

    /// Calls f(corners, |gradient| / least slowness) for each triangle some voyage may cross. A
    /// corner that was never reached counts as infinitely late: its triangle must be closed.
    template <class F>
    void for_each_triangle(F&& f) const {
        for (std::int32_t row = 0; row + 1 < nodes_.rows(); ++row) {
            for (std::int32_t column = 0; column + 1 < nodes_.columns(); ++column) {
                const auto node = index(column, row);
                const auto below = index(column, row + 1);
                // Right angle first.
                for (const auto& corner :
                     {std::array<std::size_t, 3>{node, node + 1, below},
                      std::array<std::size_t, 3>{below + 1, below, node + 1}}) {
                    if (nodes_.relevant(corner[0]) && nodes_.relevant(corner[1]) &&
                        nodes_.relevant(corner[2])) {
                        judge(corner, f);
                    }
                }
            }
        }
    }

    template <class F>
    void judge(const std::array<std::size_t, 3>& corner, F&& f) const {
        const double earliest = std::min({phi_[corner[0]], phi_[corner[1]], phi_[corner[2]]});
        if (earliest >= problem_.known_arrival_s) {
            return; // nobody who matters comes here
        }
        const double latest = std::max({phi_[corner[0]], phi_[corner[1]], phi_[corner[2]]});
        double slowness = unreached;
        for (const auto node : corner) {
            slowness = std::min(
                slowness,
                nodes_.least_slowness(node, earliest, std::min(latest, problem_.known_arrival_s)));
        }
        if (slowness == unreached) {
            return; // closed as long as phi is in it
        }
        if (latest == unreached) {
            f(corner, 2.0);
            return;
        }
        const double gradient =
            std::hypot(phi_[corner[1]] - phi_[corner[0]], phi_[corner[2]] - phi_[corner[0]]) /
            nodes_.step_m();
        f(corner, gradient / slowness);
    }

    /// Running combination of 2 reach + 1 nodes along rows, then along columns.
    template <class Combine>
    void filter_excess(Combine combine, bool mean, std::int32_t reach) {
        std::vector<float> out(excess_.size());
        for (const bool along_rows : {true, false}) {
            for (std::int32_t row = 0; row < nodes_.rows(); ++row) {
                for (std::int32_t column = 0; column < nodes_.columns(); ++column) {
                    float value = 0.0F;
                    int count = 0;
                    for (std::int32_t k = -reach; k <= reach; ++k) {
                        const auto c = along_rows ? column + k : column;
                        const auto r = along_rows ? row : row + k;
                        if (inside(c, r)) {
                            value = combine(value, excess_[index(c, r)]);
                            ++count;
                        }
                    }
                    out[index(column, row)] = mean ? value / static_cast<float>(count) : value;
                }
            }
            excess_.swap(out);
        }
    }

    using Entry = std::pair<double, std::uint32_t>;
    const Nodes& nodes_;
    const LowerBoundProblem& problem_;
    std::vector<double> phi_;
    std::vector<float> deflation_;
    std::vector<float> excess_;
    std::vector<unsigned char> done_;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

/// Smallest coarsening whose relevant nodes fit the budget.
Nodes choose_nodes(const LowerBoundProblem& problem) {
    for (int coarsening = 1;; ++coarsening) {
        Nodes nodes(problem, coarsening);
        if (nodes.relevant_count() <= node_budget || coarsening == greatest_coarsening) {
            nodes.gather();
            return nodes;
        }
    }
}

} // namespace

std::optional<double> arrival_lower_bound(const LowerBoundProblem& problem,
                                          const Progress& progress) {
    FAIRLEAD_EXPECTS(problem.optimistic != nullptr);
    FAIRLEAD_EXPECTS(problem.optimistic->current_x.empty());
    FAIRLEAD_EXPECTS(problem.known_arrival_s >= problem.departure_s);
    const auto nodes = choose_nodes(problem);
    Front front(nodes, problem);
    for (int round = 0; round < most_rounds; ++round) {
        progress.report(static_cast<double>(round) / most_rounds, "bounding");
        front.march(progress);
        // Moving ice edges resist: deflate harder and wider the longer it takes.
        const double worst = front.verify_and_deflate(1.0 + 0.25 * round, 2 + round / 3);
        if (worst < good_enough) {
            break;
        }
    }
    if (!front.flatten_to_verified()) {
        return std::nullopt;
    }
    const double at_start = front.at(problem.start);
    const double at_goal = front.at(problem.goal);
    if (!(at_start < unreached) || !(at_goal < unreached)) {
        return std::nullopt;
    }
    return std::max(problem.departure_s, at_goal - std::max(0.0, at_start - problem.departure_s));
}

} // namespace fairlead::search

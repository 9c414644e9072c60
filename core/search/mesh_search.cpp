// SPDX-License-Identifier: Apache-2.0
#include "core/search/mesh_search.hpp"

#include "core/base/contract.hpp"
#include "core/base/units.hpp"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numbers>
#include <queue>
#include <utility>

namespace fairlead::search {
namespace {

using graph::MeshGraph;
using graph::MeshPoint;
using graph::MeshVertex;

constexpr double metres_per_longitude_degree = 111321.0; // on the equator
constexpr double metres_per_latitude_degree = 111386.0;
constexpr double never = std::numeric_limits<double>::infinity();

/// A place and what its pairs need: cos((a+b)/2) of latitudes without a cosine a pair.
struct Spot {
    MeshPoint point;
    double half_cosine = 0.0;
    double half_sine = 0.0;

    explicit Spot(const MeshPoint& at)
        : point(at), half_cosine(std::cos(0.5 * radians_per_degree * at.latitude_deg)),
          half_sine(std::sin(0.5 * radians_per_degree * at.latitude_deg)) {}
};

cost::Run run_m(const Spot& from, const Spot& to) noexcept {
    const double cosine = from.half_cosine * to.half_cosine - from.half_sine * to.half_sine;
    return {(to.point.longitude_deg - from.point.longitude_deg) * metres_per_longitude_degree *
                cosine,
            (to.point.latitude_deg - from.point.latitude_deg) * metres_per_latitude_degree};
}

std::optional<MeshLegValue> value_of(const cost::CellTransit& cell, const MeshPoint& from,
                                     const MeshPoint& to, const cost::Run& run) noexcept {
    const auto sector = cost::course_sector(
        {to.longitude_deg - from.longitude_deg, to.latitude_deg - from.latitude_deg});
    const auto time = cost::crossing_time_s(cell, sector, run);
    if (!time) {
        return std::nullopt;
    }
    return MeshLegValue{sector, *time, *time * cell.rate_per_s[sector]};
}

template <class Numbers>
bool all_equal(const Numbers& numbers) {
    return std::all_of(numbers.begin(), numbers.end(),
                       [&](double number) { return number == numbers.front(); });
}

using Node = std::uint32_t;

/// A place as a cell sees it.
struct CellSpot {
    Spot spot;
    Node node;
};

/// Nodes are the places of all portals, portal by portal.
class PlaceSearch {
  public:
    PlaceSearch(const MeshSea& sea, const MeshEnd& from, const MeshEnd& to,
                const MeshSearchOptions& options)
        : sea_(sea), from_(from), to_(to), from_spot_(from.point), to_spot_(to.point),
          places_(options.places_per_portal) {
        FAIRLEAD_EXPECTS(places_ >= 2 && sea.transits.size() == sea.graph->vertex_count());
        for (int place = 0; place < places_; ++place) {
            fractions_.push_back(0.5 * (1.0 - std::cos(std::numbers::pi * place / (places_ - 1))));
        }
        lay_out(options.may_use);
    }

    std::optional<MeshPath> run() {
        leave(from_.cell, from_spot_, 0.0, source);
        while (!queue_.empty()) {
            const auto [cost, node] = queue_.top();
            queue_.pop();
            if (cost > cost_[node]) {
                continue;
            }
            if (cost >= goal_cost_) {
                break;
            }
            const auto& portal = sea_.graph->portals()[portal_of_[node]];
            for (const auto cell : portal.cells) {
                // A second straight line in the cell that the first has just crossed is no
                // shorter than one from where that began, unless courses differ in cost.
                if (is_used_[cell] && (cell != came_in_[node] || !is_even_[cell])) {
                    leave(cell, Spot(portal.point(fraction(node), cell)), cost, node);
                }
            }
        }
        return goal_cost_ < never ? std::optional(path()) : std::nullopt;
    }

  private:
    static constexpr Node source = std::numeric_limits<Node>::max();

    void lay_out(const std::vector<bool>& may_use) {
        const auto& graph = *sea_.graph;
        is_used_.assign(graph.vertex_count(), may_use.empty());
        if (!may_use.empty()) {
            FAIRLEAD_EXPECTS(may_use.size() == graph.vertex_count());
            is_used_ = may_use;
        }
        is_used_[from_.cell] = true;
        is_used_[to_.cell] = true;
        is_even_.reserve(graph.vertex_count());
        for (const auto& transit : sea_.transits) {
            is_even_.push_back(all_equal(transit.speed_mps) && all_equal(transit.rate_per_s));
        }
        spots_.resize(graph.vertex_count());
        first_node_.reserve(graph.portals().size());
        for (std::uint32_t index = 0; index < graph.portals().size(); ++index) {
            const auto& portal = graph.portals()[index];
            first_node_.push_back(static_cast<Node>(portal_of_.size()));
            if (!is_used_[portal.cells[0]] || !is_used_[portal.cells[1]]) {
                continue;
            }
            for (int place = 0; place < (portal.is_corner() ? 1 : places_); ++place) {
                const auto node = static_cast<Node>(portal_of_.size());
                portal_of_.push_back(index);
                for (const auto cell : portal.cells) {
                    spots_[cell].push_back({Spot(portal.point(fraction(node), cell)), node});
                }
            }
        }
        cost_.assign(portal_of_.size(), never);
        came_from_.assign(portal_of_.size(), source);
        came_in_.assign(portal_of_.size(), 0);
    }

    /// Denser towards the ends, so that a line may pass a corner closely on either side.
    [[nodiscard]] double fraction(Node node) const {
        return fractions_[node - first_node_[portal_of_[node]]];
    }

    void leave(MeshVertex cell, const Spot& spot, double cost, Node node) {
        const auto& transit = sea_.transits[cell];
        for (const auto& next : spots_[cell]) {
            if (cost_[next.node] <= cost) {
                continue;
            }
            if (const auto leg =
                    value_of(transit, spot.point, next.spot.point, run_m(spot, next.spot));
                leg && cost + leg->cost < cost_[next.node]) {
                cost_[next.node] = cost + leg->cost;
                came_from_[next.node] = node;
                came_in_[next.node] = cell;
                queue_.push({cost_[next.node], next.node});
            }
        }
        if (cell == to_.cell) {
            if (const auto leg = value_of(transit, spot.point, to_.point, run_m(spot, to_spot_));
                leg && cost + leg->cost < goal_cost_) {
                goal_cost_ = cost + leg->cost;
                goal_from_ = node;
            }
        }
    }

    [[nodiscard]] MeshPath path() const {
        MeshPath path;
        path.from = from_;
        path.to = to_;
        path.cost = goal_cost_;
        path.cells.push_back(to_.cell);
        for (Node node = goal_from_; node != source; node = came_from_[node]) {
            path.crossings.push_back({portal_of_[node], fraction(node)});
            path.cells.push_back(came_in_[node]);
        }
        std::reverse(path.crossings.begin(), path.crossings.end());
        std::reverse(path.cells.begin(), path.cells.end());
        return path;
    }

    struct Entry {
        double cost;
        Node node;
        bool operator>(const Entry& other) const {
            return std::pair(cost, node) > std::pair(other.cost, other.node);
        }
    };

    const MeshSea& sea_;
    const MeshEnd& from_;
    const MeshEnd& to_;
    Spot from_spot_;
    Spot to_spot_;
    int places_;
    std::vector<double> fractions_; ///< of a portal, by place
    std::vector<bool> is_used_;
    std::vector<bool> is_even_; ///< all courses cost the same through the water
    std::vector<std::vector<CellSpot>> spots_;
    std::vector<std::uint32_t> portal_of_; ///< by node
    std::vector<Node> first_node_;         ///< by portal
    std::vector<double> cost_;
    std::vector<Node> came_from_;
    std::vector<MeshVertex> came_in_;
    double goal_cost_ = never;
    Node goal_from_ = source;
    std::priority_queue<Entry, std::vector<Entry>, std::greater<>> queue_;
};

} // namespace

cost::Run mesh_run_m(const MeshPoint& from, const MeshPoint& to) noexcept {
    return run_m(Spot(from), Spot(to));
}

std::optional<MeshLegValue> mesh_leg_value(const cost::CellTransit& cell, const MeshPoint& from,
                                           const MeshPoint& to) noexcept {
    return value_of(cell, from, to, mesh_run_m(from, to));
}

std::pair<MeshPoint, MeshPoint> MeshPath::leg(const MeshGraph& graph, std::size_t i) const {
    const auto cell = cells[i];
    const auto place = [&](const MeshCrossing& crossing) {
        return graph.portals()[crossing.portal].point(crossing.fraction, cell);
    };
    return {i == 0 ? from.point : place(crossings[i - 1]),
            i == crossings.size() ? to.point : place(crossings[i])};
}

std::optional<double> mesh_path_cost(const MeshSea& sea, const MeshPath& path) {
    double sum = 0.0;
    for (std::size_t i = 0; i < path.cells.size(); ++i) {
        const auto [from, to] = path.leg(*sea.graph, i);
        const auto leg = mesh_leg_value(sea.transits[path.cells[i]], from, to);
        if (!leg) {
            return std::nullopt;
        }
        sum += leg->cost;
    }
    return sum;
}

std::optional<MeshPath> search_mesh(const MeshSea& sea, const MeshEnd& from, const MeshEnd& to,
                                    const MeshSearchOptions& options) {
    return PlaceSearch(sea, from, to, options).run();
}

} // namespace fairlead::search

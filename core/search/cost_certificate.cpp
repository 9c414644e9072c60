// SPDX-License-Identifier: Apache-2.0
#include "core/search/certificate.hpp"

#include "core/search/certificate_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace fairlead::search {
namespace {

class CostProver {
  public:
    CostProver(const CostSearch& search, const CostSearchResult& result,
               const graph::GridGraph& graph, const cost::TransitField& field,
               std::span<const Source> sources, std::span<const Target> targets,
               const CostSearchOptions& options)
        : search_(search), result_(result), graph_(graph), times_(graph, field), costs_(times_),
          sources_(sources), targets_(targets), options_(options), labels_(graph.vertex_count()),
          tick_s_(search.tick_s()),
          best_(result.path ? result.path->cost : std::numeric_limits<double>::infinity()) {
        search.for_each_label([&](graph::Vertex v, double time_s, double cost) {
            labels_[v].push_back({time_s, cost});
        });
        for (const std::uint16_t code : field.cost_rate) {
            tick_cost_ = std::max(tick_cost_, code * field.cost_rate_unit_per_s * tick_s_);
        }
        tick_cost_ = std::max(tick_cost_, field.waiting_cost_per_s * tick_s_);
    }

    Certificate prove() {
        if (!result_.exact) {
            fail("the search itself says that its result is not exact");
        }
        for (const Source& source : sources_) {
            check_covered(source.vertex, source.time_s, source.cost);
        }
        for (std::size_t i = 0; i < labels_.size(); ++i) {
            const auto v = static_cast<graph::Vertex>(i);
            for (const State& state : labels_[i]) {
                check_arcs(v, state);
            }
            check_potential(v);
        }
        check_targets();
        check_path();
        certificate_.proven = certificate_.failure.empty();
        return certificate_;
    }

  private:
    struct State {
        double time_s;
        double cost;
    };

    void fail(std::string sentence) {
        if (certificate_.failure.empty()) {
            certificate_.failure = std::move(sentence);
        }
    }

    /// A label must be there that is as good as this state, or the state cannot lead to a target
    /// for less than the path.
    void check_covered(graph::Vertex vertex, double time_s, double cost) {
        const auto ahead = search_.potential(vertex);
        const double slack = tick_cost_ + 1e-9 * cost;
        // The search works in buckets of cost; what falls into the last one it may leave alone.
        if (!ahead || cost + *ahead >= best_ - slack) {
            return;
        }
        const double w = times_.field().waiting_cost_per_s;
        const bool lasting = times_.intervals().size() == 1 &&
                             times_.intervals()[0].first == times_.intervals()[0].second;
        const bool covered =
            std::any_of(labels_[vertex].begin(), labels_[vertex].end(), [&](const State& state) {
                const double wait_s = lasting ? 0.0 : std::max(0.0, time_s - state.time_s);
                return (lasting || state.time_s <= time_s + tick_s_) &&
                       state.cost + w * wait_s <= cost + slack;
            });
        if (!covered) {
            fail(fmt::format(
                "vertex {} can be reached at {:.3f} s for {:.9g}, which no label covers", vertex,
                time_s, cost));
        }
    }

    void check_arcs(graph::Vertex u, const State& state) {
        const auto ahead = search_.potential(u);
        if (!ahead || state.cost + *ahead >= best_) {
            return;
        }
        ++certificate_.vertices_checked;
        graph::for_each_out_arc(graph_, u, [&](graph::Vertex v, std::uint8_t direction) {
            ++certificate_.arcs_checked;
            const graph::Arc arc{u, direction};
            const auto passage = times_.traverse(arc, state.time_s, options_.may_wait);
            if (passage.refusal == ArcTimes::Refusal::none) {
                check_covered(v, passage.arrival_s,
                              state.cost + costs_.waiting(passage.departure_s - state.time_s) +
                                  costs_.under_way(arc, passage.departure_s, passage.arrival_s));
            }
        });
    }

    void check_potential(graph::Vertex u) {
        const double here = search_.potential(u).value_or(std::numeric_limits<double>::infinity());
        graph::for_each_out_arc(graph_, u, [&](graph::Vertex v, std::uint8_t direction) {
            const auto there = search_.potential(v);
            const graph::Arc arc{u, direction};
            for (std::size_t k = first_slice(); there && k < times_.field().slice_count(); ++k) {
                const auto duration = times_.frozen_duration_s(arc, k);
                if (duration &&
                    here > (*duration * costs_.rate_per_s(arc, k) + *there) * (1 + 1e-6)) {
                    fail(fmt::format("the potential falls by more than arc {} to {} costs", u, v));
                }
            }
        });
        for (const Target& target : targets_) {
            if (target.vertex == u && here > target.extra_cost * (1 + 1e-6)) {
                fail(fmt::format("the potential at target {} exceeds what is left", u));
            }
        }
    }

    /// Slices that ended before the earliest source are of no concern.
    [[nodiscard]] std::size_t first_slice() const {
        double earliest_s = std::numeric_limits<double>::infinity();
        for (const Source& source : sources_) {
            earliest_s = std::min(earliest_s, source.time_s);
        }
        const auto at = times_.interval_at(earliest_s);
        return at ? times_.intervals()[*at].first : 0;
    }

    void check_targets() {
        for (const Target& target : targets_) {
            for (const State& state : labels_[target.vertex]) {
                if (state.cost + target.extra_cost < best_ - 1e-9 * best_) {
                    fail(fmt::format("target {} is reached for less than the path costs",
                                     target.vertex));
                }
            }
        }
    }

    void check_path() {
        if (!result_.path) {
            return;
        }
        GraphPath path = *result_.path;
        if (const auto flaw = path_flaw(path, graph_, sources_, targets_)) {
            fail(*flaw);
            return;
        }
        if (!schedule(path, times_, sources_[path.source].time_s, options_.may_wait)) {
            fail("the path cannot be made in time");
            return;
        }
        double cost = sources_[path.source].cost + targets_[path.target].extra_cost;
        for (std::size_t i = 0; i < path.directions.size(); ++i) {
            cost += costs_.waiting(path.departure_s[i] - path.arrival_s[i]) +
                    costs_.under_way({path.vertices[i], path.directions[i]}, path.departure_s[i],
                                     path.arrival_s[i + 1]);
        }
        const double allowance =
            2.0 * tick_cost_ * static_cast<double>(path.vertices.size()) + 1e-9 * cost;
        if (std::abs(cost - best_) > allowance) {
            fail(
                fmt::format("the path replays to a cost of {:.9g} instead of {:.9g}", cost, best_));
        }
    }

    const CostSearch& search_;
    const CostSearchResult& result_;
    const graph::GridGraph& graph_;
    ArcTimes times_;
    ArcCosts costs_;
    std::span<const Source> sources_;
    std::span<const Target> targets_;
    const CostSearchOptions& options_;
    std::vector<std::vector<State>> labels_;
    double tick_s_;
    double tick_cost_ = 0.0;
    double best_;
    Certificate certificate_;
};

} // namespace

Certificate certify(const CostSearch& search, const CostSearchResult& result,
                    const graph::GridGraph& graph, const cost::TransitField& field,
                    std::span<const Source> sources, std::span<const Target> targets,
                    const CostSearchOptions& options) {
    return CostProver(search, result, graph, field, sources, targets, options).prove();
}

} // namespace fairlead::search

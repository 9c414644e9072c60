// SPDX-License-Identifier: Apache-2.0
#include "core/search/certificate.hpp"

#include "core/search/certificate_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <utility>
#include <vector>

namespace fairlead::search {
namespace {

constexpr double unlabelled_s = std::numeric_limits<double>::infinity();

/// One proof over (cell, safe interval); the first failure is the one that is told.
class IntervalProver {
  public:
    IntervalProver(const IntervalSearch& search, const TimeSearchResult& result,
                   const graph::GridGraph& graph, const cost::TransitField& field,
                   std::span<const Source> sources, std::span<const Target> targets,
                   const IntervalSearchOptions& options)
        : search_(search), result_(result), graph_(graph), times_(graph, field), sources_(sources),
          targets_(targets), options_(options), tick_s_(search.tick_s()),
          finish_s_(result.path ? result.path->finish_s : unlabelled_s) {}

    Certificate prove() {
        if (!result_.exact) {
            fail("the search itself says that its result is not exact");
        }
        collect();
        check_sources();
        for (std::size_t i = 0; i < graph_.vertex_count(); ++i) {
            for (const Stay& stay : stays_[i]) {
                if (stay.label_s + search_.potential_s(stay.cell) < finish_s_ - tick_s_) {
                    ++certificate_.vertices_checked;
                    check_arcs_from(stay);
                    check_attained(stay);
                }
            }
        }
        check_targets();
        check_path();
        if (const auto flaw =
                potential_flaw([this](graph::Vertex v) { return search_.potential_s(v); }, tick_s_,
                               times_, targets_)) {
            fail(*flaw);
        }
        certificate_.proven = certificate_.failure.empty();
        return certificate_;
    }

  private:
    /// A safe interval of a cell, found anew, and the label the search gave it.
    struct Stay {
        graph::Vertex cell = 0;
        std::size_t first = 0; ///< interval
        std::size_t last = 0;
        double label_s = unlabelled_s;
    };

    void fail(std::string sentence) {
        if (certificate_.failure.empty()) {
            certificate_.failure = std::move(sentence);
        }
    }

    void collect() {
        const auto& intervals = times_.intervals();
        stays_.resize(graph_.vertex_count());
        for (std::size_t v = 0; v < stays_.size(); ++v) {
            const auto cell = static_cast<graph::Vertex>(v);
            for (std::size_t i = 0; i < intervals.size(); ++i) {
                if (!times_.is_open(cell, intervals[i])) {
                    continue;
                }
                if (stays_[v].empty() || stays_[v].back().last + 1 < i) {
                    stays_[v].push_back({cell, i, i, unlabelled_s});
                }
                stays_[v].back().last = i;
            }
        }
        search_.for_each_reached([&](graph::Vertex cell, double begin_s, double label_s) {
            auto& stays = stays_[cell];
            const auto stay = std::find_if(stays.begin(), stays.end(), [&](const Stay& other) {
                return begin_of(other) <= begin_s && begin_s < end_of(other);
            });
            if (stay == stays.end() || stay->label_s != unlabelled_s) {
                fail(fmt::format("a label of vertex {} belongs to no safe interval", cell));
                return;
            }
            stay->label_s = label_s;
        });
    }

    [[nodiscard]] double begin_of(const Stay& stay) const {
        return times_.intervals()[stay.first].begin_s;
    }
    [[nodiscard]] double end_of(const Stay& stay) const {
        return times_.intervals()[stay.last].end_s;
    }
    /// The stay of a cell that an interval belongs to.
    [[nodiscard]] const Stay* stay_at(graph::Vertex cell, std::size_t interval) const {
        for (const Stay& stay : stays_[cell]) {
            if (stay.first <= interval && interval <= stay.last) {
                return &stay;
            }
        }
        return nullptr;
    }

    /// Calls f(stay of the target, arrival) for each interval in which the ship, having come at
    /// the label's time or lain there until the interval began, can set out on the arc.
    template <class Function>
    void for_each_passage(const Stay& stay, graph::Arc arc, Function&& f) const {
        const auto& intervals = times_.intervals();
        for (std::size_t i = stay.first; i <= stay.last; ++i) {
            const double start_s = std::max(stay.label_s, intervals[i].begin_s);
            if (start_s >= intervals[i].end_s) {
                continue;
            }
            const auto passage = times_.traverse(arc, start_s, false);
            if (passage.refusal == ArcTimes::Refusal::none) {
                const Stay* there = stay_at(graph_.target(arc.source, arc.direction), i);
                f(*there, passage.arrival_s);
            }
        }
    }

    void check_sources() {
        for (const Source& source : sources_) {
            for (const Stay& stay : stays_[source.vertex]) {
                const double at_s = std::max(source.time_s, begin_of(stay));
                const bool may_enter =
                    at_s < end_of(stay) && (at_s == source.time_s || options_.may_wait_at_source);
                if (may_enter && stay.label_s > at_s + tick_s_) {
                    fail(fmt::format("source {} has no label or a late one in the safe interval "
                                     "that begins at {:.3f} s",
                                     source.vertex, begin_of(stay)));
                }
            }
        }
    }

    void check_arcs_from(const Stay& stay) {
        graph::for_each_out_arc(graph_, stay.cell, [&](graph::Vertex v, std::uint8_t direction) {
            ++certificate_.arcs_checked;
            for_each_passage(stay, {stay.cell, direction}, [&](const Stay& there, double at_s) {
                if (there.label_s > at_s + tick_s_) {
                    fail(fmt::format("arc {} to {} would arrive at {:.3f} s, the label is {:.3f} s",
                                     stay.cell, v, at_s, there.label_s));
                }
            });
        });
    }

    void check_attained(const Stay& stay) {
        bool attained = std::any_of(sources_.begin(), sources_.end(), [&](const Source& source) {
            const double at_s = std::max(source.time_s, begin_of(stay));
            return source.vertex == stay.cell && std::abs(at_s - stay.label_s) <= tick_s_ &&
                   (at_s == source.time_s || options_.may_wait_at_source);
        });
        // Arcs are symmetric: the neighbours are also where it may have been reached from.
        graph::for_each_out_arc(graph_, stay.cell, [&](graph::Vertex u, std::uint8_t direction) {
            for (const Stay& before : stays_[u]) {
                if (attained || before.label_s > stay.label_s) {
                    continue;
                }
                for_each_passage(
                    before, {u, graph::opposite(direction)}, [&](const Stay& there, double at_s) {
                        attained = attained ||
                                   (&there == &stay && std::abs(at_s - stay.label_s) <= tick_s_);
                    });
            }
        });
        if (!attained) {
            fail(fmt::format("label {:.3f} s of vertex {} is attained by no arc", stay.label_s,
                             stay.cell));
        }
    }

    void check_targets() {
        for (const Target& target : targets_) {
            for (const Stay& stay : stays_[target.vertex]) {
                if (stay.label_s + target.extra_s < finish_s_ - allowance()) {
                    fail(fmt::format("target {} is reached earlier than the path ends",
                                     target.vertex));
                }
            }
        }
    }

    /// The path is held to what it says: each departure from an open cell, each arc made at once.
    void check_path() {
        if (!result_.path) {
            return;
        }
        const GraphPath& path = *result_.path;
        if (const auto flaw = path_flaw(path, graph_, sources_, targets_)) {
            fail(*flaw);
            return;
        }
        const double start_s = sources_[path.source].time_s;
        if (path.arrival_s.front() < start_s ||
            (path.arrival_s.front() > start_s && !options_.may_wait_at_source)) {
            fail("the path does not begin when its source does");
        }
        for (std::size_t i = 0; i < path.directions.size(); ++i) {
            const graph::Vertex u = path.vertices[i];
            const double leaves_s = path.departure_s[i];
            const auto passage = times_.traverse({u, path.directions[i]}, leaves_s, false);
            if (leaves_s < path.arrival_s[i] ||
                times_.open_until_s(u, path.arrival_s[i], leaves_s) < leaves_s ||
                passage.refusal != ArcTimes::Refusal::none ||
                std::abs(passage.arrival_s - path.arrival_s[i + 1]) > tick_s_) {
                fail(fmt::format("arc {} of the path cannot be made as it says", i));
                return;
            }
        }
        const double finish_s = path.arrival_s.back() + targets_[path.target].extra_s;
        if (std::abs(finish_s - finish_s_) > allowance()) {
            fail(fmt::format("the path ends at {:.3f} s instead of {:.3f} s", finish_s, finish_s_));
        }
    }

    [[nodiscard]] double allowance() const {
        return tick_s_ * static_cast<double>(result_.path ? result_.path->vertices.size() : 1);
    }

    const IntervalSearch& search_;
    const TimeSearchResult& result_;
    const graph::GridGraph& graph_;
    ArcTimes times_;
    std::span<const Source> sources_;
    std::span<const Target> targets_;
    const IntervalSearchOptions& options_;
    double tick_s_;
    double finish_s_;
    std::vector<std::vector<Stay>> stays_; ///< by cell, in order of time
    Certificate certificate_;
};

} // namespace

Certificate certify(const IntervalSearch& search, const TimeSearchResult& result,
                    const graph::GridGraph& graph, const cost::TransitField& field,
                    std::span<const Source> sources, std::span<const Target> targets,
                    const IntervalSearchOptions& options) {
    return IntervalProver(search, result, graph, field, sources, targets, options).prove();
}

} // namespace fairlead::search

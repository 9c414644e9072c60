// SPDX-License-Identifier: Apache-2.0
#include "core/search/certificate.hpp"

#include "core/search/certificate_parts.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairlead::search {
namespace {

/// One proof; the first failure is the one that is told.
class Prover {
  public:
    Prover(const TimeDependentSearch& search, const TimeSearchResult& result,
           const graph::GridGraph& graph, const cost::TransitField& field,
           std::span<const Source> sources, std::span<const Target> targets,
           const TimeSearchOptions& options)
        : search_(search), result_(result), graph_(graph), times_(graph, field), sources_(sources),
          targets_(targets), options_(options), tick_s_(search.tick_s()),
          finish_s_(result.path ? result.path->finish_s : std::numeric_limits<double>::infinity()) {
    }

    Certificate prove() {
        if (!result_.exact) {
            fail("the search itself says that its result is not exact");
        }
        check_sources();
        check_labels();
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
    void fail(std::string sentence) {
        if (certificate_.failure.empty()) {
            certificate_.failure = std::move(sentence);
        }
    }

    [[nodiscard]] bool is_source(graph::Vertex vertex, double label_s) const {
        return std::any_of(sources_.begin(), sources_.end(), [&](const Source& source) {
            return source.vertex == vertex && std::abs(source.time_s - label_s) <= tick_s_;
        });
    }

    void check_sources() {
        for (const Source& source : sources_) {
            const auto label = search_.arrival_s(source.vertex);
            if (!label || *label > source.time_s + tick_s_) {
                fail(fmt::format("source {} has no label or a late one", source.vertex));
            }
        }
    }

    void check_labels() {
        search_.for_each_reached([&](graph::Vertex u, double label_s) {
            if (label_s + search_.potential_s(u) >= finish_s_ - tick_s_) {
                return;
            }
            ++certificate_.vertices_checked;
            bool attained = is_source(u, label_s);
            graph::for_each_out_arc(graph_, u, [&](graph::Vertex v, std::uint8_t direction) {
                ++certificate_.arcs_checked;
                const auto out = times_.traverse({u, direction}, label_s, options_.may_wait);
                if (out.refusal == ArcTimes::Refusal::none) {
                    const auto other = search_.arrival_s(v);
                    if (!other || *other > out.arrival_s + tick_s_) {
                        fail(fmt::format("arc {} to {} would arrive at {:.3f} s, the label is {}",
                                         u, v, out.arrival_s,
                                         other ? fmt::format("{:.3f} s", *other) : "missing"));
                    }
                }
                const bool refused_for_now = out.refusal == ArcTimes::Refusal::trapped ||
                                             out.refusal == ArcTimes::Refusal::opens_later;
                if (refused_for_now &&
                    out.arrival_s + search_.potential_s(v) < finish_s_ - allowance()) {
                    fail(fmt::format("a later ship could take arc {} to {} and finish earlier", u,
                                     v));
                }
                // Arcs are symmetric: the neighbours are also where u may have been reached from.
                const auto before = search_.arrival_s(v);
                if (!attained && before && *before <= label_s) {
                    const auto in = times_.traverse({v, graph::opposite(direction)}, *before,
                                                    options_.may_wait);
                    attained = in.refusal == ArcTimes::Refusal::none &&
                               std::abs(in.arrival_s - label_s) <= tick_s_;
                }
            });
            if (!attained) {
                fail(fmt::format("label {:.3f} s of vertex {} is attained by no arc", label_s, u));
            }
        });
    }

    void check_targets() {
        for (const Target& target : targets_) {
            const auto label = search_.arrival_s(target.vertex);
            if (label && !result_.path) {
                fail(fmt::format("target {} has a label, but there is no path", target.vertex));
            }
            if (label && *label + target.extra_s < finish_s_ - allowance()) {
                fail(fmt::format("target {} is reached earlier than the path ends", target.vertex));
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
        const double finish_s = path.arrival_s.back() + targets_[path.target].extra_s;
        if (std::abs(finish_s - finish_s_) > allowance()) {
            fail(fmt::format("the path replays to {:.3f} s instead of {:.3f} s", finish_s,
                             finish_s_));
        }
    }

    [[nodiscard]] double allowance() const {
        return tick_s_ * static_cast<double>(result_.path ? result_.path->vertices.size() : 1);
    }

    const TimeDependentSearch& search_;
    const TimeSearchResult& result_;
    const graph::GridGraph& graph_;
    ArcTimes times_;
    std::span<const Source> sources_;
    std::span<const Target> targets_;
    const TimeSearchOptions& options_;
    double tick_s_;
    double finish_s_;
    Certificate certificate_;
};

} // namespace

Certificate certify(const TimeDependentSearch& search, const TimeSearchResult& result,
                    const graph::GridGraph& graph, const cost::TransitField& field,
                    std::span<const Source> sources, std::span<const Target> targets,
                    const TimeSearchOptions& options) {
    return Prover(search, result, graph, field, sources, targets, options).prove();
}

} // namespace fairlead::search

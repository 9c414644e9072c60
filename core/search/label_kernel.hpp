// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The production kernel: Dijkstra's algorithm and A* (Dijkstra 1959; Hart, Nilsson and Raphael
/// 1968) over any view that expands a vertex at once (graph::for_each_out_arc), one label and one
/// byte of parent direction per vertex in flat arrays, a bucket queue, reset by the list of
/// touched vertices. A label that is improved within its bucket is expanded again, so results do
/// not depend on the width of the buckets.

#include "core/base/progress.hpp"
#include "core/graph/grid_graph.hpp"
#include "core/search/bucket_queue.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace fairlead::search {

struct SearchStats {
    std::size_t settled = 0; ///< vertices or labels expanded, repeats included
    /// Labels made, by searches that may give a vertex several; one label each is not counted.
    std::size_t labelled = 0;
    std::size_t waited = 0; ///< arcs that had to be waited for
};

/// @tparam Label an unsigned integer or a floating-point type.
template <class Label>
class LabelKernel {
  public:
    static constexpr Label unreached = std::numeric_limits<Label>::has_infinity
                                           ? std::numeric_limits<Label>::infinity()
                                           : std::numeric_limits<Label>::max();
    static constexpr std::uint8_t no_parent = 255;

    /// Forgets all labels. Cheap where few vertices were touched.
    void reset(std::size_t vertices) {
        if (labels_.size() != vertices) {
            labels_.assign(vertices, unreached);
            parents_.assign(vertices, Parent{no_parent});
        } else if (touched_all_) {
            std::fill(labels_.begin(), labels_.end(), unreached);
        } else {
            for (const graph::Vertex v : touched_) {
                labels_[v] = unreached;
            }
        }
        touched_.clear();
        most_touched_ = vertices / 16 + 64;
        touched_.reserve(most_touched_);
        touched_all_ = false;
        queue_.reset();
    }

    /// A vertex to start from. @param bucket of label + potential
    void seed(graph::Vertex vertex, Label label, std::uint32_t bucket) {
        if (label < labels_[vertex]) {
            set(vertex, label, no_parent);
            queue_.push(bucket, {vertex, label});
        }
    }

    /// Runs until the queue is empty or passes the bucket `last`.
    /// @param view of a graph::GridGraph, with `graph()` and `prefetch(vertex, label)`
    /// @param bucket_of (label, vertex) -> number of the bucket of label + potential.
    /// @param at_vertex (vertex, label) called before each expansion; returns `last`, the bucket
    ///        in which the search may end (the best finish found so far; greatest if none).
    /// @throws Error (cancelled)
    template <class View, class BucketOf, class AtVertex>
    void search(const View& view, const BucketOf& bucket_of, const AtVertex& at_vertex,
                SearchStats& stats, const Progress& progress) {
        std::uint32_t last = std::numeric_limits<std::uint32_t>::max();
        std::size_t settled = 0;
        while (queue_.take(batch_) && queue_.current() <= last) {
            // Labels improved since are left out first, without a branch that nobody could
            // foretell.
            std::size_t count = 0;
            for (const Entry& entry : batch_) {
                batch_[count] = entry;
                count += static_cast<std::size_t>(entry.label == labels_[entry.vertex]);
            }
            for (std::size_t i = 0; i < count; ++i) {
                if (i + prefetched_ahead < count) {
                    const Entry& coming = batch_[i + prefetched_ahead];
                    view.prefetch(coming.vertex, coming.label);
                    graph::prefetch_around(view.graph(), labels_.data(), coming.vertex);
                }
                const Entry entry = batch_[i];
                if (entry.label != labels_[entry.vertex]) {
                    continue; // by another of the same bucket
                }
                if (++settled % settled_between_checks == 0) {
                    progress.throw_if_stopped();
                    progress.report(static_cast<double>(settled) /
                                        static_cast<double>(labels_.size()),
                                    "search");
                }
                last = at_vertex(entry.vertex, entry.label);
                graph::for_each_out_arc(view, entry.vertex, entry.label,
                                        Relax<BucketOf>{*this, bucket_of});
            }
        }
        stats.settled += settled;
    }

    [[nodiscard]] std::size_t size() const noexcept { return labels_.size(); }
    [[nodiscard]] Label label(graph::Vertex vertex) const noexcept { return labels_[vertex]; }
    [[nodiscard]] bool is_labelled(graph::Vertex vertex) const noexcept {
        return vertex < labels_.size() && labels_[vertex] != unreached;
    }

    /// Calls f(vertex, label), in no order.
    template <class Function>
    void for_each_labelled(Function&& f) const {
        if (!touched_all_) {
            for (const graph::Vertex v : touched_) {
                f(v, labels_[v]);
            }
            return;
        }
        for (std::size_t v = 0; v < labels_.size(); ++v) {
            if (labels_[v] != unreached) {
                f(static_cast<graph::Vertex>(v), labels_[v]);
            }
        }
    }

    /// The way a labelled vertex was reached, from a seed on: its vertices and the directions
    /// between them.
    void trace(const graph::GridGraph& graph, graph::Vertex vertex,
               std::vector<graph::Vertex>& vertices, std::vector<std::uint8_t>& directions) const {
        vertices.assign(1, vertex);
        directions.clear();
        while (parents_[vertex] != Parent{no_parent}) {
            const auto direction = static_cast<std::uint8_t>(parents_[vertex]);
            directions.push_back(direction);
            vertex = graph.target(vertex, graph::opposite(direction));
            vertices.push_back(vertex);
        }
        std::reverse(vertices.begin(), vertices.end());
        std::reverse(directions.begin(), directions.end());
    }

    [[nodiscard]] std::size_t memory_bytes() const noexcept {
        return queue_.memory_bytes() + batch_.capacity() * sizeof(Entry) +
               labels_.capacity() * sizeof(Label) + parents_.capacity() +
               touched_.capacity() * sizeof(graph::Vertex);
    }

  private:
    /// A few milliseconds.
    static constexpr std::size_t settled_between_checks = 8192;
    /// The front of a search is far longer than a cache, and what is expanded next is known: so
    /// many expansions ahead, the memory is asked for what that one will read.
    static constexpr std::size_t prefetched_ahead = 8;

    /// A direction, or no_parent. Not a plain byte: a store of one may alias anything, and each
    /// would have the inner loop read all it knows from memory again.
    enum class Parent : std::uint8_t {};

    struct Entry {
        graph::Vertex vertex;
        Label label;
    };

    /// See graph::relax_first.
    template <class BucketOf>
    struct Relax {
        LabelKernel& kernel;
        const BucketOf& bucket_of;
        [[nodiscard]] bool improves(graph::Vertex target, Label label) const noexcept {
            return label < kernel.labels_[target];
        }
        [[nodiscard]] const Label* labels() const noexcept { return kernel.labels_.data(); }
        void operator()(graph::Vertex target, std::uint8_t direction, Label label) const {
            if (improves(target, label)) {
                improve(target, direction, label);
            }
        }
        void improve(graph::Vertex target, std::uint8_t direction, Label label) const {
            kernel.improve(target, label, direction, bucket_of);
        }
    };

    template <class BucketOf>
    void improve(graph::Vertex target, Label label, std::uint8_t direction,
                 const BucketOf& bucket_of) {
        set(target, label, direction);
        queue_.push(bucket_of(label, target), {target, label});
    }

    void set(graph::Vertex vertex, Label label, std::uint8_t parent) {
        if (!touched_all_ && labels_[vertex] == unreached) {
            if (touched_.size() < most_touched_) {
                touched_.push_back(vertex);
            } else {
                touched_all_ = true;
            }
        }
        labels_[vertex] = label;
        parents_[vertex] = Parent{parent};
    }

    std::vector<Label> labels_;
    std::vector<Parent> parents_;
    std::vector<graph::Vertex> touched_; ///< labelled vertices, until there are too many to list
    std::size_t most_touched_ = 0;
    bool touched_all_ = false;
    BucketQueue<Entry> queue_;
    std::vector<Entry> batch_; ///< what is expanded now
};

} // namespace fairlead::search

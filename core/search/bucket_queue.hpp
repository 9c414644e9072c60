// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A monotone priority queue of numbered buckets (Dial 1969; Denardo and Fox 1979, Operations
/// Research 27): entries come out by bucket, in no order within one. If no arc is shorter than a
/// bucket is wide, no entry of a bucket can improve another (Dinitz 1978), so labels taken out
/// are final. A ring of buckets holds the near future; what lies farther ahead (after a wait) is
/// set aside and sorted in when its time comes.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace fairlead::search {

/// Keeps its memory between queries. Not safe from several threads.
template <class Entry>
class BucketQueue {
  public:
    static constexpr std::uint32_t ring_size = 256;

    /// Empties the queue; the first bucket is 0.
    void reset() {
        for (auto& bucket : ring_) {
            bucket.clear();
        }
        later_.clear();
        current_ = 0;
        earliest_later_ = none;
    }

    /// A bucket before the current one, as rounding may give, counts as the current one.
    void push(std::uint32_t bucket, Entry entry) {
        bucket = std::max(bucket, current_);
        if (bucket - current_ < ring_size) {
            ring_[bucket % ring_size].push_back(entry);
        } else {
            later_.push_back({bucket, entry});
            earliest_later_ = std::min(earliest_later_, bucket);
        }
    }

    /// Takes out an entry of the current bucket, or of the next one that has any.
    /// @return false if the queue is empty.
    [[nodiscard]] bool pop(Entry& entry) {
        if (ring_[current_ % ring_size].empty() && !advance()) {
            return false;
        }
        auto& bucket = ring_[current_ % ring_size];
        entry = bucket.back();
        bucket.pop_back();
        return true;
    }

    /// Takes out all entries of the current bucket, or of the next one that has any; more may be
    /// put into the same bucket afterwards.
    /// @param batch what it held is dropped, its memory is used again
    /// @return false if the queue is empty.
    [[nodiscard]] bool take(std::vector<Entry>& batch) {
        batch.clear();
        if (ring_[current_ % ring_size].empty() && !advance()) {
            return false;
        }
        batch.swap(ring_[current_ % ring_size]);
        return true;
    }

    /// The bucket the last entry came from.
    [[nodiscard]] std::uint32_t current() const noexcept { return current_; }

    [[nodiscard]] std::size_t memory_bytes() const noexcept {
        std::size_t bytes = sizeof(*this) + later_.capacity() * sizeof(Later);
        for (const auto& bucket : ring_) {
            bytes += sizeof(bucket) + bucket.capacity() * sizeof(Entry);
        }
        return bytes;
    }

  private:
    static constexpr std::uint32_t none = std::numeric_limits<std::uint32_t>::max();
    struct Later {
        std::uint32_t bucket;
        Entry entry;
    };

    /// To the next bucket that has any entries. @return false if there is none.
    [[gnu::noinline]] bool advance() {
        // No count of entries is kept, as each push and pop would pay for it: a whole turn without
        // any shows that the ring is empty.
        std::uint32_t empty_ahead = 0;
        do {
            if (++empty_ahead == ring_size) {
                if (later_.empty()) {
                    return false;
                }
                current_ = earliest_later_;
            } else {
                ++current_;
            }
            // Half a ring ahead of need, so that it happens at most once in half a turn.
            if (earliest_later_ != none && earliest_later_ - current_ < ring_size / 2) {
                sort_in();
                empty_ahead = 0;
            }
        } while (ring_[current_ % ring_size].empty());
        return true;
    }

    /// Moves what the ring now reaches into it.
    void sort_in() {
        earliest_later_ = none;
        std::size_t kept = 0;
        for (const Later& later : later_) {
            if (later.bucket - current_ < ring_size) {
                ring_[later.bucket % ring_size].push_back(later.entry);
            } else {
                later_[kept++] = later;
                earliest_later_ = std::min(earliest_later_, later.bucket);
            }
        }
        later_.resize(kept);
    }

    std::vector<std::vector<Entry>> ring_ = std::vector<std::vector<Entry>>(ring_size);
    std::vector<Later> later_;
    std::uint32_t current_ = 0;
    std::uint32_t earliest_later_ = none;
};

} // namespace fairlead::search

// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Progress out, cancellation in. One object is passed down through a long task; a part of the
/// task gets a sub-range, so nobody needs to know where in the whole it stands.

#include <functional>
#include <stop_token>
#include <string_view>

namespace fairlead {

/// Reports a fraction in [0, 1] and tells whether the user wants to stop. Cheap to copy.
/// Thread rule: reports come from one thread at a time; the stop token may be used from any.
class Progress {
  public:
    using Report = std::function<void(double fraction, std::string_view what)>;

    /// Silent and never stopped.
    Progress() = default;
    Progress(Report report, std::stop_token stop)
        : report_(std::move(report)), stop_(std::move(stop)) {}

    /// @param fraction of this (sub-)task done, clamped to [0, 1].
    void report(double fraction, std::string_view what) const;

    /// The part [from, to] of this task, as a task of its own. @pre 0 <= from <= to <= 1
    [[nodiscard]] Progress sub_range(double from, double to) const;

    /// Hears the wish to stop, but reports nothing: for work in several threads at once.
    [[nodiscard]] Progress silent() const { return {nullptr, stop_}; }

    [[nodiscard]] bool stop_requested() const noexcept { return stop_.stop_requested(); }
    /// @throws Error (cancelled) if the user asked to stop.
    void throw_if_stopped() const;

  private:
    Report report_;
    std::stop_token stop_;
    double from_ = 0.0;
    double to_ = 1.0;
};

} // namespace fairlead

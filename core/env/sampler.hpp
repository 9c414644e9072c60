// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// The same places asked again and again: for planning grids. Which nodes surround each place is
/// worked out once per layer; after that a variable at an instant costs a few nanoseconds a place.
/// The answers are those of Environment::sample, with values rounded to float.

#include "core/env/environment.hpp"

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace fairlead::env {

class Sampler {
  public:
    /// @param environment outlives the sampler.
    /// @param places every place that may be asked for; later they are known by their index.
    Sampler(const Environment& environment, std::span<const geo::Position> places);
    ~Sampler();
    Sampler(Sampler&&) noexcept;
    Sampler& operator=(Sampler&&) noexcept;
    Sampler(const Sampler&) = delete;
    Sampler& operator=(const Sampler&) = delete;

    [[nodiscard]] std::size_t place_count() const noexcept { return place_count_; }

    /// One variable at one instant, for all places. Where quality is not usable value is 0.
    /// Safe from several threads at once. @pre value and quality have place_count() elements
    /// @throws Error from a reader, naming the file.
    void sample(Variable variable, double time_s, std::span<float> value,
                std::span<Quality> quality) const;

  private:
    struct Prepared;

    const Environment* environment_;
    std::size_t place_count_;
    std::vector<std::unique_ptr<const Prepared>> prepared_;           ///< one per field layer
    std::array<std::vector<const Prepared*>, variable_count> layers_; ///< bottom first
};

/// The instants within [from, until] at which a variable has slices of its own, in any of its
/// layers, in order and each once: between them it changes linearly, at most. Ends of data, where
/// it may jump, are listed as well. Empty for a variable that does not depend on time.
[[nodiscard]] std::vector<Instant> natural_times(const Environment& environment, Variable variable,
                                                 Instant from, Instant until);

} // namespace fairlead::env

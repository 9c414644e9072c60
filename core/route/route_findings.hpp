// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What an evaluation says in words about one place of a track.

#include "core/route/passage.hpp"

#include <string>
#include <vector>

namespace fairlead::route {

/// What the rules say of the place, and on what data that rests: values that are filled, held,
/// interpolated over gaps, assumed or from climatology, and currents that are not known.
/// @param zones those in force.
[[nodiscard]] std::vector<rules::Finding> findings_at(const Passage& passage,
                                                      const PassageSampler& sampler,
                                                      std::span<const env::Zone* const> zones,
                                                      const geo::Position& place, Instant time);

/// Why the ship cannot pass: the violations of the rules, or one of the evaluation's own where the
/// current sets the ship off. At least one.
[[nodiscard]] std::vector<rules::Finding> blocking_findings(const Passage& passage,
                                                            const PassageSampler& sampler,
                                                            std::span<const env::Zone* const> zones,
                                                            const geo::Position& place,
                                                            Instant time);

/// That waiting at a place does not help: the way ahead never opens, or not before the ship's own
/// place closes.
[[nodiscard]] rules::Finding no_opening(const geo::Position& place, Instant time,
                                        std::optional<Instant> place_closes);
/// That times go on at the least speed of a ship that would be beset.
[[nodiscard]] rules::Finding forced_speed(const vessel::Vessel& ship);
[[nodiscard]] rules::Finding land_crossing(const geo::Position& place, Instant time,
                                           const std::string& source);
[[nodiscard]] rules::Finding close_to_land(const geo::Position& place, Instant time,
                                           Length distance, Length clearance);

/// Equal for places of which findings_at says the same things with other numbers.
[[nodiscard]] unsigned findings_signature(const Passage& passage,
                                          std::span<const env::Zone* const> zones) noexcept;

} // namespace fairlead::route

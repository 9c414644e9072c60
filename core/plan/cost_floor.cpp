// SPDX-License-Identifier: Apache-2.0
#include "core/plan/cost_floor.hpp"

#include "core/base/units.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::plan {
namespace {

constexpr std::size_t concentrations = 100; ///< steps of 1 %
constexpr double concentration_step = 1.0 / static_cast<double>(concentrations);
/// Steps of 1 cm, then growing ones up to the thickest ice a layer can hold.
constexpr std::size_t even_thicknesses = 500;
constexpr double thickness_step_m = 0.01;
constexpr double even_until_m = static_cast<double>(even_thicknesses) * thickness_step_m;
constexpr double growth = 1.02;
constexpr std::size_t thicknesses = 606;
constexpr double speed_step_kn = 0.05;
constexpr double current_step_mps = 0.02;
/// What is this little below a step (float noise of a constant) still counts as the step.
constexpr double counts_as_step = 1e-5;
/// So much more of concentration or thickness [m] tells a step's inside from its border.
constexpr double just_more = 1e-9;
/// A step across which speed falls by more than this is divided, up to so many times.
constexpr double wide_kn = 0.25;
constexpr int most_divisions = 7;

env::Sample known(double value) noexcept {
    return {value, env::Quality::ok};
}

env::Conditions in_ice(double concentration, double thickness_m) noexcept {
    env::Conditions conditions;
    conditions.concentration = known(concentration);
    conditions.thickness = known(thickness_m);
    return conditions;
}

double concentration_of(std::size_t step) noexcept {
    return static_cast<double>(step) * concentration_step;
}

double thickness_of(std::size_t step) noexcept {
    return step <= even_thicknesses
               ? static_cast<double>(step) * thickness_step_m
               : even_until_m * std::pow(growth, static_cast<double>(step - even_thicknesses));
}

std::size_t concentration_step_of(double value) noexcept {
    const double whole = std::floor(std::max(0.0, value) / concentration_step + counts_as_step);
    return std::min(static_cast<std::size_t>(whole), concentrations - 1);
}

std::size_t thickness_step_of(double value_m) noexcept {
    const double whole = value_m <= even_until_m
                             ? value_m / thickness_step_m
                             : static_cast<double>(even_thicknesses) +
                                   std::log(value_m / even_until_m) / std::log(growth);
    return std::min(static_cast<std::size_t>(std::max(0.0, whole + counts_as_step)),
                    thicknesses - 1);
}

env::Conditions at_step(std::size_t concentration, std::size_t thickness) noexcept {
    return in_ice(concentration_of(concentration), thickness_of(thickness));
}

std::uint32_t step_at(std::size_t concentration, std::size_t thickness) noexcept {
    return static_cast<std::uint32_t>(concentration * thicknesses + thickness);
}

int current_steps(double current_mps) noexcept {
    return static_cast<int>(std::ceil(current_mps / current_step_mps));
}

} // namespace

CostFloor::CostFloor(const cost::TransitModel& model, const cost::Objective& objective,
                     double greatest_thickness_m)
    : model_(model), objective_(objective), holds_(never_cheaper()) {
    if (!holds_) {
        return;
    }
    for (std::size_t c = 0; c < concentrations; ++c) {
        for (std::size_t h = 0; h <= thickness_step_of(greatest_thickness_m); ++h) {
            add_step(c, h);
        }
    }
}

double CostFloor::Piece::per_metre(double current_mps) const noexcept {
    return static_cast<double>(rate_per_h) / seconds_per_hour /
           (static_cast<double>(fastest_kn) * mps_per_knot + current_mps);
}

void CostFloor::add_pieces(std::vector<Piece>& pieces, std::uint32_t step,
                           const env::Conditions& conditions, double slowest_kn,
                           double fastest_kn) const {
    const double range_kn = fastest_kn - slowest_kn;
    const int parts = std::max(1, static_cast<int>(std::ceil(range_kn / speed_step_kn)));
    for (int part = 0; part < parts; ++part) {
        const auto transit = model_.transit(conditions, {}, slowest_kn + part * range_kn / parts);
        if (transit.allowed) {
            const double rate =
                cost::TransitModel::rate_per_h(objective_, transit, transit.speed_kn);
            pieces.push_back({step, static_cast<float>(rate),
                              static_cast<float>(slowest_kn + (part + 1) * range_kn / parts)});
        }
    }
}

double CostFloor::least_between(const env::Conditions& conditions, double slowest_kn,
                                double fastest_kn, double current_mps) const {
    std::vector<Piece> pieces;
    const double least_kn = model_.vessel().least_speed_kn();
    if (fastest_kn >= least_kn) {
        add_pieces(pieces, 0, conditions, std::clamp(slowest_kn, least_kn, fastest_kn), fastest_kn);
    }
    double least = HUGE_VAL;
    for (const Piece& piece : pieces) {
        least = std::min(least, piece.per_metre(current_mps));
    }
    return least;
}

double CostFloor::limit_in_risk_kn() const noexcept {
    if (!model_.rules().enforces_polaris()) {
        return HUGE_VAL;
    }
    const auto& polaris = *model_.rules().options().polaris;
    const auto ice_class = model_.vessel().particulars().ice_class;
    constexpr double just_beyond_normal = -1e-3;
    return polaris.allows(rules::Polaris::operation_level(ice_class, just_beyond_normal))
               ? polaris.speed_limit_kn(ice_class, rules::OperationLevel::elevated)
               : HUGE_VAL;
}

bool CostFloor::add_ice(std::uint32_t step, const Ice& least, const Ice& most, bool whatever) {
    const auto conditions = in_ice(least.concentration, least.thickness_m);
    const auto best = model_.transit(conditions, {});
    if (!best.allowed) {
        return true; // nor is she in more ice
    }
    // In every ice between she goes at what her model attains in it, or at a rule's limit.
    const double attained_kn =
        model_.vessel().speed_model().attainable_speed_kn({most.concentration, most.thickness_m});
    if (attained_kn < best.speed_kn - wide_kn && !whatever) {
        return false;
    }
    const double least_kn = model_.vessel().least_speed_kn();
    const auto worst = model_.transit(in_ice(most.concentration, most.thickness_m), {});
    add_pieces(pieces_, step, conditions, std::clamp(attained_kn, least_kn, best.speed_kn),
               best.speed_kn);
    const double limit_kn = limit_in_risk_kn();
    if ((!worst.allowed || worst.speed_limit_kn < best.speed_limit_kn) && limit_kn >= least_kn &&
        limit_kn < best.speed_kn) {
        add_pieces(pieces_, step, conditions, limit_kn, limit_kn);
    }
    return true;
}

void CostFloor::divide_ice(std::uint32_t step, const Ice& least, const Ice& most, int depth) {
    if (add_ice(step, least, most, depth == 0)) {
        return;
    }
    const Ice middle{0.5 * (least.concentration + most.concentration),
                     0.5 * (least.thickness_m + most.thickness_m)};
    divide_ice(step, least, middle, depth - 1);
    divide_ice(step, middle, most, depth - 1);
    if (middle.concentration > least.concentration && middle.thickness_m > least.thickness_m) {
        divide_ice(step, {least.concentration, middle.thickness_m},
                   {middle.concentration, most.thickness_m}, depth - 1);
        divide_ice(step, {middle.concentration, least.thickness_m},
                   {most.concentration, middle.thickness_m}, depth - 1);
    }
}

void CostFloor::add_step(std::size_t concentration, std::size_t thickness) {
    const auto step = step_at(concentration, thickness);
    const Ice least{concentration_of(concentration), thickness_of(thickness)};
    const Ice most{concentration_of(concentration + 1), thickness_of(thickness + 1)};
    if (add_ice(step, least, most, false)) {
        return;
    }
    // Her speed falls much in this step. Where it ends along the step's border, as at the greatest
    // thickness of a table, the border and the inside by themselves say more.
    const Ice inside{least.concentration + just_more, least.thickness_m + just_more};
    add_ice(step, least, least, true);
    divide_ice(step, {inside.concentration, least.thickness_m},
               {most.concentration, least.thickness_m}, most_divisions);
    divide_ice(step, {least.concentration, inside.thickness_m},
               {least.concentration, most.thickness_m}, most_divisions);
    divide_ice(step, inside, most, most_divisions);
}

bool CostFloor::never_cheaper() const {
    constexpr std::size_t concentration_stride = 10;
    constexpr std::size_t thickness_stride = 20;
    constexpr double stride_kn = 0.5;
    constexpr double noise = 1e-9;
    const double least_kn = model_.vessel().least_speed_kn();
    const auto speeds = static_cast<std::size_t>(
        (model_.vessel().open_water_speed_kn() - least_kn) / stride_kn + 1.0);
    std::vector<double> rates; // by concentration, thickness and speed
    const std::size_t per_concentration =
        (thicknesses + thickness_stride - 1) / thickness_stride * speeds;
    for (std::size_t c = 0; c <= concentrations; c += concentration_stride) {
        for (std::size_t h = 0; h < thicknesses; h += thickness_stride) {
            double slower = 0.0;
            for (std::size_t k = 0; k < speeds; ++k) {
                const double speed_kn = least_kn + static_cast<double>(k) * stride_kn;
                const auto transit = model_.transit(at_step(c, h), {}, speed_kn);
                // Nothing to compare where she does not make that speed.
                const bool made = transit.allowed && transit.speed_kn >= speed_kn * (1.0 - noise);
                const double rate =
                    made ? cost::TransitModel::rate_per_h(objective_, transit, transit.speed_kn)
                         : HUGE_VAL;
                const auto before = [&](std::size_t count) {
                    return count <= rates.size() ? rates[rates.size() - count] : 0.0;
                };
                const double thinner = h > 0 ? before(speeds) : 0.0;
                const double looser = before(per_concentration);
                const double least = std::max({slower, thinner, looser});
                if (rate < least * (1.0 - noise) || !(rate >= 0.0)) {
                    return false;
                }
                slower = rate;
                rates.push_back(rate);
            }
        }
    }
    return true;
}

const std::vector<float>& CostFloor::table(int steps) {
    auto& floor = tables_[steps];
    if (!floor.empty()) {
        return floor;
    }
    floor.assign(concentrations * thicknesses, HUGE_VALF);
    for (const Piece& piece : pieces_) {
        const double least = piece.per_metre(steps * current_step_mps);
        floor[piece.step] = std::min(floor[piece.step], static_cast<float>(least));
    }
    // From the heaviest ice down: each step takes the least of those beyond it.
    for (std::size_t c = concentrations; c-- > 0;) {
        for (std::size_t h = thicknesses; h-- > 0;) {
            auto& here = floor[step_at(c, h)];
            if (c + 1 < concentrations) {
                here = std::min(here, floor[step_at(c + 1, h)]);
            }
            if (h + 1 < thicknesses) {
                here = std::min(here, floor[step_at(c, h + 1)]);
            }
        }
    }
    return floor;
}

double CostFloor::per_true_metre(const Place& place) {
    if (!place.concentration.is_usable()) {
        return HUGE_VAL; // no speed without a concentration
    }
    const auto c = concentration_step_of(place.concentration.value);
    // Where thickness is unknown she may not go, or it does not count and any will do.
    const auto h = place.thickness.is_usable() ? thickness_step_of(place.thickness.value) : 0;
    const auto step = step_at(c, h);
    const int current = current_steps(place.current_mps);
    const auto unlimited = static_cast<double>(table(current)[step]);
    if (place.lowest_limit_kn >= model_.vessel().open_water_speed_kn()) {
        return unlimited;
    }
    const auto limit = static_cast<int>(std::floor(place.lowest_limit_kn / speed_step_kn));
    const auto [found, is_new] = limited_.try_emplace({step, limit, current});
    if (is_new) {
        const auto least_ice = at_step(c, h);
        found->second =
            least_between(least_ice, limit * speed_step_kn, model_.transit(least_ice, {}).speed_kn,
                          current * current_step_mps);
    }
    return std::min(unlimited, found->second);
}

double CostFloor::per_true_metre(const Place& place, double least_attainable_kn,
                                 env::Sample greatest_attainable) {
    env::Conditions conditions;
    conditions.concentration = place.concentration;
    conditions.thickness = place.thickness;
    conditions.attainable_speed = greatest_attainable;
    const auto best = model_.transit(conditions, {});
    if (!best.allowed) {
        return HUGE_VAL;
    }
    return least_between(conditions,
                         std::min({least_attainable_kn, place.lowest_limit_kn, limit_in_risk_kn()}),
                         best.speed_kn, place.current_mps);
}

} // namespace fairlead::plan

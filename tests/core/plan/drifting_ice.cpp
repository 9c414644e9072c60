// SPDX-License-Identifier: Apache-2.0
#include "tests/core/plan/drifting_ice.hpp"

#include "core/io/vessel_file.hpp"
#include "tests/core/plan/open_water.hpp"
#include "tests/support/formula_layer.hpp"

#include <algorithm>
#include <cmath>

namespace fairlead::test {

plan::PlanRequest voyage_through_drifting_ice(int seed) {
    auto request = open_water_voyage();
    request.vessel = std::make_shared<vessel::Vessel>(
        io::read_vessel_file(FAIRLEAD_SOURCE_FOLDER "/data/vessels/expedition_pc5.toml"));
    std::vector<Instant> times;
    for (int i = 0; i < 30; ++i) {
        times.push_back(request.departure + Duration::hours(12.0 * i));
    }
    auto environment = std::make_shared<env::Environment>();
    environment->add(formula_layer(
        env::Variable::sea_ice_concentration, {400e3, 900e3, 25e3, 25e3, 60, 90}, times,
        [seed](geo::PlanePoint at, std::size_t slice) {
            const double phase = 1.7 * seed;
            const double drift_km = 40.0 * static_cast<double>(slice);
            const double x_km = at.x_m * 1e-3 + drift_km;
            const double y_km = at.y_m * 1e-3 - 0.6 * drift_km;
            const double waves = std::sin(x_km / 61.0 + phase) + std::sin(y_km / 83.0 - phase) +
                                 0.8 * std::sin((x_km + y_km) / 37.0 + 2.0 * phase);
            return std::clamp(0.7 + 0.3 * waves, 0.0, 1.0);
        }));
    environment->add(constant_layer(env::Variable::sea_ice_thickness, 1.2));
    request.environment = environment;
    request.places = {{"A", geo::Position::degrees(77.0, 5.0)},
                      {"B", geo::Position::degrees(79.0, 60.0)}};
    request.with_lower_bound = false;
    return request;
}

} // namespace fairlead::test

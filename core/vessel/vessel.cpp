// SPDX-License-Identifier: Apache-2.0
#include "core/vessel/vessel.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::vessel {
namespace {

void require(bool right, const std::string& vessel, const char* what, double value,
             const char* limits) {
    if (!right || !std::isfinite(value)) {
        throw Error(ErrorCode::invalid_argument,
                    fmt::format("{}: {} {}: must be {}", vessel, what, value, limits));
    }
}

} // namespace

Vessel::Vessel(Particulars particulars, Speed open_water_speed, Speed least_speed,
               std::shared_ptr<const SpeedModel> speed, std::shared_ptr<const FuelModel> fuel,
               double hotel_fuel_t_per_h, double co2_per_fuel, std::vector<std::string> notes,
               std::string source)
    : particulars_(std::move(particulars)), open_water_speed_(open_water_speed),
      least_speed_(least_speed), speed_(std::move(speed)), fuel_(std::move(fuel)),
      hotel_fuel_t_per_h_(hotel_fuel_t_per_h), co2_per_fuel_(co2_per_fuel),
      notes_(std::move(notes)), source_(std::move(source)) {
    FAIRLEAD_EXPECTS(speed_ != nullptr && fuel_ != nullptr);
    const auto& name = particulars_.name;
    const double open_kn = open_water_speed_.in_knots();
    const double least_kn = least_speed_.in_knots();
    require(open_kn > 0.0 && open_water_speed_ <= greatest_speed, name, "open-water speed [kn]",
            open_kn, "above 0 and at most 40");
    require(least_kn > 0.0 && least_kn < open_kn, name, "least speed [kn]", least_kn,
            "above 0 and below the open-water speed");
    require(particulars_.length.in_metres() > 0.0, name, "length [m]",
            particulars_.length.in_metres(), "above 0");
    require(particulars_.beam.in_metres() > 0.0, name, "beam [m]", particulars_.beam.in_metres(),
            "above 0");
    require(particulars_.draught.in_metres() > 0.0, name, "draught [m]",
            particulars_.draught.in_metres(), "above 0");
    require(particulars_.block_coefficient > 0.0 && particulars_.block_coefficient <= 1.0, name,
            "block coefficient", particulars_.block_coefficient, "above 0 and at most 1");
    require(particulars_.power.in_kilowatts() > 0.0, name, "power [kW]",
            particulars_.power.in_kilowatts(), "above 0");
    require(hotel_fuel_t_per_h_ >= 0.0, name, "hotel fuel [t/h]", hotel_fuel_t_per_h_, "0 or more");
    require(co2_per_fuel_ >= 0.0, name, "CO2 per fuel [t/t]", co2_per_fuel_, "0 or more");
}

Performance Vessel::performance(const IceState& ice, double speed_limit_kn) const noexcept {
    const double speed_kn = std::min(speed_->attainable_speed_kn(ice), speed_limit_kn);
    if (!(speed_kn >= least_speed_kn())) {
        return {0.0, 0.0, hotel_fuel_t_per_h_};
    }
    const double power_kw = speed_->power_kw(ice, speed_kn);
    return {speed_kn, power_kw, hotel_fuel_t_per_h_ + fuel_->fuel_t_per_h(power_kw, speed_kn, ice)};
}

Performance Vessel::open_water_performance(double speed_kn) const noexcept {
    const IceState no_ice;
    const double power_kw = speed_->power_kw(no_ice, speed_kn);
    return {speed_kn, power_kw,
            hotel_fuel_t_per_h_ + fuel_->fuel_t_per_h(power_kw, speed_kn, no_ice)};
}

Vessel Vessel::with_ice_class(IceClass ice_class) const {
    Vessel other = *this;
    other.particulars_.ice_class = ice_class;
    return other;
}

} // namespace fairlead::vessel

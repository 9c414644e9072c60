// SPDX-License-Identifier: Apache-2.0
#include "tests/support/oracle_scenarios.hpp"

#include "core/geo/geodesic.hpp"
#include "tests/support/formula_layer.hpp"
#include "tests/support/plain_ship.hpp"

#include <cmath>
#include <limits>
#include <numbers>

namespace fairlead::test {
namespace {

constexpr double nmi = metres_per_nautical_mile;
constexpr double radian = std::numbers::pi / 180.0;

class ConstantSpeed final : public vessel::SpeedModel {
  public:
    explicit ConstantSpeed(double speed_kn) : speed_kn_(speed_kn) {}
    double attainable_speed_kn(const vessel::IceState&) const noexcept override {
        return speed_kn_;
    }
    double power_kw(const vessel::IceState&, double) const noexcept override { return 1000.0; }
    bool needs_thickness() const noexcept override { return false; }
    std::string describe() const override { return "constant speed"; }

  private:
    double speed_kn_;
};

class ConstantFuel final : public vessel::FuelModel {
  public:
    double fuel_t_per_h(double, double, const vessel::IceState&) const noexcept override {
        return 0.9;
    }
    std::string describe() const override { return "constant fuel"; }
};

Instant departure() {
    return parse_instant("2018-07-15T00:00Z");
}

/// A field of the plane that does not change with time.
using PlaneFunction = std::function<double(geo::PlanePoint)>;

std::shared_ptr<const env::Field>
plane_field(env::Variable variable, const env::RasterGeometry& raster,
            const std::function<double(geo::PlanePoint, const geo::Position&)>& value) {
    const auto projection = geo::Projection::polar_north();
    return formula_layer(variable, raster, {},
                         [=](geo::PlanePoint point, std::size_t) {
                             return value(point, projection.inverse(point).value());
                         })
        .field;
}

/// Attainable speed whose image in the plane is the function given [kn of the plane].
env::Layer plane_speed(const env::RasterGeometry& raster, const PlaneFunction& speed_kn) {
    const auto projection = geo::Projection::polar_north();
    env::Layer layer;
    layer.variable = env::Variable::attainable_speed;
    layer.field =
        plane_field(layer.variable, raster, [=](geo::PlanePoint point, const geo::Position& place) {
            return speed_kn(point) / projection.scale_factor(place);
        });
    layer.label = "formula";
    return layer;
}

geo::Position place_of(geo::PlanePoint point) {
    return geo::Projection::polar_north().inverse(point).value();
}

/// A grid and a raster over the same box of the plane, whole cells.
struct Box {
    double left_m;
    double bottom_m;
    double right_m;
    double top_m;

    [[nodiscard]] geo::GridGeometry grid(double cell_m) const {
        return {left_m, top_m, cell_m, static_cast<std::int32_t>((right_m - left_m) / cell_m),
                static_cast<std::int32_t>((top_m - bottom_m) / cell_m)};
    }
    [[nodiscard]] env::RasterGeometry raster(double width_m, double height_m) const {
        return {left_m,
                top_m,
                width_m,
                height_m,
                static_cast<std::uint32_t>((right_m - left_m) / width_m),
                static_cast<std::uint32_t>((top_m - bottom_m) / height_m)};
    }
};

OracleScenario plane_scenario(std::string name, double vessel_speed_kn,
                              std::shared_ptr<env::Environment> environment, geo::PlanePoint from,
                              geo::PlanePoint to, std::vector<geo::PlanePoint> through,
                              double expected_h, const geo::GridGeometry& grid) {
    environment->add(constant_layer(env::Variable::sea_ice_concentration, 0.0));
    OracleScenario scenario;
    scenario.name = std::move(name);
    scenario.environment = std::move(environment);
    scenario.vessel = constant_speed_vessel(vessel_speed_kn);
    scenario.rules = zones_only();
    scenario.from = place_of(from);
    scenario.to = place_of(to);
    scenario.departure = departure();
    scenario.expected_h = expected_h;
    scenario.crude.push_back(scenario.from);
    for (const auto& point : through) {
        scenario.crude.push_back(place_of(point));
    }
    scenario.crude.push_back(scenario.to);
    scenario.grid = grid;
    return scenario;
}

/// Least of a function with one minimum, by golden section.
double least(const std::function<double(double)>& f, double low, double high) {
    const double golden = 0.5 * (std::sqrt(5.0) - 1.0);
    for (int i = 0; i < 200; ++i) {
        const double a = high - golden * (high - low);
        const double b = low + golden * (high - low);
        (f(a) < f(b) ? high : low) = f(a) < f(b) ? b : a;
    }
    return f(0.5 * (low + high));
}

} // namespace

std::shared_ptr<const vessel::Vessel> constant_speed_vessel(double speed_kn) {
    return std::make_shared<vessel::Vessel>(
        plain_ship("Oracle"), Speed::knots(speed_kn), Speed::knots(0.5),
        std::make_shared<ConstantSpeed>(speed_kn), std::make_shared<ConstantFuel>(), 0.1, 3.0,
        std::vector<std::string>{}, "tests");
}

std::shared_ptr<const rules::RuleSet> zones_only() {
    return std::make_shared<rules::RuleSet>(rules::RuleSet::Options{});
}

OracleScenario refraction_at_ice_edge() {
    // The edge lies on a border of cells, half way between two nodes of the raster.
    constexpr double edge_y_m = -1'500'000.0;
    constexpr double water_kn = 12.0;
    constexpr double ice_kn = 5.0;
    const Box box{-50'000.0, edge_y_m - 125'000.0, 250'000.0, edge_y_m + 125'000.0};
    auto environment = std::make_shared<env::Environment>();
    environment->add(plane_speed(box.raster(25'000.0, 50.0), [=](geo::PlanePoint point) {
        return point.y_m > edge_y_m ? ice_kn : water_kn;
    }));
    const double expected_h = least(
        [=](double x) {
            return std::hypot(x, 50.0) / water_kn + std::hypot(100.0 - x, 50.0) / ice_kn;
        },
        0.0, 100.0);
    return plane_scenario("refraction at an ice edge", water_kn, std::move(environment),
                          {0.0, edge_y_m - 50.0 * nmi}, {100.0 * nmi, edge_y_m + 50.0 * nmi}, {},
                          expected_h, box.grid(2'500.0));
}

OracleScenario linear_speed_field() {
    constexpr double zero_y_m = -1'500'000.0;
    constexpr double base_kn = 6.0;
    constexpr double gradient_per_h = 0.05;
    const Box box{-60'000.0, zero_y_m - 60'000.0, 440'000.0, zero_y_m + 240'000.0};
    const auto speed_kn = [=](geo::PlanePoint point) {
        return base_kn + gradient_per_h * (point.y_m - zero_y_m) / nmi;
    };
    auto environment = std::make_shared<env::Environment>();
    environment->add(plane_speed(box.raster(10'000.0, 10'000.0), speed_kn));
    const geo::PlanePoint from{0.0, zero_y_m};
    const geo::PlanePoint to{200.0 * nmi, zero_y_m + 20.0 * nmi};
    const double d2 = 200.0 * 200.0 + 20.0 * 20.0;
    const double expected_h = std::acosh(1.0 + gradient_per_h * gradient_per_h * d2 /
                                                   (2.0 * speed_kn(from) * speed_kn(to))) /
                              gradient_per_h;
    return plane_scenario("linear speed field", 20.0, std::move(environment), from, to, {},
                          expected_h, box.grid(5'000.0));
}

OracleScenario uniform_current() {
    constexpr double speed_kn = 8.0;
    constexpr double current_x_kn = -1.5;
    constexpr double current_y_kn = 3.0;
    const Box box{-60'000.0, -1'650'000.0, 340'000.0, -1'350'000.0};
    const auto projection = geo::Projection::polar_north();
    auto environment = std::make_shared<env::Environment>();
    environment->add(
        plane_speed(box.raster(10'000.0, 10'000.0), [=](geo::PlanePoint) { return speed_kn; }));
    const auto component = [=](env::Variable variable) {
        env::Layer layer;
        layer.variable = variable;
        layer.label = "formula";
        layer.field = plane_field(
            variable, box.raster(10'000.0, 10'000.0),
            [=](geo::PlanePoint, const geo::Position& place) {
                const double north = projection.north_direction(place).in_degrees() * radian;
                const double along =
                    variable == env::Variable::eastward_current
                        ? current_x_kn * std::cos(north) - current_y_kn * std::sin(north)
                        : current_x_kn * std::sin(north) + current_y_kn * std::cos(north);
                return along * mps_per_knot / projection.scale_factor(place);
            });
        return layer;
    };
    environment->add(component(env::Variable::eastward_current));
    environment->add(component(env::Variable::northward_current));
    constexpr double d_nmi = 150.0;
    const double du = d_nmi * current_x_kn;
    const double slack =
        speed_kn * speed_kn - current_x_kn * current_x_kn - current_y_kn * current_y_kn;
    const double expected_h = (-du + std::sqrt(du * du + slack * d_nmi * d_nmi)) / slack;
    return plane_scenario("uniform current", speed_kn, std::move(environment), {0.0, -1'500'000.0},
                          {d_nmi * nmi, -1'500'000.0}, {{100'000.0, -1'460'000.0}}, expected_h,
                          box.grid(5'000.0));
}

OracleScenario cycloid() {
    constexpr double surface_y_m = -1'300'000.0; // y of the formula runs down from here
    constexpr double a_nmi = 60.0;
    constexpr double factor = 1.2;
    const double first = std::numbers::pi / 3.0;
    const double last = std::numbers::pi;
    const auto point = [=](double angle) {
        return geo::PlanePoint{a_nmi * nmi * (angle - std::sin(angle)),
                               surface_y_m - a_nmi * nmi * (1.0 - std::cos(angle))};
    };
    const Box box{-20'000.0, surface_y_m - 260'000.0, 420'000.0, surface_y_m - 20'000.0};
    auto environment = std::make_shared<env::Environment>();
    environment->add(plane_speed(box.raster(20'000.0, 1'000.0), [=](geo::PlanePoint at) {
        return factor * std::sqrt((surface_y_m - at.y_m) / nmi);
    }));
    const double expected_h = std::sqrt(2.0 * a_nmi) / factor * (last - first);
    return plane_scenario("cycloid", 20.0, std::move(environment), point(first), point(last), {},
                          expected_h, box.grid(5'000.0));
}

OracleScenario great_circle() {
    constexpr double speed_kn = 12.0;
    auto environment = std::make_shared<env::Environment>();
    environment->add(constant_layer(env::Variable::sea_ice_concentration, 0.0));
    OracleScenario scenario;
    scenario.name = "great circle";
    scenario.environment = std::move(environment);
    scenario.vessel = constant_speed_vessel(speed_kn);
    scenario.rules = zones_only();
    scenario.from = geo::Position::degrees(79.0, 2.0);
    scenario.to = geo::Position::degrees(72.5, -160.0);
    scenario.departure = departure();
    scenario.expected_h =
        geo::geodesic_distance(scenario.from, scenario.to).in_nautical_miles() / speed_kn;
    scenario.tolerance = 5e-4;
    scenario.crude = {scenario.from, geo::Position::degrees(86.0, 60.0),
                      geo::Position::degrees(80.0, 170.0), scenario.to};
    scenario.grid = Box{-2'400'000.0, -1'500'000.0, 1'600'000.0, 2'500'000.0}.grid(25'000.0);
    return scenario;
}

OracleScenario opening_barrier() {
    constexpr double speed_kn = 10.0;
    auto environment = std::make_shared<env::Environment>();
    environment->add(constant_layer(env::Variable::sea_ice_concentration, 0.0));
    const auto from = geo::Position::degrees(72.0, -45.0);
    const auto north = geo::Bearing::degrees(0.0);
    const auto on_meridian = [&](double distance_nmi) {
        return geo::geodesic_direct(from, north, Length::nautical_miles(distance_nmi));
    };
    // Vertices on the meridian itself make the belt 10 nmi wide exactly where the ship passes.
    std::vector<geo::Position> ring;
    for (double off_deg = -25.0; off_deg <= 25.0; off_deg += 1.0) {
        ring.push_back(geo::Position::degrees(on_meridian(100.0).latitude_deg(), -45.0 + off_deg));
    }
    for (double off_deg = 25.0; off_deg >= -25.0; off_deg -= 1.0) {
        ring.push_back(geo::Position::degrees(on_meridian(110.0).latitude_deg(), -45.0 + off_deg));
    }
    env::Zone zone{"barrier",
                   geo::Region({ring}),
                   std::nullopt,
                   std::nullopt,
                   departure() + Duration::hours(20.0),
                   "tests"};
    environment->add(std::move(zone));
    OracleScenario scenario;
    scenario.name = "opening barrier";
    scenario.environment = std::move(environment);
    scenario.vessel = constant_speed_vessel(speed_kn);
    scenario.rules = zones_only();
    scenario.from = from;
    scenario.to = on_meridian(210.0);
    scenario.departure = departure();
    scenario.expected_h = 31.0;
    scenario.crude = {scenario.from, scenario.to};
    // EPSG:3413 has the 45 W meridian on its -y axis.
    const auto projection = geo::Projection::polar_north();
    const double from_y_m = projection.forward(scenario.from).value().y_m;
    scenario.grid = {-1'000'000.0, from_y_m + 600'000.0, 5'000.0, 400, 160};
    return scenario;
}

OracleScenario turned_hill(double longitude_deg) {
    constexpr double speed_kn = 14.0;
    const auto projection = geo::Projection::polar_north();
    const Box box{-2'000'000.0, -2'000'000.0, 2'000'000.0, 2'000'000.0};
    const auto summit =
        projection.forward(geo::Position::degrees(80.0, 10.0 + longitude_deg)).value();
    auto environment = std::make_shared<env::Environment>();
    env::Layer layer;
    layer.variable = env::Variable::attainable_speed;
    layer.label = "formula";
    layer.field =
        plane_field(layer.variable, box.raster(10'000.0, 10'000.0),
                    [=](geo::PlanePoint point, const geo::Position&) {
                        const double r = std::hypot(point.x_m - summit.x_m, point.y_m - summit.y_m);
                        return speed_kn - 9.0 * std::exp(-r * r / (2.0 * 300'000.0 * 300'000.0));
                    });
    environment->add(std::move(layer));
    environment->add(constant_layer(env::Variable::sea_ice_concentration, 0.0));
    OracleScenario scenario;
    scenario.name = "turned hill";
    scenario.environment = std::move(environment);
    scenario.vessel = constant_speed_vessel(speed_kn);
    scenario.rules = zones_only();
    scenario.from = geo::Position::degrees(76.0, -30.0 + longitude_deg);
    scenario.to = geo::Position::degrees(77.0, 70.0 + longitude_deg);
    scenario.departure = departure();
    scenario.crude = {scenario.from, geo::Position::degrees(84.0, 20.0 + longitude_deg),
                      scenario.to};
    scenario.grid = box.grid(25'000.0);
    return scenario;
}

std::vector<OracleScenario> closed_form_oracles() {
    return {refraction_at_ice_edge(), linear_speed_field(), uniform_current(), cycloid(),
            great_circle(),           opening_barrier()};
}

} // namespace fairlead::test

// SPDX-License-Identifier: Apache-2.0
#include "core/env/projected_grid.hpp"
#include "core/env/rectilinear_grid.hpp"
#include "core/plan/layer_extremes.hpp"

#include <catch2/catch.hpp>

#include <random>

using namespace fairlead;

namespace {

constexpr double day_s = 86400.0;

/// Random values day by day; every `gap_every`-th node is not usable (0: all are).
env::Field random_field(std::shared_ptr<const env::HorizontalGrid> grid, unsigned seed,
                        unsigned gap_every) {
    const auto count = std::size_t{grid->columns()} * grid->rows();
    std::vector<env::SliceInfo> slices;
    for (int day = 0; day < 3; ++day) {
        const Instant time{std::chrono::seconds{86400 * day}};
        slices.push_back({time, time, time, "random"});
    }
    const auto loader = [=](std::size_t index) {
        std::mt19937 random(seed + static_cast<unsigned>(index));
        std::uniform_real_distribution<float> value(0.0F, 1.0F);
        env::FieldSlice slice;
        for (std::size_t i = 0; i < count; ++i) {
            const bool gap = gap_every > 0 && random() % gap_every == 0;
            slice.value.push_back(gap ? std::nanf("") : value(random));
            slice.quality.push_back(gap ? env::Quality::missing : env::Quality::ok);
        }
        return slice;
    };
    return {env::Variable::sea_ice_concentration, std::move(grid), std::move(slices), loader,
            env::StepLimits{Duration::hours(36.0), Duration::hours(240.0)}};
}

std::shared_ptr<const env::HorizontalGrid> polar_grid() {
    // Another plane than the one the squares are in: rows and columns are bent and turned.
    return std::make_shared<env::ProjectedGrid>(
        geo::Projection::from_definition("EPSG:3995"),
        env::RasterGeometry{-1.2e6, 1.2e6, 25e3, 25e3, 96, 96}, "EPSG:3995");
}

std::shared_ptr<const env::HorizontalGrid> global_grid() {
    std::vector<double> latitudes;
    std::vector<double> longitudes;
    for (double latitude = 60.0; latitude <= 90.0; latitude += 0.5) {
        latitudes.push_back(latitude);
    }
    for (double longitude = 0.0; longitude < 360.0; longitude += 1.0) {
        longitudes.push_back(longitude);
    }
    return std::make_shared<env::RectilinearGrid>(latitudes, longitudes, "global");
}

} // namespace

TEST_CASE("layer extremes: no place or time of a square goes below the least", "[plan]") {
    const auto plane = geo::Projection::polar_north();
    for (const auto& grid : {polar_grid(), global_grid()}) {
        for (const unsigned gap_every : {0U, 12U}) {
            for (const double square_m : {4e3, 9e3, 40e3}) {
                const auto field = random_field(grid, 7, gap_every);
                const geo::GridGeometry squares{-1.0e6, 1.0e6, square_m,
                                                static_cast<std::int32_t>(2.0e6 / square_m),
                                                static_cast<std::int32_t>(2.0e6 / square_m)};
                CAPTURE(grid->describe(), gap_every, square_m);
                plan::LayerExtremes extremes(field, plane, squares, squares, {0.0, 2.0 * day_s});
                std::mt19937 random(3);
                std::uniform_real_distribution<double> share(0.0, 1.0);
                for (int trial = 0; trial < 400; ++trial) {
                    const auto square = static_cast<std::uint32_t>(random() % squares.cell_count());
                    const double from_s = 0.25 * day_s * static_cast<double>(random() % 7);
                    const plan::TimeSpan time{from_s, from_s + 0.25 * day_s};
                    const auto middle = field.locate(from_s + 0.125 * day_s);
                    const auto least = extremes.during(square, middle, time, plan::Extreme::least);
                    const auto most =
                        extremes.during(square, middle, time, plan::Extreme::greatest);
                    const auto ever = extremes.ever(square, plan::Extreme::least);
                    const auto centre = squares.centre(square);
                    for (int i = 0; i < 12; ++i) {
                        const auto place =
                            plane.inverse({centre.x_m + (share(random) - 0.5) * square_m,
                                           centre.y_m + (share(random) - 0.5) * square_m});
                        REQUIRE(place.has_value());
                        const auto time_s = time.from_s + share(random) * 0.25 * day_s;
                        env::Stencil stencil;
                        unsigned char inside = 0;
                        grid->locate(std::span(&*place, 1), std::span(&stencil, 1),
                                     std::span(&inside, 1));
                        const auto sample = inside != 0
                                                ? field.sample(stencil, time_s)
                                                : env::Sample::none(env::Quality::outside_area);
                        if (!sample.is_usable()) {
                            CHECK_FALSE(least.everywhere);
                            continue;
                        }
                        REQUIRE(least.value.has_value());
                        CHECK(static_cast<double>(*least.value) <= sample.value + 1e-6);
                        CHECK(static_cast<double>(*most.value) >= sample.value - 1e-6);
                        CHECK(static_cast<double>(*ever.value) <= sample.value + 1e-6);
                    }
                }
            }
        }
    }
}

TEST_CASE("layer extremes: they are those of the square, not of the nodes around it", "[plan]") {
    // Concentration rises by 0.01 per kilometre to the right: a square of 5 km spans 0.05 of it.
    const auto plane = geo::Projection::polar_north();
    const env::RasterGeometry raster{0.0, 0.0, 25e3, 25e3, 8, 8};
    const auto grid = std::make_shared<env::ProjectedGrid>(plane, raster, "EPSG:3413");
    const auto field = env::Field::make_static(
        env::Variable::sea_ice_concentration, grid, "ramp", [](std::size_t) {
            env::FieldSlice slice;
            for (int i = 0; i < 64; ++i) {
                slice.value.push_back(0.25F * static_cast<float>(i % 8));
                slice.quality.push_back(env::Quality::ok);
            }
            return slice;
        });
    const geo::GridGeometry squares{0.0, 0.0, 5e3, 40, 40};
    plan::LayerExtremes extremes(*field, plane, squares, squares, {0.0, day_s});
    const auto square = squares.index({20, 20}); // x from 100 to 105 km
    const auto middle = field->locate(0.0);
    const auto least = extremes.during(square, middle, {0.0, day_s}, plan::Extreme::least);
    const auto most = extremes.during(square, middle, {0.0, day_s}, plan::Extreme::greatest);
    CHECK(least.everywhere);
    CHECK(*least.value == Approx(0.01 * (100.0 - 12.5)).margin(2e-3));
    CHECK(*least.value <= 0.875F);
    CHECK(*most.value == Approx(0.01 * (105.0 - 12.5)).margin(2e-3));
    CHECK(*most.value >= 0.925F);
}

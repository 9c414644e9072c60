// SPDX-License-Identifier: Apache-2.0
/// @file
/// Each product on a real file. Expected numbers were computed apart from Fairlead, with numpy on
/// what GDAL's Python bindings read (raw codes and packed numbers), as each comment says.
#include "core/base/error.hpp"
#include "core/io/layer_source.hpp"
#include "tests/support/shared_data.hpp"

#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>

using namespace fairlead;
using env::Quality;
using env::Variable;
using geo::Position;

namespace {

io::LoadedLayer open_raw(Variable variable, const std::filesystem::path& file) {
    io::LayerOptions options;
    options.coast_reach_cells = 0;
    return io::open_layer(variable, file.string(), options);
}

std::ptrdiff_t count(const env::FieldSlice& slice, Quality quality) {
    return std::count(slice.quality.begin(), slice.quality.end(), quality);
}

double sum(const env::FieldSlice& slice) {
    double total = 0.0;
    for (std::size_t i = 0; i < slice.value.size(); ++i) {
        total += env::usable(slice.quality[i]) ? static_cast<double>(slice.value[i]) : 0.0;
    }
    return total;
}

bool mentions(const std::vector<std::string>& sentences, const std::string& words) {
    return std::any_of(sentences.begin(), sentences.end(), [&](const std::string& sentence) {
        return sentence.find(words) != std::string::npos;
    });
}

} // namespace

TEST_CASE("nsidc-g02135: 160 days, two known gaps, codes as flags", "[io][products]") {
    const auto file =
        test::shared_data("ice_conc/nsidc_g02135_N_daily_20250101-20250611_conc_v3.0_tif.zip");
    if (!file) {
        return;
    }
    const auto loaded = open_raw(Variable::sea_ice_concentration, *file);
    const auto& field = *loaded.layer.field;
    CHECK(loaded.product == "nsidc-g02135-tif");
    REQUIRE(field.slices().size() == 160);
    REQUIRE(loaded.warnings.size() == 2);
    CHECK_THAT(loaded.warnings[0], Catch::Contains("2025-05-24") && Catch::Contains("2025-05-26"));
    CHECK_THAT(loaded.warnings[1], Catch::Contains("2025-06-09") && Catch::Contains("2025-06-11"));
    // 1 March: a <= 1000 counted and summed / 1000, and the four codes.
    const auto& slice = field.slice(59);
    CHECK(format_instant(field.slices()[59].time) == "2025-03-01T12:00:00Z");
    CHECK(count(slice, Quality::ok) == 67827);
    CHECK(sum(slice) == Approx(19353.66).epsilon(1e-6));
    CHECK(count(slice, Quality::pole_hole) == 44);
    CHECK(count(slice, Quality::coast) == 5052);
    CHECK(count(slice, Quality::land) == 63212);
    CHECK(count(slice, Quality::missing) == 57);
    // In the gap a sample is usable and says that it is one; at the pole it is not.
    const auto ice = Position::degrees(85.0, 180.0);
    CHECK(field.sample(ice, parse_instant("2025-05-25T12:00Z")).quality == Quality::gap);
    CHECK(field.sample(ice, parse_instant("2025-05-26T12:00Z")).quality == Quality::ok);
    CHECK(field.sample(Position::degrees(90.0, 0.0), parse_instant("2025-05-26T12:00Z")).quality ==
          Quality::pole_hole);
}

TEST_CASE("nsidc-0081-nc: F18 of three satellites, flag values before scaling", "[io][products]") {
    const auto file = test::shared_data("ice_conc/NSIDC0081_SEAICE_PS_N25km_20220301_v2.0.nc");
    if (!file) {
        return;
    }
    const auto loaded = open_raw(Variable::sea_ice_concentration, *file);
    const auto& slice = loaded.layer.field->slice(0);
    CHECK(loaded.product == "nsidc-0081-nc");
    CHECK(mentions(loaded.notes, "F18_ICECON is used"));
    // Codes of F18 counted; codes up to 250 summed / 250.
    CHECK(count(slice, Quality::ok) == 67845);
    CHECK(count(slice, Quality::pole_hole) == 44);
    CHECK(count(slice, Quality::coast) == 5052);
    CHECK(count(slice, Quality::land) == 63212);
    CHECK(count(slice, Quality::missing) == 39);
    CHECK(sum(slice) == Approx(21137.252).epsilon(1e-6));
    CHECK(format_instant(loaded.layer.field->valid_until()) == "2022-03-02T00:00:00Z");
    CHECK(loaded.layer.field->grid().describe() == "304 x 448 cells of 25 km, EPSG:3411");
}

TEST_CASE("bremen-asi-amsr2: rows are turned and NaN is missing", "[io][products]") {
    const auto file = test::shared_data("ice_conc/asi-AMSR2-n6250-20250601-v5.4.hdf");
    if (!file) {
        return;
    }
    const auto loaded = open_raw(Variable::sea_ice_concentration, *file);
    const auto& slice = loaded.layer.field->slice(0);
    CHECK(loaded.product == "bremen-asi-amsr2");
    CHECK(count(slice, Quality::ok) == 1064246);
    CHECK(count(slice, Quality::missing) == 1114826);
    // nansum / 100, and two cells of the array turned upside down.
    CHECK(sum(slice) == Approx(244767.34).epsilon(1e-6));
    CHECK(slice.value[896 * 1216 + 700] == Approx(0.9738019));
    CHECK(slice.quality[500 * 1216 + 600] == Quality::missing);
    CHECK(loaded.layer.field->grid().describe() == "1216 x 1792 cells of 6.25 km, EPSG:3411");
    // The same day by another sensor and product: the Barents Sea is open, the Beaufort Sea is not.
    const auto noon = parse_instant("2025-06-01T12:00Z");
    CHECK(loaded.layer.field->sample(Position::degrees(72.0, 30.0), noon).value < 0.05);
    CHECK(loaded.layer.field->sample(Position::degrees(76.0, -140.0), noon).value > 0.8);
}

TEST_CASE("c3s-sit: kilometre axes, a month, negative thickness out of range", "[io][products]") {
    const auto file =
        test::shared_data("ice_thickness/c3s-sit-icdr-v2p0-l3c-cryosat2-nh_25km_ease2-20210201.nc");
    if (!file) {
        return;
    }
    const auto loaded = open_raw(Variable::sea_ice_thickness, *file);
    const auto& field = *loaded.layer.field;
    const auto& slice = field.slice(0);
    CHECK(loaded.product == "c3s-sit-l3c");
    // Values in [0, 1e30) counted and summed; status_flag 3 and 4 counted.
    CHECK(count(slice, Quality::ok) == 18170);
    CHECK(count(slice, Quality::out_of_range) == 80);
    CHECK(count(slice, Quality::pole_hole) == 216);
    CHECK(count(slice, Quality::land) == 83500);
    CHECK(sum(slice) == Approx(26719.8427).epsilon(1e-6));
    CHECK(format_instant(field.valid_from()) == "2021-02-01T00:00:00Z");
    CHECK(format_instant(field.valid_until()) == "2021-03-01T00:00:00Z");
    // t[200, 200] and the file's own latitude and longitude of that cell.
    const auto sample =
        field.sample(Position::degrees(85.09204643, -135.0), parse_instant("2021-02-10"));
    CHECK(sample.value == Approx(2.3070006).epsilon(1e-3));
    CHECK(mentions(loaded.notes, "axes in km"));
}

TEST_CASE("metno-arctic20: node positions go before the projection, thickness is that of the ice",
          "[io][products]") {
    const auto file = test::shared_data("model_forecast/Arctic20_1to5Feb_2016.nc");
    if (!file) {
        return;
    }
    const auto concentration = open_raw(Variable::sea_ice_concentration, *file);
    const auto& field = *concentration.layer.field;
    CHECK(concentration.product == "metno-arctic20");
    REQUIRE(field.slices().size() == 5);
    CHECK(mentions(concentration.notes, "km off its own 2-D latitudes"));
    // nansum of clip(packed * scale + offset, 0, 1); 363 cells have mask 0.
    CHECK(sum(field.slice(0)) == Approx(290.005682).epsilon(1e-6));
    CHECK(count(field.slice(0), Quality::land) == 363);
    CHECK(count(field.slice(0), Quality::ok) == 4278);
    const auto thickness = open_raw(Variable::sea_ice_thickness, *file);
    // Sum of hice / aice where aice >= 0.01 on the last day.
    CHECK(sum(thickness.layer.field->slice(4)) == Approx(204.327109).epsilon(1e-5));
    // Depth: model land has 10 m in the file, which is none.
    const auto depth = open_raw(Variable::sea_floor_depth, *file);
    CHECK(depth.layer.field->is_static());
    CHECK(count(depth.layer.field->slice(0), Quality::land) == 363);
}

TEST_CASE("metno-arctic20: currents are turned from the grid to true east and north",
          "[io][products]") {
    const auto file = test::shared_data("model_forecast/Arctic20_1to5Feb_2016.nc");
    if (!file) {
        return;
    }
    // u and v of the top level at row 25, column 40, turned by the azimuths of the neighbours in x
    // and y (47.11 and -42.90 degrees) by spherical trigonometry.
    const auto node = Position::degrees(73.396866, 15.103794);
    const auto noon = parse_instant("2016-02-01T12:00Z");
    const auto east = open_raw(Variable::eastward_current, *file);
    const auto north = open_raw(Variable::northward_current, *file);
    CHECK(east.layer.field->sample(node, noon).value == Approx(0.036068).margin(5e-4));
    CHECK(north.layer.field->sample(node, noon).value == Approx(0.205539).margin(5e-4));
    CHECK(mentions(east.notes, "the one at 0 meters"));
}

TEST_CASE("metno-arome: wind is turned by the convergence of its conic grid", "[io][products]") {
    const auto file = test::shared_data("weather_ocean/AROME_MetCoOp_00_DEF_20160114_subset.nc");
    if (!file) {
        return;
    }
    // Row 70, column 60 of 01 h: (-4.108902, 5.2344513) turned by sin(63) * (longitude - 15)
    // degrees.
    const auto node = Position::degrees(62.105977338, 4.430287963);
    const auto time = parse_instant("2016-01-14T01:00Z");
    CHECK(open_raw(Variable::eastward_wind, *file).layer.field->sample(node, time).value ==
          Approx(-4.910023).margin(0.01));
    CHECK(open_raw(Variable::northward_wind, *file).layer.field->sample(node, time).value ==
          Approx(4.491573).margin(0.01));
}

TEST_CASE("etopo5: elevation becomes depth and land has none", "[io][products]") {
    // Values below 0 counted and summed; single cells by their index.
    if (const auto north = test::shared_data("bathymetry/etopo5_55N-90N_int16.tif")) {
        const auto loaded = open_raw(Variable::sea_floor_depth, *north);
        const auto& field = *loaded.layer.field;
        CHECK(loaded.product == "etopo5");
        CHECK(count(field.slice(0), Quality::ok) == 1140733);
        CHECK(sum(field.slice(0)) == Approx(2056968022.0).epsilon(1e-9));
        const auto always = parse_instant("2018-01-01");
        CHECK(field.sample(Position::degrees(90.0, 0.0), always).value == Approx(4290.0));
        CHECK(field.sample(Position::degrees(90.0 - 60.0 / 12.0, 2000.0 / 12.0), always).value ==
              Approx(3390.0));
        CHECK(field.sample(Position::degrees(65.0, 100.0), always).quality == Quality::land);
    }
    if (const auto south = test::shared_data("bathymetry/etopo5_90S-50S_int16.tif")) {
        const auto loaded = open_raw(Variable::sea_floor_depth, *south);
        CHECK(count(loaded.layer.field->slice(0), Quality::ok) == 1135725);
        CHECK(sum(loaded.layer.field->slice(0)) == Approx(4036849330.0).epsilon(1e-9));
    }
}

TEST_CASE("etopo5: the package's own netCDF closes the circle", "[io][products]") {
    const std::filesystem::path file = "/usr/share/ferret-vis/data/etopo5.cdf";
    if (!std::filesystem::exists(file)) {
        WARN("skipped: " << file << " is absent (package ferret-datasets)");
        return;
    }
    const auto loaded = open_raw(Variable::sea_floor_depth, file);
    CHECK(loaded.product == "etopo5");
    CHECK(mentions(loaded.notes, "1/4320 of the circle"));
    CHECK(loaded.layer.field->grid().wraps());
    CHECK(loaded.layer.field
              ->sample(Position::degrees(90.0 - 60.0 / 12.0, 2000.0 / 12.0),
                       parse_instant("2018-01-01"))
              .value == Approx(3390.0));
}

TEST_CASE("etopo1: the axis goes before its wrong actual_range", "[io][products]") {
    const auto file = test::shared_data("bathymetry/ETOPO1_Antarctic_10arcmin.nc");
    if (!file) {
        return;
    }
    const auto loaded = open_raw(Variable::sea_floor_depth, *file);
    const auto& field = *loaded.layer.field;
    CHECK(loaded.product == "etopo1");
    CHECK(mentions(loaded.notes, "actual_range of lat"));
    CHECK(count(field.slice(0), Quality::ok) == 588416);
    CHECK(sum(field.slice(0)) == Approx(2203967237.0).epsilon(1e-9));
    // z[150, 1000] = -5028 at latitude -65, longitude -13.333; the last column repeats the first.
    const auto always = parse_instant("2018-01-01");
    CHECK(field.sample(Position::degrees(-65.0, -13.0 - 1.0 / 3.0), always).value ==
          Approx(5028.0));
    CHECK(field.sample(Position::degrees(-73.0 - 1.0 / 3.0, 180.0), always).value == Approx(422.0));
}

TEST_CASE("gfs: wind at 10 m from GRIB 2, ice without the land's zeros from GRIB 1",
          "[io][products]") {
    if (const auto file = test::shared_data("weather_ocean/gfs.t12z.pgrbf120.2p5deg.grib2")) {
        const auto loaded = open_raw(Variable::eastward_wind, *file);
        const auto& field = *loaded.layer.field;
        CHECK(loaded.product == "ncep-grib");
        REQUIRE(field.slices().size() == 1);
        CHECK(format_instant(field.slices().front().time) == "2011-01-15T12:00:00Z");
        // Message 222 read by GDAL: sum, and cells (10, 20), (4, 0), (4, 143); longitude from -180.
        CHECK(sum(field.slice(0)) == Approx(-2620.43996).epsilon(1e-5));
        const auto at = [&](double latitude, double longitude) {
            return field.sample(Position::degrees(latitude, longitude), field.slices().front().time)
                .value;
        };
        CHECK(at(65.0, -130.0) == Approx(1.87).margin(1e-4));
        CHECK(at(80.0, 180.0) == Approx(1.16).margin(1e-4));
        CHECK(at(80.0, 178.75) == Approx((1.16 + 1.32) / 2.0).margin(1e-4));
    }
    if (const auto file = test::shared_data(
            "weather_ocean/gfs_20111008_f072_2p5deg_10u10v_ci_gust_prmsl_lsm.grib1")) {
        const auto loaded = open_raw(Variable::sea_ice_concentration, *file);
        const auto& slice = loaded.layer.field->slice(0);
        // ICEC where LAND < 0.5: count and sum.
        CHECK(count(slice, Quality::ok) == 6919);
        CHECK(sum(slice) == Approx(1194.7).epsilon(1e-4));
        CHECK(count(slice, Quality::land) == 10512 - 6919);
    }
}

TEST_CASE("cmems-glo12: irregular last latitude, daily means five days apart are gaps",
          "[io][products]") {
    const auto file = test::shared_data(
        "weather_ocean/cmems_mod_glo_phy-cur_anfc_0.083deg_P1D-m_2024-01_1deg_5day.nc");
    if (!file) {
        return;
    }
    const auto loaded = open_raw(Variable::eastward_current, *file);
    const auto& field = *loaded.layer.field;
    CHECK(loaded.product == "cmems-glo12");
    CHECK(field.slices().size() == 6);
    CHECK(loaded.warnings.size() == 5);
    // nansum and count of uo[0]; uo[0, 169, 0] at 89.458 N and uo[0, 150, 100].
    CHECK(sum(field.slice(0)) == Approx(-275.314751).epsilon(1e-6));
    CHECK(count(field.slice(0), Quality::ok) == 44918);
    const auto noon = parse_instant("2024-01-03T12:00Z");
    CHECK(field.sample(Position::degrees(89.458336, -179.54167), noon).value ==
          Approx(0.0515852).epsilon(1e-4));
    CHECK(field.sample(Position::degrees(70.458336, -79.54167), noon).value ==
          Approx(-0.00033094).margin(1e-6));
    CHECK(field.sample(Position::degrees(90.0, 0.0), noon).quality == Quality::missing);
    CHECK(field.sample(Position::degrees(89.458336, -179.54167), parse_instant("2024-01-05T12:00Z"))
              .quality == Quality::gap);
}

TEST_CASE("wrt-weather: waves, wind at 10 m of seven levels, no mean period", "[io][products]") {
    const auto file = test::shared_data("weather_ocean/wrt_reduced_testdata_weather.nc");
    if (!file) {
        return;
    }
    const auto loaded = open_raw(Variable::significant_wave_height, *file);
    const auto& field = *loaded.layer.field;
    CHECK(loaded.product == "wrt-weather");
    REQUIRE(field.slices().size() == 10);
    CHECK(format_instant(field.slices().back().time) == "2023-07-21T13:00:00Z");
    // nansum and count of VHM0[0], and VHM0[0, 8, 8].
    CHECK(sum(field.slice(0)) == Approx(51.65911023).epsilon(1e-6));
    CHECK(count(field.slice(0), Quality::ok) == 82);
    CHECK(field.sample(Position::degrees(54.743, 13.743), field.slices().front().time).value ==
          Approx(0.5918424).epsilon(1e-4));
    const auto wind = open_raw(Variable::eastward_wind, *file);
    CHECK(wind.layer.field->sample(Position::degrees(54.494, 13.494), field.slices().front().time)
              .value == Approx(8.43474).epsilon(1e-4));
    CHECK_THROWS_WITH(open_raw(Variable::mean_wave_period, *file),
                      Catch::Contains("significant_wave_height") &&
                          Catch::Contains("no mean_wave_period"));
}

TEST_CASE("products: what is truncated or of no use is refused with the reason", "[io][products]") {
    if (const auto file =
            test::shared_data("negative/TRUNCATED_ice_conc_sh_polstere-100_multi_20191030.nc")) {
        CHECK_THROWS_WITH(open_raw(Variable::sea_ice_concentration, *file),
                          Catch::Contains("truncated") && Catch::Contains("14480 bytes"));
    }
    if (const auto file = test::shared_data(
            "ice_drift/ice_drift_sh_polstere-625_multi-oi_201609131200-201609151200.nc")) {
        CHECK_THROWS_WITH(open_raw(Variable::sea_ice_concentration, *file),
                          Catch::Contains("the drift of sea ice (dX, dY)"));
    }
    if (const auto file =
            test::shared_data("tracks/rsv_nuyina_20211223-20251130_hourly_json.zip")) {
        CHECK_THROWS_WITH(open_raw(Variable::sea_ice_concentration, *file),
                          Catch::Contains("no file in it is a raster"));
    }
}

// SPDX-License-Identifier: Apache-2.0
#include "core/geo/projection.hpp"
#include "data/sample/land_mask.hpp"
#include "data/sample/noise.hpp"
#include "data/sample/offshore_depth.hpp"
#include "data/sample/product_files.hpp"
#include "data/sample/season.hpp"

#include <catch2/catch.hpp>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <span>
#include <string>

using namespace fairlead;

namespace {

const std::filesystem::path places =
    std::filesystem::path(FAIRLEAD_SOURCE_FOLDER) / "data" / "sample" / "season_places.csv";

const sample::Season& season() {
    static const sample::Season the_season(places, 20300601);
    return the_season;
}

sample::Ice ice_at(double latitude_deg, double longitude_deg, double day) {
    static const auto plane = geo::Projection::polar_north();
    return season().at(plane.forward(geo::Position::degrees(latitude_deg, longitude_deg)).value(),
                       day);
}

/// Mean concentration and thickness within about 100 km, so that one lead does not decide.
sample::Ice around(double latitude_deg, double longitude_deg, double day) {
    static const auto plane = geo::Projection::polar_north();
    const auto centre = plane.forward(geo::Position::degrees(latitude_deg, longitude_deg)).value();
    sample::Ice mean;
    for (int i = -3; i <= 3; ++i) {
        for (int j = -3; j <= 3; ++j) {
            const auto ice = season().at({centre.x_m + 33e3 * i, centre.y_m + 33e3 * j}, day);
            mean.concentration += ice.concentration / 49.0;
            mean.thickness_m += ice.thickness_m / 49.0;
        }
    }
    return mean;
}

constexpr double first_of_july = 30.0;
constexpr double tenth_of_august = 70.0;
constexpr double middle_of_september = 106.0;
constexpr double end_of_october = 152.0;

std::string bytes_of(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

} // namespace

TEST_CASE("noise: is the same for the same seed and another for another", "[sample]") {
    CHECK(sample::gradient_noise(1.3, -2.7, 0.4, 7) == sample::gradient_noise(1.3, -2.7, 0.4, 7));
    CHECK(sample::gradient_noise(1.3, -2.7, 0.4, 7) != sample::gradient_noise(1.3, -2.7, 0.4, 8));
}

TEST_CASE("noise: vanishes at lattice points and stays within one", "[sample]") {
    CHECK(sample::gradient_noise(3.0, -4.0, 5.0, 1) == 0.0);
    for (int i = 0; i < 20000; ++i) {
        const double value = sample::gradient_noise(0.37 * i, 0.11 * i - 900.0, 0.07 * i, 5);
        REQUIRE(std::abs(value) <= 1.0);
    }
}

TEST_CASE("noise: the sum of octaves has a standard deviation near 0.3", "[sample]") {
    double squares = 0.0;
    constexpr int count = 40000;
    for (int i = 0; i < count; ++i) {
        const double value = sample::fractal_noise(0.731 * i, 0.177 * i, 0.5, 5, 3);
        squares += value * value;
    }
    CHECK(std::sqrt(squares / count) == Approx(0.29).margin(0.03));
}

TEST_CASE("season: the northern pack is thick and closed all summer", "[sample]") {
    for (const double day : {0.0, first_of_july, tenth_of_august, middle_of_september}) {
        const auto ice = around(84.0, -60.0, day);
        CHECK(ice.concentration > 0.7);
        CHECK(ice.thickness_m > 2.0);
    }
}

TEST_CASE("season: warm seas are open from June to October", "[sample]") {
    for (const double day : {0.0, tenth_of_august, end_of_october}) {
        for (const auto& [latitude, longitude] :
             {std::pair{70.0, 10.0}, {69.3, 33.5}, {55.0, -178.0}, {50.0, -30.0}, {40.0, 140.0}}) {
            CHECK(ice_at(latitude, longitude, day).concentration == 0.0);
            CHECK(ice_at(latitude, longitude, day).thickness_m == 0.0);
        }
    }
}

TEST_CASE("season: the straits of the Northern Sea Route hold ice in August, not in September",
          "[sample]") {
    for (const auto& [latitude, longitude] : {std::pair{77.9, 104.0}, {70.8, 169.0}}) {
        CHECK(around(latitude, longitude, first_of_july).concentration > 0.6);
        CHECK(around(latitude, longitude, tenth_of_august).concentration > 0.4);
    }
    CHECK(around(77.9, 104.0, middle_of_september).concentration < 0.15);
    // The Kara Sea is closed on 1 July and open on 10 August.
    CHECK(around(75.0, 71.0, first_of_july).concentration > 0.6);
    CHECK(around(75.0, 71.0, tenth_of_august).concentration < 0.1);
}

TEST_CASE("season: ice that is going thins, and new ice is thin", "[sample]") {
    const double june = around(75.0, 165.0, 1.0).thickness_m;
    const double august = around(75.0, 165.0, tenth_of_august).thickness_m;
    CHECK(june > 1.6);
    CHECK(august < 0.75 * june);
    const auto laptev = around(75.0, 132.0, 145.0);
    CHECK(laptev.concentration > 0.5);
    CHECK(laptev.thickness_m < 0.4);
}

TEST_CASE("season: ice moves from day to day, but not by leaps", "[sample]") {
    double change = 0.0;
    double most = 0.0;
    for (int i = 0; i < 200; ++i) {
        const geo::PlanePoint point{-600e3 + 6e3 * i, 900e3};
        const double difference = std::abs(season().at(point, 60.0).concentration -
                                           season().at(point, 60.25).concentration);
        change += difference / 200.0;
        most = std::max(most, difference);
    }
    CHECK(change > 0.0005);
    CHECK(change < 0.05);
    CHECK(most < 0.35);
}

TEST_CASE("season: fractions and thicknesses are in range at the pole, 180 and everywhere",
          "[sample]") {
    for (int latitude = 40; latitude <= 90; latitude += 2) {
        for (int longitude = -180; longitude <= 180; longitude += 15) {
            for (double day = 0.0; day <= 153.0; day += 17.0) {
                const auto ice = ice_at(latitude, longitude, day);
                REQUIRE(ice.concentration >= 0.0);
                REQUIRE(ice.concentration <= 1.0);
                REQUIRE((ice.concentration > 0.0) == (ice.thickness_m > 0.0));
                REQUIRE(ice.thickness_m < 8.0);
            }
        }
    }
    CHECK(ice_at(75.0, 180.0, 50.0).concentration ==
          Approx(ice_at(75.0, -180.0, 50.0).concentration));
}

TEST_CASE("season: another seed is another season of the same climate", "[sample]") {
    const sample::Season other(places, 1);
    CHECK(other.at({0.0, 900e3}, 70.0).concentration !=
          season().at({0.0, 900e3}, 70.0).concentration);
}

TEST_CASE("land mask: most of nine places make a cell land, its rim is coast", "[sample]") {
    const auto plane = geo::Projection::polar_north();
    const auto corner = [&plane](double x_m, double y_m) {
        return plane.inverse(geo::PlanePoint{x_m, y_m}).value();
    };
    // An island of 36 km by 36 km in cells of 10 km: the last row and column are land by six
    // places of nine, the cell where they meet is sea.
    const geo::LandPolygon island{
        {corner(0.0, 0.0), corner(36e3, 0.0), corner(36e3, 36e3), corner(0.0, 36e3)}, {}};
    const geo::LandIndex land(std::span(&island, 1), plane, "test");
    const geo::GridGeometry grid{-10e3, 50e3, 10e3, 6, 6};
    const auto mask = sample::land_mask(land, grid, plane);
    std::string drawn;
    for (std::size_t index = 0; index < mask.size(); ++index) {
        drawn += ".c#"[static_cast<std::size_t>(mask[index])];
        drawn += index % 6 == 5 ? "\n" : "";
    }
    CHECK(drawn == "......\n"
                   ".ccc..\n"
                   ".c##c.\n"
                   ".c##c.\n"
                   ".cccc.\n"
                   "......\n");
}

TEST_CASE("offshore depth: is unknown on land and next to it, also across the seam", "[sample]") {
    // Five columns around the globe, three rows; one node of land in the last column.
    const std::vector<float> elevation_m{-10.0F, -20.0F, -30.0F, -40.0F, -50.0F, //
                                         -11.4F, -21.0F, -31.0F, -41.0F, 3.0F,   //
                                         -12.0F, -22.0F, -32.6F, -42.0F, -52.0F};
    const auto depth_m = sample::offshore_depth(elevation_m, 5, 3);
    const std::int16_t no = sample::unknown_depth;
    CHECK(depth_m == std::vector<std::int16_t>{no, 20, 30, no, no, //
                                               no, 21, 31, no, no, //
                                               no, 22, 33, no, no});
}

TEST_CASE("product files: an NSIDC file has its header, its date and its label", "[sample]") {
    using namespace std::chrono;
    const std::vector<std::uint8_t> cells(304 * 448, 200);
    const auto bytes =
        sample::nsidc_bin("nt_20301031_synthetic_n.bin", sys_days{2030y / 10 / 31}, cells);
    REQUIRE(bytes.size() == 300 + 304 * 448);
    CHECK(bytes.substr(0, 5) == "00255");
    CHECK(bytes.substr(6, 5) == "  304");
    CHECK(bytes.substr(12, 5) == "  448");
    CHECK(bytes.substr(102, 5) == " 2030");
    CHECK(bytes.substr(108, 5) == "  304"); // day of the year, as it happens
    CHECK(bytes.substr(120, 5) == "00250");
    CHECK(bytes.substr(126, 23) == "nt_20301031_synthetic_n");
    CHECK(bytes.substr(150, 79).find("SYNTHETIC") != std::string::npos);
    CHECK(bytes.substr(150, 79).find("DAY 304 10/31/2030") != std::string::npos);
    CHECK(static_cast<unsigned char>(bytes[300]) == 200);
}

TEST_CASE("product files: equal input gives an equal archive", "[sample]") {
    const auto folder = std::filesystem::temp_directory_path() / "fairlead_sample_test";
    std::filesystem::create_directories(folder);
    const std::vector<std::pair<std::string, std::string>> files{{"a.bin", "first"},
                                                                 {"b.bin", std::string(5000, 'x')}};
    sample::write_zip(folder / "one.zip", files);
    sample::write_zip(folder / "two.zip", files);
    const auto one = bytes_of(folder / "one.zip");
    CHECK(one.size() > 100);
    CHECK(one.substr(0, 2) == "PK");
    CHECK(one == bytes_of(folder / "two.zip"));
    std::filesystem::remove_all(folder);
}

// SPDX-License-Identifier: Apache-2.0
#include "core/base/data_folder.hpp"
#include "core/base/error.hpp"
#include "core/base/table.hpp"
#include "core/base/text.hpp"
#include "core/rules/polaris.hpp"

#include <catch2/catch.hpp>

#include <array>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <unistd.h>

using namespace fairlead;
using namespace fairlead::rules;
using vessel::IceClass;

namespace {

/// The reference's columns, in the order of IceType.
constexpr std::array<const char*, ice_type_count> columns{"ice_free",
                                                          "new",
                                                          "grey",
                                                          "grey_white",
                                                          "thin_first_year_1",
                                                          "thin_first_year_2",
                                                          "medium_first_year_below_1m",
                                                          "medium_first_year",
                                                          "thick_first_year",
                                                          "second_year",
                                                          "light_multi_year",
                                                          "heavy_multi_year"};

Polaris decayed() {
    Polaris::Options options;
    options.season = IceSeason::decayed;
    return Polaris::standard(options);
}

IceClass class_at(std::size_t index) {
    return static_cast<IceClass>(index);
}

/// A file that goes when the test ends.
class TemporaryFile {
  public:
    explicit TemporaryFile(const std::string& text)
        : path_(std::filesystem::temp_directory_path() /
                ("fairlead-stage-" + std::to_string(::getpid()) + ".csv")) {
        write_file_atomically(path_, text);
    }
    ~TemporaryFile() { std::filesystem::remove(path_); }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

/// A data folder of one's own, copied from the program's, for tables that are not right.
class DataFolder {
  public:
    DataFolder()
        : path_(std::filesystem::temp_directory_path() /
                ("fairlead-data-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
        std::filesystem::copy(data_folder() / "rules", path_ / "rules",
                              std::filesystem::copy_options::recursive);
        ::setenv("FAIRLEAD_DATA", path_.c_str(), 1);
    }
    ~DataFolder() {
        ::unsetenv("FAIRLEAD_DATA");
        std::filesystem::remove_all(path_);
    }
    DataFolder(const DataFolder&) = delete;
    DataFolder& operator=(const DataFolder&) = delete;

    void replace(const char* file, const std::string& from, const std::string& to) const {
        auto text = read_text_file(path_ / "rules" / file);
        const auto at = text.find(from);
        REQUIRE(at != std::string::npos);
        write_file_atomically(path_ / "rules" / file, text.replace(at, from.size(), to));
    }

  private:
    std::filesystem::path path_;
};

Polaris with_stages(const std::filesystem::path& file) {
    Polaris::Options options;
    options.stage_from_thickness = file;
    return Polaris::standard(options);
}

} // namespace

TEST_CASE("polaris: every risk index value is the circular's", "[rules][polaris]") {
    const auto reference = Table::read(FAIRLEAD_SOURCE_FOLDER "/tests/reference/polaris_riv.csv");
    REQUIRE(reference.row_count() == 2 * vessel::ice_class_count);
    const auto winter_table = Polaris::standard();
    const auto decayed_table = decayed();
    for (std::size_t row = 0; row < reference.row_count(); ++row) {
        const auto& table =
            reference.text(row, "season") == "winter" ? winter_table : decayed_table;
        const auto ice_class = vessel::ice_class_named(reference.text(row, "ice_class"));
        REQUIRE(ice_class);
        CHECK(*ice_class == class_at(row % vessel::ice_class_count));
        for (std::size_t type = 0; type < ice_type_count; ++type) {
            INFO(reference.where(row) << " " << columns[type]);
            CHECK(table.risk_index_value(*ice_class, static_cast<IceType>(type)) ==
                  reference.number(row, columns[type]));
        }
    }
}

TEST_CASE("polaris: decayed ice is nowhere riskier than winter ice", "[rules][polaris]") {
    const auto winter = Polaris::standard();
    const auto summer = decayed();
    for (std::size_t i = 0; i < vessel::ice_class_count; ++i) {
        for (std::size_t type = 0; type < ice_type_count; ++type) {
            CHECK(summer.risk_index_value(class_at(i), static_cast<IceType>(type)) >=
                  winter.risk_index_value(class_at(i), static_cast<IceType>(type)));
        }
    }
}

TEST_CASE("polaris: risk index outcomes of the worked examples", "[rules][polaris]") {
    const auto polaris = Polaris::standard();
    const auto reference =
        Table::read(FAIRLEAD_SOURCE_FOLDER "/tests/reference/polaris_outcome.csv");
    REQUIRE(reference.row_count() == 5);
    for (std::size_t row = 0; row < reference.row_count(); ++row) {
        std::vector<PartialConcentration> regime;
        for (std::size_t type = 0; type < ice_type_count; ++type) {
            if (reference.has_column(columns[type])) {
                regime.push_back(
                    {static_cast<IceType>(type), reference.number(row, columns[type])});
            }
        }
        for (std::size_t i = static_cast<std::size_t>(IceClass::pc5); i < vessel::ice_class_count;
             ++i) {
            INFO(reference.where(row) << " " << name(class_at(i)));
            CHECK(polaris.risk_index_outcome(regime, class_at(i)) ==
                  reference.number(row, name(class_at(i))));
        }
    }
}

TEST_CASE("polaris: regimes that are no regimes are refused", "[rules][polaris]") {
    const auto polaris = Polaris::standard();
    const std::array too_much{PartialConcentration{IceType::grey, 6.0},
                              PartialConcentration{IceType::ice_free, 4.1}};
    CHECK_THROWS_WITH(polaris.risk_index_outcome(too_much, IceClass::pc5),
                      Catch::Contains("sum to 10.1 tenths"));
    const std::array rounded{PartialConcentration{IceType::grey, 6.04},
                             PartialConcentration{IceType::ice_free, 4.0}};
    CHECK_NOTHROW(polaris.risk_index_outcome(rounded, IceClass::pc5));
    const std::array negative{PartialConcentration{IceType::grey, -1.0},
                              PartialConcentration{IceType::ice_free, 11.0}};
    CHECK_THROWS_WITH(polaris.risk_index_outcome(negative, IceClass::pc5),
                      Catch::Contains("-1 tenths of grey ice"));
    const std::array nan{PartialConcentration{IceType::grey, std::nan("")}};
    CHECK_THROWS_AS(polaris.risk_index_outcome(nan, IceClass::pc5), Error);
    CHECK_THROWS_AS(polaris.risk_index_outcome({}, IceClass::pc5), Error);
}

TEST_CASE("polaris: the outcome by thickness is that of the regime it stands for",
          "[rules][polaris]") {
    const auto polaris = Polaris::standard();
    for (std::size_t i = 0; i < vessel::ice_class_count; ++i) {
        const auto ice_class = class_at(i);
        CHECK(polaris.risk_index_outcome(ice_class, 0.0, 3.0) == 30.0);
        for (const double tenths : {0.5, 3.0, 7.0, 10.0}) {
            for (const double thickness_m : {0.0, 0.12, 0.2, 0.4, 0.6, 0.8, 1.1, 1.5, 2.2, 3.0}) {
                const std::array regime{PartialConcentration{polaris.type_of(thickness_m), tenths},
                                        PartialConcentration{IceType::ice_free, 10.0 - tenths}};
                CHECK(polaris.risk_index_outcome(ice_class, tenths / 10.0, thickness_m) ==
                      Approx(polaris.risk_index_outcome(regime, ice_class)).margin(1e-12));
                CHECK(polaris.least_risk_index_outcome(ice_class, tenths / 10.0) <=
                      polaris.risk_index_outcome(ice_class, tenths / 10.0, thickness_m));
            }
        }
    }
}

TEST_CASE("polaris: ice types begin at the thickness of the table", "[rules][polaris]") {
    const auto polaris = Polaris::standard();
    CHECK(polaris.type_of(0.0) == IceType::new_ice);
    CHECK(polaris.type_of(0.0999) == IceType::new_ice);
    CHECK(polaris.type_of(0.10) == IceType::grey);
    CHECK(polaris.type_of(0.15) == IceType::grey_white);
    CHECK(polaris.type_of(0.2999) == IceType::grey_white);
    CHECK(polaris.type_of(0.30) == IceType::thin_first_year_1);
    CHECK(polaris.type_of(0.50) == IceType::thin_first_year_2);
    CHECK(polaris.type_of(0.70) == IceType::medium_first_year_below_1m);
    CHECK(polaris.type_of(1.00) == IceType::medium_first_year);
    CHECK(polaris.type_of(1.20) == IceType::thick_first_year);
    CHECK(polaris.type_of(1.9999) == IceType::thick_first_year);
    CHECK(polaris.type_of(2.00) == IceType::light_multi_year);
    CHECK(polaris.type_of(2.50) == IceType::heavy_multi_year);
    CHECK(polaris.type_of(20.0) == IceType::heavy_multi_year);
}

TEST_CASE("polaris: levels of operation change at 0 and at -10, which are the better level",
          "[rules][polaris]") {
    for (std::size_t i = 0; i < vessel::ice_class_count; ++i) {
        const auto ice_class = class_at(i);
        const auto middle = vessel::is_polar_class(ice_class)
                                ? OperationLevel::elevated
                                : OperationLevel::special_consideration;
        INFO(name(ice_class));
        CHECK(Polaris::operation_level(ice_class, 30.0) == OperationLevel::normal);
        CHECK(Polaris::operation_level(ice_class, 0.0) == OperationLevel::normal);
        CHECK(Polaris::operation_level(ice_class, -0.001) == middle);
        CHECK(Polaris::operation_level(ice_class, -10.0) == middle);
        CHECK(Polaris::operation_level(ice_class, -10.001) ==
              OperationLevel::special_consideration);
        CHECK(Polaris::operation_level(ice_class, -80.0) == OperationLevel::special_consideration);
    }
    // 6/10 medium first-year ice is exactly 0 for IA, whatever the rounding of tenths.
    const auto polaris = Polaris::standard();
    CHECK(Polaris::operation_level(IceClass::ia,
                                   polaris.risk_index_outcome(IceClass::ia, 0.6, 1.1)) ==
          OperationLevel::normal);
    CHECK(Polaris::operation_level(IceClass::pc6,
                                   polaris.risk_index_outcome(IceClass::pc6, 1.0, 1.5)) ==
          OperationLevel::elevated);
}

TEST_CASE("polaris: speed limits in elevated risk are those of table 1.2", "[rules][polaris]") {
    const auto polaris = Polaris::standard();
    const std::array<double, 7> limits_kn{11.0, 8.0, 5.0, 5.0, 5.0, 3.0, 3.0};
    for (std::size_t i = 0; i < limits_kn.size(); ++i) {
        CHECK(polaris.speed_limit_kn(class_at(i), OperationLevel::elevated) == limits_kn[i]);
        CHECK(std::isinf(polaris.speed_limit_kn(class_at(i), OperationLevel::normal)));
    }
}

TEST_CASE("polaris: a better class of the same family never has a lower outcome",
          "[rules][polaris][property]") {
    for (const auto& polaris : {Polaris::standard(), decayed()}) {
        for (std::size_t i = 1; i < vessel::ice_class_count; ++i) {
            if (class_at(i) == IceClass::ia_super) {
                continue; // PC7 and IA Super do not compare
            }
            for (std::size_t type = 0; type < ice_type_count; ++type) {
                CHECK(polaris.risk_index_value(class_at(i - 1), static_cast<IceType>(type)) >=
                      polaris.risk_index_value(class_at(i), static_cast<IceType>(type)));
            }
        }
        for (std::size_t i = 0; i < vessel::ice_class_count; ++i) {
            for (std::size_t type = 1; type < ice_type_count; ++type) {
                CHECK(polaris.risk_index_value(class_at(i), static_cast<IceType>(type)) <=
                      polaris.risk_index_value(class_at(i), static_cast<IceType>(type - 1)));
            }
        }
    }
}

TEST_CASE("polaris: special consideration is closed unless asked for", "[rules][polaris]") {
    const auto standard = Polaris::standard();
    CHECK(standard.allows(OperationLevel::elevated));
    CHECK_FALSE(standard.allows(OperationLevel::special_consideration));
    CHECK(standard.least_allowed_rio(IceClass::pc7) == -10.0);
    CHECK(standard.least_allowed_rio(IceClass::ia_super) == 0.0);

    Polaris::Options options;
    options.greatest_allowed = OperationLevel::normal;
    CHECK(Polaris::standard(options).least_allowed_rio(IceClass::pc1) == 0.0);
    options.greatest_allowed = OperationLevel::special_consideration;
    const auto open = Polaris::standard(options);
    CHECK(open.allows(OperationLevel::special_consideration));
    CHECK(open.least_allowed_rio(IceClass::none) < -80.0);
    CHECK(open.speed_limit_kn(IceClass::none, OperationLevel::special_consideration) == 3.0);
}

TEST_CASE("polaris: remedies name the weakest class and the greatest thickness",
          "[rules][polaris]") {
    const auto polaris = Polaris::standard();
    // 10/10 of thick first-year ice: PC6 has -10, PC7 -20.
    CHECK(polaris.weakest_class_allowed(1.0, 1.5) == IceClass::pc6);
    CHECK(polaris.weakest_class_allowed(0.0, 0.0) == IceClass::none);
    // Heavy multi-year ice: PC3 has -10, PC4 -20.
    CHECK(polaris.weakest_class_allowed(1.0, 3.0) == IceClass::pc3);
    CHECK(polaris.greatest_thickness_allowed_m(IceClass::pc6, 1.0) == 2.0);
    CHECK(polaris.greatest_thickness_allowed_m(IceClass::none, 1.0) == 0.15);
    CHECK(std::isinf(*polaris.greatest_thickness_allowed_m(IceClass::pc1, 1.0)));
}

TEST_CASE("polaris: says which tables are in force and which are not verified",
          "[rules][polaris]") {
    const auto standard = Polaris::standard();
    CHECK(standard.edition() == "POLARIS, MSC.1/Circ.1519 (6 June 2016)");
    CHECK(decayed().edition() ==
          "POLARIS, MSC.1/Circ.1519 (6 June 2016), unverified transcription");
    std::string all;
    for (const auto& line : standard.describe()) {
        all += line + "\n";
    }
    CHECK(all.find("polaris_riv_standard.csv") != std::string::npos);
    CHECK(all.find("status: verified") != std::string::npos);
    CHECK(all.find("medium first-year ice from 1 m") != std::string::npos);
}

TEST_CASE("polaris: thickness bounds of one's own are read, wrong ones refused",
          "[rules][polaris]") {
    {
        const TemporaryFile file("# status: test\nice_type,from_m\nnew,0\nthick_first_year,0.4\n");
        const auto polaris = with_stages(file.path());
        CHECK(polaris.type_of(0.39) == IceType::new_ice);
        CHECK(polaris.type_of(0.4) == IceType::thick_first_year);
    }
    const auto refused = [](const std::string& text, const char* why) {
        const TemporaryFile file(text);
        CHECK_THROWS_WITH(with_stages(file.path()), Catch::Contains(why));
    };
    refused("ice_type,from_m\nnew,0.1\n", ":2: ice types and their from_m must rise, from 0 m on");
    refused("ice_type,from_m\nnew,0\ngrey,0\n", ":3: ice types and their from_m must rise");
    refused("ice_type,from_m\ngrey,0\nnew,0.2\n", ":3: ice types and their from_m must rise");
    refused("ice_type,from_m\nslush,0\n", ":2: ice_type 'slush' is not a column");
    refused("ice_type,from_m\nice_free,0\n", ":2: ice_type 'ice_free' is not a column");
    refused("ice_type,from_m\n", "no ice type");
    refused("ice_type,from_m\nnew,x\n", "from_m 'x' is not a number");
    CHECK_THROWS_WITH(with_stages("/nowhere/stages.csv"), Catch::Contains("no such file"));
}

TEST_CASE("polaris: tables that cannot be right are refused", "[rules][polaris]") {
    const auto refused = [](const char* file, const std::string& from, const std::string& to,
                            const char* why) {
        const DataFolder folder;
        folder.replace(file, from, to);
        CHECK_THROWS_WITH(Polaris::standard(), Catch::Contains(why));
    };
    const auto* values = "polaris_riv_standard.csv";
    refused(values, "PC2,3", "PC1,3", ":7: a second row for PC1");
    refused(values, "\nPC2,3,3,3,3,2,2,2,2,2,1,1,0", "", "no row for ice class PC2");
    refused(values, "PC2,3", "Arc7,3", ":7: ice_class 'Arc7' is not one of");
    refused(values, "PC2,3", "PC2,2", "ice_free 2 must be 3");
    refused(values, "IC,3,2,1,0,-1", "IC,3,2,1,0,-9", "-9 is not a whole number from -8 to 3");
    refused(values, "IC,3,2,1,0,-1", "IC,3,2,1,0,0.5", "0.5 is not a whole number");
    refused(values, "IC,3,2,1,0,-1", "IC,3,2,1,0,x", "'x' is not a number");
    refused(values, "heavy_multi_year", "heavy", "no column 'heavy_multi_year'");
    const auto* limits = "polaris_speed_limits.csv";
    refused(limits, "PC3,5", "PC3,0", "speed_limit_kn 0 must be above 0");
    refused(limits, "\nPC3,5", "", "no row for ice class PC3");
}

TEST_CASE("polaris: where no class may pass, none is named", "[rules][polaris]") {
    const DataFolder folder;
    folder.replace("polaris_riv_standard.csv", "PC1,3,3,3,3,2,2,2,2,2,2,1,1",
                   "PC1,3,3,3,3,2,2,2,2,2,2,-4,-4");
    folder.replace("polaris_riv_standard.csv", "PC2,3,3,3,3,2,2,2,2,2,1,1,0",
                   "PC2,3,3,3,3,2,2,2,2,2,1,-4,-4");
    folder.replace("polaris_riv_standard.csv", "PC3,3,3,3,3,2,2,2,2,2,1,0,-1",
                   "PC3,3,3,3,3,2,2,2,2,2,1,-4,-4");
    CHECK_FALSE(Polaris::standard().weakest_class_allowed(1.0, 3.0).has_value());
    CHECK(Polaris::standard().greatest_thickness_allowed_m(IceClass::pc1, 1.0) == 2.0);
}

TEST_CASE("polaris: where no ice is thin enough, no thickness is named", "[rules][polaris]") {
    const TemporaryFile file("# status: test\nice_type,from_m\nheavy_multi_year,0\n");
    CHECK_FALSE(with_stages(file.path()).greatest_thickness_allowed_m(IceClass::none, 1.0));
}

// SPDX-License-Identifier: Apache-2.0
#include "core/io/model_library.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "tests/support/scratch_folder.hpp"

#include <catch2/catch.hpp>

using namespace fairlead;
using Catch::Matchers::Contains;

namespace {

const std::filesystem::path models = FAIRLEAD_MODELS_FOLDER;

std::string refusal(const std::filesystem::path& file) {
    try {
        const auto model = io::load_cost_model_library(file);
        (void)model->rate_per_h(std::vector<double>{10.0, 0.9}, 10.0);
    } catch (const Error& error) {
        return error.what();
    }
    return "accepted";
}

std::string broken(const std::string& name) {
    return refusal(models / "broken" / (name + ".so"));
}

} // namespace

TEST_CASE("model library: the example in C", "[models][library]") {
    const auto model = io::load_cost_model_library(models / "ice_hours.so");
    const auto& card = model->card();
    CHECK(card.name == "hire, bunker and ice");
    CHECK(card.version == "1.0");
    CHECK(card.unit == "EUR");
    REQUIRE(card.inputs.size() == 2);
    CHECK(cost::name(card.inputs[0]) == "fuel_t_per_h");
    CHECK(card.parameters.size() == 3);
    CHECK_FALSE(card.waiting_per_h);
    CHECK(model->rate_per_h(std::vector<double>{2.0, -5.0}, 10.0) == 850.0 + 1240.0 + 200.0);
}

TEST_CASE("model library: the example in C++", "[models][library]") {
    const auto model = io::load_cost_model_library(models / "wave_care.so");
    CHECK(model->card().waiting_per_h == 1.0);
    const std::vector<double> heights{0.0, 3.0, 20.0};
    std::vector<double> per_hour(3, -1.0);
    std::vector<double> per_nmi(3, -1.0);
    model->rates(std::vector<const double*>{heights.data()}, per_hour, per_nmi);
    CHECK(per_hour == std::vector<double>{1.0, 1.75, 10.0});
    CHECK(per_nmi == std::vector<double>{0.0, 0.0, 0.0});
}

TEST_CASE("model library: each way of being wrong is one clear sentence", "[models][library]") {
    CHECK(broken("nothing") == "accepted");
    CHECK_THAT(broken("other_abi"), Contains("other_abi.so: was built for version 99 of "
                                             "fairlead/model.h, this program takes version 1"));
    CHECK_THAT(broken("no_model"), Contains("fairlead_get_cost_model() gives no model"));
    CHECK_THAT(broken("no_model_at_all"),
               Contains("is a library, but does not export fairlead_get_cost_model()"));
    CHECK_THAT(broken("no_rates"), Contains("no_rates.so: the cost model has no rates"));
    CHECK_THAT(broken("no_unit"), Contains("no_unit.so: the cost model has no unit"));
    CHECK_THAT(broken("unknown_input"),
               Contains("asks for 'sped_kn', which is not known; did you mean speed_kn?"));
    CHECK_THAT(broken("throws"), Contains("cost model 'broken'") &&
                                     Contains("throws.so) failed: the tide table is lost"));
    CHECK_THAT(broken("fails"), Contains("fails.so) failed: no licence"));
    CHECK_THAT(broken("negative"), Contains("gives -1 per hour for speed_kn=10"));
    CHECK_THAT(refusal("nowhere.so"), Contains("nowhere.so: there is no such file"));
    const test::ScratchFolder folder;
    const auto text = folder.path() / "text.so";
    write_file_atomically(text, "no library");
    CHECK_THAT(refusal(text), Contains("text.so: cannot be loaded as a library"));
}

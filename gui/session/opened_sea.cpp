// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/opened_sea.hpp"

#include "core/base/error.hpp"
#include "core/io/scenario_file.hpp"
#include "core/io/vessel_file.hpp"

#include <utility>

namespace fairlead::gui {

namespace {

io::ScenarioLayer scenario_layer(const LayerChoice& choice) {
    io::ScenarioLayer layer;
    layer.variable = choice.variable;
    layer.sources = choice.sources;
    layer.value = choice.value;
    layer.unit = choice.unit;
    layer.where = "layers of the voyage";
    layer.unit_said_by = "the member \"unit\" of the layer in the voyage's file";
    return layer;
}

} // namespace

LandShelf::LandShelf(const std::string& source)
    : source_(source), coastline_(io::read_coastline(source)) {}

std::shared_ptr<const geo::LandIndex> LandShelf::index_on(const geo::Projection& plane) const {
    const std::lock_guard lock(making_);
    auto& index = by_plane_[plane.definition()];
    if (!index) {
        index = std::make_shared<const geo::LandIndex>(io::load_land_index(source_, plane));
    }
    return index;
}

std::shared_ptr<const OpenedSea> open_sea(const SeaChoice& choice, const Progress& progress) {
    if (choice.scenario.empty() && choice.layers.empty()) {
        throw Error(ErrorCode::invalid_argument,
                    "the voyage has no data: choose a scenario or add a layer");
    }
    std::optional<io::Scenario> scenario;
    if (!choice.scenario.empty()) {
        scenario = io::read_scenario(io::scenario_path(choice.scenario));
    }
    std::vector<io::ScenarioLayer> layers;
    layers.reserve(choice.layers.size());
    for (const auto& layer : choice.layers) {
        layers.push_back(scenario_layer(layer));
    }
    auto opened = std::make_shared<OpenedSea>();
    opened->choice = choice;
    opened->sea = plan::open_sea(std::move(scenario), layers, {}, progress);
    if (choice.beyond_data) {
        opened->sea.data.environment->set_beyond_data(*choice.beyond_data);
    }
    return opened;
}

std::shared_ptr<const rules::RuleSet> make_rules(const RuleChoice& choice) {
    rules::RuleSet::Options options;
    if (choice.polaris) {
        options.polaris = rules::Polaris::standard();
    }
    if (choice.under_keel_clearance) {
        options.under_keel_clearance = rules::UnderKeelClearance{};
    }
    options.zones = choice.zones;
    return std::make_shared<const rules::RuleSet>(std::move(options));
}

} // namespace fairlead::gui

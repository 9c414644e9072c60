// SPDX-License-Identifier: Apache-2.0
#include "gui/session/chart_layers.hpp"

#include <catch2/catch.hpp>

#include <QSignalSpy>

#include <set>

using namespace fairlead;
using gui::ChartLayer;
using gui::ChartLayers;

TEST_CASE("chart layers: of the fields of ice one is shown at a time", "[chart_layers]") {
    ChartLayers layers;
    QSignalSpy changed(&layers, &ChartLayers::changed);
    CHECK(layers.isShown(ChartLayer::concentration));
    layers.setShown(ChartLayer::rio, true);
    CHECK(layers.isShown(ChartLayer::rio));
    CHECK_FALSE(layers.isShown(ChartLayer::concentration));
    CHECK(layers.isShown(ChartLayer::land));
    layers.setShown(ChartLayer::rio, true);
    CHECK(changed.count() == 1);
    layers.setShown(ChartLayer::wind, true);
    CHECK(layers.isShown(ChartLayer::rio));
}

TEST_CASE("chart layers: come back from their text, nonsense changes nothing", "[chart_layers]") {
    ChartLayers layers;
    layers.setShown(ChartLayer::speed, true);
    layers.setOpacity(ChartLayer::speed, 0.65);
    layers.setShown(ChartLayer::ports, false);
    layers.setUsesWmoColours(true);
    ChartLayers other;
    other.fromText(layers.toText());
    CHECK(other.toText() == layers.toText());
    CHECK(other.opacity(ChartLayer::speed) == 0.65);
    ChartLayers fresh;
    fresh.fromText(QStringLiteral("rio= land=1:7 nonsense=1:1 depth=1:nan zones=0:x"));
    CHECK(fresh.toText() == ChartLayers().toText());
}

TEST_CASE("chart layers: each is in one group", "[chart_layers]") {
    std::set<ChartLayer> seen;
    for (const auto group : {gui::LayerGroup::voyage, gui::LayerGroup::ice, gui::LayerGroup::sea,
                             gui::LayerGroup::base}) {
        for (const auto layer : gui::layers_of(group)) {
            CHECK(seen.insert(layer).second);
        }
    }
    CHECK(seen.size() == gui::chart_layer_count);
}

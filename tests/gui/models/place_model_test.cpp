// SPDX-License-Identifier: Apache-2.0
#include "gui/models/place_model.hpp"

#include <catch2/catch.hpp>

#include <QAbstractItemModelTester>

using namespace fairlead;
using gui::PlaceModel;

TEST_CASE("place model: names, other names, UN/LOCODE and positions answer", "[place_model]") {
    PlaceModel model(gui::port_gazetteer());
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto best = [&](const char* text) {
        model.setQuery(QString::fromUtf8(text));
        return model.rowCount() == 0 ? std::string() : model.place(0).name;
    };
    CHECK(best("murm") == "Murmansk");
    CHECK(best("МУРМАН") == "Murmansk");
    CHECK(best("rummk") == "Murmansk");
    CHECK(best("archangel") == "Arkhangelsk");
    CHECK(best("69 N 33 E") == "69°00.000′N 033°00.000′E");
    CHECK(best("69.5, 33.25") == "69°30.000′N 033°15.000′E");
    CHECK(best("no such place").empty());
    CHECK(best("").empty());
    model.setQuery(QStringLiteral("a"));
    CHECK(model.rowCount() == PlaceModel::most_matches);
}

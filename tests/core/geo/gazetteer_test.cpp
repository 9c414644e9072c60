// SPDX-License-Identifier: Apache-2.0
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/geo/gazetteer.hpp"
#include "core/geo/geodesic.hpp"

#include <catch2/catch.hpp>

#include <unistd.h>

#include <map>

using namespace fairlead;
using namespace fairlead::geo;

namespace {

const Gazetteer& ports() {
    static const Gazetteer read = Gazetteer::read(FAIRLEAD_SOURCE_FOLDER "/data/ports/ports.csv");
    return read;
}

/// A table of places in a file of its own, removed at the end.
class PlacesFile {
  public:
    explicit PlacesFile(const std::string& rows)
        : path_(std::filesystem::temp_directory_path() /
                ("fairlead-places-" + std::to_string(::getpid()) + ".csv")) {
        write_file_atomically(
            path_,
            "name,alternative_names,country,un_locode,latitude_deg,longitude_deg,kind,source,"
            "note\n" +
                rows);
    }
    ~PlacesFile() { std::filesystem::remove(path_); }
    PlacesFile(const PlacesFile&) = delete;
    PlacesFile& operator=(const PlacesFile&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

  private:
    std::filesystem::path path_;
};

} // namespace

TEST_CASE("gazetteer: the places a polar planner looks for are there", "[geo][gazetteer]") {
    CHECK(ports().places().size() >= 150);
    std::map<PlaceKind, int> kinds;
    for (const auto& place : ports().places()) {
        ++kinds[place.kind];
    }
    CHECK(kinds[PlaceKind::gateway] >= 20);
    CHECK(kinds[PlaceKind::station] >= 25);
    CHECK(kinds[PlaceKind::passage] >= 25);
    for (const char* name : {"Murmansk",       "Arkhangelsk",
                             "Sabetta",        "Tiksi",
                             "Longyearbyen",   "Resolute",
                             "Nuuk",           "Rotterdam",
                             "Yokohama",       "Busan",
                             "Shanghai",       "Punta Arenas",
                             "Hobart",         "Cape Town",
                             "Ushuaia",        "Lyttelton",
                             "Churchill",      "McMurdo",
                             "Bering Strait",  "Kara Gate",
                             "Cape Zhelaniya", "Vilkitsky Strait",
                             "Fram Strait",    "North Pole"}) {
        CHECK_NOTHROW(ports().find(name));
    }
}

TEST_CASE("gazetteer: positions are where the places are", "[geo][gazetteer]") {
    const std::pair<const char*, Position> known[] = {
        {"Murmansk", Position::degrees(68.97, 33.05)},
        {"Arkhangelsk", Position::degrees(64.54, 40.51)},
        {"Longyearbyen", Position::degrees(78.22, 15.63)},
        {"Cape Town", Position::degrees(-33.9, 18.4)},
        {"Bering Strait", Position::degrees(65.75, -168.5)},
        {"McMurdo", Position::degrees(-77.85, 166.67)},
        {"Resolute", Position::degrees(74.70, -94.83)},
    };
    for (const auto& [name, position] : known) {
        CAPTURE(name);
        CHECK(geodesic_distance(ports().find(name).position, position) < Length::kilometres(10.0));
    }
}

TEST_CASE("gazetteer: case, accents, hyphens and languages make no difference",
          "[geo][gazetteer]") {
    for (const auto& [text, name] : {std::pair{"murmansk", "Murmansk"},
                                     {"МУРМАНСК", "Murmansk"},
                                     {"RUMMK", "Murmansk"},
                                     {"tromso", "Tromsø"},
                                     {"TROMSØ", "Tromsø"},
                                     {"Tromsoe", "Tromsø"},
                                     {"ny alesund", "Ny-Ålesund"},
                                     {"  Ny-Ålesund ", "Ny-Ålesund"},
                                     {"st johns", "St. John's"},
                                     {"St. John’s", "St. John's"},
                                     {"Dumont dUrville", "Dumont d'Urville"},
                                     {"Isafjordur", "Ísafjörður"},
                                     {"barrow", "Utqiaġvik"},
                                     {"VALPARAÍSO", "Valparaíso"},
                                     {"bering  strait", "Bering Strait"}}) {
        CAPTURE(text);
        CHECK(ports().find(text).name == name);
    }
}

TEST_CASE("gazetteer: a port up a river stands for its mouth and says so", "[geo][gazetteer]") {
    for (const char* port : {"Dudinka", "Igarka", "Khatanga", "Hamburg"}) {
        CAPTURE(port);
        const auto& place = ports().find(port);
        CHECK(place.name.find(std::string(port) + " (") == 0);
        CHECK(place.note.find("is not modelled") != std::string::npos);
        CHECK(place.note.find(port) != std::string::npos);
    }
    CHECK(ports().find("Murmansk").note.empty());
}

TEST_CASE("gazetteer: names are compared folded", "[geo][gazetteer]") {
    CHECK(folded_name("ÅÆØ Þórshöfn-Łódź_Žižkov") == "aaeo thorshofn lodz zizkov");
    CHECK(folded_name("ЁЛКА") == folded_name("елка"));
    CHECK(folded_name("").empty());
    CHECK(folded_name(" .-' ").empty());
    CHECK(folded_name("\xc3") == "\xc3"); // half a letter is kept, not read beyond
    CHECK(folded_name("日本") == "日本");
}

TEST_CASE("gazetteer: an unknown place is refused with what may have been meant",
          "[geo][gazetteer]") {
    CHECK_THROWS_WITH(ports().find("Murmask"),
                      Catch::Contains("'Murmask'") && Catch::Contains("did you mean Murmansk?"));
    CHECK_THROWS_WITH(ports().find("bering"), Catch::Contains("Bering Strait"));
    CHECK_THROWS_WITH(ports().find("Timbuktu-upon-Sea"), !Catch::Contains("did you mean"));
    CHECK_THROWS_AS(ports().find(""), Error);
}

TEST_CASE("gazetteer: a position is a place too", "[geo][gazetteer]") {
    const auto place = ports().resolve("69.0,33.05");
    CHECK(place.position == Position::degrees(69.0, 33.05));
    CHECK(place.name == "69°00.00'N 033°03.00'E");
    CHECK(ports().resolve("S65.2 W64.1").position == Position::degrees(-65.2, -64.1));
    CHECK(ports().resolve("-65.2 -64.1").position == Position::degrees(-65.2, -64.1));
    CHECK(ports().resolve("Seattle").name == "Seattle");
    CHECK(ports().resolve("nuuk").name == "Nuuk");
    CHECK_THROWS_WITH(ports().resolve("95,33"), Catch::Contains("latitude 95"));
    CHECK_THROWS_WITH(ports().resolve("Nuukk"), Catch::Contains("did you mean Nuuk?"));
}

TEST_CASE("gazetteer: a faulty table is refused with its line", "[geo][gazetteer]") {
    const std::pair<const char*, const char*> faults[] = {
        {"A,,NO,,70,20,port,chart,\nB,a,NO,,71,20,port,chart,\n", ":3: 'a' already stands for A"},
        {"A,,NO,,97,20,port,chart,\n", ":2: latitude 97"},
        {"A,,NO,,70,20,harbour,chart,\n", "kind 'harbour'"},
        {"A,,NO,,70,20,port,,\n", "needs a name and a source"},
        {"A,,NO,,seventy,20,port,chart,\n", "seventy"},
    };
    for (const auto& [rows, reason] : faults) {
        const PlacesFile file(rows);
        CAPTURE(rows);
        CHECK_THROWS_WITH(Gazetteer::read(file.path()), Catch::Contains(reason));
    }
    CHECK_THROWS_AS(Gazetteer::read("/no/such/ports.csv"), Error);
    const PlacesFile twice("A,a; A ,NO,,70,20,port,chart,\n");
    CHECK(Gazetteer::read(twice.path()).places().size() == 1);
}

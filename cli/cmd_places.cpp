// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "cli/sea_options.hpp"
#include "core/base/error.hpp"
#include "core/base/text_layout.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::cli {
namespace {

bool is_country_of(const geo::Place& place, const std::string& folded) {
    return geo::folded_name(place.country) == folded;
}

/// Whether one of the names of the place holds the text, or its UN/LOCODE is it.
bool is_named(const geo::Place& place, const std::string& folded) {
    const auto holds = [&](const std::string& name) {
        return geo::folded_name(name).find(folded) != std::string::npos;
    };
    return holds(place.name) ||
           std::any_of(place.alternative_names.begin(), place.alternative_names.end(), holds) ||
           geo::folded_name(place.un_locode) == folded;
}

/// As many as the last column has room for.
std::string other_names(const geo::Place& place) {
    constexpr std::size_t room = 27;
    std::string text;
    for (const auto& name : place.alternative_names) {
        const auto longer = text.empty() ? name : fmt::format("{}, {}", text, name);
        if (display_width(longer) > room) {
            break;
        }
        text = longer;
    }
    return text;
}

class PlacesCommand final : public Command {
  public:
    std::string_view name() const noexcept override { return "places"; }
    std::string_view summary() const noexcept override {
        return "Lists the ports and passages that are known by name.";
    }

    void define(OptionTable& table) override {
        table.argument(
            "TEXT", text_,
            "Only places with this in one of their names, of this country (two letters) or "
            "UN/LOCODE. Without it: all.");
        table.footer(R"(
Capitals, accents and hyphens make no difference, here and in --from, --via and --to, which take the
other names and UN/LOCODEs, too. A place that is not in the list is given by its position.

Examples:
  fairlead places
  fairlead places bay
  fairlead places NO)");
    }

    ExitCode execute(const Progress& /*progress*/) override {
        using Align = TextTable::Align;
        TextTable table({{"Name", "", Align::left},
                         {"Country", "", Align::left},
                         {"Kind", "", Align::left},
                         {"Position", "", Align::left},
                         {"Other names", "", Align::left}});
        const auto gazetteer = ports();
        const auto folded = geo::folded_name(text_);
        // NO is Norway before it is a part of Novy Port.
        const bool is_country =
            std::any_of(gazetteer.places().begin(), gazetteer.places().end(),
                        [&](const geo::Place& place) { return is_country_of(place, folded); });
        bool any = false;
        std::string notes;
        for (const auto& place : gazetteer.places()) {
            if (folded.empty() ||
                (is_country ? is_country_of(place, folded) : is_named(place, folded))) {
                any = true;
                table.add_row({place.name, place.country, std::string(geo::name(place.kind)),
                               geo::format_position(place.position), other_names(place)});
                if (!place.note.empty()) {
                    notes += wrapped(fmt::format("{}: {}", place.name, place.note), "  ");
                }
            }
        }
        if (!any) {
            throw Error(
                ErrorCode::not_found,
                fmt::format("no place has '{}' in its name; fairlead places lists all", text_));
        }
        print(table.text() + (notes.empty() ? "" : "\nNotes\n" + notes));
        return ExitCode::ok;
    }

  private:
    std::string text_;
};

} // namespace

std::unique_ptr<Command> make_places_command() {
    return std::make_unique<PlacesCommand>();
}

} // namespace fairlead::cli

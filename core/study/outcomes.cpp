// SPDX-License-Identifier: Apache-2.0
#include "core/study/outcomes.hpp"

#include <algorithm>
#include <filesystem>
#include <set>

namespace fairlead::study {
namespace {

std::array<const std::string*, all_axes.size()> values_of(const io::RouteRecord& record) {
    return {&record.scenario, &record.voyage, &record.ship, &record.objective, &record.rules};
}

std::array<std::vector<std::string>, all_axes.size()> values_of(const io::StudyFile& file) {
    std::vector<std::string> voyages;
    for (const auto& voyage : file.voyages) {
        voyages.push_back(voyage.name);
    }
    std::vector<std::string> objectives;
    for (const auto& objective : file.objectives) {
        objectives.push_back(objective.text);
    }
    return {file.scenarios, std::move(voyages), file.ships, std::move(objectives), file.rules};
}

/// Names of files without folder and ending, where all of them stay different.
std::vector<std::string> shortened(const std::vector<std::string>& values) {
    std::vector<std::string> names;
    for (const auto& value : values) {
        const std::filesystem::path path(value);
        const bool is_file = path.has_parent_path() || path.extension() == ".toml";
        names.push_back(is_file && path.has_stem() ? path.stem().string() : value);
    }
    return std::set(names.begin(), names.end()).size() == names.size() ? names : values;
}

} // namespace

std::string_view name(Axis axis) noexcept {
    constexpr std::array<std::string_view, all_axes.size()> names{"scenario", "voyage", "ship",
                                                                  "objective", "rules"};
    return names[static_cast<std::size_t>(axis)];
}

Outcomes::Outcomes(const Manifest& manifest, const std::vector<io::RouteRecord>& records) {
    auto values = values_of(manifest.file);
    for (const auto& record : records) {
        Outcome outcome;
        outcome.record = &record;
        const auto own = values_of(record);
        for (std::size_t axis = 0; axis < values.size(); ++axis) {
            auto& known = values[axis];
            const auto found = std::find(known.begin(), known.end(), *own[axis]);
            outcome.at[axis] = static_cast<std::size_t>(found - known.begin());
            if (found == known.end()) {
                known.push_back(*own[axis]);
            }
        }
        all_.push_back(outcome);
    }
    names_ = std::move(values);
    for (const auto axis : {Axis::scenario, Axis::ship}) {
        auto& names = names_[static_cast<std::size_t>(axis)];
        names = shortened(names);
    }
}

std::vector<Axis> Outcomes::varying(std::span<const Axis> axes) const {
    std::vector<Axis> some;
    std::copy_if(axes.begin(), axes.end(), std::back_inserter(some),
                 [&](Axis axis) { return varies(axis); });
    return some;
}

Groups Outcomes::grouped(std::span<const Axis> axes) const {
    std::vector<const Outcome*> pointers;
    for (const auto& outcome : all_) {
        pointers.push_back(&outcome);
    }
    return study::grouped(pointers, axes);
}

std::string Outcomes::label(std::span<const Axis> axes, std::span<const std::size_t> values) const {
    std::string words;
    for (std::size_t i = 0; i < axes.size(); ++i) {
        words += (words.empty() ? "" : ", ") + label(axes[i], values[i]);
    }
    return words.empty() ? "all routes" : words;
}

Groups grouped(std::span<const Outcome* const> outcomes, std::span<const Axis> axes) {
    Groups groups;
    std::vector<std::size_t> key(axes.size());
    for (const auto* outcome : outcomes) {
        std::transform(axes.begin(), axes.end(), key.begin(),
                       [&](Axis axis) { return outcome->on(axis); });
        groups[key].push_back(outcome);
    }
    return groups;
}

std::string words_of_code(std::string_view code) {
    if (code == "blocked.none") { // nothing forbids the place, but never when the ship is there
        return "open only at other times";
    }
    std::string words;
    for (const char letter : code) {
        if (letter == '.') {
            words += ": ";
        } else {
            words += letter == '_' ? ' ' : letter;
        }
    }
    return words;
}

} // namespace fairlead::study

// SPDX-License-Identifier: Apache-2.0
#include "core/io/cf_choice.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/cf_grid.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <set>

namespace fairlead::io {
namespace {

bool uses(const CfMatch& match, const std::string& array) {
    return match.array == array || match.y_part == array;
}

CfChoice one_of(const std::vector<CfMatch>& matches, const CfProfile& profile,
                const CfDataset& dataset, bool is_wanted) {
    std::vector<CfMatch> best;
    std::vector<std::string> names;
    for (const auto& match : matches) {
        if (match.by_standard_name == matches.front().by_standard_name) {
            best.push_back(match);
            names.push_back(match.array);
        }
    }
    if (best.size() == 1) {
        return {best.front(), false, {}, {}};
    }
    const auto preferred = std::find_if(best.begin(), best.end(), [&](const CfMatch& match) {
        return !profile.preferred_prefix.empty() &&
               match.array.starts_with(profile.preferred_prefix);
    });
    if (preferred != best.end()) {
        return {*preferred,
                false,
                {fmt::format("of {}, {} is used", fmt::join(names, ", "), preferred->array)},
                {}};
    }
    if (is_wanted) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: {} may be any of its arrays {}; name the one meant, as in "
                                "{}:{} (in a scenario, key 'array')",
                                dataset.file().name, env::info(matches.front().variable).name,
                                fmt::join(names, ", "), dataset.file().file_name(), names.front()));
    }
    return {best.front(),
            false,
            {fmt::format("arrays {} are all this variable", fmt::join(names, ", "))},
            {}};
}

CfMatch taken_as(const CfDataset& dataset, const std::string& array, env::Variable variable) {
    const bool is_elevation = variable == env::Variable::sea_floor_depth &&
                              text_attribute(*dataset.expect_array(array), "positive") == "up";
    return {variable, array, "", false, is_elevation};
}

/// The array the user names, unless the file says that it is something else.
CfChoice named(const CfDataset& dataset, const std::vector<CfMatch>& matches,
               env::Variable variable, const std::string& name) {
    const auto& file = dataset.file().name;
    const auto array = dataset.array(name);
    if (!array) {
        throw Error(ErrorCode::not_found,
                    fmt::format("{}: has no array '{}'; its arrays are {}", file, name,
                                fmt::join(dataset.array_names(), ", ")));
    }
    std::optional<env::Variable> other;
    for (const auto& match : matches) {
        if (uses(match, name) && match.variable == variable) {
            return {match, false, {fmt::format("array '{}' is used, as stated", name)}, {}};
        }
        other = uses(match, name) ? std::optional(match.variable) : other;
    }
    if (other) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: array '{}' says it is {}, not {}", file, name,
                                env::info(*other).name, env::info(variable).name));
    }
    if (array->GetDimensionCount() < 2) {
        throw Error(ErrorCode::unsupported, fmt::format("{}: array '{}' is no grid", file, name));
    }
    const auto standard = text_attribute(*array, "standard_name");
    return {taken_as(dataset, name, variable),
            true,
            {},
            {standard.empty()
                 ? fmt::format("array '{}' does not say what it holds: taken as {}, as stated",
                               name, env::info(variable).name)
                 : fmt::format("array '{}' says it is '{}': taken as {}, as stated", name, standard,
                               env::info(variable).name)}};
}

/// Grids that do not say what they are, and serve no other array as axis, mask or bounds.
std::vector<std::string> unnamed_arrays(const CfDataset& dataset, GridCache& grids) {
    std::set<std::string> serving;
    for (const auto& name : dataset.array_names()) {
        const auto array = dataset.array(name);
        for (const auto* const key :
             {"ancillary_variables", "coordinates", "bounds", "grid_mapping", "cell_measures"}) {
            for (auto& word : split(array ? text_attribute(*array, key) : "", ' ')) {
                serving.insert(std::move(word));
            }
        }
    }
    std::vector<std::string> names;
    for (const auto& name : dataset.array_names()) {
        const auto array = dataset.array(name);
        if (array && array->GetDataType().GetClass() == GEDTC_NUMERIC && !serving.contains(name) &&
            text_attribute(*array, "standard_name").empty() && !is_latitude(*array) &&
            !is_longitude(*array) && cf_grid(dataset, *array, grids)) {
            names.push_back(name);
        }
    }
    return names;
}

} // namespace

std::optional<CfChoice> choose_array(const CfDataset& dataset, const std::vector<CfMatch>& matches,
                                     const CfProfile& profile, env::Variable variable,
                                     const RasterOptions& options, GridCache& grids) {
    if (!options.array.empty()) {
        return named(dataset, matches, variable, options.array);
    }
    std::vector<CfMatch> mine;
    std::copy_if(matches.begin(), matches.end(), std::back_inserter(mine),
                 [&](const CfMatch& match) { return match.variable == variable; });
    if (!mine.empty()) {
        return one_of(mine, profile, dataset, options.variable.has_value());
    }
    if (!matches.empty() || !options.variable) {
        return std::nullopt;
    }
    const auto unnamed = unnamed_arrays(dataset, grids);
    if (unnamed.size() != 1) {
        return std::nullopt;
    }
    return CfChoice{taken_as(dataset, unnamed.front(), variable),
                    true,
                    {},
                    {fmt::format("the file does not say what array '{}' holds: taken as {}",
                                 unnamed.front(), env::info(variable).name)}};
}

} // namespace fairlead::io

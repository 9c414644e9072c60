// SPDX-License-Identifier: Apache-2.0
#include "core/io/cf_raster.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "core/io/cf_choice.hpp"
#include "core/io/cf_dataset.hpp"
#include "core/io/cf_grid.hpp"
#include "core/io/cf_names.hpp"
#include "core/io/cf_profile.hpp"
#include "core/io/cf_slices.hpp"
#include "core/io/file_length.hpp"
#include "core/io/gdal_session.hpp"
#include "core/io/kept_cf_dataset.hpp"
#include "core/io/raster_decode.hpp"
#include "core/io/raster_units.hpp"
#include "core/io/vector_rotation.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace fairlead::io {
namespace {

using env::Quality;

/// What a word of flag_meanings says of a node without a value.
std::optional<Quality> quality_of_meaning(std::string_view meaning) {
    const auto word = to_lower(meaning);
    if (word.find("pole_hole") != std::string::npos) {
        return Quality::pole_hole;
    }
    if (word.find("coast") != std::string::npos) {
        return Quality::coast;
    }
    if (word.starts_with("land") || word.find("over_land") != std::string::npos) {
        return Quality::land;
    }
    return std::nullopt;
}

struct FlagCode {
    double code;
    std::string meaning;
};

std::vector<FlagCode> flag_codes(const GDALMDArray& array) {
    const auto values = number_attribute(array, "flag_values");
    std::vector<FlagCode> codes;
    std::size_t next = 0;
    for (const auto& word : split(text_attribute(array, "flag_meanings"), ' ')) {
        if (!word.empty() && next < values.size()) {
            codes.push_back({values[next++], word});
        }
    }
    return codes;
}

/// What the library writes where nothing was written, for arrays that state no fill value (NetCDF
/// Users Guide, appendix A, default fill values); none for bytes. Decode knows that of reals.
std::optional<double> default_integer_fill(const GDALMDArray& array) {
    switch (array.GetDataType().GetNumericDataType()) {
    case GDT_Int16:
        return -32767.0;
    case GDT_UInt16:
        return 65535.0;
    case GDT_Int32:
        return -2147483647.0;
    case GDT_UInt32:
        return 4294967295.0;
    default:
        return std::nullopt;
    }
}

DecodeRule decode_rule(const GDALMDArray& array, env::Variable variable, const UnitConversion& unit,
                       const std::string& where) {
    const GdalSession gdal;
    DecodeRule rule;
    rule.variable = variable;
    const auto packing = packing_of(array);
    rule.scale = packing.scale;
    rule.offset = packing.offset;
    expect_packing(rule.scale, rule.offset, where);
    bool has = false;
    if (const double fill = array.GetNoDataValueAsDouble(&has); has) {
        rule.missing.push_back(fill);
    }
    for (const auto* const name : {"missing_value", "_FillValue"}) {
        for (const double value : number_attribute(array, name)) {
            rule.missing.push_back(value);
        }
    }
    if (const auto fill = default_integer_fill(array); fill && rule.missing.empty()) {
        rule.missing.push_back(*fill);
    }
    // Limits are packed numbers, unless their type shows that they are not (CF 1.8, section 8.1).
    const bool is_packed = rule.scale != 1.0 || rule.offset != 0.0;
    const auto packed = [&](const char* name, double limit) {
        return is_packed && is_floating_attribute(array, name) ? (limit - rule.offset) / rule.scale
                                                               : limit;
    };
    if (const auto range = number_attribute(array, "valid_range"); range.size() == 2) {
        rule.valid_minimum = packed("valid_range", range[0]);
        rule.valid_maximum = packed("valid_range", range[1]);
    }
    if (const auto low = number_attribute(array, "valid_min"); low.size() == 1) {
        rule.valid_minimum = packed("valid_min", low[0]);
    }
    if (const auto high = number_attribute(array, "valid_max"); high.size() == 1) {
        rule.valid_maximum = packed("valid_max", high[0]);
    }
    for (const auto& [code, meaning] : flag_codes(array)) {
        rule.codes.emplace_back(code, quality_of_meaning(meaning).value_or(Quality::missing));
    }
    rule.unit_scale = unit.scale;
    rule.unit_offset = unit.offset;
    return rule;
}

/// An array that says why nodes have no value.
struct Explanation {
    std::string array;
    std::vector<std::pair<double, Quality>> codes;
    bool has_time =
        false; ///< same dimensions as the data: status flags, only asked without a value
};

/// Everything needed to read one variable of one file, again and again.
struct Plan {
    SourceFile file;
    env::Variable variable = env::Variable::sea_ice_concentration;
    std::string array;
    DecodeRule rule;
    CfSlices slices;
    std::shared_ptr<const env::HorizontalGrid> grid;
    bool flip_rows = false;
    // Vectors along the grid:
    std::string y_part;
    DecodeRule y_rule;
    VectorPart part = VectorPart::east;
    ColumnDirections directions;
    // Thickness as a mean over the cell:
    std::string concentration;
    DecodeRule concentration_rule;
    std::optional<Explanation> explanation;
};

/// Reads slices by a plan. A file with many slices stays open between them.
class CfReader {
  public:
    explicit CfReader(Plan plan) : plan_(std::move(plan)), dataset_(plan_.file) {}

    env::FieldSlice read(std::size_t index) {
        auto slice =
            dataset_.with([&](const CfDataset& dataset) { return read_with(dataset, index); });
        if (plan_.slices.slices.size() <= 1) {
            dataset_.close();
        }
        return slice;
    }

  private:
    [[nodiscard]] std::vector<double> slab(const CfDataset& dataset, const std::string& name,
                                           std::vector<GUInt64> start) const {
        const auto array = dataset.expect_array(name);
        start.resize(array->GetDimensionCount(), 0);
        std::vector<std::size_t> count(start.size(), 1);
        if (count.size() < 2) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: array '{}' is no grid", plan_.file.name, name));
        }
        count[count.size() - 1] = plan_.grid->columns();
        count[count.size() - 2] = plan_.grid->rows();
        auto values = dataset.numbers(*array, start, count);
        if (plan_.flip_rows) {
            const auto columns = static_cast<std::ptrdiff_t>(plan_.grid->columns());
            const auto rows = static_cast<std::ptrdiff_t>(plan_.grid->rows());
            for (std::ptrdiff_t row = 0; row < rows / 2; ++row) {
                std::swap_ranges(values.begin() + row * columns,
                                 values.begin() + (row + 1) * columns,
                                 values.begin() + (rows - 1 - row) * columns);
            }
        }
        return values;
    }

    [[nodiscard]] env::FieldSlice read_with(const CfDataset& dataset, std::size_t index) const {
        const auto start = plan_.slices.start_of(index);
        auto slice = decode(slab(dataset, plan_.array, start), plan_.rule);
        if (!plan_.y_part.empty()) {
            slice = rotated(slice, decode(slab(dataset, plan_.y_part, start), plan_.y_rule),
                            plan_.directions, plan_.part);
        }
        if (!plan_.concentration.empty()) {
            spread_over_ice(
                slice, decode(slab(dataset, plan_.concentration, start), plan_.concentration_rule));
        }
        if (plan_.explanation) {
            explain(slice, slab(dataset, plan_.explanation->array,
                                plan_.explanation->has_time ? start : std::vector<GUInt64>{}));
        }
        return slice;
    }

    /// Mean over the cell into mean over its ice. Where there is less than a hundredth of ice the
    /// quotient is noise; there is no ice to speak of, and thickness 0.
    static void spread_over_ice(env::FieldSlice& thickness, const env::FieldSlice& concentration) {
        constexpr float least = 0.01F;
        const auto most = static_cast<float>(env::info(env::Variable::sea_ice_thickness).maximum);
        for (std::size_t i = 0; i < thickness.value.size(); ++i) {
            if (!env::usable(thickness.quality[i])) {
                continue;
            }
            if (!env::usable(concentration.quality[i])) {
                thickness.quality[i] = concentration.quality[i];
                thickness.value[i] = std::nanf("");
                continue;
            }
            const float share = concentration.value[i];
            thickness.value[i] = share < least ? 0.0F : std::min(thickness.value[i] / share, most);
        }
    }

    void explain(env::FieldSlice& slice, const std::vector<double>& flags) const {
        for (std::size_t i = 0; i < slice.quality.size(); ++i) {
            // A land mask holds whatever the array says: models put numbers on land, too.
            if (plan_.explanation->has_time && slice.quality[i] != Quality::missing) {
                continue;
            }
            for (const auto& [code, quality] : plan_.explanation->codes) {
                if (flags[i] == code) {
                    slice.quality[i] = quality;
                    slice.value[i] = std::nanf("");
                }
            }
        }
    }

    Plan plan_;
    KeptCfDataset dataset_;
};

/// A status flag of the array itself, or a land mask on its grid.
std::optional<Explanation> find_explanation(const CfDataset& dataset, const GDALMDArray& array) {
    const auto dimensions = dimension_names(array);
    for (const auto& name : split(text_attribute(array, "ancillary_variables"), ' ')) {
        const auto flags = name.find("flag") == std::string::npos ? nullptr : dataset.array(name);
        if (!flags || dimension_names(*flags) != dimensions) {
            continue;
        }
        Explanation found{name, {}, true};
        for (const auto& [code, meaning] : flag_codes(*flags)) {
            if (const auto quality = quality_of_meaning(meaning)) {
                found.codes.emplace_back(code, *quality);
            }
        }
        if (!found.codes.empty()) {
            return found;
        }
    }
    const std::vector<std::string> horizontal(dimensions.end() - 2, dimensions.end());
    for (const auto& name : dataset.array_names()) {
        const auto mask = dataset.array(name);
        if (!mask || dimension_names(*mask) != horizontal) {
            continue;
        }
        const auto standard = text_attribute(*mask, "standard_name");
        if (standard == "area_type" && text_attribute(*mask, "option_0") == "land") {
            return Explanation{name, {{0.0, Quality::land}}, false};
        }
        if (standard == "land_binary_mask") {
            return Explanation{name, {{1.0, Quality::land}}, false};
        }
        if (standard == "sea_binary_mask") {
            return Explanation{name, {{0.0, Quality::land}}, false};
        }
    }
    return std::nullopt;
}

/// What only the user says is taken at its word as far as it has one meaning.
void expect_one_reading(const CfDataset& dataset, const CfMatch& match, const CfGrid& grid,
                        const DecodeRule& rule, const std::string& where) {
    using env::Variable;
    const auto array = dataset.expect_array(match.array);
    const bool is_vector = match.variable == Variable::eastward_wind ||
                           match.variable == Variable::northward_wind ||
                           match.variable == Variable::eastward_current ||
                           match.variable == Variable::northward_current;
    if (is_vector && !grid.is_geographic) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: lies on a projected grid, and nothing says whether it points "
                                "true east and north or along the grid; give it a standard_name",
                                where));
    }
    if (match.variable != Variable::sea_floor_depth || match.is_elevation ||
        text_attribute(*array, "positive") == "down") {
        return;
    }
    std::vector<std::size_t> count;
    for (const auto& dimension : array->GetDimensions()) {
        count.push_back(dimension->GetSize());
    }
    const auto below_zero = count_below_zero(
        dataset.numbers(*array, std::vector<GUInt64>(count.size(), 0), count), rule);
    if (below_zero > 0) {
        throw Error(ErrorCode::unsupported,
                    fmt::format("{}: {} values are below 0 and the file does not say whether it "
                                "holds depths or elevations; say so by its attribute positive "
                                "(ncatted: up for elevations, down for depths)",
                                where, below_zero));
    }
}

std::optional<RasterVariable> make_variable(const CfDataset& dataset, const CfChoice& choice,
                                            const CfProfile& profile, const RasterOptions& options,
                                            GridCache& grids) {
    const auto& match = choice.match;
    const auto array = dataset.expect_array(match.array);
    auto grid = cf_grid(dataset, *array, grids);
    if (!grid) {
        return std::nullopt;
    }
    const auto where = fmt::format("{}, array '{}'", dataset.file().name, match.array);
    RasterVariable made;
    made.variable = match.variable;
    made.name = match.array;
    made.unit = array->GetUnit();
    made.crs = grid->crs;
    made.grid = grid->grid;
    made.corrected = choice.notes;
    made.suspected = choice.doubts;
    made.corrected.insert(made.corrected.end(), grid->corrected.begin(), grid->corrected.end());
    if (made.unit.empty() && !profile.elevation_array.empty()) {
        made.unit = "m";
        made.corrected.push_back(
            fmt::format("no unit in the file: {} is in metres", profile.product));
    }
    if (made.unit.empty() && !options.unit.empty()) {
        made.unit = options.unit;
        made.corrected.push_back(unit_as_stated(options.unit));
    }
    made.unit_assumed = made.unit.empty();
    auto unit = expect_unit_conversion(match.variable, made.unit, where);
    if (made.unit_assumed) {
        made.suspected.push_back(unit_as_assumed(match.variable));
    }
    if (unit.changes_values()) {
        made.corrected.push_back(
            fmt::format("converted from {} to {}", made.unit, env::unit_name(match.variable)));
    }
    if (match.is_elevation) {
        unit.scale = -unit.scale;
        made.corrected.emplace_back("elevation turned into depth, positive down; land has none");
    }
    Plan plan;
    plan.file = dataset.file();
    plan.variable = match.variable;
    plan.array = match.array;
    plan.rule = decode_rule(*array, match.variable, unit, where);
    if (choice.said_by_user) {
        expect_one_reading(dataset, match, *grid, plan.rule, where);
    }
    plan.slices = cf_slices(dataset, *array, match.variable, profile);
    plan.grid = made.grid;
    plan.flip_rows = grid->flip_rows;
    plan.explanation = find_explanation(dataset, *array);
    made.slices = plan.slices.slices;
    made.step = plan.slices.step;
    made.corrected.insert(made.corrected.end(), plan.slices.corrected.begin(),
                          plan.slices.corrected.end());
    made.suspected.insert(made.suspected.end(), profile.suspected.begin(), profile.suspected.end());
    made.suspected.insert(made.suspected.end(), plan.slices.suspected.begin(),
                          plan.slices.suspected.end());
    // Flags or a mask say what is land; depth says it by itself.
    made.land_is_missing = !plan.explanation && plan.rule.codes.empty() &&
                           match.variable != env::Variable::sea_floor_depth;
    if (!match.y_part.empty()) {
        const auto y_array = dataset.expect_array(match.y_part);
        const auto y_unit = expect_unit_conversion(
            match.variable, y_array->GetUnit().empty() ? options.unit : y_array->GetUnit(),
            fmt::format("{}, array '{}'", dataset.file().name, match.y_part));
        made.name = match.array + ", " + match.y_part;
        if (dimension_names(*y_array) != dimension_names(*array)) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{}: arrays {} do not have the same dimensions",
                                    dataset.file().name, made.name));
        }
        const bool is_north = match.variable == env::Variable::northward_wind ||
                              match.variable == env::Variable::northward_current;
        if (grid->is_geographic) {
            // Along latitude and longitude, x and y are east and north.
            plan.array = is_north ? match.y_part : match.array;
            plan.rule = decode_rule(is_north ? *y_array : *array, match.variable,
                                    is_north ? y_unit : unit, where);
        } else {
            plan.y_part = match.y_part;
            plan.y_rule = decode_rule(*y_array, match.variable, y_unit, where);
            plan.part = is_north ? VectorPart::north : VectorPart::east;
            plan.directions = column_directions(*plan.grid);
            made.corrected.emplace_back(
                "vectors turned from the grid's axes to true east and north");
        }
    }
    if (profile.thickness_is_cell_mean && match.variable == env::Variable::sea_ice_thickness) {
        const auto concentration = dataset.expect_array("aice");
        plan.concentration = "aice";
        plan.concentration_rule =
            decode_rule(*concentration, env::Variable::sea_ice_concentration,
                        expect_unit_conversion(env::Variable::sea_ice_concentration,
                                               concentration->GetUnit(), where),
                        where);
        made.corrected.emplace_back(
            "thickness is the mean over the cell (long_name): divided by aice to be "
            "that of the ice; 0 where aice is below 0.01");
    }
    auto reader = std::make_shared<CfReader>(std::move(plan));
    made.read = [reader](std::size_t index) { return reader->read(index); };
    return made;
}

} // namespace

RasterFile open_cf(const SourceFile& file, const RasterOptions& options, GridCache& grids) {
    KeptCfDataset::close_all(file.path);
    const CfDataset dataset(file);
    const auto& profile = recognise_cf(dataset);
    RasterFile raster;
    raster.product = profile.product;
    raster.format =
        format_of(read_bytes(file, 8)) == FileFormat::hdf5 ? "netCDF-4" : "netCDF classic";
    auto matches = cf_matches(dataset);
    if (!profile.elevation_array.empty()) {
        matches = {
            {env::Variable::sea_floor_depth, std::string(profile.elevation_array), "", true, true}};
    }
    if (profile.product == "nsidc-0081-nc") {
        // Other arrays of the file (background fields of later versions) are no concentration.
        std::erase_if(matches,
                      [](const CfMatch& match) { return !match.array.ends_with("_ICECON"); });
    }
    if (matches.empty()) {
        raster.unknown = dataset.array_names();
        if (const auto drift = ice_drift_arrays(dataset); !drift.empty()) {
            raster.without_use =
                fmt::format("the drift of sea ice ({}), which Fairlead does not plan with: it "
                            "needs concentration and thickness",
                            fmt::join(drift, ", "));
        }
    }
    for (const auto& about : env::all_variables()) {
        // What is not asked for must not stand in the way of what is.
        if (options.variable && *options.variable != about.variable) {
            continue;
        }
        try {
            const auto choice =
                choose_array(dataset, matches, profile, about.variable, options, grids);
            auto made = choice ? make_variable(dataset, *choice, profile, options, grids)
                               : std::optional<RasterVariable>();
            if (!made && !options.array.empty()) {
                throw Error(ErrorCode::unsupported,
                            fmt::format("{}: array '{}' lies on no grid that the file describes",
                                        file.name, options.array));
            }
            if (made) {
                raster.variables.push_back(std::move(*made));
            }
        } catch (const Error& error) {
            if (options.variable) {
                throw;
            }
            raster.problems.emplace_back(error.what());
        }
    }
    return raster;
}

} // namespace fairlead::io

// SPDX-License-Identifier: Apache-2.0
#include "core/plan/layer_extremes.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace fairlead::plan {
namespace {

/// Maps of a source's rows and columns bend so little that anchors this far apart describe them.
constexpr double anchors_apart_m = 25e3;
/// Steps of the source: noise of floats, and the least margin around an image.
constexpr double least_margin = 2e-3;
/// A map that bends more than this between anchors (a pole of latitudes and longitudes) is not
/// boxed at all.
constexpr float greatest_margin = 2.0F;

/// Where a stretch of rows or columns begins, ends, and crosses those of nodes.
class Crossings {
  public:
    Crossings(double from, double to)
        : first(static_cast<std::int64_t>(std::floor(from))),
          nodes(static_cast<std::size_t>(static_cast<std::int64_t>(std::ceil(to)) - first + 1)),
          from_(from - static_cast<double>(first)), to_(to - static_cast<double>(first)) {}

    std::int64_t first; ///< of the nodes that bear on the stretch
    std::size_t nodes;

    /// Its ends, and the nodes between them.
    [[nodiscard]] std::size_t count() const noexcept { return std::max<std::size_t>(nodes, 2); }
    /// The node before crossing k, from `first`, and the way on from there in steps.
    [[nodiscard]] std::pair<std::size_t, double> at(std::size_t k) const noexcept {
        const double place = k == 0 ? from_ : k + 1 >= count() ? to_ : static_cast<double>(k);
        const double node = std::floor(place);
        return {static_cast<std::size_t>(node), place - node};
    }

  private:
    double from_;
    double to_;
};

void take_greater(std::optional<double>& greatest, const std::optional<double>& other) {
    if (other && !(greatest && *greatest >= *other)) {
        greatest = other;
    }
}

double time_of(const env::Field& field, std::size_t slice) {
    return static_cast<double>(field.slices()[slice].time.time_since_epoch().count());
}

} // namespace

LayerExtremes::LayerExtremes(const env::Field& field, const geo::Projection& plane,
                             const geo::GridGeometry& squares, const geo::GridGeometry& area,
                             const TimeSpan& time)
    : field_(&field), width_(field.grid().columns()), plane_(plane), squares_(squares), area_(area),
      per_patch_(std::max(1, static_cast<std::int32_t>(anchors_apart_m / squares.cell_m))),
      patch_columns_((squares.columns + per_patch_ - 1) / per_patch_),
      patch_rows_((squares.rows + per_patch_ - 1) / per_patch_) {
    const auto count = field.slices().size();
    while (first_slice_ + 1 < count && time_of(field, first_slice_ + 1) <= time.from_s) {
        ++first_slice_;
    }
    last_slice_ = first_slice_;
    while (last_slice_ + 1 < count && time_of(field, last_slice_) < time.to_s) {
        ++last_slice_;
    }
    set_anchors();
    judge_patches();
}

void LayerExtremes::set_anchors() {
    std::vector<geo::PlanePoint> points;
    for (std::int32_t row = 0; row <= patch_rows_; ++row) {
        for (std::int32_t column = 0; column <= patch_columns_; ++column) {
            points.push_back({squares_.left_m + column * per_patch_ * squares_.cell_m,
                              squares_.top_m - row * per_patch_ * squares_.cell_m});
        }
    }
    anchors_ = locate(points);
}

std::vector<LayerExtremes::Anchor>
LayerExtremes::locate(std::span<const geo::PlanePoint> points) const {
    std::vector<geo::Position> places(points.size());
    std::vector<unsigned char> valid(points.size());
    plane_.inverse(points, places, valid);
    std::vector<env::Stencil> stencils(points.size());
    std::vector<unsigned char> inside(points.size());
    field_->grid().locate(places, stencils, inside);
    const auto width = field_->grid().columns();
    std::vector<Anchor> anchors(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) {
        const auto& [node, weight] = stencils[i];
        const auto row = node[0] / width;
        anchors[i] = {static_cast<float>(node[0] % width) + weight[1] + weight[3],
                      static_cast<float>(row) + weight[2] + weight[3],
                      valid[i] != 0 && inside[i] != 0};
    }
    return anchors;
}

/// A column as near as the wrap allows to another one.
double LayerExtremes::columns_from(double column, double reference) const noexcept {
    if (!field_->grid().wraps()) {
        return column;
    }
    const double around = field_->grid().columns();
    return column - around * std::round((column - reference) / around);
}

/// How far the middle one of three places in a line is off the middle of the others, doubled.
std::optional<double> LayerExtremes::bend(const Anchor& before, const Anchor& middle,
                                          const Anchor& after) const noexcept {
    if (!before.inside || !middle.inside || !after.inside) {
        return std::nullopt;
    }
    const auto reference = static_cast<double>(middle.column);
    const double columns = columns_from(static_cast<double>(before.column), reference) -
                           2.0 * reference +
                           columns_from(static_cast<double>(after.column), reference);
    const double rows = static_cast<double>(before.row) - 2.0 * static_cast<double>(middle.row) +
                        static_cast<double>(after.row);
    return std::max(std::fabs(columns), std::fabs(rows));
}

void LayerExtremes::judge_patches() {
    const auto width = static_cast<std::size_t>(patch_columns_) + 1;
    margin_.assign(static_cast<std::size_t>(patch_columns_) * static_cast<std::size_t>(patch_rows_),
                   0.0F);
    bearing_.assign(margin_.size(), Bearing::box);
    const auto anchor = [&](std::int32_t column, std::int32_t row) -> const Anchor& {
        return anchors_[static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column)];
    };
    const double extent_m = (std::min(field_->grid().columns(), field_->grid().rows()) - 1) *
                            field_->grid().spacing().in_metres();
    const bool small = extent_m < 3.0 * per_patch_ * squares_.cell_m;
    for (std::int32_t row = 0; row < patch_rows_; ++row) {
        for (std::int32_t column = 0; column < patch_columns_; ++column) {
            bool any = false;
            std::optional<double> across;
            std::optional<double> down;
            for (auto r = std::max(0, row - 1); r <= std::min(patch_rows_, row + 2); ++r) {
                for (auto c = std::max(0, column - 1); c <= std::min(patch_columns_, column + 2);
                     ++c) {
                    any = any || anchor(c, r).inside;
                    if (c > 0 && c < patch_columns_) {
                        take_greater(across,
                                     bend(anchor(c - 1, r), anchor(c, r), anchor(c + 1, r)));
                    }
                    if (r > 0 && r < patch_rows_) {
                        take_greater(down, bend(anchor(c, r - 1), anchor(c, r), anchor(c, r + 1)));
                    }
                }
            }
            const bool inside = anchor(column, row).inside && anchor(column + 1, row).inside &&
                                anchor(column, row + 1).inside &&
                                anchor(column + 1, row + 1).inside;
            const auto patch = patch_of(column, row);
            if (inside && across && down) {
                margin_[patch] = static_cast<float>(*across + *down + least_margin);
            }
            bearing_[patch] = margin_[patch] > 0.0F && margin_[patch] <= greatest_margin
                                  ? Bearing::box
                              : !any && !small ? Bearing::none
                                               : Bearing::unclear;
        }
    }
}

std::size_t LayerExtremes::patch_of(std::int32_t column, std::int32_t row) const noexcept {
    return static_cast<std::size_t>(row) * static_cast<std::size_t>(patch_columns_) +
           static_cast<std::size_t>(column);
}

std::pair<LayerExtremes::Bearing, LayerExtremes::Box>
LayerExtremes::image_of(std::uint32_t square) const {
    const auto cell = squares_.cell(square);
    const auto bearing = bearing_[patch_of(cell.column / per_patch_, cell.row / per_patch_)];
    if (bearing == Bearing::box) {
        return {bearing, box_in_patch(square)};
    }
    if (bearing == Bearing::unclear) {
        if (const auto box = box_by_itself(square)) {
            return {Bearing::box, *box};
        }
    }
    return {bearing, {}};
}

/// At the edge of a source, and where its map bends much: from nine places of the square.
std::optional<LayerExtremes::Box> LayerExtremes::box_by_itself(std::uint32_t square) const {
    const auto centre = squares_.centre(square);
    const double half_m = 0.5 * squares_.cell_m;
    // A hair inside the area: a source may end just where it does.
    const double hair_m = 1e-6 * squares_.cell_m;
    const double left_m = std::max(centre.x_m - half_m, area_.left_m + hair_m);
    const double right_m =
        std::min(centre.x_m + half_m, area_.left_m + area_.columns * area_.cell_m - hair_m);
    const double top_m = std::min(centre.y_m + half_m, area_.top_m - hair_m);
    const double bottom_m =
        std::max(centre.y_m - half_m, area_.top_m - area_.rows * area_.cell_m + hair_m);
    std::vector<geo::PlanePoint> points;
    for (const double y_m : {top_m, 0.5 * (top_m + bottom_m), bottom_m}) {
        for (const double x_m : {left_m, 0.5 * (left_m + right_m), right_m}) {
            points.push_back({x_m, y_m});
        }
    }
    const auto places = locate(points);
    std::optional<double> across;
    std::optional<double> down;
    for (std::size_t i = 0; i < 3; ++i) {
        take_greater(across, bend(places[3 * i], places[3 * i + 1], places[3 * i + 2]));
        take_greater(down, bend(places[i], places[i + 3], places[i + 6]));
    }
    if (!std::all_of(places.begin(), places.end(), [](const Anchor& at) { return at.inside; })) {
        return std::nullopt;
    }
    const double margin = *across + *down + least_margin;
    if (margin > static_cast<double>(greatest_margin)) {
        return std::nullopt;
    }
    Box box{HUGE_VAL, -HUGE_VAL, HUGE_VAL, -HUGE_VAL};
    for (const auto& at : places) {
        const double column = columns_from(static_cast<double>(at.column),
                                           static_cast<double>(places.front().column));
        const auto row = static_cast<double>(at.row);
        box = {std::min(box.column_from, column), std::max(box.column_to, column),
               std::min(box.row_from, row), std::max(box.row_to, row)};
    }
    return within_nodes(box, margin);
}

/// Beyond the outermost nodes these say all.
LayerExtremes::Box LayerExtremes::within_nodes(Box box, double margin) const noexcept {
    const double last_row = field_->grid().rows() - 1.0;
    box.row_from = std::clamp(box.row_from - margin, 0.0, last_row);
    box.row_to = std::clamp(box.row_to + margin, 0.0, last_row);
    box.column_from -= margin;
    box.column_to += margin;
    if (!field_->grid().wraps()) {
        const double last_column = field_->grid().columns() - 1.0;
        box.column_from = std::clamp(box.column_from, 0.0, last_column);
        box.column_to = std::clamp(box.column_to, 0.0, last_column);
    }
    return box;
}

LayerExtremes::Box LayerExtremes::box_in_patch(std::uint32_t square) const noexcept {
    const auto cell = squares_.cell(square);
    const auto column = cell.column / per_patch_;
    const auto row = cell.row / per_patch_;
    const auto width = static_cast<std::size_t>(patch_columns_) + 1;
    const auto first = static_cast<std::size_t>(row) * width + static_cast<std::size_t>(column);
    const std::array<const Anchor*, 4> corner{&anchors_[first], &anchors_[first + 1],
                                              &anchors_[first + width],
                                              &anchors_[first + width + 1]};
    std::array<double, 4> columns{};
    std::array<double, 4> rows{};
    for (std::size_t k = 0; k < 4; ++k) {
        columns[k] = columns_from(static_cast<double>(corner[k]->column),
                                  static_cast<double>(corner[0]->column));
        rows[k] = static_cast<double>(corner[k]->row);
    }
    Box box{HUGE_VAL, -HUGE_VAL, HUGE_VAL, -HUGE_VAL};
    const auto between = [](const std::array<double, 4>& at, double x, double y) {
        return (1.0 - y) * ((1.0 - x) * at[0] + x * at[1]) + y * ((1.0 - x) * at[2] + x * at[3]);
    };
    for (const int down : {0, 1}) {
        for (const int right : {0, 1}) {
            const double x =
                static_cast<double>(cell.column - column * per_patch_ + right) / per_patch_;
            const double y = static_cast<double>(cell.row - row * per_patch_ + down) / per_patch_;
            const double source_column = between(columns, x, y);
            const double source_row = between(rows, x, y);
            box.column_from = std::min(box.column_from, source_column);
            box.column_to = std::max(box.column_to, source_column);
            box.row_from = std::min(box.row_from, source_row);
            box.row_to = std::max(box.row_to, source_row);
        }
    }
    return within_nodes(box, static_cast<double>(margin_[patch_of(column, row)]));
}

std::uint32_t LayerExtremes::column_of(std::int64_t column) const noexcept {
    const auto width = static_cast<std::int64_t>(width_);
    return static_cast<std::uint32_t>(column < 0        ? column % width + width
                                      : column >= width ? column % width
                                                        : column);
}

LayerExtreme LayerExtremes::over_box(const Box& box, const env::FieldSlice& before,
                                     const env::FieldSlice& after, double weight_from,
                                     double weight_to, Extreme which) const {
    const Crossings columns(box.column_from, box.column_to);
    const Crossings rows(box.row_from, box.row_to);
    // The nodes that bear on the box, at the interval's ends; a finer source is not cut to the box.
    constexpr std::size_t most_nodes = 64;
    const bool cut = columns.nodes * rows.nodes <= most_nodes;
    std::array<std::array<double, 2>, most_nodes> value;
    LayerExtreme nodes{std::nullopt, true};
    double least = HUGE_VAL;
    double greatest = -HUGE_VAL;
    for (std::size_t j = 0; j < rows.nodes; ++j) {
        const auto row = (static_cast<std::size_t>(rows.first) + j) * width_;
        for (std::size_t i = 0; i < columns.nodes; ++i) {
            const auto at = row + column_of(columns.first + static_cast<std::int64_t>(i));
            for (const auto* slice : {&before, &after}) {
                const float one = slice->value[at];
                if (!std::isnan(one)) {
                    least = std::min(least, static_cast<double>(one));
                    greatest = std::max(greatest, static_cast<double>(one));
                }
                nodes.everywhere = nodes.everywhere && env::usable(slice->quality[at]);
            }
            if (cut) {
                const auto early = static_cast<double>(before.value[at]);
                const double change = static_cast<double>(after.value[at]) - early;
                value[j * columns.nodes + i] = {early + weight_from * change,
                                                early + weight_to * change};
            }
        }
    }
    if (least > greatest) {
        return nodes; // no usable value
    }
    nodes.value = static_cast<float>(which == Extreme::least ? least : greatest);
    if (!nodes.everywhere || !cut || least == greatest) {
        return nodes;
    }
    LayerExtreme found{std::nullopt, true};
    for (std::size_t k = 0; k < rows.count(); ++k) {
        const auto [j, y] = rows.at(k);
        for (std::size_t m = 0; m < columns.count(); ++m) {
            const auto [i, x] = columns.at(m);
            const auto* const corner = &value[j * columns.nodes + i];
            const std::size_t right = x > 0.0 ? 1 : 0;
            const std::size_t below = y > 0.0 ? columns.nodes : 0;
            for (const std::size_t end : {std::size_t{0}, std::size_t{1}}) {
                const double upper = corner[0][end] + x * (corner[right][end] - corner[0][end]);
                const double lower =
                    corner[below][end] + x * (corner[below + right][end] - corner[below][end]);
                found.take(static_cast<float>(upper + y * (lower - upper)), which);
            }
        }
    }
    return found;
}

LayerExtreme LayerExtremes::during(std::uint32_t square, const env::Field::TimeStencil& middle,
                                   const TimeSpan& time, Extreme which) {
    const auto [near, box] = image_of(square);
    if (near == Bearing::none) {
        return {};
    }
    if (near == Bearing::unclear) {
        auto found = of_slice(middle.before, which);
        if (const auto other = of_slice(middle.after, which); other.value) {
            found.take(*other.value, which);
        }
        found.everywhere = false;
        return found;
    }
    double from = 0.0;
    double to = 0.0;
    if (middle.before != middle.after) {
        const double begin_s = time_of(*field_, middle.before);
        const double length_s = time_of(*field_, middle.after) - begin_s;
        from = std::clamp((time.from_s - begin_s) / length_s, 0.0, 1.0);
        to = std::clamp((time.to_s - begin_s) / length_s, 0.0, 1.0);
    }
    return over_box(box, field_->slice(middle.before), field_->slice(middle.after), from, to,
                    which);
}

bool LayerExtremes::holds(std::uint32_t square) const {
    return image_of(square).first == Bearing::box;
}

LayerExtreme LayerExtremes::ever(std::uint32_t square, Extreme which) {
    const auto [near, box] = image_of(square);
    if (near == Bearing::none) {
        return {};
    }
    const auto& slice = ever_slice(which);
    return near == Bearing::box ? over_box(box, slice, slice, 0.0, 0.0, which)
                                : LayerExtreme{anywhere(which), false};
}

std::optional<float> LayerExtremes::anywhere(Extreme which) {
    return of_slice(ever_slice(which), which).value;
}

LayerExtreme LayerExtremes::of_slice(const env::FieldSlice& slice, Extreme which) const {
    LayerExtreme found;
    for (const float value : slice.value) {
        if (!std::isnan(value)) {
            found.take(value, which);
        }
    }
    return found;
}

LayerExtreme LayerExtremes::of_slice(std::size_t index, Extreme which) {
    const auto [entry, fresh] = whole_slice_.try_emplace({index, which});
    if (fresh) {
        entry->second = of_slice(field_->slice(index), which);
    }
    return entry->second;
}

/// Node by node the extreme of all slices. A node that is usable at times only has a value and is
/// marked as not usable, so that its neighbours are not interpolated with it.
const env::FieldSlice& LayerExtremes::ever_slice(Extreme which) {
    auto& ever = ever_[which];
    if (!ever.value.empty()) {
        return ever;
    }
    const auto count = std::size_t{field_->grid().rows()} * field_->grid().columns();
    ever.value.assign(count, std::numeric_limits<float>::quiet_NaN());
    ever.quality.assign(count, env::Quality::ok);
    for (auto k = first_slice_; k <= last_slice_; ++k) {
        const auto& slice = field_->slice(k);
        for (std::size_t i = 0; i < count; ++i) {
            if (!env::usable(slice.quality[i])) {
                ever.quality[i] = env::Quality::missing;
            } else {
                ever.value[i] = which == Extreme::least ? std::fmin(ever.value[i], slice.value[i])
                                                        : std::fmax(ever.value[i], slice.value[i]);
            }
        }
    }
    return ever;
}

} // namespace fairlead::plan

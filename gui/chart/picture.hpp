// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A whole chart picture: the map in its frame with labelled graticule, and the panel.

#include "core/base/units.hpp"
#include "gui/chart/palette.hpp"
#include "gui/chart/panel.hpp"
#include "gui/chart/scene.hpp"
#include "gui/chart/viewport.hpp"

#include <QImage>

#include <filesystem>
#include <optional>
#include <vector>

namespace fairlead::chart {

struct PictureSize {
    PixelSize size{1600, 1000};
    double scale = 1.0; ///< device pixels per pixel: 2 for high-resolution screens and print
};

/// Where the map and the panel lie in a picture.
struct PictureLayout {
    PictureSize picture;
    PanelSide panel_side = PanelSide::bottom;

    /// The inside of the map's frame, pixels of the picture.
    [[nodiscard]] PixelSize map_size() const noexcept;
};

/// The layout and view that show all points at the largest scale with north up, or turned if that
/// gains more than `fit.worth_turning` over the best with north up. @see fitted_view
/// @throws Error (invalid_argument) if the picture is smaller than 640 x 480 or larger than
///         20000 device pixels on a side.
struct ChosenView {
    PictureLayout layout;
    Viewport view;
};
[[nodiscard]] ChosenView choose_view(const geo::Projection& plane,
                                     std::span<const geo::PlanePoint> points,
                                     const PictureSize& size, const FitOptions& fit = {});

/// @pre view.size() is layout.map_size().
[[nodiscard]] QImage draw_picture(const Scene& scene, const PictureLayout& layout,
                                  const Viewport& view, const ChartStyle& style);

/// @param file named if it fails.
/// @throws Error (io).
[[nodiscard]] std::string png_bytes(const QImage& image, const std::filesystem::path& file);
/// As PNG; the file is whole or not there.
/// @throws Error (io) naming the file.
void write_png(const QImage& image, const std::filesystem::path& file);

} // namespace fairlead::chart

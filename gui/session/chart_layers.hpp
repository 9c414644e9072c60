// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Which layers the chart shows, and how. No part of the voyage: what one looks at does not change
/// what one plans.

#include <QObject>
#include <QString>

#include <array>
#include <cstddef>
#include <span>

namespace fairlead::gui {

enum class ChartLayer {
    // voyage
    routes,
    corridor,
    ports,
    zones,
    // ice
    concentration,
    thickness,
    rio,
    speed,
    // weather and sea
    wind,
    waves,
    current,
    // base
    depth,
    land,
    graticule
};
inline constexpr std::size_t chart_layer_count = 14;

enum class LayerGroup { voyage, ice, sea, base };

/// The layers of a group, top of the list first.
[[nodiscard]] std::span<const ChartLayer> layers_of(LayerGroup group) noexcept;
/// Fields of which one at a time is readable: showing one hides the others of its group.
[[nodiscard]] bool is_exclusive(ChartLayer layer) noexcept;
[[nodiscard]] bool has_opacity(ChartLayer layer) noexcept;

class ChartLayers : public QObject {
    Q_OBJECT

  public:
    explicit ChartLayers(QObject* parent = nullptr);

    [[nodiscard]] bool isShown(ChartLayer layer) const noexcept { return state(layer).is_shown; }
    void setShown(ChartLayer layer, bool is_shown);
    /// From 0 to 1.
    [[nodiscard]] double opacity(ChartLayer layer) const noexcept { return state(layer).opacity; }
    void setOpacity(ChartLayer layer, double opacity);

    /// Of concentration: the classes of WMO instead of the ramp that every reader can tell apart.
    [[nodiscard]] bool usesWmoColours() const noexcept { return uses_wmo_; }
    void setUsesWmoColours(bool uses);

    /// Everything in one line, for the settings; what cannot be read is left as it is.
    [[nodiscard]] QString toText() const;
    void fromText(const QString& text);

  Q_SIGNALS:
    void changed();

  private:
    struct State {
        bool is_shown = true;
        double opacity = 1.0;
        friend bool operator==(const State&, const State&) = default;
    };
    using States = std::array<State, chart_layer_count>;
    [[nodiscard]] static States defaults() noexcept;
    [[nodiscard]] const State& state(ChartLayer layer) const noexcept {
        return states_[static_cast<std::size_t>(layer)];
    }

    States states_ = defaults();
    bool uses_wmo_ = false;
};

} // namespace fairlead::gui

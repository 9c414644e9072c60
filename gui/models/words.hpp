// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// How tables and panels write things. Numbers by the user's locale; positions and instants as is
/// custom at sea in every language.

#include "core/base/time.hpp"
#include "core/base/units.hpp"
#include "core/cost/objective.hpp"
#include "core/env/variable.hpp"
#include "core/geo/position.hpp"
#include "core/rules/finding.hpp"
#include "gui/document/voyage.hpp"

#include <QString>

#include <optional>
#include <string>

namespace fairlead::gui {

/// `69°00.000′N`, `033°03.000′E`, and both: degrees and minutes to a thousandth, about 2 m.
[[nodiscard]] QString latitude_text(const geo::Position& position);
[[nodiscard]] QString longitude_text(const geo::Position& position);
[[nodiscard]] QString position_text(const geo::Position& position);

/// `2030-08-12 03:44`, for columns whose heading says UTC; to the nearest minute.
[[nodiscard]] QString instant_text(Instant instant);
/// `2030-08-12 03:44 UTC`.
[[nodiscard]] QString instant_text_utc(Instant instant);
/// `18 d 04.5 h`, `4.5 h`.
[[nodiscard]] QString duration_text(Duration duration);
/// With a sign, also for none: `+2.5 h`.
[[nodiscard]] QString duration_difference_text(Duration duration);

[[nodiscard]] QString number_text(double value, int decimals);
/// With its sign, `±0` where the difference is too small to be seen.
[[nodiscard]] QString difference_text(double value, int decimals);
/// `024.5`, as courses are written.
[[nodiscard]] QString course_text(const geo::Bearing& bearing);

[[nodiscard]] QString severity_text(rules::Severity severity);
[[nodiscard]] QString leg_kind_text(LegKind kind);
/// A kind by its name in the user's language, in English, or as ECDIS write it (RL, GC).
[[nodiscard]] std::optional<LegKind> leg_kind_named(const QString& text);
[[nodiscard]] QString objective_text(cost::ObjectiveKind kind);
[[nodiscard]] QString variable_text(env::Variable variable);

/// A clause of the engine as a sentence.
[[nodiscard]] QString sentence_text(const std::string& clause);

} // namespace fairlead::gui

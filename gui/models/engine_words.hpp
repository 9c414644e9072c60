// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// What the engine names by a fixed code or word, in the user's language. Its sentences stay as it
/// writes them, in English: nobody takes them apart. In English they are shown alone; in other
/// languages a title says first what a finding is about.

#include "core/env/sample.hpp"
#include "core/plan/plan_result.hpp"
#include "core/rules/finding.hpp"
#include "core/vessel/ice_class.hpp"

#include <QString>

#include <string>

namespace fairlead::gui {

/// "Passage prohibited: Zone 7", by the finding's code and what it is about; "" in English, and for
/// a code that has no title.
[[nodiscard]] QString finding_title(const rules::Finding& finding);

/// One line for a list: the title, or else the engine's sentence.
[[nodiscard]] QString finding_line(const rules::Finding& finding);

/// The rule a finding rests on. What is no more than a word ("waiting", "planning grid") is in the
/// user's language, publications and zones as the engine names them.
[[nodiscard]] QString rule_text(const std::string& rule);

/// Why there is no route, as `finding_line` of what blocks; the engine's reason if nothing is
/// named.
[[nodiscard]] QString no_route_line(const plan::NoRoute& none);

/// `PC5`, `IA Super`; "no ice class".
[[nodiscard]] QString ice_class_text(vessel::IceClass ice_class);

/// A stage of the engine's work, as its progress names it; one that is not known stays as it is.
[[nodiscard]] QString stage_text(const QString& stage);

/// Why a place has no value, or whence it has one.
[[nodiscard]] QString quality_text(env::Quality quality);

} // namespace fairlead::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Between the texts of the engine (UTF-8) and those of Qt, and sentences of Qt as errors of the
/// engine.

#include "core/base/error.hpp"

#include <QString>

#include <string_view>

namespace fairlead::gui {

[[nodiscard]] inline QString to_qt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

[[noreturn]] inline void throw_error(ErrorCode code, const QString& sentence) {
    throw Error(code, sentence.toStdString());
}

} // namespace fairlead::gui

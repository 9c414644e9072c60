// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/position_edit.hpp"

#include "core/base/error.hpp"
#include "gui/models/words.hpp"
#include "gui/widgets/icons.hpp"

#include <QAction>

namespace fairlead::gui {

PositionEdit::PositionEdit(QWidget* parent) : QLineEdit(parent) {
    setPlaceholderText(QStringLiteral("69°00.0′N 033°03.0′E"));
    setAccessibleName(tr("Position"));
    connect(this, &QLineEdit::textEdited, this, &PositionEdit::read);
    connect(this, &QLineEdit::editingFinished, this, &PositionEdit::tidy);
}

void PositionEdit::setPosition(const std::optional<geo::Position>& position) {
    position_ = position;
    showProblem({});
    tidy();
}

void PositionEdit::read(const QString& text) {
    const auto before = position_;
    position_.reset();
    QString problem;
    if (!text.trimmed().isEmpty()) {
        try {
            position_ = geo::parse_position(text.toStdString());
        } catch (const Error& error) {
            problem = QString::fromUtf8(error.what());
        }
    }
    showProblem(problem);
    if (position_ && position_ != before) {
        Q_EMIT positionEdited(*position_);
    }
}

void PositionEdit::tidy() {
    if (problem_.isEmpty()) { // what cannot be read stays, to be mended
        setText(position_ ? position_text(*position_) : QString());
    }
}

void PositionEdit::showProblem(const QString& problem) {
    if (problem == problem_) {
        return;
    }
    problem_ = problem;
    setToolTip(problem);
    setAccessibleDescription(problem);
    if (problem.isEmpty()) {
        delete problem_mark_;
        problem_mark_ = nullptr;
        return;
    }
    if (problem_mark_ == nullptr) {
        problem_mark_ =
            addAction(severity_icon(rules::Severity::warning), QLineEdit::TrailingPosition);
    }
    problem_mark_->setText(problem);
}

} // namespace fairlead::gui

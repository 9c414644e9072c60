// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/panels/cost_model_edit.hpp"

#include "core/base/error.hpp"
#include "core/io/cost_model_file.hpp"
#include "gui/document/limits.hpp"
#include "gui/models/words.hpp"
#include "gui/panels/advanced_page.hpp"

#include <QCheckBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QVBoxLayout>

#include <algorithm>
#include <filesystem>

namespace fairlead::gui {

namespace {

/// Files by their whole names: a library's bare name would be looked for where the system keeps
/// its own.
std::string choice_of(const QString& text) {
    auto choice = text.trimmed().toStdString();
    return is_model_file(choice) ? std::filesystem::absolute(choice).lexically_normal().string()
                                 : choice;
}

} // namespace

CostModelEdit::CostModelEdit(VoyageSession& session, QWidget* parent)
    : QWidget(parent), session_(session),
      wanted_(new QCheckBox(objective_text(cost::ObjectiveKind::model), this)),
      text_(new QLineEdit(this)), load_(new QPushButton(tr("Load"), this)),
      state_(new QLabel(this)) {
    text_->setPlaceholderText(QStringLiteral("850*time_h + 620*fuel_t"));
    text_->setAccessibleName(tr("Formula or file of the cost model"));
    text_->setMaxLength(most_formula_characters);
    auto* file = new QPushButton(tr("File..."), this);
    state_->setWordWrap(true);
    state_->setTextFormat(Qt::PlainText);
    auto* row = new QHBoxLayout;
    row->addWidget(text_, 1);
    row->addWidget(file);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(wanted_);
    column->addLayout(row);
    column->addWidget(state_);
    column->addWidget(load_, 0, Qt::AlignLeft);
    connect(wanted_, &QCheckBox::clicked, this, [this](bool is_wanted) {
        if (session_.voyage().cost_model.empty()) {
            text_->setFocus();
        } else {
            session_.document().edit(tr("Choose objectives"), [&](Voyage& voyage) {
                set_objective(voyage, cost::ObjectiveKind::model, is_wanted);
            });
        }
        refresh(); // the last one stays
    });
    connect(text_, &QLineEdit::textEdited, this, &CostModelEdit::checkTyped);
    connect(text_, &QLineEdit::editingFinished, this, [this] {
        if (text_->isModified()) {
            take(text_->text());
        }
    });
    connect(file, &QPushButton::clicked, this, &CostModelEdit::chooseFile);
    connect(load_, &QPushButton::clicked, this,
            [this] { take(QString::fromStdString(session_.voyage().cost_model)); });
    connect(&session_.document(), &VoyageDocument::changed, this, &CostModelEdit::refresh);
    refresh();
}

QString CostModelEdit::state() const {
    return state_->text();
}

void CostModelEdit::say(const QString& sentence, bool is_mistake) {
    state_->setText(sentence);
    state_->setVisible(!sentence.isEmpty());
    state_->setProperty("mistake", is_mistake);
}

void CostModelEdit::checkTyped(const QString& text) {
    const auto choice = text.trimmed().toStdString();
    if (choice.empty() || is_model_file(choice)) {
        say({}, false);
        return;
    }
    try {
        static_cast<void>(io::find_cost_model(choice, tr("formula").toStdString()));
        say(tr("The formula can be used."), false);
    } catch (const Error& mistake) {
        say(QString::fromUtf8(mistake.what()), true);
    }
}

void CostModelEdit::take(const QString& formula_or_file) {
    const auto choice = choice_of(formula_or_file);
    if (!choice.empty()) {
        try {
            const auto model = io::find_cost_model(choice, tr("formula").toStdString());
            const auto& card = model->card();
            const auto version = QString::fromStdString(card.version);
            opened_ = choice;
            card_ = !is_model_file(choice) ? tr("The formula can be used.")
                    : version.isEmpty()    ? tr("%1, in %2.")
                                              .arg(QString::fromStdString(card.name),
                                                   QString::fromStdString(card.unit))
                                        : tr("%1, version %2, in %3.")
                                              .arg(QString::fromStdString(card.name), version,
                                                   QString::fromStdString(card.unit));
        } catch (const Error& mistake) {
            text_->setModified(false); // said once
            say(QString::fromUtf8(mistake.what()), true);
            return;
        }
        session_.trustLibrary(choice);
    }
    text_->setModified(false);
    session_.document().edit(tr("Set cost model"), [&](Voyage& voyage) {
        if (choice.empty()) {
            set_objective(voyage, cost::ObjectiveKind::model, false);
            if (voyage.objectives.front() == cost::ObjectiveKind::model) { // the only one
                voyage.objectives = {cost::ObjectiveKind::time};
            }
        } else if (voyage.cost_model != choice) {
            set_objective(voyage, cost::ObjectiveKind::model, true);
        }
        voyage.cost_model = choice;
    });
    refresh();
}

void CostModelEdit::chooseFile() {
    const auto file = QFileDialog::getOpenFileName(this, tr("Choose cost model"), QString(),
                                                   tr("Cost models (*.toml *.so)"));
    if (!file.isEmpty()) {
        take(file);
    }
}

void CostModelEdit::refresh() {
    const auto& voyage = session_.voyage();
    const auto& choice = voyage.cost_model;
    wanted_->setChecked(std::find(voyage.objectives.begin(), voyage.objectives.end(),
                                  cost::ObjectiveKind::model) != voyage.objectives.end());
    if (text_->isModified()) {
        return; // it is being typed
    }
    text_->setText(QString::fromStdString(choice));
    const bool is_refused = is_model_library(choice) && session_.trustedLibrary() != choice;
    load_->setVisible(is_refused);
    if (is_refused) {
        say(tr("A library runs inside the program, with all its rights. It is not loaded before "
               "you say so."),
            false);
    } else {
        say(choice.empty() ? tr("A formula of time_h, distance_nm, fuel_t, co2_t and risk_h, or "
                                "a file.")
            : choice == opened_ ? card_
                                : QString(),
            false);
    }
}

} // namespace fairlead::gui

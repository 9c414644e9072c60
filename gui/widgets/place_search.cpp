// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/place_search.hpp"

#include "gui/models/words.hpp"
#include "gui/widgets/icons.hpp"

#include <QAbstractItemView>
#include <QCompleter>
#include <QKeyEvent>
#include <QTimer>

namespace fairlead::gui {

PlaceSearch::PlaceSearch(QWidget* parent)
    : QLineEdit(parent), matches_(new PlaceModel(port_gazetteer(), this)) {
    setPlaceholderText(tr("Name, UN/LOCODE or position"));
    setAccessibleName(tr("Search place"));
    setAccessibleDescription(tr("Type a name, a UN/LOCODE or a position, then Return"));
    setClearButtonEnabled(true);
    addAction(icon(QStringLiteral("search")), QLineEdit::LeadingPosition);
    auto* completer = new QCompleter(matches_, this);
    completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    completer->setMaxVisibleItems(PlaceModel::most_matches);
    setCompleter(completer);
    connect(this, &QLineEdit::textEdited, matches_, &PlaceModel::setQuery);
    connect(completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { choose(index.row()); });
    connect(this, &QLineEdit::returnPressed, this, &PlaceSearch::chooseBest);
}

/// Escape is the line's while somebody types into it, whatever else the window does by it.
bool PlaceSearch::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = dynamic_cast<const QKeyEvent*>(event);
        if (key != nullptr && key->key() == Qt::Key_Escape) {
            event->accept();
            return true;
        }
    }
    return QLineEdit::event(event);
}

void PlaceSearch::keyPressEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Escape) {
        QLineEdit::keyPressEvent(event);
        return;
    }
    matches_->setQuery({});
    clear();
    Q_EMIT left();
}

void PlaceSearch::chooseBest() {
    if (text().trimmed().isEmpty()) {
        return;
    }
    if (matches_->rowCount() == 0) {
        Q_EMIT notFound(text().trimmed());
        return;
    }
    choose(0);
}

void PlaceSearch::choose(int row) {
    const auto place = matches_->place(row);
    const auto name = QString::fromStdString(place.name);
    matches_->setQuery({});
    // The completer writes the choice into the line after this.
    QTimer::singleShot(0, this, &QLineEdit::clear);
    Q_EMIT placeChosen(name == position_text(place.position) ? QString() : name, place.position);
}

} // namespace fairlead::gui

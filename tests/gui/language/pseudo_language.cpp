// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/language/pseudo_language.hpp"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QMetaProperty>
#include <QRegularExpression>
#include <QScrollArea>
#include <QTabBar>
#include <QTableView>
#include <QWidget>

#include <array>

namespace fairlead::gui::test {

namespace {

constexpr char16_t opening = u'\u27e6';
constexpr char16_t closing = u'\u27e7';

/// Properties of Qt and of the plots that people read.
bool is_read(const QString& property) {
    static const QStringList names{QStringLiteral("text"),
                                   QStringLiteral("windowTitle"),
                                   QStringLiteral("toolTip"),
                                   QStringLiteral("statusTip"),
                                   QStringLiteral("whatsThis"),
                                   QStringLiteral("accessibleName"),
                                   QStringLiteral("title"),
                                   QStringLiteral("accessibleDescription"),
                                   QStringLiteral("prefix"),
                                   QStringLiteral("suffix"),
                                   QStringLiteral("format"),
                                   QStringLiteral("specialValueText"),
                                   QStringLiteral("placeholderText"),
                                   QStringLiteral("label"),
                                   QStringLiteral("plainText")};
    return names.contains(property);
}

void add_properties(const QObject& object, QStringList& texts) {
    const auto* meta = object.metaObject();
    for (int i = 0; i < meta->propertyCount(); ++i) {
        const auto property = meta->property(i);
        if (property.metaType().id() == QMetaType::QString &&
            is_read(QString::fromLatin1(property.name()))) {
            texts << property.read(&object).toString();
        }
    }
}

void add_model(const QAbstractItemModel& model, QStringList& texts) {
    for (int column = 0; column < model.columnCount(); ++column) {
        for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
            texts << model.headerData(column, Qt::Horizontal, role).toString();
        }
        for (int row = 0; row < model.rowCount(); ++row) {
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole}) {
                texts << model.index(row, column).data(role).toString();
            }
        }
    }
}

void add_texts(const QObject& object, QStringList& texts) {
    add_properties(object, texts);
    if (const auto* tabs = qobject_cast<const QTabBar*>(&object)) {
        for (int i = 0; i < tabs->count(); ++i) {
            texts << tabs->tabText(i) << tabs->tabToolTip(i);
        }
    }
    if (const auto* box = qobject_cast<const QComboBox*>(&object)) {
        for (int i = 0; i < box->count(); ++i) {
            texts << box->itemText(i);
        }
    }
    if (const auto* view = qobject_cast<const QAbstractItemView*>(&object);
        view != nullptr && view->model() != nullptr) {
        add_model(*view->model(), texts);
    }
}

QString described(const QWidget& widget, const QString& text, int needed, int has) {
    return QStringLiteral("%1 \"%2\": %3 px of %4")
        .arg(QLatin1String(widget.metaObject()->className()), text)
        .arg(has)
        .arg(needed);
}

void check_width(const QWidget& widget, const QString& text, int needed, QStringList& found) {
    if (widget.width() < needed) {
        found << described(widget, text, needed, widget.width());
    }
}

void check_table(const QTableView& table, QStringList& found) {
    const auto& header = *table.horizontalHeader();
    for (int column = 0; column < header.count(); ++column) {
        const int needed = header.sectionSizeHint(column);
        if (!header.isSectionHidden(column) && header.sectionSize(column) < needed) {
            found << described(table, table.model()->headerData(column, Qt::Horizontal).toString(),
                               needed, header.sectionSize(column));
        }
    }
}

} // namespace

QString PseudoTranslator::translate(const char* /*context*/, const char* source,
                                    const char* /*disambiguation*/, int /*count*/) const {
    constexpr double longer_by = 0.4;
    constexpr qsizetype word = 8; // then a line may break
    const auto text = QString::fromUtf8(source);
    if (text.trimmed().isEmpty()) {
        return text;
    }
    static const QRegularExpression marks(QStringLiteral("<[^>]*>|&[a-z]+;|%[0-9n]+"));
    const auto letters = QString(text).remove(marks).size();
    QString more(static_cast<qsizetype>(longer_by * static_cast<double>(letters)), u'~');
    for (qsizetype at = word; at < more.size(); at += word + 1) {
        more[at] = u' ';
    }
    return QChar(opening) + text + more + QChar(closing);
}

PseudoLanguage::PseudoLanguage() {
    QCoreApplication::installTranslator(&words_);
    QCoreApplication::processEvents();
}

PseudoLanguage::~PseudoLanguage() {
    QCoreApplication::removeTranslator(&words_);
    QCoreApplication::processEvents();
}

QStringList texts_of(const QWidget& widget) {
    QStringList texts;
    add_texts(widget, texts);
    for (const auto* object : widget.findChildren<QObject*>()) {
        add_texts(*object, texts);
    }
    texts.removeAll(QString());
    texts.removeDuplicates();
    return texts;
}

QStringList bare_words(const QString& text) {
    QString outside;
    int depth = 0;
    for (const auto letter : text) {
        if (letter == QChar(opening)) {
            ++depth;
        } else if (letter == QChar(closing)) {
            --depth;
        } else if (depth == 0) {
            outside += letter;
        }
    }
    static const QRegularExpression markup(QStringLiteral("<[^>]*>|&[a-z]+;"));
    static const QRegularExpression word(QStringLiteral("\\p{L}[\\p{L}\\p{N}_./'-]+"));
    outside.remove(markup);
    QStringList words;
    for (auto found = word.globalMatch(outside); found.hasNext();) {
        words << found.next().captured();
    }
    return words;
}

QStringList clipped(const QWidget& window) {
    QStringList found;
    for (const auto* widget : window.findChildren<QWidget*>()) {
        if (!widget->isVisible()) {
            continue;
        }
        if (const auto* label = qobject_cast<const QLabel*>(widget)) {
            const int needed =
                label->wordWrap() ? label->minimumSizeHint().width() : label->sizeHint().width();
            check_width(*label, label->text(), needed, found);
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(widget);
                   button != nullptr && !button->inherits("QLineEditIconButton")) {
            check_width(*button, button->text(), button->sizeHint().width(), found);
        } else if (const auto* tabs = qobject_cast<const QTabBar*>(widget)) {
            check_width(*tabs, tabs->tabText(0), tabs->minimumSizeHint().width(), found);
        } else if (const auto* table = qobject_cast<const QTableView*>(widget)) {
            check_table(*table, found);
        } else if (const auto* area = qobject_cast<const QScrollArea*>(widget);
                   area != nullptr && area->widget() != nullptr &&
                   area->horizontalScrollBarPolicy() == Qt::ScrollBarAlwaysOff) {
            check_width(*area->viewport(), area->accessibleName(), area->widget()->width(), found);
        }
    }
    return found;
}

} // namespace fairlead::gui::test

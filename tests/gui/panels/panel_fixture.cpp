// SPDX-License-Identifier: Apache-2.0
#include "tests/gui/panels/panel_fixture.hpp"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QPixmap>
#include <QScrollArea>
#include <QTest>

namespace fairlead::gui::test {

namespace {

/// Parts of other widgets, which speak for them.
bool is_inner(const QWidget& widget) {
    return qobject_cast<const QAbstractSpinBox*>(widget.parentWidget()) != nullptr ||
           qobject_cast<const QComboBox*>(widget.parentWidget()) != nullptr ||
           qobject_cast<const QAbstractScrollArea*>(widget.parentWidget()) != nullptr ||
           (widget.parentWidget() != nullptr &&
            widget.parentWidget()->inherits("QComboBoxPrivateContainer")) ||
           widget.objectName().startsWith(QStringLiteral("qt_"));
}

bool has_label(const QWidget& widget) {
    const auto labels = widget.window()->findChildren<const QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->buddy() == &widget; });
}

void grab(QWidget& widget, const QString& file) {
    constexpr int settling_ms = 30; // layouts take a few rounds of events
    QTest::qWait(settling_ms);
    widget.grab().save(file);
}

} // namespace

QPalette dark_palette() {
    QPalette palette(QColor(0x2b, 0x2f, 0x36), QColor(0x22, 0x26, 0x2c));
    palette.setColor(QPalette::Base, QColor(0x1b, 0x1e, 0x23));
    palette.setColor(QPalette::AlternateBase, QColor(0x20, 0x24, 0x2a));
    palette.setColor(QPalette::Text, QColor(0xb4, 0xb9, 0xc2));
    palette.setColor(QPalette::WindowText, QColor(0xb4, 0xb9, 0xc2));
    palette.setColor(QPalette::ButtonText, QColor(0xb4, 0xb9, 0xc2));
    palette.setColor(QPalette::PlaceholderText, QColor(0x7c, 0x83, 0x8e));
    palette.setColor(QPalette::Highlight, QColor(0x2f, 0x5d, 0x8f));
    palette.setColor(QPalette::HighlightedText, QColor(0xd6, 0xda, 0xe0));
    palette.setColor(QPalette::ToolTipBase, QColor(0x2b, 0x2f, 0x36));
    palette.setColor(QPalette::ToolTipText, QColor(0xb4, 0xb9, 0xc2));
    return palette;
}

QStringList nameless(const QWidget& widget) {
    QStringList found;
    auto all = widget.findChildren<const QWidget*>();
    all.append(&widget);
    for (const auto* one : all) {
        const bool can_be_focused = (one->focusPolicy() & Qt::TabFocus) != 0;
        if (can_be_focused && !is_inner(*one) && one->accessibleName().isEmpty() &&
            !has_label(*one) && one->property("text").toString().isEmpty()) {
            found << QString::fromLatin1(one->metaObject()->className()) + QLatin1Char(' ') +
                         one->objectName();
        }
    }
    return found;
}

void keep_pictures(QWidget& widget, const QString& name, const QSize& size) {
    const auto folder = qEnvironmentVariable("FAIRLEAD_PICTURES");
    if (folder.isEmpty()) {
        return;
    }
    widget.resize(size);
    widget.show();
    const auto day = QApplication::palette();
    grab(widget, QDir(folder).filePath(name + QStringLiteral(".png")));
    QApplication::setPalette(dark_palette());
    grab(widget, QDir(folder).filePath(name + QStringLiteral("_dark.png")));
    QApplication::setPalette(day);
    QTest::qWait(1);
}

} // namespace fairlead::gui::test

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/guide_text.hpp"

#include <QFile>
#include <QFontDatabase>
#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>
#include <QTextFrame>
#include <QTextTable>

/// The resources of a static library have to be asked for. Qt's macro wants no namespace around it.
static void load_guide() {
    Q_INIT_RESOURCE(guide);
}

namespace fairlead::gui {

namespace {

constexpr double margin_px = 18.0;
constexpr double line_height_percent = 120.0;

QString anchor_of(const QString& words) {
    QString anchor;
    for (const auto& letter : words) {
        if (letter.isLetterOrNumber() || letter == u'-' || letter == u'_') {
            anchor += letter.toLower();
        } else if (letter == u' ') {
            anchor += u'-';
        }
    }
    return anchor;
}

void finish_table(QTextTable& table, const QPalette& palette) {
    auto format = table.format();
    format.setBorder(1.0);
    format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
    format.setBorderBrush(palette.color(QPalette::Mid));
    format.setBorderCollapse(true);
    format.setCellPadding(5.0);
    format.setCellSpacing(0.0);
    format.setTopMargin(margin_px / 3.0);
    format.setBottomMargin(margin_px / 2.0);
    table.setFormat(format);
    for (int column = 0; column < table.columns(); ++column) {
        auto cell = table.cellAt(0, column);
        auto look = cell.format();
        look.setBackground(palette.color(QPalette::Button));
        cell.setFormat(look);
    }
}

void finish_block(const QTextBlock& block, const QPalette& palette) {
    QTextCursor cursor(block);
    auto look = block.blockFormat();
    QTextCharFormat letters;
    const int level = look.headingLevel();
    const bool is_code = look.hasProperty(QTextFormat::BlockCodeFence) ||
                         look.hasProperty(QTextFormat::BlockCodeLanguage) ||
                         look.nonBreakableLines();
    if (level > 0) {
        look.setTopMargin(level == 1 ? 0.0 : margin_px);
        look.setBottomMargin(margin_px / 3.0);
        letters.setAnchor(true);
        letters.setAnchorNames({anchor_of(block.text())});
    } else if (is_code) {
        look.setBackground(palette.color(QPalette::AlternateBase));
        look.setLeftMargin(margin_px);
    } else {
        look.setLineHeight(line_height_percent, QTextBlockFormat::ProportionalHeight);
    }
    cursor.setBlockFormat(look);
    if (level > 0) {
        cursor.movePosition(QTextCursor::EndOfBlock, QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(letters);
    }
}

/// Ink of links and letters of code, which the reader takes from the application at large.
void finish_letters(const QTextBlock& block, const QPalette& palette) {
    const auto fixed = QFontDatabase::systemFont(QFontDatabase::FixedFont).families();
    struct Run {
        int from;
        int length;
        QTextCharFormat format;
    };
    std::vector<Run> runs;
    for (auto part = block.begin(); !part.atEnd(); ++part) {
        const auto fragment = part.fragment();
        auto format = fragment.charFormat();
        if (format.isAnchor() && !format.anchorHref().isEmpty()) {
            format.setForeground(palette.color(QPalette::Link));
        } else if (format.fontFixedPitch()) {
            format.setFontFamilies(fixed);
        } else {
            continue;
        }
        runs.push_back({fragment.position(), fragment.length(), format});
    }
    QTextCursor cursor(block);
    for (const auto& run : runs) {
        cursor.setPosition(run.from);
        cursor.setPosition(run.from + run.length, QTextCursor::KeepAnchor);
        cursor.setCharFormat(run.format);
    }
}

} // namespace

QList<QUrl> guide_pages() {
    return {QUrl(QStringLiteral("qrc:/guide/user-guide.md")),
            QUrl(QStringLiteral("qrc:/guide/scenarios.md")),
            QUrl(QStringLiteral("qrc:/guide/vessels.md")),
            QUrl(QStringLiteral("qrc:/guide/studies.md")),
            QUrl(QStringLiteral("qrc:/guide/study-report.md")),
            QUrl(QStringLiteral("qrc:/guide/cost-models.md")),
            QUrl(QStringLiteral("qrc:/guide/python.md")),
            QUrl(QStringLiteral("qrc:/guide/methods.md"))};
}

QString guide_text(const QUrl& page) {
    static const bool loaded = (load_guide(), true);
    Q_UNUSED(loaded);
    QFile file(QLatin1Char(':') + page.path());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

std::vector<GuideHeading> guide_headings(const QTextDocument& page) {
    std::vector<GuideHeading> headings;
    for (auto block = page.begin(); block.isValid(); block = block.next()) {
        if (const int level = block.blockFormat().headingLevel(); level > 0) {
            headings.push_back({level, block.text(), anchor_of(block.text())});
        }
    }
    return headings;
}

void finish_guide_page(QTextDocument& page, const QPalette& palette) {
    page.setDocumentMargin(margin_px);
    for (auto block = page.begin(); block.isValid(); block = block.next()) {
        finish_block(block, palette);
        finish_letters(block, palette);
    }
    for (auto* frame : page.rootFrame()->childFrames()) {
        if (auto* table = qobject_cast<QTextTable*>(frame)) {
            finish_table(*table, palette);
        }
    }
}

} // namespace fairlead::gui

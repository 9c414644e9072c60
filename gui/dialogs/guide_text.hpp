// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// The pages of docs/ that are built into the program, and what Qt's reader of Markdown leaves out
/// of them: places to jump to, lines of tables, a look that follows the palette.

#include <QPalette>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <vector>

class QTextDocument;

namespace fairlead::gui {

/// Where the pages are, first the one to begin with.
[[nodiscard]] QList<QUrl> guide_pages();

/// The text of a page, empty if there is none at that place.
[[nodiscard]] QString guide_text(const QUrl& page);

struct GuideHeading {
    int level = 1; ///< 1: the page's title
    QString words;
    QString anchor; ///< by its words, as web views of the same file have it: "route-files"
};
/// In their order.
[[nodiscard]] std::vector<GuideHeading> guide_headings(const QTextDocument& page);

/// Makes a page that was read from Markdown ready to be shown: headings become anchors.
void finish_guide_page(QTextDocument& page, const QPalette& palette);

} // namespace fairlead::gui

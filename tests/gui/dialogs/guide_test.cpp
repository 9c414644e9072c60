// SPDX-License-Identifier: Apache-2.0
#include "gui/dialogs/guide_text.hpp"
#include "gui/dialogs/guide_window.hpp"

#include <catch2/catch.hpp>

#include <QGuiApplication>
#include <QLineEdit>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextDocument>
#include <QTextFrame>
#include <QTreeWidget>

#include <set>

using namespace fairlead;

namespace {

/// Of every page its address without and with each anchor.
std::set<QString> places_of_guide() {
    std::set<QString> places;
    for (const auto& page : gui::guide_pages()) {
        QTextDocument text;
        text.setMarkdown(gui::guide_text(page));
        places.insert(page.toString());
        for (const auto& heading : gui::guide_headings(text)) {
            places.insert(page.toString() + QLatin1Char('#') + heading.anchor);
        }
    }
    return places;
}

std::string line_at_top(const QTextBrowser& text) {
    return text.cursorForPosition({text.width() / 3, 8}).block().text().toStdString();
}

} // namespace

TEST_CASE("guide: every page is in the program, and every link leads somewhere in it", "[guide]") {
    const auto places = places_of_guide();
    for (const auto& page : gui::guide_pages()) {
        INFO(page.toString().toStdString());
        QTextDocument text;
        text.setMarkdown(gui::guide_text(page));
        REQUIRE_FALSE(text.isEmpty());
        CHECK(gui::guide_headings(text).front().level == 1);
        for (auto block = text.begin(); block.isValid(); block = block.next()) {
            for (auto part = block.begin(); !part.atEnd(); ++part) {
                const QUrl link(part.fragment().charFormat().anchorHref());
                if (!link.isEmpty() && link.isRelative()) {
                    INFO(link.toString().toStdString());
                    CHECK(places.count(page.resolved(link).toString()) == 1);
                }
            }
        }
    }
    CHECK(gui::guide_text(QUrl(QStringLiteral("qrc:/guide/none.md"))).isEmpty());
}

TEST_CASE("guide: contents lead to their headings, and back goes back", "[guide]") {
    gui::GuideWindow window;
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.show();
    auto* contents = window.findChild<QTreeWidget*>();
    auto* text = window.findChild<QTextBrowser*>();
    REQUIRE(contents->topLevelItemCount() == gui::guide_pages().size());
    auto* chapter = contents->topLevelItem(0)->child(2);
    contents->setCurrentItem(chapter);
    CHECK(text->source().hasFragment());
    CHECK(line_at_top(*text) == chapter->text(0).toStdString());
    auto* other = contents->topLevelItem(3)->child(1);
    contents->setCurrentItem(other);
    CHECK(line_at_top(*text) == other->text(0).toStdString());
    text->backward();
    CHECK(line_at_top(*text) == chapter->text(0).toStdString());
}

TEST_CASE("guide: what is looked for is found on the other pages, too", "[guide]") {
    gui::GuideWindow window;
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    window.show();
    auto* text = window.findChild<QTextBrowser*>();
    auto* search = window.findChild<QLineEdit*>();
    QTest::keyClicks(search, QStringLiteral("Lindqvist"));
    QTest::keyClick(search, Qt::Key_Return);
    CHECK(text->textCursor().selectedText().toLower() == QStringLiteral("lindqvist"));
    const auto found_on = text->source();
    QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(search, QStringLiteral("no such words here"));
    QTest::keyClick(search, Qt::Key_Return);
    CHECK_FALSE(text->textCursor().hasSelection());
    QTest::keyClick(search, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(search, QStringLiteral("fairlead inspect"));
    QTest::keyClick(search, Qt::Key_Return);
    CHECK(text->textCursor().selectedText() == QStringLiteral("fairlead inspect"));
    CHECK(text->source() != found_on);
}

TEST_CASE("guide: links have the ink of the palette, tables lines", "[guide]") {
    gui::GuideWindow window;
    window.setAttribute(Qt::WA_DeleteOnClose, false);
    auto palette = QGuiApplication::palette();
    palette.setColor(QPalette::Link, QColor(200, 100, 50));
    window.setPalette(palette);
    window.show();
    auto* text = window.findChild<QTextBrowser*>();
    bool has_link = false;
    for (auto block = text->document()->begin(); block.isValid(); block = block.next()) {
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const auto format = part.fragment().charFormat();
            if (!format.anchorHref().isEmpty()) {
                has_link = true;
                CHECK(format.foreground().color() == QColor(200, 100, 50));
            }
        }
    }
    CHECK(has_link);
    bool has_table = false;
    for (const auto* frame : text->document()->rootFrame()->childFrames()) {
        has_table = true;
        CHECK(frame->frameFormat().border() > 0.0);
    }
    CHECK(has_table);
}

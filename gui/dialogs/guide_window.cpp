// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/guide_window.hpp"

#include "gui/dialogs/guide_text.hpp"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QTextBrowser>
#include <QTextCursor>
#include <QTextDocument>
#include <QToolButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>
#include <vector>

namespace fairlead::gui {

namespace {

constexpr int place_role = Qt::UserRole;
/// Deeper ones are found on their page.
constexpr int deepest_shown = 3;

/// Finishes each page when it has been read.
class GuideBrowser final : public QTextBrowser {
  public:
    explicit GuideBrowser(QWidget* parent) : QTextBrowser(parent) {
        connect(this, &QTextBrowser::sourceChanged, this, [this](const QUrl& place) {
            if (std::exchange(is_unfinished_, false)) {
                finish_guide_page(*document(), palette());
                scrollToAnchor(place.fragment()); // there was none before
            }
        });
    }

    QVariant loadResource(int type, const QUrl& place) override {
        if (place.scheme() != QStringLiteral("qrc")) {
            return QTextBrowser::loadResource(type, place);
        }
        is_unfinished_ = true;
        return guide_text(place);
    }

  protected:
    /// A page holds the colours it was finished in.
    void changeEvent(QEvent* event) override {
        QTextBrowser::changeEvent(event);
        if (event->type() == QEvent::PaletteChange && !source().isEmpty()) {
            const int scrolled = verticalScrollBar()->value();
            reload();
            verticalScrollBar()->setValue(scrolled);
        }
    }

  private:
    bool is_unfinished_ = false;
};

} // namespace

GuideWindow::GuideWindow(QWidget* parent)
    : QWidget(parent, Qt::Window), contents_(new QTreeWidget(this)), text_(new GuideBrowser(this)),
      search_(new QLineEdit(this)), said_(new QLabel(this)) {
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Fairlead user guide"));
    contents_->setHeaderHidden(true);
    contents_->setAccessibleName(tr("Contents"));
    text_->setAccessibleName(tr("Text of the guide"));
    text_->setOpenExternalLinks(true);
    search_->setPlaceholderText(tr("Find in the guide"));
    search_->setAccessibleName(search_->placeholderText());
    search_->setClearButtonEnabled(true);

    auto* top = new QHBoxLayout;
    const auto add_step = [&](const QString& words, Qt::ArrowType arrow,
                              void (QTextBrowser::*slot)(), void (QTextBrowser::*available)(bool)) {
        auto* button = new QToolButton(this);
        button->setArrowType(arrow);
        button->setAutoRaise(true);
        button->setToolTip(words);
        button->setAccessibleName(words);
        button->setEnabled(false);
        connect(button, &QToolButton::clicked, text_, slot);
        connect(text_, available, button, &QToolButton::setEnabled);
        top->addWidget(button);
    };
    add_step(tr("Back"), Qt::LeftArrow, &QTextBrowser::backward, &QTextBrowser::backwardAvailable);
    add_step(tr("Forward"), Qt::RightArrow, &QTextBrowser::forward,
             &QTextBrowser::forwardAvailable);
    top->addWidget(search_, 1);
    top->addWidget(said_);
    auto* parts = new QSplitter(this);
    parts->addWidget(contents_);
    parts->addWidget(text_);
    parts->setStretchFactor(1, 1);
    parts->setSizes({260, 740});
    auto* column = new QVBoxLayout(this);
    column->addLayout(top);
    column->addWidget(parts, 1);

    connect(contents_, &QTreeWidget::currentItemChanged, this, [this](const QTreeWidgetItem* item) {
        if (item != nullptr) {
            text_->setSource(item->data(0, place_role).toUrl());
        }
    });
    connect(search_, &QLineEdit::returnPressed, this, [this] { findNext(false); });
    connect(search_, &QLineEdit::textChanged, said_, &QLabel::clear);
    const auto on_keys = [this](QKeySequence::StandardKey keys, auto what) {
        auto* shortcut = new QShortcut(keys, this);
        connect(shortcut, &QShortcut::activated, this, what);
    };
    on_keys(QKeySequence::Find, [this] {
        search_->setFocus(Qt::ShortcutFocusReason);
        search_->selectAll();
    });
    on_keys(QKeySequence::FindNext, [this] { findNext(false); });
    on_keys(QKeySequence::FindPrevious, [this] { findNext(true); });
    on_keys(QKeySequence::Back, [this] { text_->backward(); });
    on_keys(QKeySequence::Forward, [this] { text_->forward(); });
    on_keys(QKeySequence::Cancel, [this] { close(); });
    fillContents();
    resize(1040, 760);
    contents_->setCurrentItem(contents_->topLevelItem(0));
    contents_->expandItem(contents_->topLevelItem(0));
    text_->setFocus();
}

void GuideWindow::fillContents() {
    for (const auto& page : guide_pages()) {
        QTextDocument text;
        text.setMarkdown(guide_text(page));
        std::vector<QTreeWidgetItem*> above{contents_->invisibleRootItem()};
        for (const auto& heading : guide_headings(text)) {
            if (heading.level > deepest_shown) {
                continue;
            }
            above.resize(
                std::min<std::size_t>(above.size(), static_cast<std::size_t>(heading.level)));
            auto* item = new QTreeWidgetItem(above.back(), {heading.words});
            auto place = page;
            if (heading.level > 1) {
                place.setFragment(heading.anchor);
            }
            item->setData(0, place_role, place);
            above.push_back(item);
        }
    }
}

/// From where the cursor is to the end of the page, then through the other pages and round.
void GuideWindow::findNext(bool backwards) {
    const auto words = search_->text().trimmed();
    if (words.isEmpty()) {
        return;
    }
    const auto how = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    const auto pages = guide_pages();
    const auto begun =
        std::max<qsizetype>(0, pages.indexOf(text_->source().adjusted(QUrl::RemoveFragment)));
    const auto count = pages.size();
    for (qsizetype step = 0; step <= count; ++step) {
        if (step > 0) {
            const auto page = (begun + (backwards ? count - step % count : step)) % count;
            text_->setSource(pages[page]);
            text_->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
        }
        if (text_->find(words, how)) {
            said_->clear();
            return;
        }
    }
    said_->setText(tr("Not found"));
}

} // namespace fairlead::gui

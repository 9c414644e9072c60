// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/dialogs/export_dialog.hpp"

#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "gui/document/qt_text.hpp"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace fairlead::gui {

ExportDialog::ExportDialog(VoyageSession& session, QWidget* parent)
    : QDialog(parent), session_(session), formats_(route_formats()), format_box_(new QComboBox),
      about_(new QLabel), file_edit_(new QLineEdit), remarks_(new QListWidget),
      result_(new QLabel) {
    setWindowTitle(tr("Export route"));
    for (const auto& each : formats_) {
        format_box_->addItem(tr("%1 (%2)", "format and suffix").arg(each.name, each.suffix));
    }
    format_box_->setAccessibleName(tr("Format"));
    about_->setWordWrap(true);
    file_edit_->setAccessibleName(tr("File"));
    auto* browse_button = new QPushButton(tr("Browse…"));
    browse_button->setAutoDefault(false);
    remarks_->setSpacing(3);
    remarks_->setAccessibleName(tr("What the receiver must know"));
    remarks_->setWordWrap(true);
    remarks_->setSelectionMode(QAbstractItemView::NoSelection);
    result_->setWordWrap(true);
    result_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    result_->setFocusPolicy(Qt::NoFocus);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close);
    write_button_ = buttons->addButton(tr("Export"), QDialogButtonBox::ActionRole);
    write_button_->setDefault(true);

    auto* file_row = new QHBoxLayout;
    file_row->addWidget(file_edit_, 1);
    file_row->addWidget(browse_button);
    auto* form = new QFormLayout;
    form->addRow(tr("F&ormat"), format_box_);
    form->addRow(QString(), about_);
    form->addRow(tr("&File"), file_row);
    qobject_cast<QLabel*>(form->labelForField(file_row))->setBuddy(file_edit_);
    auto* remarks_label = new QLabel(tr("&Before you hand it over"));
    remarks_label->setBuddy(remarks_);
    auto* column = new QVBoxLayout(this);
    column->addLayout(form);
    column->addWidget(remarks_label);
    column->addWidget(remarks_, 1);
    column->addWidget(result_);
    column->addWidget(buttons);
    resize(560, 420);

    connect(format_box_, &QComboBox::currentIndexChanged, this, &ExportDialog::takeFormat);
    connect(file_edit_, &QLineEdit::textChanged, this, &ExportDialog::prepare);
    connect(browse_button, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(write_button_, &QPushButton::clicked, this, &ExportDialog::write);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto follow = [this] {
        if (isVisible()) {
            prepare();
        }
    };
    connect(&session_, &VoyageSession::judgementChanged, this, follow);
    connect(&session_.document(), &VoyageDocument::changed, this, follow);
    suggest(QDir::homePath() + QStringLiteral("/route"));
}

void ExportDialog::showEvent(QShowEvent* event) {
    QDialog::showEvent(event);
    prepare();
}

void ExportDialog::suggest(const QString& file_without_suffix) {
    file_edit_->setText(file_without_suffix + format().suffix);
    takeFormat();
}

void ExportDialog::setOrigin(std::shared_ptr<const RouteOrigin> origin) {
    origin_ = std::move(origin);
    prepare();
}

QString ExportDialog::file() const {
    return file_edit_->text().trimmed();
}

const RouteFormat& ExportDialog::format() const {
    return formats_[static_cast<std::size_t>(format_box_->currentIndex())];
}

void ExportDialog::takeFormat() {
    about_->setText(format().about);
    const QFileInfo chosen(file());
    const auto stem = chosen.completeBaseName();
    if (!stem.isEmpty()) {
        file_edit_->setText(chosen.dir().filePath(stem + format().suffix));
    }
    prepare();
}

void ExportDialog::browse() {
    auto* chooser = new QFileDialog(this, tr("Export route"), file());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->setNameFilter(tr("%1 (*%2)", "format and suffix").arg(format().name, format().suffix));
    connect(chooser, &QFileDialog::fileSelected, file_edit_, &QLineEdit::setText);
    chooser->open();
}

/// Signs and weight, not colours: they are the same by day and by night.
void ExportDialog::list(const QString& sentence, bool is_warning) {
    auto* item = new QListWidgetItem(is_warning ? tr("\u26a0 Warning: %1").arg(sentence)
                                                : tr("\u2022 %1").arg(sentence));
    auto font = remarks_->font();
    font.setBold(is_warning);
    item->setFont(font);
    item->setFlags(Qt::ItemIsEnabled);
    remarks_->addItem(item);
}

void ExportDialog::prepare() {
    prepared_.reset();
    remarks_->clear();
    result_->clear();
    const auto& voyage = session_.voyage();
    if (voyage.points.size() < 2) {
        list(tr("There is no route yet: it needs two waypoints at least."), true);
    } else if (file().isEmpty()) {
        list(tr("The file has no name yet."), true);
    } else {
        const ExportSource source{
            voyage, session_.isJudged() ? session_.judgement().get() : nullptr, origin_.get()};
        try {
            prepared_ = prepare_export(source, format(), file().toStdString());
            for (const auto& warning : prepared_->warnings) {
                list(warning, true);
            }
            for (const auto& remark : prepared_->remarks) {
                list(remark, false);
            }
            if (remarks_->count() == 0) {
                list(tr("Nothing is lost in this format, and nothing speaks against the line."),
                     false);
            }
        } catch (const Error& error) {
            list(to_qt(error.what()), true);
        }
    }
    write_button_->setEnabled(prepared_.has_value());
    write_button_->setText(QFileInfo::exists(file()) ? tr("Replace file") : tr("Export"));
}

void ExportDialog::write() {
    if (!prepared_) {
        return;
    }
    const auto path = file();
    try {
        write_file_atomically(path.toStdString(), prepared_->bytes);
    } catch (const Error& error) {
        result_->setText(tr("Not written. %1").arg(to_qt(error.what())));
        return;
    }
    write_button_->setText(tr("Replace file"));
    result_->setText(tr("Written: %1").arg(QDir::toNativeSeparators(path)));
    Q_EMIT written(path);
}

} // namespace fairlead::gui

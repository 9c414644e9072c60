// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/app/file_commands.hpp"

#include "core/base/error.hpp"
#include "gui/app/sample_voyage.hpp"
#include "gui/dialogs/export_dialog.hpp"
#include "gui/report/voyage_report.hpp"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QInputDialog>
#include <QMenu>
#include <QMessageBox>

#include <chrono>

namespace fairlead::gui {

namespace {

QString shown(const std::filesystem::path& file) {
    return QString::fromStdString(file.string());
}

} // namespace

QString with_suffix(const QString& name, const QString& suffix) {
    return name.endsWith(suffix, Qt::CaseInsensitive) ? name : name + suffix;
}

FileCommands::FileCommands(VoyageSession& session, const geo::Gazetteer& gazetteer,
                           Settings& settings, QWidget& window)
    : session_(session), gazetteer_(gazetteer), settings_(settings), window_(window),
      file_(session) {
    connect(&file_, &VoyageFile::remarked, this,
            [this](const QString& sentence) { Q_EMIT said(rules::Severity::warning, sentence); });
    connect(&reporting_, &Background::failed, this,
            [this](const QString& sentence) { Q_EMIT said(rules::Severity::violation, sentence); });
}

// ------------------------------------------------------------------ opening

void FileCommands::start(const QStringList& files) {
    if (!offerRecovery()) {
        beginWith(files);
        return;
    }
    for (const auto& file : files) {
        remember(file.toStdString());
        Q_EMIT said(rules::Severity::warning,
                    tr("%1 was not opened, because the recovered voyage is open. It is the first "
                       "of the recent files: open it when the recovered voyage is saved.")
                        .arg(file));
    }
}

void FileCommands::beginWith(const QStringList& files) {
    beginSample();
    auto wanted = files;
    if (wanted.isEmpty()) {
        wanted = settings_.recentFiles();
        wanted.removeIf([](const QString& file) { return !QFileInfo::exists(file); });
    }
    if (!wanted.isEmpty()) {
        open(wanted.front().toStdString());
    }
}

void FileCommands::beginNew() {
    if (!mayLeave()) {
        return;
    }
    OpenedVoyage opened;
    auto& voyage = opened.project.voyage;
    voyage.sea = session_.voyage().sea;
    voyage.vessel = session_.voyage().vessel;
    voyage.departure = session_.voyage().departure;
    file_.begin(opened);
}

void FileCommands::beginSample() {
    if (!mayLeave()) {
        return;
    }
    OpenedVoyage opened;
    opened.project.voyage = sample_voyage(gazetteer_);
    file_.begin(opened);
}

void FileCommands::askAndOpen() {
    const auto file = QFileDialog::getOpenFileName(
        &window_, tr("Open voyage, scenario or route"), QString(),
        tr("Voyages, scenarios and routes (%1)")
            .arg(QLatin1Char('*') + openable_suffixes().join(QStringLiteral(" *"))));
    if (!file.isEmpty()) {
        open(file.toStdString());
    }
}

bool FileCommands::open(const std::filesystem::path& file) {
    if (!mayLeave()) {
        return false;
    }
    try {
        auto opened = open_voyage(file, session_.voyage());
        if (opened.routes.size() > 1) {
            const auto which = askForRoute(opened.routes);
            if (!which) {
                return false;
            }
            opened = open_voyage(file, session_.voyage(), *which);
        }
        file_.begin(opened);
        remember(file);
        if (!opened.remarks.isEmpty()) {
            // A project is as its planner left it: what is remarked on in it is to be mended.
            Q_EMIT said(opened.file.empty() ? rules::Severity::info : rules::Severity::warning,
                        opened.remarks.join(QLatin1Char(' ')));
        }
        return true;
    } catch (const Error& problem) {
        Q_EMIT said(rules::Severity::violation, QString::fromUtf8(problem.what()));
        return false;
    }
}

std::optional<std::size_t> FileCommands::askForRoute(const QStringList& names) {
    QStringList numbered; // names may be alike
    for (const auto& name : names) {
        numbered.append(QStringLiteral("%1. %2").arg(numbered.size() + 1).arg(name));
    }
    bool is_chosen = false;
    const auto chosen = QInputDialog::getItem(
        &window_, tr("Several routes"),
        tr("The file holds %n route(s). Open:", "", static_cast<int>(names.size())), numbered, 0,
        false, &is_chosen);
    return is_chosen ? std::optional(static_cast<std::size_t>(numbered.indexOf(chosen)))
                     : std::nullopt;
}

bool FileCommands::offerRecovery() {
    for (const auto& lost : Journal::recoverable(Journal::default_folder())) {
        const auto name = !lost.name.empty()   ? lost.name
                          : !lost.ends.empty() ? lost.ends
                                               : tr("unnamed voyage").toStdString();
        auto question = tr("\"%1\" was not saved when the program ended: %n change(s), the last "
                           "at %2.",
                           "", lost.steps)
                            .arg(QString::fromStdString(name),
                                 QString::fromStdString(format_instant(lost.edited)));
        if (lost.lost > 0) {
            question += QLatin1Char(' ') +
                        tr("%n later change(s) cannot be read and will be missing.", "", lost.lost);
        }
        const auto answer = QMessageBox::question(
            &window_, tr("Recover voyage"), question,
            QMessageBox::Open | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Open);
        if (answer == QMessageBox::Discard) {
            Journal::discard(lost);
        }
        if (answer == QMessageBox::Open) {
            try {
                file_.recover(lost);
                return true;
            } catch (const Error& problem) {
                Q_EMIT said(rules::Severity::violation, QString::fromUtf8(problem.what()));
            }
        }
    }
    return false;
}

void FileCommands::remember(const std::filesystem::path& file) {
    settings_.addRecentFile(shown(std::filesystem::absolute(file)));
}

void FileCommands::fillRecentFiles(QMenu& menu) {
    menu.clear();
    for (const auto& file : settings_.recentFiles()) {
        if (QFileInfo::exists(file)) {
            menu.addAction(file, this, [this, file] { open(file.toStdString()); });
        }
    }
    menu.setEnabled(!menu.isEmpty());
}

// ------------------------------------------------------------------ saving

bool FileCommands::save() {
    return file_.path().empty() ? saveAs() : write(file_.path());
}

QString FileCommands::askForName(const QString& title, const QString& kinds,
                                 const QString& suffix) {
    const auto asked =
        QFileDialog::getSaveFileName(&window_, title, suggestedName() + suffix, kinds);
    if (asked.isEmpty()) {
        return {};
    }
    auto name = with_suffix(asked, suffix);
    if (name != asked && QFileInfo::exists(name)) { // the dialog asked for another one
        const auto answer =
            QMessageBox::warning(&window_, title, tr("%1 is there already. Replace it?").arg(name),
                                 QMessageBox::Yes | QMessageBox::Cancel, QMessageBox::Cancel);
        if (answer != QMessageBox::Yes) {
            return {};
        }
    }
    return name;
}

bool FileCommands::saveAs() {
    const auto name = askForName(tr("Save voyage"), tr("Fairlead voyages (*.fairlead)"),
                                 QString::fromLatin1(project_suffix));
    return !name.isEmpty() && write(name.toStdString());
}

bool FileCommands::write(const std::filesystem::path& file) {
    try {
        file_.write(file);
    } catch (const Error& problem) {
        Q_EMIT said(rules::Severity::violation, QString::fromUtf8(problem.what()));
        return false;
    }
    remember(file);
    return true;
}

bool FileCommands::mayLeave() {
    if (file_.isSaved()) {
        return true;
    }
    const auto answer = QMessageBox::warning(
        &window_, tr("Unsaved voyage"), tr("The voyage has changes that are not saved."),
        QMessageBox::Save | QMessageBox::Discard | QMessageBox::Cancel, QMessageBox::Save);
    return answer == QMessageBox::Discard || (answer == QMessageBox::Save && save());
}

// ------------------------------------------------------------------ out

QString FileCommands::suggestedName() const {
    const auto& file = file_.path();
    const auto name = file.empty() ? session_.voyage().name : file.stem().string();
    const auto folder = file.empty() ? QDir::homePath() : shown(file.parent_path());
    return folder + QLatin1Char('/') + (name.empty() ? tr("voyage") : QString::fromStdString(name));
}

void FileCommands::exportRoute() {
    auto* dialog = new ExportDialog(session_, &window_);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->suggest(suggestedName());
    dialog->setOrigin(file_.origin());
    dialog->show();
}

void FileCommands::writeReport() {
    if (!session_.isJudged()) {
        Q_EMIT said(rules::Severity::caution,
                    tr("There is nothing to report yet: plan the voyage first."));
        return;
    }
    const auto name = askForName(tr("Report as PDF"), tr("PDF (*.pdf)"), QStringLiteral(".pdf"));
    if (name.isEmpty()) {
        return;
    }
    ReportInput input;
    input.voyage = session_.voyage();
    input.surroundings = session_.surroundings();
    input.judgement = session_.judgement();
    for (const auto& port : gazetteer_.places()) {
        input.ports.push_back({port.name, port.position});
    }
    input.made =
        std::chrono::time_point_cast<std::chrono::seconds>(std::chrono::system_clock::now());
    reporting_.start([this, input, name](const Progress& progress) -> Background::Deliver {
        write_report(name.toStdString(), input, progress);
        return [this, name] {
            Q_EMIT said(rules::Severity::info, tr("The report is in %1.").arg(name));
        };
    });
}

} // namespace fairlead::gui

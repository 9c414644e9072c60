// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/backups.hpp"

#include "core/base/hash.hpp"
#include "core/base/text.hpp"
#include "gui/document/qt_text.hpp"

#include <QCoreApplication>
#include <QDateTime>
#include <QStandardPaths>

#include <algorithm>
#include <string>
#include <system_error>

namespace fairlead::gui {

namespace {

struct BackupWords {
    Q_DECLARE_TR_FUNCTIONS(Backups)
};

/// Two files of one name in different folders have copies apart.
std::filesystem::path folder_for(const std::filesystem::path& file,
                                 const std::filesystem::path& folder) {
    constexpr std::size_t telling_digits = 12;
    const auto path = std::filesystem::absolute(file).lexically_normal();
    const auto hash = sha256_of_text(path.generic_string()).substr(0, telling_digits);
    return folder / (file.stem().string() + "-" + hash);
}

} // namespace

std::filesystem::path backup_folder() {
    const auto data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return std::filesystem::path(data.toStdString()) / "backups";
}

std::vector<std::filesystem::path> backups_of(const std::filesystem::path& file,
                                              const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> copies;
    std::error_code problem;
    for (const auto& entry :
         std::filesystem::directory_iterator(folder_for(file, folder), problem)) {
        if (entry.path().extension() == file.extension()) {
            copies.push_back(entry.path());
        }
    }
    std::sort(copies.rbegin(), copies.rend()); // names are times
    return copies;
}

void back_up(const std::filesystem::path& file, const std::filesystem::path& folder) {
    std::error_code problem;
    if (!std::filesystem::is_regular_file(file, problem)) {
        return;
    }
    auto copies = backups_of(file, folder);
    const auto bytes = read_text_file(file);
    if (!copies.empty() && read_text_file(copies.front()) == bytes) {
        return;
    }
    const auto own = folder_for(file, folder);
    std::filesystem::create_directories(own, problem);
    if (problem) {
        throw_error(ErrorCode::io, BackupWords::tr("%1: cannot be made: %2")
                                       .arg(QString::fromStdString(own.string()),
                                            QString::fromStdString(problem.message())));
    }
    const auto now =
        QDateTime::currentDateTimeUtc().toString(QStringLiteral("yyyyMMdd'T'HHmmsszzz'Z'"));
    write_file_atomically(own / (now.toStdString() + file.extension().string()), bytes);
    copies = backups_of(file, folder);
    for (std::size_t i = most_backups; i < copies.size(); ++i) {
        std::filesystem::remove(copies[i], problem);
    }
}

} // namespace fairlead::gui

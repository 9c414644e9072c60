// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/journal.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"
#include "gui/document/qt_text.hpp"
#include "gui/document/voyage_json.hpp"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QUuid>

#include <unistd.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <system_error>
#include <utility>

namespace fairlead::gui {

namespace {

struct JournalWords {
    Q_DECLARE_TR_FUNCTIONS(Journal)
};

constexpr std::string_view journal_suffix = ".journal";
constexpr const char* journal_format = "fairlead-journal";
constexpr int journal_format_version = 1;
constexpr qsizetype sum_digits = 16;
constexpr qsizetype line_overhead = sum_digits + 1; // the sum and a space

QByteArray sum_of(const QByteArray& bytes) {
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex().left(sum_digits);
}

QByteArray line_of(const QJsonObject& object) {
    const auto json = QJsonDocument(object).toJson(QJsonDocument::Compact);
    return sum_of(json) + ' ' + json + '\n';
}

QJsonObject header(const std::filesystem::path& project) {
    return {{QStringLiteral("format"), QString::fromUtf8(journal_format)},
            {QStringLiteral("version"), journal_format_version},
            {QStringLiteral("project"), to_qt(project.string())}};
}

QJsonObject state(const Voyage& voyage, int steps) {
    auto json = voyage_to_json(voyage);
    json.insert(QStringLiteral("edited"), QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    json.insert(QStringLiteral("steps"), steps);
    return json;
}

/// What a line says; nothing if it is damaged.
std::optional<QJsonObject> object_of(const QByteArray& line) {
    const auto json = line.mid(line_overhead);
    if (line.size() <= line_overhead || line.left(sum_digits) != sum_of(json)) {
        return std::nullopt;
    }
    const auto document = QJsonDocument::fromJson(json);
    return document.isObject() ? std::optional(document.object()) : std::nullopt;
}

/// By its name, or where it is.
std::string named(const VoyagePoint& point) {
    return point.name.empty() ? geo::format_position(point.position) : point.name;
}

std::string ends_of(const Voyage& voyage) {
    return voyage.points.size() < 2
               ? std::string()
               : named(voyage.points.front()) + " \u2013 " + named(voyage.points.back());
}

Voyage voyage_in(const QJsonObject& state, const QString& file) {
    JsonMembers members(state, file, {});
    KeptMembers ignored;
    return voyage_from_json(members, ignored);
}

struct Content {
    QString project;
    std::optional<QJsonObject> last; ///< the last state that is whole and a voyage
    int lost = 0;                    ///< lines after it
    std::optional<QJsonObject> told; ///< the last state that is whole, a voyage or not
    std::string why_lost;            ///< why one that is whole is no voyage
};

/// Nothing if the file is no journal that this version reads.
std::optional<Content> read_journal(const std::filesystem::path& path) {
    const auto text = read_text_file(path);
    const auto lines =
        QByteArray::fromRawData(text.data(), static_cast<qsizetype>(text.size())).split('\n');
    const auto first = object_of(lines.front());
    if (!first ||
        first->value(QStringLiteral("format")).toString() != QString::fromUtf8(journal_format) ||
        first->value(QStringLiteral("version")).toInt() != journal_format_version) {
        return std::nullopt;
    }
    Content content;
    content.project = first->value(QStringLiteral("project")).toString();
    // Each state is whole in itself, so the last good one is all that is needed.
    for (auto line = lines.rbegin(); line + 1 != lines.rend() && !content.last; ++line) {
        if (line->isEmpty()) {
            continue; // after the last line's end
        }
        const auto state = object_of(*line);
        if (!content.told) {
            content.told = state;
        }
        try {
            if (state) {
                static_cast<void>(voyage_in(*state, to_qt(path.string())));
                content.last = state;
                continue;
            }
        } catch (const Error& problem) {
            content.why_lost = problem.what();
        }
        ++content.lost;
    }
    return content;
}

/// Nothing for a journal that cannot be read: it must not keep the program from starting.
std::optional<Recoverable> described(const std::filesystem::path& path) {
    try {
        const auto content = read_journal(path);
        if (!content || !content->told) {
            return std::nullopt;
        }
        // Where none can be brought back, the last one says what was lost.
        const auto& shown = content->last ? *content->last : *content->told;
        Recoverable found;
        found.journal = path;
        found.project = content->project.toStdString();
        found.name = shown.value(QStringLiteral("name")).toString().toStdString();
        found.steps = shown.value(QStringLiteral("steps")).toInt();
        found.edited =
            parse_instant(shown.value(QStringLiteral("edited")).toString().toStdString());
        if (content->last) {
            found.lost = content->lost;
            found.ends = ends_of(voyage_in(shown, {}));
        }
        return found;
    } catch (const Error&) {
        return std::nullopt;
    }
}

std::string lock_name(const std::filesystem::path& journal) {
    return journal.string() + ".lock";
}

/// Of a program that is gone: held here while one looks at the journal.
std::unique_ptr<QLockFile> lock(const std::filesystem::path& journal) {
    auto lock = std::make_unique<QLockFile>(to_qt(lock_name(journal)));
    lock->setStaleLockTime(0); // never by its age; a lock of a dead process is none
    if (!lock->tryLock()) {
        return nullptr;
    }
    return lock;
}

} // namespace

std::filesystem::path Journal::default_folder() {
    const auto data = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation);
    return std::filesystem::path(data.toStdString()) / "journal";
}

Journal::Journal(std::filesystem::path folder) : folder_(std::move(folder)) {
    disk_.setMaxThreadCount(1);
}

Journal::~Journal() {
    disk_.waitForDone();
}

std::filesystem::path Journal::file() const {
    return file_.fileName().toStdString();
}

void Journal::begin(const Voyage& voyage, const std::filesystem::path& project, int steps) {
    if (!lock_) {
        std::error_code problem;
        std::filesystem::create_directories(folder_, problem);
        const auto name = QUuid::createUuid().toString(QUuid::WithoutBraces).toStdString();
        const auto path = folder_ / (name + std::string(journal_suffix));
        file_.setFileName(to_qt(path.string()));
        lock_ = lock(path);
        if (!lock_) {
            throw_error(ErrorCode::io,
                        JournalWords::tr("%1: cannot be locked, so edits are not kept for recovery")
                            .arg(to_qt(path.string())));
        }
    }
    project_ = project;
    steps_ = steps;
    start_file(voyage, steps_);
}

void Journal::start_file(const Voyage& voyage, int steps) {
    // Never shorter than it was while it holds what is nowhere else: the new one takes its place.
    file_.close();
    const auto bytes = line_of(header(project_)) + line_of(state(voyage, steps));
    write_file_atomically(
        file(), std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())));
    if (!file_.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered)) {
        throw_error(ErrorCode::io, JournalWords::tr("%1: cannot be written: %2")
                                       .arg(file_.fileName(), file_.errorString()));
    }
    is_whole_ = true;
    sync_in_background();
}

void Journal::append(const Voyage& voyage) {
    FAIRLEAD_EXPECTS(lock_ != nullptr);
    ++steps_;
    if (!file_.isOpen() || file_.size() > greatest_size) {
        start_file(voyage, steps_);
        return;
    }
    write((is_whole_ ? QByteArray() : QByteArray("\n")) + line_of(state(voyage, steps_)));
    sync_in_background();
}

void Journal::write(const QByteArray& lines) {
    is_whole_ = file_.write(lines) == lines.size();
    if (!is_whole_) {
        throw_error(ErrorCode::io, JournalWords::tr("%1: cannot be written: %2")
                                       .arg(file_.fileName(), file_.errorString()));
    }
}

void Journal::sync_in_background() {
    if (sync_waits_.exchange(true)) {
        return; // the one that waits will take this along
    }
    const int copy = ::dup(file_.handle());
    disk_.start([this, copy] {
        sync_waits_ = false;
        static_cast<void>(::fdatasync(copy)); // a disk that cannot will say so to write()
        ::close(copy);
    });
}

void Journal::finish() {
    if (!lock_) {
        return;
    }
    disk_.waitForDone();
    file_.close();
    file_.remove();
    lock_.reset();
}

std::vector<Recoverable> Journal::recoverable(const std::filesystem::path& folder) {
    std::vector<Recoverable> all;
    std::error_code problem;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        if (entry.path().extension() != journal_suffix) {
            continue;
        }
        const auto held = lock(entry.path());
        const auto found = held ? described(entry.path()) : std::nullopt;
        if (!found) {
            continue;
        }
        if (found->steps > 0 || found->lost > 0) {
            all.push_back(*found);
        } else {
            discard(*found);
        }
    }
    std::sort(all.begin(), all.end(), [](const Recoverable& a, const Recoverable& b) {
        return std::pair(a.edited, a.journal) > std::pair(b.edited, b.journal);
    });
    return all;
}

Voyage Journal::recover(const Recoverable& what) {
    const auto content = read_journal(what.journal);
    const auto name = to_qt(what.journal.string());
    if (!content || !content->last) {
        throw_error(ErrorCode::malformed,
                    content && !content->why_lost.empty()
                        ? QString::fromStdString(content->why_lost)
                        : JournalWords::tr("%1: holds no voyage that can be read").arg(name));
    }
    return voyage_in(*content->last, name);
}

void Journal::discard(const Recoverable& what) {
    std::error_code ignored;
    std::filesystem::remove(what.journal, ignored);
}

} // namespace fairlead::gui

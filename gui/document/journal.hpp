// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Every edit of a voyage, written down as it is made: what a crash leaves behind, the next start
/// can bring back. A journal is a file of lines: a header, the voyage as it was opened or saved,
/// and the voyage after each edit, each with a check sum. Its owner holds a lock, so that no other
/// running program takes it for abandoned.

#include "core/base/time.hpp"
#include "gui/document/voyage.hpp"

#include <QFile>
#include <QLockFile>
#include <QThreadPool>

#include <atomic>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace fairlead::gui {

/// A journal whose program ended without closing it.
struct Recoverable {
    std::filesystem::path journal;
    std::filesystem::path project; ///< file the voyage was opened from or saved to; "": none
    std::string name;              ///< of the voyage
    std::string ends;              ///< its first and last place; "": it has not got both
    Instant edited;                ///< when the last edit was made
    int steps = 0;                 ///< edits that are not in the project file
    int lost = 0; ///< later edits that were written down and cannot be read: damaged, or refused
};

class Journal {
  public:
    /// Beyond this size the file is begun anew with the last state.
    static constexpr qint64 greatest_size = 4 * 1024 * 1024;

    /// Where the desktop keeps journals: "journal" in the user's folder of application data.
    [[nodiscard]] static std::filesystem::path default_folder();

    /// Makes the folder if it is not there; writes nothing yet.
    explicit Journal(std::filesystem::path folder);
    /// Leaves the file where it is: only finish() says that nothing needs to be recovered.
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// Starts anew: the voyage is as in its project file, or new, and there is nothing to recover.
    /// @param steps edits that the project file does not have: of a recovered voyage, which is in
    ///              this journal from here on, so that the old one can be discarded.
    /// @throws Error (io) naming file and reason.
    void begin(const Voyage& voyage, const std::filesystem::path& project, int steps = 0);
    /// Writes an edit down. It outlives the program from here on, and the power about as soon as
    /// the disk allows. @pre begin() @throws Error (io) naming file and reason; the next call tries
    /// again.
    void append(const Voyage& voyage);
    /// Everything is saved or not wanted: the file goes.
    void finish();

    /// Since the last begin() that did not throw, and until finish().
    [[nodiscard]] bool is_begun() const noexcept { return lock_ != nullptr; }
    [[nodiscard]] std::filesystem::path file() const;

    /// Those with edits, the latest first. What cannot be read at the end is passed over and
    /// counted: the last state that can be read is the one to bring back. Journals of running
    /// programs are not among them, and those without an edit are removed.
    [[nodiscard]] static std::vector<Recoverable> recoverable(const std::filesystem::path& folder);
    /// The voyage after the last edit that can be read. @throws Error (not_found, io, malformed)
    /// naming the file.
    [[nodiscard]] static Voyage recover(const Recoverable& what);
    /// Removes the journal. To be called when the voyage is safe elsewhere, or not wanted.
    static void discard(const Recoverable& what);

  private:
    void write(const QByteArray& lines);
    void start_file(const Voyage& voyage, int steps);
    void sync_in_background();

    std::filesystem::path folder_;
    std::filesystem::path project_;
    QFile file_;
    std::unique_ptr<QLockFile> lock_;
    int steps_ = 0;        ///< that the project file does not have
    bool is_whole_ = true; ///< the last line was written to its end
    std::atomic<bool> sync_waits_{false};
    QThreadPool disk_; ///< last, so that it ends first
};

} // namespace fairlead::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/journal_keeper.hpp"

#include "core/base/error.hpp"

#include <utility>

namespace fairlead::gui {

JournalKeeper::JournalKeeper(VoyageDocument& document, std::filesystem::path folder,
                             QObject* parent)
    : QObject(parent), document_(document), journal_(std::move(folder)) {
    connect(&document_, &VoyageDocument::changed, this, [this] {
        if (!project_) {
            return;
        }
        attempt([this] {
            if (journal_.is_begun()) {
                journal_.append(document_.voyage());
            } else {
                journal_.begin(document_.voyage(), *project_, 1);
            }
        });
    });
}

void JournalKeeper::begin(const std::filesystem::path& project, int steps) {
    project_ = project;
    attempt([&] { journal_.begin(document_.voyage(), project, steps); });
}

template <class Work>
void JournalKeeper::attempt(Work work) {
    try {
        work();
        has_failed_ = false;
    } catch (const Error& error) {
        if (!has_failed_) {
            has_failed_ = true;
            Q_EMIT failed(QString::fromStdString(error.what()));
        }
    }
}

} // namespace fairlead::gui

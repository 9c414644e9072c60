// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/session/background.hpp"

#include "core/base/error.hpp"

#include <QMetaObject>

#include <chrono>
#include <exception>
#include <memory>
#include <utility>

namespace fairlead::gui {

namespace {

/// More often than this nobody sees it.
constexpr std::chrono::milliseconds report_interval{33};
/// One that works, and one that was stopped and has not noticed yet.
constexpr int most_threads = 2;

} // namespace

Background::Background(QObject* parent) : QObject(parent) {
    pool_.setMaxThreadCount(most_threads);
}

Background::~Background() {
    stop_.request_stop();
    ++round_;
    pool_.clear();
    pool_.waitForDone();
}

void Background::start(Work work) {
    stop_.request_stop();
    pool_.clear(); // what has not begun never needs to
    stop_ = std::stop_source();
    const auto round = ++round_;
    const bool was_running = std::exchange(running_, true);
    auto report = [this, round, last = std::chrono::steady_clock::time_point{}](
                      double fraction, std::string_view what) mutable {
        const auto now = std::chrono::steady_clock::now();
        if (now - last < report_interval) {
            return;
        }
        last = now;
        QMetaObject::invokeMethod(
            this,
            [this, round, fraction,
             text = QString::fromUtf8(what.data(), static_cast<qsizetype>(what.size()))] {
                if (round == round_ && running_) {
                    Q_EMIT progressed(fraction, text);
                }
            },
            Qt::QueuedConnection);
    };
    pool_.start([this, round, work = std::move(work),
                 progress = Progress(std::move(report), stop_.get_token())] {
        Deliver deliver;
        QString failure;
        try {
            progress.throw_if_stopped();
            deliver = work(progress);
        } catch (const Error& problem) {
            if (problem.code() != ErrorCode::cancelled) {
                failure = QString::fromUtf8(problem.what());
            }
        } catch (const std::exception& problem) {
            failure = QString::fromUtf8(problem.what());
        }
        QMetaObject::invokeMethod(
            this, [this, round, deliver, failure] { end(round, deliver, failure); },
            Qt::QueuedConnection);
    });
    if (!was_running) {
        Q_EMIT started();
    }
}

void Background::cancel() {
    if (!running_) {
        return;
    }
    stop_.request_stop();
    ++round_;
    running_ = false;
    Q_EMIT finished();
}

void Background::end(std::uint64_t round, const Deliver& deliver, const QString& failure) {
    if (round != round_ || !running_) {
        return;
    }
    running_ = false;
    if (deliver) {
        deliver();
    } else if (!failure.isEmpty()) {
        Q_EMIT failed(failure);
    }
    if (!running_) { // the delivery may have begun the next piece
        Q_EMIT finished();
    }
}

} // namespace fairlead::gui

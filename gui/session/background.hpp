// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Work in a thread of its own, one piece at a time: the newest wins. The interface never waits
/// for it; a piece that was overtaken or cancelled ends when it notices, and what it would have
/// said is dropped.

#include "core/base/progress.hpp"

#include <QObject>
#include <QString>
#include <QThreadPool>

#include <cstdint>
#include <functional>
#include <stop_token>

namespace fairlead::gui {

class Background : public QObject {
    Q_OBJECT

  public:
    /// Called in the thread of this object with what the work has found.
    using Deliver = std::function<void()>;
    /// Called in the worker's thread; must not touch objects of another. May throw: Error
    /// (cancelled) ends it silently, anything else is reported by failed().
    using Work = std::function<Deliver(const Progress&)>;

    explicit Background(QObject* parent = nullptr);
    ~Background() override; ///< cancels and waits for the worker to notice
    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    void start(Work work);
    void cancel();
    [[nodiscard]] bool isRunning() const noexcept { return running_; }

  Q_SIGNALS:
    void started();
    void progressed(double fraction, const QString& what);
    void failed(const QString& sentence);
    /// After a delivery, a failure or a cancel; nothing is running now.
    void finished();

  private:
    void end(std::uint64_t round, const Deliver& deliver, const QString& failure);

    QThreadPool pool_;
    std::stop_source stop_;
    std::uint64_t round_ = 0; ///< of the piece whose answer is wanted
    bool running_ = false;
};

} // namespace fairlead::gui

// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/widgets/icons.hpp"

#include "gui/widgets/tone.hpp"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

#include <optional>

/// Has to stand outside of any namespace.
static void load_icons() {
    Q_INIT_RESOURCE(icons);
}

namespace fairlead::gui {

namespace {

void expect_icons() {
    static const bool loaded = (load_icons(), true);
    Q_UNUSED(loaded);
}

class InkEngine final : public QIconEngine {
  public:
    InkEngine(QString name, std::optional<rules::Severity> severity)
        : name_(std::move(name)), severity_(severity) {}

    void paint(QPainter* painter, const QRect& rect, QIcon::Mode mode,
               QIcon::State state) override {
        const double scale = painter->device()->devicePixelRatioF();
        auto drawn = pixmap(rect.size() * scale, mode, state);
        drawn.setDevicePixelRatio(scale);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize& size, QIcon::Mode mode, QIcon::State /*state*/) override {
        const auto ink = inkFor(mode);
        const auto key = QStringLiteral("fairlead icon %1 %2 %3x%4")
                             .arg(name_, ink.name(QColor::HexArgb))
                             .arg(size.width())
                             .arg(size.height());
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn)) {
            return drawn;
        }
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        QSvgRenderer(icon_file(name_)).render(&painter);
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(drawn.rect(), ink);
        painter.end();
        QPixmapCache::insert(key, drawn);
        return drawn;
    }

    QPixmap scaledPixmap(const QSize& size, QIcon::Mode mode, QIcon::State state,
                         qreal /*scale*/) override {
        return pixmap(size, mode, state);
    }

    [[nodiscard]] QIconEngine* clone() const override { return new InkEngine(name_, severity_); }
    [[nodiscard]] QString key() const override { return QStringLiteral("fairlead"); }
    bool isNull() override { return !QFile::exists(icon_file(name_)); }

  private:
    [[nodiscard]] QColor inkFor(QIcon::Mode mode) const {
        const auto palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled) {
            return palette.color(QPalette::Disabled, QPalette::ButtonText);
        }
        if (mode == QIcon::Selected) {
            return palette.color(QPalette::HighlightedText);
        }
        return severity_ ? severity_ink(palette, *severity_) : palette.color(QPalette::ButtonText);
    }

    QString name_;
    std::optional<rules::Severity> severity_;
};

QIcon inked(const QString& name, std::optional<rules::Severity> severity) {
    return QIcon(new InkEngine(name, severity));
}

} // namespace

QString icon_file(const QString& name) {
    expect_icons();
    return QStringLiteral(":/icons/%1.svg").arg(name);
}

QIcon icon(const QString& name) {
    auto made = inked(name, std::nullopt);
    return made.isNull() ? QIcon() : made;
}

QIcon program_icon() {
    expect_icons();
    return QIcon(QStringLiteral(":/program.svg"));
}

QIcon severity_icon(rules::Severity severity) {
    switch (severity) {
    case rules::Severity::info:
        return inked(QStringLiteral("severity-info"), severity);
    case rules::Severity::caution:
        return inked(QStringLiteral("severity-caution"), severity);
    case rules::Severity::warning:
        return inked(QStringLiteral("severity-warning"), severity);
    case rules::Severity::violation:
        break;
    }
    return inked(QStringLiteral("severity-violation"), severity);
}

} // namespace fairlead::gui

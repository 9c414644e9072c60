// SPDX-License-Identifier: GPL-3.0-or-later
#include "gui/document/json_members.hpp"
#include "gui/document/qt_text.hpp"

#include <QCoreApplication>
#include <QJsonDocument>

#include <cmath>
#include <limits>
#include <utility>

namespace fairlead::gui {

namespace {

struct MemberWords {
    Q_DECLARE_TR_FUNCTIONS(JsonMembers)
};

/// As it stands in the file, cut where a sentence would get out of hand.
QString shown(const QJsonValue& value) {
    constexpr qsizetype greatest_length = 40;
    QJsonArray array;
    array.append(value);
    auto text = QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
    text = text.mid(1, text.size() - 2);
    return text.size() <= greatest_length ? text : text.left(greatest_length) + QChar(0x2026);
}

} // namespace

JsonMembers::JsonMembers(QJsonObject object, QString file, QString path)
    : object_(std::move(object)), file_(std::move(file)), path_(std::move(path)) {}

QString JsonMembers::path_of(const char* name) const {
    const auto own = QString::fromUtf8(name);
    return path_.isEmpty() ? own : path_ + QLatin1Char('.') + own;
}

void JsonMembers::refuse(const char* name, const QString& value, const QString& wanted) const {
    throw_error(ErrorCode::malformed,
                MemberWords::tr("%1: %2 is %3, not %4").arg(file_, path_of(name), value, wanted));
}

bool JsonMembers::has(const char* name) const {
    return object_.contains(QString::fromUtf8(name));
}

QJsonValue JsonMembers::take(const char* name) {
    const auto key = QString::fromUtf8(name);
    read_.insert(key);
    auto value = object_.value(key);
    if (value.isUndefined()) {
        throw_error(ErrorCode::malformed,
                    MemberWords::tr("%1: %2 is missing").arg(file_, path_of(name)));
    }
    return value;
}

QString JsonMembers::checked_text(const char* name, const QJsonValue& value) const {
    if (!value.isString()) {
        refuse(name, shown(value), MemberWords::tr("a text"));
    }
    auto text = value.toString();
    if (text.contains(QChar(u'\0'))) {
        refuse(name, shown(value), MemberWords::tr("a text without null characters"));
    }
    return text;
}

QString JsonMembers::text(const char* name) {
    return checked_text(name, take(name));
}

bool JsonMembers::flag(const char* name) {
    const auto value = take(name);
    if (!value.isBool()) {
        refuse(name, shown(value), MemberWords::tr("true or false"));
    }
    return value.toBool();
}

double JsonMembers::number(const char* name, const Range& range) {
    const auto value = take(name);
    const double number = value.toDouble();
    if (!value.isDouble() || !(number >= range.least && number <= range.greatest)) {
        refuse(name, shown(value),
               MemberWords::tr("a number from %1 to %2")
                   .arg(shown(range.least), shown(range.greatest)));
    }
    return number;
}

std::optional<double> JsonMembers::optional_number(const char* name, const Range& range) {
    read_.insert(QString::fromUtf8(name));
    return has(name) ? std::optional(number(name, range)) : std::nullopt;
}

std::uint32_t JsonMembers::whole_number(const char* name, std::uint32_t least,
                                        std::uint32_t greatest) {
    const double number =
        this->number(name, {static_cast<double>(least), static_cast<double>(greatest)});
    if (number != std::floor(number)) {
        refuse(name, shown(number), MemberWords::tr("a whole number"));
    }
    return static_cast<std::uint32_t>(number);
}

std::uint32_t JsonMembers::checked_id(const char* name, const QJsonValue& value) const {
    // One below the greatest, so that there is always a free one.
    constexpr double greatest = std::numeric_limits<std::uint32_t>::max() - 1.0;
    const double number = value.toDouble();
    if (!value.isDouble() || !(number >= 1.0 && number <= greatest) ||
        number != std::floor(number)) {
        refuse(name, shown(value),
               MemberWords::tr("a whole number from 1 to %1").arg(shown(greatest)));
    }
    return static_cast<std::uint32_t>(number);
}

Instant JsonMembers::instant(const char* name) {
    const auto value = take(name);
    if (!value.isString()) {
        refuse(name, shown(value), MemberWords::tr("a time such as \"2030-08-10T06:00:00Z\""));
    }
    return parse_instant(value.toString().toStdString(),
                         MemberWords::tr("%1: %2").arg(file_, path_of(name)).toStdString());
}

std::optional<Instant> JsonMembers::optional_instant(const char* name) {
    read_.insert(QString::fromUtf8(name));
    return has(name) ? std::optional(instant(name)) : std::nullopt;
}

QJsonArray JsonMembers::array(const char* name) {
    auto value = take(name);
    if (!value.isArray()) {
        refuse(name, shown(value), MemberWords::tr("a list"));
    }
    return value.toArray();
}

QJsonArray JsonMembers::optional_array(const char* name) {
    read_.insert(QString::fromUtf8(name));
    return has(name) ? array(name) : QJsonArray();
}

JsonMembers JsonMembers::object(const char* name) {
    const auto value = take(name);
    if (!value.isObject()) {
        refuse(name, shown(value), MemberWords::tr("an object"));
    }
    return {value.toObject(), file_, path_of(name)};
}

geo::Position JsonMembers::position() {
    constexpr Range latitudes_deg{-90.0, 90.0};
    constexpr Range longitudes_deg{-180.0, 180.0};
    const double latitude_deg = number("latitude_deg", latitudes_deg);
    return geo::Position::degrees(latitude_deg, number("longitude_deg", longitudes_deg));
}

JsonMembers JsonMembers::element(const char* array_name, qsizetype index,
                                 const QJsonValue& value) const {
    const auto path = QStringLiteral("%1[%2]").arg(path_of(array_name)).arg(index);
    if (!value.isObject()) {
        throw_error(ErrorCode::malformed,
                    MemberWords::tr("%1: %2 is %3, not %4")
                        .arg(file_, path, shown(value), MemberWords::tr("an object")));
    }
    return {value.toObject(), file_, path};
}

void JsonMembers::keep_rest(const QString& place, KeptMembers& kept) const {
    QJsonObject rest;
    for (auto member = object_.begin(); member != object_.end(); ++member) {
        if (!read_.contains(member.key())) {
            rest.insert(member.key(), member.value());
        }
    }
    if (!rest.isEmpty()) {
        kept.insert_or_assign(place, rest);
    }
}

} // namespace fairlead::gui

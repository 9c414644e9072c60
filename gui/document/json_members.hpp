// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// @file
/// Reads the members of a JSON object strictly: a missing member, one of the wrong kind or out of
/// range is an Error that names file, member and value. Members that nobody asked for are kept, so
/// that a file written back has lost nothing.

#include "core/base/time.hpp"
#include "core/geo/position.hpp"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <optional>
#include <string>

namespace fairlead::gui {

/// Unread members by the place of their object in the file: "" (the file itself), "sea",
/// "points/17".
using KeptMembers = std::map<QString, QJsonObject>;

class JsonMembers {
  public:
    struct Range {
        double least = 0.0;
        double greatest = 0.0;
    };

    /// @param file names the file in errors.
    /// @param path names the object in errors: "points[3]"; "" for the outermost.
    JsonMembers(QJsonObject object, QString file, QString path);

    [[nodiscard]] QString text(const char* name);
    [[nodiscard]] bool flag(const char* name);
    [[nodiscard]] double number(const char* name, const Range& range);
    /// None if the member is missing.
    [[nodiscard]] std::optional<double> optional_number(const char* name, const Range& range);
    [[nodiscard]] std::uint32_t whole_number(const char* name, std::uint32_t least,
                                             std::uint32_t greatest);
    [[nodiscard]] std::uint32_t id(const char* name) { return checked_id(name, take(name)); }
    [[nodiscard]] Instant instant(const char* name);
    [[nodiscard]] std::optional<Instant> optional_instant(const char* name);
    [[nodiscard]] QJsonArray array(const char* name);
    [[nodiscard]] QJsonArray optional_array(const char* name); ///< empty if the member is missing
    [[nodiscard]] JsonMembers object(const char* name);
    /// Members latitude_deg and longitude_deg of this object.
    [[nodiscard]] geo::Position position();
    /// An element of one of this object's arrays. @throws Error if it is not an object.
    [[nodiscard]] JsonMembers element(const char* array_name, qsizetype index,
                                      const QJsonValue& value) const;

    [[nodiscard]] bool has(const char* name) const;
    [[nodiscard]] QStringList names() const { return object_.keys(); }
    /// Keeps what has not been read. @param place key in `kept`
    void keep_rest(const QString& place, KeptMembers& kept) const;
    /// @throws Error (malformed): "FILE: MEMBER is VALUE, not WANTED".
    [[noreturn]] void refuse(const char* name, const QString& value, const QString& wanted) const;
    /// As text(), for a text that is in the file without a name: an element of an array.
    [[nodiscard]] QString checked_text(const char* name, const QJsonValue& value) const;
    /// The same for a number that tells things apart: whole, from 1, below the greatest there is.
    [[nodiscard]] std::uint32_t checked_id(const char* name, const QJsonValue& value) const;

  private:
    [[nodiscard]] QJsonValue take(const char* name);
    [[nodiscard]] QString path_of(const char* name) const;

    QJsonObject object_;
    QString file_;
    QString path_;
    QSet<QString> read_;
};

} // namespace fairlead::gui

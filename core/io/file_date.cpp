// SPDX-License-Identifier: Apache-2.0
#include "core/io/file_date.hpp"

#include <array>
#include <regex>

namespace fairlead::io {

std::optional<NameDate> date_in_name(std::string_view file_name) {
    static const std::regex date(
        R"((?:^|[^0-9])((?:19|20|21)\d\d)(-?)(\d\d)\2(\d\d)(?:[T_]?(\d\d)(?::?(\d\d))?Z?)?(?![0-9]))");
    std::match_results<std::string_view::const_iterator> found;
    auto from = file_name.begin();
    while (std::regex_search(from, file_name.end(), found, date)) {
        const auto number = [&](std::size_t group) {
            return found[group].matched ? std::stoi(found[group].str()) : 0;
        };
        const std::chrono::year_month_day day{std::chrono::year{number(1)},
                                              std::chrono::month{static_cast<unsigned>(number(3))},
                                              std::chrono::day{static_cast<unsigned>(number(4))}};
        if (day.ok() && number(5) < 24 && number(6) < 60) {
            return NameDate{Instant{std::chrono::sys_days{day}} + std::chrono::hours{number(5)} +
                                std::chrono::minutes{number(6)},
                            found[5].matched};
        }
        from = found[1].second;
    }
    return std::nullopt;
}

env::SliceInfo daily_mean(std::chrono::sys_days day, std::string file) {
    const Instant midnight{day};
    return {midnight + std::chrono::hours{12}, midnight, midnight + std::chrono::hours{24},
            std::move(file)};
}

} // namespace fairlead::io

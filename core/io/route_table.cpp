// SPDX-License-Identifier: Apache-2.0
#include "core/base/table.hpp"
#include "core/io/geopackage_parts.hpp"
#include "core/io/route_record.hpp"

#include <array>
#include <utility>
#include <variant>

namespace fairlead::io {
namespace {

/// Nothing, where the record has no value.
using Cell = std::variant<std::monostate, std::int64_t, double, std::string>;

struct Column {
    const char* name;
    OGRFieldType type;
    Cell (*of)(const RouteRecord&);
};

template <auto Member>
Cell number(const RouteRecord& record) {
    return record.numbers ? Cell((*record.numbers).*Member) : Cell();
}

template <auto Member>
Cell sailed(const RouteRecord& record) {
    return record.sailed ? Cell((*record.sailed).*Member) : Cell();
}

template <auto Member>
Cell text(const RouteRecord& record) {
    return record.*Member;
}

Cell time_cell(const std::optional<Instant>& time) {
    return time ? Cell(format_instant(*time)) : Cell();
}

Cell optional_cell(const std::optional<double>& value) {
    return value ? Cell(*value) : Cell();
}

const std::array columns{
    Column{"number", OFTInteger64,
           [](const RouteRecord& r) { return Cell(static_cast<std::int64_t>(r.number)); }},
    Column{"id", OFTString, text<&RouteRecord::id>},
    Column{"scenario", OFTString, text<&RouteRecord::scenario>},
    Column{"voyage", OFTString, text<&RouteRecord::voyage>},
    Column{"from", OFTString, text<&RouteRecord::from>},
    Column{"to", OFTString, text<&RouteRecord::to>},
    Column{"ship", OFTString, text<&RouteRecord::ship>},
    Column{"objective", OFTString, text<&RouteRecord::objective>},
    Column{"unit", OFTString, text<&RouteRecord::unit>},
    Column{"rules", OFTString, text<&RouteRecord::rules>},
    Column{"departure", OFTString,
           [](const RouteRecord& r) { return Cell(format_instant(r.departure)); }},
    Column{"status", OFTString, text<&RouteRecord::status>},
    Column{"arrival", OFTString,
           [](const RouteRecord& r) {
               return r.numbers ? Cell(format_instant(r.numbers->arrival)) : Cell();
           }},
    Column{"duration_h", OFTReal, number<&RouteNumbers::duration_h>},
    Column{"waiting_h", OFTReal, number<&RouteNumbers::waiting_h>},
    Column{"distance_nmi", OFTReal, number<&RouteNumbers::distance_nmi>},
    Column{"fuel_t", OFTReal, number<&RouteNumbers::fuel_t>},
    Column{"co2_t", OFTReal, number<&RouteNumbers::co2_t>},
    Column{"risk", OFTReal, number<&RouteNumbers::risk>},
    Column{"money", OFTReal, number<&RouteNumbers::money>},
    Column{"cost", OFTReal, number<&RouteNumbers::cost>},
    Column{"min_rio", OFTReal, number<&RouteNumbers::min_rio>},
    Column{"mean_concentration", OFTReal, number<&RouteNumbers::mean_concentration>},
    Column{"max_concentration", OFTReal, number<&RouteNumbers::max_concentration>},
    Column{"graph_cost", OFTReal, number<&RouteNumbers::graph_cost>},
    Column{"exact", OFTInteger64,
           [](const RouteRecord& r) {
               return r.numbers ? Cell(std::int64_t{r.numbers->exact ? 1 : 0}) : Cell();
           }},
    Column{"lower_bound", OFTReal,
           [](const RouteRecord& r) {
               return r.numbers ? optional_cell(r.numbers->lower_bound) : Cell();
           }},
    Column{"sailed_duration_h", OFTReal, sailed<&SailedNumbers::duration_h>},
    Column{"sailed_waiting_h", OFTReal, sailed<&SailedNumbers::waiting_h>},
    Column{"sailed_fuel_t", OFTReal, sailed<&SailedNumbers::fuel_t>},
    Column{"sailed_risk", OFTReal, sailed<&SailedNumbers::risk>},
    Column{"sailed_cost", OFTReal, sailed<&SailedNumbers::cost>},
    Column{"sailed_min_rio", OFTReal, sailed<&SailedNumbers::min_rio>},
    Column{"sailed_violations", OFTString,
           [](const RouteRecord& r) {
               return r.sailed ? Cell(fmt::format("{}", fmt::join(r.sailed->violations, "; ")))
                               : Cell();
           }},
    Column{"cause", OFTString,
           [](const RouteRecord& r) { return r.failure ? Cell(r.failure->cause) : Cell(); }},
    Column{"reason", OFTString,
           [](const RouteRecord& r) { return r.failure ? Cell(r.failure->reason) : Cell(); }},
    Column{"stopped_latitude", OFTReal,
           [](const RouteRecord& r) {
               return r.failure && r.failure->position ? Cell(r.failure->position->latitude_deg())
                                                       : Cell();
           }},
    Column{"stopped_longitude", OFTReal,
           [](const RouteRecord& r) {
               return r.failure && r.failure->position ? Cell(r.failure->position->longitude_deg())
                                                       : Cell();
           }},
    Column{"stopped_time", OFTString,
           [](const RouteRecord& r) { return r.failure ? time_cell(r.failure->time) : Cell(); }},
    Column{"remaining_nmi", OFTReal,
           [](const RouteRecord& r) {
               return r.failure ? optional_cell(r.failure->remaining_nmi) : Cell();
           }},
    Column{
        "findings", OFTString,
        [](const RouteRecord& r) { return Cell(fmt::format("{}", fmt::join(r.findings, "; "))); }},
};

std::string csv_cell(const Cell& cell) {
    struct Words {
        std::string operator()(std::monostate) const { return ""; }
        std::string operator()(std::int64_t value) const { return fmt::format("{}", value); }
        std::string operator()(double value) const { return fmt::format("{}", value); }
        std::string operator()(const std::string& value) const { return csv_field(value); }
    };
    return std::visit(Words{}, cell);
}

void set(OGRFeature& feature, const char* column, const Cell& cell) {
    if (const auto* whole = std::get_if<std::int64_t>(&cell)) {
        feature.SetField(column, static_cast<GIntBig>(*whole));
    } else if (const auto* real = std::get_if<double>(&cell)) {
        feature.SetField(column, *real);
    } else if (const auto* words = std::get_if<std::string>(&cell)) {
        feature.SetField(column, words->c_str());
    }
}

void add_columns(LayerWriter& layer) {
    for (const auto& column : columns) {
        layer.column(column.name, column.type);
    }
}

void fill(OGRFeature& feature, const RouteRecord& record) {
    for (const auto& column : columns) {
        set(feature, column.name, column.of(record));
    }
}

} // namespace

std::string route_record_csv(const std::vector<RouteRecord>& records) {
    std::string csv;
    for (const auto& column : columns) {
        csv += (csv.empty() ? "" : ",") + std::string(column.name);
    }
    csv += '\n';
    for (const auto& record : records) {
        bool first = true;
        for (const auto& column : columns) {
            csv += first ? "" : ",";
            csv += csv_cell(column.of(record));
            first = false;
        }
        csv += '\n';
    }
    return csv;
}

std::string route_record_geopackage(const std::vector<RouteRecord>& records,
                                    const std::string& name) {
    return geopackage_bytes(name, [&](GDALDataset& dataset, const GdalSession& gdal) {
        LayerWriter routes(dataset, "routes", wkbMultiLineString, gdal, name);
        add_columns(routes);
        for (const auto& record : records) {
            if (record.line.size() >= 2) {
                const auto line = line_geometry(record.line);
                routes.row(&line, [&](OGRFeature& feature) { fill(feature, record); });
            }
        }
        LayerWriter failures(dataset, "failures", wkbPoint, gdal, name);
        add_columns(failures);
        for (const auto& record : records) {
            if (!record.failure) {
                continue;
            }
            std::optional<OGRPoint> place;
            if (record.failure->position) {
                place = point_geometry(*record.failure->position);
            }
            failures.row(place ? &*place : nullptr,
                         [&](OGRFeature& feature) { fill(feature, record); });
        }
    });
}

} // namespace fairlead::io

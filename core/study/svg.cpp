// SPDX-License-Identifier: Apache-2.0
#include "core/study/svg.hpp"

#include "core/base/text_layout.hpp"

#include <fmt/format.h>

#include <cmath>

namespace fairlead::study {
namespace {

constexpr double mean_letter_width = 0.62; ///< of the font's size; sans serif fonts, mixed text

} // namespace

std::string escaped(std::string_view text) {
    std::string safe;
    for (const char letter : text) {
        switch (letter) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        case '"':
            safe += "&quot;";
            break;
        default:
            safe += static_cast<unsigned char>(letter) < 0x20 ? ' ' : letter;
        }
    }
    return safe;
}

std::string short_number(double value) {
    auto text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.') {
        text.pop_back();
    }
    return text == "-0" ? "0" : text;
}

Svg::Svg(double width, double height, std::string_view title)
    : width_(width), height_(height), title_(title) {}

void Svg::line(double x0, double y0, double x1, double y1, std::string_view attributes) {
    body_ += fmt::format("<line x1=\"{}\" y1=\"{}\" x2=\"{}\" y2=\"{}\" {}/>\n", short_number(x0),
                         short_number(y0), short_number(x1), short_number(y1), attributes);
}

void Svg::rect(double x, double y, double width, double height, std::string_view attributes) {
    body_ +=
        fmt::format("<rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\" {}/>\n", short_number(x),
                    short_number(y), short_number(width), short_number(height), attributes);
}

void Svg::circle(double x, double y, double radius, std::string_view attributes) {
    body_ += fmt::format("<circle cx=\"{}\" cy=\"{}\" r=\"{}\" {}/>\n", short_number(x),
                         short_number(y), short_number(radius), attributes);
}

void Svg::path(std::string_view d, std::string_view attributes) {
    if (!d.empty()) {
        body_ += fmt::format("<path d=\"{}\" {}/>\n", d, attributes);
    }
}

void Svg::text(double x, double y, std::string_view text, std::string_view attributes) {
    body_ += fmt::format("<text x=\"{}\" y=\"{}\" {}>{}</text>\n", short_number(x), short_number(y),
                         attributes, escaped(text));
}

std::string Svg::str() const {
    return fmt::format("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{0}\" height=\"{1}\" "
                       "viewBox=\"0 0 {0} {1}\" role=\"img\" font-family=\"Helvetica, Arial, "
                       "'Liberation Sans', 'DejaVu Sans', sans-serif\" font-size=\"11\" "
                       "fill=\"#222\">\n<title>{2}</title>\n{3}</svg>\n",
                       short_number(width_), short_number(height_), escaped(title_), body_);
}

double text_width_px(std::string_view text, double font_px) {
    return static_cast<double>(display_width(text)) * mean_letter_width * font_px;
}

std::string fitted(std::string_view text, double width_px, double font_px) {
    if (text_width_px(text, font_px) <= width_px) {
        return std::string(text);
    }
    const double ellipsis_px = font_px;
    std::string shown(text);
    while (!shown.empty() && text_width_px(shown, font_px) + ellipsis_px > width_px) {
        // A code point goes with all its bytes.
        while ((static_cast<unsigned char>(shown.back()) & 0xC0) == 0x80) {
            shown.pop_back();
        }
        shown.pop_back();
    }
    return shown + "…";
}

} // namespace fairlead::study

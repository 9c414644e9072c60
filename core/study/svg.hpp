// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Drawings as text: SVG that stands in a page as well as in a file of its own.
/// Source: W3C, Scalable Vector Graphics (SVG) 1.1, second edition (2011).

#include <string>
#include <string_view>

namespace fairlead::study {

/// `&`, `<`, `>` and `"` as entities; control characters become spaces.
[[nodiscard]] std::string escaped(std::string_view text);

/// Two decimals at most, none where they are zero: `12.5`, `-3`, `0`.
[[nodiscard]] std::string short_number(double value);

/// Attributes are given as they are written: `fill="#333" stroke="none"`.
class Svg {
  public:
    /// @param title read aloud, and shown by the pointer.
    Svg(double width, double height, std::string_view title);

    void line(double x0, double y0, double x1, double y1, std::string_view attributes);
    void rect(double x, double y, double width, double height, std::string_view attributes);
    void circle(double x, double y, double radius, std::string_view attributes);
    /// @param d path data.
    void path(std::string_view d, std::string_view attributes);
    /// On its baseline. @param attributes may hold `text-anchor`.
    void text(double x, double y, std::string_view text, std::string_view attributes = {});
    /// Anything else, as it is written.
    void raw(std::string_view element) { body_ += element; }

    /// For drawings whose size shows when they are done.
    void resize(double width, double height) {
        width_ = width;
        height_ = height;
    }
    [[nodiscard]] std::string str() const;

  private:
    double width_;
    double height_;
    std::string title_;
    std::string body_;
};

/// Width of a text as drawn, rather too much than too little.
[[nodiscard]] double text_width_px(std::string_view text, double font_px);
/// The text, or its beginning with an ellipsis where it is wider.
[[nodiscard]] std::string fitted(std::string_view text, double width_px, double font_px);

} // namespace fairlead::study

// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// Strong types for the quantities of navigation. One private double each (SI; degrees for
/// angles, because 90 and 180 are exact there), named factories, named readers, order and
/// linear arithmetic; nothing converts by itself. Products that make sense are free functions.
/// Sources of the factors: SI brochure, 9th edition, table 8 (nautical mile 1852 m, knot
/// 1852/3600 m/s).

#include <compare>
#include <numbers>

namespace fairlead {

inline constexpr double metres_per_nautical_mile = 1852.0;
inline constexpr double metres_per_degree = 60.0 * metres_per_nautical_mile; ///< of latitude
inline constexpr double seconds_per_hour = 3600.0;
inline constexpr double radians_per_degree = std::numbers::pi / 180.0;
inline constexpr double mps_per_knot = metres_per_nautical_mile / seconds_per_hour;

namespace detail {
/// Order and linear arithmetic for a quantity Q with one private double.
template <class Q>
class Quantity {
  public:
    friend constexpr auto operator<=>(const Q& a, const Q& b) noexcept {
        return a.base_value() <=> b.base_value();
    }
    friend constexpr bool operator==(const Q& a, const Q& b) noexcept {
        return a.base_value() == b.base_value();
    }
    friend constexpr Q operator+(Q a, Q b) noexcept {
        return make(a.base_value() + b.base_value());
    }
    friend constexpr Q operator-(Q a, Q b) noexcept {
        return make(a.base_value() - b.base_value());
    }
    friend constexpr Q operator-(Q a) noexcept { return make(-a.base_value()); }
    friend constexpr Q operator*(Q a, double k) noexcept { return make(a.base_value() * k); }
    friend constexpr Q operator*(double k, Q a) noexcept { return make(a.base_value() * k); }
    friend constexpr Q operator/(Q a, double k) noexcept { return make(a.base_value() / k); }
    friend constexpr double operator/(Q a, Q b) noexcept { return a.base_value() / b.base_value(); }
    constexpr Q& operator+=(Q b) noexcept {
        value_ += b.base_value();
        return static_cast<Q&>(*this);
    }
    constexpr Q& operator-=(Q b) noexcept {
        value_ -= b.base_value();
        return static_cast<Q&>(*this);
    }

  protected:
    constexpr Quantity() noexcept = default;
    constexpr explicit Quantity(double value) noexcept : value_(value) {}
    [[nodiscard]] constexpr double base_value() const noexcept { return value_; }
    [[nodiscard]] static constexpr Q make(double value) noexcept {
        Q q;
        static_cast<Quantity&>(q).value_ = value;
        return q;
    }

  private:
    double value_ = 0.0;
};
} // namespace detail

/// A length along a line, a depth or a thickness.
class Length : public detail::Quantity<Length> {
  public:
    constexpr Length() noexcept = default;
    [[nodiscard]] static constexpr Length metres(double m) noexcept { return make(m); }
    [[nodiscard]] static constexpr Length kilometres(double km) noexcept {
        return make(km * 1000.0);
    }
    [[nodiscard]] static constexpr Length nautical_miles(double nmi) noexcept {
        return make(nmi * metres_per_nautical_mile);
    }
    [[nodiscard]] constexpr double in_metres() const noexcept { return base_value(); }
    [[nodiscard]] constexpr double in_kilometres() const noexcept { return base_value() / 1000.0; }
    [[nodiscard]] constexpr double in_nautical_miles() const noexcept {
        return base_value() / metres_per_nautical_mile;
    }
};

/// An elapsed time; instants are in time.hpp.
class Duration : public detail::Quantity<Duration> {
  public:
    constexpr Duration() noexcept = default;
    [[nodiscard]] static constexpr Duration seconds(double s) noexcept { return make(s); }
    [[nodiscard]] static constexpr Duration hours(double h) noexcept {
        return make(h * seconds_per_hour);
    }
    [[nodiscard]] constexpr double in_seconds() const noexcept { return base_value(); }
    [[nodiscard]] constexpr double in_hours() const noexcept {
        return base_value() / seconds_per_hour;
    }
};

class Speed : public detail::Quantity<Speed> {
  public:
    constexpr Speed() noexcept = default;
    [[nodiscard]] static constexpr Speed metres_per_second(double mps) noexcept {
        return make(mps);
    }
    [[nodiscard]] static constexpr Speed knots(double kn) noexcept {
        return make(kn * mps_per_knot);
    }
    [[nodiscard]] constexpr double in_metres_per_second() const noexcept { return base_value(); }
    [[nodiscard]] constexpr double in_knots() const noexcept { return base_value() / mps_per_knot; }
};

/// A turn or difference of directions.
class Angle : public detail::Quantity<Angle> {
  public:
    constexpr Angle() noexcept = default;
    [[nodiscard]] static constexpr Angle degrees(double deg) noexcept { return make(deg); }
    [[nodiscard]] constexpr double in_degrees() const noexcept { return base_value(); }
};

class Mass : public detail::Quantity<Mass> {
  public:
    constexpr Mass() noexcept = default;
    [[nodiscard]] static constexpr Mass tonnes(double t) noexcept { return make(t * 1000.0); }
    [[nodiscard]] static constexpr Mass kilograms(double kg) noexcept { return make(kg); }
    [[nodiscard]] constexpr double in_tonnes() const noexcept { return base_value() / 1000.0; }
    [[nodiscard]] constexpr double in_kilograms() const noexcept { return base_value(); }
};

class Power : public detail::Quantity<Power> {
  public:
    constexpr Power() noexcept = default;
    [[nodiscard]] static constexpr Power kilowatts(double kw) noexcept { return make(kw * 1000.0); }
    [[nodiscard]] constexpr double in_kilowatts() const noexcept { return base_value() / 1000.0; }
};

[[nodiscard]] constexpr Length operator*(Speed v, Duration t) noexcept {
    return Length::metres(v.in_metres_per_second() * t.in_seconds());
}
/// @pre v is not zero.
[[nodiscard]] constexpr Duration operator/(Length d, Speed v) noexcept {
    return Duration::seconds(d.in_metres() / v.in_metres_per_second());
}
[[nodiscard]] constexpr Speed operator/(Length d, Duration t) noexcept {
    return Speed::metres_per_second(d.in_metres() / t.in_seconds());
}

} // namespace fairlead

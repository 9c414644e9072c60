// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// An arithmetic expression over named values, as muParser reads it: + - * / ^, comparisons,
/// && || !, c ? a : b, and functions such as min, max, abs, sqrt, exp and log.
/// Source: muParser 2.3, https://beltoforion.de/en/muparser/.

#include <cstddef>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <vector>

namespace fairlead::cost {

/// Immutable; safe from any thread. Copies share what was parsed.
class Formula {
  public:
    /// @param text   the expression.
    /// @param what   names it in errors: "--cost-model", "harbour.toml: per_hour".
    /// @param names  variables that it may use.
    /// @throws Error (malformed) in one sentence with the position of the mistake, counted from 1.
    Formula(const std::string& text, const std::string& what, const std::vector<std::string>& names,
            const std::map<std::string, double>& constants);

    /// Those of `names` that it uses, in their order.
    [[nodiscard]] const std::vector<std::string>& variables() const noexcept { return variables_; }

    /// @param inputs one array per variable, each as long as the result.
    /// @throws Error (invalid_argument) where it cannot be computed.
    void evaluate(std::span<const double* const> inputs, std::span<double> result) const;

  private:
    class Parsers;

    std::vector<std::string> variables_;
    std::shared_ptr<Parsers> parsers_;
};

} // namespace fairlead::cost

// SPDX-License-Identifier: Apache-2.0
#include "core/cost/formula.hpp"

#include "core/base/contract.hpp"
#include "core/base/error.hpp"
#include "core/base/text.hpp"

#include <fmt/format.h>
#include <muParser.h>

#include <algorithm>
#include <mutex>
#include <utility>

namespace fairlead::cost {
namespace {

/// Layers that users name have a point in their names.
constexpr const char* name_characters =
    "0123456789_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.";

/// muParser would let a formula assign to its inputs.
void refuse_assignment(const std::string& text, const std::string& what) {
    constexpr std::string_view before_equals = "=<>!";
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool ends_comparison =
            text[i] == '=' && i > 0 && before_equals.find(text[i - 1]) != std::string_view::npos;
        const bool begins_comparison = text[i] == '=' && i + 1 < text.size() && text[i + 1] == '=';
        if (text[i] == '=' && !ends_comparison && !begins_comparison) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{} '{}': '=' at character {} assigns; to compare, write ==",
                                    what, text, i + 1));
        }
    }
}

/// What muParser found wrong, with the position of the mistake.
std::string sentence(const mu::Parser::exception_type& error, const std::string& text,
                     const std::string& what, std::vector<std::string> known) {
    const auto position = std::clamp(error.GetPos() + 1, 1, static_cast<int>(text.size()) + 1);
    const std::string& token = error.GetToken();
    if (error.GetCode() == mu::ecUNASSIGNABLE_TOKEN && !token.empty()) {
        const auto meant = closest(token, known);
        std::sort(known.begin(), known.end());
        return fmt::format("{} '{}': '{}' at character {} is not known; {}", what, text, token,
                           position,
                           meant ? fmt::format("did you mean {}?", *meant)
                                 : fmt::format("known are {}", fmt::join(known, ", ")));
    }
    auto reason = error.GetMsg();
    reason.erase(std::min(reason.find(" at position"), reason.size()));
    while (!reason.empty() && (reason.back() == '.' || reason.back() == '\n')) {
        reason.pop_back();
    }
    return fmt::format("{} '{}': character {}: {}", what, text, position, reason);
}

} // namespace

/// A parser is for one thread at a time: those not in use wait here.
class Formula::Parsers {
  public:
    struct Parser {
        mu::Parser mu;
        std::vector<double> values; ///< its variables
    };

    Parsers(std::string text, std::string what, std::map<std::string, double> constants)
        : text_(std::move(text)), what_(std::move(what)), constants_(std::move(constants)) {}

    /// With these variables; not parsed yet.
    [[nodiscard]] std::unique_ptr<Parser> make(const std::vector<std::string>& variables) const {
        auto parser = std::make_unique<Parser>();
        parser->values.assign(variables.size(), 1.0);
        parser->mu.DefineNameChars(name_characters);
        for (const auto& [name, value] : constants_) {
            parser->mu.DefineConst(name, value);
        }
        for (std::size_t i = 0; i < variables.size(); ++i) {
            parser->mu.DefineVar(variables[i], &parser->values[i]);
        }
        parser->mu.SetExpr(text_);
        return parser;
    }

    [[nodiscard]] std::unique_ptr<Parser> take(const std::vector<std::string>& variables) {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                auto parser = std::move(idle_.back());
                idle_.pop_back();
                return parser;
            }
        }
        return make(variables);
    }
    void give_back(std::unique_ptr<Parser> parser) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(parser));
    }

    [[nodiscard]] std::string sentence_of(const mu::Parser::exception_type& error) const {
        return sentence(error, text_, what_, {});
    }

  private:
    std::string text_;
    std::string what_;
    std::map<std::string, double> constants_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<Parser>> idle_;
};

Formula::Formula(const std::string& text, const std::string& what,
                 const std::vector<std::string>& names,
                 const std::map<std::string, double>& constants)
    : parsers_(std::make_shared<Parsers>(text, what, constants)) {
    refuse_assignment(text, what);
    auto known = names;
    for (const auto& [name, value] : constants) {
        known.push_back(name);
    }
    try {
        const auto parser = parsers_->make(names);
        parser->mu.Eval();
        if (parser->mu.GetNumResults() != 1) {
            throw Error(ErrorCode::malformed,
                        fmt::format("{} '{}': a comma outside a function's arguments makes {} "
                                    "values of one; write decimals with a point",
                                    what, text, parser->mu.GetNumResults()));
        }
        for (const auto& [name, place] : parser->mu.GetUsedVar()) {
            variables_.push_back(name);
        }
    } catch (const mu::Parser::exception_type& error) {
        throw Error(ErrorCode::malformed, sentence(error, text, what, known));
    }
    const auto rank = [&names](const std::string& name) {
        return std::find(names.begin(), names.end(), name);
    };
    std::sort(variables_.begin(), variables_.end(),
              [&](const std::string& a, const std::string& b) { return rank(a) < rank(b); });
}

void Formula::evaluate(std::span<const double* const> inputs, std::span<double> result) const {
    FAIRLEAD_EXPECTS(inputs.size() == variables_.size());
    auto parser = parsers_->take(variables_);
    try {
        for (std::size_t i = 0; i < result.size(); ++i) {
            for (std::size_t v = 0; v < inputs.size(); ++v) {
                parser->values[v] = inputs[v][i];
            }
            result[i] = parser->mu.Eval();
        }
    } catch (const mu::Parser::exception_type& error) {
        throw Error(ErrorCode::invalid_argument, parsers_->sentence_of(error));
    }
    parsers_->give_back(std::move(parser));
}

} // namespace fairlead::cost

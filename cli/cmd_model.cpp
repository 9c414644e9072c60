// SPDX-License-Identifier: Apache-2.0
#include "cli/commands.hpp"
#include "cli/option_table.hpp"
#include "core/base/text_layout.hpp"
#include "core/cost/model_check.hpp"
#include "core/io/cost_model_file.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace fairlead::cli {
namespace {

using Verdict = cost::CheckOutcome::Verdict;

const char* word(Verdict verdict) noexcept {
    switch (verdict) {
    case Verdict::passed:
        return "passed";
    case Verdict::failed:
        return "FAILED";
    case Verdict::skipped:
        break;
    }
    return "skipped";
}

std::string card_text(const cost::ModelCard& card) {
    std::string text = wrapped(cost::describe(card)) + "\n";
    text += fmt::format("  Unit     {}\n", card.unit);
    std::string inputs;
    for (const auto& input : card.inputs) {
        inputs += fmt::format("{}{} ({})", inputs.empty() ? "" : ", ", cost::name(input),
                              cost::unit(input));
    }
    text += wrapped(inputs.empty() ? "none" : inputs, "  Inputs   ");
    return text + "\n";
}

class ModelCommand final : public Command {
  public:
    std::string_view name() const noexcept override { return "model"; }
    std::string_view summary() const noexcept override {
        return "Checks a cost model of your own before it plans.";
    }

    void define(OptionTable& table) override {
        table.argument("check", action_, "What to do with the model; there is one thing.")
            .one_of({"check"})
            .required();
        table
            .argument("FORMULA|FILE", model_,
                      "A formula, a file of formulas (.toml) or a shared library (.so), as for "
                      "plan --cost-model.")
            .required();
        table.footer(R"(
Tries the model on conditions spread over all that ships meet and says of each demand whether it
holds, and where not. The exit code is 5 if one does not. docs/cost-models.md explains the checks.

Examples:
  fairlead model check bunker.toml
  fairlead model check ./wave_care.so
  fairlead model check '850*time_h + 620*fuel_t')");
    }

    ExitCode execute(const Progress& /*progress*/) override {
        const auto model = io::find_cost_model(model_, "model check");
        const auto outcomes = cost::check_model(*model);
        TextTable table({{"Check", "", TextTable::Align::left},
                         {"Result", "", TextTable::Align::left},
                         {"The model", "", TextTable::Align::left}});
        std::string details;
        for (const auto& outcome : outcomes) {
            table.add_row({outcome.check, word(outcome.verdict), outcome.demands});
            if (!outcome.detail.empty()) {
                details += wrapped(fmt::format("{}: {}", outcome.check, outcome.detail), "  ");
            }
        }
        print(card_text(model->card()) + table.text() + "\n" + details);
        const bool any_failed =
            std::any_of(outcomes.begin(), outcomes.end(),
                        [](const auto& outcome) { return outcome.verdict == Verdict::failed; });
        return any_failed ? ExitCode::findings : ExitCode::ok;
    }

  private:
    std::string action_;
    std::string model_;
};

} // namespace

std::unique_ptr<Command> make_model_command() {
    return std::make_unique<ModelCommand>();
}

} // namespace fairlead::cli

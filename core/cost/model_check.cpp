// SPDX-License-Identifier: Apache-2.0
#include "core/cost/model_check.hpp"

#include "core/base/error.hpp"
#include "core/base/stopwatch.hpp"
#include "core/base/units.hpp"
#include "core/cost/model_probes.hpp"
#include "core/cost/model_rate.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <optional>
#include <thread>

namespace fairlead::cost {
namespace {

constexpr std::size_t probe_count = 2048;
constexpr std::size_t thread_count = 4;
constexpr int thread_rounds = 4;
/// Rates may differ by so much of themselves and still count as equal or as not falling.
constexpr double noise = 1e-9;

using Verdict = CheckOutcome::Verdict;
/// Why a check failed; nothing if it passed.
using Fault = std::optional<std::string>;

bool is_usable(double rate) noexcept {
    return std::isfinite(rate) && rate >= 0.0;
}

class Kit {
  public:
    Kit(const CostModel& model, const CheckOptions& options)
        : model_(model), options_(options), probes_(make_probes(model.card().inputs, probe_count)) {
    }

    std::vector<CheckOutcome> run() {
        add("card", "says its name, version and unit", card());
        add("answers", "answers without failing", answers());
        const bool silent = !rates_;
        add("finite", "gives finite rates",
            silent ? skip("answers") : each_rate([](double rate) { return std::isfinite(rate); }));
        add("not_negative", "gives rates that are not negative",
            silent ? skip("answers") : each_rate([](double rate) { return !(rate < 0.0); }));
        add("order", "gives the same rates whatever else is asked, and when",
            silent ? skip("answers") : order());
        const bool shifty = silent || failed("order");
        const char* const before = silent ? "answers" : "order";
        add("threads", "is safe from several threads", shifty ? skip(before) : threads());
        add("monotone_in_ice", "never gets cheaper with more ice, as it claims",
            shifty ? skip(before) : monotone_in_ice());
        add("waiting", "says what an hour of waiting costs", silent ? skip("answers") : waiting());
        add("first_in_first_out", "never makes it pay to have come later",
            shifty ? skip(before) : first_in_first_out());
        add("speed",
            fmt::format("takes at most {:g} ns for a set of conditions", options_.slowest_ns),
            silent ? skip("answers") : speed());
        return std::move(outcomes_);
    }

  private:
    struct Skipped {
        std::string why;
    };
    struct Passed {
        std::string figure;
    };
    struct Result {
        Verdict verdict = Verdict::passed;
        std::string detail;

        Result(const Fault& fault) // NOLINT(google-explicit-constructor): checks return faults
            : verdict(fault ? Verdict::failed : Verdict::passed), detail(fault.value_or("")) {}
        Result(Skipped skipped) // NOLINT(google-explicit-constructor)
            : verdict(Verdict::skipped), detail(std::move(skipped.why)) {}
        Result(Passed passed) // NOLINT(google-explicit-constructor)
            : detail(std::move(passed.figure)) {}
    };

    static Result skip(const char* earlier) {
        return Skipped{fmt::format("cannot be judged: '{}' failed", earlier)};
    }

    void add(std::string check, std::string demands, Result result) {
        outcomes_.push_back(
            {std::move(check), std::move(demands), result.verdict, std::move(result.detail)});
    }

    [[nodiscard]] bool failed(std::string_view check) const {
        return std::any_of(outcomes_.begin(), outcomes_.end(), [&](const CheckOutcome& outcome) {
            return outcome.check == check && outcome.verdict == Verdict::failed;
        });
    }

    [[nodiscard]] std::string conditions(std::span<const double> row) const {
        return values_text(model_.card().inputs, row);
    }

    [[nodiscard]] Fault card() const {
        const auto& card = model_.card();
        if (card.name == card.source) {
            return std::nullopt; // a formula by itself, which is its own name and version
        }
        const auto is_missing = [](const std::string& text) { return text.empty(); };
        if (is_missing(card.name) || is_missing(card.version) || is_missing(card.unit)) {
            return fmt::format("it gives no {}", is_missing(card.name)      ? "name"
                                                 : is_missing(card.version) ? "version"
                                                                            : "unit");
        }
        return std::nullopt;
    }

    Fault answers() {
        try {
            rates_ = rates_of(model_, probes_);
        } catch (const Error& error) {
            return error.what();
        }
        return std::nullopt;
    }

    [[nodiscard]] Fault each_rate(const std::function<bool(double)>& is_right) const {
        for (std::size_t i = 0; i < probes_.count; ++i) {
            for (const auto& [rate, per] : {std::pair{rates_->per_hour[i], "per hour"},
                                            std::pair{rates_->per_nmi[i], "per nautical mile"}}) {
                if (!is_right(rate)) {
                    return fmt::format("{:g} {} for {}", rate, per, conditions(probes_.row(i)));
                }
            }
        }
        return std::nullopt;
    }

    /// One after the other from the last, and in blocks of odd sizes.
    [[nodiscard]] Fault order() const {
        for (const std::size_t block : {std::size_t{1}, std::size_t{37}, probes_.count}) {
            for (std::size_t end = probes_.count; end > 0;) {
                const std::size_t count = std::min(block, end);
                end -= count;
                if (auto fault = differs(rates_of(model_, probes_, end, count), end)) {
                    return fmt::format("{}, asked {} at a time in another order", *fault, block);
                }
            }
        }
        return std::nullopt;
    }

    /// Where rates asked from a probe on are not what they were at first.
    [[nodiscard]] Fault differs(const Rates& rates, std::size_t from) const {
        const auto is_same = [](double a, double b) { return a == b || (a != a && b != b); };
        for (std::size_t i = 0; i < rates.per_hour.size(); ++i) {
            const double first = rates_->per_hour[from + i];
            const double first_nmi = rates_->per_nmi[from + i];
            if (!is_same(rates.per_hour[i], first) || !is_same(rates.per_nmi[i], first_nmi)) {
                return fmt::format(
                    "{:g} per hour and {:g} per nautical mile, before {:g} and {:g}, "
                    "for {}",
                    rates.per_hour[i], rates.per_nmi[i], first, first_nmi,
                    conditions(probes_.row(from + i)));
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] Fault threads() const {
        std::vector<Fault> faults(thread_count);
        {
            std::vector<std::jthread> workers;
            for (std::size_t t = 0; t < thread_count; ++t) {
                workers.emplace_back([this, t, &faults] { faults[t] = threads_part(t); });
            }
        }
        const auto found = std::find_if(faults.begin(), faults.end(),
                                        [](const Fault& fault) { return fault.has_value(); });
        return found == faults.end() ? std::nullopt : *found;
    }

    /// Each thread begins elsewhere, so that they ask for different conditions at a time.
    [[nodiscard]] Fault threads_part(std::size_t thread) const {
        constexpr std::size_t block = probe_count / 16;
        try {
            for (int round = 0; round < thread_rounds; ++round) {
                for (std::size_t k = 0; k < 16; ++k) {
                    const std::size_t from = (k + thread * 4) % 16 * block;
                    if (auto fault = differs(rates_of(model_, probes_, from, block), from)) {
                        return fmt::format("{}, with {} threads asking", *fault, thread_count);
                    }
                }
            }
        } catch (const Error& error) {
            return fmt::format("{}, with {} threads asking", error.what(), thread_count);
        }
        return std::nullopt;
    }

    /// What an hour costs at the speed over ground among the probes, or at 10 kn.
    [[nodiscard]] static double an_hour(const Rates& rates, std::size_t at) noexcept {
        constexpr double usual_kn = 10.0;
        return rates.per_hour[at] + usual_kn * rates.per_nmi[at];
    }

    [[nodiscard]] Result monotone_in_ice() const {
        if (!model_.card().claims_monotone_in_ice) {
            return Skipped{"it does not claim that"};
        }
        const auto& inputs = model_.card().inputs;
        for (std::size_t i = 0; i < inputs.size(); ++i) {
            if (inputs[i] != layer_input(env::Variable::sea_ice_concentration) &&
                inputs[i] != layer_input(env::Variable::sea_ice_thickness)) {
                continue;
            }
            auto more = probes_;
            const double greatest = range_of(inputs[i]).greatest;
            for (std::size_t k = 0; k < more.count; ++k) {
                const double share = 1.0 / static_cast<double>(2 + k % 10);
                more.values[i][k] = std::lerp(more.values[i][k], greatest, share);
            }
            const auto rates = rates_of(model_, more);
            for (std::size_t k = 0; k < more.count; ++k) {
                const double less_ice = an_hour(*rates_, k);
                const double more_ice = an_hour(rates, k);
                if (is_usable(less_ice) && is_usable(more_ice) &&
                    more_ice < less_ice * (1.0 - noise)) {
                    return Fault(fmt::format("{:g} for {}, but {:g} with {}={:g}", less_ice,
                                             conditions(probes_.row(k)), more_ice, name(inputs[i]),
                                             more.values[i][k]));
                }
            }
        }
        return Fault();
    }

    [[nodiscard]] Result waiting() const {
        const auto& card = model_.card();
        if (card.waiting_per_h) {
            return Passed{fmt::format("{:g} an hour, as it says", *card.waiting_per_h)};
        }
        const auto asked = std::find_if_not(card.inputs.begin(), card.inputs.end(),
                                            [](const auto& one) { return has_value_at_rest(one); });
        if (asked != card.inputs.end()) {
            return Fault(fmt::format("it asks for {}, of which no value is that of a ship at rest: "
                                     "it must say waiting_per_hour",
                                     name(*asked)));
        }
        try {
            return Passed{fmt::format("{:g} an hour for a ship that burns nothing",
                                      waiting_rate_per_h(model_, Transit{}))};
        } catch (const Error& error) {
            return Fault(error.what());
        }
    }

    /// A stretch of an hour, begun now, or after a wait.
    [[nodiscard]] Result first_in_first_out() const {
        const auto& card = model_.card();
        const auto time =
            std::find(card.inputs.begin(), card.inputs.end(), ModelInput{Quantity::time_s});
        if (time == card.inputs.end()) {
            return Passed{"time is not among its inputs"};
        }
        if (!card.waiting_per_h) {
            return Skipped{"it does not say what waiting costs"};
        }
        constexpr double longest_wait_h = 6.0;
        const auto index = static_cast<std::size_t>(time - card.inputs.begin());
        auto later = probes_;
        std::vector<double> waits_h;
        for (std::size_t k = 0; k < later.count; ++k) {
            waits_h.push_back(longest_wait_h / static_cast<double>(1 + k % 24));
            later.values[index][k] += waits_h[k] * seconds_per_hour;
        }
        const auto rates = rates_of(model_, later);
        for (std::size_t k = 0; k < later.count; ++k) {
            const double now = an_hour(*rates_, k);
            const double then = an_hour(rates, k) + waits_h[k] * *card.waiting_per_h;
            if (is_usable(now) && is_usable(then) && then < now * (1.0 - noise)) {
                return Fault(fmt::format("an hour costs {:g} for {}, but {:g} with a wait of "
                                         "{:.2f} h before it: a plan cannot prove that it is best",
                                         now, conditions(probes_.row(k)), then, waits_h[k]));
            }
        }
        return Fault();
    }

    [[nodiscard]] Result speed() const {
        double best_ns = HUGE_VAL;
        for (int round = 0; round < 3; ++round) {
            const Stopwatch watch;
            (void)rates_of(model_, probes_);
            best_ns =
                std::min(best_ns, watch.elapsed_ms() * 1e6 / static_cast<double>(probes_.count));
        }
        const auto figure = fmt::format("{:.0f} ns", best_ns);
        return best_ns > options_.slowest_ns ? Result(Fault(figure)) : Result(Passed{figure});
    }

    const CostModel& model_;
    CheckOptions options_;
    Probes probes_;
    std::optional<Rates> rates_; ///< none: the model fails
    std::vector<CheckOutcome> outcomes_;
};

} // namespace

std::vector<CheckOutcome> check_model(const CostModel& model, const CheckOptions& options) {
    return Kit(model, options).run();
}

} // namespace fairlead::cost

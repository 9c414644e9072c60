// SPDX-License-Identifier: Apache-2.0
// Libraries that are wrong in one way each; which one, is FAIRLEAD_BROKEN.
#include <fairlead/model.h>

#include <atomic>
#include <cmath>
#include <limits>
#include <stdexcept>
#include <string_view>
#include <thread>

namespace {

constexpr std::string_view broken = FAIRLEAD_BROKEN;

double rate(double speed_kn, double concentration) { // or what stands in its place
    static std::atomic<long> calls = 0;
    if (broken == "throws") {
        throw std::runtime_error("the tide table is lost");
    }
    if (broken == "negative") {
        return concentration > 0.5 ? -1.0 : 1.0;
    }
    if (broken == "not_finite") {
        return concentration > 0.5 ? std::numeric_limits<double>::infinity() : 1.0;
    }
    if (broken == "not_monotone") {
        return 2.0 - concentration;
    }
    if (broken == "cheaper_later") { // each day begins dear
        constexpr double day_s = 86400.0;
        return 100.0 - 90.0 * std::fmod(concentration, day_s) / day_s;
    }
    if (broken == "remembers") {
        return 1.0 + static_cast<double>(++calls % 7);
    }
    return 1.0 + 0.1 * speed_kn + concentration;
}

/// Shared by all threads, as in a careless model; no race for the compiler's eyes, but one all the
/// same.
std::atomic<double>& scratch() {
    static std::atomic<double> value = 0.0;
    return value;
}

int rates(void* /*context*/, const double* const* inputs, size_t count, double* per_hour,
          double* /*per_nm*/, char* error, size_t error_size) {
    if (broken == "fails") {
        constexpr std::string_view reason = "no licence";
        for (size_t i = 0; i <= reason.size() && i < error_size; ++i) {
            error[i] = i < reason.size() ? reason[i] : '\0';
        }
        return 3;
    }
    for (size_t i = 0; i < count; ++i) {
        if (broken == "shares") {
            auto& shared = scratch();
            shared = inputs[0][i];
            std::this_thread::yield();
            per_hour[i] = 1.0 + shared;
        } else if (broken == "depends_on_neighbours") {
            per_hour[i] = rate(inputs[0][i], inputs[1][i]) + (i > 0 ? inputs[1][i - 1] : 0.0);
        } else if (broken == "slow") {
            double sum = 0.0;
            for (int k = 1; k < 20'000; ++k) {
                sum += std::sqrt(static_cast<double>(k) + inputs[0][i]);
            }
            per_hour[i] = 1.0 + sum * 1e-9;
        } else {
            per_hour[i] = rate(inputs[0][i], inputs[1][i]);
        }
    }
    return 0;
}

const char* const inputs[] = {broken == "unknown_input" ? "sped_kn" : "speed_kn",
                              broken == "cheaper_later" ? "time_s"
                              : broken == "no_waiting"  ? "significant_wave_height"
                                                        : "sea_ice_concentration",
                              nullptr};

const fairlead_cost_model model{broken == "other_abi" ? 99 : FAIRLEAD_MODEL_ABI,
                                FAIRLEAD_CLAIMS_MONOTONE_IN_ICE,
                                "broken",
                                broken == "no_version" ? "" : "1",
                                broken == "no_unit" ? "" : "points",
                                inputs,
                                nullptr,
                                broken == "cheaper_later" ? 0.0 : -1.0,
                                nullptr,
                                broken == "no_rates" ? nullptr : rates};

} // namespace

extern "C" const fairlead_cost_model* fairlead_get_cost_model(void) {
    return broken == "no_model" ? nullptr : &model;
}

// SPDX-License-Identifier: Apache-2.0
// Hours in high waves count more, by a rule that is easier to write in C++ than as a formula.
// c++ -std=c++17 -shared -fPIC -O2 -o wave_care.so wave_care.cpp
#include <fairlead/model.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <exception>

namespace {

/// Significant wave height [m] and what an hour in it counts; straight lines between.
struct Step {
    double height_m;
    double counts;
};
constexpr std::array<Step, 4> steps{{{0.0, 1.0}, {2.0, 1.0}, {4.0, 2.5}, {8.0, 10.0}}};

double hour_counts(double height_m) {
    for (std::size_t i = 1; i < steps.size(); ++i) {
        if (height_m <= steps[i].height_m) {
            const double share =
                (height_m - steps[i - 1].height_m) / (steps[i].height_m - steps[i - 1].height_m);
            return steps[i - 1].counts + share * (steps[i].counts - steps[i - 1].counts);
        }
    }
    return steps.back().counts;
}

/// No exception may leave a function of a C interface.
int rates(void* /*context*/, const double* const* inputs, std::size_t count, double* per_hour,
          double* /*per_nm*/, char* error, std::size_t error_size) {
    try {
        std::transform(inputs[0], inputs[0] + count, per_hour, hour_counts);
        return 0;
    } catch (const std::exception& exception) {
        std::snprintf(error, error_size, "%s", exception.what());
        return 1;
    }
}

const char* const inputs[] = {"significant_wave_height", nullptr};

const fairlead_cost_model model{FAIRLEAD_MODEL_ABI,
                                FAIRLEAD_CLAIMS_MONOTONE_IN_ICE, // ice does not matter to it
                                "wave care",
                                "1.0",
                                "careful hours",
                                inputs,
                                nullptr,
                                1.0, // an hour at rest counts once, wherever she waits
                                nullptr,
                                rates};

} // namespace

extern "C" const fairlead_cost_model* fairlead_get_cost_model(void) {
    return &model;
}

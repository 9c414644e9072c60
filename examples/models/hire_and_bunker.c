// SPDX-License-Identifier: Apache-2.0
/* What the objective money does with --prices per_hour=850,per_tonne_fuel=620. */
#include <fairlead/model.h>

static const char* const inputs[] = {"fuel_t_per_h", NULL};

static int rates(void* context, const double* const* in, size_t count, double* per_hour,
                 double* per_nm, char* error, size_t error_size) {
    size_t i;
    (void)context;
    (void)per_nm;
    (void)error;
    (void)error_size;
    for (i = 0; i < count; ++i) {
        per_hour[i] = 850.0 + 620.0 * in[0][i];
    }
    return 0;
}

static const struct fairlead_cost_model model = {
    FAIRLEAD_MODEL_ABI, 0, "hire and bunker", "1.0", "EUR", inputs, NULL, -1.0, NULL, rates,
};

const struct fairlead_cost_model* fairlead_get_cost_model(void) {
    return &model;
}

// SPDX-License-Identifier: Apache-2.0
/* Hire, bunker and a price on each hour beyond normal operation in ice, in plain C.
   cc -shared -fPIC -O2 -o ice_hours.so ice_hours.c */
#include <fairlead/model.h>

static const double hire_per_hour = 850.0;
static const double price_per_tonne = 620.0;
static const double per_rio_below_0 = 40.0;

/* In this order they come. */
static const char* const inputs[] = {"fuel_t_per_h", "rio", NULL};
enum { fuel_t_per_h, rio };

static const struct fairlead_parameter parameters[] = {
    {"hire_per_hour", 850.0}, {"price_per_tonne", 620.0}, {"per_rio_below_0", 40.0}, {NULL, 0.0}};

static int rates(void* context, const double* const* in, size_t count, double* per_hour,
                 double* per_nm, char* error, size_t error_size) {
    size_t i;
    (void)context;
    (void)per_nm; /* stays 0 */
    (void)error;
    (void)error_size;
    for (i = 0; i < count; ++i) {
        const double below_0 = in[rio][i] < 0.0 ? -in[rio][i] : 0.0;
        per_hour[i] =
            hire_per_hour + price_per_tonne * in[fuel_t_per_h][i] + per_rio_below_0 * below_0;
    }
    return 0;
}

static const struct fairlead_cost_model model = {
    FAIRLEAD_MODEL_ABI,
    0, /* no claim: fuel may fall where ice slows the ship down */
    "hire, bunker and ice",
    "1.0",
    "EUR",
    inputs,
    parameters,
    -1.0, /* waiting: ask the model */
    NULL,
    rates,
};

const struct fairlead_cost_model* fairlead_get_cost_model(void) {
    return &model;
}

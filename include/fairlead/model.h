// SPDX-License-Identifier: Apache-2.0
#ifndef FAIRLEAD_MODEL_H
#define FAIRLEAD_MODEL_H

/**
 * @file
 * A cost model for Fairlead in a shared library, in C or in any language that can export a C
 * function. docs/cost-models.md is the tutorial; `fairlead model check FILE` tests a library.
 *
 * The library exports one function, fairlead_get_cost_model(). What it returns must stay as it is
 * for as long as the program runs. Strings are UTF-8.
 */

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/** Version of this interface. A library of another version is refused. */
#define FAIRLEAD_MODEL_ABI 1u

/** The model claims that more ice (concentration or thickness) never makes it cheaper. */
#define FAIRLEAD_CLAIMS_MONOTONE_IN_ICE 1u

/** A number that the model was built with, for the record. */
struct fairlead_parameter {
    const char* name;
    double value;
};

struct fairlead_cost_model {
    uint32_t abi;        /**< FAIRLEAD_MODEL_ABI; always the first member */
    uint32_t claims;     /**< FAIRLEAD_CLAIMS_...; 0: none */
    const char* name;    /**< not empty */
    const char* version; /**< may be empty */
    const char* unit;    /**< of the cost: "EUR"; not empty */

    /** Names of what the model is given, ended by NULL, as in docs/cost-models.md: "speed_kn",
        "fuel_t_per_h", "rio", "sea_ice_concentration", ... Nothing else reaches the model. */
    const char* const* inputs;

    /** May be NULL. Ended by an entry whose name is NULL. */
    const struct fairlead_parameter* parameters;

    /** Cost of an hour of waiting; negative: the model is asked about a ship at rest in calm,
        ice-free water, which works only if its inputs are of the ship, the rules or the ice. */
    double waiting_per_hour;

    /** Given back to rates(). */
    void* context;

    /**
     * The rates under so many conditions. Must be safe from several threads at once, and a function
     * of its inputs alone.
     *
     * @param inputs      arrays in the order of the names, each with count finite values.
     * @param count       0 or more.
     * @param per_hour    count cost rates per hour under way: finite, not negative. Holds zeros.
     * @param per_nm      the same per nautical mile over ground; added to the other.
     * @param error       where a sentence goes that says what went wrong.
     * @param error_size  bytes of it, the closing 0 included.
     * @return 0, or anything else if it failed.
     */
    int (*rates)(void* context, const double* const* inputs, size_t count, double* per_hour,
                 double* per_nm, char* error, size_t error_size);
};

/** What a library of a cost model exports. NULL: it cannot be had. */
#if defined(_WIN32)
#define FAIRLEAD_EXPORT __declspec(dllexport)
#else
#define FAIRLEAD_EXPORT __attribute__((visibility("default")))
#endif
FAIRLEAD_EXPORT const struct fairlead_cost_model* fairlead_get_cost_model(void);

#ifdef __cplusplus
}
#endif

#endif

// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// What the program tells its caller. The numbers are a contract: docs/user-guide.md.

namespace fairlead::cli {

enum class ExitCode : int {
    ok = 0,
    usage = 2,        ///< the command line itself cannot be understood
    bad_input = 3,    ///< a file, place, vessel or value is not what it should be
    no_route = 4,     ///< planned, and there is no way
    findings = 5,     ///< findings at or above --fail-on
    internal = 70,    ///< a fault of the program
    unfinished = 75,  ///< shards of a study ended without finishing, as often as was allowed
    interrupted = 130 ///< stopped by Ctrl-C or SIGTERM
};

} // namespace fairlead::cli

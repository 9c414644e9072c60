// SPDX-License-Identifier: Apache-2.0
#pragma once

/// @file
/// A figure of a report, with the numbers it is drawn from.

#include <string>
#include <vector>

namespace fairlead::study {

struct Drawing {
    std::string name; ///< of its file, without ending
    std::string svg;
};

struct NumbersTable {
    std::string name; ///< of its file, without ending
    std::string csv;
};

struct Figure {
    std::string title;
    std::string caption; ///< what is shown, how it was counted
    std::vector<Drawing> drawings;
    std::string html; ///< below the drawings: a table, or what is to be said
    std::vector<NumbersTable> tables;
};

} // namespace fairlead::study

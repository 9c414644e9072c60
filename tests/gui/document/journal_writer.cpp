// SPDX-License-Identifier: Apache-2.0
// Edits a voyage without end and says the number of each edit that is written down: to be killed.
#include "gui/document/journal.hpp"
#include "tests/gui/document/whole_voyage.hpp"

#include <QCoreApplication>

#include <cstdio>
#include <string>

int main(int argc, char** argv) {
    const QCoreApplication application(argc, argv);
    auto voyage = fairlead::test::whole_voyage();
    fairlead::gui::Journal journal(argv[1]);
    journal.begin(voyage, "/v/a.fairlead");
    for (int i = 1; argc == 2; ++i) {
        voyage.name = "edit " + std::to_string(i);
        journal.append(voyage);
        std::printf("%d\n", i);
        std::fflush(stdout);
    }
    return 0;
}

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Plants violations in a small tree and expects check_includes.py to name each of them."""

import tempfile
import unittest
from pathlib import Path

import check_includes

APACHE = "// SPDX-License-Identifier: Apache-2.0\n"
GPL = "// SPDX-License-Identifier: GPL-3.0-or-later\n"


class CheckIncludes(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = Path(folder.name)
        self.write("core/geo/position.hpp", APACHE + "#pragma once\n#include <cmath>\n")
        self.write("core/env/field.hpp", APACHE + '#pragma once\n#include "core/geo/position.hpp"\n')

    def write(self, name, text):
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def found(self):
        return list(check_includes.violations(self.root))

    def expect_one(self, *words):
        found = self.found()
        self.assertEqual(len(found), 1, found)
        for word in words:
            self.assertIn(word, found[0])

    def test_clean_tree_has_no_violation(self):
        self.assertEqual(self.found(), [])

    def test_lower_layer_must_not_include_a_higher_one(self):
        self.write("core/geo/bad.cpp", APACHE + '\n#include "core/env/field.hpp"\n')
        self.expect_one("core/geo/bad.cpp:3:", "geo is below env")

    def test_core_must_not_know_cli(self):
        self.write("cli/command.hpp", APACHE + "#pragma once\n")
        self.write("core/env/bad.cpp", APACHE + '#include "cli/command.hpp"\n')
        self.expect_one("core/env/bad.cpp:2:", "core must not know cli")

    def test_nobody_knows_the_python_module(self):
        self.write("python/numpy_model.hpp", APACHE + "#pragma once\n")
        self.write("cli/bad.cpp", APACHE + '#include "python/numpy_model.hpp"\n')
        self.expect_one("cli/bad.cpp:2:", "cli must not know python")

    def test_layer_must_be_listed(self):
        self.write("core/weather/bad.cpp", APACHE + '#include "core/geo/position.hpp"\n')
        self.expect_one("weather is not in the list")

    def test_third_party_stays_in_its_module(self):
        self.write("core/env/bad.cpp", APACHE + "#include <gdal_priv.h>\n")
        self.expect_one("GDAL belongs in core/io")

    def test_no_qt_in_core(self):
        for header in ("QString", "QtGui/QImage", "QtCore/QObject"):
            self.write("core/env/bad.cpp", APACHE + f"#include <{header}>\n")
            self.expect_one(header, "Qt belongs in gui")

    def test_no_widgets_in_the_chart_renderer(self):
        self.write("gui/chart/bad.cpp", APACHE + "#include <QtWidgets/QLabel>\n")
        self.expect_one("Qt Widgets belongs in")

    def test_tests_may_use_any_third_party(self):
        self.write("tests/core/env/good.cpp", APACHE + "#include <boost/graph/graph_traits.hpp>\n")
        self.assertEqual(self.found(), [])

    def test_unknown_third_party_is_refused(self):
        self.write("core/env/bad.cpp", APACHE + "#include <somebody/else.h>\n")
        self.expect_one("not the standard library")

    def test_paths_start_at_the_root(self):
        for path in ("field.hpp", "../geo/position.hpp", "core/env/../geo/position.hpp"):
            self.write("core/env/bad.cpp", APACHE + f'#include "{path}"\n')
            self.expect_one("from the root")

    def test_included_file_must_exist(self):
        self.write("core/env/bad.cpp", APACHE + '#include "core/geo/nowhere.hpp"\n')
        self.expect_one("no such file")

    def test_cli_may_use_the_chart_renderer_only(self):
        self.write("gui/chart/picture.hpp", APACHE + "#pragma once\n")
        self.write("gui/app/window.hpp", GPL + "#pragma once\n")
        self.write("cli/good.cpp", APACHE + '#include "gui/chart/picture.hpp"\n')
        self.assertEqual(self.found(), [])
        self.write("cli/bad.cpp", APACHE + '#include "gui/app/window.hpp"\n')
        self.expect_one("chart renderer only")

    def test_spdx_line_is_required(self):
        for name in ("core/env/bad.cpp", "cmake/Bad.cmake", "core/CMakeLists.txt", "dev"):
            self.write(name, "\n")
            self.expect_one(name + ":1:", "SPDX-License-Identifier: Apache-2.0")
            (self.root / name).unlink()

    def test_desktop_is_gpl_and_chart_is_apache(self):
        self.write("gui/app/bad.cpp", APACHE)
        self.expect_one("GPL-3.0-or-later")
        (self.root / "gui/app/bad.cpp").unlink()
        self.write("gui/chart/bad.cpp", GPL)
        self.expect_one("Apache-2.0")

    def test_spdx_line_may_follow_a_shebang(self):
        self.write("tool.py", "#!/usr/bin/env python3\n# SPDX-License-Identifier: Apache-2.0\n")
        self.assertEqual(self.found(), [])

    def test_header_needs_its_guard(self):
        self.write("core/env/bad.hpp", APACHE)
        self.expect_one("#pragma once")

    def test_build_folder_is_not_looked_at(self):
        self.write("build/dev/generated.cpp", "#include <QWidget>\n")
        self.assertEqual(self.found(), [])


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""What the packaging files say of the program and of each other is true.

    packaging_test.py FAIRLEAD
"""

import re
import subprocess
import sys
import unittest
import xml.etree.ElementTree as ET
from pathlib import Path

HERE = Path(__file__).resolve().parent
APP_ID = "org.fairlead.Fairlead"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"
sys.path.insert(0, str(HERE / "man"))
import make_man  # noqa: E402


def mime_types():
    return ET.parse(HERE / "mime" / f"{APP_ID}.xml").getroot().findall(f"{MIME}mime-type")


class ManualPage(unittest.TestCase):
    def test_holds_every_command_and_its_options(self):
        text = make_man.page(FAIRLEAD, "2030-08-01")
        commands = make_man.commands_in(make_man.help_of(FAIRLEAD))
        self.assertIn("plan", commands)
        self.assertGreaterEqual(len(commands), 6)
        for command in commands:
            self.assertIn(f".SH FAIRLEAD {command.upper()}\n", text)
            for option in re.findall(r"^  (--[a-z-]+)", make_man.help_of(FAIRLEAD, command),
                                     re.MULTILINE):
                self.assertIn(make_man.roff(option), text)
        self.assertIn("1 August 2030", text)

    def test_nothing_of_the_help_is_taken_for_a_typesetter_s_command(self):
        self.assertEqual(make_man.roff(".rtz"), "\\&.rtz")
        self.assertEqual(make_man.roff("'a' -b \\n"), "\\(aqa\\(aq \\-b \\en")
        self.assertEqual(make_man.roff("x\n.y"), "x\n\\&.y")

    def test_typesets_without_a_complaint(self):
        page = make_man.page(FAIRLEAD, "2030-08-01")
        try:
            answer = subprocess.run(["groff", "-man", "-Tutf8", "-ww", "-rLL=110n"],
                                    input=page.encode("utf-8"), capture_output=True, check=True)
        except FileNotFoundError:
            self.skipTest("groff is not installed")
        self.assertEqual(answer.stderr.decode(), "")


class Files(unittest.TestCase):
    def test_types_of_the_desktop_entry_are_defined_or_common(self):
        entry = (HERE / f"{APP_ID}.desktop").read_text(encoding="utf-8")
        offered = re.search(r"^MimeType=(.*)$", entry, re.MULTILINE).group(1).strip(";").split(";")
        defined = [mime.get("type") for mime in mime_types()]
        for mime_type in defined:
            self.assertIn(mime_type, offered)
        self.assertEqual(set(offered) - set(defined),
                         {"application/gpx+xml", "application/geo+json"})
        self.assertIn(f"Icon={APP_ID}\n", entry)
        self.assertTrue((HERE / "icons" / f"{APP_ID}.svg").is_file())

    def test_icons_named_by_types_exist(self):
        named = [icon.get("name") for mime in mime_types() for icon in mime.iter(f"{MIME}icon")]
        self.assertTrue(named)
        for name in named:
            self.assertTrue((HERE / "icons" / f"{name}.svg").is_file(), name)

    def test_icons_need_nothing_that_simple_renderers_lack(self):
        icons = list((HERE / "icons").glob("*.svg"))
        self.assertTrue(icons)
        for icon in icons:
            elements = {element.tag.split("}")[-1] for element in ET.parse(icon).getroot().iter()
                        if isinstance(element.tag, str)}
            self.assertFalse(elements & {"clipPath", "filter", "mask", "image", "style", "text"},
                             icon.name)


if __name__ == "__main__":
    FAIRLEAD = sys.argv.pop(1)
    unittest.main()

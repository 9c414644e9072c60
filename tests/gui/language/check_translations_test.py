#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""check_translations names planted faults, and none in what is whole."""
import unittest
import xml.etree.ElementTree as ElementTree

from check_translations import check_message


def problems(translation, source="Save %1", language="ru", numerus=False):
    attribute = ' numerus="yes"' if numerus else ""
    message = ElementTree.fromstring(
        f"<message{attribute}><source>{source}</source>{translation}</message>")
    key = ("Window", message.findtext("source"), "", numerus)
    return list(check_message(language, key, message))


class CheckMessage(unittest.TestCase):
    def test_whole(self):
        self.assertEqual(problems("<translation>Сохранить %1</translation>"), [])
        forms = "".join(f"<numerusform>%n {word}</numerusform>" for word in ("файл", "файла", "файлов"))
        self.assertEqual(
            problems(f"<translation>{forms}</translation>", "%n file(s)", numerus=True), [])
        self.assertEqual(problems("<translation>文件(&amp;F)</translation>", "&amp;File", "zh_CN"), [])

    def test_faults(self):
        for translation in ('<translation type="unfinished">Сохранить %1</translation>',
                            '<translation type="vanished">Сохранить %1</translation>',
                            "<translation></translation>",
                            "<translation>Сохранить</translation>",
                            "<translation>Сохранить %2</translation>",
                            "<translation>Сохранить %1 %1</translation>",
                            "<translation>&amp;Сохранить %1</translation>",
                            "<translation>Сохранить &lt;b&gt;%1</translation>",
                            "<translation> Сохранить %1</translation>"):
            with self.subTest(translation):
                self.assertEqual(len(problems(translation)), 1)

    def test_plural_forms(self):
        two = "<numerusform>%n файл</numerusform><numerusform>%n файлов</numerusform>"
        self.assertEqual(
            len(problems(f"<translation>{two}</translation>", "%n file(s)", numerus=True)), 1)
        kept = "<numerusform>%n file(s)</numerusform>"
        self.assertEqual(len(problems(f"<translation>{kept}</translation>", "%n file(s)", "zh_CN",
                                      numerus=True)), 1)


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""Are the translations whole?

Each .ts file: nothing unfinished, empty or vanished; the plural forms of its language; placeholders,
markup and mnemonics as in the source; nothing that lupdate would add or take away. And every code
the engine, or the desktop's session, gives a finding has a title in the desktop.

    check_translations.py ROOT [LUPDATE]
"""
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree
from collections import Counter
from pathlib import Path

PLURAL_FORMS = {"en": 2, "ru": 3, "zh_CN": 1}
# Titles that no finding of the code carries by itself: `blocked.` and a reason.
MADE_CODES = {"blocked.none", "blocked.land", "blocked.no data", "blocked.zone",
              "blocked.under-keel clearance", "blocked.POLARIS", "blocked.beset"}


def messages(file):
    """(context, source, comment, is_numerus) -> message element."""
    found = {}
    for context in ElementTree.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name"), message.findtext("source"),
                   message.findtext("comment") or "", message.get("numerus") == "yes")
            found[key] = message
    return found


def marks(text, with_count):
    """What code puts something in the place of, and what Qt reads as markup."""
    found = Counter(re.findall(r"%L?\d+|</?[a-z]+", text))
    if with_count:
        found.update(re.findall(r"%L?n", text))
    return found


def mnemonics(text):
    return re.findall(r"&(?![a-z]+;)(\w)", text.replace("&&", ""))


def check_message(language, key, message):
    context, source, _, is_numerus = key
    translation = message.find("translation")
    kind = translation.get("type")
    if kind is not None:
        yield f"is {kind}"
        return
    forms = [form.text or "" for form in translation.iter("numerusform")] if is_numerus else [
        translation.text or ""]
    if is_numerus and len(forms) != PLURAL_FORMS[language]:
        yield f"has {len(forms)} plural forms, not {PLURAL_FORMS[language]}"
    for form in forms:
        if not form.strip():
            yield "is empty"
            continue
        if marks(form, is_numerus) != marks(source, is_numerus):
            yield f"has other placeholders or markup: {form!r}"
        if (form[:1].isspace(), form[-1:].isspace()) != (source[:1].isspace(),
                                                         source[-1:].isspace()) \
                and language != "zh_CN":
            yield f"begins or ends otherwise: {form!r}"
        if len(mnemonics(form)) != len(mnemonics(source)):
            yield f"has another number of mnemonics: {form!r}"
        if "(s)" in form:
            yield f"has a plural that is none: {form!r}"


def check_file(root, language):
    file = root / "gui/translations" / f"fairlead_{language}.ts"
    for key, message in messages(file).items():
        for problem in check_message(language, key, message):
            yield f"{file.name}: {key[0]}: {key[1]!r} {problem}"


def check_lupdate(root, lupdate, language):
    with tempfile.TemporaryDirectory() as folder:
        source = root / "gui/translations" / f"fairlead_{language}.ts"
        copy = Path(folder) / source.name
        copy.write_bytes(source.read_bytes())
        plural = ["-pluralonly"] if language == "en" else []
        subprocess.run([lupdate, "-silent", "-no-obsolete", "-locations", "none",
                        "-source-language", "en", *plural, "-I", str(root), str(root / "gui"),
                        "-ts", str(copy)],
                       check=True, cwd=root, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        before = set(messages(source))
        after = set(messages(copy))
    for context, text, *_ in sorted(after - before):
        yield f"{source.name}: {context}: {text!r} is not in it; run update_translations"
    for context, text, *_ in sorted(before - after):
        yield f"{source.name}: {context}: {text!r} is used no more; run update_translations"


def check_titles(root):
    words = (root / "gui/models/engine_words.cpp").read_text(encoding="utf-8")
    titled = set(re.findall(r'Title\{"([^"]+)"', words)) - MADE_CODES
    given = set()
    makers = (root / "core", root / "gui/session")
    for file in sorted(one for folder in makers for one in folder.rglob("*.cpp")):
        text = file.read_text(encoding="utf-8")
        given |= set(re.findall(r'(?:\bcode\s*=|note\(|on_data\(|missing_data\(|data_finding\(|add\()\s*'
                                r'"([a-z_]+\.[a-z_]+)"', text))
        # Either of two codes, chosen by a condition.
        for chosen in re.findall(r'\bcode\s*=[^;"]*\?\s*"([a-z_.]+)"\s*:\s*"([a-z_.]+)"', text):
            given |= set(chosen)
    if len(given) < 40:
        yield f"core: only {len(given)} finding codes were found: the search no longer fits the code"
    for code in sorted(given - titled):
        yield f"gui/models/engine_words.cpp: no title for the finding {code}"
    for code in sorted(titled - given):
        yield f"gui/models/engine_words.cpp: a title for {code}, which nobody gives"


def main():
    root = Path(sys.argv[1])
    problems = list(check_titles(root))
    for language in PLURAL_FORMS:
        problems += check_file(root, language)
        if len(sys.argv) > 2:
            problems += check_lupdate(root, sys.argv[2], language)
    if len(sys.argv) <= 2:
        print("lupdate is not here: whether words are missing was not checked")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())

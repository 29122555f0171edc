"""The catalogs say everything, in both languages, with the same markers.

usage: catalogs.py BUILD/locale, where the build has put each language's catalog together and
collected all messages of templates and sources in permit.pot.
Each catalog file passes `msgfmt --check`, no message is fuzzy, each translation has the markers of
its message ({{NAME}}, {NAME}, %s) as often as they stand in the message, and Chinese says every one.
English may say nothing: then the message, which is English, stands for itself.
"""

import collections
import pathlib
import re
import subprocess
import sys

MARKER = re.compile(r"\{\{[^{}]+\}\}|\{[0-9A-Z_]+\}|%\w")
STRING = re.compile(r'"((?:[^"\\]|\\.)*)"')
ESCAPES = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}


def unquote(text):
    return "".join(re.sub(r"\\(.)", lambda match: ESCAPES.get(match[1], match[1]), part)
                   for part in STRING.findall(text))


def entries(file):
    """(context, msgid) -> list of translations, without the header."""
    text = subprocess.run(["msgcat", "--no-wrap", str(file)], capture_output=True, text=True,
                          check=True).stdout
    found = {}
    for block in text.split("\n\n"):
        fields = collections.defaultdict(str)
        name = ""
        for line in block.split("\n"):
            if line.startswith("#"):
                if line.startswith("#,") and "fuzzy" in line:
                    fields["fuzzy"] = "yes"
                continue
            if match := re.match(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d\])?) ", line):
                name = match[1]
            fields[name] += unquote(line)
        if fields["msgid"]:
            key = (fields["msgctxt"], fields["msgid"])
            found[key] = ([value for name, value in fields.items() if name.startswith("msgstr")],
                          bool(fields["fuzzy"]))
    return found


def markers(text):
    return collections.Counter(MARKER.findall(text))


def problems(language, wanted, got):
    for key in wanted:
        context, message = key
        name = f"{language}: {context + '|' if context else ''}{message!r}"
        translations, fuzzy = got.get(key, ([], False))
        if fuzzy:
            yield f"{name} is marked fuzzy"
        if not any(translations):
            if language != "en":
                yield f"{name} is missing"
            continue
        for translation in translations:
            if not translation:
                yield f"{name} lacks a plural form"
            elif markers(translation) != markers(message):
                yield f"{name} has other markers in {translation!r}"


def main(root, build):
    found = []
    for file in sorted((root / "locale").glob("*/*.po")):
        check = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(file)],
                               capture_output=True, text=True, check=False)
        if check.returncode != 0:
            found.append(check.stderr.strip())
    wanted = entries(build / "permit.pot")
    for language in ("zh_TW", "en"):
        found += problems(language, wanted, entries(build / language / "LC_MESSAGES" / "permit.po"))
    if not wanted:
        found.append("no message found")
    print("\n".join(found) if found else f"{len(wanted)} messages in both languages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).parents[2], pathlib.Path(sys.argv[1])))

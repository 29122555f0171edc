"""The catalogs say everything, in both languages, with the same markers.

usage: catalogs.py TEMPLATE.pot, freshly extracted from templates and sources.
Each catalog passes `msgfmt --check`, holds every message of the template and none that is fuzzy,
and each translation names the markers of its message ({{NAME}}, {1}, %s) as often as they stand in
the message. Labels stay free: only markers are compared.
"""

import collections
import pathlib
import re
import subprocess
import sys

MARKER = re.compile(r"\{\{[^{}]+\}\}|\{\d+[^{}]*\}|%\w")
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


def problems(catalog, template, identity):
    wanted, got = entries(template), entries(catalog)
    for key in wanted:
        context, message = key
        name = f"{catalog.name}: {context + '|' if context else ''}{message!r}"
        translations, fuzzy = got.get(key, ([], False))
        if fuzzy:
            yield f"{name} is marked fuzzy"
        if not any(translations):
            # In the catalog of the messages' own language, saying nothing means the message itself.
            if not identity or key not in got:
                yield f"{name} is missing"
            continue
        for translation in translations:
            if not translation:
                yield f"{name} lacks a plural form"
            elif markers(translation) != markers(message):
                yield f"{name} has other markers in {translation!r}"


def main(root, template):
    found = []
    for name, identity in (("zh_TW.po", False), ("en.po", True)):
        catalog = root / "locale" / name
        check = subprocess.run(["msgfmt", "--check", "-o", "/dev/null", str(catalog)],
                               capture_output=True, text=True, check=False)
        if check.returncode != 0 or check.stderr:
            found.append(check.stderr.strip())
        found += problems(catalog, template, identity)
    print("\n".join(found) if found else f"{len(entries(template))} messages in both languages")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).parents[2], pathlib.Path(sys.argv[1])))

#!/usr/bin/env python3
"""Collects every message of the templates and of the C++ sources into one .pot file.

    extract.py SOURCE_DIR OUTPUT.pot

A template's [[sentence]] becomes a C++ line under a #line directive, so that the .pot names the
template as its place.
"""
import pathlib
import re
import subprocess
import sys
import tempfile

KEYWORDS = ["tr:1", "Msgid:1", "In:1c,2", "Count:1,2", "template_text:1", "template_word:1c,2"]
MARKED = re.compile(r"\[\[(.*?)\]\]", re.S)


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def messages_of(template, name):
    lines = []
    for marked in MARKED.finditer(template):
        message = " ".join(marked.group(1).split())
        number = template.count("\n", 0, marked.start()) + 1
        lines.append(f'#line {number} "{name}"')
        context, bar, word = message.partition("|")
        if bar:
            lines.append(f"template_word({quoted(context)}, {quoted(word)});")
        else:
            lines.append(f"template_text({quoted(message)});")
    return lines


def main():
    source, output = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
    templates = sorted((source / "views").rglob("*.tpl"))
    lines = []
    for template in templates:
        lines += messages_of(template.read_text(encoding="utf-8"), template.relative_to(source))
    code = sorted(
        str(file.relative_to(source))
        for folder in ("views", "handlers")
        for file in (source / folder).rglob("*.cc")
    )
    output.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile("w", suffix=".cc", encoding="utf-8") as collected:
        collected.write("\n".join(lines) + "\n")
        collected.flush()
        command = ["xgettext", "--language=C++", "--from-code=UTF-8", "--sort-output", "--keyword"]
        command += [f"--keyword={keyword}" for keyword in KEYWORDS]
        command += ["--package-name=students-online-application", "-o", str(output)]
        subprocess.run(command + [collected.name] + code, cwd=source, check=True)


main()

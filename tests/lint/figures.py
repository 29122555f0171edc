"""The table of the manual's figures names what exists.

usage: figures.py
In tests/journeys/figures.md every figure from 3 to 85 has one row; each route is a row of
handlers/routes.cc, written without /coa-frontend; each test is FILE: NAME, the file below tests/ and
the name, or the words of a step, as they stand in it.
"""

import pathlib
import re
import sys

FIGURES = range(3, 86)
ROUTE = re.compile(r'\{Method::k(?:Get|Post),\s*PERMIT_(SITE|STUDENT)\s*"([^"]*)"')
CODE = re.compile(r"`([^`]+)`")


def routes(source):
    for root, path in ROUTE.findall(source):
        yield ("/china-student/individual" if root == "STUDENT" else "") + path


def test_problem(root, name):
    file, colon, words = name.partition(": ")
    path = root / "tests" / file
    if not path.is_file():
        return f"there is no file tests/{file}"
    text = path.read_text(encoding="utf-8")
    if file.endswith(".cc"):
        suite, _, case = words.partition(".")
        found = re.search(rf"TEST\w*\(\s*{re.escape(suite)},\s*{re.escape(case)}\)", text)
    else:
        found = words and words in text
    return None if colon and found else f"tests/{file} has no test {words!r}"


def rows(text):
    for number, line in enumerate(text.split("\n"), 1):
        cells = [cell.strip() for cell in line.strip().strip("|").split("|")]
        if line.startswith("|") and re.match(r"\d", cells[0]):
            yield number, cells


def figures_of(cell):
    first, _, last = cell.partition("–")
    return range(int(first), int(last or first) + 1)


def main(root):
    known = set(routes((root / "handlers/routes.cc").read_text(encoding="utf-8")))
    seen, found = [], []
    for number, cells in rows((root / "tests/journeys/figures.md").read_text(encoding="utf-8")):
        if len(cells) != 5:
            found.append(f"line {number}: {len(cells)} cells instead of 5")
            continue
        seen += figures_of(cells[0])
        paths, tests = CODE.findall(cells[2]), CODE.findall(cells[3])
        found += [f"line {number}: no route {path}" for path in paths if path not in known]
        if not tests:
            found.append(f"line {number}: no test")
        found += [f"line {number}: {problem}" for test in tests if (problem := test_problem(root, test))]
    found += [f"figure {figure} has {seen.count(figure)} rows" for figure in FIGURES
              if seen.count(figure) != 1]
    print("\n".join(found) if found else f"{len(seen)} figures have their pages and tests")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(pathlib.Path(__file__).parents[2]))

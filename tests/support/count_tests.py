#!/usr/bin/python3
"""Says what a run of ctest came to: what failed with its words, which tests of ctest took longest,
what failed once more by its names alone, then "N passed, N failed".

usage: count_tests.py CTEST-JUNIT.xml FOLDER-OF-PARTS

A part of a test program counts as the tests that its own report in the folder names, any other test
as one. A test that was skipped, and a part that ended without a report or badly behind a good one (a
leak found at the exit, say), is a failure. Ends with 1 when there is one.
"""

import os
import re
import sys
import xml.etree.ElementTree as ElementTree

LAST_LINES = 60
LONGEST_LINE = 400  # a page of HTML stands on one line
LONGEST_TESTS = 5
PART = re.compile(r"\.\d+_of_\d+$")


def indented(text):
    lines = (text or "").strip().splitlines()
    if len(lines) > LAST_LINES:
        lines = [f"(the last {LAST_LINES} of {len(lines)} lines)"] + lines[-LAST_LINES:]
    return "".join(f"        {shortened(line)}\n" for line in lines)


def shortened(line):
    return line if len(line) <= LONGEST_LINE else line[:LONGEST_LINE] + " […]"


def failures_of_part(report):
    """How many tests the report names, and those that failed: pairs of name and words."""
    failed, ran = [], 0
    for case in ElementTree.parse(report).iter("testcase"):
        if case.get("status") == "notrun":
            continue
        ran += 1
        words = [failure.get("message") for failure in case.findall("failure")]
        words += ["skipped" for _ in case.findall("skipped")]
        if words:
            failed.append((f"{case.get('classname')}.{case.get('name')}", "\n".join(words)))
    return ran, failed


def failures_of(test, parts):
    """How many tests stand behind one line of ctest's report, and those that failed."""
    name, good = test.get("name"), test.get("status") == "run"
    report = os.path.join(parts, name + ".xml")
    ran, failed = 1, []
    if os.path.exists(report):
        ran, failed = failures_of_part(report)
        if good or failed:
            return ran, failed
        ran += 1
    elif PART.search(name):
        good = False
    return ran, [] if good else [(name, test.findtext("system-out"))]


def seconds_of(test):
    return float(test.get("time") or 0)


def main(junit, parts):
    total, names = 0, []
    tests = list(ElementTree.parse(junit).iter("testcase"))
    for test in tests:
        ran, failed = failures_of(test, parts)
        total += ran
        names += [name for name, _ in failed]
        for name, words in failed:
            print(f"FAILED  {name}\n{indented(words)}", end="")
    for test in sorted(tests, key=seconds_of, reverse=True)[:LONGEST_TESTS]:
        print(f"longest {seconds_of(test):4.0f} s  {test.get('name')}")
    for name in names:
        print(f"FAILED  {name}")
    print(f"{total - len(names)} passed, {len(names)} failed")
    return 1 if names else 0


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    sys.exit(main(*sys.argv[1:]))

"""What a run of ctest came to is counted test by test, and nothing that went wrong is left out."""

import pathlib
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent


def ctest(*tests):
    lines = [f'<testcase name="{name}" status="{status}"><system-out>{output}</system-out></testcase>'
             for name, status, output in tests]
    return f"<testsuite>{''.join(lines)}</testsuite>"


def part(*cases):
    lines = [f'<testcase name="{name}" classname="Suite" status="{status}">{inside}</testcase>'
             for name, status, inside in cases]
    return f"<testsuites><testsuite>{''.join(lines)}</testsuite></testsuites>"


class CountTestsTest(unittest.TestCase):
    def count(self, junit, **reports):
        with tempfile.TemporaryDirectory() as name:
            folder = pathlib.Path(name)
            (folder / "tests.xml").write_text(junit)
            for test, report in reports.items():
                (folder / f"{test}.1_of_1.xml").write_text(report)
            done = subprocess.run(["/usr/bin/python3", "-B", HERE / "count_tests.py", folder / "tests.xml", folder],
                                  capture_output=True, text=True)
        self.assertEqual(done.stderr, "")
        return done.returncode, done.stdout.splitlines()

    def test_a_part_counts_as_its_tests(self):
        code, said = self.count(ctest(("a.1_of_1", "run", ""), ("page", "run", "")),
                                a=part(("X", "run", ""), ("Y", "run", ""), ("Elsewhere", "notrun", "")))
        self.assertEqual((code, said), (0, ["3 passed, 0 failed"]))

    def test_a_failure_is_told_by_its_name_and_words(self):
        code, said = self.count(ctest(("a.1_of_1", "fail", "a long story"), ("page", "fail", "no page")),
                                a=part(("X", "run", '<failure message="1 is not 2"/>'), ("Y", "run", "")))
        self.assertEqual((code, said), (1, ["FAILED  Suite.X", "        1 is not 2", "FAILED  page",
                                            "        no page", "1 passed, 2 failed"]))

    def test_a_skipped_test_has_not_passed(self):
        code, said = self.count(ctest(("a.1_of_1", "run", "")), a=part(("X", "run", "<skipped/>")))
        self.assertEqual((code, said[-1]), (1, "0 passed, 1 failed"))

    def test_a_part_that_died_is_a_failure(self):
        code, said = self.count(ctest(("a.1_of_1", "fail", "heap-use-after-free")))
        self.assertEqual((code, said), (1, ["FAILED  a.1_of_1", "        heap-use-after-free", "0 passed, 1 failed"]))
        code, said = self.count(ctest(("a.1_of_1", "run", "")))
        self.assertEqual((code, said[-1]), (1, "0 passed, 1 failed"), "no report, no word of its tests")

    def test_a_leak_behind_good_tests_is_a_failure(self):
        code, said = self.count(ctest(("a.1_of_1", "fail", "leaked")), a=part(("X", "run", "")))
        self.assertEqual((code, said), (1, ["FAILED  a.1_of_1", "        leaked", "1 passed, 1 failed"]))


if __name__ == "__main__":
    unittest.main()

"""What a run of ctest came to is counted test by test, and nothing that went wrong is left out."""

import pathlib
import subprocess
import tempfile
import unittest

HERE = pathlib.Path(__file__).parent


def ctest(*tests):
    lines = [f'<testcase name="{name}" status="{status}" time="{len(name)}.2"><system-out>{output}</system-out></testcase>'
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
        said = done.stdout.splitlines()
        self.longest = [line.split()[1:] for line in said if line.startswith("longest")]
        return done.returncode, [line for line in said if not line.startswith("longest")]

    def test_a_part_counts_as_its_tests(self):
        code, said = self.count(ctest(("a.1_of_1", "run", ""), ("page", "run", "")),
                                a=part(("X", "run", ""), ("Y", "run", ""), ("Elsewhere", "notrun", "")))
        self.assertEqual((code, said), (0, ["3 passed, 0 failed"]))

    def test_a_failure_is_told_by_its_name_and_words(self):
        code, said = self.count(ctest(("a.1_of_1", "fail", "a long story"), ("page", "fail", "no page")),
                                a=part(("X", "run", '<failure message="1 is not 2"/>'), ("Y", "run", "")))
        self.assertEqual((code, said), (1, ["FAILED  Suite.X", "        1 is not 2", "FAILED  page",
                                            "        no page", "FAILED  Suite.X", "FAILED  page",
                                            "1 passed, 2 failed"]))

    def test_a_skipped_test_has_not_passed(self):
        code, said = self.count(ctest(("a.1_of_1", "run", "")), a=part(("X", "run", "<skipped/>")))
        self.assertEqual((code, said[-1]), (1, "0 passed, 1 failed"))

    def test_a_part_that_died_is_a_failure(self):
        code, said = self.count(ctest(("a.1_of_1", "fail", "heap-use-after-free")))
        self.assertEqual((code, said), (1, ["FAILED  a.1_of_1", "        heap-use-after-free", "FAILED  a.1_of_1",
                                            "0 passed, 1 failed"]))
        code, said = self.count(ctest(("a.1_of_1", "run", "")))
        self.assertEqual((code, said[-1]), (1, "0 passed, 1 failed"), "no report, no word of its tests")

    def test_a_leak_behind_good_tests_is_a_failure(self):
        code, said = self.count(ctest(("a.1_of_1", "fail", "leaked")), a=part(("X", "run", "")))
        self.assertEqual((code, said), (1, ["FAILED  a.1_of_1", "        leaked", "FAILED  a.1_of_1", "1 passed, 1 failed"]))

    def test_a_long_line_is_cut(self):
        _, said = self.count(ctest(("page", "fail", "x" * 5000)))
        self.assertLess(len(said[1]), 500)
        self.assertTrue(said[1].endswith("[…]"))

    def test_the_five_that_took_longest_are_named(self):
        self.count(ctest(*(("p" * length, "run", "") for length in range(1, 8))))
        self.assertEqual(self.longest, [[str(length), "s", "p" * length] for length in (7, 6, 5, 4, 3)])


if __name__ == "__main__":
    unittest.main()

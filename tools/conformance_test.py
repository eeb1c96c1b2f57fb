#!/usr/bin/env python3
"""Plants each fault that conformance.py is there to find, with small scripts in place of wellmet."""

import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import conformance

GOOD = '{"files": [{"path": "a", "kind": "vcard", "read": 3, "added": 1, "skipped": 1, "problems": [{}], ' \
       '"problem_count": 1, "remarks": [], "what": {"cards": 2}}], "people": 2, "review": 0, "seconds": 0}'


class Conformance(unittest.TestCase):
    def setUp(self):
        holder = tempfile.TemporaryDirectory()
        self.addCleanup(holder.cleanup)
        self.folder = pathlib.Path(holder.name)

    def run_script(self, text):
        program = self.folder / "wellmet"
        program.write_text("#!/bin/sh\n" + text + "\n")
        program.chmod(0o755)
        return conformance.run_one(program, self.folder / "a")

    def test_what_is_seen(self):
        seen, faults = self.run_script(f"echo '{GOOD}'; exit 3")
        self.assertEqual(faults, [])
        self.assertEqual((seen["read"], seen["problems"], seen["people"], seen["kind"], seen["what.cards"], seen["exit"]),
                         ("3", "1", "2", "vcard", "2", "3"))

    def test_what_does_not_add_up(self):
        short = GOOD.replace('"read": 3', '"read": 4')
        self.assertEqual(self.run_script(f"echo '{short}'")[1], ["a: read 4 is not added 1 + skipped 1 + problems 1"])

    def test_a_crash_a_report_a_wrong_exit_and_no_json(self):
        self.assertIn("died of signal 11", self.run_script("kill -SEGV $$")[1])
        report = self.run_script(f"echo '{GOOD}'; echo 'x.cc:1: runtime error: overflow' >&2")[1]
        self.assertEqual(report, ["a sanitizer's report: x.cc:1: runtime error: overflow"])
        self.assertEqual(self.run_script(f"echo '{GOOD}'; exit 4")[1], ["exit code 4: "])
        self.assertIn("no JSON", self.run_script("echo fine")[1][0])

    def test_a_hang(self):
        before, conformance.SECONDS_MAX = conformance.SECONDS_MAX, 0.2
        try:
            self.assertEqual(self.run_script("exec tail -f /dev/null")[1], ["still running after 0.2 seconds"])
        finally:
            conformance.SECONDS_MAX = before

    def test_counts_and_reasons(self):
        compare = lambda wanted, reasons: list(conformance.compare("x/a", wanted, {"read": "4"}, reasons))
        self.assertEqual(compare({"read": ("4", "4")}, ""), [])
        self.assertEqual(compare({"read": ("3", "3")}, ""), ["read is 4; 3 expected"])
        self.assertEqual(compare({"what.cards": ("1", "1")}, ""), ["what.cards is 0; 1 expected"])
        self.assertEqual(compare({"read": ("3", "4")}, "x/a: because"), [])
        self.assertIn("does not say why", compare({"read": ("3", "4")}, "")[0])

    def test_the_table_of_this_tree_can_be_read(self):
        self.assertGreater(len(conformance.read_table(conformance.TOP / "tests/conformance.tsv")), 200)


if __name__ == "__main__":
    unittest.main()

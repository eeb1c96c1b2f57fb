#!/usr/bin/env python3
"""Plants each fault that transcript.py is there to find. The program under test is a small script."""

import pathlib
import subprocess
import sys
import tempfile
import textwrap
import unittest

TOOL = pathlib.Path(__file__).resolve().parent / "transcript.py"
PROGRAM = '#!/bin/sh\necho "hello $1"; echo "careful" >&2; exit ${2:-0}\n'


class Transcripts(unittest.TestCase):
    def setUp(self):
        self.holder = tempfile.TemporaryDirectory()
        self.addCleanup(self.holder.cleanup)
        self.folder = pathlib.Path(self.holder.name)
        self.program = self.folder / "build" / "wellmet"
        self.program.parent.mkdir()
        self.program.write_text(PROGRAM)
        self.program.chmod(0o755)

    def run_text(self, text, *options):
        path = self.folder / "promise.md"
        path.write_text(textwrap.dedent(text))
        done = subprocess.run([sys.executable, str(TOOL), "--wellmet", str(self.program), *options, str(path)],
                              capture_output=True, text=True)
        return done.returncode, done.stdout, path.read_text()

    def passes(self, text):
        code, said, _ = self.run_text(text)
        self.assertEqual((code, said), (0, "1 passed, 0 failed\n"))

    def fails(self, text, *words):
        code, said, _ = self.run_text(text)
        self.assertEqual(code, 1, said)
        self.assertTrue(said.endswith("0 passed, 1 failed\n"), said)
        for word in words:
            self.assertIn(word, said)

    def test_what_is_printed_and_the_exit_code_as_written(self):
        self.passes("""\
            ```console
            $ wellmet a
            hello a
            careful
            $ wellmet b 3
            hello b
            careful
            [3]
            ```
            """)

    def test_a_wrong_line(self):
        self.fails("```console\n$ wellmet a\nhello b\ncareful\n```\n", "promise.md:2:", "-   hello b", "+   hello a")

    def test_a_line_too_few_and_one_too_many(self):
        self.fails("```console\n$ wellmet a\nhello a\n```\n", "+   careful")
        self.fails("```console\n$ wellmet a\nhello a\ncareful\nmore\n```\n", "-   more")

    def test_a_wrong_exit_code(self):
        self.fails("```console\n$ wellmet a 3\nhello a\ncareful\n```\n", "+   [3]")
        self.fails("```console\n$ wellmet a\nhello a\ncareful\n[3]\n```\n", "-   [3]")

    def test_dots_match_any_lines_or_none_and_nothing_else_does(self):
        self.passes("```console\n$ wellmet a\n...\n```\n")
        self.passes("```console\n$ wellmet a\nhello a\n...\ncareful\n```\n")
        self.passes("```console\n$ printf '1\\n2\\n3\\n4\\n'\n...\n2\n...\n4\n```\n")
        self.fails("```console\n$ wellmet a\n...\nhello\n```\n", "+   careful")
        self.fails("```console\n$ wellmet a\nhello ...\ncareful\n```\n", "-   hello ...")

    def test_dots_that_were_forgotten(self):
        self.fails("```console\n$ printf '1\\n2\\n3\\n'\n1\n3\n```\n", "+   2")

    def test_files_and_commands_of_several_lines(self):
        self.passes("""\
            ```file in/words.txt
            one
            two
            ```

            ```console
            $ cat in/words.txt |
            >   sort -r
            two
            one
            ```
            """)

    def test_the_folder_is_carried_on_and_is_the_only_home(self):
        self.passes("""\
            ```console
            $ echo kept > note
            ```
            ```console
            $ cat note; [ "$HOME" = "$PWD" ] && echo home; echo $TZ $LC_ALL $WELLMET_DB $NO_COLOR
            kept
            home
            UTC C.UTF-8 wellmet.db 1
            ```
            """)

    def test_an_end_without_a_line_break_is_told(self):
        self.fails("```console\n$ printf hello\nhello\n```\n", "(no line break at the end)")

    def test_fences_that_are_wrong(self):
        self.fails("```console\n$ wellmet a\n", "promise.md:1: this block has no end")
        self.fails("```file\nx\n```\n", "promise.md:1: a file block needs a name")
        self.fails("```console\nwellmet a\n```\n", "promise.md:2: a console block starts with")
        self.fails("```bash\nwellmet a\n```\n", "promise.md:1: ```bash is not run")
        self.fails("```file ../x\nx\n```\n", "outside the folder")
        self.fails("Only words.\n", "nothing is run here")

    def test_accept_rewrites_what_was_seen_and_keeps_dots_that_match(self):
        text = "A\n\n```console\n$ wellmet a 2\nhello b\n$ wellmet c\nhello c\n...\n```\nZ\n"
        code, said, written = self.run_text(text, "--accept")
        self.assertEqual(code, 1)
        self.assertEqual(written, "A\n\n```console\n$ wellmet a 2\nhello a\ncareful\n[2]\n$ wellmet c\nhello c\n...\n```\nZ\n")
        self.passes(written)

    def test_accept_keeps_dots_when_another_line_has_changed(self):
        text = "```console\n$ printf '1\\n2\\n3\\n4\\n'\n1\n...\n5\n```\n"
        self.assertEqual(self.run_text(text, "--accept")[2], "```console\n$ printf '1\\n2\\n3\\n4\\n'\n1\n...\n4\n```\n")

    def test_several_files_are_counted(self):
        good, bad = self.folder / "good.md", self.folder / "bad.md"
        good.write_text("```console\n$ true\n```\n")
        bad.write_text("```console\n$ false\n```\n")
        done = subprocess.run([sys.executable, str(TOOL), "--wellmet", str(self.program), str(good), str(bad)],
                              capture_output=True, text=True)
        self.assertEqual(done.stdout.splitlines()[-1], "1 passed, 1 failed")

    def test_a_program_that_is_not_there(self):
        self.program.unlink()
        self.assertEqual(self.run_text("```console\n$ true\n```\n")[0], 2)


if __name__ == "__main__":
    unittest.main()

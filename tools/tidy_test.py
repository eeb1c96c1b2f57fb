#!/usr/bin/env python3
"""Plants each fault that tidy.py is there to find, and expects it by name."""

import pathlib
import subprocess
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import tidy

TOP = pathlib.Path(__file__).resolve().parent.parent
RULE = """folder(base              USES PkgConfig::ICU)
folder(ledger    MAY base)
folder(store     MAY base ledger   USES sqlite)
folder(app       MAY base ledger store)
folder(faces/cli MAY base app      TABLE cli.h Command command_)
"""
CLEAN = {
    "CMakeLists.txt": RULE,
    "base/base.h": "#pragma once\nnamespace base {}\n",
    "ledger/ledger.h": '#pragma once\n\n/// What happened.\n#include "base/base.h"\n',
    "ledger/ledger.cc": '#include "ledger/ledger.h"\n\n#include <string>\n',
    "store/store.cc": '#include "ledger/ledger.h"\nconst char* all = "SELECT id FROM evidence";\n',
    "app/app.h": "#pragma once\nint main_job();\n",
    "faces/cli/cli.cc": '#include <iostream>\n#include "app/app.h"\n',
    "main.cc": '#include "app/app.h"\n#include <ctime>\nlong now() { return std::time(nullptr); }\n',
}


def faults_of(changed):
    """What tidy says about the clean tree with `changed` files in it."""
    with tempfile.TemporaryDirectory() as folder:
        for name, text in {**CLEAN, **changed}.items():
            path = pathlib.Path(folder, name if name.startswith("web/") else "src/" + name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        faults, warnings = tidy.check(pathlib.Path(folder))
        say = lambda rows: [f"{path}:{line}: {what}" for path, line, what in rows]
        return say(faults), say(warnings)


class Includes(unittest.TestCase):
    def named(self, changed, start, words):
        faults, _ = faults_of(changed)
        self.assertEqual(len(faults), 1, faults)
        self.assertTrue(faults[0].startswith(start), faults[0])
        self.assertIn(words, faults[0])

    def test_a_clean_tree_has_no_faults(self):
        self.assertEqual(faults_of({}), ([], []))

    def test_an_upward_include(self):
        self.named({"base/x.cc": '\n#include "ledger/ledger.h"\n'}, "src/base/x.cc:2:", "base may not include ledger")

    def test_an_include_from_a_test_counts_as_its_folder(self):
        self.named({"ledger/x_test.cc": '#include "app/app.h"\n'}, "src/ledger/x_test.cc:1:", "ledger may not include app")

    def test_a_face_that_looks_past_app(self):
        self.named({"faces/cli/x.cc": '#include "ledger/ledger.h"\n'}, "src/faces/cli/x.cc:1:", "faces/cli may not include ledger")

    def test_a_folder_that_is_not_in_the_rule(self):
        self.named({"extra/x.cc": "int x;\n"}, "src/extra/x.cc:1:", "not in the rule")

    def test_a_rule_that_goes_up(self):
        self.named({"CMakeLists.txt": RULE.replace("MAY base)", "MAY base app)")}, "src/CMakeLists.txt:", "not above it")

    def test_a_header_that_is_not_there(self):
        self.named({"app/x.cc": '#include "sidewise.h"\n'}, "src/app/x.cc:1:", "not below src/")

    def test_a_header_that_nobody_includes(self):
        self.named({"base/lonely.h": "#pragma once\n"}, "src/base/lonely.h:1:", "nobody includes")

    def test_a_header_without_its_first_line(self):
        self.named({"base/base.h": "/// Words.\n#include <string>\n#pragma once\n"}, "src/base/base.h:2:", "#pragma once")


class Circles(unittest.TestCase):
    def circles(self, **files):
        return faults_of({f"web/src/{name.replace('__', '/')}.ts": text for name, text in files.items()})[0]

    def test_two_files_that_import_each_other(self):
        found = self.circles(pages__a="// a\nimport { b } from './b'\n", pages__b="import {\n  type A,\n} from '../pages/a'\n")
        self.assertEqual(len(found), 1, found)
        self.assertTrue(found[0].startswith("web/src/pages/b.ts:3: a circle of imports: "), found[0])

    def test_over_a_third_and_by_exporting_again(self):
        found = self.circles(a="import './b'\n", b="export * from './kit/c'\n", kit__c="import type { A } from '../a'\n", d="import { a } from './a'\n")
        self.assertEqual(len(found), 1, found)
        self.assertIn("web/src/a.ts → web/src/b.ts → web/src/kit/c.ts → web/src/a.ts", found[0])

    def test_what_is_loaded_later_is_no_circle(self):
        self.assertEqual(self.circles(a="const b = () => import('./b')\nimport x from 'react'\n", b="import { a } from './a'\nimport './c.css'\n"), [])


class Bans(unittest.TestCase):
    PLANTED = {
        "long now() { return std::time(nullptr); }": "the wall clock",
        "auto t = std::chrono::system_clock::now();": "the wall clock",
        "auto v = a | std::views::all;": "std::views",
        "#include <iostream>": "<iostream>",
        "std::regex r;": "std::regex",
        "void f(char* a) { sprintf(a, b); }": "an unbounded C function",
        "void f() { strcpy(a, b); }": "an unbounded C function",
        "void f() { system(\"ls\"); }": "a shell",
        "void f() { popen(a, b); }": "a shell",
        "int i = rand();": "rand()",
        "int* i = new int;": "a raw new or delete",
        "void f() { delete i; }": "a raw new or delete",
        "using namespace std;": "using namespace std",
        'const char* q = "SELECT id";': "SQL outside store/",
        'const char* q = "INSERT INTO x";': "SQL outside store/",
        "std::ofstream out(path);": "a file opened for writing",
        'FILE* f = fopen(path, "w");': "a file opened for writing",
        "int f = ::open(path, O_CREAT | O_WRONLY, 0600);": "a file opened for writing",
        "auto name = mkdtemp(pattern);": "a file opened for writing",
        "std::filesystem::create_directories(path);": "a file opened for writing",
        "std::rename(a, b);": "a file opened for writing",
        "sqlite3_open_v2(path, &db, flags, nullptr);": "a file opened for writing",
        "void f() { GTEST_SKIP(); }": "GTEST_SKIP",
        "int x;  // TODO later": "an unfinished mark",
        "/* a HACK */": "an unfinished mark",
        'const char* p = "/wo' 'rk/shared";': "a path of one machine",
    }

    def test_each_ban_is_named_with_what_to_do_instead(self):
        for line, name in self.PLANTED.items():
            with self.subTest(line):
                faults, _ = faults_of({"app/x.cc": "\n\n" + line + "\n"})
                self.assertEqual(len(faults), 1, faults)
                self.assertTrue(faults[0].startswith("src/app/x.cc:3: " + name + "; "), faults[0])

    def test_every_ban_has_its_planted_fault(self):
        planted = set(self.PLANTED.values()) | {"a sleep in a test"}
        self.assertEqual(planted, {name for name, *_ in tidy.BANS})

    def test_a_test_does_not_sleep(self):
        self.assertIn("a sleep in a test", faults_of({"app/x_test.cc": "void f() { sleep(1); }\n"})[0][0])
        self.assertEqual(faults_of({"app/x.cc": "void f() { sleep(1); }\n"})[0], [])

    def test_words_in_comments_and_texts_are_no_code(self):
        harmless = '// std::regex would be new here; delete it\nconst char* s = "new york system(1)";\nint apostrophe = 1\'000;\n'
        self.assertEqual(faults_of({"app/x.cc": harmless})[0], [])

    def test_what_only_looks_like_a_ban(self):
        harmless = ("X(const X&) = delete;\nint brand(int);\nvoid f() { time(moment); x.time(0); }\n"
                    "auto a = App::open(settings);\nint f = ::open(path, O_RDONLY);\nauto o = base::OutFile::open(path);\n")
        self.assertEqual(faults_of({"app/x.cc": harmless})[0], [])

    def test_a_new_that_is_owned_at_once(self):
        self.assertEqual(faults_of({"app/x.cc": "auto x = std::unique_ptr<X>(new X(1));\n"})[0], [])


class Sizes(unittest.TestCase):
    def test_long_headers_and_functions_are_warnings_only(self):
        long_function = "int f(int a) {\n" + "  a += 1;\n" * 70 + "}\n"
        faults, warnings = faults_of({"base/base.h": "#pragma once\n" + "\n" * 150, "app/x.cc": long_function})
        self.assertEqual(faults, [])
        self.assertEqual(len(warnings), 2, warnings)
        self.assertIn("src/app/x.cc:1: f has 72 lines", warnings[0])
        self.assertIn("a header of 151 lines", warnings[1])


class Program(unittest.TestCase):
    def test_a_fault_is_exit_1(self):
        with tempfile.TemporaryDirectory() as folder:
            pathlib.Path(folder, "src/base").mkdir(parents=True)
            pathlib.Path(folder, "src/CMakeLists.txt").write_text(RULE)
            pathlib.Path(folder, "src/base/x.cc").write_text("using namespace std;\n")
            done = subprocess.run([sys.executable, str(TOP / "tools/tidy.py"), folder], capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertEqual(done.stdout, "src/base/x.cc:1: using namespace std; write std:: where it is used\n")


if __name__ == "__main__":
    unittest.main()

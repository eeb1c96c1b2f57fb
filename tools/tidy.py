#!/usr/bin/env python3
"""The rules that no compiler checks: who includes whom, and what is never written.

    tools/tidy.py [--sizes] [FOLDER]     FOLDER: the top of the source tree

The rule itself is in src/CMakeLists.txt (lines `folder(NAME MAY … USES …)`), where CMake reads the
same lines to decide what links. Says `file:line: what is wrong; what to do instead`, exit 1.
"""

import argparse
import pathlib
import posixpath
import re
import sys

HEADER_LINES_MAX = 150
FUNCTION_LINES_MAX = 70
DECLARATION_WORDS = {"USES", "TABLE", "UNIT"}

# (what it is called, pattern, what to do instead, where it is looked for, what is left of the line)
# left: "code" is the line without comments and texts, "texts" without comments, "comments" those alone.
BANS = [
    ("the wall clock", r"\bstd::time\b|\bsystem_clock\b|\bgettimeofday\b|(?<![\w:.>])time\(\s*(?:nullptr|NULL|0)\s*\)",
     "take the moment as an argument (Settings.now); only main.cc reads the clock", "code"),
    ("std::views", r"\bstd::views\b|\bstd::ranges::views\b", "write the loop; clang 14 cannot compile views", "code"),
    ("<iostream>", r"#\s*include\s*<iostream>", "take a std::ostream& (<ostream>); only main.cc and faces have streams", "code"),
    ("std::regex", r"\bstd::regex\b|#\s*include\s*<regex>", "scan with std::string_view, as base/text.h does", "code"),
    ("an unbounded C function", r"\b(?:sprintf|strcpy|strcat)\s*\(", "use fmt::format and std::string", "code"),
    ("a shell", r"\bsystem\s*\(|\bpopen\s*\(", "call the library; no program is started from here", "code"),
    ("rand()", r"(?<![\w.])rand\s*\(", "take the seed as an argument and use <random>", "code"),
    # A factory of a class with a private constructor cannot use make_unique: new within unique_ptr<X>( is owned.
    ("a raw new or delete", r"^(?!.*\bunique_ptr<).*(?<!operator )\bnew\s+[A-Za-z_:(]|"
     r"(?<!operator )(?<!= )\bdelete(?:\[\])?\s+[A-Za-z_*(]", "own by value or std::unique_ptr", "code"),
    ("using namespace std", r"\busing\s+namespace\s+std\b", "write std:: where it is used", "code"),
    ("SQL outside store/", r"SELECT |INSERT INTO ", "put the query into store/, just above the function that runs it", "texts"),
    ("GTEST_SKIP", r"\bGTEST_SKIP\b", "make the test run everywhere, or delete it", "code"),
    ("an unfinished mark", r"\b(?:TODO|FIXME|XXX|HACK)\b", "do it now, or write an issue", "comments"),
    ("a path of one machine", r"(?<![\w.])/(?:work|farm)/", "take the folder as an argument, or a path inside the tree", "all"),
    ("a file opened for writing", r"\bofstream\b|\bf(?:re)?open\s*\(|(?<![\w>)])::open\s*\((?!.*O_RDONLY)|\bcreat\s*\(|"
     r"\bmk[a-z]*temp\s*\(|\bcreate_director|(?:\bstd|\bfs|\bfilesystem|(?<!\w))::rename\s*\(|\bcopy_file\s*\(|\bsqlite3_open",
     "store::Vault writes what is wellmet's own (app/vault.h), base/output.h what somebody asked for", "code"),
    ("a sleep in a test", r"\bsleep(?:_for|_until)?\s*\(|\busleep\s*\(", "pass the moment as an argument; no test waits", "code"),
]

# Where a ban does not hold, each with the reason: (ban, pattern of the file's path below src/, reason).
ALLOWED = [
    ("the wall clock", r"main\.cc", "the one place that reads it"),
    ("<iostream>", r"main\.cc|faces/.*", "they hand the streams on"),
    ("SQL outside store/", r"store/.*", "the one place that has any"),
    ("a file opened for writing", r"base/output\.cc|store/vault\.cc|store/database\.cc", "the three that do; SQLite in the last"),
    ("a file opened for writing", r".*_(?:test|fuzz|bench)\.cc", "what they write is their own"),
    ("a sleep in a test", r"(?!.*_(?:test|fuzz|bench)\.cc$).*", "the ban is on tests"),
]


def read_rule(text):
    """The folders in the order of src/CMakeLists.txt, each with those that it may include."""
    rule = {}
    for inside in re.findall(r"^\s*folder\(([^)]*)\)", text, re.M):
        words = inside.split()
        may, reading = [], False
        for word in words[1:]:
            if word == "MAY":
                reading = True
            elif word in DECLARATION_WORDS:
                reading = False
            elif reading:
                may.append(word)
        rule[words[0]] = may
    return rule


def folder_of(path, rule):
    """The folder of the rule that holds `path` (below src/), the longest that fits; None for src/ itself."""
    parent = path.rpartition("/")[0]
    while parent and parent not in rule:
        parent = parent.rpartition("/")[0]
    return parent or None


def line_of(text, at):
    return text.count("\n", 0, at) + 1


TOKEN = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"(\w*)\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.S)


def blank(text):
    """As many lines, and nothing in them."""
    return re.sub(r"[^\n]", " ", text)


def split_lines(text):
    """The text four times, line for line: code alone, code with its texts, comments alone, all."""
    code, texts, comments, last = [], [], [], 0
    for match in TOKEN.finditer(text):
        before, found = text[last:match.start()], match.group(0)
        is_comment = found.startswith(("//", "/*"))
        code += [before, blank(found)]
        texts += [before, blank(found) if is_comment else found]
        comments += [blank(before), found if is_comment else blank(found)]
        last = match.end()
    views = {"code": code + [text[last:]], "texts": texts + [text[last:]], "comments": comments + [blank(text[last:])],
             "all": [text]}
    return {name: "".join(parts).split("\n") for name, parts in views.items()}


def includes(text):
    """(line, name) of each #include "name"."""
    for number, line in enumerate(text.split("\n"), 1):
        match = re.match(r'\s*#\s*include\s*"([^"]+)"', line)
        if match:
            yield number, match.group(1)


def check_includes(path, text, rule, known):
    """Who includes whom. `known`: every header below src/."""
    here = folder_of(path, rule)
    if here is None and "/" in path:
        yield 1, (f"the folder of {path} is not in the rule; "
                  f"add a line folder({path.split('/')[0]} MAY …) to src/CMakeLists.txt")
        return
    for line, name in includes(text):
        there = folder_of(name, rule)
        if name not in known:
            yield line, f'"{name}" is not below src/; write the path from src/, or <…> for a library'
        elif here is None or there is None or there == here:
            continue
        elif there not in rule[here]:
            allowed = " ".join(rule[here]) or "nothing"
            yield line, (f"{here} may not include {there} (only {allowed}); "
                         "move what is needed down the list, or pass it as an argument")


def first_words(lines):
    """(line number, text) of the first line that holds code."""
    for number, line in enumerate(lines, 1):
        if line.strip():
            return number, line.strip()
    return 1, ""


def check_bans(path, views):
    for name, pattern, instead, view in BANS:
        if any(ban == name and re.fullmatch(place, path) for ban, place, _ in ALLOWED):
            continue
        if not re.search(pattern, "\n".join(views[view]), re.M):  # Nearly always: a tenth of the time of line by line.
            continue
        for number, line in enumerate(views[view], 1):
            if re.search(pattern, line):
                yield number, f"{name}; {instead}"


def function_sizes(lines):
    """(line, name, lines) of each function body: a block that opens after a ')' and is not nested."""
    depth_of_blocks = []  # What each open brace is: "function", "other".
    started, name, since = 0, "", ""
    for number, line in enumerate(lines, 1):
        for letter in line:
            if letter == "{":
                in_function = "function" in depth_of_blocks
                looks = re.search(r"([\w:~]+)\s*\([^;]*\)[\w\s:&<>,\->()]*$", since, re.S)
                is_function = bool(looks) and not in_function and not re.search(r"=\s*$", since)
                if is_function:
                    started, name = number, looks.group(1)
                depth_of_blocks.append("function" if is_function else "other")
                since = ""
            elif letter == "}":
                if depth_of_blocks and depth_of_blocks.pop() == "function":
                    yield started, name, number - started + 1
                since = ""
            elif letter == ";":
                since = ""
            else:
                since += letter
        since += "\n"


def check_sizes(path, text, views):
    if path.endswith(".h") and text.count("\n") > HEADER_LINES_MAX:
        yield 1, f"a header of {text.count(chr(10))} lines; up to {HEADER_LINES_MAX}: split it by subject"
    for line, name, count in function_sizes(views["code"]):
        if count > FUNCTION_LINES_MAX:
            yield line, f"{name} has {count} lines; up to {FUNCTION_LINES_MAX}: split it by step"


WEB_IMPORT = re.compile(r"""^(?:import|export)\b[^;'"]*?['"](\.[^'"]+)['"]""", re.M)


def web_imports(top):
    """{file: {file that it imports: line}} below web/src, types included. What is loaded later, by import(), does not count."""
    source = top / "web" / "src"
    files = {p.relative_to(top).as_posix(): p.read_text(encoding="utf-8")
             for p in sorted(source.rglob("*")) if p.suffix in (".ts", ".tsx")}
    imports = {}
    for path, text in files.items():
        imports[path] = {}
        for match in WEB_IMPORT.finditer(text):
            there = posixpath.normpath(posixpath.join(posixpath.dirname(path), match.group(1)))
            for name in (there, there + ".ts", there + ".tsx", there + "/index.ts", there + "/index.tsx"):
                if name in files:
                    imports[path].setdefault(name, line_of(text, match.start(1)))
    return imports


def check_circles(imports):
    """Files that import each other, over however many others: each circle once, at the import that closes it."""
    done, way = set(), []

    def visit(path):
        way.append(path)
        for other, line in sorted(imports[path].items()):
            if other in way:
                circle = " → ".join([*way[way.index(other):], other])
                yield path, line, f"a circle of imports: {circle}; move what both need into a file of its own"
            elif other not in done:
                yield from visit(other)
        done.add(way.pop())

    for path in sorted(imports):
        if path not in done:
            yield from visit(path)


def check(top):
    """(faults, warnings), each `file:line: text`, in the order of files and lines."""
    source = top / "src"
    rule = read_rule((source / "CMakeLists.txt").read_text(encoding="utf-8"))
    faults, warnings = [], []
    for name, may in rule.items():
        earlier = list(rule)[:list(rule).index(name)]
        for other in may:
            if other not in earlier:
                faults.append(("src/CMakeLists.txt", 1, f"{name} may include {other}, which is not above it; "
                                                        "data flows down the list only"))
    files = {p.relative_to(source).as_posix(): p.read_text(encoding="utf-8", errors="replace")
             for p in sorted(source.rglob("*")) if p.suffix in (".h", ".cc") and "testdata" not in p.parts}
    headers = {path for path in files if path.endswith(".h")}
    used = {name for path, text in files.items() for _, name in includes(text) if name != path}
    # Laws and benches outside src/ are readers of its headers too.
    for outside in ("tests", "bench"):
        for other in sorted((top / outside).rglob("*.cc")):
            used |= {name for _, name in includes(other.read_text(encoding="utf-8", errors="replace"))}
    for path, text in files.items():
        views = split_lines(text)
        found = list(check_includes(path, text, rule, headers)) + list(check_bans(path, views))
        if path in headers:
            number, first = first_words(views["code"])
            if first != "#pragma once":
                found.append((number, "a header starts with #pragma once; move it to the top"))
            if path not in used:
                found.append((1, "nobody includes this header; delete it, or move it into its .cc"))
        faults += [("src/" + path, line, what) for line, what in found]
        warnings += [("src/" + path, line, what) for line, what in check_sizes(path, text, views)]
    faults += check_circles(web_imports(top))
    return sorted(faults), sorted(warnings)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", default=pathlib.Path(__file__).resolve().parent.parent, type=pathlib.Path)
    parser.add_argument("--sizes", action="store_true", help="also list long headers and functions (never a fault)")
    given = parser.parse_args()
    faults, warnings = check(given.folder)
    for path, line, what in faults + (warnings if given.sizes else []):
        print(f"{path}:{line}: {what}")
    if not faults:
        print("the rules hold")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())

#!/usr/bin/env python3
"""Runs the shell sessions in Markdown files and compares what is printed, exactly.

    tools/transcript.py [--wellmet PATH] [--accept] FILE.md…

A block that opens with ```file NAME is written into a fresh folder. A block that opens with
```console is run there:

    $ wellmet import contacts.vcf      a command; lines that start with "> " go on with it
    contacts.vcf   1 card              what it prints, both streams in order
    ...                                any lines, or none: the only pattern
    [3]                                the exit code, when it is not 0

Files and the data file are carried on through one Markdown file. --accept rewrites the file with
what was seen; read the difference before it is committed.
"""

import argparse
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

SECONDS_MAX = 60
VISIBLE = {code: 0x2400 + code for code in range(32)}  # Control characters in a difference: ␍ and the like.
FENCE = re.compile(r"^(`{3,})(\w*)[ ]?(.*)$")


class Bad(Exception):
    """The Markdown itself is wrong: (line, what)."""


class Step:
    """One command, the lines that it shall print, and its place in the file."""

    def __init__(self, line, command):
        self.line = line          # Of the `$`, counted from 0.
        self.command = [command]  # First line, then those after "> ".
        self.first = line + 1     # Of the first expected line.
        self.expected = []        # Without the exit code.
        self.code = 0


def read_steps(lines, start, end):
    """The commands of a console block between two line numbers."""
    steps = []
    for number in range(start, end):
        line = lines[number]
        if line.startswith("$ "):
            steps.append(Step(number, line[2:]))
        elif not steps:
            raise Bad(number, "a console block starts with a line `$ command`")
        elif line.startswith("> ") and number == steps[-1].first:
            steps[-1].command.append(line[2:])
            steps[-1].first += 1
        else:
            steps[-1].expected.append(line)
    for step in steps:
        if step.expected and re.fullmatch(r"\[\d+\]", step.expected[-1]):
            step.code = int(step.expected.pop()[1:-1])
    return steps


def read_blocks(lines):
    """Yields (kind, name, first line, line after the last) of each fenced block."""
    number = 0
    while number < len(lines):
        fence = FENCE.match(lines[number])
        if not fence:
            number += 1
            continue
        ticks, kind, name = fence.groups()
        end = number + 1
        while end < len(lines) and lines[end].rstrip() != ticks:
            end += 1
        if end == len(lines):
            raise Bad(number, f"this block has no end; close it with {ticks}")
        if kind == "file" and not name.strip():
            raise Bad(number, "a file block needs a name: ```file NAME")
        if kind in ("files", "shell", "sh", "bash", "cmd"):
            raise Bad(number, f"```{kind} is not run; write ```console with `$ command` lines, or ```text")
        yield kind, name.strip(), number + 1, end
        number = end + 1


def matches(expected, seen):
    """Whether the lines are the same, where `...` stands for any lines."""
    if "..." not in expected:
        return expected == seen
    reach = {0}  # How many lines of `seen` the pattern so far may have used.
    for want in expected:
        if want == "...":
            reach = set(range(min(reach), len(seen) + 1))
        else:
            reach = {at + 1 for at in reach if at < len(seen) and seen[at] == want}
        if not reach:
            return False
    return len(seen) in reach


def seen_with_dots(expected, seen):
    """`seen`, with the `...` of `expected` kept where its neighbours are still there."""
    parts, current = [], []
    for line in expected:
        if line == "...":
            parts.append(current)
            current = []
        else:
            current.append(line)
    parts.append(current)
    if len(parts) == 1:
        return seen
    # The lines before the first dots and after the last are pinned to the ends; each is kept only if it fits.
    head, tail = parts[0], parts[-1]
    fits = seen[:len(head)] == head and len(seen) >= len(head) + len(tail) and seen[len(seen) - len(tail):] == tail
    if len(parts) == 2 and fits:
        return expected
    if len(parts) == 2 and head and seen[:len(head)] == head:
        return head + ["..."] + (seen[-len(tail):] if tail else [])
    if len(parts) == 2 and tail and seen[-len(tail):] == tail:
        return seen[:len(head)] + ["..."] + tail
    return seen


class Session:
    """A fresh folder, and bash in it with nothing of the surroundings but the program under test."""

    def __init__(self, folder, program):
        self.folder = folder
        keep = {name: os.environ[name] for name in ("ASAN_OPTIONS", "UBSAN_OPTIONS") if name in os.environ}
        self.environment = keep | {
            "PATH": f"{program.parent}:{os.environ.get('PATH', '/usr/bin:/bin')}", "HOME": str(folder),
            "XDG_DATA_HOME": str(folder / ".data"), "WELLMET_DB": "wellmet.db", "TZ": "UTC",
            "LC_ALL": "C.UTF-8", "NO_COLOR": "1"}

    def write(self, name, lines):
        path = (self.folder / name).resolve()
        if self.folder.resolve() not in path.parents:
            raise ValueError(f"{name} is outside the folder")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("".join(line + "\n" for line in lines), encoding="utf-8")

    def run(self, command):
        """(lines, exit code). A last line without a break is told, since it would not be seen."""
        try:
            done = subprocess.run(["bash", "-c", "\n".join(command)], cwd=self.folder, env=self.environment,
                                  stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                  timeout=SECONDS_MAX, check=False)
        except subprocess.TimeoutExpired:
            return [f"(still running after {SECONDS_MAX} seconds)"], -1
        text = done.stdout.decode("utf-8", errors="backslashreplace")
        lines = text.split("\n")
        last = lines.pop()
        if last:
            lines += [last, "(no line break at the end)"]
        return lines, done.returncode


def difference(step, seen, code):
    """What was expected and what was seen, as a person reads it."""
    want = step.expected + ([f"[{step.code}]"] if step.code else [])
    have = seen + ([f"[{code}]"] if code else [])
    yield "    $ " + "\n    > ".join(step.command)
    for line in difflib.ndiff(want, have):
        if not line.startswith("?"):
            yield "  " + line[:2] + "  " + line[2:].translate(VISIBLE)


def run_file(path, program, accept):
    """The faults of one Markdown file as texts. With `accept` the file is rewritten."""
    lines = path.read_text(encoding="utf-8").split("\n")
    faults, changes, commands = [], [], 0
    with tempfile.TemporaryDirectory() as folder:
        session = Session(pathlib.Path(folder), program)
        for kind, name, start, end in read_blocks(lines):
            if kind == "file":
                session.write(name, lines[start:end])
            if kind != "console":
                continue
            steps = read_steps(lines, start, end)
            commands += len(steps)
            for step, following in zip(steps, steps[1:] + [None]):
                seen, code = session.run(step.command)
                if matches(step.expected, seen) and code == step.code:
                    continue
                faults.append("\n".join([f"{path}:{step.line + 1}: not what it says (- expected, + seen)",
                                         *difference(step, seen, code)]))
                written = seen_with_dots(step.expected, seen) + ([f"[{code}]"] if code else [])
                changes.append((step.first, following.line if following else end, written))
    if not commands:
        raise Bad(0, "nothing is run here; add a ```console block")
    if accept and changes:
        for first, last, written in reversed(changes):
            lines[first:last] = written
        path.write_text("\n".join(lines), encoding="utf-8")
    return faults


def main():
    top = pathlib.Path(__file__).resolve().parent.parent
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="+", type=pathlib.Path)
    parser.add_argument("--wellmet", type=pathlib.Path, default=top / "build/release/wellmet")
    parser.add_argument("--accept", action="store_true", help="rewrite the files with what was seen")
    given = parser.parse_args()
    program = given.wellmet.resolve()
    if not program.is_file():
        print(f"{program} is not there; build it first: ninja -C build/release wellmet", file=sys.stderr)
        return 2
    passed = failed = 0
    for path in given.files:
        try:
            faults = run_file(path, program, given.accept)
        except Bad as bad:
            faults = [f"{path}:{bad.args[0] + 1}: {bad.args[1]}"]
        except (OSError, ValueError) as error:
            faults = [f"{path}: {error}"]
        for fault in faults:
            print(fault)
        failed, passed = failed + bool(faults), passed + (not faults)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())

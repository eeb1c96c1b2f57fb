#!/usr/bin/env python3
"""The catalogues, words/*.json, and the code that says their sentences.

tools/words.py           what is wrong, a line each; exit 1 where anything is
tools/words.py --write   sorts words/en.json, and writes words/xx.json anew: English in strange letters and brackets, in which a
                         test finds whatever is said outside the catalogue

A catalogue is one JSON object: a code, as "talk.owed", and its sentence in ICU's MessageFormat, one a line, sorted. Code says it
with say("talk.owed", {{"since", …}}) in src/, with say('web.today.left', { n }), or rich(…) where it has tags, in web/src/: each
code that is said has a sentence, each sentence is said, and the names of the arguments are the same in both. The tables of
commands hold codes, "usage.…", which are said without arguments. The sentences of the web app, and they alone, begin with "web.":
the program is built without them.
"""

import json
import pathlib
import re
import sys

top = pathlib.Path(__file__).resolve().parent.parent
CALL = re.compile(r'\b(?:say|rich)\(\s*[\'"]([a-z0-9]+(?:[.-][a-z0-9]+)*\.[a-z0-9.-]+)[\'"]')
TABLE = re.compile(r'(?<!say\()"(usage(?:\.[a-z0-9-]+)+)"')
MADE_UP = re.compile(r"(?<!function )\b(?:say|rich)\((?!\s*'web\.)")  # In web/src: a code that is not written out.
TAG = re.compile(r"</?([a-z_]+)>")
LETTERS = str.maketrans("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ",
                        "åƀçđéƒğĥîĵķļɱñöþɋŕšţûṽŵẋýžÅƁÇĐÉƑĞĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ")


def arguments(pattern):
    """The names of a pattern's arguments, also within plurals and choices."""
    return read(pattern)[1]


def is_pattern(pattern):
    try:
        read(pattern)
    except (AttributeError, IndexError, ValueError):
        return False
    return True


def pseudo(pattern):
    """`pattern` in strange letters, in brackets; what is filled in and the names of choices stay."""
    return "⟦" + read(pattern)[0] + "⟧"


def read(pattern):
    """(the pattern in strange letters, the names of its arguments)."""
    names = set()

    def text(at, depth):
        out = []
        while at < len(pattern):
            char = pattern[at]
            if char == "'" and pattern[at + 1:at + 2] in ("{", "}"):  # Quoted: as it stands.
                end = pattern.index("'", at + 1) + 1
                out.append(pattern[at:end])
                at = end
            elif char == "{":
                part, at = argument(at)
                out.append(part)
            elif char == "}" and depth:
                break
            elif char == "<" and TAG.match(pattern, at):
                tag = TAG.match(pattern, at)
                names.add(tag.group(1))
                out.append(tag.group())
                at = tag.end()
            else:
                out.append(char.translate(LETTERS))
                at += 1
        return "".join(out), at

    def argument(at):
        head = re.compile(r"\{\s*(\w+)\s*").match(pattern, at)
        names.add(head.group(1))
        at = head.end()
        if pattern[at] == "}":
            return pattern[head.start():at + 1], at + 1
        kind = re.compile(r",\s*(\w+)\s*,?\s*").match(pattern, at)
        if kind.group(1) not in ("plural", "select", "selectordinal"):
            end = pattern.index("}", at) + 1
            return pattern[head.start():end], end
        out, at = pattern[head.start():kind.end()], kind.end()
        while pattern[at] != "}":
            name = re.compile(r"[\w=:-]+\s*\{").match(pattern, at)
            inner, at = text(name.end(), 1)
            gap = re.compile(r"\}\s*").match(pattern, at)
            out += name.group() + inner + gap.group()
            at = gap.end()
        return out + "}", at + 1

    return text(0, 0)[0], names


def said(path):
    """(line, code, names of the arguments) of each call in a file; the names are None where they are not written out."""
    source = path.read_text()
    for call in CALL.finditer(source):
        depth, at = 1, call.end()
        while depth and at < len(source):
            if source[at] in "\"'":
                quote, at = source[at], at + 1
                while source[at] != quote:
                    at += 2 if source[at] == "\\" else 1
            depth += (source[at] in "({[") - (source[at] in ")}]")
            at += 1
        rest = source[call.end():at - 1]
        if path.suffix == ".cc" or path.suffix == ".h":
            names = set(re.findall(r'\{\s*"([a-z_]+)"\s*,', rest)) - nested(rest)
        else:
            names = properties(rest)
        yield source.count("\n", 0, call.start()) + 1, call.group(1), names
    for code in TABLE.finditer(source):
        yield source.count("\n", 0, code.start()) + 1, code.group(1), set()


def properties(rest):
    """Names in the object that stands second in a call of TypeScript, written out (n: 3) or short (n)."""
    top_level, depth = "", 0
    for char in re.sub(r"'[^'\n]*'|=>", "", rest):
        depth -= char in ")}]"
        top_level += char if depth <= 1 else ""
        depth += char in "({["
    return set(re.findall(r"[{,]\s*(\w+)\s*(?=[:,}])", top_level))


def nested(rest):
    """Names of the arguments of messages within."""
    inner = set()
    for call in CALL.finditer(rest):
        depth, at = 1, call.end()
        while depth and at < len(rest):
            depth += (rest[at] in "({[") - (rest[at] in ")}]")
            at += 1
        inner |= set(re.findall(r'\{\s*"([a-z_]+)"\s*,', rest[call.end():at]))
        outer = rest[:call.start()] + rest[at:]
        inner -= set(re.findall(r'\{\s*"([a-z_]+)"\s*,', outer))
    return inner


def text_of(catalogue):
    lines = ",\n".join(f"  {json.dumps(code)}: {json.dumps(catalogue[code], ensure_ascii=False)}" for code in sorted(catalogue))
    return "{\n" + lines + "\n}\n"


def problems():
    english = top / "words/en.json"
    catalogue = json.loads(english.read_text())
    if english.read_text() != text_of(catalogue):
        yield "words/en.json: is not sorted, one sentence a line: tools/words.py --write"
    broken = [code for code, pattern in catalogue.items() if not is_pattern(pattern)]
    for code in broken:
        yield f"words/en.json: {code}: its braces do not fit"
    if broken:
        return
    if (top / "words/xx.json").read_text() != text_of({code: pseudo(one) for code, one in catalogue.items()}):
        yield "words/xx.json: is not English in strange letters: tools/words.py --write"
    for code, pattern in catalogue.items():
        if "\\" in pattern:
            yield f"words/en.json: {code}: has a backslash"
        if '"' in pattern and not re.search(r"wellmet |--[a-z]|\"\w+\":|\"\d", pattern):
            yield f"words/en.json: {code}: typographic quotes, but in what is typed"
    used = set()
    files = sorted(p for folder, ends in (("src", (".cc", ".h")), ("web/src", (".ts", ".tsx")))
                   for p in (top / folder).rglob("*") if p.suffix in ends and not p.stem.endswith(("_test", "_fuzz", "_bench")))
    for path in files:
        web = path.suffix in (".ts", ".tsx")
        for made_up in MADE_UP.finditer(path.read_text()) if web else ():
            line = path.read_text().count("\n", 0, made_up.start()) + 1
            yield f"{path.relative_to(top)}:{line}: says what is no code of the web app's, written out: make a table of them"
        for line, code, names in said(path):
            where = f"{path.relative_to(top)}:{line}"
            used.add(code)
            if code.startswith("web.") != web:
                yield f"{where}: {code}: the web app's sentences, and they alone, begin with web."
            if code not in catalogue:
                yield f"{where}: words/en.json has no sentence {code}"
                continue
            wanted = arguments(catalogue[code])
            for name in sorted(wanted - names):
                yield f"{where}: {code} needs an argument {name}"
            for name in sorted(names - wanted):
                yield f"{where}: {code} does not use its argument {name}"
    for code in sorted(set(catalogue) - used):
        yield f"words/en.json: nothing says {code}"


def main():
    if "--write" in sys.argv:
        english = top / "words/en.json"
        catalogue = json.loads(english.read_text())
        english.write_text(text_of(catalogue))
        (top / "words/xx.json").write_text(text_of({code: pseudo(one) for code, one in catalogue.items()}))
        return 0
    found = list(problems())
    for one in found:
        print(one)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

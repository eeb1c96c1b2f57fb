#!/usr/bin/env python3
"""Plants each fault that words.py is there to find."""

import json
import pathlib
import sys
import tempfile
import unittest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent))
import words

SAID = 'auto m = base::say("talk.owed", {{"days", days}, {"ago", base::say("span.ago", {{"n", 3}})}});\n'
ENGLISH = {"span.ago": "{n, plural, one {# day} other {# days}} ago", "talk.owed": "wrote {ago}, {days} days"}


WEB = """const t = say('web.left', { n, who: <b>{name}</b>, b: (parts: string[]) => <b>{parts}</b> })\n"""
WEB_ENGLISH = {**ENGLISH, "web.left": "{n, plural, one {# step} other {# steps}} for <b>{who}</b>"}


def faults(source=SAID, english=ENGLISH, strange=None, web=""):
    with tempfile.TemporaryDirectory() as folder:
        top = pathlib.Path(folder)
        for name in ("src", "words", "web/src"):
            (top / name).mkdir(parents=True)
        (top / "src/a.cc").write_text(source)
        (top / "web/src/a.tsx").write_text(web)
        (top / "words/en.json").write_text(words.text_of(english))
        pseudo = {code: words.pseudo(one) for code, one in english.items()} if strange is None else strange
        (top / "words/xx.json").write_text(words.text_of(pseudo))
        before, words.top = words.top, top
        try:
            return list(words.problems())
        finally:
            words.top = before


class Words(unittest.TestCase):
    def expect(self, found, what):
        self.assertTrue(any(what in one for one in found), found)

    def test_a_catalogue_that_fits_has_no_faults(self):
        self.assertEqual(faults(), [])

    def test_a_code_without_a_sentence(self):
        self.expect(faults(source=SAID + 'base::say("no.such");'), "has no sentence no.such")

    def test_a_sentence_that_nothing_says(self):
        self.expect(faults(english={**ENGLISH, "talk.more": "more"}), "nothing says talk.more")

    def test_arguments_that_do_not_fit(self):
        self.expect(faults(english={**ENGLISH, "talk.owed": "wrote {ago}"}), "does not use its argument days")
        self.expect(faults(english={**ENGLISH, "talk.owed": "wrote {ago}, {days}, {who}"}), "needs an argument who")
        self.expect(faults(english={**ENGLISH, "span.ago": "{days} ago"}), "span.ago needs an argument days")

    def test_codes_in_tables_are_said(self):
        table = SAID + 'constexpr Option options[] = {{"--limit", "N", "usage.people.limit"}};\n'
        self.expect(faults(source=table), "has no sentence usage.people.limit")
        self.assertEqual(faults(source=table, english={**ENGLISH, "usage.people.limit": "at most so many"}), [])
        self.expect(faults(source=table, english={**ENGLISH, "usage.people.limit": "at most {n}"}), "needs an argument n")
        self.expect(faults(english={**ENGLISH, "usage.people.limit": "at most so many"}), "nothing says usage.people.limit")

    def test_strange_letters_that_are_old(self):
        self.expect(faults(strange={"span.ago": "⟦ågö⟧", "talk.owed": "⟦⟧"}), "xx.json")

    def test_the_web_app(self):
        self.assertEqual(faults(english=WEB_ENGLISH, web=WEB), [])
        self.assertEqual(faults(english=WEB_ENGLISH, web=WEB.replace("say(", "rich(\n  ")), [])
        self.expect(faults(web=WEB), "a.tsx:1: words/en.json has no sentence web.left")
        self.expect(faults(english=WEB_ENGLISH), "nothing says web.left")
        self.expect(faults(english=WEB_ENGLISH, web=WEB.replace("{ n,", "{")), "web.left needs an argument n")
        self.expect(faults(english=WEB_ENGLISH, web=WEB.replace("b: (", "i: (")), "web.left needs an argument b")
        self.expect(faults(english=WEB_ENGLISH, web=WEB.replace("b: (", "i: (")), "web.left does not use its argument i")
        self.expect(faults(english=WEB_ENGLISH, web=WEB.replace("{ n,", "{ n: 3, day,")), "web.left does not use its argument day")

    def test_codes_that_are_not_written_out_and_those_of_the_other_side(self):
        for made_up in ("say(`web.rung.${rung}`)", "say(one ? 'web.left' : 'web.right')", "rich(code, { n })"):
            self.expect(faults(web=f"\nconst t = {made_up}\n"), "a.tsx:2: says what is no code")
        self.expect(faults(web="say('span.ago', { n })"), "a.tsx:1: says what is no code")
        self.expect(faults(source=SAID + 'base::say("web.left");', english=WEB_ENGLISH, web=WEB), "begin with web.")

    def test_quotes_and_braces(self):
        self.expect(faults(english={**ENGLISH, "talk.owed": 'wrote "{ago}", {days}'}), "typographic quotes")
        self.expect(faults(english={**ENGLISH, "span.ago": "{n, plural, one {# day} other {# days} ago"}, strange={}), "braces")

    def test_strange_letters_leave_arguments_and_choices(self):
        self.assertEqual(words.pseudo("a {n, plural, one {# day} other {# days}} b {name}"), "⟦å {n, plural, one {# đåý} other {# đåýš}} ƀ {name}⟧")
        self.assertEqual(words.pseudo("a <b>{n}</b> bee"), "⟦å <b>{n}</b> ƀéé⟧")
        self.assertEqual(words.pseudo("first: '{{'title'}}'"), "⟦ƒîŕšţ: '{{'ţîţļé'}}'⟧")
        self.assertEqual(json.loads(words.text_of({"a.b": "ö"})), {"a.b": "ö"})


if __name__ == "__main__":
    unittest.main()

#!/usr/bin/env python3
"""document.py WELLMET: asks a server every operation of docs/api/openapi.yaml and makes each documented error happen.
What it answers has to be as the document says, and nothing may stand in the document that was not seen here."""
import http.server
import os
import re
import sys
import threading
import unittest
from pathlib import Path

import jsonschema
import yaml

sys.path.insert(0, str(Path(__file__).parent))
from served import Served, quoted, wait_until  # noqa: E402

WELLMET = ""
DOCUMENT = yaml.safe_load((Path(__file__).parents[2] / "docs/api/openapi.yaml").read_text())
CARD = b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Grace Hopper\r\nEMAIL:grace@navy.example\r\nEND:VCARD\r\n"
CALENDAR = ("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20261123T090000Z\r\n"
            "DTEND:20261123T100000Z\r\nSUMMARY:Busy\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n")


def operations():
    for path, methods in DOCUMENT["paths"].items():
        for method, operation in methods.items():
            yield method.upper(), path, operation


def find(method, path):
    """The operation that a path is of: words win over arguments."""
    best = None
    for of, pattern, operation in operations():
        form = re.sub(r"\\\{name\\\}$" if "/files/" in pattern else "$^", ".+", re.escape(pattern))
        form = re.sub(r"\\\{\w+\\\}", "[^/]+", form)
        if of == method and re.fullmatch(form, path):
            if best is None or pattern.count("{") < best[0].count("{"):
                best = (pattern, operation)
    if best is None:
        raise AssertionError(f"{method} {path} is in no document")
    return best[1]


def resolved(part):
    while "$ref" in part:
        at = DOCUMENT
        for step in part["$ref"].split("/")[1:]:
            at = at[step]
        part = at
    return part


class Feed:
    """A feed of one piece, on the web, as far as this machine goes."""

    def __enter__(self):
        class Answer(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                self.send_response(200)
                self.end_headers()
                self.wfile.write(b"<rss version='2.0'><channel><title>x</title><item><title>On data engineering</title><link>https://mara.example/1</link>"
                                 b"<guid>1</guid><description>caching in builds</description></item></channel></rss>")

            def log_message(self, *_):
                pass

        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answer)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return f"http://127.0.0.1:{self.server.server_port}/feed.xml"

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()


class Document(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.seen = set()
        cls.served = Served(WELLMET, people=120)
        cls.resolver = jsonschema.RefResolver("", DOCUMENT)

    @classmethod
    def tearDownClass(cls):
        cls.served.close()

    def ask(self, method, path, status, body=None, query=None, headers=None):
        answer = self.served.ask(method, path, body, query, headers)
        operation = find(method, path.split("?")[0])
        self.assertEqual(answer.status, status, f"{method} {path}: {answer.raw[:400]}")
        self.check(operation, answer)
        return answer

    def check(self, operation, answer):
        name = operation["operationId"]
        responses = operation["responses"]
        self.assertIn(str(answer.status), responses, f"{name} does not tell of {answer.status}: {answer.raw[:200]}")
        self.seen.add((name, str(answer.status)))
        content = resolved(responses[str(answer.status)]).get("content")
        if not content:
            self.assertEqual(answer.raw, b"")
            return
        self.assertIn(answer.type, content, f"{name}: {answer.type}")
        if answer.type.endswith("json"):
            jsonschema.validate(answer.json, content[answer.type]["schema"], cls=jsonschema.Draft202012Validator, resolver=self.resolver)
        if answer.status >= 400:
            self.assertEqual(answer.json["status"], answer.status)

    def said(self, method, path, body=None, status=200):
        return self.ask(method, path, status, body).json["change"]

    def test_1_reading(self):
        for path in ("/status", "/me", "/history", "/sources", "/check", "/people", "/people/facets", "/plan", "/triage", "/review", "/report",
                     "/offers", "/needs", "/introductions", "/favours", "/pieces", "/letter-form", "/topics", "/markets", "/let-go",
                     "/communities", "/map", "/towns", "/imports", "/demo", "/calendar.ics", "/export", "/backup", "/sessions"):
            self.ask("GET", path, 200)
        for format in ("csv", "jsonl", "jscontact"):
            self.ask("GET", "/export", 200, query={"format": format})
        people = self.ask("GET", "/people", 200, query={"limit": 500}).json["people"]
        for row in people[:40]:
            self.ask("GET", f"/people/{row['id']}", 200)
            self.ask("GET", f"/people/{row['id']}/brief", 200)
        for row in people[:5]:
            self.ask("GET", "/paths", 200, query={"to": row["id"]})
        for step in self.ask("GET", "/plan", 200, query={"minutes": 240}).json["steps"]:
            self.ask("GET", "/plan/" + quoted(step["key"]), 200)
        self.ask("GET", "/trip", 200, query={"place": "Berlin", "from": "2026-12-01", "to": "2026-12-03", "within": 1000})
        self.ask("GET", "/asks", 200, query={"about": "engineering"})
        self.ask("GET", "/markets/try", 200, query={"rule": "title:founder"})
        self.ask("POST", "/slots", 200, CALENDAR, query={"from": "2026-11-23", "zone": "Berlin"}, headers={"Content-Type": "text/calendar"})

    def test_2_filters_narrow(self):
        total = self.served.get("/people")["total"]
        network = self.served.get("/people", standing="network")["total"]
        self.assertEqual(network + self.served.get("/people", standing="contact")["total"], total)
        facets = self.served.get("/people/facets")
        self.assertEqual((facets["total"], facets["standing"]["network"]), (total, network))
        self.assertEqual(sum(facets["rung"].values()), total)
        for name, key in (("one_step", "one_step"), ("quiet", "quiet")):
            self.assertEqual(self.served.get("/people", **{name: 1})["total"], facets[key])
        for fact in ("talk", "meet", "help"):
            self.assertEqual(self.served.get("/people", missing=fact)["total"], facets["missing"][fact])
        self.assertEqual(sum(facets["strength"]), total)

    def test_2_facets_leave_out_their_own_part(self):
        all_facets = self.served.get("/people/facets")
        (town, there), (other, elsewhere) = [(one["name"], one["people"]) for one in all_facets["city"][:2]]
        self.assertEqual(self.served.get("/people", city=town.upper())["total"], there)
        self.assertEqual(self.served.get("/people", city=[town, other])["total"], there + elsewhere)
        narrowed = self.served.get("/people/facets", city=town)
        self.assertEqual(narrowed["total"], there)
        self.assertEqual(narrowed["city"], all_facets["city"])
        self.assertEqual(sum(narrowed["rung"].values()), there)
        for rung, count in narrowed["rung"].items():
            self.assertEqual(self.served.get("/people", city=town, rung=rung)["total"], count)
        company = narrowed["company"][0]
        both = self.served.get("/people/facets", city=town, company=company["name"])
        self.assertEqual(both["total"], company["people"])
        self.assertEqual(both["company"], narrowed["company"])
        two = self.served.get("/people", rung=["met", "in_touch"])["total"]
        self.assertEqual(two, all_facets["rung"]["met"] + all_facets["rung"]["in_touch"])
        self.assertEqual(self.served.get("/people", rung="met,in_touch")["total"], two)
        self.assertEqual(self.served.get("/people", standing=["network", "contact"])["total"], all_facets["total"])
        self.assertEqual(self.served.get("/people", city="Nowhere at all")["total"], 0)

    def test_2_today_is_the_same_everywhere(self):
        status, last = self.served.get("/status"), self.served.get("/report")["quarters"][-1]
        for key in ("people", "network", "one_step_away", "quiet", "advocates"):
            self.assertEqual(last[key], status[key], key)

    def test_2_what_is_said_is_said_in_the_language_asked_for(self):
        english = self.ask("GET", "/plan", 200, query={"minutes": 240}).json["steps"]
        strange = self.ask("GET", "/plan", 200, query={"minutes": 240}, headers={"Accept-Language": "xx, en;q=0.5"}).json["steps"]
        self.assertEqual([step["reason"]["code"] for step in english], [step["reason"]["code"] for step in strange])
        for step in strange:
            self.assertRegex(step["reason"]["text"], "^⟦.*⟧$")
            self.assertRegex(step["do"], "^⟦.*⟧$")
        for step in self.ask("GET", "/plan", 200, query={"minutes": 240}).json["steps"]:
            self.assertNotIn("⟦", step["reason"]["text"], "one reader's language is not kept for the next")
        missing = self.ask("GET", "/people/nobody-at-all", 404, headers={"Accept-Language": "xx"}).json
        self.assertRegex(missing["detail"], "^⟦.*⟧$")

    def test_2_pages_follow_each_other(self):
        for sort in ("strength", "name", "recent", "rung"):
            whole = [row["id"] for row in self.served.get("/people", sort=sort, limit=500)["people"]]
            paged, cursor = [], None
            while True:
                page = self.served.get("/people", sort=sort, limit=7, **({"cursor": cursor} if cursor else {}))
                paged += [row["id"] for row in page["people"]]
                cursor = page["next"]
                if cursor is None:
                    break
            self.assertEqual(paged, whole)

    def test_3_saying_and_taking_back(self):
        people = self.served.get("/people", limit=20)["people"]
        a, b, c, d = (row["id"] for row in people[4:8])
        before = self.served.get(f"/people/{a}")
        change = self.said("POST", f"/people/{a}/log", {"verb": "helped", "text": "found her a tax adviser", "on": "2026-11-20"})
        self.assertEqual(self.served.get(f"/people/{a}")["counts"]["help_out"], before["counts"]["help_out"] + 1)
        self.said("POST", "/undo", {"change": change})
        self.assertEqual(self.served.get(f"/people/{a}"), before)
        self.said("PUT", f"/people/{a}/answer", {"answer": "yes"})
        self.assertEqual(self.served.get(f"/people/{a}")["answer"], "yes")
        self.said("PUT", f"/people/{a}/answer", {"answer": "none"})
        self.said("POST", "/people/rule", {"verb": "let-go", "persons": [b, c]})
        self.assertEqual({row["id"] for row in self.served.get("/people", let_go=1)["people"]}, {b, c})
        self.said("POST", "/people/rule", {"verb": "take-back", "persons": [b]})
        change = self.said("POST", "/people/tag", {"verb": "tag", "tag": "Sailing", "persons": [b, c]})
        self.assertEqual(self.served.get(f"/people/{b}")["tags"], ["Sailing"])
        self.assertEqual(self.served.get("/people", tag="sailing", let_go=1)["total"], 1, "one of the two was let go")
        self.assertEqual(self.served.get("/people/facets")["tag"], [{"name": "Sailing", "people": 1}])
        self.said("POST", "/people/tag", {"verb": "untag", "tag": "sailing", "persons": [b]})
        self.assertEqual(self.served.get(f"/people/{b}")["tags"], [])
        self.said("POST", "/undo", {})
        self.assertEqual(self.served.get(f"/people/{b}")["tags"], ["Sailing"])
        self.said("POST", "/undo", {"change": change})
        self.assertEqual(self.served.get("/people/facets")["tag"], [])
        self.said("POST", "/people/merge", {"a": b, "b": d})
        self.said("POST", "/undo", {})
        email = next(row["emails"][0] for row in people if row["emails"] and row["linkedin"])
        self.said("POST", f"/people/{quoted(email)}/split", {"handles": [email]})
        self.said("POST", "/undo", {})
        step = self.served.get("/plan", minutes=60)["steps"][0]
        self.said("POST", "/plan/" + quoted(step["key"]), {"answer": "later", "until": "2027-01-04"})
        self.assertNotIn(step["key"], [one["key"] for one in self.served.get("/plan", minutes=60)["steps"]])
        self.said("POST", "/undo", {})
        self.said("POST", "/plan/" + quoted(step["key"]), {"answer": "done", "text": "said hello"})
        question = self.served.get("/review")["questions"][0]
        self.said("POST", "/review/" + quoted(question["key"]), {"answer": "no"})
        self.assertNotIn(question["key"], [one["key"] for one in self.served.get("/review", limit=1000)["questions"]])
        self.said("POST", "/me", {"add": ["mara.second@lindqvist.example"]})
        self.said("PUT", "/topics", {"text": "databases"})
        self.said("PUT", "/letter-form", {"text": "Subject: {{title}}\n\n{{given_name}}, this may be of use: {{link}}\n"})

    def test_4_the_plays(self):
        a, b = (row["id"] for row in self.served.get("/people", limit=2)["people"])
        self.said("POST", "/offers", {"text": "reading contracts"})
        n = self.served.get("/offers")["offers"][-1]["n"]
        self.said("DELETE", f"/offers/{n}")
        self.said("POST", "/needs", {"person": a, "text": "data engineers"})
        n = self.ask("GET", "/needs", 200).json["needs"][-1]["n"]
        self.said("POST", f"/needs/{n}", {"how": "helped"})
        self.said("POST", f"/people/{a}/log", {"verb": "note", "text": "she needs a tax adviser"})
        noticed = self.ask("GET", "/needs", 200).json["noticed"]
        self.assertTrue(noticed)
        self.said("POST", "/needs/noticed/" + quoted(noticed[0]["key"]), {"answer": "yes"})
        self.said("POST", "/introductions", {"first": a, "second": b, "why": "both build engines"})
        n = self.served.get("/introductions")["introductions"][-1]["n"]
        for how, person in (("asked", a), ("agreed", a), ("agreed", b), ("made", None)):
            self.said("POST", f"/introductions/{n}", {"how": how, **({"person": person} if person else {})})
        self.said("POST", f"/introductions/{n}", {"how": "came", "text": "a pilot"})
        self.ask("GET", f"/introductions/{n}", 200)
        self.ask("POST", "/pieces", 200, {"title": "How we halved our build times", "text": "data engineering, caching"})
        self.ask("POST", "/pieces/fetch", 404)
        with Feed() as address:
            self.ask("POST", "/pieces", 200, {"from": address})
            self.ask("POST", "/pieces/fetch", 200)
        n = self.ask("GET", "/pieces", 200).json["pieces"][-1]["n"]
        self.ask("GET", f"/pieces/{n}/audience", 200)
        before = self.served.get("/history")["changes"][-1]["change"]
        draft = self.ask("GET", f"/pieces/{n}/letter", 200, query={"to": a}).json
        self.assertEqual((self.served.get("/history")["changes"][-1]["change"], self.served.get(f"/pieces/{n}")["reach"]), (before, 0))
        sent = self.ask("POST", f"/pieces/{n}/share", 200, {"persons": [a]}).json
        self.assertEqual(sent["letters"][0]["draft"], draft)
        self.assertEqual(self.ask("GET", f"/pieces/{n}", 200).json["reach"], 1)
        self.said("DELETE", f"/pieces/{n}")
        self.said("PUT", "/markets/makers", {"rule": "title:founder,engineer"})
        self.ask("GET", "/markets/makers", 200)
        by_rule = self.ask("GET", "/people", 200, query={"market": "makers"}).json["total"]
        outside = next(one["id"] for one in self.served.get("/people", rung="listed", limit=500)["people"]
                       if "ounder" not in (one["title"] or "") and "ngineer" not in (one["title"] or ""))
        self.said("POST", "/people/tag", {"verb": "tag", "tag": "makers", "persons": [outside]})
        self.assertEqual(self.served.get("/people", market="makers")["total"], by_rule + 1)
        self.assertEqual(self.served.get("/people/facets")["market"], {"makers": by_rule + 1})
        self.assertEqual(self.served.get("/markets/makers")["fits"], by_rule + 1)
        self.ask("GET", "/paths", 200, query={"to": "makers"})
        self.said("DELETE", "/markets/makers")
        made = self.ask("POST", "/invitations", 200, {"persons": [a], "at": "9 Dec 14:00", "zone": "Europe/Berlin"}).json
        self.assertIn("METHOD:REQUEST", made["text"])
        self.assertEqual(self.ask("GET", "/invitations", 200).json["invitations"], [], "what is written is not sent")
        self.said("POST", "/invitations/sent", {"persons": [a, b], "at": "9 Dec 14:00", "zone": "Europe/Berlin", "title": "Coffee"})
        one, = self.ask("GET", "/invitations", 200).json["invitations"]
        self.assertEqual((one["over"], one["day"], one["minute"], one["from"], one["title"], [row["id"] for row in one["persons"]]),
                         (False, "2026-12-09", 840, "2026-12-09T13:00:00Z", "Coffee", [a, b]))
        self.ask("POST", f"/invitations/{one['n']}", 422, {"how": "met"})
        self.said("POST", f"/invitations/{one['n']}", {"how": "not"})
        self.assertEqual(self.ask("GET", "/invitations", 200).json["invitations"], [])

    def test_5_importing(self):
        id = self.ask("POST", "/imports", 201).json["id"]
        self.ask("PUT", f"/imports/{id}/files/cards/grace.vcf", 200, CARD)
        self.ask("POST", f"/imports/{id}/start", 200, {})
        events = list(self.served.events(f"/imports/{id}/events"))
        self.assertTrue(all(name == "progress" for name, _ in events))
        self.seen.add(("watchImport", "200"))
        last = events[-1][1]
        self.assertEqual((last["state"], last["report"]["files"][0]["path"], last["report"]["files"][0]["added"] > 0),
                         ("done", "cards/grace.vcf", True))
        self.ask("GET", f"/imports/{id}", 200)
        self.assertEqual(self.served.get("/people", q="grace hopper")["total"], 1)
        self.assertEqual(self.served.get("/sources")["imports"][0]["change"], last["change"])
        self.said("POST", "/undo", {"change": last["change"]})
        self.assertEqual(self.served.get("/people", q="grace hopper")["total"], 0)
        again = self.ask("POST", "/imports", 201).json["id"]
        self.ask("DELETE", f"/imports/{again}", 200)
        self.ask("PUT", f"/imports/{again}/files/late.vcf", 422, CARD)
        self.ask("POST", f"/imports/{again}/start", 422, {})
        for method, path, body in (("GET", "", None), ("DELETE", "", None), ("PUT", "/files/x", CARD), ("POST", "/start", {}), ("GET", "/events", None)):
            self.ask(method, f"/imports/999{path}", 404, body)

    def test_5_stopping_an_import_keeps_nothing(self):
        mails = b"".join(b"From x Mon Nov  2 10:00:00 2026\nFrom: <a%d@many.example>\nTo: <mara@lindqvist.example>\nSubject: s\n"
                         b"Message-ID: <%d@many.example>\nDate: Mon, 2 Nov 2026 10:00:00 +0000\n\nhello\n\n" % (i, i) for i in range(60_000))
        id = self.ask("POST", "/imports", 201).json["id"]
        self.ask("PUT", f"/imports/{id}/files/many.mbox", 200, mails)
        before = self.served.get("/status")["people"]
        self.ask("POST", f"/imports/{id}/start", 200, {})
        self.assertEqual(self.ask("PUT", "/backup", 422, CARD).json["detail"], "an import is running")
        self.ask("DELETE", f"/imports/{id}", 200)
        self.assertTrue(wait_until(lambda: self.served.get(f"/imports/{id}")["state"] == "cancelled", 60))
        self.assertEqual(self.served.get("/status")["people"], before)
        self.assertEqual(self.served.get("/people", q="many.example")["total"], 0)

    def test_6_an_invented_life(self):
        own = self.served.get("/status")
        self.ask("POST", "/demo", 200)
        self.assertEqual(self.ask("GET", "/demo", 200).json, {"demo": True})
        life = self.served.get("/status")
        self.assertGreater(life["people"], own["people"])
        self.said("POST", "/offers", {"text": "nothing real"})
        self.ask("DELETE", "/demo", 200)
        self.assertEqual(self.served.get("/status"), own)

    def test_6_an_invented_life_of_a_size(self):
        for body in ({"people": 49}, {"people": 5001}, {"people": "many"}, {"people": 1.5}, []):
            self.ask("POST", "/demo", 400, body)
        self.ask("POST", "/demo", 200, {"people": 150})
        self.assertLess(self.served.get("/status")["people"], 300)
        self.assertEqual(self.ask("PUT", "/backup", 422, CARD).json["detail"], "what is shown is an invented life")
        self.ask("DELETE", "/demo", 200)

    def test_6_a_backup_takes_the_place_of_what_is_there(self):
        asked = ("/status", "/people", "/offers", "/history")
        before = [self.served.get(path) for path in asked]
        backup = self.served.ask("GET", "/backup").raw
        # As many changes as before, so that only what they say tells the two apart.
        self.said("POST", "/offers", {"text": "what came since"})
        person = self.served.get("/people", limit=1)["people"][0]["id"]
        wrong, stop = [], threading.Event()

        def look():
            while not stop.is_set():
                for path in asked:
                    answer = self.served.ask("GET", path)
                    if answer.status != 200:
                        wrong.append(answer.raw)

        lookers = [threading.Thread(target=look) for _ in range(4)]
        for one in lookers:
            one.start()
        for kept in ("", "-2", "-3"):
            self.said("PUT", f"/people/{person}/answer", {"answer": "no"})
            self.assertEqual(self.ask("PUT", "/backup", 200, backup).json["done"],
                             "Everything is as it was in that file. What was there before lies beside your data file, "
                             f"as wellmet.db.backup-before-restore{kept}.")
        stop.set()
        for one in lookers:
            one.join()
        self.assertEqual(wrong, [])
        self.assertEqual([self.served.get(path) for path in asked], before)
        # The same number of changes with other words: nothing that was kept is shown again.
        self.said("POST", "/offers", {"text": "one thing"})
        self.assertEqual(self.served.get("/offers")["offers"][-1]["offer"], "one thing")
        self.ask("PUT", "/backup", 200, backup)
        self.said("POST", "/offers", {"text": "another thing"})
        self.assertEqual(self.served.get("/offers")["offers"][-1]["offer"], "another thing")
        self.assertIn("another thing", self.served.cli("offer").stdout)
        self.ask("PUT", "/backup", 200, backup)
        self.assertEqual(self.served.get("/check")["problems"], [])
        refused = self.ask("PUT", "/backup", 422, CARD).json
        self.assertEqual((refused["where"], refused["detail"]), ("that file", "is damaged or no wellmet data file (file is not a database)"))
        self.assertEqual([self.served.get(path) for path in asked], before)

    def test_6_the_command_line_shares_the_file_with_all_workers(self):
        """Kills: a file that is opened and closed once more, which drops the locks of every connection."""
        askers = [threading.Thread(target=self.served.get, args=("/people",), kwargs={"cursor": i}) for i in range(32)]
        for one in askers:
            one.start()
        for one in askers:
            one.join()
        for i in range(3):
            self.served.cli("status")
            self.said("POST", "/offers", {"text": f"shared {i}"})
            self.assertIn(f"shared {i}", self.served.cli("offer").stdout)
        files = [str(os.readlink(one)) for one in Path(f"/proc/{self.served.process.pid}/fd").iterdir() if one.is_symlink()]
        self.assertTrue(any(name.endswith("-wal") for name in files))
        self.assertEqual([name for name in files if "(deleted)" in name], [])

    def test_6_changes_are_told(self):
        events = self.served.events("/events")
        name, first = next(events)
        self.assertEqual(name, "changed")
        self.served.cli("offer", "said on the command line")
        name, second = next(events)
        self.assertGreater(second["change"], first["change"])
        self.seen.add(("watchChanges", "200"))

    def test_6_what_did_not_change_is_not_sent_again(self):
        first = self.served.ask("GET", "/people", query={"limit": 5})
        tag = first.headers["ETag"]
        self.assertEqual(self.served.ask("GET", "/people", query={"limit": 5}, headers={"If-None-Match": tag}).status, 304)
        self.served.ask("POST", "/offers", {"text": "something new"})
        self.assertEqual(self.served.ask("GET", "/people", query={"limit": 5}, headers={"If-None-Match": tag}).status, 200)

    def test_7_errors(self):
        self.assertEqual(self.served.ask("GET", "/nothing").status, 404)
        wrong = self.served.ask("DELETE", "/people")
        self.assertEqual((wrong.status, wrong.headers["Allow"]), (405, "GET"))
        nobody, word = "/people/pzzzzzzz", quoted("pzzzzzzz talk owed")
        for method, path, status, body, query in (
                ("POST", "/me", 400, [], None), ("POST", "/me", 422, {"add": ["nonsense"]}, None),
                ("GET", "/history", 400, None, {"limit": "x"}),
                ("POST", "/undo", 400, {"change": "x"}, None), ("POST", "/undo", 404, {"change": 99999}, None),
                ("GET", "/export", 422, None, {"format": "pdf"}),
                ("GET", "/people", 400, None, {"limit": "many"}), ("GET", "/people", 422, None, {"rung": "top"}),
                ("GET", "/people", 404, None, {"market": "none"}), ("GET", "/people/facets", 422, None, {"sort": "up"}),
                ("POST", "/people/merge", 400, {}, None), ("POST", "/people/merge", 404, {"a": "zzzz", "b": "zzzz"}, None),
                ("POST", "/people/rule", 400, {"verb": "let-go"}, None), ("POST", "/people/rule", 404, {"verb": "let-go", "persons": ["zzzzz"]}, None),
                ("POST", "/people/rule", 422, {"verb": "delete", "persons": ["zzzzz"]}, None),
                ("POST", "/people/tag", 400, {"verb": "tag", "tag": "x"}, None), ("POST", "/people/tag", 422, {"verb": "tag", "tag": " ", "persons": ["zzzzz"]}, None),
                ("POST", "/people/tag", 404, {"verb": "tag", "tag": "x", "persons": ["zzzzz"]}, None),
                ("GET", nobody, 404, None, None), ("GET", "/people/e", 409, None, None), ("GET", nobody + "/brief", 404, None, None),
                ("POST", nobody + "/log", 400, {}, None), ("POST", nobody + "/log", 404, {"verb": "met"}, None),
                ("POST", nobody + "/log", 422, {"verb": "kissed"}, None),
                ("PUT", nobody + "/answer", 400, {}, None), ("PUT", nobody + "/answer", 404, {"answer": "yes"}, None),
                ("POST", nobody + "/split", 400, {"handles": "x"}, None), ("POST", nobody + "/split", 404, {"handles": ["x@y.example"]}, None),
                ("GET", "/triage", 400, None, {"limit": -1}),
                ("GET", "/plan", 400, None, {"minutes": "all"}), ("GET", "/plan/" + word, 404, None, None),
                ("POST", "/plan/" + word, 400, {}, None), ("POST", "/plan/" + word, 404, {"answer": "done"}, None),
                ("POST", "/plan/" + word, 422, {"answer": "later", "until": "2020-01-01"}, None),
                ("GET", "/review", 400, None, {"limit": "x"}), ("POST", "/review/what", 400, {}, None),
                ("POST", "/review/what", 404, {"answer": "no"}, None), ("POST", "/review/what", 422, {"answer": "perhaps"}, None),
                ("GET", "/report", 400, None, {"since": "once"}),
                ("POST", "/offers", 400, {}, None), ("DELETE", "/offers/9999", 404, None, None),
                ("POST", "/needs", 400, {}, None), ("POST", "/needs", 404, {"person": "zzzzz", "text": "x"}, None),
                ("POST", "/needs/9999", 400, {}, None), ("POST", "/needs/9999", 404, {"how": "met"}, None), ("POST", "/needs/9999", 422, {"how": "x"}, None),
                ("POST", "/needs/noticed/x", 400, {}, None), ("POST", "/needs/noticed/x", 404, {"answer": "yes"}, None),
                ("POST", "/needs/noticed/x", 422, {"answer": "x"}, None),
                ("POST", "/introductions", 400, {}, None), ("POST", "/introductions", 404, {"first": "zzzzz", "second": "zzzzz"}, None),
                ("GET", "/plan", 400, None, {"of": "week"}), ("GET", "/introductions/9999", 404, None, None), ("POST", "/introductions/9999", 400, {}, None),
                ("POST", "/introductions/9999", 404, {"how": "made"}, None), ("POST", "/introductions/9999", 422, {"how": "x"}, None),
                ("GET", "/asks", 400, None, None),
                ("POST", "/pieces", 400, {}, None), ("POST", "/pieces", 422, {"from": "/etc/passwd"}, None),
                ("GET", "/pieces/9999", 404, None, None), ("DELETE", "/pieces/9999", 404, None, None),
                ("GET", "/pieces/9999/audience", 400, None, {"limit": "x"}), ("GET", "/pieces/9999/audience", 404, None, None),
                ("GET", "/pieces/9999/letter", 400, None, None), ("GET", "/pieces/9999/letter", 404, None, {"to": "e"}),
                ("POST", "/pieces/9999/share", 400, {}, None), ("POST", "/pieces/9999/share", 404, {"persons": ["e"]}, None),
                ("PUT", "/letter-form", 400, {}, None), ("PUT", "/letter-form", 422, {"text": "no subject"}, None), ("PUT", "/topics", 400, [], None),
                ("GET", "/markets/try", 422, None, {"rule": "colour:red"}), ("GET", "/markets/none", 404, None, None),
                ("PUT", "/markets/none", 400, {}, None), ("PUT", "/markets/none", 422, {"rule": "colour:red"}, None), ("DELETE", "/markets/none", 404, None, None),
                ("GET", "/let-go", 400, None, {"limit": "x"}), ("GET", "/paths", 400, None, None), ("GET", "/paths", 404, None, {"to": "zzzzz"}),
                ("GET", "/map", 400, None, {"limit": "x"}),
                ("GET", "/trip", 400, None, None), ("GET", "/trip", 404, None, {"place": "Zzzzzz", "from": "2026-12-01"}),
                ("GET", "/trip", 409, None, {"place": "Springfield", "from": "2026-12-01"}),
                ("POST", "/slots", 400, CALENDAR, {"first_hour": 18}), ("POST", "/slots", 422, "nonsense", {"zone": "Berlin"}),
                ("POST", "/invitations", 400, {}, None), ("POST", "/invitations", 404, {"persons": ["zzzzz"], "at": "9 Dec 14:00", "zone": "Berlin"}, None),
                ("POST", "/invitations", 422, {"persons": ["zzzzz"], "at": "some day"}, None),
                ("POST", "/invitations/sent", 400, {}, None), ("POST", "/invitations/sent", 404, {"persons": ["zzzzz"], "at": "9 Dec 14:00", "zone": "Berlin"}, None),
                ("POST", "/invitations/sent", 422, {"persons": [], "at": "9 Dec 14:00", "zone": "Berlin"}, None),
                ("POST", "/invitations/9999", 400, {}, None), ("POST", "/invitations/9999", 404, {"how": "met"}, None)):
            with self.subTest(f"{method} {path} {status}"):
                self.ask(method, path, status, body, query)
        someone = self.served.get("/people", limit=1)["people"][0]["id"]
        self.ask("POST", "/people/merge", 409, {"a": "e", "b": someone})
        piece = self.ask("POST", "/pieces", 200, {"title": "On harbours", "text": "cranes and quays"}).json["added"][0]["n"]
        self.ask("GET", f"/pieces/{piece}/letter", 409, query={"to": "e"})
        self.ask("POST", "/people/merge", 422, {"a": someone, "b": someone})
        self.ask("PUT", f"/people/{someone}/answer", 422, {"answer": "maybe"})
        self.ask("POST", f"/people/{someone}/split", 422, {"handles": []})
        self.ask("POST", "/introductions", 422, {"first": someone, "second": someone})
        change = self.said("POST", "/offers", {"text": "once more"})
        self.said("POST", "/undo", {"change": change})
        self.ask("POST", "/undo", 422, {"change": change})
        self.said("POST", "/offers", {"text": "twice"})
        self.ask("POST", "/offers", 422, {"text": "Twice"})

    def test_7_sessions(self):
        token = self.served.token("nightly backup", "--scope", "backup")
        listed = self.ask("GET", "/sessions", 200).json["sessions"]
        self.assertEqual([one["kind"] for one in listed if one["current"]], ["browser"])
        last = listed[-1]
        self.assertEqual((last["kind"], last["name"], last["scopes"]), ("program", "nightly backup", ["backup"]))
        ticket = self.ask("POST", "/tickets", 200, {"path": "/export"}).json["ticket"]
        self.assertEqual(self.ask("GET", "/export", 200, query={"format": "csv", "ticket": ticket}, headers={"Wellmet-Key": ""}).type, "text/csv")
        self.ask("POST", "/tickets", 400, {"path": 3})
        self.ask("DELETE", f"/sessions/{last['id']}", 204)
        self.assertEqual(self.served.raw("GET", "/api/v1/export", token).status, 401)
        for id in (last["id"], 9999, "x"):
            self.ask("DELETE", f"/sessions/{id}", 404)
        for method, path in (("POST", "/sessions"), ("GET", "/sessions/1"), ("GET", "/tickets"), ("POST", "/events")):
            self.assertEqual(self.served.ask(method, path).status, 405, path)

    def test_7_a_token_may_do_what_its_scopes_say(self):
        """Kills: a route, documented or not in the table, that asks for no scope."""
        reads, writes, backups = (self.served.token(name, "--scope", name) for name in ("read", "write", "backup"))
        self.assertEqual(self.served.raw("GET", "/api/v1/status", reads).status, 200)
        self.assertEqual(self.served.raw("GET", "/api/v1/status", writes).status, 200)
        self.assertEqual(self.served.raw("POST", "/api/v1/offers", writes, '{"text": "by a program"}').status, 200)
        self.assertEqual(self.served.raw("GET", "/api/v1/export", backups).status, 200)
        self.assertEqual(self.served.raw("GET", "/api/v1/backup", backups).status, 200)
        before = self.served.get("/history")
        for method, path, operation in operations():
            if path == "/session":
                continue
            if path in ("/export", "/backup") and method == "GET":
                lacking = [reads, writes]
            elif method == "GET" or path == "/slots":
                lacking = [backups]
            else:
                lacking = [reads, backups]
            for token in lacking:
                answer = self.served.raw(method, "/api/v1" + re.sub(r"\{n\}|\{id\}", "1", re.sub(r"\{(?!n\}|id\})\w+\}", "x", path)), token, "{}" if method in ("POST", "PUT") else None)
                self.assertEqual(answer.status, 403, f"{method} {path}")
                self.assertIn("--scope", answer.json["help"])
                self.check(operation, answer)
        self.assertEqual(self.served.get("/history"), before)

    def test_8_who_is_not_signed_in_is_told(self):
        cookie, self.served.cookie = self.served.cookie, None
        try:
            for method, path, operation in operations():
                if path == "/session":
                    continue
                answer = self.served.ask(method, re.sub(r"\{n\}", "1", re.sub(r"\{(?!n\})\w+\}", "x", path)), {} if method in ("POST", "PUT") else None)
                self.assertEqual(answer.status, 401, path)
                self.check(operation, answer)
            self.ask("POST", "/session", 401, {"passphrase": "no"})
            self.served.cli("serve", "--passphrase", input="four words nobody joins\n")
            self.ask("POST", "/session", 200, {"passphrase": "four words nobody joins"})
            self.ask("DELETE", "/session", 204)
            for _ in range(5):
                self.ask("POST", "/session", 401, {"passphrase": "no"})
            self.ask("POST", "/session", 429, {"passphrase": "no"})
        finally:
            self.served.cookie = cookie

    def test_9_the_document_tells_nothing_else(self):
        told = {(operation["operationId"], status) for _, _, operation in operations() for status in operation["responses"]}
        self.assertEqual(sorted(told - self.seen), [])
        self.assertEqual(self.served.raw("GET", "/api/v1/openapi.yaml").raw.decode(),
                         (Path(__file__).parents[2] / "docs/api/openapi.yaml").read_text())


if __name__ == "__main__":
    WELLMET = sys.argv.pop(1)
    unittest.main()

#!/usr/bin/env python3
"""safety.py WELLMET: who may ask a server and how; what it does when somebody asks wrongly, slowly, or without end."""
import contextlib
import json
import os
import socket
import sqlite3
import stat
import subprocess
import sys
import tempfile
import threading
import time
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from served import Served, quoted, wait_until  # noqa: E402

WELLMET = ""
EVIL_NAMES = ['<img src=x onerror="alert(1)">', "</script><script>alert(1)</script>", "Robert\x1b[31m Red", '"; DROP TABLE person; --',
              "\u202egnp.exe"]


class Who(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.served = Served(WELLMET, people=30)

    @classmethod
    def tearDownClass(cls):
        cls.served.close()

    def test_a_link_opens_once(self):
        again = self.served.raw("GET", self.served.link[len(self.served.origin):])
        self.assertEqual((again.status, again.headers["Location"]), (303, "/"))
        self.assertIsNone(again.headers.get("Set-Cookie"))

    def test_another_link_can_be_had(self):
        done = self.served.cli("serve", "--link", "--port", str(self.served.port))
        opened = self.served.raw("GET", done.stdout.strip()[len(self.served.origin):])
        cookie = opened.headers["Set-Cookie"]
        for part in ("HttpOnly", "SameSite=Strict", "Path=/"):
            self.assertIn(part, cookie)

    def test_a_link_of_another_kind_or_changed_opens_nothing(self):
        token = self.served.cli("serve", "--token").stdout.strip()
        for link in (token, "", "link.99999999999.00.00", self.served.link.split("link=")[1][:-1] + "0"):
            self.assertIsNone(self.served.raw("GET", "/enter?link=" + quoted(link)).headers.get("Set-Cookie"), link)

    def test_without_a_session_nothing_is_told(self):
        for method, path in (("GET", "/status"), ("GET", "/people"), ("POST", "/undo"), ("GET", "/events"), ("POST", "/demo"),
                             ("POST", "/imports"), ("GET", "/backup"), ("GET", "/nothing-here")):
            answer = self.served.raw(method, "/api/v1" + path, {"Origin": self.served.origin})
            self.assertEqual(answer.status, 401, path)
            self.assertEqual(answer.type, "application/problem+json")
            self.assertFalse(answer.json["passphrase"])

    def test_a_token_is_for_programs(self):
        token = self.served.cli("serve", "--token").stdout.strip()
        said = self.served.raw("POST", "/api/v1/offers", {"Authorization": "Bearer " + token, "Content-Type": "application/json"},
                               '{"text": "reading contracts"}')
        self.assertEqual(said.status, 200, said.raw)
        self.assertEqual(self.served.raw("GET", "/api/v1/status", {"Authorization": "Bearer x" + token}).status, 401)

    def test_other_names_are_refused(self):  # DNS rebinding
        for host in ("evil.example", f"evil.example:{self.served.port}", "127.0.0.1", "", "localhost:1"):
            answer = self.served.raw("GET", "/api/v1/status", {**self.served.manners(), "Host": host})
            self.assertEqual(answer.status, 421, host)
            self.assertEqual(self.served.raw("GET", "/", {"Host": host}).status, 421)

    def test_other_pages_are_refused(self):
        cookie = {"Cookie": self.served.cookie, "Wellmet-Key": self.served.key}
        for extra in ({"Origin": "https://evil.example"}, {"Origin": "null"}, {"Origin": f"http://localhost.evil.example:{self.served.port}"}, {}):
            answer = self.served.raw("POST", "/api/v1/undo", {**cookie, **extra}, "{}")
            self.assertEqual(answer.status, 403, extra)
        for site in ("cross-site", "same-site"):
            self.assertEqual(self.served.raw("GET", "/api/v1/status", {**cookie, "Sec-Fetch-Site": site}).status, 403)
        self.assertEqual(self.served.raw("GET", "/api/v1/status", {**cookie, "Origin": "https://evil.example"}).status, 403)

    def test_pages_are_closed_to_others(self):
        page = self.served.raw("GET", "/")
        policy = page.headers["Content-Security-Policy"]
        for part in ("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'", "base-uri 'none'"):
            self.assertIn(part, policy)
        self.assertNotIn("unsafe", policy)
        other = self.served.raw("GET", "/people").headers["Content-Security-Policy"]
        self.assertNotEqual(policy, other, "a nonce is for once")
        nonce = policy.split("'nonce-")[1].split("'")[0]
        self.assertIn(nonce, page.raw.decode())
        for answer in (page, self.served.ask("GET", "/status")):
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
            self.assertEqual(answer.headers["X-Frame-Options"], "DENY")
            self.assertEqual(answer.headers["Cross-Origin-Resource-Policy"], "same-origin")
        self.assertNotIn("Access-Control-Allow-Origin", self.served.ask("GET", "/status").headers)

    def test_secrets_are_for_the_owner_alone(self):
        for file in Path(self.served.database).parent.glob("wellmet.db*"):
            self.assertEqual(stat.S_IMODE(os.stat(file).st_mode) & 0o077, 0, file)

    def test_paths_lead_nowhere_else(self):
        for path in ("/../etc/passwd", "/assets/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/assets/%00", "//etc/passwd"):
            answer = self.served.raw("GET", path)
            self.assertNotIn(b"root:", answer.raw)
        id = self.served.ask("POST", "/imports").json["id"]
        for name in ("../../escaped.txt", "a/../../escaped.txt", "..", "%2e%2e%2fescaped"):
            answer = self.served.ask("PUT", f"/imports/{id}/files/{quoted(name) if '%' not in name else name}", "x")
            self.assertEqual(answer.status, 422, name)
        self.served.ask("DELETE", f"/imports/{id}")
        self.assertFalse(list(Path(self.served.database).parent.parent.glob("escaped*")))

    def test_bodies_have_limits(self):
        big = self.served.ask("POST", "/offers", {"text": "x" * (17 << 20)})
        self.assertEqual(big.status, 413)
        self.assertEqual(self.served.ask("GET", "/people", query={"q": "x" * 9000}).status, 414)
        for body in ("", "nonsense", "[]", "{}", '{"text": 3}', "[" * 100_000):
            answer = self.served.ask("POST", "/offers", body)
            self.assertEqual(answer.status, 400, body[:20])
            self.assertTrue(answer.json["detail"])

    def test_names_that_try_to_inject_stay_names(self):
        card = "".join(f"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:{name}\r\nEMAIL:evil{i}@names.example\r\nEND:VCARD\r\n"
                       for i, name in enumerate(EVIL_NAMES))
        id = self.served.ask("POST", "/imports").json["id"]
        self.assertEqual(self.served.ask("PUT", f"/imports/{id}/files/evil.vcf", card.encode()).status, 200)
        self.served.ask("POST", f"/imports/{id}/start", {})
        self.assertTrue(wait_until(lambda: self.served.get(f"/imports/{id}")["state"] == "done"))
        found = self.served.ask("GET", "/people", query={"q": "names.example"})
        self.assertEqual(found.type, "application/json")
        self.assertEqual(found.json["total"], len(EVIL_NAMES))
        for row in found.json["people"]:
            self.assertNotIn("\x1b", row["name"])

    def test_what_is_sent_is_kept_clean(self):
        ill, well = "sai\u200bl\x1b[31ming \u202eboats\u2066\x9b1m\U000e0041", "sailing boats"
        person = self.served.get("/people", limit=1)["people"][0]["id"]
        for path, body in ((f"/people/{person}/log", {"verb": "note", "text": ill}), ("/offers", {"text": ill}),
                           ("/needs", {"person": person, "text": ill}),
                           ("/people/tag", {"verb": "tag", "tag": ill, "persons": [person]})):
            answer = self.served.ask("POST", path, body)
            self.assertEqual(answer.status, 200, f"{path}: {answer.raw}")
        kept = json.dumps([self.served.get(path) for path in ("/offers", "/needs", f"/people/{person}", "/history")])
        for hidden in ("\\u001b", "[31m", "\\u202e", "\\u200b", "\\u2066", "\\u009b", "\\udb40"):
            self.assertNotIn(hidden, kept)
        self.assertGreaterEqual(kept.count(well), 4)


class Sessions(unittest.TestCase):
    """Who is let in holds two secrets, and is let out again; programs hold one, for what it may do."""

    def setUp(self):
        self.served = Served(WELLMET, people=30)

    def tearDown(self):
        self.served.close()

    def other(self):
        """Another browser that was let in, as headers."""
        link = self.served.cli("serve", "--link", "--port", str(self.served.port)).stdout.strip()
        opened = self.served.raw("GET", link[len(self.served.origin):])
        return {"Cookie": opened.headers["Set-Cookie"].split(";")[0], "Wellmet-Key": opened.headers["Location"].split("#key=")[1],
                "Origin": self.served.origin}

    def status(self, headers, path="/status", method="GET"):
        return self.served.raw(method, "/api/v1" + path, headers, None if method == "GET" else "{}").status

    def test_a_cookie_alone_opens_nothing(self):
        mine, other = self.served.manners(), self.other()
        self.assertEqual((self.status(mine), self.status(other)), (200, 200))
        for key in ({}, {"Wellmet-Key": ""}, {"Wellmet-Key": "0" * 64}, {"Wellmet-Key": other["Wellmet-Key"]}, {"Wellmet-Key": mine["Cookie"].split("=")[1]}):
            shown = {"Cookie": mine["Cookie"], "Origin": self.served.origin, **key}
            for method, path in (("GET", "/status"), ("GET", "/people"), ("GET", "/events"), ("GET", "/backup"), ("GET", "/calendar.ics"),
                                 ("GET", "/sessions"), ("POST", "/undo"), ("POST", "/tickets"), ("POST", "/imports"), ("DELETE", "/sessions/1")):
                self.assertEqual(self.status(shown, path, method), 401, f"{key} {path}")
        self.assertEqual(self.status({"Wellmet-Key": mine["Wellmet-Key"]}), 401)
        self.assertEqual(self.status({"Authorization": "Bearer " + mine["Cookie"].split("=")[1]}), 401, "a cookie is no token")
        token = self.served.token()["Authorization"].split()[1]
        self.assertEqual(self.status({"Cookie": f"wellmet_session={token}", "Wellmet-Key": ""}), 401, "a token is no cookie")

    def test_a_ticket_is_good_once_for_one_path_of_one_session(self):
        cookie = {"Cookie": self.served.cookie}

        def ticket(path):
            return self.served.ask("POST", "/tickets", {"path": path}).json["ticket"]

        one = ticket("/export")
        self.assertEqual(self.status(cookie, f"/backup?ticket={one}"), 401)
        self.assertEqual(self.status({"Cookie": self.other()["Cookie"]}, f"/export?ticket={one}"), 401)
        self.assertEqual(self.status({}, f"/export?ticket={one}"), 401)
        self.assertEqual(self.status(cookie, f"/export?format=csv&ticket={one}"), 200)
        self.assertEqual(self.status(cookie, f"/export?format=csv&ticket={one}"), 401)
        self.assertEqual(self.status({**cookie, "Origin": self.served.origin}, f"/undo?ticket={ticket('/undo')}", "POST"), 401)

    def test_signing_out_signs_out(self):
        mine, other = self.served.manners(), self.other()
        out = self.served.raw("DELETE", "/api/v1/session", mine)
        self.assertEqual(out.status, 204)
        self.assertIn("Max-Age=0", out.headers["Set-Cookie"])
        self.assertEqual((self.status(mine), self.status(other)), (401, 200))
        self.served.raw("DELETE", "/api/v1/session", {"Cookie": other["Cookie"], "Origin": self.served.origin})
        self.assertEqual(self.status(other), 200, "who has the cookie alone signs nobody out")

    def test_a_browser_that_is_let_in_again_has_one_session(self):
        link = self.served.cli("serve", "--link", "--port", str(self.served.port)).stdout.strip()
        old = self.served.manners()
        self.assertEqual(self.served.raw("GET", link[len(self.served.origin):], {"Cookie": self.served.cookie, "User-Agent": "Firefox/140 Linux"}).status, 303)
        self.assertEqual(self.status(old), 401)
        listed = self.served.raw("GET", "/api/v1/sessions", self.other()).json["sessions"]
        self.assertEqual([one["name"] for one in listed], ["Firefox on Linux", "A browser"])

    def test_a_changed_passphrase_ends_all_browsers_and_no_program(self):
        mine, token = self.served.manners(), self.served.token("cron")
        link = self.served.cli("serve", "--link", "--port", str(self.served.port)).stdout.strip()
        self.served.cli("serve", "--passphrase", input="four words nobody joins\n")
        self.assertEqual((self.status(mine), self.status(token)), (401, 200))
        self.assertIsNone(self.served.raw("GET", link[len(self.served.origin):]).headers.get("Set-Cookie"), "nor do links from before let in")
        opened = self.served.raw("POST", "/api/v1/session", {"Origin": self.served.origin}, '{"passphrase": "four words nobody joins"}')
        again = {"Cookie": opened.headers["Set-Cookie"].split(";")[0], "Wellmet-Key": opened.json["key"]}
        self.assertEqual(self.status(again), 200)
        self.served.cli("serve", "--passphrase", input="\n")
        self.assertEqual(self.status(again), 401)

    def test_whoever_is_let_out_hears_nothing_more(self):
        other = self.other()
        connection = self.served.connection(timeout=20)
        connection.request("GET", "/api/v1/events", headers=other)
        response = connection.getresponse()
        self.assertTrue(response.readline().startswith(b"event: changed"))
        id = next(one["id"] for one in self.served.get("/sessions")["sessions"] if not one["current"])
        self.assertEqual(self.served.ask("DELETE", f"/sessions/{id}").status, 204)
        self.served.cli("offer", "said afterwards")
        self.assertNotIn(b"event", response.read().split(b"\n\n", 1)[1])
        connection.close()

    def test_tokens_are_named_listed_and_revoked(self):
        old, named = self.served.token(), self.served.token("nightly backup", "--scope", "backup", "--scope", "read")
        self.assertEqual((self.status(old), self.status(old, "/offers", "POST"), self.status(named), self.status(named, "/backup")), (200, 400, 200, 200))
        said = self.served.cli("serve", "--tokens").stdout
        self.assertIn("nightly backup: read, backup; made ", said)
        self.assertIn("a program: read, write, backup; made ", said)
        listed = json.loads(self.served.cli("serve", "--tokens", "--json").stdout)["tokens"]
        self.assertEqual([(one["name"], one["scopes"]) for one in listed], [("a program", ["read", "write", "backup"]), ("nightly backup", ["read", "backup"])])
        self.assertEqual(self.served.cli("serve", "--revoke", "nightly backup").stdout, "Revoked 1 token.\n")
        self.assertEqual((self.status(old), self.status(named)), (200, 401))
        for words, code, told in ((["--revoke", "nightly backup"], 1, "there is no token"), (["--token", "x", "--scope", "delete"], 2, "choose from: read"),
                                  (["--scope", "read"], 2, "give --token NAME"), (["--token", "x" * 81], 2, "needs a name")):
            done = self.served.cli("serve", *words, check=False)
            self.assertEqual((done.returncode, done.stdout), (code, ""), words)
            self.assertIn(told, done.stderr)

    def test_the_data_file_holds_no_secret(self):
        secrets = [self.served.cookie.split("=")[1], self.served.key, self.served.token("cron")["Authorization"].split()[1]]
        self.assertEqual(self.status(self.served.manners()), 200)
        self.served.stop()
        for file in Path(self.served.database).parent.glob("wellmet.db*"):
            for secret in secrets:
                self.assertNotIn(secret.encode(), file.read_bytes(), file)
                self.assertNotIn(bytes.fromhex(secret), file.read_bytes(), file)

    def test_a_backup_lets_nobody_in_and_changes_nothing_of_who_is_let_in(self):
        token, folder = self.served.token("cron"), Path(self.served.database).parent
        self.served.cli("backup", str(folder / "backup.db"))
        with contextlib.closing(sqlite3.connect(folder / "backup.db")) as backup:
            self.assertEqual(backup.execute("SELECT count(*) FROM session").fetchone(), (0,))
        # A copy by other means, with the sessions of then.
        with contextlib.closing(sqlite3.connect(self.served.database)) as now, contextlib.closing(sqlite3.connect(folder / "copy.db")) as copy:
            now.backup(copy)
        kept = self.served.token("kept")
        self.served.cli("serve", "--revoke", "cron")
        for file in ("backup.db", "copy.db"):
            self.assertEqual(self.served.ask("PUT", "/backup", (folder / file).read_bytes()).status, 200)
            self.assertEqual((self.status(token), self.status(kept), self.status(self.served.manners())), (401, 200, 200), file)
        self.served.stop()
        self.served.cli("restore", str(folder / "copy.db"))
        self.served.start(self.served.port)
        self.assertEqual((self.status(token), self.status(kept), self.status(self.served.manners())), (401, 200, 200))


class TooMuch(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.served = Served(WELLMET, people=30)

    @classmethod
    def tearDownClass(cls):
        cls.served.close()

    def plain(self):
        return socket.create_connection((self.served.host, self.served.port), timeout=60)

    def quick(self):
        started = time.monotonic()
        self.served.get("/people", limit=5)
        return time.monotonic() - started

    def test_idle_connections_stop_nobody(self):
        idle = [self.plain() for _ in range(500)]
        try:
            self.assertLess(max(self.quick() for _ in range(5)), 2)
        finally:
            for one in idle:
                one.close()

    def test_a_slow_client_stops_nobody(self):
        slow = [self.plain() for _ in range(20)]
        for one in slow:
            one.sendall(f"GET /api/v1/status HTTP/1.1\r\nHost: {self.served.host}:{self.served.port}\r\nX-Slow: ".encode())
        self.assertLess(max(self.quick() for _ in range(5)), 2)
        for one in slow:
            one.close()

    def test_a_half_open_upload_stops_nobody_and_leaves_nothing(self):
        id = self.served.ask("POST", "/imports").json["id"]
        half = self.plain()
        half.sendall((f"PUT /api/v1/imports/{id}/files/half.mbox HTTP/1.1\r\nHost: {self.served.host}:{self.served.port}\r\n"
                      f"Cookie: {self.served.cookie}\r\nWellmet-Key: {self.served.key}\r\nOrigin: {self.served.origin}\r\n"
                      "Content-Length: 1000000\r\n\r\nFrom x").encode())
        self.assertLess(max(self.quick() for _ in range(5)), 2)
        half.close()
        self.assertTrue(wait_until(lambda: not list(Path(self.served.database).parent.glob("*.uploads/*/half.mbox*"))))
        self.assertEqual(self.served.get(f"/imports/{id}")["files"], [])
        self.served.ask("DELETE", f"/imports/{id}")
        self.assertFalse(list(Path(self.served.database).parent.glob("*.uploads/*")))

    def test_garbage_is_answered_or_dropped(self):
        for bytes_ in (b"\x00" * 100, b"GET\r\n\r\n", b"GET / HTTP/9.9\r\n\r\n", b"A" * 100_000, b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc"):
            one = self.plain()
            one.settimeout(10)
            try:
                one.sendall(bytes_)
                one.shutdown(socket.SHUT_WR)
                while one.recv(4096):
                    pass
            except OSError:
                pass
            one.close()
        self.assertLess(self.quick(), 2)

    def test_headers_without_end_are_cut_off(self):
        one = self.plain()
        one.sendall(b"GET / HTTP/1.1\r\n")
        try:
            for i in range(100_000):
                one.sendall(f"X-{i}: {'y' * 100}\r\n".encode())
            self.fail("it reads headers without end")
        except (ConnectionError, socket.timeout):
            pass
        one.close()

    def test_memory_stays(self):
        def resident():
            return int(next(l for l in Path(f"/proc/{self.served.process.pid}/status").read_text().splitlines()
                            if l.startswith("VmRSS")).split()[1])

        def many(n):
            connection = self.served.connection()
            for i in range(n):
                connection.request("GET", f"/api/v1/people?limit=50&cursor={i % 7}", headers=self.served.manners())
                connection.getresponse().read()
            connection.close()

        many(500)
        before = resident()
        many(3000)
        self.assertLess(resident() - before, 16 << 10)


class Beyond(unittest.TestCase):
    def refused(self, *options, env=None):
        done = subprocess.run([WELLMET, "--db", str(Path(self.folder.name) / "w.db"), "serve", "--port", "0", *options],
                              capture_output=True, text=True, timeout=30)
        self.assertEqual(done.returncode, 2, done.stderr)
        return done.stderr

    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()

    def tearDown(self):
        self.folder.cleanup()

    def test_other_machines_only_by_tls_and_passphrase(self):
        self.assertIn("TLS", self.refused("--listen", "0.0.0.0"))
        certificate = str(Path(self.folder.name) / "cert.pem")
        key = str(Path(self.folder.name) / "key.pem")
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", certificate, "-days", "2",
                        "-subj", "/CN=localhost"], check=True, capture_output=True)
        tls = ["--cert", certificate, "--key", key]
        self.assertIn("passphrase", self.refused("--listen", "0.0.0.0", *tls))
        self.assertIn("go together", self.refused("--cert", certificate))
        self.assertIn("passphrase", self.refused("--name", "wellmet.example"))
        self.assertIn("not an address", self.refused("--listen", "nowhere"))
        database = str(Path(self.folder.name) / "w.db")

        def passphrase(text):
            return subprocess.run([WELLMET, "--db", database, "serve", "--passphrase"], input=text + "\n", capture_output=True, text=True)

        self.assertEqual(passphrase("short").returncode, 2)
        self.assertEqual(passphrase("four words nobody joins").returncode, 0)
        with Served(WELLMET, database=database, options=["--listen", "127.0.0.2", *tls], enter=False) as served:
            origin = {"Origin": served.origin, "Content-Type": "application/json"}
            closed = served.raw("GET", "/api/v1/status")
            self.assertEqual((closed.status, closed.json["passphrase"]), (401, True))
            opened = served.raw("POST", "/api/v1/session", origin, '{"passphrase": "four words nobody joins"}')
            self.assertEqual(opened.status, 200)
            self.assertIn("Secure", opened.headers["Set-Cookie"])
            served.cookie, served.key = opened.headers["Set-Cookie"].split(";")[0], opened.json["key"]
            self.assertEqual(served.get("/status")["people"], 0)
            for _ in range(5):
                self.assertEqual(served.raw("POST", "/api/v1/session", origin, '{"passphrase": "wrong"}').status, 401)
            tries = served.raw("POST", "/api/v1/session", origin, '{"passphrase": "four words nobody joins"}')
            self.assertEqual(tries.status, 429, "a right one has to wait too")

    def test_a_port_that_is_taken_is_told(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            said = self.refused("--port", str(taken.getsockname()[1]))
        self.assertIn("--port", said)


class Restart(unittest.TestCase):
    def test_sessions_outlive_the_server_and_what_was_only_sent_is_cleared_away(self):
        with Served(WELLMET, people=30) as served:
            port = served.port
            id = served.ask("POST", "/imports").json["id"]
            served.ask("PUT", f"/imports/{id}/files/one.vcf", b"BEGIN:VCARD\r\nVERSION:4.0\r\nFN:New Person\r\nEMAIL:new@person.example\r\nEND:VCARD\r\n")
            served.stop(kill=True)
            served.start(port)
            self.assertEqual(served.get("/status")["people"] > 0, True)
            self.assertEqual(served.get("/imports")["imports"], [])
            self.assertFalse(list(Path(served.database).parent.glob("*.uploads/*")), "what was sent before is cleared away")
            self.assertEqual(served.get("/people", q="new@person.example")["total"], 0)
            self.assertEqual(served.cli("check").returncode, 0)

    def test_it_ends_when_told(self):
        with Served(WELLMET, people=30) as served:
            listener = threading.Thread(target=lambda: list(served.events("/events", 10)), daemon=True)
            listener.start()
            time.sleep(0.5)
            started = time.monotonic()
            served.process.terminate()
            self.assertEqual(served.process.wait(10), 0)
            self.assertLess(time.monotonic() - started, 5)


if __name__ == "__main__":
    WELLMET = sys.argv.pop(1)
    unittest.main()

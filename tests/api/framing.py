#!/usr/bin/env python3
"""framing.py WELLMET: where one request ends and the next begins, asked over raw sockets: no body is
ever taken for a head."""
import itertools
import json
import re
import socket
import sys
import unittest
from pathlib import Path

import yaml

sys.path.insert(0, str(Path(__file__).parent))
from served import Served  # noqa: E402

WELLMET = ""
DOCUMENT = yaml.safe_load((Path(__file__).parents[2] / "docs/api/openapi.yaml").read_text())


class Raw:
    """A connection on which bytes are sent, and answers are read one by one."""

    def __init__(self, served):
        self.socket = socket.create_connection((served.host, served.port), timeout=60)
        self.file = self.socket.makefile("rb")

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()
        self.socket.close()

    def send(self, data):
        try:
            self.socket.sendall(data)
        except OSError:
            pass  # It has closed already.

    def answer(self, method="GET"):
        """(status, headers, body) of the next answer; None where the connection has ended."""
        try:
            first = self.file.readline()
        except ConnectionResetError:
            return None
        if not first:
            return None
        match = re.fullmatch(rb"HTTP/1\.[01] (\d{3}) .*\r\n", first)
        if match is None:
            raise AssertionError(f"no answer begins like this: {first!r}")
        headers = {}
        while (line := self.file.readline()) not in (b"\r\n", b""):
            name, value = line.decode().rstrip("\r\n").split(": ", 1)
            headers[name.lower()] = value
        status = int(match.group(1))
        if status == 100:
            return self.answer(method)
        if method == "HEAD" or status in (204, 304):
            return status, headers, b""
        if headers.get("transfer-encoding") == "chunked":
            body = b""
            while (size := int(self.file.readline(), 16)) > 0:
                body += self.file.read(size + 2)[:-2]
            self.file.readline()
            return status, headers, body
        return status, headers, self.file.read(int(headers["content-length"]))


class Framing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.served = Served(WELLMET, people=30)

    @classmethod
    def tearDownClass(cls):
        cls.served.close()

    def head(self, method, path, *more, host=None, signed_in=True):
        lines = [f"{method} {path} HTTP/1.1", f"Host: {host or self.served.origin.split('//')[1]}"]
        if signed_in:
            lines += [f"{name}: {value}" for name, value in self.served.manners().items()]
        return ("\r\n".join([*lines, *more]) + "\r\n\r\n").encode()

    def test_no_body_is_taken_for_a_head(self):
        """What is sent as a body is a request too: were it read as one, three answers would come."""
        hidden = self.head("GET", "/api/v1/me")
        asked = [("GET", path) for path in (
            "/", "/people/x", "/assets/none.js", "/enter?link=x", "/api/v1/openapi.yaml",
            "/api/v1/nothing", "/" + "x" * 9000)]
        asked += [(method, "/api/v1" + re.sub(r"\{\w+\}", "1", path))
                  for path, methods in DOCUMENT["paths"].items() for method in map(str.upper, methods)
                  if not path.endswith("/events") and path not in ("/pieces/fetch",)]
        asked += [(method, path) for method in ("PUT", "PATCH", "OPTIONS", "HEAD", "DELETE")
                  for path in ("/", "/api/v1/people", "/api/v1/imports")]
        # The session that the others need is not ended.
        asked = [one for one in asked if one[0] != "DELETE" or "/session" not in one[1]]
        asked.append(("DELETE", "/api/v1/sessions/99"))
        chunked = b"%x\r\n%b\r\n0\r\n\r\n" % (len(hidden), hidden)
        bodies = ((f"Content-Length: {len(hidden)}", hidden), ("Transfer-Encoding: chunked", chunked))
        for signed_in, host in itertools.product((True, False), (None, "evil.example")):
            for (method, path), (announced, body) in itertools.product(asked, bodies):
                with self.subTest(f"{method} {path[:60]} {announced[:8]} {signed_in} {host}"):
                    head = self.head(method, path, announced, host=host, signed_in=signed_in)
                    self.only_one_answer(method, head + body)

    def only_one_answer(self, method, request):
        with Raw(self.served) as raw:
            raw.send(request + self.head("GET", "/api/v1/openapi.yaml"))
            self.assertIsNotNone(raw.answer(method))
            second = raw.answer()
            if second is not None:
                self.assertIn("yaml", second[1]["content-type"])
                raw.socket.shutdown(socket.SHUT_WR)
                self.assertIsNone(raw.answer(), "the body was answered too")

    def test_what_did_not_change_is_not_desynchronised_either(self):
        tag = self.served.ask("GET", "/people", query={"limit": 5}).headers["ETag"]
        with Raw(self.served) as raw:
            hidden = self.head("GET", "/api/v1/me")
            raw.send(self.head("GET", "/api/v1/people?limit=5", f"If-None-Match: {tag}",
                               f"Content-Length: {len(hidden)}") + hidden)
            raw.send(self.head("GET", "/api/v1/openapi.yaml"))
            self.assertEqual(raw.answer()[0], 304)
            second = raw.answer()
            self.assertTrue(second is None or "yaml" in second[1]["content-type"])

    def test_a_connection_is_kept_where_nothing_is_left(self):
        """Kills: a server that closes each connection, which would pass all of the above."""
        with Raw(self.served) as raw:
            for i in range(3):
                body = b'{"text": "reading contracts %d"}' % i
                raw.send(self.head("POST", "/api/v1/offers", f"Content-Length: {len(body)}") + body)
                self.assertEqual(raw.answer()[0], 200)
                for method in ("GET", "HEAD"):
                    for path in ("/", "/api/v1/people?limit=3", "/api/v1/export", "/api/v1/backup",
                                 "/api/v1/nothing"):
                        raw.send(self.head(method, path))
                        self.assertIsNotNone(raw.answer(method), f"{method} {path}")
            # No length is no body.
            raw.send(self.head("POST", "/api/v1/imports") + self.head("GET", "/api/v1/status"))
            self.assertEqual(raw.answer()[0], 201)
            self.assertEqual(raw.answer()[0], 200)

    def test_heads_that_can_be_read_in_two_ways_are_refused(self):
        lengths = ("5, 6", "+5", "-5", "0x5", "5 5", "1,0", "", "five", "99999999999999999999")
        codings = ("gzip", "identity", "chunked, identity", "xchunked", "")
        ways = [[f"Content-Length: {length}"] for length in lengths]
        ways += [[f"Transfer-Encoding: {coding}"] for coding in codings]
        ways += [["Content-Length: 5", "Content-Length: 6"], ["Content-Length: 5", "Content-Length: 5"],
                 ["content-length: 0", "CONTENT-LENGTH: 44"],
                 ["Content-Length: 5", "Transfer-Encoding: chunked"],
                 ["Transfer-Encoding: chunked", "Content-Length: 5"],
                 ["Transfer-Encoding: chunked", "Transfer-Encoding: identity"],
                 ["Content-Length : 5"], ["Content-Length\t: 5"], ["Transfer-Encoding : chunked"],
                 ["X Y: 1"]]
        paths = ("/", "/api/v1/status", "/api/v1/session", "/enter?link=x")
        for path, way, method in itertools.product(paths, ways, ("GET", "POST")):
            with self.subTest(f"{method} {path} {way}"), Raw(self.served) as raw:
                raw.send(self.head(method, path, *way) + self.head("GET", "/api/v1/me"))
                status, headers, body = raw.answer()
                self.assertEqual(status, 400)
                self.assertEqual(headers["connection"].lower(), "close")
                self.assertEqual(json.loads(body)["status"], 400)
                self.assertIsNone(raw.answer(), "something was read as a second request")

    def test_a_body_that_is_cut_off_does_nothing(self):
        with Raw(self.served) as raw:
            before = len(self.served.get("/offers")["offers"])
            raw.send(self.head("POST", "/api/v1/offers", "Content-Length: 100") + b'{"text": "half of it"}')
            raw.socket.shutdown(socket.SHUT_WR)
            self.assertEqual(raw.answer()[0], 400)
            self.assertEqual(len(self.served.get("/offers")["offers"]), before)

    def test_who_waits_to_be_told_to_go_on_is_told(self):
        body = b'{"text": "once told"}'
        with Raw(self.served) as raw:
            raw.send(self.head("POST", "/api/v1/offers", f"Content-Length: {len(body)}",
                               "Expect: 100-continue"))
            self.assertTrue(raw.file.readline().startswith(b"HTTP/1.1 100"))
            self.assertEqual(raw.file.readline(), b"\r\n")
            raw.send(body)
            self.assertEqual(raw.answer()[0], 200)
        with Raw(self.served) as raw:  # Nobody reads it: the answer comes at once.
            raw.socket.settimeout(5)
            raw.send(self.head("GET", "/", f"Content-Length: {len(body)}",
                               "Expect: 100-continue"))
            self.assertTrue(raw.file.readline().startswith(b"HTTP/1.1 200"))


if __name__ == "__main__":
    WELLMET = sys.argv.pop(1)
    unittest.main()

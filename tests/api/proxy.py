#!/usr/bin/env python3
"""proxy.py WELLMET: nginx in front, configured as docs/serving.md says, but for ports and paths."""
import http.client
import json
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import unittest
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))
from served import Served, wait_until  # noqa: E402

WELLMET = ""
NAME = "wellmet.example.org"
PASSPHRASE = "four words nobody joins"


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class Proxy(unittest.TestCase):
    def setUp(self):
        self.folder = tempfile.TemporaryDirectory()
        folder = Path(self.folder.name)
        database = str(folder / "w.db")
        subprocess.run([WELLMET, "--db", database, "serve", "--passphrase"], input=PASSPHRASE + "\n", text=True, check=True)
        self.served = Served(WELLMET, database=database, options=["--name", NAME], enter=False)
        self.port = free_port()
        told = (Path(__file__).parents[2] / "docs/serving.md").read_text()
        server = re.search(r"```nginx\n(.*?)```", told, re.S).group(1)
        server = re.sub(r"\s*ssl_certificate.*", "", server).replace("listen 443 ssl", f"listen 127.0.0.1:{self.port}")
        # Connections to wellmet are kept and shared, as in a proxy of many: what one client leaves on one is another's.
        server = server.replace("127.0.0.1:4180", "wellmet")
        (folder / "nginx.conf").write_text(
            f"daemon off; pid {folder}/nginx.pid; error_log {folder}/error.log; events {{}}\n"
            f"http {{ access_log off; client_body_temp_path {folder}/b; proxy_temp_path {folder}/p; fastcgi_temp_path {folder}/f;\n"
            f"uwsgi_temp_path {folder}/u; scgi_temp_path {folder}/s;\n"
            f"upstream wellmet {{ server 127.0.0.1:{self.served.port}; keepalive 8; }}\n{server}}}\n")
        self.nginx = subprocess.Popen(["nginx", "-e", str(folder / "error.log"), "-c", str(folder / "nginx.conf")])
        self.assertTrue(wait_until(self.is_there))

    def is_there(self):
        with socket.socket() as one:
            return one.connect_ex(("127.0.0.1", self.port)) == 0

    def tearDown(self):
        self.nginx.terminate()
        self.nginx.wait(10)
        self.served.close()
        self.folder.cleanup()

    def ask(self, method, path, body=None, host=NAME, origin=f"https://{NAME}", cookie="", key=""):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, body=body, headers={"Host": host, "Origin": origin, "Cookie": cookie, "Wellmet-Key": key})
        response = connection.getresponse()
        response.body = response.read()
        connection.close()
        return response

    def test_all_goes_through(self):
        self.assertEqual(self.ask("GET", "/api/v1/status").status, 401)
        self.assertEqual(self.ask("GET", "/", host="other.example.org").status, 421)
        self.assertEqual(self.ask("POST", "/api/v1/session", b"{}", origin="https://other.example.org").status, 403)
        opened = self.ask("POST", "/api/v1/session", json.dumps({"passphrase": PASSPHRASE}))
        self.assertEqual(opened.status, 200)
        let_in = {"cookie": opened.headers["Set-Cookie"].split(";")[0], "key": json.loads(opened.body)["key"]}
        self.assertEqual(self.ask("GET", "/", **let_in).status, 200)
        id = json.loads(self.ask("POST", "/api/v1/imports", b"", **let_in).body)["id"]
        mail = b"From x Mon Nov  2 10:00:00 2026\nFrom: <a@many.example>\nTo: <mara@lindqvist.example>\nSubject: s\n\nhello\n\n" * 50_000
        sent = self.ask("PUT", f"/api/v1/imports/{id}/files/all.mbox", mail, **let_in)
        self.assertEqual(json.loads(sent.body)["bytes"], len(mail))
        self.ask("POST", f"/api/v1/imports/{id}/start", b"{}", **let_in)
        events = self.ask("GET", f"/api/v1/imports/{id}/events", **let_in)
        self.assertEqual(events.headers.get_content_type(), "text/event-stream")
        self.assertIn(b'"state":"done"', events.body)

    def raw(self, method, path, body, *more):
        with socket.create_connection(("127.0.0.1", self.port), timeout=30) as one:
            lines = [f"{method} {path} HTTP/1.1", f"Host: {NAME}", "Connection: close", f"Content-Length: {len(body)}", *more]
            one.sendall(("\r\n".join(lines) + "\r\n\r\n").encode() + body)
            with one.makefile("rb") as file:
                return file.read()

    def test_nobodys_body_is_anybodys_request(self):
        """One client's body is a request whose answer the next client of the shared connection would get."""
        hidden = f"GET /assets/hidden HTTP/1.1\r\nHost: {NAME}\r\n\r\n".encode()
        for method, path in (("GET", "/"), ("GET", "/people"), ("GET", "/enter?link=x"), ("GET", "/assets/none"), ("GET", "/api/v1/openapi.yaml"),
                             ("GET", "/api/v1/status"), ("PATCH", "/api/v1/session")):
            for round in range(10):
                with self.subTest(f"{method} {path} {round}"):
                    self.assertTrue(self.raw(method, path, hidden, f"Origin: https://{NAME}").startswith(b"HTTP/1.1 "))
                    for _ in range(3):
                        victim = self.ask("GET", "/api/v1/openapi.yaml")
                        self.assertEqual((victim.status, victim.headers.get_content_type()), (200, "application/yaml"))


if __name__ == "__main__":
    if not shutil.which("nginx"):
        sys.exit("nginx is not there: apt-get install nginx-light")
    WELLMET = sys.argv.pop(1)
    unittest.main()

"""A wellmet that serves, on a port of its own, and a browser's manners towards it."""
import http.client
import json
import re
import ssl
import subprocess
import tempfile
import threading
import time
import urllib.parse
from pathlib import Path

TODAY = "2026-11-22"


class Answer:
    def __init__(self, response):
        self.status, self.headers, self.raw = response.status, response.headers, response.read()

    @property
    def json(self):
        return json.loads(self.raw)

    @property
    def type(self):
        return (self.headers.get("Content-Type") or "").split(";")[0]


class Served:
    """With a life of so many invented people, or none; signed in by the link that it printed."""

    def __init__(self, wellmet, people=0, options=(), database=None, enter=True):
        self.wellmet, self.options, self.scratch = wellmet, list(options), tempfile.TemporaryDirectory()
        self.database = database or str(Path(self.scratch.name) / "wellmet.db")
        self.cookie = self.key = None
        if people:
            life = Path(self.scratch.name) / "life"
            self.cli("demo", str(life), "--people", str(people))
            (life / "truth.json").unlink()
            self.cli("import", str(life))
        self.start()
        if enter:
            self.enter()

    def cli(self, *words, input=None, check=True):
        done = subprocess.run([self.wellmet, "--db", self.database, "--as-of", TODAY, *words], capture_output=True,
                              text=True, input=input)
        if check and done.returncode not in (0, 1):
            raise AssertionError(f"wellmet {' '.join(words)}: {done.stderr}")
        return done

    def start(self, port=0):
        self.process = subprocess.Popen([self.wellmet, "--db", self.database, "--as-of", TODAY, "serve", "--port", str(port),
                                         *self.options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        first = self.process.stdout.readline()
        if not first:
            raise AssertionError("wellmet serve: " + self.process.stderr.read())
        where = urllib.parse.urlsplit(first.split()[-1])
        self.tls, self.host, self.port = where.scheme == "https", where.hostname, where.port
        self.origin = f"{where.scheme}://{where.netloc}"
        self.link = self.process.stdout.readline().split()[-1]

    def stop(self, kill=False):
        (self.process.kill if kill else self.process.terminate)()
        self.process.wait(30)
        self.process.stdout.close()
        self.process.stderr.close()

    def close(self):
        if self.process.poll() is None:
            self.stop()
        self.scratch.cleanup()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def connection(self, timeout=60):
        if self.tls:
            context = ssl.create_default_context()
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            return http.client.HTTPSConnection(self.host, self.port, timeout=timeout, context=context)
        return http.client.HTTPConnection(self.host, self.port, timeout=timeout)

    def raw(self, method, path, headers=None, body=None):
        """Just these headers, besides Host."""
        connection = self.connection()
        try:
            connection.request(method, path, body=body, headers=headers or {})
            return Answer(connection.getresponse())
        finally:
            connection.close()

    def token(self, *words):
        """As headers."""
        return {"Authorization": "Bearer " + self.cli("serve", "--token", *words).stdout.strip()}

    def enter(self, link=None):
        path = (link or self.link)[len(self.origin):]
        answer = self.raw("GET", path)
        cookie = answer.headers.get("Set-Cookie")
        if answer.status != 303 or not cookie:
            raise AssertionError(f"the link opened nothing: {answer.status}")
        self.cookie, self.key = cookie.split(";")[0], answer.headers["Location"].split("#key=")[1]

    def manners(self):
        """What the app sends with all that it asks: the cookie and the key of its session, and its origin."""
        return {"Cookie": self.cookie or "", "Wellmet-Key": self.key or "", "Origin": self.origin, "Sec-Fetch-Site": "same-origin"}

    def ask(self, method, path, body=None, query=None, headers=None):
        """As the app asks."""
        url = "/api/v1" + path + ("?" + urllib.parse.urlencode(query, doseq=True) if query else "")
        sent = self.manners()
        if isinstance(body, (dict, list)):
            body, sent["Content-Type"] = json.dumps(body), "application/json"
        return self.raw(method, url, {**sent, **(headers or {})}, body)

    def get(self, path, **query):
        answer = self.ask("GET", path, query=query)
        if answer.status != 200:
            raise AssertionError(f"GET {path}: {answer.status} {answer.raw[:300]}")
        return answer.json

    def events(self, path, seconds=30):
        """Yields (event, data) until the server ends it."""
        connection = self.connection(timeout=seconds)
        try:
            connection.request("GET", "/api/v1" + path, headers=self.manners())
            response = connection.getresponse()
            name = None
            for line in response:
                line = line.decode().rstrip("\n")
                if line.startswith("event: "):
                    name = line[7:]
                elif line.startswith("data: "):
                    yield name, json.loads(line[6:])
        finally:
            connection.close()


def quoted(text):
    return urllib.parse.quote(text, safe="")


def wait_until(true, seconds=20):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if true():
            return True
        time.sleep(0.05)
    return False

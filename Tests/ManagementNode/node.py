"""Starts a management node and calls it, for tests that know nothing of Swift."""

import base64
import concurrent.futures
import hashlib
import http.client
import json
import pathlib
import signal
import socket
import sqlite3
import subprocess
import sys
import threading
import time

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "CommandLine"))
from commands import Checks  # noqa: E402, F401  (the tests import it from here)

PASSWORD = "administrator-1"


def sha512(text):
    return hashlib.sha512(text.encode()).hexdigest()


class Reply:
    """What the node answered: the status, the headers and the body."""

    def __init__(self, response):
        self.status = response.status
        self.headers = response.headers
        self.body = response.read()

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def code(self):
        """The code of the error of a REST answer, which has exactly three members."""
        error = self.json["error"]
        assert set(self.json) == {"error"} and set(error) == {"code", "description", "details"}, self.body
        return error["code"]


class Node:
    """A management node that runs, in a folder of its own."""

    def __init__(self, programs, work, *options):
        self.programs, self.work = pathlib.Path(programs).resolve(), pathlib.Path(work)
        self.options = options
        (self.work / "password").write_text(PASSWORD + "\n")
        self.process = None
        self.port = 0
        self.log = self.work / "log"

    def start(self, *options):
        """Starts the node, and waits until it listens."""
        with open(self.log, "ab") as log:
            self.process = subprocess.Popen(
                [
                    self.programs / "management-node", "--port", str(self.port), "--data", self.work / "data",
                    "--admin-password-file", self.work / "password", *self.options, *options,
                ],
                stdout=subprocess.PIPE, stderr=log, stdin=subprocess.DEVNULL, cwd=self.work,
            )
        # A node that does not start in time is ended, so that the test cannot hang.
        timer = threading.Timer(30, self.process.kill)
        timer.start()
        for line in self.process.stdout:
            if b"listens at" in line:
                timer.cancel()
                self.port = int(line.decode().rsplit(":", 1)[1].strip("/\n"))
                return self
        raise AssertionError(f"the node does not start: {self.log.read_text()}")

    def stop(self, how=signal.SIGTERM):
        """Ends the node, and returns its exit status."""
        self.process.send_signal(how)
        status = self.process.wait(timeout=30)
        self.process.stdout.close()
        return status

    def call(self, method, path, body=None, session=None, headers=None, timeout=60):
        """Sends one request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=timeout)
        try:
            all_headers = {"Authorization": f"OAuth {session}"} if session else {}
            if isinstance(body, (dict, list)):
                body = json.dumps(body)
            connection.request(method, path, body=body, headers=all_headers | (headers or {}))
            return Reply(connection.getresponse())
        finally:
            connection.close()

    def rest(self, method, path, body=None, session=None, **options):
        return self.call(method, "/zstack/v1/" + path, body, session, **options)

    def log_in(self, name="admin", password=PASSWORD):
        """Returns the UUID of a new session."""
        body = {"logInByAccount": {"accountName": name, "password": sha512(password)}}
        return self.rest("PUT", "accounts/login", body).json["inventory"]["uuid"]

    def uuid(self, session):
        """The UUID of the management node."""
        return self.rest("GET", "management-nodes", session=session).json["inventories"][0]["uuid"]

    def update(self, session, contents, **options):
        """Uploads a license file, whose licenses count at once."""
        body = {"updateLicense": {"license": base64.b64encode(contents).decode()}}
        return self.rest("PUT", f"licenses/mn/{self.uuid(session)}/actions", body, session, **options)

    def info(self):
        return self.rest("GET", "licenses").json["inventory"]

    def add_host(self, session, number):
        body = {"params": {"name": f"host {number}", "managementIp": f"10.{number >> 16}.{number >> 8 & 255}.{number & 255}"}}
        return self.rest("POST", "hosts/kvm", body, session)

    def rows(self, table="host"):
        """The number of rows of a table, read from the file of the database."""
        with sqlite3.connect(f"file:{self.work}/data/node.sqlite?mode=ro", uri=True) as database:
            return database.execute(f"SELECT COUNT(*) FROM {table}").fetchone()[0]

    def issue(self, file, *options):
        """Has the demo vendor write a license file, and returns its bytes."""
        subprocess.run(
            [self.programs / "demo-vendor", self.work / file, "--keys", self.work / "vendor", *options],
            check=True, stdout=subprocess.DEVNULL,
        )
        return (self.work / file).read_bytes()

    @property
    def key(self):
        return self.work / "vendor/public.jwk"

    def raw(self, data, timeout=10):
        """Sends bytes, and returns all that comes back until the node closes the connection or nothing more comes."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=timeout) as connection:
            connection.sendall(data)
            answer = b""
            try:
                while part := connection.recv(65_536):
                    answer += part
            except TimeoutError:
                pass
            return answer


def at_once(calls):
    """Runs calls at the same time, and returns their results. A call whose connection breaks gives None."""

    def run(call):
        try:
            return call()
        except (OSError, http.client.HTTPException):
            return None

    with concurrent.futures.ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def wait_until(condition, seconds=10):
    """Waits until a condition holds, and returns whether it does."""
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.05)
    return False

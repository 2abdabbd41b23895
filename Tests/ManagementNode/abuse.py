#!/usr/bin/env python3
"""Attacks a management node: uploads, bodies, sessions, paths and headers. Nothing changes, and no attacker gets in.

usage: Tests/ManagementNode/abuse.py PROGRAMS LICENSECTL [MUTATIONS [SHARED]]

MUTATIONS is the number of changed license files, by default 1,000. SHARED is the folder with the folders field-cases and vendor-files,
by default ../shared. LICENSECTL says which of their files are licenses.
"""

import base64
import json
import pathlib
import random
import re
import socket
import subprocess
import sys
import tempfile
import threading
import time

from node import PASSWORD, Checks, Node, sha512

LICENSECTL = pathlib.Path(sys.argv[2]).resolve()
MUTATIONS = int((sys.argv[3:] + ["1000"])[0])
SHARED = pathlib.Path((sys.argv[4:] + ["../shared"])[0]).resolve()
FORGED = "0" * 32
VENDOR_KEY = "keys/zstack.pub"
checks = Checks()
check = checks.check
random.seed(18)


def state(node):
    """Everything that an attack must not change."""
    folder = node.work / "data/licenses"
    files = {str(path): path.read_bytes() for path in folder.rglob("*.lic")}
    tables = [node.rows(table) for table in ("account", "host", "imageServer", "primaryStorage")]
    info = node.info()
    return info, node.rest("GET", "licenses/addons").json, files, tables


def upload(node, session, contents):
    return node.call("POST", "/api/license", contents, session, headers={"Content-Type": "application/octet-stream"})


def is_license(key, path):
    """Whether licensectl finds a license of the product in a file."""
    answer = subprocess.run([LICENSECTL, "verify", "--trust", key, "--product", "cloud", path], capture_output=True, timeout=20)
    return answer.returncode == 0


def foreign_files(node, session, uuid):
    """Uploads the cases of the shared folders. Those that are licenses are deleted again."""
    key = SHARED / "field-cases/vendor-public.jwk"
    cases = {path: is_license(key, path) for path in sorted((SHARED / "field-cases").glob("*")) if path.is_file()}
    if cases:
        # The platform's own files. Those with SHA-1 are refused, because the node does not allow it.
        manifest = json.loads((SHARED / "vendor-files/manifest.json").read_text())
        for case in manifest:
            accepted = case["key"] == VENDOR_KEY and case["expect"] == "accept"
            cases[SHARED / "vendor-files/cases" / case["id"]] = accepted
    print(f"{len(cases)} cases, {sum(cases.values())} licenses" if cases else "skipped: there are no shared cases next to the project")
    for path, accepted in cases.items():
        before = state(node)
        answer = node.update(session, path.read_bytes())
        name = path.name
        if not accepted:
            expected = "SYS.1007" if not path.read_bytes() else "LICENSE.1006"
            check(f"a file that is no license: {name}", lambda: answer.status == 503 and answer.code == expected)
        elif answer.status != 200:
            # A license for another node.
            check(f"a license of another node: {name}", lambda: answer.code == "LICENSE.1002")
        else:
            added = [file for file in state(node)[2] if file not in before[2]]
            check(f"a license: {name}", lambda: added)
            for file in added:
                license = pathlib.Path(file).stem[:32]
                deleted = node.rest("DELETE", f"licenses/mn/{uuid}/actions?uuid={license}", session=session)
                check(f"the deletion of {name}", lambda: deleted.body == b"{}")
        check(f"nothing changes: {name}", lambda: state(node) == before)


def mutate(contents):
    """A copy of a license file with a few random changes."""
    data = bytearray(contents)
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(data))
        kind = random.randrange(6)
        if kind == 0:
            data[at] ^= 1 << random.randrange(8)
        elif kind == 1:
            data[at] = random.randrange(256)
        elif kind == 2:
            del data[at : at + random.randint(1, 40)]
        elif kind == 3:
            data[at:at] = random.randbytes(random.randint(1, 40))
        elif kind == 4:
            end = random.randrange(len(data))
            data[at:at] = data[min(at, end) : max(at, end)]
        else:
            del data[at:]
        data = data or bytearray(b"x")
    return bytes(data)


def mutated_files(node, session, license):
    """Uploads changed copies of the license that is installed: each is refused, or only its words have changed."""
    before, refused, unchanged = state(node), 0, 0
    for number in range(MUTATIONS):
        answer = upload(node, session, mutate(license))
        if answer.status == 200:
            unchanged += 1
            check("a file with other words has the same license", lambda: answer.json["installed"] == [])
        else:
            refused += 1
            check("a changed file is refused", lambda: answer.status == 422 and answer.json["message"])
        if number % 100 == 99:
            check("changed files change nothing", lambda: state(node) == before)
    check("some are refused and some not", lambda: refused > unchanged > 0)
    print(f"{MUTATIONS} changed files: {refused} refused, {unchanged} with other words only")


def bodies(node, session):
    """Bodies that are too large, too slow, cut off or of another kind."""
    large = b"a" * (600 << 10)
    for method, path in (("PUT", "/zstack/v1/accounts/login"), ("POST", "/zstack/api/"), ("POST", "/api/license")):
        head = f"{method} {path} HTTP/1.1\r\nHost: a\r\nAuthorization: OAuth {session}\r\n".encode()
        # A message always has a reply.
        expected = (b"HTTP/1.1 200", b"SYS.1007") if path == "/zstack/api/" else (b"HTTP/1.1 413", b"")
        answer = node.raw(head + b"Content-Length: %d\r\n\r\n" % len(large) + large)
        check("a large body", lambda: answer.startswith(expected[0]) and expected[1] in answer)
        chunks = b"".join(b"%x\r\n%s\r\n" % (50_000, b"a" * 50_000) for _ in range(12))
        answer = node.raw(head + b"Transfer-Encoding: chunked\r\n\r\n" + chunks)
        check("a large body in chunks", lambda: answer.startswith(expected[0]) and expected[1] in answer)
        # The client goes away in the middle of its body.
        for body in (b"Content-Length: 100\r\n\r\nabc", b"Transfer-Encoding: chunked\r\n\r\nff\r\nabc"):
            with socket.create_connection(("127.0.0.1", node.port), timeout=5) as connection:
                connection.sendall(head + body)
    # Routes that read no body do not take one without an end.
    for line in ("GET /health/live", "POST /nowhere", "DELETE /zstack/v1/hosts/x"):
        check("an endless body", lambda: (seconds := endless_body(node, line)) and seconds < 10)
    for value in (b"-1", b"9" * 30, b"5, 6", b"0x10"):
        answer = node.raw(b"POST /zstack/api/ HTTP/1.1\r\nHost: a\r\nContent-Length: " + value + b"\r\n\r\nabc", timeout=2)
        check("a length that is no number", lambda: not answer or answer.startswith(b"HTTP/1.1 400"))
    both = b"POST /zstack/api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET /metrics HTTP/1.1\r\nHost: a\r\n\r\n"
    answer = node.raw(both, timeout=2)
    check("two lengths", lambda: not answer or answer.startswith(b"HTTP/1.1 400"))
    deep = node.call("POST", "/zstack/api/", '{"a":' * 20_000)
    check("a deep body", lambda: deep.status == 200 and "SYS.1007" in deep.json["result"])
    form = {"Content-Type": "multipart/form-data; boundary=B"}
    for body in (b"--B", b"--B\r\n" * 5_000, b"--B\r\nContent-Disposition: form-data; name=\"f\"; filename=\"../../x.lic\"\r\n\r\nx\r\n--B--"):
        answer = node.call("POST", "/api/license", body, session, headers=form)
        check("a form that is damaged or has a path", lambda: answer.status in (400, 422))


def endless_body(node, line):
    """Sends a body without an end, and returns after how many seconds the node closes the connection, or None if it does not."""
    with socket.create_connection(("127.0.0.1", node.port), timeout=5) as connection:
        connection.sendall(f"{line} HTTP/1.1\r\nHost: a\r\nContent-Length: 100000000000\r\n\r\n".encode())
        start = time.monotonic()
        while (seconds := time.monotonic() - start) < 15:
            try:
                connection.sendall(b"a" * 65_536)
            except TimeoutError:
                return None
            except OSError:
                return seconds
            time.sleep(0.01)
    return None


def slow_bodies(node, session):
    """Clients that send a byte a second, or headers without an end: they are disconnected, and others are served."""
    # Whoever reads no body answers before it ends.
    answers = {
        "a slow body": b"HTTP/1.1 408", "a slow message": b"HTTP/1.1 200", "a slow body that is not read": b"HTTP/1.1 200",
        "a slow body of no route": b"HTTP/1.1 404", "a slow body without a session": b"HTTP/1.1 400", "a slow head": b"",
    }
    heads = {
        "a slow body that is not read": "GET /health/live HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n",
        "a slow body of no route": "POST /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n",
        "a slow body without a session": "DELETE /zstack/v1/hosts/x HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n",
        "a slow head": "GET /health/live HTTP/1.1\r\nX: ",
        "a slow body": f"POST /api/license HTTP/1.1\r\nHost: a\r\nAuthorization: OAuth {session}\r\nContent-Length: 9999\r\n\r\n",
        "a slow message": "POST /zstack/api/ HTTP/1.1\r\nHost: a\r\nContent-Length: 9999\r\n\r\n",
    }
    results = {}

    def drip(name, head):
        with socket.create_connection(("127.0.0.1", node.port), timeout=1) as connection:
            connection.sendall(head.encode())
            start, answer = time.monotonic(), b""
            while time.monotonic() - start < 40:
                try:
                    connection.sendall(b"a")
                    part = connection.recv(1_000)
                    if not part:
                        break
                    answer += part
                except TimeoutError:
                    continue
                except OSError:
                    break
            results[name] = (answer, time.monotonic() - start)

    threads = [threading.Thread(target=drip, args=item) for item in heads.items()]
    for thread in threads:
        thread.start()
    check("others are served meanwhile", lambda: node.info()["hostNum"] == 5)
    for thread in threads:
        thread.join()
    for name in heads:
        check(name, lambda: results[name][0].startswith(answers[name]) and 15 < results[name][1] < 35)


def paths_and_headers(node, session, ordinary):
    """Paths and headers that try to get around a check."""
    before = state(node)
    secret = node.uuid(session)
    for path in (
        "/zstack/v1/../v1/hosts/kvm", "/zstack/v1//hosts/kvm", "/zstack/v1/hosts/kvm/", "/zstack/v1/hosts%2fkvm", "/ZSTACK/v1/hosts/kvm",
        "/zstack/v1/hosts/kvm;a=b", "/zstack/v1/hosts/kvm%00", "/zstack/v1/./hosts/kvm", "/api/../zstack/v1/hosts/kvm",
        "/api/license/%2e%2e/license", "//zstack/v1/hosts/kvm", "/zstack/v1/hosts/../../../etc/passwd", "/zstack/v1/hosts/kvm?a=/../x",
        "/../data/node.sqlite", "/%2e%2e/%2e%2e/etc/passwd", "/data/licenses/private/node.key",
    ):
        for user in (None, ordinary, FORGED):
            body = {"params": {"name": "x", "managementIp": "10.9.9.9"}}
            for method in ("POST", "GET", "PUT", "DELETE", "PATCH", "OPTIONS", "HEAD", "TRACE"):
                answer = node.call(method, path, body if method in ("POST", "PUT") else None, user)
                text = answer.body.decode(errors="replace")
                check(f"{method} {path}", lambda: answer.status in (400, 401, 403, 404, 405, 503) and "root:" not in text)
    escalations = {
        "Authorization": [f"OAuth {ordinary}, OAuth {session[:31]}", f"OAuth  {ordinary}", f"oauth {session}", "OAuth " + "a" * 10_000, "OAuth \x01"],
        "X-Original-URL": ["/zstack/v1/licenses"], "X-Forwarded-For": ["127.0.0.1"], "X-HTTP-Method-Override": ["GET"],
        "X-Account": ["admin"], "Cookie": [f"session={ordinary}"], "Accept-Language": ["zh" * 5_000, "\x7f", "*;q=-1"],
    }
    for name, values in escalations.items():
        for value in values:
            headers = {"Authorization": f"OAuth {ordinary}"} | {name: value}
            try:
                answer = node.rest("POST", "hosts/kvm", {"params": {"name": "x", "managementIp": "10.9.9.9"}}, headers=headers)
            except ValueError:
                continue
            check(f"the header {name}", lambda: answer.status in (400, 503))
    lines = f"POST /zstack/v1/hosts/kvm HTTP/1.1\r\nHost: a\r\nAuthorization: OAuth {ordinary}\r\nAuthorization: OAuth {session}\r\nContent-Length: 2\r\n\r\n{{}}"
    check("two headers of a session", lambda: node.raw(lines.encode(), timeout=2).startswith(b"HTTP/1.1 400"))
    many = b"GET /metrics HTTP/1.1\r\nHost: a\r\n" + b"".join(b"X-%d: a\r\n" % number for number in range(5_000)) + b"\r\n"
    check("many headers", lambda: not (answer := node.raw(many, timeout=2)) or answer.startswith(b"HTTP/1.1 4"))
    huge = b"GET /metrics HTTP/1.1\r\nHost: a\r\nX: " + b"a" * 200_000 + b"\r\n\r\n"
    check("a huge header", lambda: not (answer := node.raw(huge, timeout=2)) or answer.startswith(b"HTTP/1.1 4"))
    for text in ("' OR 1=1 --", "admin' --", "\x00", "../admin", "a" * 300, "ADMIN", "admin "):
        body = {"logInByAccount": {"accountName": text, "password": sha512(PASSWORD)}}
        check("a name that is SQL, a path or too long", lambda: node.rest("PUT", "accounts/login", body).code == "ID.1000")
    for uuid in ("' OR '1'='1", "%27%20OR%201%3D1", "..%2f..%2fprivate", "*", "%"):
        answer = node.rest("DELETE", f"licenses/mn/{secret}/actions?uuid={uuid.replace(' ', '%20')}", session=session)
        check("a UUID that is SQL or a path", lambda: answer.code == "SYS.1003")
    check("paths and headers change nothing", lambda: state(node) == before)


def other_people(node, session, ordinary):
    """An ordinary account, and sessions of others."""
    before = state(node)
    uuid = node.uuid(ordinary)
    license = base64.b64encode(b"x").decode()
    calls = [
        ("PUT", "licenses/actions", {"reloadLicense": {}}),
        ("PUT", f"licenses/mn/{uuid}/actions", {"updateLicense": {"license": license}}),
        ("DELETE", f"licenses/mn/{uuid}/actions?uuid={before[0]['uuid']}", None),
        ("POST", "hosts/kvm", {"params": {"name": "x", "managementIp": "10.9.9.9"}}),
        ("POST", "vcenters/hosts", {"params": {"name": "x", "managementIp": "10.9.9.9"}}),
        ("POST", "backup-storage/image-store", {"params": {"name": "x", "url": "/x"}}),
        ("POST", "primary-storage/nfs", {"params": {"name": "x", "url": "/x"}}),
        ("POST", "accounts", {"params": {"name": "eve", "password": sha512("eve")}}),
        ("DELETE", f"accounts/{FORGED}", None),
        ("PUT", f"accounts/{FORGED}", {"updateAccount": {"password": sha512("eve")}}),
        ("DELETE", f"hosts/{FORGED}", None),
        ("PUT", f"hosts/{FORGED}/actions", {"reconnectHost": {}}),
    ]
    for method, path, body in calls:
        check(f"an ordinary account: {method} {path}", lambda: node.rest(method, path, body, ordinary).code == "ID.1002")
        check(f"a forged session: {method} {path}", lambda: node.rest(method, path, body, FORGED).code == "ID.1001")
        check(f"no session: {method} {path}", lambda: node.rest(method, path, body).status == 400)
    for path in ("/api/license", "/api/license/reload"):
        check(f"an ordinary account: {path}", lambda: node.call("POST", path, b"x", ordinary).status == 403)
        check(f"a forged session: {path}", lambda: node.call("POST", path, b"x", FORGED).status == 401)
    other = node.rest("DELETE", f"accounts/sessions/{session}", session=ordinary)
    check("the session of another account", lambda: other.code == "ID.1002")
    check("the session of another account", lambda: node.rest("GET", "hosts", session=session).status == 200)
    for guess in (session[:31], session + "0", session.upper() if session != session.upper() else FORGED, FORGED, ""):
        check("a guessed session", lambda: node.rest("GET", "hosts", headers={"Authorization": f"OAuth {guess}"}).status in (400, 503))
    check("an ordinary account changes nothing", lambda: state(node) == before)


def guesses(node):
    """Passwords that are guessed: after five in a minute, even the right one is refused."""
    body = {"logInByAccount": {"accountName": "bob", "password": sha512("right-one")}}
    wrong = {"logInByAccount": {"accountName": "bob", "password": sha512("wrong")}}
    answers = [node.rest("PUT", "accounts/login", wrong) for _ in range(5)]
    check("wrong passwords", lambda: {answer.code for answer in answers} == {"ID.1000"})
    refused = node.rest("PUT", "accounts/login", body)
    check("the right password after five wrong ones", lambda: refused.code == "ID.1000" and 0 < int(refused.headers["Retry-After"]) <= 60)


with tempfile.TemporaryDirectory() as work:
    node = Node(sys.argv[1], work)
    license = node.issue("base.lic", "--hosts", "5")
    node.options = ("--demo", "--trust", node.key)
    if (SHARED / "field-cases").is_dir():
        node.options += ("--trust", SHARED / "field-cases/vendor-public.jwk", "--vendor-key", SHARED / "vendor-files" / VENDOR_KEY)
    node.start()
    session = node.log_in()
    uuid = node.uuid(session)
    assert node.update(session, license).status == 200
    for name, password in (("alice", "ordinary-1"), ("bob", "right-one")):
        body = {"params": {"name": name, "password": sha512(password)}}
        check("an account", lambda: node.rest("POST", "accounts", body, session).status == 200)
    ordinary = node.log_in("alice", "ordinary-1")

    foreign_files(node, session, uuid)
    mutated_files(node, session, license)
    bodies(node, session)
    other_people(node, session, ordinary)
    paths_and_headers(node, session, ordinary)
    slow_bodies(node, session)
    guesses(node)
    check("the node still answers", lambda: node.info()["hostNum"] == 5)
    check("the node ends with 0", lambda: node.stop() == 0)
    log = node.log.read_text()
    for event in ("A login failed", "A login was refused after too many failures", "An account without permission was refused"):
        name = "alice" if "permission" in event else "bob"
        check(f"the log: {event}", lambda: re.search(f"{event}.*account={name}|account={name}.*{event}", log))
    check("the log has no crash and no secret", lambda: not re.search(r"Fatal error|\*\*\*|A (call|request) failed", log) and session not in log and "eyJ" not in log)

checks.finish()

#!/usr/bin/env python3
"""Tests the commands of licensectl that keep licenses in a folder: `--home`, and the shell.

usage: Tests/CommandLine/store.py LICENSECTL

The table in Documentation/Store.md names some of the checks.
"""

import base64
import fcntl
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

from commands import Answer, Checks, Shell, says

NOBODY = 65534 if os.geteuid() == 0 else None
checks = Checks()
check = checks.check
work = pathlib.Path(tempfile.mkdtemp())
work.chmod(0o755)
# A copy that other users can run, too: the project can be in a folder that only its owner can search.
PROGRAM = shutil.copy(sys.argv[1], work / "licensectl")
KEYS = ("--trust", "public.jwk")
ADMIN = ("--as", "admin")
AT = "2026-06-10T00:00:00Z"


def ctl(*command, **options):
    return Answer(PROGRAM, command, work, **options)


def use(home, command, *more, **options):
    """Runs a command with a folder, as an administrator."""
    return ctl(command, "--home", home, *KEYS, *ADMIN, *more, **options)


def shell(home, *options):
    return Shell(PROGRAM, ("--home", home, *KEYS, *options), work)


def issue(file, *options, at="2026-06-01T00:00:00Z"):
    issued = ctl(
        "issue", "--key", "k/private.jwk", "--issuer", "v", "--product", "cloud", "--licensee", "C", "--at", at, *options, "--output", file
    )
    assert issued.status == 0, issued.error


def base(file, id, *options, days=365, **more):
    issue(file, "--base", "enterprise", "--limit", "hosts:5", "--id", id, "--days", days, *options, **more)


def plus(file, id, module, *options, days=365, **more):
    issue(file, "--plus", module, "--id", id, "--days", days, *options, **more)


def files(home):
    """Every file of a folder with its contents and mode."""
    return {path.name: (path.stat().st_mode, path.is_file() and path.read_bytes()) for path in sorted((work / home).rglob("*"))}


def ids(home):
    return sorted(license["id"] for license in use(home, "list").line["licenses"])


def is_refused(answer, code, status=1):
    line = answer.line if isinstance(answer, Answer) else answer
    return (
        set(line) == {"error", "message", "ok"}
        and line["error"] == code
        and line["ok"] is False
        and set(line["message"]) >= {"en", "zh-Hans"}
        and (not isinstance(answer, Answer) or answer.status == status)
    )


def module(status, name):
    return tuple(status["modules"][name][member] for member in ("status", "menu"))


ctl("keygen", "--out", "k")
shutil.copy(work / "k/public.jwk", work)
base("base", "B")
plus("vmware", "V", "vmware", days=30)
plus("baremetal", "M", "baremetal")
(work / "bad").write_text("no license")

row = "a folder that does not exist is no license, and reading it writes nothing"
for command in ("list", "status", "info", "addons", "reload", "history", ("check", "--operation", "view")):
    name, *more = [command] if isinstance(command, str) else command
    check(row, lambda: use("none", name, *more).status == 0)
check(row, lambda: is_refused(use("none", "delete", "B"), "not-found"))
check(row, lambda: is_refused(ctl("install", "--home", "none", *KEYS, "-f", "base"), "not-authorized"))
check(row, lambda: is_refused(use("none", "install", "-f", "missing"), "unreadable", 74))
check(row, lambda: is_refused(use("none", "install", "-f", "bad"), "malformed"))
check(row, lambda: use("none", "list").line == {"licenses": []} and use("none", "history").output == b"")
check(row, lambda: use("none", "status").line["base"]["status"] == "none")
check(row, lambda: use("none", "info").line["inventory"]["licenseType"] == "Community")
silent = shell("none", *ADMIN)
check(row, lambda: silent("list") == {"licenses": []} and silent.end() == 0)
check(row, lambda: not (work / "none").exists())
(work / "empty").mkdir()
check(row, lambda: use("empty", "status").line["base"]["status"] == "none" and not files("empty"))

row = "the application code"
request = ctl("request", "--home", "node").output.decode().rstrip("\n")
check(row, lambda: (work / "node/lic-application-code.txt").read_text() == request)
check(row, lambda: ctl("request", "--home", "node").output.decode() == request + "\n")
check(row, lambda: use("node", "info").line["inventory"]["licenseRequest"] == request)
check(row, lambda: use("node", "request").output.decode() == request + "\n")
header, claims = (json.loads(base64.urlsafe_b64decode(part + "==")) for part in request.split(".")[:2])
check(row, lambda: header == {"alg": "Ed25519", "kid": claims["sub"], "typ": "license-request+jwt"})
check(row, lambda: set(claims) == {"cnf", "iat", "sub"} and set(claims["cnf"]["jwk"]) == {"crv", "kty", "x"})
for_product = ctl("request", "--home", "product", "--product", "cloud").output.split(b".")[1] + b"=="
check(row, lambda: json.loads(base64.urlsafe_b64decode(for_product))["aud"] == "cloud")
check(row, lambda: {name: mode & 0o777 for name, (mode, _) in files("node").items()} == {
    "lic-application-code.txt": 0o644, "private": 0o700, "lock": 0o600, "node.key": 0o600, "time.0": 0o600,
})

row = "install from a path, and one after another"
check(row, lambda: use("h", "install", "-f", "base").line == {"installed": ["B"], "ok": True, "unchanged": []})
check(row, lambda: use("h", "install", "-f", "vmware").line["installed"] == ["V"])
check(row, lambda: use("h", "install", "-f", "-", text=(work / "baremetal").read_bytes()).line["installed"] == ["M"])
check(row, lambda: use("h", "install", "-f", "base").line == {"installed": [], "ok": True, "unchanged": ["B"]})
(work / "two").write_text((work / "base").read_text() + (work / "vmware").read_text())
check(row, lambda: use("h", "install", "-f", "two").line["unchanged"] == ["B", "V"])
check(row, lambda: ids("h") == ["B", "M", "V"])
os.symlink("base", work / "link")
check(row, lambda: use("h", "install", "-f", "link").line["unchanged"] == ["B"])
(work / "-base").write_bytes((work / "base").read_bytes())
check(row, lambda: use("h", "install", "-f", "./-base").line["unchanged"] == ["B"])
name = os.fsdecode(b"\xff\n.lic")
shutil.copy(work / "base", work / name)
check(row, lambda: use("h", "install", "-f", name).line["unchanged"] == ["B"])

row = "the list has the lines of verify"
for file, id in ("base", "B"), ("vmware", "V"):
    (line,) = [line for line in use("h", "list").line["licenses"] if line["id"] == id]
    check(row, lambda: line.pop("active") and line.pop("staged") and len(line.pop("file")) == 68)
    check(row, lambda: line == {name: value for name, value in ctl("verify", *KEYS, file).line.items() if name != "file"})

row = "a one-shot command sees what is staged"
status = use("h", "status", "--at", AT).line
check(row, lambda: status["base"]["status"] == "valid" and module(status, "vmware") == ("activated", "shown"))
check(row, lambda: use("h", "check", "--at", AT, "--operation", "operate", "--module", "vmware").line == {"allowed": True})
check(row, lambda: use("h", "check", "--at", AT, "--operation", "operate", "--add", "hosts:6").line["reasons"] == ["limit-reached"])
check(row, lambda: use("h", "check", "--at", AT, "--operation", "operate", "--add", "hosts:6").status == 1)
check(row, lambda: use("h", "reload").line["active"] == ["B", "M", "V"] and use("h", "reload").line["findings"] == [])

row = "GetLicenseInfo"
info = use("h", "info", "--at", AT, "--hosts-used", 1).line
check(row, lambda: set(info) == {"inventory", "success"} and info["success"] is True)
check(row, lambda: (info["inventory"]["hostNum"], info["inventory"]["availableHostNum"]) == (5, 4))
check(row, lambda: info["inventory"]["expiredDate"] == "2027-06-01T08:00:00.000+08:00")
check(row, lambda: info["inventory"]["licenseRequest"] == (work / "h/lic-application-code.txt").read_text())
for offset, date in ("+00:00", "2027-06-01T00:00:00.000+00:00"), ("-03:30", "2027-05-31T20:30:00.000-03:30"):
    check(row, lambda: use("h", "info", "--offset", offset).line["inventory"]["expiredDate"] == date)
addons = use("h", "addons", "--at", AT).line
check(row, lambda: [addon["name"] for addon in addons["addons"]] == ["baremetal", "vmware"] and addons["success"] is True)
check(row, lambda: use("empty", "info", "--community", "hosts:3").line["inventory"]["hostNum"] == 3)
check(row, lambda: use("empty", "check", "--operation", "operate").line["reasons"] == ["base-missing"])
check(row, lambda: use("empty", "check", "--operation", "operate", "--community", "none").line == {"allowed": True})

row = "a bad file changes nothing and says why"
before = files("h")
text = (work / "baremetal").read_text()
(work / "changed").write_text(text.replace("-----BEGIN LICENSE-----\n", "-----BEGIN LICENSE-----\nA", 1))
shutil.copy(work / "base", work / "half")
with (work / "half").open("a") as half:
    half.write("-----BEGIN LICENSE-----\n")
for file, code in ("bad", "malformed"), ("changed", "malformed"), ("half", "malformed"), ("missing", "unreadable"), (".", "unreadable"):
    check(row, lambda: is_refused(use("h", "install", "-f", file), code, 74 if code == "unreadable" else 1))
os.mkfifo(work / "fifo")
check(row, lambda: is_refused(use("h", "install", "-f", "fifo"), "unreadable", 74))
(work / "large").write_bytes(b" " * (256 * 1024 + 1))
check(row, lambda: is_refused(use("h", "install", "-f", "large"), "too-large"))
check(row, lambda: is_refused(use("h", "install", "--product", "other", "-f", "vmware"), "wrong-product"))
base("mine", "N", "--node", claims["sub"])
check(row, lambda: is_refused(use("h", "install", "-f", "mine"), "wrong-node"))
check(row, lambda: says(use("h", "install", "-f", "mine").line["message"], claims["sub"]))
check(row, lambda: use("node", "install", "-f", "mine").line["installed"] == ["N"])
base("same-id", "B", days=9)
check(row, lambda: is_refused(use("h", "install", "-f", "same-id"), "id-conflict"))
base("older", "O", at="2026-05-01T00:00:00Z")
check(row, lambda: is_refused(use("h", "install", "-f", "older"), "older-than-installed"))
check(row, lambda: {n: f for n, f in files("h").items() if n.endswith(".lic")} == {n: f for n, f in before.items() if n.endswith(".lic")})
check(row, lambda: use("h", "install", "--allow-older", "-f", "older").line["installed"] == ["O"])
check(row, lambda: [entry["ids"] for entry in ctl("history", "--home", "h").lines if entry["code"] == "older"] == [["O"]])
check(row, lambda: use("h", "delete", "O").line == {"deleted": "O", "ok": True})

row = "only an administrator installs, reloads or deletes"
for actor in (), ("--as", "root"), ("--as", "Admin"), ("--as", ""), ("--as", "адм\nин"):
    for command in ("install", "-f", "vmware"), ("install", "-f", "missing"), ("install", "-f", os.fsdecode(b"\xfe")), ("reload",), ("delete", "B"):
        check(row, lambda: is_refused(ctl(command[0], "--home", "h", *KEYS, *actor, *command[1:]), "not-authorized"))
check(row, lambda: ids("h") == ["B", "M", "V"])
refused = [entry for entry in ctl("history", "--home", "h").lines if entry["code"] == "not-authorized"]
check(row, lambda: refused and all(entry["event"] == "refused" for entry in refused))
check(row, lambda: {"root", "Admin", "адм\\u{a}ин"} <= {entry["actor"] for entry in refused})

row = "deleting an expired plus license hides its module"
late = "2026-08-01T00:00:00Z"
check(row, lambda: module(use("h", "status", "--at", late).line, "vmware") == ("expired", "forbidden"))
check(row, lambda: use("h", "status", "--at", late).line["login"] == "redirect")
check(row, lambda: is_refused(use("h", "delete", "X"), "not-found"))
check(row, lambda: is_refused(use("h", "delete", "V", "--issuer", "w"), "not-found"))
check(row, lambda: use("h", "delete", "V", "--issuer", "v").line == {"deleted": "V", "ok": True})
check(row, lambda: module(use("h", "status", "--at", late).line, "vmware") == ("notActivated", "hidden"))
check(row, lambda: use("h", "status", "--at", late).line["login"] == "proceed" and ids("h") == ["B", "M"])

row = "deleting an ID of two issuers"
ctl("issue", "--key", "k/private.jwk", "--issuer", "w", "--product", "cloud", "--licensee", "C", "--base", "enterprise",
            "--limit", "hosts:5", "--id", "B", "--days", "30", "--output", "same-id-of-w")
check(row, lambda: use("i", "install", "-f", "base").line["ok"] and use("i", "install", "-f", "same-id-of-w").line["ok"])
ambiguous = use("i", "delete", "B")
check(row, lambda: is_refused(ambiguous, "id-conflict") and ids("i") == ["B", "B"])
check(row, lambda: all(text in ambiguous.line["message"]["en"] for text in ("B: v, w", "name its issuer")))
check(row, lambda: "B：v、w" in ambiguous.line["message"]["zh-Hans"])
check(row, lambda: use("i", "delete", "B", "--issuer", "w").line["ok"] and ids("i") == ["B"])

row = "the history"
history = ctl("history", "--home", "h").lines
check(row, lambda: all(set(entry) == {"actor", "at", "code", "count", "event", "file", "ids"} for entry in history))
check(row, lambda: [entry["ids"] for entry in history if entry["event"] == "install"] == [["B"], ["V"], ["M"], ["O"]])
check(row, lambda: [entry["ids"] for entry in history if entry["event"] == "delete"] == [["O"], ["V"]])
check(row, lambda: history[0]["actor"] == "admin" and history[0]["file"] == "base" and history[0]["code"] is None)
check(row, lambda: {"malformed", "unreadable", "wrong-node", "id-conflict", "not-found"} <= {entry["code"] for entry in history})
check(row, lambda: ctl("history", "--home", "h", "--at", AT).lines[0]["at"] == history[0]["at"])

row = "the state before the reload"
one = shell("s", *ADMIN, "--at", AT, "--hosts-used", 2)
check(row, lambda: one("GetLicenseInfo")["inventory"]["licenseType"] == "Community")
check(row, lambda: one("install -f base") == {"installed": ["B"], "ok": True, "unchanged": []})
check(row, lambda: one("info")["inventory"]["licenseType"] == "Community")
check(row, lambda: [(line["active"], line["staged"]) for line in one("list")["licenses"]] == [(False, True)])
check(row, lambda: one("ReloadLicense") == {"active": ["B"], "findings": [], "ok": True})
check(row, lambda: one("GetLicenseInfo")["inventory"]["availableHostNum"] == 3)
check(row, lambda: one("info --hosts-used 4")["inventory"]["availableHostNum"] == 1)
# An option of a line does not replace the other options of the start.
check(row, lambda: one("info --vms-used 1")["inventory"]["availableHostNum"] == 3)
check(row, lambda: one("info --used cpus:1")["inventory"]["availableHostNum"] == 3)

row = "a license for the node of an application code"
base("bound", "R", "--request", "node/lic-application-code.txt")
check(row, lambda: ctl("verify", *KEYS, "bound").line["nodes"] == [claims["sub"]])
check(row, lambda: use("node", "install", "-f", "bound").line["installed"] == ["R"])
check(row, lambda: is_refused(use("h", "install", "-f", "bound"), "wrong-node"))
(work / "code").write_text(f"\n  {request}\r\n")
base("several", "S", "--request", "code", "--node", "n", "--request", "h/lic-application-code.txt")
check(row, lambda: ctl("verify", *KEYS, "several").line["nodes"][:2] == ["n", claims["sub"]])
check(row, lambda: len(ctl("verify", *KEYS, "several").line["nodes"]) == 3)
BASE = ("issue", "--key", "k/private.jwk", "--issuer", "v", "--licensee", "C", "--base", "enterprise", "--limit", "hosts:5", "--days", "9")
for text in request[:-1], request + "x", request.replace(".", ".x", 1), "", (work / "base").read_text(), (work / "k/private.jwk").read_text():
    (work / "code").write_text(text)
    bad = ctl(*BASE, "--product", "cloud", "--request", "code")
    check(row, lambda: bad.status == 1 and bad.line["error"] == "invalid-request" and bad.line["ok"] is False)
check(row, lambda: ctl(*BASE, "--product", "cloud", "--request", "missing").status == 74)
check(row, lambda: ctl("issue", "--key", "k/private.jwk", "--claims", "base", "--request", "code").status == 64)
(work / "code").write_text(ctl("request", "--home", "product").output.decode())
check(row, lambda: "Warning" in ctl(*BASE, "--product", "other", "--request", "code").error)
check(row, lambda: "Warning" not in ctl(*BASE, "--product", "cloud", "--request", "code").error)

row = "two processes"
check(row, lambda: use("s", "install", "-f", "vmware").line["installed"] == ["V"])
check(row, lambda: one("GetLicenseAddOns")["addons"] == [])
check(row, lambda: one("check --operation operate --module vmware")["reasons"] == ["module-not-activated"])
two = shell("s", *ADMIN, "--at", AT)
check(row, lambda: [addon["name"] for addon in two("addons")["addons"]] == ["vmware"])
check(row, lambda: one("reload")["active"] == ["B", "V"])
check(row, lambda: one("check --operation operate --module vmware") == {"allowed": True})
check(row, lambda: use("s", "delete", "V").line["deleted"] == "V")
check(row, lambda: [(line["id"], line["active"], line["staged"]) for line in two("list")["licenses"]] == [("B", True, True), ("V", True, False)])
check(row, lambda: two("reload")["active"] == ["B"])
check(row, lambda: two("delete B") == {"deleted": "B", "ok": True} and two("status")["base"]["status"] == "none")
check(row, lambda: one("status")["base"]["status"] == "valid" and is_refused(one("delete B"), "not-found"))
check(row, lambda: one.end() == 0 and two.end() == 0)

row = "lines of the shell"
guest = shell("s", "--at", AT)
check(row, lambda: is_refused(guest("install -f base"), "not-authorized") and is_refused(guest("ReloadLicense"), "not-authorized"))
(work / "a b'c").write_bytes((work / "base").read_bytes())
admin = shell("s", *ADMIN, "--at", AT)
for words in "'a b'\"'\"'c'", "\"a b'c\"", "a\\ b\\'c", "a' 'b\\'\"c\"":
    check(row, lambda: "ok" in admin(f"  install\t-f {words} "))
for line in (
    "", " ", "nonsense", "install", "install -f", "install -f -", "install -f base -f vmware", "install -f 'base", "install -f base\\",
    "install base", "list --home h", "list x", "status --at " + AT, "delete", "delete 'B B'", "delete B V", "check", "check --operation x",
    "check --operation view --add hosts:1", "info --offset 8", "status --hosts-used x", "list --help", "list -h", "-h", "help", "shell",
    "verify base", "x" * 70_000, "delete B\0", "install -f -x", "info --offset",
):
    check(row, lambda: is_refused(admin(line), "usage"))
check(row, lambda: admin("install --allow-older -f base")["ok"])
check(row, lambda: set(admin("request")) == {"licenseRequest", "ok"})
check(row, lambda: admin("request")["licenseRequest"] == (work / "s/lic-application-code.txt").read_text())
check(row, lambda: [entry["event"] for entry in admin("history")["entries"]][0] == "install")
check(row, lambda: admin.end() == 0 and guest.end() == 0)
check(row, lambda: use("counted", "install", "-f", "base").status == 0)
one = shell("counted", *ADMIN, "--at", AT)
for _ in range(3):
    check(row, lambda: is_refused(one("install -f missing"), "unreadable"))
check(row, lambda: one.end() == 0)
check(row, lambda: [entry["count"] for entry in ctl("history", "--home", "counted").lines if entry["event"] == "refused"] == [3])
check(row, lambda: ctl("shell", "--home", "s", *KEYS, text=b"list\nlist").lines[1:] != [])
check(row, lambda: ctl("shell", "--home", "s", *KEYS, text=b"\xff\n").line["error"] == "usage")
check(row, lambda: ctl("shell", "--home", "s", *KEYS, text=b"").status == 0)

row = "usage errors"
for command in (
    ("list",), ("list", "--home", "h"), ("list", "--home"), ("list", "--home", "", *KEYS), ("info", "--home", "h"), ("shell", "--home", "h"),
    ("delete", "--home", "h", *KEYS), ("install", "--home", "h", *KEYS), ("install", "--home", "h", *KEYS, "-f", "base", "-f", "base"),
    ("install", "--home", "h", *KEYS, "-fbase"), ("install", "--home", "h", *KEYS, "base"), ("request",), ("history",),
    ("status", "--home", "h"), ("status", "--home", "h", *KEYS, "base"), ("status", "--home", "h", *KEYS, "--node", "n"),
    ("check", "--home", "h", *KEYS, "--operation", "view", "--node", "n"), ("status", "--as", "admin"), ("list", "--node", "n", "--home", "h", *KEYS),
    ("info", "--home", "h", *KEYS, "--offset", "+8:00"), ("info", "--home", "h", *KEYS, "--offset", "+24:00"), ("verify", "-f", "base"),
    ("info", "--home", "h", *KEYS, "--offset", "08:00"), ("list", "--home", "h", *KEYS, "--at", "1969-12-31T23:59:59Z"),
    ("list", "--home", os.fsdecode(b"\xff"), *KEYS),
):
    check(row, lambda: ctl(*command).status == 64 and ctl(*command).output == b"")
check(row, lambda: ctl("list", "--home", "h", "--trust", "missing").status == 74)

row = "the time"
now = ctl("issue", "--key", "k/private.jwk", "--issuer", "v", "--product", "cloud", "--licensee", "C", "--base", "enterprise",
          "--limit", "hosts:5", "--id", "T", "--days", "30", "--start", "2020-01-01T00:00:00Z", "--output", "now").line["signedAt"]
check(row, lambda: use("t", "install", "--at", AT, "-f", "now").line["installed"] == ["T"])
before = files("t")
for command in ("install", "-f", "now"), ("reload",), ("status",), ("info",), ("list",):
    check(row, lambda: use("t", command[0], "--at", "2019-01-01T00:00:00Z", *command[1:]).status == 0)
fixed = shell("t", *ADMIN, "--at", "2019-01-01T00:00:00Z")
check(row, lambda: fixed("reload")["ok"] and fixed("status")["at"] == "2019-01-01T00:00:00Z" and fixed.end() == 0)
check(row, lambda: {n: f for n, f in files("t").items() if n.startswith("time")} == {n: f for n, f in before.items() if n.startswith("time")})
check(row, lambda: use("t", "status", "--at", "2019-01-01T00:00:00Z").line["base"]["status"] == "notYetValid")
check(row, lambda: use("t", "reload").line["active"] == ["T"])
marked = use("t", "status", "--at", "2019-01-01T00:00:00Z").line
check(row, lambda: marked["at"] >= now and marked["base"]["status"] == "expired")
check(row, lambda: use("t", "status", "--at", "2099-01-01T00:00:00Z").line["at"] == "2099-01-01T00:00:00Z")
check(row, lambda: all(entry["at"] >= now for entry in ctl("history", "--home", "t", "--at", AT).lines))
check(row, lambda: use("installed", "install", "-f", "now").line["installed"] == ["T"])
check(row, lambda: use("installed", "status", "--at", "2019-01-01T00:00:00Z").line["at"] >= now)
mark = files("t")
check(row, lambda: use("t", "delete", "--at", AT, "T").line["ok"] and all(files("t")[name] == mark[name] for name in ("time.0", "time.1")))

row = "a file that becomes bad"
use("f", "install", "-f", "base")
(file,) = (work / "f").glob("*.lic")
running = shell("f", *ADMIN, "--at", AT)
check(row, lambda: running("status")["findings"] == [])
good = file.read_bytes()
file.write_bytes(good[:-4] + b"AAAA")
reload = running("reload")
finding = reload["findings"][0]
check(row, lambda: reload["active"] == ["B"] and running("status")["base"]["status"] == "valid")
check(row, lambda: set(finding) == {"code", "error", "file", "licenseID", "message", "since"})
check(row, lambda: (finding["code"], finding["error"], finding["file"], finding["licenseID"]) == ("reload-failed", "signature-invalid", file.name, "B"))
check(row, lambda: running("status")["findings"] == reload["findings"] and set(finding["message"]) == {"en", "zh-Hans"})
fresh = use("f", "status", "--at", AT)
check(row, lambda: fresh.status == 0 and fresh.line["base"]["status"] == "none")
check(row, lambda: fresh.line["findings"][0]["licenseID"] is None and fresh.line["findings"][0]["file"] == file.name)
check(row, lambda: use("f", "install", "-f", "base").line["installed"] == ["B"] and running("reload")["findings"] == [])
check(row, lambda: running.end() == 0)
(work / "f/copied.lic").write_text((work / "mine").read_text() + (work / "vmware").read_text())
check(row, lambda: [(finding["code"], finding["licenseID"]) for finding in use("f", "status", "--at", AT).line["findings"]] == [("wrong-node", "N")])
check(row, lambda: use("f", "delete", "N").line["ok"] and ids("f") == ["B", "V"])

row = "a folder that cannot be changed or read"
shutil.copytree(work / "h", work / "denied")
for path in [work / "denied", *(work / "denied").rglob("*")]:
    if NOBODY:
        os.chown(path, NOBODY, NOBODY)
    path.chmod(path.stat().st_mode & ~0o222)
for command in ("list",), ("status",), ("info",), ("addons",), ("request",), ("history",), ("reload",):
    check(row, lambda: use("denied", *command, user=NOBODY).status == 0)
check(row, lambda: use("denied", "status", "--at", AT, user=NOBODY).line["base"]["status"] == "valid")
check(row, lambda: is_refused(use("denied", "install", "-f", "vmware", user=NOBODY), "storage-failed", 74))
check(row, lambda: is_refused(use("denied", "delete", "B", user=NOBODY), "storage-failed", 74))
(work / "denied/private").chmod(0)
blind = use("denied", "status", "--at", AT, user=NOBODY)
check(row, lambda: blind.status == 0 and blind.line["base"]["status"] == "valid")
check(row, lambda: [finding["code"] for finding in blind.line["findings"]] == ["node-key-unreadable", "time-unreadable"])
(work / "denied").chmod(0)
for command in ("list",), ("status",), ("shell",):
    check(row, lambda: is_refused(use("denied", *command, user=NOBODY), "storage-failed", 74))
check(row, lambda: is_refused(use("base", "list"), "storage-failed", 74))
check(row, lambda: is_refused(use("no/parent", "install", "-f", "base"), "storage-failed", 74))
check(row, lambda: is_refused(ctl("request", "--home", "no/parent"), "storage-failed", 74))

row = "another process that changes the folder"
with (work / "h/private/lock").open("r+") as lock:
    fcntl.flock(lock, fcntl.LOCK_EX)
    check(row, lambda: is_refused(use("h", "install", "--at", AT, "-f", "vmware"), "locked"))
    check(row, lambda: ids("h") == ["B", "M"])
    check(row, lambda: ctl("history", "--home", "h").lines[-1]["code"] == "locked")
check(row, lambda: use("h", "install", "-f", "vmware").line["ok"])

row = "a disk that does not confirm"
(work / "disk.c").write_text("""
#include <errno.h>
#include <sys/stat.h>
int fsync(int number) {
    struct stat status;
    fstat(number, &status);
    errno = EIO;
    return S_ISDIR(status.st_mode) ? -1 : 0;
}
""")
subprocess.run(["cc", "-shared", "-fPIC", "-o", "disk.so", "disk.c"], cwd=work, check=True)
unsure = {"LD_PRELOAD": str(work / "disk.so")}
deleted = use("h", "delete", "--at", AT, "V", environment=unsure)
check(row, lambda: deleted.status == 0 and deleted.line == {"deleted": "V", "durability": "unknown", "ok": True})
installed = use("h", "install", "--at", AT, "-f", "vmware", environment=unsure)
check(row, lambda: installed.status == 0 and installed.line["durability"] == "unknown" and installed.line["installed"] == ["V"])
(work / "both").write_text((work / "base").read_text() + (work / "vmware").read_text())
use("sync", "request")
several = use("sync", "install", "--at", AT, "-f", "both", environment=unsure)
check(row, lambda: several.status == 0 and several.line["durability"] == "unknown" and several.line["installed"] == ["B", "V"])
check(row, lambda: use("sync", "status", "--at", AT).line["base"]["status"] == "valid" and use("sync", "status", "--at", AT).line["findings"] == [])

shutil.rmtree(work)
checks.finish()

#!/usr/bin/env python3
"""Runs the cases from the field that are a matter of the command line: reports by people who run or build software licensing.

usage: Tests/CommandLine/field-cases.py LICENSECTL [FOLDER]    FOLDER: the files, by default ../shared/field-cases

Each check names the row of the folder's README.md that it belongs to.
"""

import argparse
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

from commands import Answer, Checks, says

parser = argparse.ArgumentParser()
parser.add_argument("licensectl", type=lambda path: pathlib.Path(path).resolve())
parser.add_argument("folder", nargs="?", default="../shared/field-cases", type=lambda path: pathlib.Path(path).resolve())
arguments = parser.parse_args()
if not arguments.folder.is_dir():
    print("skipped: there is no folder of field cases next to the project")
    sys.exit(0)

TRUST = ("--trust", "vendor-public.jwk")
BASE = ("--issuer", "https://vendor.example", "--product", "cloud", "--licensee", "Example", "--base", "enterprise", "--limit", "hosts:10")
checks = Checks()
check = checks.check


def ctl(*command, **options):
    return Answer(arguments.licensectl, command, arguments.folder, **options)


def codes(answer):
    return [finding["code"] for finding in answer.line["findings"]]


def community(licenses, *options):
    """What the community grant of 3 hosts allows to add: 3 hosts and not 4."""
    grant = ("check", *TRUST, "--operation", "operate", "--community", "hosts:3", *options)
    three, four = (ctl(*grant, "--add", f"hosts:{count}", *licenses) for count in (3, 4))
    return three.line == {"allowed": True} and four.line["reasons"] == ["limit-reached"]


row = "a community grant where the base license is of no use"
check(row, lambda: community([]))
check(row, lambda: community(["02-nodebound.lic"], "--node", "node-a"))
check(row, lambda: community(["03-b100.lic"], "--at", "2025-06-01T00:00:00Z"))
check(row, lambda: community(["09-old.lic"], "--at", "2026-08-01T00:00:00Z", "--community-after-expiry"))
check(row, lambda: ctl(
    "check", *TRUST, "--operation", "operate", "--community", "hosts:3", "--at", "2026-08-01T00:00:00Z", "09-old.lic"
).line["reasons"] == ["base-expired"])

row = "a license of another node"
node = (*TRUST, "--node", "node-a", "02-nodebound.lic")
check(row, lambda: codes(ctl("status", *node)) == ["wrong-node"])
check(row, lambda: codes(ctl("explain", *node)) == ["wrong-node"])
denied = ctl("check", "--operation", "operate", *node)
check(row, lambda: denied.status == 1 and denied.line["reasons"] == ["base-wrong-node"])
check(row, lambda: says(denied.line["message"], "NODE-AAAA", "node-a"))
refused = ctl("verify", *node)
check(row, lambda: refused.status == 1 and refused.line["error"] == "wrong-node" and refused.line["block"] == 1)
check(row, lambda: refused.line["id"] == ctl("verify", *TRUST, "02-nodebound.lic").line["id"] and not refused.line["ok"])
check(row, lambda: "NODE-AAAA" in refused.line["message"]["en"] and "node-a" in refused.line["message"]["en"])
check(row, lambda: says(refused.line["message"], "NODE-AAAA", "node-a"))

row = "a second block that a mail client quoted"
quoted = ctl("verify", *TRUST, "04-halfquoted.lic")
check(row, lambda: quoted.status == 1 and quoted.line["error"] == "malformed")
check(row, lambda: says(quoted.line["message"], r"\d"))

row = "updatesUntil"
perpetual = ("--at", "2026-08-25T00:00:00Z", *TRUST, "08-perp.lic")
check(row, lambda: ctl("verify", *TRUST, "08-perp.lic").line["updatesUntil"] == "2026-09-01T00:00:00Z")
check(row, lambda: ctl("status", *perpetual).line["base"]["updatesUntil"] == "2026-09-01T00:00:00Z")
check(row, lambda: codes(ctl("status", *perpetual)) == ["updates-ending"])
check(row, lambda: codes(ctl("status", "--at", "2026-09-02T00:00:00Z", *perpetual[2:])) == ["updates-ended"])
changes = ctl("timeline", "--from", "2026-01-01T00:00:00Z", "--to", "2027-01-01T00:00:00Z", *perpetual)
check(row, lambda: b"updates-ending" in changes.output and b"updates-ended" in changes.output)

row = "a smaller license that replaces a greater one"
now = ("--at", "2026-07-01T00:00:00Z", *TRUST)
for smaller, limit in ("03-b50.lic", 50), ("03-trial.lic", 5):
    both = ctl("status", *now, "03-b100.lic", smaller)
    check(row, lambda: both.line["quotas"]["hosts"]["licensed"] == limit)
    check(row, lambda: codes(both) == ["grants-less"])
    preview = ctl("preview", *now, "--installing", smaller, "03-b100.lic").line
    check(row, lambda: any(warning["code"] == "limit-lowered" for warning in preview["warnings"]))
    check(row, lambda: any("hosts" in str(lost) for lost in preview["lost"]))

row = "a bad second block"
for file, code, member in ("04-rotation.lic", "unknown-key", None), ("13-bundle-bad-2nd", "claims-invalid", "exp"):
    bad = ctl("verify", *TRUST, file)
    check(row, lambda: bad.status == 1 and (bad.line["error"], bad.line["block"], bad.line["member"]) == (code, 2, member))
    check(row, lambda: set(bad.line["message"]) == {"en", "zh-Hans"})
    check(row, lambda: says(bad.line["message"], "(?i)license 2|第2", *[member] * bool(member)))
    check(row, lambda: ctl("status", *TRUST, file).line == bad.line)

row = "texts that are something else"
for file, *words in (
    ("M-01-utf16le-bom", "UTF-16", "UTF-8"),
    ("M-19-empty", "empty|为空"),
    ("M-20-gzip", "gzip"),
    ("M-22-targz", "gzip|tar"),
    ("M-23-pdf", "PDF"),
    ("M-25-public-jwk", "public key|公钥"),
    ("M-27-json-string", "JSON"),
    ("M-29-k8s-base64", "(?i)base64"),
    ("M-47-html-login-page", "HTML"),
):
    other = ctl("verify", *TRUST, file)
    check(row, lambda: other.status == 1 and other.line["error"] == "malformed" and other.line["block"] is None)
    check(row, lambda: words and says(other.line["message"], *words))
for file in "M-28-yaml-block", "M-31b-env-spaces":
    check(row, lambda: ctl("verify", *TRUST, file).status == 0)
check(row, lambda: ctl("verify", *TRUST, "M-09-quoted-printable-soft").status == 0)
check(row, lambda: ctl("inspect", "M-23-pdf").line["message"] == ctl("verify", *TRUST, "M-23-pdf").line["message"])

row = "keys as files and as certificates"
check(row, lambda: ctl("verify", "--trust", "05-bom.pem", "03-b100.lic").status in (0, 1))
certificate = ctl("verify", "--trust", "05-cert.pem", "03-b100.lic")
check(row, lambda: certificate.status == 74 and not certificate.output)
check(row, lambda: "certificate" in certificate.error)
check(row, lambda: "openssl x509 -pubkey -noout -in FILE" in certificate.error)
utf16 = ctl("verify", "--trust", "-", "03-b100.lic", text=(arguments.folder / "05-cert.pem").read_text().encode("utf-16"))
check(row, lambda: utf16.status == 74 and "UTF-8" in utf16.error and "DER" in utf16.error)

row = "what a newer release may understand"
for file, code in ("06-26-new-category", "claims-invalid"), ("06-47-mldsa", "unsupported-algorithm"):
    newer = ctl("verify", *TRUST, file)
    check(row, lambda: newer.status == 1 and newer.line["error"] == code)
    check(row, lambda: re.search("(?i)update the product", newer.line["message"]["en"]))

row = "explain with use"
for used, over in (0, 0), (500, 400):
    explanation = ctl("explain", *now, "--hosts-used", used, "03-b100.lic")
    check(row, lambda: re.search(rf'"over":{over},"unit":"hosts","used":{used}\b', explanation.output.decode()))
    check(row, lambda: any(all(re.search(rf"\b{word}\b", line) for word in ("hosts", used, 100)) for line in explanation.error.splitlines()))

row = "one id, two contents"
conflict = ctl("preview", "--at", "2026-06-20T00:00:00Z", *TRUST, "--installing", "09-old2.lic", "09-old.lic").line
check(row, lambda: ["OLD"] == [warning["licenseID"] for warning in conflict["warnings"] if warning["code"] == "id-conflict"])

row = "typing errors"
for options, name in (("--add", "host:1"), "host"), (("--module", "vmwre"), "vmwre"), (("--feature", "snapshto"), "snapshto"):
    typo = ctl("check", *now, "--operation", "operate", *options, "03-b100.lic")
    check(row, lambda: f"'{name}'" in typo.error and typo.line["allowed"] == (name != "vmwre"))

# What follows needs a key of its own.
with tempfile.TemporaryDirectory() as name:
    work = pathlib.Path(name)
    ctl("keygen", "--out", work / "key")
    private, public = work / "key/private.jwk", work / "key/public.jwk"

    def issue(file, *options, base=BASE):
        """Writes a license to a file, and returns its options for verify."""
        answer = ctl("issue", "--key", private, *base, *options, "--output", work / file)
        assert answer.status == 0, (options, answer.output, answer.error)
        return ("--trust", public, work / file)

    def term(*options):
        issued = ctl("issue", "--key", private, *BASE, "--at", "2027-12-01T00:00:00Z", *options)
        return ctl("verify", "--trust", public, "-", text=issued.output).line["expiresAt"]

    row = "time zones"
    ambiguous = ctl("issue", "--key", private, *BASE, "--through", "2027-12-31", "--zone", "CST")
    check(row, lambda: ambiguous.status == 64 and "ambiguous" in ambiguous.error and not ambiguous.output)
    for zone in "Asia/Shanghai", "+08:00":
        check(row, lambda: term("--through", "2027-12-31", "--zone", zone) == "2027-12-31T16:00:00Z")
    zoned = ctl("issue", "--key", private, *BASE, "--through", "2027-12-31", "--zone", "Asia/Shanghai", "--output", work / "zone")
    check(row, lambda: zoned.line["offset"] == "+08:00" and "2028-01-01T00:00:00+08:00" in zoned.error)

    row = "years"
    leap = "2028-02-29T12:00:00Z"
    check(row, lambda: term("--years", 1, "--start", leap) == "2029-03-01T12:00:00Z")
    check(row, lambda: term("--years", 1) == "2028-12-01T00:00:00Z")
    check(row, lambda: term("--days", 365) == "2028-11-30T00:00:00Z")

    row = "the preamble"
    preamble = ctl(
        "issue", "--key", private, *BASE, "--perpetual", "--node", "n1", "--feature", "f1", "--updates-until", "2028-01-01T00:00:00Z"
    )
    check(row, lambda: all(f"\n{line}" in preamble.output.decode() for line in ("Nodes: n1", "Features: f1", "Updates: ")))
    graced = ctl("issue", "--key", private, *BASE, "--days", 1, "--grace-days", 9)
    check(row, lambda: b"\nGrace period: 9 days, until " in graced.output)

    row = "names with joiners"
    for licensee in "ශ්‍රී ලංකා", "نرم‌افزار":
        named = issue(f"named-{len(licensee)}", "--days", "1", base=(*BASE[:5], licensee, *BASE[6:]))
        check(row, lambda: ctl("verify", *named).line["licensee"] == licensee)

    row = "a private key where a public one belongs"
    pem = work / "private.pem"
    subprocess.run(["openssl", "genpkey", "-algorithm", "ED25519", "-out", pem], check=True, capture_output=True)
    for key in private, pem:
        leaked = ctl("verify", "--trust", key, "03-b100.lic")
        check(row, lambda: leaked.status == 74 and not leaked.output)
        check(row, lambda: re.search("private (or secret )?key", leaked.error))
        check(row, lambda: re.search("can issue|leak|compromised", leaked.error))
        check(row, lambda: "private key" in ctl("verify", "--trust", public, key).line["message"]["en"])

    row = "the reminder of the grace period"
    grace = issue("grace", "--at", "2026-01-01T00:00:00Z", "--until", "2027-01-01T00:00:00Z", "--grace-days", "10")
    (reminder,) = ctl("status", "--at", "2027-01-02T00:00:00Z", *grace).line["reminders"]
    check(row, lambda: (reminder["kind"], reminder["until"]) == ("grace", "2027-01-11T00:00:00Z"))
    explained = ctl("explain", "--at", "2027-01-02T00:00:00Z", *grace)
    check(row, lambda: re.search(r"2027-01-11.*\b9 days|\b9 days.*2027-01-11", explained.error))

    row = "a plus license with features over a bundle that has all"
    bundle = issue("bundle", "--days", "30", "--bundling", "vmware")
    plus = issue("plus", "--days", "30", "--feature", "clone", base=(*BASE[:6], "--plus", "vmware"))
    check(row, lambda: ctl("preview", *bundle, "--installing", plus[2]).line["lost"])

    row = "a license that was signed outside the validity of its key"
    signed = issue("signed", "--at", "2026-06-01T00:00:00Z", "--years", "9")
    key = json.loads(public.read_text()) | {"exp": 1767225600}
    (work / "ended.jwk").write_text(json.dumps(key))
    ended = ctl("verify", "--trust", work / "ended.jwk", signed[2])
    check(row, lambda: ended.status == 1 and ended.line["error"] == "key-not-valid")
    check(row, lambda: says(ended.line["message"], "2026-06-01T00:00:00Z", "2026-01-01T00:00:00Z"))

    row = "a signing machine whose clock is wrong"
    behind = ctl("issue", "--key", private, *BASE, "--days", 1, "--at", "2026-05-31T23:59:59Z", "--after", signed[2])
    check(row, lambda: behind.status == 1 and behind.line["error"] == "clock-behind")
    told = ctl("issue", "--key", private, *BASE, "--days", 1, "--at", "2026-06-01T00:00:00Z", environment={"TZ": "Asia/Shanghai"})
    check(row, lambda: "2026-06-01T00:00:00Z" in told.error and "2026-06-01 08:00:00" in told.error)

    row = "a file whose name starts with a hyphen"
    (work / "-bad-h").write_bytes((work / "signed").read_bytes())
    os.chdir(work)
    arguments.folder = work
    hyphen = ctl("verify", "--trust", public, "-bad-h")
    check(row, lambda: hyphen.status == 64 and not hyphen.output)
    check(row, lambda: ctl("verify", "--trust", public, "--", "-bad-h").status == 0)

checks.finish()

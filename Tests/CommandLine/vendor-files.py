#!/usr/bin/env python3
"""Tests the commands of licensectl with the platform's own license files: `--vendor-key`.

usage: Tests/CommandLine/vendor-files.py LICENSECTL [FOLDER]    FOLDER: published files, by default ../shared/vendor-files

The files are signed by openssl with a key of this run, so that nothing of the library makes them. The published files and their
variants are not part of the project, and are tested as well if the folder is there.
"""

import base64
import hashlib
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

from commands import Answer, Checks, Shell, says

PROGRAM = pathlib.Path(sys.argv[1]).resolve()
PUBLISHED = pathlib.Path(sys.argv[2] if len(sys.argv) > 2 else "../shared/vendor-files").resolve()
checks = Checks()
check = checks.check
work = pathlib.Path(tempfile.mkdtemp())
NAMES = ("--vendor-issuer", "Vendor", "--vendor-product", "cloud")
VENDOR = ("--vendor-key", "vendor.pub", *NAMES)
AT = "2026-06-01T00:00:00Z"


def ctl(*command, **options):
    return Answer(PROGRAM, command, work, **options)


def openssl(*arguments):
    return subprocess.run(["openssl", *map(str, arguments)], cwd=work, check=True, capture_output=True).stdout


def make_key(name, bits=2048):
    openssl("req", "-x509", "-newkey", f"rsa:{bits}", "-noenc", "-subj", f"/CN={name}", "-keyout", f"{name}.key", "-out", f"{name}.crt")
    (work / f"{name}.pub").write_bytes(openssl("pkey", "-in", f"{name}.key", "-pubout"))


def content(key="", **changes):
    """The text that is signed: base64 in lines. A change to None removes a member."""
    members = {
        "user": "测试用户", "licenseid": "9f2c1d4e-0000-4000-8000-000000000001", "type": 1, "hostnum": 5,
        "issuetime": "2026-01-01T08:00:00+08:00", "expiretime": "2027-01-01T08:00:00+08:00", "thumbprint": "",
        "prodinfo": "Enterprise.Cloud", "Cpunum": 0, "vmnum": 0, "capacity": 0,
    } | changes  # fmt: skip
    license = json.dumps({name: value for name, value in members.items() if value is not None}, ensure_ascii=False, separators=(",", ":"))
    outer = json.dumps({"license": base64.b64encode(license.encode()).decode(), "aeskey": key}, separators=(",", ":"))
    text = base64.b64encode(outer.encode()).decode()
    return "".join(text[start : start + 72] + "\n" for start in range(0, len(text), 72)), license


def sign(file, digest="sha256", signer="vendor", command="smime", key="", options=(), **changes):
    """Signs a license with openssl. Returns the license, and the lines of the file."""
    text, license = content(key, **changes)
    (work / "content").write_text(text)
    openssl(
        command, "-sign", "-text", "-in", "content", "-signer", f"{signer}.crt", "-inkey", f"{signer}.key", "-md", digest,
        *options, "-out", file,
    )  # fmt: skip
    return license


def refusal(answer):
    """The code of a refusal, which has a message in both languages."""
    line = answer.line
    complete = answer.status == 1 and line["ok"] is False and all(line["message"][language] for language in ("en", "zh-Hans"))
    return line["error"] if complete and set(line["message"]) == {"en", "zh-Hans"} else f"incomplete: {line}"


make_key("vendor")
make_key("other")
license = sign("good")

row = "verify"
verified = ctl("verify", *VENDOR, "good")
jwk = re.search(r"Modulus=([0-9A-F]+)", openssl("x509", "-in", "vendor.crt", "-noout", "-modulus").decode()).group(1)
modulus = base64.urlsafe_b64encode(bytes.fromhex(jwk)).rstrip(b"=").decode()
thumbprint = hashlib.sha256(f'{{"e":"AQAB","kty":"RSA","n":"{modulus}"}}'.encode()).digest()
expected = {
    "algorithm": "RS256", "category": "base", "edition": "enterprise", "expiresAt": "2027-01-01T00:00:00Z", "features": None,
    "file": "good", "graceDays": None, "id": "9f2c1d4e-0000-4000-8000-000000000001", "issuedAt": "2026-01-01T00:00:00Z",
    "issuer": "Vendor", "keyID": base64.urlsafe_b64encode(thumbprint).rstrip(b"=").decode(), "licenseType": "Trial",
    "licensee": "测试用户", "limits": {"hosts": 5}, "modules": [], "nodes": None, "notBefore": "2026-01-01T00:00:00Z", "ok": True,
    "product": "cloud", "updatesUntil": None,
}  # fmt: skip
check(row, lambda: verified.status == 0 and verified.line == expected)
check(row, lambda: ctl("verify", *VENDOR, "-", text=(work / "good").read_bytes()).line == expected | {"file": "-"})
for digest, algorithm in ("sha384", "RS384"), ("sha512", "RS512"):
    sign(digest, digest)
    check(row, lambda: ctl("verify", *VENDOR, digest).line == expected | {"algorithm": algorithm, "file": digest})
sign("cms", command="cms")
check(row, lambda: ctl("verify", *VENDOR, "cms").line == expected | {"file": "cms"})
for name, more in ("no-certificate", ["-nocerts"]), ("no-capabilities", ["-nosmimecap"]):
    sign(name, command="cms", options=more)
    check(row, lambda: ctl("verify", *VENDOR, name).line == expected | {"file": name})
(work / "crlf").write_bytes((work / "good").read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n"))
(work / "mark").write_bytes(b"\xef\xbb\xbf" + (work / "good").read_bytes())
for name in "crlf", "mark":
    check(row, lambda: ctl("verify", *VENDOR, name).line == expected | {"file": name})

row = "what a license says"
sign("units", hostnum=0, Cpunum=2147483647, vmnum=7, type=5, prodinfo="Basic.ZSV")
check(row, lambda: ctl("verify", *VENDOR, "units").line["limits"] == {"cpus": "unlimited", "vms": 7})
check(row, lambda: [ctl("verify", *VENDOR, "units").line[name] for name in ("licenseType", "edition")] == ["TrialExt", "Basic.ZSV"])
sign("bound", thumbprint="node-1")
node = hashlib.sha256(b"node-1").hexdigest()
check(row, lambda: ctl("verify", *VENDOR, "bound").line["nodes"] == [node])
check(row, lambda: ctl("verify", *VENDOR, "--node", node, "bound").status == 0)
check(row, lambda: refusal(ctl("verify", *VENDOR, "--node", "node-1", "bound")) == "wrong-node")
for name, member, code, changes in (
    ("no-units", "license.hostnum", "claims-invalid", {"hostnum": 0, "vmnum": 4}),
    ("no-user", "license.user", "claims-invalid", {"user": None}),
    ("text-type", "license.type", "claims-invalid", {"type": "1"}),
    ("later-type", "license.type", "unsupported-requirement", {"type": 7}),
    ("capacity", "license.capacity", "unsupported-requirement", {"capacity": 1}),
    ("no-offset", "license.issuetime", "claims-invalid", {"issuetime": "2026-01-01T00:00:00"}),
    ("ended", "license.expiretime", "claims-invalid", {"expiretime": "2026-01-01T00:00:00Z"}),
    ("words", "license.prodinfo", "claims-invalid", {"prodinfo": "an edition"}),
    ("encrypted", "aeskey", "unsupported-requirement", {"key": "AAAA"}),
):
    sign(name, **changes)
    check(row, lambda: refusal(ctl("verify", *VENDOR, name)) == code and ctl("verify", *VENDOR, name).line["member"] == member)
check(row, lambda: says(ctl("verify", *VENDOR, "later-type").line["message"], r"license\.type", r"\b7\b|取值为7"))

row = "SHA-1"
sign("sha1", "sha1")
check(row, lambda: refusal(ctl("verify", *VENDOR, "sha1")) == "unsupported-algorithm")
check(row, lambda: says(ctl("verify", *VENDOR, "sha1").line["message"], "SHA-1", "SHA-256"))
check(row, lambda: ctl("verify", *VENDOR, "--allow-sha1", "sha1").line == expected | {"algorithm": "RS1", "file": "sha1"})
check(row, lambda: ctl("verify", *VENDOR, "--allow-sha1", "good").line == expected)

row = "files that are refused"
text = (work / "good").read_text()
delimiter = re.search('boundary="(.*)"', text).group(1)
sign("other-signer", signer="other")
sign("md5", "md5")
sign("no-attributes", options=["-noattr"])
sign("opaque", options=["-nodetach"])
sign("named-by-key", command="cms", options=["-keyid"])
for name, code, change in (
    ("changed", "signature-invalid", lambda text: re.sub(r"(?<=\n\n)(ey.)(.)", lambda m: m[1] + ("A" if m[2] != "A" else "B"), text)),
    ("preamble", "malformed", lambda text: text.replace("signed message\n", "signed message\nwords\n")),
    ("twice", "malformed", lambda text: text + text),
    ("part", "malformed", lambda text: text.replace(f"--{delimiter}\n", f"--{delimiter}\nContent-Type: text/plain\n\nAAAA\n--{delimiter}\n", 1)),
    ("prefix", "malformed", lambda text: text.replace(f"--{delimiter}\n", f"--{delimiter} \n", 1)),
    ("digest", "malformed", lambda text: text.replace('micalg="sha-256"', 'micalg="sha-512"')),
    ("after", "malformed", lambda text: text + "words\n"),
    ("nul", "malformed", lambda text: text.replace("signed message", "signed\0message")),
    ("carriage-returns", "malformed", lambda text: text.replace("signed message\n", "signed message\r\r\n")),
    ("half", "malformed", lambda text: text[: len(text) // 2]),
    ("first-line", "malformed", lambda text: text[:17]),
    ("large", "too-large", lambda text: text + "\n" * 65536),
    ("lower-case", "malformed", lambda text: text.replace("MIME-Version", "mime-version")),
):  # fmt: skip
    (work / name).write_bytes(change(text).encode())
    check(row, lambda: change(text) != text and refusal(ctl("verify", *VENDOR, name)) == code)
for name, code in (
    ("other-signer", "signature-invalid"), ("md5", "unsupported-algorithm"), ("no-attributes", "malformed"), ("opaque", "malformed"),
    ("named-by-key", "malformed"),
):  # fmt: skip
    check(row, lambda: refusal(ctl("verify", *VENDOR, name)) == code)
both = ctl("verify", *VENDOR, "good", "changed")
check(row, lambda: both.status == 1 and [line["ok"] for line in both.lines] == [True, False])

row = "a product that pins no vendor key"
ctl("keygen", "--out", "k")
TRUST = ("--trust", "k/public.jwk")
unpinned = ctl("verify", *TRUST, "good")
check(row, lambda: refusal(unpinned) == "malformed" and says(unpinned.line["message"], "--vendor-key", "VendorLicenseReader"))
check(row, lambda: refusal(ctl("status", *TRUST, "good")) == "malformed")

row = "the options"
usage = (
    ("--vendor-key", "vendor.pub"),
    ("--vendor-key", "vendor.pub", "--vendor-issuer", "v"),
    ("--vendor-key", "vendor.pub", "--vendor-product", "cloud"),
    ("--vendor-key", "vendor.pub", "--vendor-issuer", "", "--vendor-product", "cloud"),
    ("--vendor-key", "vendor.pub", "--vendor-issuer", "v", "--vendor-product", "no product"),
    (*TRUST, *NAMES),
    (*TRUST, "--vendor-issuer", "v"),
    (*TRUST, "--allow-sha1"),
    (),
)
for options in usage:
    answer = ctl("verify", *options, "good")
    check(row, lambda: answer.status == 64 and not answer.output and answer.error)
    check(row, lambda: ctl("list", "--home", "h", *options).status == 64)
ec = openssl("genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256")
(work / "ec.key").write_bytes(ec)
(work / "ec.pub").write_bytes(openssl("pkey", "-in", "ec.key", "-pubout"))
make_key("small", 1024)
for key, *words in (
    ("ec.pub", "RSA key of 2048 to 4096 bits"), ("small.pub", "1024|RSA key"), ("vendor.crt", "certificate"),
    ("vendor.key", "private key"), ("k/public.jwk", "PEM"), ("missing", "missing"), ("good", "PEM|license"),
):  # fmt: skip
    answer = ctl("verify", "--vendor-key", key, *NAMES, "good")
    check(row, lambda: answer.status == 74 and not answer.output and all(re.search(word, answer.error) for word in words))
check(row, lambda: refusal(ctl("verify", *VENDOR, "--product", "other", "good")) == "wrong-product")
check(row, lambda: ctl("verify", *VENDOR, "--product", "cloud", "good").status == 0)

row = "commands without a folder"
status = ctl("status", *VENDOR, "--at", AT, "--hosts-used", 2, "good").line
check(row, lambda: (status["base"]["status"], status["quotas"]["hosts"]["available"]) == ("valid", 3))
operate = ("--operation", "operate", "--add", "hosts:6")
check(row, lambda: ctl("check", *VENDOR, "--at", AT, *operate, "good").line["reasons"] == ["limit-reached"])
check(row, lambda: ctl("check", *VENDOR, "--at", "2027-01-01T00:00:00Z", "--operation", "operate", "good").line["reasons"] == ["base-expired"])
check(row, lambda: "9f2c1d4e" in ctl("explain", *VENDOR, "--at", AT, "good").output.decode())
check(row, lambda: b"2027-01-01" in ctl("timeline", *VENDOR, "--from", AT, "--to", "2028-01-01T00:00:00Z", "good").output)
check(row, lambda: ctl("preview", *VENDOR, "--at", AT, "--installing", "good").status == 0)

row = "a license folder"
ADMIN = ("--as", "admin")
ctl("issue", "--key", "k/private.jwk", "--issuer", "Vendor", "--product", "cloud", "--licensee", "测试用户", "--at", "2026-01-01T00:00:00Z",
    "--plus", "vmware", "--id", "PLUS", "--days", 365, "--output", "plus")  # fmt: skip
ID = expected["id"]


def use(command, *more):
    return ctl(command, "--home", "h", *VENDOR, *TRUST, *ADMIN, *more)


shell = Shell(PROGRAM, ("--home", "h", *VENDOR, *TRUST, *ADMIN, "--at", AT, "--hosts-used", 2), work)
check(row, lambda: shell("GetLicenseInfo")["inventory"]["licenseType"] == "Community")
check(row, lambda: shell("install -f good") == {"installed": [ID], "ok": True, "unchanged": []})
check(row, lambda: shell("install -f plus")["installed"] == ["PLUS"])
check(row, lambda: shell("install -f crlf") == {"installed": [], "ok": True, "unchanged": [ID]})
check(row, lambda: [(line["id"], line["active"], line["staged"]) for line in shell("list")["licenses"]] == [(ID, False, True), ("PLUS", False, True)])
check(row, lambda: shell("reload") == {"active": [ID, "PLUS"], "findings": [], "ok": True})
inventory = shell("GetLicenseInfo")["inventory"]
digest = hashlib.sha256(license.encode()).hexdigest()
check(row, lambda: inventory == {
    "availableHostNum": 3, "expired": False, "expiredDate": "2027-01-01T08:00:00.000+08:00", "hostNum": 5,
    "issuedDate": "2026-01-01T08:00:00.000+08:00", "licenseRequest": inventory["licenseRequest"], "licenseType": "Trial",
    "user": "测试用户", "uuid": digest[:32],
})  # fmt: skip
check(row, lambda: [addon["name"] for addon in shell("GetLicenseAddOns")["addons"]] == ["vmware"])
check(row, lambda: shell("check --operation operate --module vmware") == {"allowed": True})
for file, code in ("changed", "signature-invalid"), ("sha1", "unsupported-algorithm"), ("bound", "wrong-node"), ("preamble", "malformed"):
    check(row, lambda: shell(f"install -f {file}")["error"] == code)
sign("longer", expiretime="2028-01-01T08:00:00+08:00")
check(row, lambda: shell("install -f longer")["error"] == "id-conflict")
check(row, lambda: shell.end() == 0)
check(row, lambda: (work / "h" / f"{digest}.lic").read_bytes() == (work / "good").read_bytes())
(line,) = [line for line in use("list").line["licenses"] if line["id"] == ID]
check(row, lambda: line == expected | {"active": True, "staged": True, "file": f"{digest}.lic"})
check(row, lambda: use("status", "--at", AT).line["base"]["licenseID"] == ID)
# Without the vendor's key, the file is bad, and the others stay.
bare = ctl("status", "--home", "h", *TRUST, "--at", AT).line
check(row, lambda: [(f["code"], f["error"]) for f in bare["findings"] if f["file"]] == [("reload-failed", "malformed")])
# A file of the vendor's that an administrator copied in is read at the next reload.
sign("second", licenseid="SECOND", issuetime="2026-02-01T08:00:00+08:00")
shutil.copy(work / "second", work / "h/by-hand.lic")
check(row, lambda: use("reload").line["active"] == [ID, "PLUS", "SECOND"])
check(row, lambda: use("delete", "SECOND").line == {"deleted": "SECOND", "ok": True} and not (work / "h/by-hand.lic").exists())
check(row, lambda: use("delete", ID).line == {"deleted": ID, "ok": True})
check(row, lambda: [line["id"] for line in use("list").line["licenses"]] == ["PLUS"])
check(row, lambda: use("info").line["inventory"]["licenseType"] == "Community")
check(row, lambda: ctl("install", "--home", "v", *VENDOR, *ADMIN, "-f", "good").line["installed"] == [ID])
check(row, lambda: ctl("info", "--home", "v", *VENDOR, "--at", AT).line["inventory"]["hostNum"] == 5)

row = "published files"
if PUBLISHED.is_dir():
    for case in json.loads((PUBLISHED / "manifest.json").read_text()):
        options = ("--vendor-key", PUBLISHED / case["key"], *NAMES)
        strict = ctl("verify", *options, PUBLISHED / "cases" / case["id"])
        legacy = ctl("verify", *options, "--allow-sha1", PUBLISHED / "cases" / case["id"])
        if case["expect"] == "accept":
            check(f"{row}: {case['id']}", lambda: strict.status == legacy.status == 0 and strict.line == legacy.line)
        elif case["expect"] == "accept-legacy":
            check(f"{row}: {case['id']}", lambda: refusal(strict) == "unsupported-algorithm" and legacy.line["algorithm"] == "RS1")
        else:
            codes = {"malformed", "signature-invalid", "unsupported-algorithm"}
            check(f"{row}: {case['id']}", lambda: case["expect"] == "reject" and {refusal(strict), refusal(legacy)} <= codes)
else:
    print(f"skipped: the {row} are not next to the project")

shutil.rmtree(work)
checks.finish()

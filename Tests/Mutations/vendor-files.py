#!/usr/bin/env python3
"""Removes each rule of the reader of the platform's license files in turn, and demands that a test fails.

usage: Tests/Mutations/vendor-files.py [WORK]    WORK: a folder for the copy, by default a new one that is deleted

It changes a copy of the project, so that each rule asks whether it is the one that is removed, and builds that copy once. Then it runs
the tests of the reader once for each rule. A removed check accepts everything. A removed check that a value is there takes the value
anyway, which ends the tests if it is missing. It takes about ten minutes.
"""

import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import os

FOLDER = "Sources/ZStackLicensing/VendorFile"
FILES = [
    "FileLines", "MessageHeader", "SignedMessage", "DERReader", "SignedData", "VendorDigest", "VendorPayload",
    "VendorPayload+License", "JSONValue+Members", "VendorLicenseReader",
]  # fmt: skip
TESTS = "VendorFile|VendorPayload|VendorKey"
# What no test can reach: a process that exits or has no memory, and a libcrypto that forbids a digest.
UNREACHABLE = ("VendorFileRule.available.", "CryptoLibrary.shared(", "self.verifications[")
# Rules that are part of a computation: what it is, and what it becomes.
COMPUTED = [
    ("VendorLicenseReader", "try self.verify(message, data, digest)", "if !Mutation.is({n}) { try self.verify(message, data, digest) }"),
    ("VendorLicenseReader", "[0x31] + data.bytes", "[Mutation.is({n}) ? 0xA0 : 0x31] + data.bytes"),
    ("SignedMessage", 'signed.append(UInt8(ascii: "\\r"))', 'if !Mutation.is({n}) { signed.append(UInt8(ascii: "\\r")) }'),
    ("SignedMessage", "delimiters[0] + 1..<delimiters[1])", "delimiters[0] + (Mutation.is({n}) ? 3 : 1)..<delimiters[1])"),
    ("VendorDigest", "Self.rsa + [0x05],", "Self.rsa + [Mutation.is({n}) ? 0x04 : 0x05],"),
]
MUTATION = """
import Foundation

/// The rule that is removed.
enum Mutation {
    private static let active = ProcessInfo.processInfo.environment["VENDOR_FILE_MUTATION"].flatMap { Int($0) }

    static func `is`(_ number: Int) -> Bool { self.active == number }

    static func holds(_ number: Int, _ value: Bool) -> Bool { value || self.active == number }

    static func value<Value>(_ number: Int, _ value: Value?) -> Value? { self.active == number ? value! : value }
}
"""

mutants = []


def add(name, what):
    mutants.append((name, re.sub(r"\s+", " ", what)))
    return len(mutants) - 1


def end_of_argument(text, start):
    """The end of the expression that starts there: the comma, parenthesis or brace after it."""
    depth, index = 0, start
    while True:
        character = text[index]
        if character == '"':
            index = re.compile(r'"(?:\\.|[^"\\])*"').match(text, index).end()
            continue
        if depth == 0 and (character in ",)" or text.startswith(" else {", index)):
            return index
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(character, 0)
        index += 1


def split(text, separator):
    """The parts of an expression between separators that are not inside parentheses."""
    parts, depth, start = [], 0, 0
    for index, character in enumerate(text):
        depth += {"(": 1, "[": 1, "{": 1, ")": -1, "]": -1, "}": -1}.get(character, 0)
        if depth == 0 and text.startswith(separator, index):
            parts.append(text[start:index])
            start = index + len(separator)
    return [*parts, text[start:]]


def check(name, expression):
    """An expression of which each condition can be removed."""
    if any(word in expression for word in UNREACHABLE) and "unwrap" not in expression:
        return expression
    parts = split(expression, " && ")
    return " && ".join(f"Mutation.holds({add(name, part)}, {part.strip()})" for part in parts)


def mutate(file):
    path = pathlib.Path(FOLDER, f"{file}.swift")
    text = path.read_text()
    for name, old, new in COMPUTED:
        if name == file:
            assert text.count(old) == 1, (file, old)
            text = text.replace(old, new.replace("{n}", str(add(file, old))))
    output, position = "", 0
    for match in re.finditer(r"VendorFileRule\.(\w+)\.(require|unwrap)\(|Self\.require\(|guard ", text):
        if match.start() < position:
            continue
        output += text[position : match.end()]
        position = match.end()
        if match[1] == "available":
            continue
        if match[0] == "Self.require(":
            end = end_of_argument(text, position)
            output += f"Mutation.value({add(file, text[position:end])}, {text[position:end]})"
            position = end
            continue
        if match[1]:
            end = end_of_argument(text, position)
            expression = text[position:end]
            if "self.verifications[" in expression:
                continue
            if match[2] == "require":
                output += check(f"{file}: {match[1]}", expression)
            else:
                output += f"Mutation.value({add(f'{file}: {match[1]}', expression)}, {expression})"
            position = end
            continue
        while True:
            end = end_of_argument(text, position)
            clause = text[position:end]
            binding = re.match(r"\s*let \w+ = ", clause)
            if any(word in clause for word in UNREACHABLE) or re.match(r"\s*let \w+$", clause):
                output += clause
            elif binding:
                value = clause[binding.end() :]
                output += f"{binding[0]}Mutation.value({add(file, clause)}, {value})"
            else:
                space = re.match(r"\s*", clause)[0]
                output += space + check(file, clause[len(space) :])
            if text[end] != ",":
                position = end
                break
            output += ","
            position = end + 1
    path.write_text(output + text[position:])


def run_tests(number=None):
    environment = os.environ | ({} if number is None else {"VENDOR_FILE_MUTATION": str(number)})
    environment["SWIFT_BACKTRACE"] = "enable=no"
    command = ["swift", "test", "--skip-build", "--filter", TESTS]
    result = subprocess.run(command, capture_output=True, text=True, env=environment)
    output = result.stdout + result.stderr
    failed = re.search(r'✘ Test "([^"]*)"', output)
    return result.returncode, failed[1] if failed else "the tests end early", output


root = pathlib.Path(__file__).resolve().parents[2]
work = pathlib.Path(sys.argv[1]).resolve() if len(sys.argv) > 1 else pathlib.Path(tempfile.mkdtemp())
project = work / "project"
shutil.rmtree(project, ignore_errors=True)
for name in subprocess.run(["git", "ls-files", "-z"], cwd=root, check=True, capture_output=True, text=True).stdout.split("\0"):
    if name and (root / name).is_file():
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(root / name, project / name)
os.chdir(project)
for file in FILES:
    mutate(file)
pathlib.Path(FOLDER, "Mutation.swift").write_text(MUTATION)
# The other tests are not needed.
manifest = pathlib.Path("Package.swift").read_text()
pathlib.Path("Package.swift").write_text(re.sub(r'        \.testTarget\((?:(?!\n        \.testTarget|ZStackLicensingTests|\n    \],).)*?\n        \),\n|        \.testTarget\(name: "[^"]*", dependencies: \[[^\]]*\]\),\n', "", manifest, flags=re.S))
build = subprocess.run(["swift", "build", "--build-tests"], capture_output=True, text=True)
if build.returncode:
    print("\n".join(line for line in build.stdout.splitlines() if "error" in line))
    sys.exit("error: the copy does not build")
status, failed, output = run_tests()
if status or "Test run with 0" in output or not re.search(r"Test run with \d\d", output):
    sys.exit(f"error: the tests of the unchanged rules fail: {failed}")
survived = 0
for number, (name, what) in enumerate(mutants):
    status, failed, _ = run_tests(number)
    survived += status == 0
    print(f"{'SURVIVED' if status == 0 else 'killed  '} {name}: {what[:90]}" + (f"  ← {failed}" if status else ""), flush=True)
print(f"{len(mutants) - survived} of {len(mutants)} removed rules make a test fail")
if len(sys.argv) < 2:
    shutil.rmtree(work)
sys.exit(survived > 0)

#!/usr/bin/env python3
"""Generates the published test vectors in this folder. The output is always the same bytes.

usage: make.py [--check]    --check: does not write, and fails if a file would change
"""

import json
import pathlib
import sys

from generator import examples, keys, licenses, signers

FOLDER = pathlib.Path(__file__).parent
NOTE = "Public test vectors of the license format (Documentation/Format.md). Their keys are only for these tests."


def lines(head, name, rows):
    """Returns a JSON object with one array element on each line, so that diffs are readable."""
    members = [json.dumps(key) + ": " + json.dumps(value, ensure_ascii=True) for key, value in head.items()]
    body = ",\n".join(json.dumps(row, ensure_ascii=True) for row in rows)
    return "{\n" + ",\n".join(members) + ",\n" + json.dumps(name) + ": [\n" + body + "\n]\n}\n"


def files():
    yield "trusted-keys.json", lines({"note": NOTE}, "keys", signers.trusted_set()["keys"])
    yield "licenses.json", lines({"note": NOTE, "keys": "trusted-keys.json"}, "cases", licenses.cases())
    yield "keys.json", lines({"note": NOTE}, "cases", keys.cases())
    for name, text in examples.files():
        yield f"examples/{name}", text


def main():
    differing = 0
    for name, text in files():
        path = FOLDER / name
        if "--check" in sys.argv:
            if not path.exists() or path.read_bytes() != text.encode():
                print(f"{name} differs from what make.py writes")
                differing += 1
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()

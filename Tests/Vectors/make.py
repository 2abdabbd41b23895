#!/usr/bin/env python3
"""Makes the published vectors beside this script, the same bytes each time.

usage: make.py [--check]    --check: writes nothing, and fails where a file is not what it would write
"""

import json
import pathlib
import sys

from generator import examples, keys, licenses, signers

FOLDER = pathlib.Path(__file__).parent
NOTE = "Public test vectors of the licence format (Documentation/Format.md). Their keys are for these tests and nothing else."


def lines(head, name, rows):
    """A JSON object with a row of an array on each line, so that a change is seen for what it is."""
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
                print(f"{name} is not what make.py writes")
                differing += 1
        else:
            path.parent.mkdir(exist_ok=True)
            path.write_bytes(text.encode())
    sys.exit(1 if differing else 0)


if __name__ == "__main__":
    main()

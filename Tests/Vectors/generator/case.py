"""The form of a case, and the claims that the cases use."""

import base64
import copy
import hashlib
import json

from .signers import ed25519

ANY = object()

# The claims that the cases modify: a base license and a plus license with only the required members.
BASE = {
    "iss": "Example Vendor",
    "aud": "cloud",
    "sub": "Example Ltd",
    "jti": "base-1",
    "iat": 1_790_000_000,
    "exp": 1_824_560_000,
    "license": {"category": "base", "edition": "enterprise", "type": "Paid", "limits": {"hosts": 10}},
}
PLUS = {
    **{**BASE, "jti": "plus-1"},
    "license": {"category": "plus", "modules": ["vmware"], "type": "AddOn"},
}


def changed(claims, path, value=None):
    """Returns a copy of the claims with the member at a dotted path set, or removed without a value."""
    claims = copy.deepcopy(claims)
    *outer, name = path.split(".")
    parent = claims
    for step in outer:
        parent = parent[step]
    if value is None:
        del parent[name]
    else:
        parent[name] = value
    return claims


def text(claims):
    return json.dumps(claims, separators=(",", ":"), ensure_ascii=False)


def content(claims, signer=ed25519, payload=None, **differing):
    """Returns the expected entry for a license with these claims. The payload can encode the same claims differently."""
    license = claims["license"]
    features = license.get("features")
    payload = text(claims) if payload is None else payload
    return {
        **{name: claims[name] for name in ("iss", "aud", "sub", "jti", "iat")},
        "nbf": claims.get("nbf", claims["iat"]),
        "exp": claims.get("exp"),
        "category": license["category"],
        "edition": license.get("edition"),
        "modules": license.get("modules", []),
        "type": license["type"],
        "limits": license.get("limits", {}),
        "features": None if features is None else sorted(features),
        **{name: license.get(name) for name in ("organization", "nodes", "sequence")},
        **{name: license.get(name) for name in ("reminderDays", "graceDays", "updatesUntil")},
        "algorithm": signer.algorithm,
        "kid": signer.kid,
        "environment": signer.conditions.get("environment", "production"),
        "payloadSHA256": hashlib.sha256(payload if isinstance(payload, bytes) else payload.encode()).hexdigest(),
        **differing,
    }


def case(id, note, file, expected, product="cloud", node=None, environments=None):
    """Returns a case. The file is a str, bytes, or a list of (text, times)."""
    row = {"id": id, "note": note}
    if isinstance(file, str):
        row["text"] = file
    elif isinstance(file, bytes):
        row["base64"] = base64.b64encode(file).decode()
    else:
        row["parts"] = [{"text": part, "times": times} for part, times in file]
    optional = {"product": product, "node": node, "environments": environments}
    return {**row, **{name: value for name, value in optional.items() if value is not None}, "expected": expected}


def accepted(id, note, file, *licenses, **inputs):
    return case(id, note, file, {"ok": True, "licenses": list(licenses)}, **inputs)


def refused(id, note, file, error, member=ANY, block=None, line=None, **inputs):
    """Returns a case of a refused file. A member, block or line must be absent with None, and is open with ANY."""
    stated = {"member": member, "block": block, "line": line}
    stated = {name: value for name, value in stated.items() if value is not ANY}
    return case(id, note, file, {"ok": False, "error": error, **stated}, **inputs)


def slug(value):
    """Returns part of a case id, derived from any value."""
    encoded = json.dumps(value)
    return "".join(character if character.isalnum() else "-" for character in encoded)[:24].strip("-") or "empty"


def numbered(rows):
    """Yields the cases, with a number appended to duplicate ids."""
    seen = {}
    for row in rows:
        count = seen[row["id"]] = seen.get(row["id"], 0) + 1
        if count > 1:
            row["id"] += f"-{count}"
        yield row

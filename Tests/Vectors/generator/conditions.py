"""Cases for section 8, and for the order of all checks."""

import itertools

from .case import BASE, accepted, changed, content, refused
from .signers import all_conditions, dated, ed25519, test, vendor


def valid(name, note, signer, claims, **inputs):
    return accepted(f"condition-{name}", note, signer.token(claims), content(claims, signer), **inputs)


def invalid(name, note, signer, claims, error, member, **inputs):
    return refused(f"condition-{name}", note, signer.token(claims), error, member, **inputs)


def of_keys():
    yield valid("issuer", "a key that is trusted for one issuer, and a license of that issuer", vendor, BASE)
    for issuer in ("Another Vendor", "example vendor", "Example Vendor ", "Example  Vendor"):
        yield invalid(
            f"issuer-{issuer.replace(' ', '-').lower()}-{len(issuer)}-{issuer[0]}",
            f"the issuer is '{issuer}'",
            vendor,
            changed(BASE, "iss", issuer),
            "issuer-mismatch",
            "iss",
        )
    yield valid("iat-first", "iat is the start of the key's validity", dated, changed(BASE, "iat", 1_700_000_000))
    yield valid("iat-last", "iat is the last second of the key's validity", dated, changed(BASE, "iat", 1_799_999_999))
    yield invalid(
        "iat-early",
        "iat is a second before the key's validity",
        dated,
        changed(BASE, "iat", 1_699_999_999),
        "key-not-valid",
        "iat",
    )
    yield invalid(
        "iat-end",
        "iat is the end of the key's validity",
        dated,
        changed(BASE, "iat", 1_800_000_000),
        "key-not-valid",
        "iat",
    )
    yield invalid(
        "iat-late",
        "iat is after the key's validity, nbf is within it",
        dated,
        changed(changed(BASE, "iat", 1_810_000_000), "nbf", 1_750_000_000),
        "key-not-valid",
        "iat",
    )
    yield valid(
        "nbf-late",
        "iat is within the key's validity, nbf and exp are after it",
        dated,
        changed(BASE, "nbf", 1_820_000_000),
    )
    yield invalid("test", "a key of the test environment", test, BASE, "key-not-valid", None)
    yield valid(
        "test-accepted", "the same if both environments are accepted", test, BASE, environments=["production", "test"]
    )
    yield valid("test-only", "the same if only test is accepted", test, BASE, environments=["test"])
    yield invalid(
        "production-in-test",
        "a key of the production environment if only test is accepted",
        ed25519,
        BASE,
        "key-not-valid",
        None,
        environments=["test"],
    )


def of_use():
    yield valid("no-product", "no product is given", ed25519, changed(BASE, "aud", "other"), product=None)
    for product in ("other", "Cloud", "clouds", "clou", "cloud-2"):
        yield invalid(
            f"product-{product}",
            f"a license for {product}",
            ed25519,
            changed(BASE, "aud", product),
            "wrong-product",
            "aud",
        )
    bound = changed(BASE, "license.nodes", ["node-a", "node-b"])
    foreign = {"error": "wrong-node", "id": "base-1"}
    yield valid("no-node", "a license that is bound to nodes, and no node is given", ed25519, bound)
    yield valid("node-free", "a license that is not bound to nodes, and a node is given", ed25519, BASE, node="node-a")
    yield valid("node-first", "the first of the nodes", ed25519, bound, node="node-a")
    yield valid("node-second", "the second of the nodes", ed25519, bound, node="node-b")
    for index, node in enumerate(("node-c", "Node-a", "node-a ", "node", "node-a,node-b")):
        yield accepted(
            f"condition-node-other-{index}",
            f"the node '{node}' is not among them",
            ed25519.token(bound),
            foreign,
            node=node,
        )
    composed = changed(BASE, "license.nodes", ["caf\u00e9"])
    yield valid("node-composed", "a non-ASCII node", ed25519, composed, node="caf\u00e9")
    yield accepted(
        "condition-node-decomposed",
        "the same node in another normalization is a different node",
        ed25519.token(composed),
        foreign,
        node="cafe\u0301",
    )


# All faults in the order of their checks, each with a function that adds it to a header and claims.
FAULTS = {
    "too-large": None,
    "malformed": None,
    "unsupported-format": lambda header, claims: ({**header, "typ": "JWT"}, claims),
    "unsupported-algorithm": lambda header, claims: ({**header, "alg": "none"}, claims),
    "unknown-key": lambda header, claims: ({**header, "kid": "nobody"}, claims),
    "algorithm-mismatch": lambda header, claims: (
        {**header, "alg": "Ed25519" if header["alg"] == "ES256" else header["alg"]},
        claims,
    ),
    "signature-invalid": None,
    "claims-invalid": lambda header, claims: (header, changed(claims, "license.type", 1)),
    "unsupported-requirement": lambda header, claims: (header, changed(claims, "license.critical", ["quota"])),
    "issuer-mismatch": lambda header, claims: (header, changed(claims, "iss", "Another Vendor")),
    "key-not-valid": lambda header, claims: (header, changed(claims, "iat", 1_699_999_999)),
    "wrong-product": lambda header, claims: (header, changed(claims, "aud", "other")),
    "wrong-node": lambda header, claims: (header, changed(claims, "license.nodes", ["node-b"])),
}
MEMBERS = {
    "claims-invalid": "license.type",
    "unsupported-requirement": "license.critical",
    "issuer-mismatch": "iss",
    "key-not-valid": "iat",
    "wrong-product": "aud",
}


def faulty(faults):
    """Returns a token with some faults, signed with the key that has an issuer and a validity period."""
    header, claims = {"alg": "ES256", "kid": all_conditions.kid, "typ": "license+jwt"}, BASE
    for fault in FAULTS:
        if fault in faults and FAULTS[fault]:
            header, claims = FAULTS[fault](header, claims)
    bad_signature = "signature-invalid" in faults
    token = all_conditions.token(
        claims, header=all_conditions.header(**header), signature=(lambda text: b"\1" * 64) if bad_signature else None
    )
    if "malformed" in faults:
        token += "=="
    if "too-large" in faults:
        token = token + "A" * 65_536
    return token


def order():
    for first, second in itertools.combinations(FAULTS, 2):
        token = faulty({first, second})
        file = token if len(token) < 10_000 else [(token.rstrip("A"), 1), ("A", len(token) - len(token.rstrip("A")))]
        yield refused(
            f"order-{first}-{second}",
            f"{first} and {second}: the first is reported",
            file,
            first,
            MEMBERS.get(first),
            node="node-a",
        )


def cases():
    yield from of_keys()
    yield from of_use()
    yield from order()

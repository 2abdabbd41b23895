"""The cases of keys.json, for section 10: trusted keys."""

import json

from . import rsa
from .case import numbered, slug
from .curves import Ed25519
from .signers import (
    ALGORITHMS,
    Signer,
    base64url,
    ed25519,
    element,
    es256,
    es384,
    integer,
    pem,
    point_info,
    ps256,
    ps256_3072,
    rs256,
    rs256_4096,
    rsa_info,
    sm2,
    trusted_set,
    unnamed,
)

POINTS_OF_LOW_ORDER = [  # y, little-endian
    (0).to_bytes(32, "little"),
    (1).to_bytes(32, "little"),
    (Ed25519.p - 1).to_bytes(32, "little"),
    bytes.fromhex("26E8958FC2B227B045C3F489F2EF98F0D5DFAC05D3C63339B13802886D53FC05"),
    bytes.fromhex("C7176A703D4DD84FBA3C0B760D10670F2A2053FA2C39CCC64EC7FD7792AC037A"),
]


def entry(signer, kid=None, alg=None, **conditions):
    return {
        "kid": kid or signer.thumbprint,
        "alg": alg or signer.algorithm,
        "iss": None,
        "nbf": None,
        "exp": None,
        "environment": "production",
        **conditions,
    }


def case(id, note, file, expected, **arguments):
    body = (
        {"text": file} if isinstance(file, str) else {"parts": [{"text": part, "times": times} for part, times in file]}
    )
    return {"id": id, "note": note, **body, **arguments, "expected": expected}


def accepted(id, note, file, *keys, **arguments):
    return case(id, note, file, {"ok": True, "keys": list(keys)}, **arguments)


def refused(id, note, file, error, **arguments):
    return case(id, note, file, {"ok": False, "error": error}, **arguments)


def jwk(signer, **changes):
    """Returns the text of a JWK with members set, or removed if the value is the Ellipsis."""
    members = {**signer.numbers, **({"alg": signer.algorithm} if "n" in signer.numbers else {}), **changes}
    return json.dumps({name: value for name, value in members.items() if value is not ...}, separators=(",", ":"))


def jwks():
    for signer in ALGORITHMS:
        yield accepted(f"jwk-{signer.kid}", f"a JWK for {signer.algorithm} without an id", jwk(signer), entry(signer))
    everything = {
        "kid": "k-1",
        "alg": "EdDSA",
        "use": "sig",
        "key_ops": ["verify"],
        "iss": "Vendor, 厂商",
        "nbf": 0,
        "exp": 253_402_300_799,
        "environment": "test",
    }
    yield accepted(
        "jwk-everything",
        "a JWK with all members of the table",
        jwk(ed25519, **everything),
        entry(ed25519, kid="k-1", iss="Vendor, 厂商", nbf=0, exp=253_402_300_799, environment="test"),
    )
    yield accepted("jwk-blanks", "white space around a JWK", " \n" + jwk(ed25519) + "\r\n\t", entry(ed25519))
    yield accepted(
        "jwk-unknown",
        "unknown members",
        jwk(ed25519, x5c=["AAAA"], foo={"d": 1}, version=None, D=1, é=1),
        entry(ed25519),
    )
    yield accepted(
        "jwk-unused-number",
        "a number that the kind of key does not use",
        jwk(ed25519, y="AAAA", crv="Ed25519"),
        entry(ed25519),
    )
    for name in ("y", "n", "e"):
        yield accepted(
            f"jwk-unused-number-empty-{name}",
            "an empty number that the kind of key does not use",
            jwk(ed25519, **{name: ""}),
            entry(ed25519),
        )
    for kid in ("a", "-", "..", "k" * 64):
        yield accepted(f"jwk-kid-{len(kid)}-{ord(kid[0])}", "a valid kid", jwk(ed25519, kid=kid), entry(ed25519, kid=kid))
    yield accepted(
        "jwk-cap", "a text of 262,144 bytes", [(jwk(ed25519), 1), (" ", 262_144 - len(jwk(ed25519)))], entry(ed25519)
    )
    yield refused(
        "jwk-over-cap", "a text of 262,145 bytes", [(jwk(ed25519), 1), (" ", 262_145 - len(jwk(ed25519)))], "too-large"
    )
    for name in ("d", "p", "q", "dp", "dq", "qi", "oth", "k", "priv"):
        for value in ("AAAA", None):
            yield refused(
                f"jwk-private-{name}-{'text' if value else 'null'}",
                f"a member of a private or secret key: {name}",
                jwk(ed25519, **{name: value}),
                "private-key",
            )
    yield refused(
        "jwk-private-escaped", "a member of a private key, with an escape in its name", jwk(ed25519)[:-1] + r',"\u0064":"AAAA"}', "private-key"
    )
    yield refused(
        "jwk-private-first", "a member of a private key is reported before other faults", '{"kty":1,"d":"AAAA"}', "private-key"
    )
    yield refused("jwk-symmetric", "a symmetric key", '{"kty":"oct","k":"AAAA","alg":"HS256"}', "private-key")
    yield refused("jwk-symmetric-empty", "a symmetric key without its secret member", '{"kty":"oct"}', "unsupported")


def members():
    def invalid(member, value, error="malformed", signer=ed25519):
        text = jwk(signer, **{member: value})
        return refused(f"jwk-{signer.kid}-{member}-{slug(value)}", f"{member} is {ascii(value)[:60]}", text, error)

    for value in ("enc", "", "SIG"):
        yield invalid("use", value, "unsupported")
    for value in (None, 1, True, ["sig"], {"sig": 1}, "sïg"):
        yield invalid("use", value)
    for member in ("kty", "crv"):
        for value in (1, None, ["OKP"], {}, True, "é"):
            yield invalid(member, value)
    for value in (1, None, "é"):
        yield invalid("crv", value, signer=ps256)
    for value in (["sign"], ["verify", "sign"], [], "verify", None, ["verify", "verify"], [1], 1, True, {}):
        yield invalid("key_ops", value, "unsupported")
    for value in ("", "a b", "a/b", "a\n", "é", "k" * 65, 1, None, ["a"]):
        yield invalid("kid", value)
    for value in ("HS256", "none", "ed25519", "", None, 1, ["Ed25519"], "Ed448", "ML-DSA-65"):
        yield invalid("alg", value)
    for value in ("ES256", "SM2-SM3", "RS256"):
        yield invalid("alg", value, "unsupported")
    yield invalid("alg", "ES384", "unsupported", es256)
    yield invalid("alg", "ES256", "unsupported", sm2)
    yield refused("jwk-rsa-no-alg", "an RSA key that does not say what it is for", jwk(ps256, alg=...), "malformed")
    for value in (
        *("", 1, None, "a\u200bb", "a\nb", "v" * 257, ["V"]),
        *("a\u00adb", "a\u061cb", "a\U000e0041b", "a\ufdd0b", "\u200da", "a\u200d", "\ufe0fa"),
    ):
        yield invalid("iss", value)
    for value in ("a\u200db", "a\ufe0f", "a\U000e0080b"):
        yield accepted(f"jwk-ed25519-iss-{slug(value)}", f"iss is {ascii(value)}", jwk(ed25519, iss=value), entry(ed25519, iss=value))
    for member in ("nbf", "exp"):
        for value in ("1", -1, 1.5, None, True, 253_402_300_800):
            yield invalid(member, value)
    for value in ("Test", "", None, True, "staging"):
        yield invalid("environment", value)
    yield refused("jwk-validity-empty", "nbf equals exp", jwk(ed25519, nbf=5, exp=5), "malformed")
    yield refused("jwk-validity-backwards", "nbf is after exp", jwk(ed25519, nbf=6, exp=5), "malformed")
    yield accepted("jwk-validity", "nbf is one second before exp", jwk(ed25519, nbf=4, exp=5), entry(ed25519, nbf=4, exp=5))
    for name, text in {
        "twice": '{"kty":"OKP",' + jwk(ed25519)[1:],
        "twice-unread": jwk(ed25519)[:-1] + ',"a":{"b":1,"b":2}}',
        "mark": "\ufeff" + jwk(ed25519),
        "trailing-comma": jwk(ed25519)[:-1] + ",}",
        "array": "[" + jwk(ed25519) + "]",
        "null": "null",
        "empty": "",
        "after-end": jwk(ed25519) * 2,
    }.items():
        yield refused(f"jwk-json-{name}", "a text that is not strict JSON or not one object", text, "malformed")


def numbers():
    x = ed25519.numbers["x"]
    for name, value in {
        "padding": x + "=",
        "short": base64url(ed25519.public[:-1]),
        "long": base64url(ed25519.public + b"\0"),
        "empty": "",
        "blank": " " + x,
        "number": 1,
        "null": None,
        "bits": x[:-1] + chr(ord(x[-1]) + 1),
    }.items():
        yield refused(f"jwk-x-{name}", "x is not 32 bytes in canonical base64url", jwk(ed25519, x=value), "malformed")
    yield refused(
        "jwk-plain-base64",
        "plain base64",
        jwk(es256, y=es256.numbers["y"].replace("-", "+").replace("_", "/") + "="),
        "malformed",
    )
    yield refused(
        "jwk-unused-number-bad",
        "a number that the kind of key does not use, and that is not base64url",
        jwk(ed25519, n="="),
        "malformed",
    )
    for name, changes in {
        "kty-missing": {"kty": ...},
        "kty-unknown": {"kty": "OKP2"},
        "kty-case": {"kty": "okp"},
        "crv-missing": {"crv": ...},
        "crv-x25519": {"crv": "X25519"},
        "crv-ed448": {"crv": "Ed448"},
        "crv-p256": {"crv": "P-256"},
    }.items():
        yield refused(f"jwk-{name}", "another kind of key", jwk(ed25519, **changes), "unsupported")
    for name, changes in {
        "p521": {"crv": "P-521"},
        "secp256k1": {"crv": "secp256k1"},
        "sm2-case": {"crv": "sm2"},
        "crv-missing": {"crv": ...},
    }.items():
        yield refused(f"jwk-ec-{name}", "a curve that the format does not have", jwk(es256, **changes), "unsupported")
    for signer in (es256, es384, sm2):
        size, curve = signer.curve.size, signer.curve
        x, y = signer.public

        def encode(number, width=size):
            return base64url(number.to_bytes(width, "big"))

        yield refused(f"jwk-{signer.kid}-no-y", "y is missing", jwk(signer, y=...), "malformed")
        yield refused(f"jwk-{signer.kid}-wide", "x is one byte longer", jwk(signer, x=encode(x, size + 1)), "malformed")
        yield refused(
            f"jwk-{signer.kid}-off-curve", "a point that is not on the curve", jwk(signer, y=encode(y ^ 1)), "weak-key"
        )
        yield refused(f"jwk-{signer.kid}-zero", "x and y are 0", jwk(signer, x=encode(0), y=encode(0)), "weak-key")
        yield refused(
            f"jwk-{signer.kid}-not-reduced", "x equals p", jwk(signer, x=encode(curve.p)), "weak-key"
        )
    yield refused("jwk-other-curve", "a point of P-256 with the curve SM2", jwk(es256, crv="SM2"), "weak-key")
    for index, point in enumerate(POINTS_OF_LOW_ORDER):
        for sign in (0, 0x80):
            data = point[:31] + bytes([point[31] | sign])
            yield refused(
                f"jwk-low-order-{index}-{sign}", "a point of low order", jwk(ed25519, x=base64url(data)), "weak-key"
            )
    for above in (0, 1, 3, 18):
        for sign in (0, 1 << 255):
            data = (Ed25519.p + above | sign).to_bytes(32, "little")
            yield refused(
                f"jwk-not-canonical-{above}-{sign >> 255}",
                f"the y coordinate is p + {above}",
                jwk(ed25519, x=base64url(data)),
                "weak-key",
            )


def factoring():
    n = ps256.rsa.modulus

    def encode(number):
        return base64url(number.to_bytes((number.bit_length() + 7) // 8, "big"))

    for signer in (ps256, rs256, ps256_3072, rs256_4096):
        yield accepted(f"jwk-rsa-{signer.kid}", f"RSA with {signer.rsa.bits} bits", jwk(signer), entry(signer))
    yield accepted("jwk-rsa-crv", "an RSA key with a crv, which is ignored", jwk(ps256, crv="P-521"), entry(ps256))
    yield refused("jwk-rsa-2047", "2,047 bits", jwk(ps256, n=encode(n >> 1 | 1)), "weak-key")
    yield refused("jwk-rsa-1024", "1,024 bits", jwk(ps256, n=encode(ps256.rsa.p | 1)), "weak-key")
    yield refused("jwk-rsa-4097", "4,097 bits", jwk(ps256, n=encode(rs256_4096.rsa.modulus << 1 | 1)), "weak-key")
    yield refused("jwk-rsa-even", "an even modulus", jwk(ps256, n=encode(n - 1)), "weak-key")
    yield refused(
        "jwk-rsa-small-factor",
        "a modulus with the factor 751",
        jwk(ps256, n=encode(751 * rsa.prime("751", 2_042))),
        "weak-key",
    )
    yield refused("jwk-rsa-square", "a modulus that is the square of a prime", jwk(ps256, n=encode(ps256.rsa.p**2)), "weak-key")
    yield refused(
        "jwk-rsa-prime", "a modulus that is prime", jwk(ps256, n=encode(rsa.prime("a prime for a modulus", 2_048))), "weak-key"
    )
    roca = rsa.RSA("a key as CVE-2017-15361 has them", 2_048, shape=fingerprint)
    yield refused("jwk-rsa-roca", "a modulus with the fingerprint of CVE-2017-15361", jwk(ps256, n=encode(roca.modulus)), "weak-key")
    for exponent in (b"\3", b"\1", b"\0\1\0\1", b"\1\0\0", b"\1\0\0\1", b"\1\0\3", b""):
        yield refused(
            f"jwk-rsa-e-{exponent.hex() or 'empty'}",
            "another exponent, or another encoding of 65537",
            jwk(ps256, e=base64url(exponent)),
            "weak-key",
        )
    yield refused("jwk-rsa-e-missing", "no exponent", jwk(ps256, e=...), "malformed")
    yield refused("jwk-rsa-n-missing", "no modulus", jwk(ps256, n=...), "malformed")
    yield refused(
        "jwk-rsa-n-zero-byte",
        "a zero byte before the modulus",
        jwk(ps256, n=base64url(b"\0" + n.to_bytes(256, "big"))),
        "malformed",
    )
    yield refused("jwk-rsa-n-empty", "an empty modulus", jwk(ps256, n=""), "malformed")


def fingerprint(number):
    """Returns a number close to this one that is a power of 65537 modulo each prime from 2 to 167."""
    product = 2
    for prime in rsa.SMALL_PRIMES:
        product *= prime if prime <= 167 else 1
    return number // product * product + pow(65_537, number % 1_000 + 1, product)


def sets():
    trusted = trusted_set()
    rows = [
        {name: key.get(name) for name in ("kid", "alg", "iss", "nbf", "exp")}
        | {"environment": key.get("environment", "production")}
        for key in trusted["keys"]
    ]
    rows[-1].update(kid=unnamed.thumbprint, alg="Ed25519")
    yield accepted("set-trusted", "the trusted keys of the license cases", json.dumps(trusted), *rows)
    one, two = json.loads(jwk(ed25519)), json.loads(jwk(es256))
    yield accepted("set-one", "a set of one key", json.dumps({"keys": [one]}), entry(ed25519))
    yield accepted(
        "set-members",
        "other members in a set",
        json.dumps({"d": 1, "keys": [one, two], "kid": 1}),
        entry(ed25519),
        entry(es256),
    )
    yield refused("set-empty", "a set without keys", '{"keys":[]}', "malformed")
    for name, value in {"object": {}, "null": None, "string": "x", "number": [1], "nested": [[one]]}.items():
        yield refused(f"set-{name}", "keys is not an array of JWKs", json.dumps({"keys": value}), "malformed")
    yield refused(
        "set-same-id",
        "two keys with one id",
        json.dumps({"keys": [{**one, "kid": "k"}, {**two, "kid": "k"}]}),
        "duplicate-key-id",
    )
    yield refused(
        "set-same-key",
        "the same key twice, with its thumbprint as the id",
        json.dumps({"keys": [one, one]}),
        "duplicate-key-id",
    )
    yield refused(
        "set-same-thumbprint",
        "the thumbprint of one key as the id of another",
        json.dumps({"keys": [one, {**two, "kid": ed25519.thumbprint}]}),
        "duplicate-key-id",
    )
    for signer in ALGORITHMS:
        key = json.loads(jwk(signer))
        yield refused(
            f"set-same-key-{signer.kid}",
            "the same key with two ids",
            json.dumps({"keys": [{**key, "kid": "a"}, {**key, "kid": "b"}]}),
            "duplicate-key",
        )
    for name, first, second in (
        ("issuers", {"iss": "Vendor"}, {"iss": "Reseller"}),
        ("validities", {"exp": 1_800_000_000}, {"nbf": 1_800_000_000}),
        ("environments", {}, {"environment": "test"}),
        ("alias", {"alg": "Ed25519"}, {"alg": "EdDSA"}),
    ):
        yield refused(
            f"set-same-key-{name}",
            f"the same key with two ids and different conditions or names: {name}",
            json.dumps({"keys": [{**one, "kid": "a", **first}, two, {**one, "kid": "b", **second}]}),
            "duplicate-key",
        )
    yield refused(
        "set-same-modulus",
        "the same RSA key for PS256 and for RS256",
        json.dumps({"keys": [{**json.loads(jwk(ps256, alg=alg)), "kid": alg} for alg in ("PS256", "RS256")]}),
        "duplicate-key",
    )
    yield refused(
        "set-same-key-named-and-not",
        "the same key with its thumbprint and with a kid as ids",
        json.dumps({"keys": [one, {**one, "kid": "a"}]}),
        "duplicate-key",
    )
    yield refused(
        "set-same-key-and-same-id",
        "the same key with two ids, and then one of these ids again: duplicate ids are reported first",
        json.dumps({"keys": [{**one, "kid": "a"}, {**one, "kid": "b"}, {**two, "kid": "a"}]}),
        "duplicate-key-id",
    )
    many = [Signer("Ed25519", f"set-{index}") for index in range(65)]
    jwks = [{**signer.numbers, "kid": signer.kid} for signer in many]
    yield accepted(
        "set-64",
        "64 keys",
        json.dumps({"keys": jwks[:64]}),
        *(entry(signer, kid=signer.kid) for signer in many[:64]),
    )
    yield refused("set-65", "65 keys", json.dumps({"keys": jwks}), "too-large")
    for name, keys in {
        "same": [one] * 65,
        "private": [{**one, "d": "AAAA"}, *jwks[:64]],
        "null": [None] * 65,
        "4000": [1] * 4_000,
    }.items():
        yield refused(
            f"set-65-{name}",
            "more than 64 elements, which is reported before other faults",
            json.dumps({"keys": keys}),
            "too-large",
        )
    yield refused(
        "set-one-bad",
        "one invalid key refuses the set",
        json.dumps({"keys": [one, {**two, "crv": "P-521"}]}),
        "unsupported",
    )
    yield refused(
        "set-one-private",
        "one private key refuses the set",
        json.dumps({"keys": [one, {**two, "d": "AAAA"}]}),
        "private-key",
    )
    yield refused(
        "set-unknown-kind",
        "a key of an unknown kind is not skipped",
        json.dumps({"keys": [one, {"kty": "AKP", "pub": "AAAA"}]}),
        "unsupported",
    )
    for name, text in {"jwk": jwk(ed25519), "set": json.dumps({"keys": [one]})}.items():
        for arguments in ({"alg": "Ed25519"}, {"kid": "k-1"}):
            id = f"{name}-argument-{''.join(arguments)}"
            yield refused(id, "an argument that only a PEM key can have", text, "unsupported", **arguments)
    yield refused("set-twice", "a duplicate member keys", '{"keys":[' + jwk(ed25519) + '],"keys":[]}', "malformed")


def pems():
    for signer in ALGORITHMS:
        arguments = {"alg": signer.algorithm} if "n" in signer.numbers else {}
        yield accepted(f"pem-{signer.kid}", f"a key for {signer.algorithm} in PEM", signer.pem, entry(signer), **arguments)
    valid, lines = ed25519.pem, ed25519.pem.split("\n")
    yield accepted("pem-arguments", "an id and an algorithm as arguments", valid, entry(ed25519, kid="k-1"), alg="Ed25519", kid="k-1")
    yield accepted("pem-crlf", "lines end in CRLF", valid.replace("\n", "\r\n"), entry(ed25519))
    yield accepted("pem-no-last-newline", "the last line has no line end", valid[:-1], entry(ed25519))
    yield accepted("pem-mark", "a byte order mark at the start", "\ufeff" + valid, entry(ed25519))
    yield accepted("pem-mark-arguments", "a byte order mark and an id", "\ufeff" + valid, entry(ed25519, kid="k-1"), kid="k-1")
    yield accepted("pem-width", "lines of 10 characters", pem(ed25519.spki, width=10), entry(ed25519))
    yield accepted("pem-one-line", "base64 on one line", pem(ps256.spki, width=1_000), entry(ps256), alg="PS256")
    yield refused("pem-rsa-no-alg", "an RSA key without an algorithm", ps256.pem, "algorithm-missing")
    yield refused("pem-other-alg", "an algorithm that does not belong to the kind of key", valid, "unsupported", alg="ES256")
    for name, text in {
        "words-before": "key:\n" + valid,
        "words-after": valid + "end\n",
        "empty-line-after": valid + "\n",
        "empty-line-inside": valid.replace("\n", "\n\n", 1),
        "mark": "-\ufeff" + valid,
        "two": valid + valid,
        "blank-after": valid.replace("-----\n", "----- \n", 1),
        "indented": valid.replace("\nM", "\n M"),
        "no-end": "\n".join(lines[:2]),
        "no-body": lines[0] + "\n" + lines[2] + "\n",
        "label": valid.replace("PUBLIC KEY", "PUBLIC  KEY"),
        "mark-twice": "\ufeff\ufeff" + valid,
        "mark-after": valid + "\ufeff",
        "private-word": "PRIVATE KEY\n" + valid,
        "certificate": pem(ed25519.spki, "CERTIFICATE"),
        "rsa-public": pem(ed25519.spki, "RSA PUBLIC KEY"),
        "header": valid.replace("\n", "\nComment: x\n\n", 1),
        "padding-missing": valid.replace("=\n", "\n"),
        "url-alphabet": es256.pem.replace("+", "-").replace("/", "_"),
        "unused-bits": valid.replace("U=\n", "V=\n"),
        "dash": "-",
    }.items():
        yield refused(f"pem-{name}", "a text that is not exactly one PEM block", text, "malformed")
    private = pem(ed25519.spki, "PRIVATE KEY")
    for name, text in {
        "pkcs8": private,
        "encrypted": pem(ed25519.spki, "ENCRYPTED PRIVATE KEY"),
        "ec": pem(ed25519.spki, "EC PRIVATE KEY"),
        "openssh": pem(ed25519.spki, "OPENSSH PRIVATE KEY"),
        "mark": "\ufeff" + private,
        "words-before": "Key Attributes: <No Attributes>\n" + private,
        "after-public": valid + private,
        "one-line": private.replace("\n", " "),
        "in-json": '{"key":"' + private + '"}',
    }.items():
        yield refused(f"pem-private-{name}", "a private key in PEM", text, "private-key")
    curve = bytes.fromhex("06082A8648CE3D030107")
    x, y = (number.to_bytes(32, "big") for number in es256.public)
    spki = ed25519.spki
    for name, data, alg in (
        ("after-end", spki + b"\0", None),
        ("cut", spki[:-1], None),
        ("empty-point", spki[:12], None),
        ("ed448-oid", spki.replace(b"\x2b\x65\x70", b"\x2b\x65\x71"), None),
        ("x25519-oid", spki.replace(b"\x2b\x65\x70", b"\x2b\x65\x6e"), None),
        ("long-length", b"\x30\x81\x2a" + spki[2:], None),
        ("indefinite", b"\x30\x80" + spki[2:] + b"\0\0", None),
        ("unused-bits", spki[:11] + b"\1" + spki[12:], None),
        ("compressed", point_info(curve, bytes([2 + (y[-1] & 1)]) + x), None),
        ("hybrid", point_info(curve, bytes([6 + (y[-1] & 1)]) + x + y), None),
        ("infinity", point_info(curve, b"\0"), None),
        ("short-point", point_info(curve, b"\4" + x), None),
        ("k256", point_info(bytes.fromhex("06052B8104000A"), b"\4" + x + y), None),
        (
            "parameters",
            element(
                0x30, element(0x30, bytes.fromhex("06072A8648CE3D0201") + explicit()) + element(3, b"\0\4" + x + y)
            ),
            None,
        ),
        ("rsa-pss", rsa_info(ps256.rsa.modulus, algorithm="300B06092A864886F70D01010A"), "PS256"),
        ("rsa-no-null", rsa_info(ps256.rsa.modulus, algorithm="300B06092A864886F70D010101"), "PS256"),
        ("rsa-3", rsa_info(ps256.rsa.modulus, 3), "PS256"),
        ("rsa-1024", rsa_info(ps256.rsa.p | 1), "PS256"),
        ("rsa-pkcs1", element(0x30, integer(ps256.rsa.modulus) + integer(65_537)), "PS256"),
        ("rsa-after-end", ps256.spki + b"\0", "PS256"),
        ("nothing", b"\x30\x00", None),
    ):
        yield refused(
            f"pem-spki-{name}",
            "another SubjectPublicKeyInfo",
            pem(data),
            "unsupported",
            **({"alg": alg} if alg else {}),
        )
    yield refused(
        "pem-off-curve",
        "a point that is not on the curve",
        pem(point_info(curve, b"\4" + x + bytes([y[0] ^ 1]) + y[1:])),
        "weak-key",
    )
    yield refused("pem-low-order", "a point of low order", pem(spki[:12] + bytes(32)), "weak-key")
    yield refused("pem-over-cap", "a text of more than 262,144 bytes", [("-", 1), ("A", 262_144)], "too-large")


def explicit():
    """Returns the parameters of P-256 instead of its name (RFC 3279, section 2.3.5)."""
    curve = es256.curve
    field = element(0x30, bytes.fromhex("06072A8648CE3D0101") + integer(curve.p))
    coefficients = element(
        0x30, element(4, (curve.a % curve.p).to_bytes(32, "big")) + element(4, curve.b.to_bytes(32, "big"))
    )
    base = element(4, b"\4" + b"".join(number.to_bytes(32, "big") for number in curve.base))
    return element(0x30, integer(1) + field + coefficients + base + integer(curve.n) + integer(1))


def cases():
    return list(numbered(row for part in (jwks, members, numbers, factoring, sets, pems) for row in part()))

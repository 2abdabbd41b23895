"""Cases for sections 2 and 3: the form of the token, and its header."""

import itertools
import json

from .case import BASE, accepted, content, refused
from .signers import base64url, ed25519, longest

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
TOKEN = ed25519.token(BASE)
HEADER, PAYLOAD, SIGNATURE = TOKEN.split(".")
ENTRY = content(BASE)


def forms():
    def one(name, note, token):
        return refused(f"token-{name}", note, token, "malformed")

    yield one("no-dot", "no dot", "A" * 100)
    yield one("one-dot", "two parts", f"{HEADER}.{PAYLOAD}")
    yield one("three-dots", "four parts", f"{TOKEN}.AAAA")
    yield one("five-parts", "five parts, as an encrypted token has", f"{TOKEN}.AAAA.AAAA")
    yield one("dot-after", "a dot at the end", TOKEN + ".")
    yield one("dot-before", "a dot at the start", "." + TOKEN)
    yield one("dots-alone", "only two dots", "..")
    yield one("empty-header", "an empty header", f".{PAYLOAD}.{SIGNATURE}")
    yield one("empty-payload", "an empty payload", f"{HEADER}..{SIGNATURE}")
    yield one("empty-signature", "an empty signature", f"{HEADER}.{PAYLOAD}.")
    yield one(
        "json-flattened",
        "the flattened JSON serialization of a JWS",
        json.dumps({"protected": HEADER, "payload": PAYLOAD, "signature": SIGNATURE}),
    )
    yield one(
        "json-general",
        "the general JSON serialization of a JWS",
        json.dumps({"payload": PAYLOAD, "signatures": [{"protected": HEADER, "signature": SIGNATURE}]}),
    )
    for index, name in enumerate(("header", "payload", "signature")):

        def part(change):
            parts = [HEADER, PAYLOAD, SIGNATURE]
            parts[index] = change(parts[index])
            return ".".join(parts)

        yield one(f"{name}-padding", f"padding after the {name}", part(lambda text: text + "=" * (-len(text) % 4 or 1)))
        yield one(f"{name}-plus", f"a plus in the {name}", part(lambda text: "+" + text[1:]))
        yield one(f"{name}-slash", f"a slash in the {name}", part(lambda text: "/" + text[1:]))
        yield one(f"{name}-space", f"a space in the {name}", part(lambda text: text[:4] + " " + text[5:]))
        yield one(
            f"{name}-length",
            f"the length of the {name} is 1 modulo 4",
            part(lambda text: text[: len(text) // 4 * 4 - 3]),
        )
        yield one(f"{name}-foreign", f"a non-ASCII letter in the {name}", part(lambda text: "é" + text[1:]))
    yield one("percent", "percent-encoded dots", TOKEN.replace(".", "%2E"))

    # Four bits of the last character of 64 bytes are unused, so 15 other characters decode to the same bytes.
    index = ALPHABET.index(SIGNATURE[-1])
    for bits in (1, 2, 4, 8, 15):
        yield one(
            f"unused-bits-{bits}",
            f"unused bits of the last character of the signature are set: {bits}",
            TOKEN[:-1] + ALPHABET[index + bits],
        )
    for over in (1, 2):
        payload = json.dumps(BASE, separators=(",", ":"))
        payload += " " * ((over - len(payload)) % 3)
        header, text, signature = ed25519.token(payload).split(".")
        last = ALPHABET[ALPHABET.index(text[-1]) + 1]
        yield one(
            f"unused-bits-payload-{over}",
            f"an unused bit is set in a payload whose length is {over} modulo 3",
            f"{header}.{text[:-1]}{last}.{signature}",
        )
    yield refused("token-cut", "the last character is missing", TOKEN[:-1], "malformed")
    yield refused(
        "token-cut-two", "the last two characters are missing; the rest is valid base64url", TOKEN[:-2], "signature-invalid"
    )


def header_sizes():
    text = ed25519.header()

    def sized(size, name, note, error):
        token = ed25519.token(BASE, header=text + " " * (size - len(text)))
        return refused(name, note, token, error) if error else accepted(name, note, token, ENTRY)

    yield sized(1_024, "header-cap", "a header of 1,024 bytes", None)
    yield sized(1_025, "header-over-cap", "a header of 1,025 bytes", "too-large")
    yield sized(10_240, "header-far-over-cap", "a header of 10,240 bytes", "too-large")
    large = "A" * 1_368
    yield refused(
        "header-over-cap-two-parts", "the number of parts is checked before the size of the header", f"{large}.AA", "malformed"
    )
    yield refused(
        "header-over-cap-four-parts",
        "the number of parts is checked before the size of the header",
        f"{large}.AA.AA.AA",
        "malformed",
    )
    yield refused(
        "header-over-cap-empty-part", "empty parts are checked before the size of the header", f"{large}..AA", "malformed"
    )
    yield refused(
        "header-over-cap-foreign", "the size of the header is checked before its base64url", f"{'!' * 1_368}.AA.AA", "too-large"
    )
    yield refused(
        "header-over-cap-payload", "the size of the header is checked before the base64url of the payload", f"{large}.!.?", "too-large"
    )


def headers():
    for order in itertools.permutations(("alg", "kid", "typ")):
        members = {"alg": "Ed25519", "kid": "ed25519", "typ": "license+jwt"}
        header = json.dumps({name: members[name] for name in order}, separators=(",", ":"))
        yield accepted(
            f"header-order-{'-'.join(order)}",
            "the members of the header are in another order",
            ed25519.token(BASE, header=header),
            ENTRY,
        )
    yield accepted(
        "header-blanks",
        "white space in the header",
        ed25519.token(BASE, header=ed25519.header().replace(",", " ,\n\t")),
        ENTRY,
    )
    yield accepted(
        "header-escapes",
        "escapes in the names and values of the header",
        ed25519.token(BASE, header=r'{"\u0061lg":"Ed255\u00319","kid":"ed25519","t\u0079p":"license\u002Bjwt"}'),
        ENTRY,
    )
    yield accepted(
        "header-eddsa", "the older name for Ed25519", ed25519.token(BASE, header=ed25519.header(alg="EdDSA")), ENTRY
    )
    yield accepted(
        "header-longest-kid",
        "a kid of 64 characters that starts with a dot",
        longest.token(BASE),
        content(BASE, longest),
    )

    def malformed(name, note, header):
        return refused(f"header-{name}", note, ed25519.token(BASE, header=header), "malformed", None)

    valid = ed25519.header()
    yield malformed("not-json", "a header that is not JSON", "license+jwt")
    yield malformed("array", "a header that is an array", '["Ed25519"]')
    yield malformed("string", "a header that is a string", '"Ed25519"')
    yield malformed("null", "a header that is null", "null")
    yield malformed("trailing-comma", "a trailing comma in the header", valid[:-1] + ",}")
    yield malformed("after-end", "a character after the end of the header", valid + "x")
    yield malformed("mark", "a byte order mark before the header", "\ufeff" + valid)
    yield malformed("latin-1", "a header that is not UTF-8", valid.replace("ed25519", "\xe9").encode("latin-1"))
    yield malformed("twice", "alg twice, both valid", '{"alg":"Ed25519",' + valid[1:])
    yield malformed("twice-none", "alg twice, first with the value none", '{"alg":"none",' + valid[1:])
    yield malformed("twice-escaped", "alg twice, once with an escape", r'{"\u0061lg":"none",' + valid[1:])
    yield malformed("twice-unknown", "an unknown member twice", '{"x":1,"x":1,' + valid[1:])
    yield malformed("twice-deep", "a duplicate member inside an unknown member", '{"x":{"y":1,"y":1},' + valid[1:])
    yield malformed("single-quotes", "single quotes", valid.replace('"', "'"))

    def unsupported(name, note, header):
        return refused(f"header-{name}", note, ed25519.token(BASE, header=header), "unsupported-format", None)

    yield unsupported("empty", "a header without members", "{}")
    for name in ("alg", "kid", "typ"):
        yield unsupported(f"no-{name}", f"{name} is missing", ed25519.header(**{name: None}))
        for kind, value in {"number": 1, "array": ["Ed25519"], "object": {}, "true": True}.items():
            yield unsupported(f"{name}-{kind}", f"{name} has another type", ed25519.header(**{name: value}))
        yield unsupported(f"{name}-null", f"{name} is null", json.dumps({**json.loads(valid), name: None}))
    for typ in (
        "JWT",
        "license+JWT",
        "License+jwt",
        "application/license+jwt",
        "license",
        "license+jwt ",
        "",
        "at+jwt",
        "licen\u017fe+jwt",
    ):
        yield unsupported(f"typ-{ascii(typ)[1:-1] or 'empty'}", "another typ", ed25519.header(typ=typ))
    for index, kid in enumerate(
        ("", "k" * 65, "a b", "a/b", "../keys", "a:b", "a\n", "é", "\u212a", "a+b", "ed25519\u200b")
    ):
        yield unsupported(f"kid-{index}", f"an invalid kid: {ascii(kid)[:20]}", ed25519.header(kid=kid))
    for name, value in {
        "crit": ["exp"],
        "crit-empty": [],
        "b64": False,
        "jwk": ed25519.numbers,
        "jku": "https://example.com/keys",
        "x5c": ["AAAA"],
        "x5u": "https://example.com/key",
        "x5t": "AAAA",
        "zip": "DEF",
        "cty": "JWT",
        "enc": "A128GCM",
        "Alg": "Ed25519",
        "": 1,
        "é": 1,
        "iss": "x",
    }.items():
        yield unsupported(
            f"other-{name or 'empty'}",
            f"another member in the header: {name!r}",
            ed25519.header(**{name.removesuffix("-empty"): value}),
        )
    yield refused(
        "header-unsupported-first",
        "the typ is checked before the alg",
        ed25519.token(BASE, header=ed25519.header(typ="JWT", alg="none")),
        "unsupported-format",
        None,
    )


def algorithms():
    for alg in (
        "none",
        "None",
        "NONE",
        "nOnE",
        "",
        "HS256",
        "HS512",
        "ES512",
        "ES256K",
        "PS384",
        "PS512",
        "RS384",
        "RS512",
        "Ed448",
        "ed25519",
        "EDDSA",
        "eddsa",
        "Ed25519 ",
        "es256",
        "SM2",
        "SM2-SM3-256",
        "ML-DSA-65",
        "Ed25519ph",
        "RSA-OAEP",
        "dir",
        "E\u0501DSA",
    ):
        yield refused(
            f"alg-{ascii(alg)[1:-1].strip() or 'empty'}{'-blank' if alg.endswith(' ') else ''}",
            "an alg that is not in the list",
            ed25519.token(BASE, header=ed25519.header(alg=alg)),
            "unsupported-algorithm",
            None,
        )
    yield refused(
        "alg-none-unsigned",
        "alg none and no signature",
        f"{base64url(ed25519.header(alg='none').encode())}.{PAYLOAD}.",
        "malformed",
    )
    yield refused(
        "alg-none-any-signature",
        "alg none and any signature",
        f"{base64url(ed25519.header(alg='none').encode())}.{PAYLOAD}.AAAA",
        "unsupported-algorithm",
        None,
    )


def cases():
    yield from forms()
    yield from header_sizes()
    yield from headers()
    yield from algorithms()

"""Cases for section 4: JSON, in the payload."""

from .case import BASE, accepted, changed, content, refused, text
from .signers import ed25519

VALID = text(BASE)


def valid(name, note, payload, claims=BASE):
    return accepted(f"json-{name}", note, ed25519.token(payload), content(claims, payload=payload))


def invalid(name, note, payload):
    return refused(f"json-{name}", note, ed25519.token(payload), "claims-invalid", None)


def extra(value):
    """Returns the claims with an ignored member whose value is any text."""
    return VALID[:-1] + ',"x":' + value + "}"


def spellings():
    yield valid(
        "blanks", "white space everywhere", " \t\r\n" + VALID.replace(",", " ,\n ").replace(":", " :\t") + "\r\n "
    )
    yield valid(
        "escaped-names",
        "escapes in names",
        VALID.replace('"iss"', r'"\u0069ss"').replace('"limits"', r'"\u006Cimits"').replace('"hosts"', r'"host\u0073"'),
    )
    yield valid(
        "escaped-values",
        "escapes in values",
        VALID.replace("Example Ltd", r"\u0045xample Ltd").replace('"base"', r'"bas\u0065"'),
    )
    claims = changed(BASE, "sub", 'a"b\\c/d \u00e9 中 \U0001f511')
    yield valid(
        "all-escapes",
        "each escape of a character that is allowed in a text",
        VALID.replace("Example Ltd", r"a\"b\\c\/d \u00e9 \u4E2d \ud83D\uDd11"),
        claims,
    )
    yield valid("raw-unicode", "the same characters without escapes", text(claims), claims)
    yield valid("delete", "an unescaped DEL in an ignored member", extra('"\x7f"'))
    yield valid(
        "numbers",
        "numbers of all forms in an ignored member",
        extra("[0,-0,1.5,-1.5e3,1E+3,1e-3,0.0,-0.0e0,123456789012345678901234567890,1e999]"),
    )
    yield valid(
        "values",
        "values of all types in an ignored member",
        extra('{"a":null,"b":true,"c":false,"d":"","":[],"e":{},"é":[[]]}'),
    )
    yield valid("noncharacter", "U+FFFF and U+10FFFF in an ignored member", extra(r'"\uffff \udbff\udfff"'))
    yield valid(
        "escapes-unread",
        "escapes of control characters in an ignored member",
        extra(r'"\b\f\n\r\t\u0001\u007f\u2028"'),
    )
    yield valid(
        "members-beside",
        "names that differ in case or normalization are not duplicates",
        extra('1,"X":1,"é":1,"e\u0301":1,"ISS":1'),
    )
    yield valid(
        "license-in-other", "members with known names inside an ignored member", extra('{"exp":"x","license":1}')
    )
    yield valid("depth-8", "depth 8", extra("[" * 7 + "]" * 7))
    yield invalid("depth-9", "depth 9", extra("[" * 8 + "]" * 8))
    yield invalid("depth-9-objects", "depth 9 with objects", extra('{"a":' * 8 + "1" + "}" * 8))
    yield invalid("depth-10000", "depth 10,000, not closed", extra("[" * 10_000)[:-1])
    members = ",".join(f'"m{index}":0' for index in range(256 - 7))
    yield valid("members-256", "256 members", VALID[:-1] + "," + members + "}")
    yield invalid("members-257", "257 members", VALID[:-1] + "," + members + ',"one-more":0}')
    inner = ",".join(f'"m{index}":0' for index in range(257))
    yield valid(
        "inner-members-256", "256 members in an ignored object", extra("{" + inner.rsplit(",", 1)[0] + "}")
    )
    yield invalid("inner-members-257", "257 members in an ignored object", extra("{" + inner + "}"))
    # Without the array's elements there are 14 values: the object, seven claims, four members of license, a limit, the array.
    yield valid("values-4096", "4,096 values", extra("[" + ",".join("0" * (4_096 - 14)) + "]"))
    yield invalid("values-4097", "4,097 values", extra("[" + ",".join("0" * (4_097 - 14)) + "]"))


def structure():
    for name, note, payload in (
        ("cut", "the last character is missing", VALID[:-1]),
        ("empty-object-only", "an object that is not closed", "{"),
        ("blank", "only white space", " \n"),
        ("array", "an array around the claims", f"[{VALID}]"),
        ("array-empty", "an array", "[]"),
        ("string", "a string", '"licence"'),
        ("number", "a number", "1"),
        ("null", "null", "null"),
        ("two", "two objects", VALID + VALID),
        ("after-end", "a character after the end", VALID + "x"),
        ("after-end-nul", "a NUL after the end", VALID + "\x00"),
        ("after-end-brace", "a brace after the end", VALID + "}"),
        ("trailing-comma", "a trailing comma", VALID[:-1] + ",}"),
        ("trailing-comma-array", "a trailing comma in an array", extra("[1,]")),
        ("leading-comma", "a leading comma", "{," + VALID[1:]),
        ("two-commas", "two commas", VALID.replace(",", ",,", 1)),
        ("no-comma", "a comma is missing", VALID.replace(",", " ", 1)),
        ("no-colon", "a colon is missing", VALID.replace(":", " ", 1)),
        ("no-value", "a value is missing", extra("")),
        ("name-number", "a name that is a number", VALID[:-1] + ",1:1}"),
        ("name-bare", "a name without quotes", VALID.replace('"iss"', "iss")),
        ("single-quotes", "single quotes", VALID.replace('"', "'")),
        ("comment-line", "a comment up to the end of the line", "// a licence\n" + VALID),
        ("comment-block", "a comment", VALID.replace(",", ",/* */", 1)),
        ("mark", "a byte order mark", "\ufeff" + VALID),
        ("no-break-space", "a no-break space as white space", VALID.replace(",", ",\u00a0", 1)),
        ("form-feed", "a form feed as white space", VALID.replace(",", ",\x0c", 1)),
        ("wrong-close", "an array closed as an object", extra("[1}")),
        ("literal-case", "True instead of true", extra("True")),
        ("literal-cut", "tru instead of true", extra("tru")),
        ("literal-nan", "NaN", extra("NaN")),
        ("literal-infinity", "-Infinity", extra("-Infinity")),
        ("literal-undefined", "undefined", extra("undefined")),
        ("number-zero", "a leading zero", extra("01")),
        ("number-minus-zero", "a leading zero after a minus", extra("-01")),
        ("number-plus", "a leading plus", extra("+1")),
        ("number-point", "a decimal point without a digit before it", extra(".5")),
        ("number-point-end", "a decimal point without a digit after it", extra("1.")),
        ("number-exponent", "an exponent without a digit", extra("1e")),
        ("number-minus", "only a minus", extra("-")),
        ("number-hexadecimal", "a hexadecimal number", extra("0x1")),
        ("number-underscore", "an underscore in a number", extra("1_000")),
    ):
        yield invalid(name, note, payload)
    for encoding in ("utf-16", "utf-16-le", "utf-32"):
        yield invalid(encoding, f"the claims in {encoding}", VALID.encode(encoding))
    yield invalid("twice", "jti twice, the same value", VALID[:-1] + ',"jti":"base-1"}')
    yield invalid("twice-limit", "a limit twice", VALID.replace('"hosts":10', '"hosts":10,"hosts":10000'))
    yield invalid(
        "twice-limit-escaped",
        "a limit twice, once with an escape",
        VALID.replace('"hosts":10', r'"hosts":10,"host\u0073":10000'),
    )
    yield invalid("twice-license", "license twice", VALID[:-1] + ',"license":{}}')
    yield invalid("twice-unread", "a duplicate ignored member", extra('1,"x":2'))
    yield invalid(
        "twice-unread-deep",
        "a duplicate member in an object in an ignored array",
        extra('[0,[{"a":1,"b":2,"a":3}]]'),
    )
    yield invalid("twice-empty", "an empty name twice", extra('{"":1,"":2}'))
    yield invalid(
        "twice-pair",
        "a name beyond the basic plane twice, unescaped and as a pair of escapes",
        extra('{"\U0001f511":1,"\\uD83D\\uDD11":2}'),
    )


def strings():
    for name, value in {
        "control-newline": '"a\nb"',
        "control-tab": '"a\tb"',
        "control-nul": '"a\x00b"',
        "control-1f": '"a\x1fb"',
        "escape-nul": r'"a\u0000b"',
        "escape-nul-name": r'1,"a\u0000":1',
        "escape-x": r'"\x41"',
        "escape-quote": r'"\'"',
        "escape-a": r'"\a"',
        "escape-u-short": r'"\u12"',
        "escape-u-foreign": r'"\u12G4"',
        "escape-upper-u": r'"\U0041"',
        "escape-brace": r'"\u{41}"',
        "surrogate-high": r'"\ud800"',
        "surrogate-low": r'"\udc00"',
        "surrogate-high-text": r'"\ud800a"',
        "surrogate-two-high": r'"\ud800\ud800"',
        "surrogate-swapped": r'"\udc00\ud800"',
        "surrogate-high-newline": r'"\ud800\n"',
        "surrogate-name": r'1,"\udfff":1',
        "not-closed": '"a',
    }.items():
        yield invalid(name, f"in an ignored member: {ascii(value)}", extra(value))
    for name, value in {
        "continuation": b"\x80",
        "overlong-2": b"\xc0\xaf",
        "overlong-3": b"\xe0\x80\xaf",
        "overlong-4": b"\xf0\x80\x80\xaf",
        "overlong-nul": b"\xc0\x80",
        "surrogate": b"\xed\xa0\x80",
        "surrogate-pair": b"\xed\xa0\xbd\xed\xb4\x91",
        "above": b"\xf4\x90\x80\x80",
        "f5": b"\xf5\x80\x80\x80",
        "ff": b"\xff",
        "cut-2": b"\xc3",
        "cut-3": b"\xe4\xb8",
        "cut-4": b"\xf0\x9f\x94",
        "latin-1": b"caf\xe9",
    }.items():
        yield invalid(
            f"utf8-{name}",
            f"bytes that are not UTF-8 in an ignored member: {value.hex()}",
            extra('"@"').encode().replace(b"@", value),
        )
    yield invalid(
        "utf8-name",
        "bytes that are not UTF-8 in the name of an ignored member",
        extra('1,"@":1').encode().replace(b"@", b"\xff"),
    )


def cases():
    yield from spellings()
    yield from structure()
    yield from strings()

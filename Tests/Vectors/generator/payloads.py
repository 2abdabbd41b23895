"""Cases of section 4, in the payload: JSON."""

from .case import BASE, accepted, changed, content, refused, text
from .signers import ed25519

GOOD = text(BASE)


def spelled(name, note, payload, claims=BASE):
    return accepted(f"json-{name}", note, ed25519.token(payload), content(claims, payload=payload))


def bad(name, note, payload):
    return refused(f"json-{name}", note, ed25519.token(payload), "claims-invalid", None)


def extra(value):
    """The claims with a member that nobody reads, whose value is any text."""
    return GOOD[:-1] + ',"x":' + value + "}"


def spellings():
    yield spelled(
        "blanks", "white space everywhere", " \t\r\n" + GOOD.replace(",", " ,\n ").replace(":", " :\t") + "\r\n "
    )
    yield spelled(
        "escaped-names",
        "escapes in names",
        GOOD.replace('"iss"', r'"\u0069ss"').replace('"limits"', r'"\u006Cimits"').replace('"hosts"', r'"host\u0073"'),
    )
    yield spelled(
        "escaped-values",
        "escapes in values",
        GOOD.replace("Example Ltd", r"\u0045xample Ltd").replace('"base"', r'"bas\u0065"'),
    )
    claims = changed(BASE, "sub", 'a"b\\c/d \u00e9 中 \U0001f511')
    yield spelled(
        "all-escapes",
        "each escape of a character that a text may have",
        GOOD.replace("Example Ltd", r"a\"b\\c\/d \u00e9 \u4E2d \ud83D\uDd11"),
        claims,
    )
    yield spelled("raw-unicode", "the same characters as such", text(claims), claims)
    yield spelled("delete", "DEL as such in a member that nobody reads", extra('"\x7f"'))
    yield spelled(
        "numbers",
        "numbers of any kind in a member that nobody reads",
        extra("[0,-0,1.5,-1.5e3,1E+3,1e-3,0.0,-0.0e0,123456789012345678901234567890,1e999]"),
    )
    yield spelled(
        "values",
        "all kinds of values in a member that nobody reads",
        extra('{"a":null,"b":true,"c":false,"d":"","":[],"e":{},"é":[[]]}'),
    )
    yield spelled("noncharacter", "U+FFFF and U+10FFFF in a member that nobody reads", extra(r'"\uffff \udbff\udfff"'))
    yield spelled(
        "escapes-unread",
        "escapes of control characters in a member that nobody reads",
        extra(r'"\b\f\n\r\t\u0001\u007f\u2028"'),
    )
    yield spelled(
        "members-beside",
        "names that differ in case or normalization are not twice",
        extra('1,"X":1,"é":1,"e\u0301":1,"ISS":1'),
    )
    yield spelled(
        "license-in-other", "a member of a known name in a place that nobody reads", extra('{"exp":"x","license":1}')
    )
    yield spelled("depth-8", "depth 8", extra("[" * 7 + "]" * 7))
    yield bad("depth-9", "depth 9", extra("[" * 8 + "]" * 8))
    yield bad("depth-9-objects", "depth 9 with objects", extra('{"a":' * 8 + "1" + "}" * 8))
    yield bad("depth-10000", "depth 10,000, not closed", extra("[" * 10_000)[:-1])
    members = ",".join(f'"m{index}":0' for index in range(256 - 7))
    yield spelled("members-256", "256 members", GOOD[:-1] + "," + members + "}")
    yield bad("members-257", "257 members", GOOD[:-1] + "," + members + ',"one-more":0}')
    inner = ",".join(f'"m{index}":0' for index in range(257))
    yield spelled(
        "inner-members-256", "256 members in an object that nobody reads", extra("{" + inner.rsplit(",", 1)[0] + "}")
    )
    yield bad("inner-members-257", "257 members in an object that nobody reads", extra("{" + inner + "}"))
    # The outermost object, seven claims, four members of license, the limit, and the array: 14 values.
    yield spelled("values-4096", "4,096 values", extra("[" + ",".join("0" * (4_096 - 14)) + "]"))
    yield bad("values-4097", "4,097 values", extra("[" + ",".join("0" * (4_097 - 14)) + "]"))


def structure():
    for name, note, payload in (
        ("cut", "cut off", GOOD[:-1]),
        ("empty-object-only", "an object that is not closed", "{"),
        ("blank", "blanks alone", " \n"),
        ("array", "an array around it", f"[{GOOD}]"),
        ("array-empty", "an array", "[]"),
        ("string", "a string", '"licence"'),
        ("number", "a number", "1"),
        ("null", "null", "null"),
        ("two", "two objects", GOOD + GOOD),
        ("after-end", "a word after the end", GOOD + "x"),
        ("after-end-nul", "a NUL after the end", GOOD + "\x00"),
        ("after-end-brace", "a brace after the end", GOOD + "}"),
        ("trailing-comma", "a trailing comma", GOOD[:-1] + ",}"),
        ("trailing-comma-array", "a trailing comma in an array", extra("[1,]")),
        ("leading-comma", "a leading comma", "{," + GOOD[1:]),
        ("two-commas", "two commas", GOOD.replace(",", ",,", 1)),
        ("no-comma", "a comma is missing", GOOD.replace(",", " ", 1)),
        ("no-colon", "a colon is missing", GOOD.replace(":", " ", 1)),
        ("no-value", "a value is missing", extra("")),
        ("name-number", "a name that is a number", GOOD[:-1] + ",1:1}"),
        ("name-bare", "a name without quotes", GOOD.replace('"iss"', "iss")),
        ("single-quotes", "single quotes", GOOD.replace('"', "'")),
        ("comment-line", "a comment to the line's end", "// a licence\n" + GOOD),
        ("comment-block", "a comment", GOOD.replace(",", ",/* */", 1)),
        ("mark", "a byte order mark", "\ufeff" + GOOD),
        ("no-break-space", "a no-break space for a blank", GOOD.replace(",", ",\u00a0", 1)),
        ("form-feed", "a form feed for a blank", GOOD.replace(",", ",\x0c", 1)),
        ("wrong-close", "an array closed as an object", extra("[1}")),
        ("literal-case", "True for true", extra("True")),
        ("literal-cut", "tru for true", extra("tru")),
        ("literal-nan", "NaN", extra("NaN")),
        ("literal-infinity", "-Infinity", extra("-Infinity")),
        ("literal-undefined", "undefined", extra("undefined")),
        ("number-zero", "a leading zero", extra("01")),
        ("number-minus-zero", "a leading zero after a minus", extra("-01")),
        ("number-plus", "a leading plus", extra("+1")),
        ("number-point", "a point without a digit before it", extra(".5")),
        ("number-point-end", "a point without a digit after it", extra("1.")),
        ("number-exponent", "an exponent without a digit", extra("1e")),
        ("number-minus", "a minus alone", extra("-")),
        ("number-hexadecimal", "a hexadecimal number", extra("0x1")),
        ("number-underscore", "an underscore in a number", extra("1_000")),
    ):
        yield bad(name, note, payload)
    for encoding in ("utf-16", "utf-16-le", "utf-32"):
        yield bad(encoding, f"the claims in {encoding}", GOOD.encode(encoding))
    yield bad("twice", "jti twice, the same value", GOOD[:-1] + ',"jti":"base-1"}')
    yield bad("twice-limit", "a limit twice", GOOD.replace('"hosts":10', '"hosts":10,"hosts":10000'))
    yield bad(
        "twice-limit-escaped",
        "a limit twice, once with an escape",
        GOOD.replace('"hosts":10', r'"hosts":10,"host\u0073":10000'),
    )
    yield bad("twice-license", "license twice", GOOD[:-1] + ',"license":{}}')
    yield bad("twice-unread", "a member that nobody reads twice", extra('1,"x":2'))
    yield bad(
        "twice-unread-deep",
        "a member twice in an object in an array that nobody reads",
        extra('[0,[{"a":1,"b":2,"a":3}]]'),
    )
    yield bad("twice-empty", "an empty name twice", extra('{"":1,"":2}'))
    yield bad(
        "twice-pair",
        "a name beyond the basic plane twice, as such and as a pair of escapes",
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
        yield bad(name, f"in a member that nobody reads: {ascii(value)}", extra(value))
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
        yield bad(
            f"utf8-{name}",
            f"bytes that are no UTF-8 in a member that nobody reads: {value.hex()}",
            extra('"@"').encode().replace(b"@", value),
        )
    yield bad(
        "utf8-name",
        "bytes that are no UTF-8 in a name that nobody reads",
        extra('1,"@":1').encode().replace(b"@", b"\xff"),
    )


def cases():
    yield from spellings()
    yield from structure()
    yield from strings()

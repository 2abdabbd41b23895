"""Cases for section 7: the claims."""

import json

from .case import BASE, PLUS, accepted, changed, content, refused, slug, text
from .signers import ed25519

LAST = 253_402_300_799
GREATEST = 9_007_199_254_740_991

FULL = {
    "iss": "Example Vendor, 厂商",
    "aud": "cloud",
    "sub": "Example Ltd",
    "jti": "full.1_2-3",
    "iat": 1_790_000_000,
    "nbf": 1_790_086_400,
    "exp": 1_824_560_000,
    "license": {
        "category": "base",
        "edition": "hybrid",
        "modules": ["vmware", "baremetal"],
        "type": "Trial",
        "perpetual": False,
        "limits": {"hosts": 0, "cpus": "unlimited", "vms": GREATEST, "gpus": 1},
        "features": ["snapshots", "Backup"],
        "organization": "Example Group",
        "nodes": ["node-a", "node-b"],
        "sequence": 7,
        "reminderDays": 30,
        "graceDays": 10,
        "updatesUntil": 1_900_000_000,
        "critical": ["limits", "nodes", "critical"],
    },
}


def valid(name, note, claims):
    return accepted(f"claims-{name}", note, ed25519.token(claims), content(claims))


def allowed(path, value, claims=BASE, note=None):
    return valid(f"{path}-{slug(value)}", note or f"{path} is {ascii(value)[:60]}", changed(claims, path, value))


def invalid(path, value, claims=BASE, member=None, note=None):
    """Returns a case with an invalid value of a claim: a JSON value, or any text after the prefix `raw:`."""
    if isinstance(value, str) and value.startswith("raw:"):
        payload = text(changed(claims, path, "@@")).replace('"@@"', value[4:])
    else:
        payload = text(changed(claims, path, value))
    return refused(
        f"claims-{path}-{slug(value).removeprefix('raw-')}",
        note or f"{path} is {ascii(value)[:60]}",
        ed25519.token(payload),
        "claims-invalid",
        member or path,
    )


NULL, OBJECT = "raw:null", {}
IDENTIFIER_FAULTS = [
    "",
    "-a",
    ".a",
    "_a",
    "a b",
    "a/b",
    "a:b",
    "a+b",
    "é",
    "\u212a",
    "a\n",
    " a",
    "a ",
    "i" * 65,
    1,
    True,
    NULL,
    ["a"],
    OBJECT,
]
TEXT_FAULTS = ["", "t" * 257, "\U0001f511" * 257, 1, False, NULL, ["a"], OBJECT]
INTEGER_FAULTS = [
    "1",
    "",
    True,
    NULL,
    [1],
    OBJECT,
    "raw:1.0",
    "raw:1e3",
    "raw:-0",
    "raw:1.5",
    -1,
    GREATEST + 1,
    10**30,
    "raw:1E0",
]
INSTANT_FAULTS = [*INTEGER_FAULTS, LAST + 1, "1970-01-01T00:00:00Z"]
# The scalars that section 7.1 refuses, and below, those that it allows only in some positions.
REFUSED = [
    (0x01, 0x1F),
    (0x7F, 0x9F),
    (0xAD, 0xAD),
    (0x61C, 0x61C),
    (0x115F, 0x1160),
    (0x17B4, 0x17B5),
    (0x200B, 0x200B),
    (0x200E, 0x200F),
    (0x2028, 0x202E),
    (0x2060, 0x206F),
    (0x2800, 0x2800),
    (0x3164, 0x3164),
    (0xFDD0, 0xFDEF),
    (0xFEFF, 0xFEFF),
    (0xFFA0, 0xFFA0),
    (0xFFF9, 0xFFFB),
    (0x1D173, 0x1D17A),
    (0xE0000, 0xE007F),
    *((plane << 16 | 0xFFFE, plane << 16 | 0xFFFF) for plane in range(17)),
]
JOINERS = [0x200C, 0x200D]
SELECTORS = [(0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF)]
# Scalars inside the refused ranges.
MORE_REFUSED = [0x09, 0x0A, 0x0D, 0x85, 0x2029, 0x2066, 0xE0001, 0xE0041]
# Scalars that look as if they were refused but are neither in a refused range nor next to one.
MORE_ALLOWED = [0x34F, 0x3000, 0xE000, 0x1F511, 0xE0080]


def neighbors():
    """Yields the allowed scalars next to the refused ranges."""
    for first, last in REFUSED:
        for scalar in (first - 1, last + 1):
            if 0 < scalar <= 0x10FFFF and not any(low <= scalar <= high for low, high in REFUSED):
                yield scalar


def types():
    for path, claims in (("aud", BASE), ("jti", BASE), ("license.edition", BASE), ("license.type", BASE)):
        for value in IDENTIFIER_FAULTS if path in ("jti", "license.type") else ["", "-a", "a b", 1, NULL, ["cloud"]]:
            yield invalid(path, value, claims)
    for path in ("iss", "sub", "license.organization"):
        for value in TEXT_FAULTS:
            yield invalid(path, value)
    for path in ("iat", "nbf", "exp", "license.updatesUntil"):
        for value in INSTANT_FAULTS if path in ("exp", "nbf") else ["1", NULL, "raw:1.0", -1, LAST + 1, True]:
            yield invalid(path, value)
    for path in ("license.sequence", "license.reminderDays", "license.graceDays"):
        for value in (
            INTEGER_FAULTS
            if path == "license.sequence"
            else ["1", NULL, "raw:1.0", "raw:-0", "raw:1e2", -1, 0, 366, True, [14]]
        ):
            yield invalid(path, value)
    for value in ("true", 1, 0, NULL, [], "", OBJECT):
        yield invalid("license.perpetual", value)
    for value in ("Base", "bundle", "", "base ", NULL, 1, ["base"], True, "ba\u017fe"):
        yield invalid("license.category", value)
    for value in (NULL, "base", 1, [], True, [OBJECT]):
        yield invalid("license", value)


def texts():
    for scalar in sorted({*neighbors(), *MORE_ALLOWED}):
        yield allowed("sub", f"a{chr(scalar)}b", note=f"sub has U+{scalar:04X}")
        if scalar in (0x20, 0xA0, 0x1F511):
            yield allowed("sub", chr(scalar), note=f"sub is only U+{scalar:04X}")
    for scalar in sorted({end for ends in REFUSED for end in ends} | set(MORE_REFUSED)):
        yield invalid("sub", f"raw:{json.dumps('a' + chr(scalar) + 'b')}", note=f"sub has an escaped U+{scalar:04X}")
    for path in ("iss", "license.organization"):
        for scalar in (0xAD, 0x61C, 0x3164, 0xE0041, 0x10FFFF):
            yield invalid(path, f"a{chr(scalar)}b", note=f"{path} has an unescaped U+{scalar:04X}")
    yield invalid("sub", "\u2800", note="sub is only U+2800")
    yield from positions()
    yield invalid("iss", "Example\u200bVendor", note="iss has an unescaped U+200B")
    yield invalid("license.organization", "raw:" + r'"Example\nLtd"', note="organization has a line feed")
    yield allowed("sub", "t" * 256)
    yield allowed("sub", "\U0001f511" * 256, note="sub has 256 scalars beyond the basic plane")
    yield allowed("sub", "e\u0301" * 128, note="sub has 256 scalars, two for each character")
    yield invalid("sub", "e\u0301" * 128 + "e", note="sub has 257 scalars")


def positions():
    def spelled(verb, scalars, value):
        return f"sub {verb} {' and '.join(f'U+{scalar:04X}' for scalar in scalars)}", value

    for scalar in JOINERS:
        joiner = chr(scalar)
        for note, value in (
            spelled("has, between others,", [scalar], f"a{joiner}b"),
            spelled("has, twice between others,", [scalar], f"a{joiner}{joiner}b"),
        ):
            yield allowed("sub", value, note=note)
        for note, value in (
            spelled("starts with", [scalar], f"{joiner}a"),
            spelled("ends with", [scalar], f"a{joiner}"),
            spelled("is", [scalar], joiner),
            spelled("ends with", [0xFE0F, scalar], f"a\ufe0f{joiner}"),
        ):
            yield invalid("sub", value, note=note)
    for ends in SELECTORS:
        for scalar in ends:
            selector = chr(scalar)
            yield allowed("sub", f"a{selector}b", note=f"sub has U+{scalar:04X} between others")
            yield allowed("sub", f"a{selector}", note=f"sub ends with U+{scalar:04X}")
            yield invalid("sub", f"{selector}a", note=f"sub starts with U+{scalar:04X}")
            yield invalid("sub", selector, note=f"sub is U+{scalar:04X}")
        for scalar in (ends[0] - 1, ends[1] + 1):
            yield allowed("sub", f"{chr(scalar)}a", note=f"sub starts with U+{scalar:04X}")
    for path in ("iss", "license.organization"):
        yield allowed(path, "a\u200db\ufe0f")
        for value in ("\u200ca", "a\u200d", "\ufe0fa"):
            yield invalid(path, value)
    yield allowed("license.nodes", ["a\u200cb"])
    for value in ("\u200ca", "a\u200c", "\U000e0100a", "a\ufeffb"):
        yield invalid("license.nodes", ["n", value], member="license.nodes[1]")


def bounds():
    for path, values in {
        "aud": ["cloud"],
        "jti": ["a", "7", "A-Za-z0-9._-", "i" * 64, "0..", "a--"],
        "iat": [0, 1_824_560_000 - 1],
        "nbf": [0, 1_790_000_001, 1_824_559_999],
        "exp": [1_790_000_001, LAST],
        "license.edition": ["enterprise", "hybrid", "Community.2"],
        "license.type": [
            "Paid",
            "Trial",
            "TrialExt",
            "Hybrid",
            "HybridTrialExt",
            "OEM",
            "Free",
            "AddOn",
            "paid",
            "Other",
        ],
        "license.sequence": [0, 1, GREATEST],
        "license.reminderDays": [1, 365],
        "license.graceDays": [1, 365],
        "license.updatesUntil": [0, LAST],
        "license.features": [[], ["a"], ["b", "a"], ["F", "f"], [f"f{index}" for index in range(1_024)]],
        "license.nodes": [["n"], ["e\u0301", "\u00e9"], [f"node {index}" for index in range(64)]],
        "license.modules": [["vmware"], ["Base"], ["cores"], [f"m{index}" for index in range(64)]],
        "license.critical": [[], ["category"], ["perpetual", "sequence"]],
        "license.limits": [
            {"hosts": 0},
            {"cpus": GREATEST},
            {"hosts": "unlimited"},
            {"hosts": 1, "cpus": 2, "vms": 3},
            {"hosts": 1, "HOSTS": 2},
            {"hosts": 1, **{f"u{index}": index for index in range(63)}},
        ],
    }.items():
        for value in values:
            yield allowed(path, value)
    yield allowed("license.limits", {}, PLUS, note="a plus license without units")
    yield allowed("license.limits", {"vms": 5}, PLUS, note="a plus license with a unit")
    yield valid("full", "all members", FULL)
    yield valid("minimal-plus", "a plus license with only the required members", PLUS)
    yield valid(
        "iat-after-exp",
        "iat is after exp, and there is an nbf",
        changed(changed(BASE, "nbf", 1_790_000_000), "iat", 1_900_000_000),
    )
    yield valid("iat-future", "iat is in the distant future", changed(changed(BASE, "iat", LAST - 1), "exp", LAST))
    yield valid("expired", "an expired license", changed(changed(BASE, "iat", 0), "exp", 1))
    yield valid("pending", "a license that starts in the future", changed(changed(BASE, "nbf", LAST - 1), "exp", LAST))


def arrays():
    for value in ("vmware", NULL, OBJECT, [], [f"m{index}" for index in range(65)]):
        yield invalid("license.modules", value, PLUS)
    for value, index in (
        (["base"], 0),
        (["vmware", "core"], 1),
        (["vmware", "vmware"], 1),
        (["a", "b", "a"], 2),
        (["vmware", 1], 1),
        ([""], 0),
        (["vmware", None], 1),
        ([["vmware"]], 0),
        (["VMware ESX"], 0),
    ):
        yield invalid("license.modules", value, PLUS, f"license.modules[{index}]")
    yield invalid("license.modules", ["base"], BASE, "license.modules[0]", "base as a bundled module of a base license")
    yield invalid("license.modules", [], BASE, note="an empty array of bundled modules")
    for value in ("snapshots", NULL, OBJECT, [f"f{index}" for index in range(1_025)]):
        yield invalid("license.features", value)
    for value, index in ((["a", "a"], 1), ([1], 0), (["a", "a b"], 1), ([None], 0), ([True], 0)):
        yield invalid("license.features", value, member=f"license.features[{index}]")
    yield invalid(
        "license.features",
        'raw:["a","\\u0061"]',
        member="license.features[1]",
        note="the same feature twice, once with an escape",
    )
    for value in ("node-a", NULL, OBJECT, [], [f"node-{index}" for index in range(65)]):
        yield invalid("license.nodes", value)
    for value, index in ((["n", "n"], 1), ([""], 0), (["n", 1], 1), (["n" * 257], 0), (["a\u200bb"], 0)):
        yield invalid("license.nodes", value, member=f"license.nodes[{index}]")
    for value in ("limits", NULL, OBJECT, True):
        yield invalid("license.critical", value)
    for value, index in ((["limits", "limits"], 1), ([1], 0), ([""], 0), (["limits", "a b"], 1)):
        yield invalid("license.critical", value, member=f"license.critical[{index}]")


def limits():
    for value in (
        NULL,
        5,
        [],
        ["hosts"],
        "unlimited",
        OBJECT,
    ):
        yield invalid("license.limits", value)
    for value in ({"vms": 5}, {"Hosts": 5}):
        yield allowed("license.limits", value)
    for value in (
        {f"u{index}": 1 for index in range(63)} | {"hosts": 1, "cpus": 1},
        {"hosts": 1, "": 1},
        {"hosts": 1, "a b": 1},
        {"hosts": 1, "é": 1},
        {"hosts": 1, "u" * 65: 1},
        {"hosts": 1, "-a": 1},
    ):
        yield invalid("license.limits", value)
    for value in (
        "5",
        "Unlimited",
        "",
        -1,
        GREATEST + 1,
        True,
        NULL,
        [5],
        OBJECT,
        "raw:5.0",
        "raw:5e0",
        "raw:-0",
        "raw:5.5",
        "unlimited ",
        "un\u017fimited",
    ):
        yield invalid("license.limits.hosts", value)
    yield invalid(
        "license.limits",
        {"hosts": 1, "gpus": -1},
        member="license.limits.gpus",
        note="an unknown unit with an invalid value",
    )
    yield invalid("license.limits", {"gpus": None}, PLUS, "license.limits.gpus")
    for value in (
        {"cores": 1},
        {"x": 0},
        {"databases": "unlimited"},
        {"7.a_b-c": GREATEST},
        {f"u{index}": index for index in range(64)},
    ):
        yield allowed("license.limits", value)
    yield invalid("license.limits", {f"u{index}": index for index in range(65)})
    yield invalid("license.limits", {"cores": -1}, member="license.limits.cores")
    yield invalid(
        "license.limits",
        {},
        changed(BASE, "license.modules", ["vmware"]),
        note="a base license without units that bundles a module",
    )


def rules():
    def missing(path, claims):
        category = claims["license"]["category"]
        return refused(
            f"claims-missing-{category}-{path}",
            f"{path} is missing in a {category} license",
            ed25519.token(changed(claims, path)),
            "claims-invalid",
            path,
        )

    for path in (
        "iss",
        "aud",
        "sub",
        "jti",
        "iat",
        "exp",
        "license",
        "license.category",
        "license.edition",
        "license.type",
        "license.limits",
    ):
        yield missing(path, BASE)
    for path in ("exp", "license.category", "license.modules", "license.type"):
        yield missing(path, PLUS)

    def wrong(name, note, claims, member):
        return refused(f"claims-{name}", note, ed25519.token(claims), "claims-invalid", member)

    yield refused("claims-empty-object", "no claims", ed25519.token({}), "claims-invalid")
    yield wrong(
        "plus-edition",
        "a plus license with an edition",
        changed(PLUS, "license.edition", "enterprise"),
        "license.edition",
    )
    yield wrong("exp-at-iat", "exp equals iat", changed(BASE, "exp", 1_790_000_000), "exp")
    yield wrong("exp-before-iat", "exp is before iat", changed(BASE, "exp", 1_789_999_999), "exp")
    yield wrong("exp-at-nbf", "exp equals nbf", changed(BASE, "nbf", 1_824_560_000), "exp")
    yield wrong("exp-before-nbf", "exp is before nbf", changed(BASE, "nbf", 1_824_560_001), "exp")
    perpetual = changed(changed(BASE, "exp"), "license.perpetual", True)
    yield valid("perpetual", "a perpetual license", perpetual)
    yield valid("perpetual-nbf", "a perpetual license with an nbf", changed(perpetual, "nbf", LAST))
    yield valid("perpetual-plus", "a perpetual plus license", changed(changed(PLUS, "exp"), "license.perpetual", True))
    yield valid("perpetual-false", "perpetual is false, and there is an exp", changed(BASE, "license.perpetual", False))
    yield wrong("perpetual-exp", "a perpetual license with an exp", changed(BASE, "license.perpetual", True), "exp")
    yield wrong(
        "perpetual-false-no-exp",
        "perpetual is false, and there is no exp",
        changed(changed(BASE, "exp"), "license.perpetual", False),
        "exp",
    )
    yield wrong(
        "plus-limits-number",
        "a plus license with a limit of the wrong type",
        changed(PLUS, "license.limits", {"hosts": "5"}),
        "license.limits.hosts",
    )

    for name in ("quota", "Limits", "limit", "exp", "iss", "license", "license.limits"):
        claims = changed(BASE, "license.critical", ["limits", name])
        yield refused(
            f"critical-{name}",
            f"critical names {name}, which is not in the table",
            ed25519.token(claims),
            "unsupported-requirement",
            "license.critical",
        )
    yield refused(
        "critical-present",
        "critical names an unknown member that is present",
        ed25519.token(changed(changed(BASE, "license.quota", 5), "license.critical", ["quota"])),
        "unsupported-requirement",
        "license.critical",
    )
    members = [
        "category",
        "edition",
        "modules",
        "type",
        "perpetual",
        "limits",
        "features",
        "organization",
        "nodes",
        "sequence",
        "reminderDays",
        "graceDays",
        "updatesUntil",
        "critical",
    ]
    yield valid(
        "critical-all",
        "critical names all members of the table, most of them absent",
        changed(BASE, "license.critical", members),
    )
    yield refused(
        "critical-after-claims",
        "an invalid claim is reported before critical",
        ed25519.token(changed(changed(BASE, "license.critical", ["quota"]), "exp", "never")),
        "claims-invalid",
        "exp",
    )
    claims = {
        **changed(changed(BASE, "license.quota", {"a": None}), "license.é", 1),
        "azp": None,
        "nonce": [],
        "licenses": 1,
        "Exp": "x",
        "": 0,
    }
    yield valid("unknown-members", "unknown members of all types", claims)


def cases():
    yield from types()
    yield from texts()
    yield from bounds()
    yield from arrays()
    yield from limits()
    yield from rules()

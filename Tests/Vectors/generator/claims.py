"""Cases of section 7: the claims."""

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


def good(name, note, claims):
    return accepted(f"claims-{name}", note, ed25519.token(claims), content(claims))


def taken(path, value, claims=BASE, note=None):
    return good(f"{path}-{slug(value)}", note or f"{path} is {ascii(value)[:60]}", changed(claims, path, value))


def bad(path, value, claims=BASE, member=None, note=None):
    """A claim with a value that it may not have: of JSON, or with a leading `raw:`, any text."""
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
# What no text has, and what it has but not everywhere, as section 7.1 lists it.
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
# Within the ranges.
MORE_REFUSED = [0x09, 0x0A, 0x0D, 0x85, 0x2029, 0x2066, 0xE0001, 0xE0041]
# In no range and beside none, though one might think so.
MORE_TAKEN = [0x34F, 0x3000, 0xE000, 0x1F511, 0xE0080]


def neighbors():
    """The scalars just outside the refused ranges."""
    for first, last in REFUSED:
        for scalar in (first - 1, last + 1):
            if 0 < scalar <= 0x10FFFF and not any(low <= scalar <= high for low, high in REFUSED):
                yield scalar


def types():
    for path, claims in (("aud", BASE), ("jti", BASE), ("license.edition", BASE), ("license.type", BASE)):
        for value in IDENTIFIER_FAULTS if path in ("jti", "license.type") else ["", "-a", "a b", 1, NULL, ["cloud"]]:
            yield bad(path, value, claims)
    for path in ("iss", "sub", "license.organization"):
        for value in TEXT_FAULTS:
            yield bad(path, value)
    for path in ("iat", "nbf", "exp", "license.updatesUntil"):
        for value in INSTANT_FAULTS if path in ("exp", "nbf") else ["1", NULL, "raw:1.0", -1, LAST + 1, True]:
            yield bad(path, value)
    for path in ("license.sequence", "license.reminderDays", "license.graceDays"):
        for value in (
            INTEGER_FAULTS
            if path == "license.sequence"
            else ["1", NULL, "raw:1.0", "raw:-0", "raw:1e2", -1, 0, 366, True, [14]]
        ):
            yield bad(path, value)
    for value in ("true", 1, 0, NULL, [], "", OBJECT):
        yield bad("license.perpetual", value)
    for value in ("Base", "bundle", "", "base ", NULL, 1, ["base"], True, "ba\u017fe"):
        yield bad("license.category", value)
    for value in (NULL, "base", 1, [], True, [OBJECT]):
        yield bad("license", value)


def texts():
    for scalar in sorted({*neighbors(), *MORE_TAKEN}):
        yield taken("sub", f"a{chr(scalar)}b", note=f"sub has U+{scalar:04X}")
        if scalar in (0x20, 0xA0, 0x1F511):
            yield taken("sub", chr(scalar), note=f"sub is U+{scalar:04X} alone")
    for scalar in sorted({end for ends in REFUSED for end in ends} | set(MORE_REFUSED)):
        yield bad("sub", f"raw:{json.dumps('a' + chr(scalar) + 'b')}", note=f"sub has U+{scalar:04X}, as an escape")
    for path in ("iss", "license.organization"):
        for scalar in (0xAD, 0x61C, 0x3164, 0xE0041, 0x10FFFF):
            yield bad(path, f"a{chr(scalar)}b", note=f"{path} has U+{scalar:04X} as such")
    yield bad("sub", "\u2800", note="sub is U+2800 alone")
    yield from positions()
    yield bad("iss", "Example\u200bVendor", note="iss has U+200B as such")
    yield bad("license.organization", "raw:" + r'"Example\nLtd"', note="organization has a line break")
    yield taken("sub", "t" * 256)
    yield taken("sub", "\U0001f511" * 256, note="sub has 256 scalars beyond the basic plane")
    yield taken("sub", "e\u0301" * 128, note="sub has 256 scalars, two to each character")
    yield bad("sub", "e\u0301" * 128 + "e", note="sub has 257 scalars")


def positions():
    def spelled(place, scalars, value):
        return f"sub {place} {' and '.join(f'U+{scalar:04X}' for scalar in scalars)}", value

    for scalar in JOINERS:
        joiner = chr(scalar)
        for note, value in (
            spelled("has between others", [scalar], f"a{joiner}b"),
            spelled("has twice between others", [scalar], f"a{joiner}{joiner}b"),
        ):
            yield taken("sub", value, note=note)
        for note, value in (
            spelled("starts with", [scalar], f"{joiner}a"),
            spelled("ends with", [scalar], f"a{joiner}"),
            spelled("is", [scalar], joiner),
            spelled("ends with", [0xFE0F, scalar], f"a\ufe0f{joiner}"),
        ):
            yield bad("sub", value, note=note)
    for ends in SELECTORS:
        for scalar in ends:
            selector = chr(scalar)
            yield taken("sub", f"a{selector}b", note=f"sub has U+{scalar:04X} between others")
            yield taken("sub", f"a{selector}", note=f"sub ends with U+{scalar:04X}")
            yield bad("sub", f"{selector}a", note=f"sub starts with U+{scalar:04X}")
            yield bad("sub", selector, note=f"sub is U+{scalar:04X}")
        for scalar in (ends[0] - 1, ends[1] + 1):
            yield taken("sub", f"{chr(scalar)}a", note=f"sub starts with U+{scalar:04X}")
    for path in ("iss", "license.organization"):
        yield taken(path, "a\u200db\ufe0f")
        for value in ("\u200ca", "a\u200d", "\ufe0fa"):
            yield bad(path, value)
    yield taken("license.nodes", ["a\u200cb"])
    for value in ("\u200ca", "a\u200c", "\U000e0100a", "a\ufeffb"):
        yield bad("license.nodes", ["n", value], member="license.nodes[1]")


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
            yield taken(path, value)
    yield taken("license.limits", {}, PLUS, note="a plus licence with no unit")
    yield taken("license.limits", {"vms": 5}, PLUS, note="a plus licence with a unit")
    yield good("full", "all members", FULL)
    yield good("minimal-plus", "a plus licence with no more than it must have", PLUS)
    yield good(
        "iat-after-exp",
        "an iat after exp, with an nbf",
        changed(changed(BASE, "nbf", 1_790_000_000), "iat", 1_900_000_000),
    )
    yield good("iat-future", "an iat in the far future", changed(changed(BASE, "iat", LAST - 1), "exp", LAST))
    yield good("expired", "an expired licence", changed(changed(BASE, "iat", 0), "exp", 1))
    yield good("pending", "a licence that starts in the future", changed(changed(BASE, "nbf", LAST - 1), "exp", LAST))


def arrays():
    for value in ("vmware", NULL, OBJECT, [], [f"m{index}" for index in range(65)]):
        yield bad("license.modules", value, PLUS)
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
        yield bad("license.modules", value, PLUS, f"license.modules[{index}]")
    yield bad("license.modules", ["base"], BASE, "license.modules[0]", "base as a module that a base licence bundles")
    yield bad("license.modules", [], BASE, note="an empty array of bundled modules")
    for value in ("snapshots", NULL, OBJECT, [f"f{index}" for index in range(1_025)]):
        yield bad("license.features", value)
    for value, index in ((["a", "a"], 1), ([1], 0), (["a", "a b"], 1), ([None], 0), ([True], 0)):
        yield bad("license.features", value, member=f"license.features[{index}]")
    yield bad(
        "license.features",
        'raw:["a","\\u0061"]',
        member="license.features[1]",
        note="one feature twice, once with an escape",
    )
    for value in ("node-a", NULL, OBJECT, [], [f"node-{index}" for index in range(65)]):
        yield bad("license.nodes", value)
    for value, index in ((["n", "n"], 1), ([""], 0), (["n", 1], 1), (["n" * 257], 0), (["a\u200bb"], 0)):
        yield bad("license.nodes", value, member=f"license.nodes[{index}]")
    for value in ("limits", NULL, OBJECT, True):
        yield bad("license.critical", value)
    for value, index in ((["limits", "limits"], 1), ([1], 0), ([""], 0), (["limits", "a b"], 1)):
        yield bad("license.critical", value, member=f"license.critical[{index}]")


def limits():
    for value in (
        NULL,
        5,
        [],
        ["hosts"],
        "unlimited",
        OBJECT,
    ):
        yield bad("license.limits", value)
    for value in ({"vms": 5}, {"Hosts": 5}):
        yield taken("license.limits", value)
    for value in (
        {f"u{index}": 1 for index in range(63)} | {"hosts": 1, "cpus": 1},
        {"hosts": 1, "": 1},
        {"hosts": 1, "a b": 1},
        {"hosts": 1, "é": 1},
        {"hosts": 1, "u" * 65: 1},
        {"hosts": 1, "-a": 1},
    ):
        yield bad("license.limits", value)
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
        yield bad("license.limits.hosts", value)
    yield bad(
        "license.limits",
        {"hosts": 1, "gpus": -1},
        member="license.limits.gpus",
        note="a unit that nobody knows, with a value that none has",
    )
    yield bad("license.limits", {"gpus": None}, PLUS, "license.limits.gpus")
    for value in (
        {"cores": 1},
        {"x": 0},
        {"databases": "unlimited"},
        {"7.a_b-c": GREATEST},
        {f"u{index}": index for index in range(64)},
    ):
        yield taken("license.limits", value)
    yield bad("license.limits", {f"u{index}": index for index in range(65)})
    yield bad("license.limits", {"cores": -1}, member="license.limits.cores")
    yield bad(
        "license.limits",
        {},
        changed(BASE, "license.modules", ["vmware"]),
        note="a base license with no unit that bundles a module",
    )


def rules():
    def missing(path, claims):
        category = claims["license"]["category"]
        return refused(
            f"claims-missing-{category}-{path}",
            f"{path} is missing in a {category} licence",
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

    yield refused("claims-empty-object", "no claim at all", ed25519.token({}), "claims-invalid")
    yield wrong(
        "plus-edition",
        "a plus licence with an edition",
        changed(PLUS, "license.edition", "enterprise"),
        "license.edition",
    )
    yield wrong("exp-at-iat", "exp is iat", changed(BASE, "exp", 1_790_000_000), "exp")
    yield wrong("exp-before-iat", "exp is before iat", changed(BASE, "exp", 1_789_999_999), "exp")
    yield wrong("exp-at-nbf", "exp is nbf", changed(BASE, "nbf", 1_824_560_000), "exp")
    yield wrong("exp-before-nbf", "exp is before nbf", changed(BASE, "nbf", 1_824_560_001), "exp")
    perpetual = changed(changed(BASE, "exp"), "license.perpetual", True)
    yield good("perpetual", "a perpetual licence", perpetual)
    yield good("perpetual-nbf", "a perpetual licence with an nbf", changed(perpetual, "nbf", LAST))
    yield good("perpetual-plus", "a perpetual plus licence", changed(changed(PLUS, "exp"), "license.perpetual", True))
    yield good("perpetual-false", "perpetual is false, and there is an exp", changed(BASE, "license.perpetual", False))
    yield wrong("perpetual-exp", "a perpetual licence with an exp", changed(BASE, "license.perpetual", True), "exp")
    yield wrong(
        "perpetual-false-no-exp",
        "perpetual is false, and there is no exp",
        changed(changed(BASE, "exp"), "license.perpetual", False),
        "exp",
    )
    yield wrong(
        "plus-limits-number",
        "a plus licence with a limit of the wrong type",
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
        "critical names a member that is there and that nobody knows",
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
    yield good(
        "critical-all",
        "critical names all members of the table, most of them absent",
        changed(BASE, "license.critical", members),
    )
    yield refused(
        "critical-after-claims",
        "a claim that is wrong comes before critical",
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
    yield good("unknown-members", "members that nobody knows, of any type", claims)


def cases():
    yield from types()
    yield from texts()
    yield from bounds()
    yield from arrays()
    yield from limits()
    yield from rules()

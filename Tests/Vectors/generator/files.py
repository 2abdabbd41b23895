"""Cases for section 1: the size of the file, bare files, and files with several blocks."""

from .blocks import (
    BASE_ENTRY,
    BEGIN,
    BLOCK,
    EMPTY,
    END,
    LINES,
    MODULE,
    MODULE_BLOCK,
    PLUS_ENTRY,
    TOKEN,
    malformed,
    read,
)
from .case import ANY, BASE, PLUS, accepted, changed, content, refused, text
from .conditions import FAULTS, MEMBERS, faulty
from .signers import armored, base64url, ed25519

# A text whose base64url has the letters "ENDLICENSE" and between them only digits, if it starts at a multiple of 3 bytes.
LETTERS = "{M47M4wM4/M4#M4sM4{M47M4KM4{M4"


def bare():
    yield read("file-bare", "a bare token", TOKEN)
    yield read("file-bare-newline", "a bare token on a line", TOKEN + "\n")
    yield read(
        "file-bare-blanks", "spaces, tabs and line ends around a bare token", " \t\r\n\n" + TOKEN + "\r\n \t\r\n"
    )
    yield read("file-bare-mark", "a byte order mark before a bare token", "\ufeff" + TOKEN)
    yield read("file-bare-mark-blanks", "a byte order mark and white space before a bare token", "\ufeff \n" + TOKEN)

    def one(name, note, file):
        return malformed(f"file-{name}", note, file)

    yield one("empty", "an empty file", "")
    yield one("blank", "only white space", " \t\r\n")
    yield one("mark-alone", "only a byte order mark", "\ufeff")
    yield one("two-marks", "two byte order marks before a bare token", "\ufeff\ufeff" + TOKEN)
    yield one("blank-mark", "a byte order mark that is not at the start of the file", " \ufeff" + TOKEN)
    yield one("bare-utf16", "a bare token in UTF-16", ("\ufeff" + TOKEN).encode("utf-16-le"))
    yield one("words-alone", "text without a block", "Dear customer,\nyour license follows.\n")
    yield one("bare-wrapped", "a bare token on two lines", TOKEN[:64] + "\n" + TOKEN[64:])
    yield one("bare-inner-space", "a space inside a bare token", TOKEN[:64] + " " + TOKEN[64:])
    yield one("bare-inner-escape", "an escape inside a bare token", TOKEN[:64] + "\\n" + TOKEN[64:])
    yield one("bare-words", "text before a bare token", "License: " + TOKEN)
    yield one("bare-two", "two bare tokens", TOKEN + "\n" + MODULE)
    for name, note, other in (
        ("escape-n", r"the escape \n", "\\n"),
        ("escape-r", r"the escape \r", "\\r"),
        ("form-feed", "a form feed", "\x0c"),
        ("vertical-tab", "a vertical tab", "\x0b"),
        ("separator", "the control character 1F", "\x1f"),
        ("next-line", "a NEL", "\u0085"),
        ("line-separator", "a line separator", "\u2028"),
        ("no-break-space", "a no-break space", "\u00a0"),
        ("ideographic-space", "an ideographic space", "\u3000"),
        ("nul", "a NUL", "\x00"),
    ):
        yield one(f"bare-{name}", f"{note} after a bare token", TOKEN + other)
        yield one(f"bare-{name}-before", f"{note} before a bare token", other + TOKEN)
    yield malformed("file-bare-end", "an END marker on the line after a bare token", f"{TOKEN}\n{END}\n", 2)
    yield malformed("file-bare-end-line", "an END marker after a bare token, on its line", TOKEN + END, 1)
    yield malformed("file-bare-quoted-end", "a quoted END marker after a bare token", f"\n{TOKEN}\n> {END}\n", 3)


def with_letters():
    """A token that has the letters of a marker is not refused in a block, but a bare one is."""
    start = text({**BASE, "x": ""})[:-2]
    claims = {**BASE, "x": " " * (-len(start) % 3) + LETTERS}
    token, entry = ed25519.token(claims), content(claims)
    yield malformed(
        "file-letters-bare", "a bare token that has the letters of a marker, and digits between them", token, 1
    )
    yield malformed("file-letters-bare-second-line", "the same on the second line", "\n" + token, 2)
    yield malformed("file-letters-words", "the same after a block", BLOCK + token, LINES + 1)
    yield accepted("file-letters-armored", "the same in a block", armored(token), entry)
    yield accepted("file-letters-one-line", "the same in a block, on one line", armored(token, 1_000), entry)
    yield accepted("file-letters-marker-line", "the same on the line of both markers", BEGIN + token + END, entry)


def sized(size):
    """Returns a token of exactly this size, padded with an ignored member, and its expected entry."""
    for blanks in range(3):
        header = ed25519.header() + " " * blanks
        available = size - len(base64url(header.encode())) - 2 - 86
        claims = {**BASE, "x": "x" * (available * 3 // 4 - len(text({**BASE, "x": ""})))}
        token = ed25519.token(claims, header=header)
        if len(token) == size:
            return token, content(claims)
    raise ValueError(f"no token has {size} bytes")


def sizes():
    yield accepted("file-cap", "a file of 262,144 bytes", [("\n", 262_144 - len(BLOCK)), (BLOCK, 1)], BASE_ENTRY)
    yield accepted(
        "file-cap-blanks",
        "a file of 262,144 bytes, most of them spaces inside the block",
        [(BLOCK[:100], 1), (" ", 262_144 - len(BLOCK)), (BLOCK[100:], 1)],
        BASE_ENTRY,
    )
    token, entry = sized(65_536)
    yield accepted("file-token-cap", "a block whose token has 65,536 bytes", armored(token), entry)

    def large(id, note, file, **place):
        return refused(id, note, file, "too-large", None, **place)

    # Section 1.4 does not say whether the error about the size of the file has a line.
    yield large(
        "file-over-cap",
        "a file of 262,145 bytes that is otherwise valid",
        [("\n", 262_145 - len(BLOCK)), (BLOCK, 1)],
        line=ANY,
    )
    yield large(
        "file-over-cap-mark",
        "the byte order mark counts toward the size",
        [("\ufeff", 1), (BLOCK, 1), ("\n", 262_142 - len(BLOCK))],
        line=ANY,
    )
    yield large(
        "file-over-cap-armor",
        "the size of the file is checked before its armor",
        [(f"> {BEGIN}\n", 1), ("A", 262_145 - len(f"> {BEGIN}\n"))],
        line=ANY,
    )
    yield large("token-over-cap", "a token of 65,537 bytes", [("A", 65_537)])
    yield large(
        "token-over-cap-signed", "a token of 65,540 bytes that is otherwise valid", armored(sized(65_540)[0]), block=1
    )
    yield large(
        "token-over-cap-second",
        "a token of 65,537 bytes in the second block",
        [(BLOCK + BEGIN, 1), ("A", 65_537), (END, 1)],
        block=2,
    )
    yield large(
        "token-over-cap-words",
        "text of more than 65,536 bytes without a block",
        [("Dear customer, ", 5_000)],
    )
    yield malformed("token-at-cap", "65,536 bytes that are not a token", [("A", 65_536)])
    yield malformed(
        "token-at-cap-armored",
        "a block with 65,536 bytes that are not a token, and white space, which does not count",
        [(BEGIN, 1), ("AAAA \\n", 16_384), (END, 1)],
        block=1,
    )
    yield malformed(
        "token-over-cap-blanks",
        "white space around a bare token does not count toward its size",
        [(" ", 65_000), ("A", 600), ("\n", 65_000)],
    )
    yield malformed(
        "armor-before-token-size",
        "the armor of the file is checked before the size of a token",
        [(BEGIN + "\n", 1), ("A", 65_537), ("\n" + END + "\n" + END, 1)],
        4,
    )
    yield malformed(
        "armor-before-bare-size",
        "lines that look like markers are checked before the size of a bare token",
        [("A", 65_537), ("\n" + END, 1)],
        2,
    )


def bundles():
    other = ed25519.token(changed(changed(PLUS, "license.nodes", ["node-b"]), "jti", "foreign"))
    bad = TOKEN.rsplit(".", 1)[0] + "." + "A" * 86
    unknown = ed25519.token(BASE, header=ed25519.header(kid="nobody"))
    foreign = {"error": "wrong-node", "id": "foreign"}
    yield accepted(
        "bundle-two", "two blocks, in the file's order", MODULE_BLOCK + "and\n" + BLOCK, PLUS_ENTRY, BASE_ENTRY
    )
    yield accepted("bundle-same", "the same token twice", BLOCK + BLOCK, BASE_ENTRY, BASE_ENTRY)
    yield accepted("bundle-64", "64 blocks", [(BLOCK, 64)], *[BASE_ENTRY] * 64)
    yield refused(
        "bundle-first-bad", "the first of two blocks is invalid", armored(bad) + BLOCK, "signature-invalid", None, 1
    )
    yield refused(
        "bundle-second-bad", "the second of two blocks is invalid", BLOCK + armored(bad), "signature-invalid", None, 2
    )
    yield refused(
        "bundle-one-line-bad",
        "the second of three blocks on one line is invalid",
        (BLOCK + armored(bad) + BLOCK).replace("\n", ""),
        "signature-invalid",
        None,
        2,
    )
    yield refused(
        "bundle-last-bad",
        "the last of 64 blocks is invalid",
        [(BLOCK, 63), (armored(bad), 1)],
        "signature-invalid",
        None,
        64,
    )
    yield refused(
        "bundle-both-bad",
        "the error of the first block is reported, although its check comes later",
        armored(bad) + armored(unknown),
        "signature-invalid",
        None,
        1,
    )
    yield refused(
        "bundle-both-bad-other",
        "the error of the first block is reported",
        armored(unknown) + armored(bad),
        "unknown-key",
        None,
        1,
    )
    for name, empty in {
        "": EMPTY,
        "-lines": f"{BEGIN}\n\n{END}\n",
        "-blanks": f"{BEGIN} \t\n \t {END}",
        "-escapes": f"{BEGIN}\\n\\r\\n{END}",
    }.items():
        yield malformed(f"file-empty-block{name}", "an empty block", empty, block=1)
        yield malformed(f"bundle-empty-second{name}", "the second block is empty", BLOCK + empty, block=2)
    yield malformed(
        "file-two-tokens-in-block", "two tokens in one block", BLOCK.replace(f"\n{END}", f"\n{MODULE}\n{END}"), block=1
    )
    yield malformed(
        "file-split-over-blocks", "one token split over two blocks", armored(TOKEN[:64]) + armored(TOKEN[64:]), block=1
    )
    yield accepted(
        "bundle-other-node",
        "a license for other nodes and one that is not bound to nodes",
        armored(other) + BLOCK,
        foreign,
        BASE_ENTRY,
        node="node-a",
    )
    yield accepted(
        "bundle-all-other-nodes", "only licenses for other nodes", armored(other) * 2, foreign, foreign, node="node-a"
    )
    yield refused(
        "bundle-other-node-then-bad",
        "the checks continue after a license for other nodes",
        armored(other) + armored(bad),
        "signature-invalid",
        None,
        2,
        node="node-a",
    )
    yield refused(
        "bundle-bad-then-other-node",
        "an invalid block before a license for other nodes",
        armored(bad) + armored(other),
        "signature-invalid",
        None,
        1,
        node="node-a",
    )


def faults_in_blocks():
    """An error of sections 2 to 8 has the block of its token, and no line."""
    for fault in FAULTS:
        if fault in ("too-large", "malformed", "wrong-node"):  # Other cases, or no error of the file.
            continue
        yield refused(
            f"bundle-second-{fault}",
            f"the second block is {fault}",
            BLOCK + armored(faulty({fault})),
            fault,
            MEMBERS.get(fault),
            2,
        )
    for name, note, token in (
        ("two-parts", "has two parts", TOKEN.rpartition(".")[0]),
        ("four-parts", "has four parts", TOKEN + ".AAAA"),
        ("length", "has a signature whose length is 1 modulo 4", TOKEN[:-1]),
        ("header", "has a header that is not JSON", ed25519.token(BASE, header="license+jwt")),
    ):
        yield malformed(f"bundle-second-{name}", f"the second block {note}", BLOCK + armored(token), block=2)
    yield refused(
        "bundle-second-large-header",
        "the second block has a header of 1,025 bytes",
        BLOCK + armored(ed25519.token(BASE, header=ed25519.header() + " " * (1_025 - len(ed25519.header())))),
        "too-large",
        None,
        2,
    )


def cases():
    yield from bare()
    yield from with_letters()
    yield from sizes()
    yield from bundles()
    yield from faults_in_blocks()

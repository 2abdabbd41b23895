"""Cases for section 1: the file and its armor."""

from .case import BASE, PLUS, accepted, changed, content, refused, text
from .signers import armored, base64url, ed25519

TOKEN = ed25519.token(BASE)
MODULE = ed25519.token(PLUS)
BLOCK, MODULE_BLOCK = armored(TOKEN), armored(MODULE)
BEGIN, END = "-----BEGIN LICENSE-----", "-----END LICENSE-----"
BASE_ENTRY, PLUS_ENTRY = content(BASE), content(PLUS)


def tolerated():
    def one(name, note, file):
        return accepted(f"file-{name}", note, file, BASE_ENTRY)

    yield one("bare", "a bare token", TOKEN)
    yield one("bare-newline", "a bare token on a line", TOKEN + "\n")
    yield one("bare-blanks", "spaces, tabs and line ends around a bare token", " \t\r\n\n" + TOKEN + "\r\n \t\r\n")
    yield one("bare-mark", "a byte order mark before a bare token", "\ufeff" + TOKEN)
    yield one("bare-mark-blanks", "a byte order mark and white space before a bare token", "\ufeff \n" + TOKEN)
    yield one("armored", "a block", BLOCK)
    yield one("no-last-newline", "the last line has no line end", BLOCK[:-1])
    yield one("crlf", "lines end in CRLF", BLOCK.replace("\n", "\r\n"))
    yield one("cr", "lines end in CR", BLOCK.replace("\n", "\r"))
    yield one("mixed-ends", "LF, CR and CRLF in one file", BLOCK.replace("\n", "\r", 1).replace("\n", "\r\n", 1))
    yield one("mark", "a byte order mark before the BEGIN line", "\ufeff" + BLOCK)
    yield one("trailing-blanks", "spaces and tabs at the end of each line", BLOCK.replace("\n", " \t \n"))
    yield one("trailing-blanks-cr", "spaces before a CRLF", BLOCK.replace("\n", "  \r\n"))
    yield one("empty-lines", "an empty line after each line", BLOCK.replace("\n", "\n\n"))
    yield one("blank-lines", "lines of spaces and tabs inside and around the block", "\n \t\n" + BLOCK.replace("\n", "\n \t\n"))
    for width in (1, 7, 63, 76, 1_000):
        yield one(f"width-{width}", f"the token is wrapped at {width} characters", armored(TOKEN, width))
    yield one("words-before", "text before the block", "Dear customer,\nhere is your license.\n" + BLOCK)
    yield one("words-after", "text after the block", BLOCK + "Kind regards\n")
    yield one("words-not-ascii", "non-ASCII text around the block", "尊敬的客户\n" + BLOCK + "Grüße \U0001f511\n")
    yield one(
        "words-with-armor",
        "other armor lines outside a block are ordinary text",
        "-----BEGIN PUBLIC KEY-----\n-----BEGIN LICENCE-----\n-----begin license-----\n" + BLOCK + "-----END-----\n",
    )
    yield one(
        "words-indented-armor",
        "indented armor lines outside a block are ordinary text",
        f"  {BEGIN}\n> {BEGIN}\n" + BLOCK + f"  {END}\n> {END}\n",
    )
    yield one("words-token", "a bare token outside the blocks is ordinary text", MODULE + "\n" + BLOCK)
    yield one(
        "words-bytes", "bytes outside the block that are not UTF-8, and a NUL", b"\xff\xfe\x00\xc3\n" + BLOCK.encode() + b"\x80\n"
    )
    yield one("second-mark", "a second byte order mark is ordinary text", "\ufeff\ufeff\n" + BLOCK)
    yield one(
        "other-line-ends", "VT, FF, NEL and LS do not end a line, so this is one line of text", "\x0b\x0c\x85\u2028 words\n" + BLOCK
    )
    yield accepted("file-cap", "a file of 262,144 bytes", [("\n", 262_144 - len(BLOCK)), (BLOCK, 1)], BASE_ENTRY)
    token, entry = sized(65_536)
    yield accepted("file-token-cap", "a block whose token has 65,536 bytes", armored(token), entry)


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


def malformed():
    def one(name, note, file):
        return refused(f"file-{name}", note, file, "malformed")

    yield one("empty", "an empty file", "")
    yield one("blank", "only white space", " \t\r\n")
    yield one("mark-alone", "only a byte order mark", "\ufeff")
    yield one("two-marks", "two byte order marks before a bare token", "\ufeff\ufeff" + TOKEN)
    yield one("utf16", "UTF-16", BLOCK.encode("utf-16"))
    yield one("words-alone", "text without a block", "Dear customer,\nyour license follows.\n")
    yield one("bare-wrapped", "a bare token on two lines", TOKEN[:64] + "\n" + TOKEN[64:])
    yield one("bare-inner-space", "a space inside a bare token", TOKEN[:64] + " " + TOKEN[64:])
    yield one("bare-words", "text before a bare token", "License: " + TOKEN)
    yield one("bare-two", "two bare tokens", TOKEN + "\n" + MODULE)
    yield one("bare-form-feed", "a form feed after a bare token", TOKEN + "\x0c")
    yield one("bare-no-break-space", "a no-break space after a bare token", TOKEN + "\u00a0")
    yield one("bare-nul", "a NUL after a bare token", TOKEN + "\x00")
    yield one("no-begin", "an END line without its BEGIN line", TOKEN + "\n" + END + "\n")
    yield one("end-alone", "only an END line", END)
    yield one("end-first", "an END line before a block", END + "\n" + BLOCK)
    yield one("end-twice", "an END line after a block", BLOCK + END + "\n")
    yield one("no-end", "no END line", BLOCK.replace(END, ""))
    yield one("begin-alone", "only a BEGIN line", BEGIN)
    yield one("begin-twice", "a BEGIN line inside a block", BEGIN + "\n" + BLOCK)
    yield one("begin-inside", "a BEGIN line between two lines of a token", BLOCK.replace("\n", f"\n{BEGIN}\n", 2))
    yield one("second-no-end", "a second block without its END line", BLOCK + BEGIN + "\n" + MODULE)
    yield one("indented-end", "an indented END line inside a block", BLOCK.replace(END, " " + END))
    yield one("indented-token", "an indented line of the token", BLOCK.replace("\n", "\n ", 1))
    yield one("tab-token", "a tab before a line of the token", BLOCK.replace("\n", "\n\t", 1))
    yield one(
        "inner-space", "a space inside a line of the token", BLOCK.replace(TOKEN[:9], TOKEN[:4] + " " + TOKEN[4:9])
    )
    yield one("quoted", "each line quoted as in a mail reply", "> " + BLOCK.replace("\n", "\n> "))
    yield one("indented", "each line indented", "  " + BLOCK.replace("\n", "\n  "))
    yield one("padding", "padding at the end of the token in a block", BLOCK.replace("\n" + END, "==\n" + END))
    yield one("header-line", "a header line as in older PEM files", BLOCK.replace("\n", "\nVersion: 1\n", 1))
    yield one("comment-line", "a comment inside a block", BLOCK.replace("\n", "\n# a comment\n", 1))
    yield one("nul-inside", "a NUL inside a block", BLOCK.replace("\n", "\n\x00\n", 1))
    yield one("not-ascii-inside", "a non-ASCII letter inside a block", BLOCK.replace("\n", "\né\n", 1))
    yield one("mark-inside", "a byte order mark inside a block", BLOCK.replace("\n", "\n\ufeff", 1))
    yield one("form-feed-inside", "a form feed at the end of a line inside a block", BLOCK.replace("\n", "\x0c\n", 2))
    yield one("next-line-ends", "lines that end in NEL", BLOCK.replace("\n", "\x85"))
    yield one("other-begin", "the British spelling in the BEGIN line", BLOCK.replace("BEGIN LICENSE", "BEGIN LICENCE"))
    yield one("other-end", "the British spelling in the END line", BLOCK.replace("END LICENSE", "END LICENCE"))
    yield one(
        "lower-case",
        "armor lines in lowercase",
        BLOCK.replace("BEGIN LICENSE", "begin license").replace("END LICENSE", "end license"),
    )
    yield one("short-dashes", "four dashes before BEGIN", BLOCK[1:])
    yield one("more-dashes", "six dashes after END", BLOCK.replace(END, END + "-"))
    yield one("empty-block", "an empty block", f"{BEGIN}\n{END}\n")
    yield one("two-tokens-in-block", "two tokens in one block", BLOCK.replace("\n" + END, "\n" + MODULE + "\n" + END))
    yield one("split-over-blocks", "one token split over two blocks", armored(TOKEN[:64]) + armored(TOKEN[64:]))


def sizes():
    yield refused(
        "file-over-cap",
        "a file of 262,145 bytes that is otherwise valid",
        [("\n", 262_145 - len(BLOCK)), (BLOCK, 1)],
        "too-large",
    )
    yield refused("file-over-cap-words", "a file of 262,145 bytes without a license", [("A", 262_145)], "too-large")
    yield refused(
        "file-over-cap-mark",
        "the byte order mark counts toward the size",
        [("\ufeff", 1), (BLOCK, 1), ("\n", 262_142 - len(BLOCK))],
        "too-large",
    )
    yield refused("token-over-cap", "a token of 65,537 bytes", [("A", 65_537)], "too-large")
    yield refused(
        "token-over-cap-signed",
        "a token of 65,540 bytes that is otherwise valid",
        armored(sized(65_540)[0]),
        "too-large",
    )
    yield refused(
        "token-over-cap-words",
        "text of more than 65,536 bytes without a block",
        [("Dear customer, ", 5_000)],
        "too-large",
    )
    yield refused("token-at-cap", "65,536 bytes that are not a token", [("A", 65_536)], "malformed")
    yield refused(
        "token-over-cap-blanks",
        "white space around a bare token does not count toward its size",
        [(" ", 65_000), ("A", 600), ("\n", 65_000)],
        "malformed",
    )
    yield refused(
        "armor-before-token-size",
        "the armor of the file is checked before the size of a token",
        [(BEGIN + "\n", 1), ("A", 65_537), ("\n" + END + "\n" + END, 1)],
        "malformed",
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
    yield refused("bundle-65", "65 blocks", [(BLOCK, 65)], "malformed")
    yield refused("bundle-65-bad", "the number of blocks is checked before the signature of the first", [(armored(bad), 65)], "malformed")
    yield refused("bundle-first-bad", "the first of two blocks is invalid", armored(bad) + BLOCK, "signature-invalid", block=1)
    yield refused("bundle-second-bad", "the second of two blocks is invalid", BLOCK + armored(bad), "signature-invalid", block=2)
    yield refused(
        "bundle-both-bad",
        "the error of the first block is reported, although its check comes later",
        armored(bad) + armored(unknown),
        "signature-invalid",
        block=1,
    )
    yield refused(
        "bundle-both-bad-other",
        "the error of the first block is reported",
        armored(unknown) + armored(bad),
        "unknown-key",
        block=1,
    )
    yield refused("bundle-empty-second", "the second block is empty", BLOCK + f"{BEGIN}\n{END}\n", "malformed", block=2)
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
        block=2,
        node="node-a",
    )
    yield refused(
        "bundle-bad-then-other-node",
        "an invalid block before a license for other nodes",
        armored(bad) + armored(other),
        "signature-invalid",
        block=1,
        node="node-a",
    )
    yield refused(
        "bundle-wrong-product-second",
        "the second license is for another product",
        BLOCK + armored(ed25519.token(changed(PLUS, "aud", "other"))),
        "wrong-product",
        block=2,
    )


def cases():
    yield from tolerated()
    yield from malformed()
    yield from sizes()
    yield from bundles()

"""Cases of section 1: the file and its armour."""

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
    yield one("bare-mark-blanks", "a byte order mark and blanks before a bare token", "\ufeff \n" + TOKEN)
    yield one("armored", "a block", BLOCK)
    yield one("no-last-newline", "the last line has no end", BLOCK[:-1])
    yield one("crlf", "lines end in CRLF", BLOCK.replace("\n", "\r\n"))
    yield one("cr", "lines end in CR", BLOCK.replace("\n", "\r"))
    yield one("mixed-ends", "LF, CR and CRLF in one file", BLOCK.replace("\n", "\r", 1).replace("\n", "\r\n", 1))
    yield one("mark", "a byte order mark before the BEGIN line", "\ufeff" + BLOCK)
    yield one("trailing-blanks", "spaces and tabs at the end of each line", BLOCK.replace("\n", " \t \n"))
    yield one("trailing-blanks-cr", "spaces before a CRLF", BLOCK.replace("\n", "  \r\n"))
    yield one("empty-lines", "an empty line after each line", BLOCK.replace("\n", "\n\n"))
    yield one("blank-lines", "lines of blanks inside and around", "\n \t\n" + BLOCK.replace("\n", "\n \t\n"))
    for width in (1, 7, 63, 76, 1_000):
        yield one(f"width-{width}", f"the token wrapped at {width}", armored(TOKEN, width))
    yield one("words-before", "words before the block", "Dear customer,\nhere is your licence.\n" + BLOCK)
    yield one("words-after", "words after the block", BLOCK + "Kind regards\n")
    yield one("words-not-ascii", "words beyond ASCII", "尊敬的客户\n" + BLOCK + "Grüße \U0001f511\n")
    yield one(
        "words-with-armour",
        "other armour lines outside a block are words",
        "-----BEGIN PUBLIC KEY-----\n-----BEGIN LICENCE-----\n-----begin license-----\n" + BLOCK + "-----END-----\n",
    )
    yield one(
        "words-indented-armour",
        "indented armour lines outside a block are words",
        f"  {BEGIN}\n> {BEGIN}\n" + BLOCK + f"  {END}\n> {END}\n",
    )
    yield one("words-token", "a bare token outside the blocks is words", MODULE + "\n" + BLOCK)
    yield one(
        "words-bytes", "bytes outside that are no UTF-8, and NUL", b"\xff\xfe\x00\xc3\n" + BLOCK.encode() + b"\x80\n"
    )
    yield one("second-mark", "a second byte order mark is a word", "\ufeff\ufeff\n" + BLOCK)
    yield one(
        "other-line-ends", "VT, FF, NEL and LS end no line: all this is words", "\x0b\x0c\x85\u2028 words\n" + BLOCK
    )
    yield accepted("file-cap", "a file of 262,144 bytes", [("\n", 262_144 - len(BLOCK)), (BLOCK, 1)], BASE_ENTRY)
    token, entry = sized(65_536)
    yield accepted("file-token-cap", "a block whose token has 65,536 bytes", armored(token), entry)


def sized(size):
    """A token of just this size, by a member that nobody reads, and what it says."""
    for blanks in range(3):
        header = ed25519.header() + " " * blanks
        room = size - len(base64url(header.encode())) - 2 - 86
        claims = {**BASE, "x": "x" * (room * 3 // 4 - len(text({**BASE, "x": ""})))}
        token = ed25519.token(claims, header=header)
        if len(token) == size:
            return token, content(claims)
    raise ValueError(f"no token has {size} bytes")


def malformed():
    def one(name, note, file):
        return refused(f"file-{name}", note, file, "malformed")

    yield one("empty", "nothing at all", "")
    yield one("blank", "blanks alone", " \t\r\n")
    yield one("mark-alone", "a byte order mark alone", "\ufeff")
    yield one("two-marks", "two byte order marks before a bare token", "\ufeff\ufeff" + TOKEN)
    yield one("utf16", "UTF-16", BLOCK.encode("utf-16"))
    yield one("words-alone", "words without a block", "Dear customer,\nyour licence follows.\n")
    yield one("bare-wrapped", "a bare token over two lines", TOKEN[:64] + "\n" + TOKEN[64:])
    yield one("bare-inner-space", "a space inside a bare token", TOKEN[:64] + " " + TOKEN[64:])
    yield one("bare-words", "words before a bare token", "Licence: " + TOKEN)
    yield one("bare-two", "two bare tokens", TOKEN + "\n" + MODULE)
    yield one("bare-form-feed", "a form feed after a bare token", TOKEN + "\x0c")
    yield one("bare-no-break-space", "a no-break space after a bare token", TOKEN + "\u00a0")
    yield one("bare-nul", "a NUL after a bare token", TOKEN + "\x00")
    yield one("no-begin", "an END line without its BEGIN line", TOKEN + "\n" + END + "\n")
    yield one("end-alone", "an END line alone", END)
    yield one("end-first", "an END line before a block", END + "\n" + BLOCK)
    yield one("end-twice", "an END line after a block", BLOCK + END + "\n")
    yield one("no-end", "no END line", BLOCK.replace(END, ""))
    yield one("begin-alone", "a BEGIN line alone", BEGIN)
    yield one("begin-twice", "a BEGIN line inside a block", BEGIN + "\n" + BLOCK)
    yield one("begin-inside", "a BEGIN line between a token's lines", BLOCK.replace("\n", f"\n{BEGIN}\n", 2))
    yield one("second-no-end", "a second block without its END line", BLOCK + BEGIN + "\n" + MODULE)
    yield one("indented-end", "an indented END line inside a block", BLOCK.replace(END, " " + END))
    yield one("indented-token", "a line of the token that is indented", BLOCK.replace("\n", "\n ", 1))
    yield one("tab-token", "a tab before a line of the token", BLOCK.replace("\n", "\n\t", 1))
    yield one(
        "inner-space", "a space inside a line of the token", BLOCK.replace(TOKEN[:9], TOKEN[:4] + " " + TOKEN[4:9])
    )
    yield one("quoted", "each line quoted as a mail does", "> " + BLOCK.replace("\n", "\n> "))
    yield one("indented", "each line indented", "  " + BLOCK.replace("\n", "\n  "))
    yield one("padding", "padding at the end of a block's token", BLOCK.replace("\n" + END, "==\n" + END))
    yield one("header-line", "a header line as PEM had them", BLOCK.replace("\n", "\nVersion: 1\n", 1))
    yield one("comment-line", "a comment inside a block", BLOCK.replace("\n", "\n# a comment\n", 1))
    yield one("nul-inside", "a NUL inside a block", BLOCK.replace("\n", "\n\x00\n", 1))
    yield one("not-ascii-inside", "a letter beyond ASCII inside a block", BLOCK.replace("\n", "\né\n", 1))
    yield one("mark-inside", "a byte order mark inside a block", BLOCK.replace("\n", "\n\ufeff", 1))
    yield one("form-feed-inside", "a form feed at the end of a line inside", BLOCK.replace("\n", "\x0c\n", 2))
    yield one("next-line-ends", "lines that end in NEL", BLOCK.replace("\n", "\x85"))
    yield one("other-begin", "another spelling in the BEGIN line", BLOCK.replace("BEGIN LICENSE", "BEGIN LICENCE"))
    yield one("other-end", "another spelling in the END line", BLOCK.replace("END LICENSE", "END LICENCE"))
    yield one(
        "lower-case",
        "armour lines in lower case",
        BLOCK.replace("BEGIN LICENSE", "begin license").replace("END LICENSE", "end license"),
    )
    yield one("short-dashes", "four dashes before BEGIN", BLOCK[1:])
    yield one("more-dashes", "six dashes after END", BLOCK.replace(END, END + "-"))
    yield one("empty-block", "a block of nothing", f"{BEGIN}\n{END}\n")
    yield one("two-tokens-in-block", "two tokens in one block", BLOCK.replace("\n" + END, "\n" + MODULE + "\n" + END))
    yield one("split-over-blocks", "one token over two blocks", armored(TOKEN[:64]) + armored(TOKEN[64:]))


def sizes():
    yield refused(
        "file-over-cap",
        "a file of 262,145 bytes, good otherwise",
        [("\n", 262_145 - len(BLOCK)), (BLOCK, 1)],
        "too-large",
    )
    yield refused("file-over-cap-words", "a file of 262,145 bytes of nothing", [("A", 262_145)], "too-large")
    yield refused(
        "file-over-cap-mark",
        "the byte order mark counts",
        [("\ufeff", 1), (BLOCK, 1), ("\n", 262_142 - len(BLOCK))],
        "too-large",
    )
    yield refused("token-over-cap", "a token of 65,537 bytes", [("A", 65_537)], "too-large")
    yield refused(
        "token-over-cap-signed",
        "a token of 65,540 bytes that is good otherwise",
        armored(sized(65_540)[0]),
        "too-large",
    )
    yield refused(
        "token-over-cap-words",
        "words of more than 65,536 bytes without a block",
        [("Dear customer, ", 5_000)],
        "too-large",
    )
    yield refused("token-at-cap", "65,536 bytes that are no token", [("A", 65_536)], "malformed")
    yield refused(
        "token-over-cap-blanks",
        "blanks around do not count to a token",
        [(" ", 65_000), ("A", 600), ("\n", 65_000)],
        "malformed",
    )
    yield refused(
        "armour-before-token-size",
        "the armour of the file comes before the size of a token",
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
    yield refused("bundle-65-bad", "65 blocks come before the first one's signature", [(armored(bad), 65)], "malformed")
    yield refused("bundle-first-bad", "the first of two is bad", armored(bad) + BLOCK, "signature-invalid", block=1)
    yield refused("bundle-second-bad", "the second of two is bad", BLOCK + armored(bad), "signature-invalid", block=2)
    yield refused(
        "bundle-both-bad",
        "the first one's error is told, although its check comes later",
        armored(bad) + armored(unknown),
        "signature-invalid",
        block=1,
    )
    yield refused(
        "bundle-both-bad-other",
        "the first one's error is told",
        armored(unknown) + armored(bad),
        "unknown-key",
        block=1,
    )
    yield refused("bundle-empty-second", "the second block is empty", BLOCK + f"{BEGIN}\n{END}\n", "malformed", block=2)
    yield accepted(
        "bundle-other-node",
        "a licence of other nodes beside one that is not bound",
        armored(other) + BLOCK,
        foreign,
        BASE_ENTRY,
        node="node-a",
    )
    yield accepted(
        "bundle-all-other-nodes", "licences of other nodes alone", armored(other) * 2, foreign, foreign, node="node-a"
    )
    yield refused(
        "bundle-other-node-then-bad",
        "a licence of other nodes does not end the checks",
        armored(other) + armored(bad),
        "signature-invalid",
        block=2,
        node="node-a",
    )
    yield refused(
        "bundle-bad-then-other-node",
        "a bad one before a licence of other nodes",
        armored(bad) + armored(other),
        "signature-invalid",
        block=1,
        node="node-a",
    )
    yield refused(
        "bundle-wrong-product-second",
        "the second is for another product",
        BLOCK + armored(ed25519.token(changed(PLUS, "aud", "other"))),
        "wrong-product",
        block=2,
    )


def cases():
    yield from tolerated()
    yield from malformed()
    yield from sizes()
    yield from bundles()

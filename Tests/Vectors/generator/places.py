"""Cases for section 1.4: the line and the block of an error, and which of several errors is reported."""

from .blocks import BEGIN, BLOCK, EMPTY, END, LINES, MODULE, MODULE_BLOCK, TOKEN, inserted, malformed
from .case import refused
from .signers import armored

BODY = BLOCK.replace(f"{END}\n", "")
BAD = armored(TOKEN.rsplit(".", 1)[0] + "." + "A" * 86)


def line_ends():
    errors = (
        ("look", "a line that looks like a marker", f"Dear customer,\n\n> {BEGIN}\n" + BLOCK, 3, None),
        ("byte", "an invalid byte", "\n" + inserted(4, "="), 5, 1),
        ("begin", "a BEGIN marker in a block", "\n" + inserted(3, BEGIN + "\n"), 4, 1),
        ("no-end", "no END marker", "Dear customer,\n\n\n" + BODY, 4, 1),
        ("other-end", "another END marker", "\n" + BLOCK.replace(END, END.lower()), LINES + 1, 1),
        ("after-end", "text after the END marker", "\n\n" + BLOCK[:-1] + "x\n", LINES + 2, None),
        ("second", "an invalid byte in the second block", BLOCK + "\n\n" + inserted(2, "="), LINES + 4, 2),
    )
    for ends, end in {"LF": "\n", "CR": "\r", "CRLF": "\r\n"}.items():
        for name, note, file, line, block in errors:
            yield malformed(
                f"line-{ends.lower()}-{name}", f"{note}; lines end in {ends}", file.replace("\n", end), line, block
            )
        yield malformed(
            f"line-{ends.lower()}-65",
            f"65 blocks; lines end in {ends}",
            [(BLOCK.replace("\n", end), 65)],
            64 * LINES + 1,
        )
    look = f"> {BEGIN}\n"
    for name, note, before, line in (
        ("lfcr", "an LF and a CR are two line ends", "words\n\r", 3),
        ("crcrlf", "a CR and a CRLF are two line ends", "words\r\r\n", 3),
        ("crlfcr", "a CRLF and a CR are two line ends", "words\r\n\r", 3),
        ("crlflf", "a CRLF and an LF are two line ends", "words\r\n\n", 3),
        ("crlfcrlf", "two CRLF", "\r\n\r\n", 3),
        ("mixed", "an LF, a CR and a CRLF", "words\nwords\rwords\r\n", 4),
        ("nel", "a NEL does not end a line", "words\u0085words\n", 2),
        ("separators", "line and paragraph separators do not end a line", "words\u2028words\u2029words\n", 2),
        ("controls", "VT, FF and the control characters 1C to 1F do not end a line", "\x0b\x0c\x1c\x1d\x1e\x1f\n", 2),
        ("nul", "a NUL does not end a line", "\x00words\n", 2),
        ("escapes", "escapes do not end a line", "words\\n\\r\\n\n", 2),
        ("mark", "a byte order mark is part of line 1", "\ufeff", 1),
        ("mark-line", "a byte order mark alone on line 1", "\ufeff\n", 2),
        ("long", "a long line", "words " * 2_000 + "\n", 2),
    ):
        yield malformed(f"line-{name}", f"{note}, before a line that looks like a marker", before + look + BLOCK, line)
    yield malformed(
        "line-200", "a line that looks like a marker after 200 lines", [("words\n", 200), (look + BLOCK, 1)], 201
    )
    yield malformed("line-last", "a line that looks like a marker, without a line end", BLOCK + "\n" + END, LINES + 2)

    def inside(name, note, file, line, block=1):
        return malformed(f"line-{name}", note, file, line, block)

    yield inside(
        "mark-block",
        "an invalid byte on line 1, after a byte order mark and the BEGIN marker",
        "\ufeff" + BLOCK.replace("\n", "=\n", 1),
        1,
    )
    yield inside(
        "end-of-line", "an invalid byte at the end of a line", BLOCK.replace(TOKEN[64:128], TOKEN[64:128] + "="), 3
    )
    yield inside(
        "before-crlf",
        "an invalid byte before a CRLF",
        BLOCK.replace(TOKEN[64:128], TOKEN[64:128] + "=").replace("\n", "\r\n"),
        3,
    )
    yield inside("after-crlf", "an invalid byte after a CRLF", BLOCK.replace("\n", "\r\n=", 1), 2)
    yield inside("escapes-block", "escapes in a block do not end a line", inserted(3, "\\n\\r\\n="), 3)
    yield inside("one-line", "an invalid byte in a block on one line", BLOCK.replace("\n", "\\n").replace(".", ".="), 1)
    yield inside(
        "one-line-second", "an invalid byte in the second block on one line", BLOCK[:-1] + BEGIN + "=\n" + END, LINES, 2
    )
    yield inside("indented", "no END marker, and an indented BEGIN marker", "\n  " + BODY, 2)
    yield inside("escaped", "no END marker, and a BEGIN marker after an escape", "\n\\n" + BODY, 2)
    for count in (2, 3, 64):
        yield malformed(
            f"block-{count}-byte",
            f"an invalid byte in block {count}",
            [(EMPTY + "\n", count - 1), (BEGIN + "\n=\n" + END, 1)],
            count + 1,
            count,
        )
        yield malformed(
            f"block-{count}-begin",
            f"a BEGIN marker in block {count}",
            [(EMPTY, count - 1), (BEGIN + "\n" + BEGIN, 1)],
            2,
            count,
        )
        yield malformed(
            f"block-{count}-no-end",
            f"no END marker in block {count}",
            [(EMPTY + "\n", count - 1), (BEGIN + "\n", 1)],
            count,
            count,
        )


def no_end():
    """A block that does not end, and a later line that looks like a marker."""

    def one(name, note, file, line, block=1):
        return malformed(f"no-end-{name}", note, file, line, block)

    for name, note, other in (
        ("four-dashes", "four hyphens before END", END[1:]),
        ("four-dashes-after", "four hyphens after LICENSE", END[:-1]),
        ("no-dashes", "no hyphens around END LICENSE", "END LICENSE"),
        ("lowercase", "an END marker in lowercase", END.lower()),
        ("capitalized", "a capitalized END marker", END.title()),
        ("two-spaces", "two spaces in the END marker", END.replace(" ", "  ")),
        ("tab", "a tab in the END marker", END.replace(" ", "\t")),
        ("no-space", "no space in the END marker", END.replace(" ", "")),
        ("underscore", "an underscore in the END marker", END.replace(" ", "_")),
        ("indented", "an indented END marker in lowercase", "  " + END.lower()),
        ("begin", "a BEGIN marker in lowercase", BEGIN.lower()),
        ("digits", "an END marker in lowercase, and a digit", END.lower() + "1"),
    ):
        yield one(name, f"{note}, and no END marker", BODY + other + "\n", LINES)
        yield one(
            f"{name}-words",
            f"{note}, and later words that could be part of a token",
            BODY + other + "\nKind regards\n",
            LINES,
        )
    lower = END.lower()
    yield one(
        "comma",
        "a line that looks like a marker, and later a comma, which is an invalid byte",
        f"{BODY}{lower}\nKind regards,\nMary\n",
        LINES + 1,
    )
    yield one(
        "en-dashes",
        "en dashes in the END marker, which are invalid bytes",
        BODY + END.replace("-", "\u2013") + "\n",
        LINES,
    )
    yield one("two", "two such lines; the first is reported", f"{BODY}{lower}\nwords\n{lower}\n", LINES)
    yield one("last", "such a line without a line end", BODY + lower, LINES)
    yield one("other-words", "a line with other letters does not look like a marker", f"{BODY}The{lower}\n", 1)
    yield one(
        "escape", "a line with an escape, which has a letter, does not look like a marker", f"{BODY}\\n{lower}\n", 1
    )
    yield one("same-line", "only lines after the line of the BEGIN marker count", f"{BEGIN}{TOKEN}{lower}\n", 1)
    yield one(
        "same-line-later", "only the line after the line of the BEGIN marker counts", f"{BEGIN}{lower}\n{lower}\n", 2
    )
    yield one("run-59", "other letters, and 59 token characters in a row", f"{BEGIN}\n{TOKEN[:51]}{lower}\n", 1)
    yield one("run-60", "other letters, and 60 token characters in a row", f"{BEGIN}\n{TOKEN[:52]}{lower}\n", 2)
    yield one("second", "such a line in the second block", f"{BLOCK}{BEGIN}\n{MODULE}\n{lower}\n", LINES + 3, 2)
    yield one(
        "before",
        "such a line before the END marker of the first block does not count",
        f"{BEGIN}\n{lower}\n{END}\n{BEGIN}\nAAAA\n",
        4,
        2,
    )
    yield one("crlf", "such a line, and lines end in CRLF", f"{BODY}{lower}\n".replace("\n", "\r\n"), LINES)


def many():
    """At most 64 blocks."""

    def one(name, note, file, line):
        return malformed(f"bundle-65-{name}", note, file, line)

    line, full = EMPTY + " ", BLOCK.replace("\n", " ")
    yield one("bad", "the number of blocks is checked before the signature of the first", [(BAD, 65)], 64 * LINES + 1)
    yield one("line", "65 blocks on one line", [(full, 65)], 1)
    yield one("escapes", "65 blocks on one line, joined by escapes", [(BLOCK.replace("\n", "\\n"), 65)], 1)
    yield one("lines", "65 blocks, each on one line", [(full + "\n", 65)], 65)
    yield one(
        "on-end",
        "block 65 starts after the END marker of block 64, on its line",
        [(BLOCK, 63), (BLOCK[:-1], 1), (BLOCK, 1)],
        64 * LINES,
    )
    yield one("indented", "block 65 is indented", [(line, 64), ("\n\n  " + BLOCK, 1)], 3)
    yield one("escape", "block 65 starts after an escape", [(line, 64), ("\n\\n" + BLOCK, 1)], 2)
    yield one("later", "text before block 65", [(line, 64), ("\nDear customer,\n" + BLOCK, 1)], 3)
    yield one("alone", "only the BEGIN marker of block 65", [(line, 64), ("\n" + BEGIN, 1)], 2)
    yield one("byte", "an invalid byte in block 65 is not read", [(line, 64), ("\n" + BEGIN + "\n=\n" + END, 1)], 2)
    yield one("66", "66 empty blocks", [(line + "\n", 66)], 65)
    yield one("quoted", "a 65th block that is quoted", [(line, 64), ("\n\n> " + BLOCK.replace("\n", "\n> "), 1)], 3)
    yield one(
        "text",
        "a BEGIN marker after a letter is text, and the END marker looks like a marker",
        [(line, 64), ("\nx" + BLOCK, 1)],
        LINES + 1,
    )
    yield one(
        "look-first",
        "a line that looks like a marker before block 65",
        [(line + "\n", 64), (END + "\n" + BLOCK, 1)],
        65,
    )
    yield one(
        "after-end-first",
        "text after the END marker of block 64 before block 65",
        [(line + "\n", 63), (line + "x\n" + BLOCK, 1)],
        64,
    )
    yield malformed("bundle-64-empty", "64 blocks on one line, which are empty", [(EMPTY, 64)], block=1)
    yield malformed("bundle-64-text", "64 empty blocks and text", [(EMPTY + "\n", 64), ("Regards\n", 1)], block=1)


def order():
    look = f"> {BEGIN}\n"

    def one(name, note, file, line, block=None):
        return malformed(f"first-{name}", note, file, line, block)

    yield one("look-byte", "a line that looks like a marker before an invalid byte", look + inserted(3, "="), 1)
    yield one("byte-look", "an invalid byte before a line that looks like a marker", inserted(3, "=") + look, 3, 1)
    yield one("two-looks", "two lines that look like markers", f"\n{look}{BLOCK}{look}", 2)
    yield one("two-bytes", "two invalid bytes", inserted(3, "=").replace(END, "=" + END), 3, 1)
    yield one("two-blocks", "an invalid byte in each of two blocks", inserted(4, "=") + inserted(3, "="), 4, 1)
    yield one("look-no-end", "a line that looks like a marker before a block that does not end", look + BODY, 1)
    yield one(
        "byte-no-end", "an invalid byte in a block that does not end", inserted(3, "=").replace(f"{END}\n", ""), 3, 1
    )
    yield one("begin-byte", "a BEGIN marker in a block before an invalid byte", inserted(3, BEGIN + "="), 3, 1)
    yield one("byte-begin", "an invalid byte before a BEGIN marker in a block", inserted(3, "=" + BEGIN), 3, 1)
    yield one(
        "after-end-look",
        "text after an END marker before a line that looks like a marker",
        BLOCK[:-1] + "x\n" + look,
        LINES,
    )
    yield one(
        "look-after-end",
        "a line that looks like a marker before text after an END marker",
        look + BLOCK[:-1] + "x\n",
        1,
    )
    yield one(
        "after-end-byte",
        "text after the first block before an invalid byte in the second",
        BLOCK[:-1] + "x\n" + inserted(3, "="),
        LINES,
    )
    yield one(
        "byte-after-end",
        "an invalid byte in a block before text after its END marker",
        inserted(3, "=")[:-1] + "x\n",
        3,
        1,
    )
    yield one(
        "no-end-begin",
        "a block that does not end before another block, which has an invalid byte",
        BODY + inserted(3, "="),
        LINES,
        1,
    )

    # The form of the whole file is checked before any token.
    yield one(
        "look-signature",
        "a line that looks like a marker after a block with an invalid signature",
        BAD + look,
        LINES + 1,
    )
    yield one(
        "byte-signature",
        "an invalid byte in a block after one with an invalid signature",
        BAD + inserted(3, "="),
        LINES + 3,
        2,
    )
    yield one(
        "no-end-signature", "a block that does not end after one with an invalid signature", BAD + BODY, LINES + 1, 2
    )
    yield one("after-end-signature", "text after a block with an invalid signature", BAD[:-1] + "x\n", LINES)
    yield one("look-empty", "a line that looks like a marker after an empty block", EMPTY + "\n" + look, 2)
    yield one(
        "byte-token",
        "an invalid byte in the second block, and the first has no dot",
        f"{BEGIN}AAAA{END}\n" + inserted(3, "="),
        4,
        2,
    )
    yield one("look-bare", "a line that looks like a marker after a line that is not a token", "words\n" + look, 2)
    yield refused(
        "first-text-signature",
        "text after a block with an invalid signature",
        BAD + "Regards\n" + MODULE_BLOCK,
        "signature-invalid",
        None,
        1,
    )


def cases():
    yield from line_ends()
    yield from no_end()
    yield from many()
    yield from order()

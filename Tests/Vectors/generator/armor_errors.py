"""Cases for section 1.2: what a block must not contain, and how it must end."""

from .blocks import (
    BEGIN,
    BLOCK,
    EMPTY,
    END,
    LINES,
    MODULE,
    MODULE_BLOCK,
    TOKEN,
    inserted,
    inserted_bytes,
    joined,
    malformed,
)
from .signers import armored

CHARACTERS = {
    "padding": ("an equals sign", "="),
    "plus": ("a plus", "+"),
    "slash": ("a slash", "/"),
    "colon": ("a colon", ":"),
    "quote-mark": ("the mark of a quotation in mail", "> "),
    "number-sign": ("a number sign", "#"),
    "comma": ("a comma", ","),
    "at": ("an at sign", "@"),
    "bracket": ("a bracket", "["),
    "caret": ("a caret", "^"),
    "backtick": ("a backtick", "`"),
    "brace": ("a brace", "{"),
    "asterisk": ("an asterisk", "*"),
    "quotation-mark": ("a quotation mark", '"'),
    "percent": ("a percent-encoded line end", "%0A"),
    "entity": ("an encoded line end of HTML", "&#10;"),
    "element": ("a line break of HTML", "<br>"),
    "nul": ("a NUL", "\x00"),
    "control-01": ("the control character 01", "\x01"),
    "backspace": ("a backspace", "\x08"),
    "vertical-tab": ("a vertical tab", "\x0b"),
    "form-feed": ("a form feed", "\x0c"),
    "escape": ("the control character ESC", "\x1b"),
    "separator": ("the control character 1C", "\x1c"),
    "control-1f": ("the control character 1F", "\x1f"),
    "delete": ("the control character DEL", "\x7f"),
    "next-line": ("a NEL", "\u0085"),
    "no-break-space": ("a no-break space", "\u00a0"),
    "soft-hyphen": ("a soft hyphen", "\u00ad"),
    "letter": ("a non-ASCII letter", "é"),
    "digit": ("a non-ASCII digit", "\u0661"),
    "zero-width-space": ("a zero-width space", "\u200b"),
    "hyphen": ("a non-ASCII hyphen", "\u2010"),
    "en-dash": ("an en dash", "\u2013"),
    "line-separator": ("a line separator", "\u2028"),
    "paragraph-separator": ("a paragraph separator", "\u2029"),
    "ideographic-space": ("an ideographic space", "\u3000"),
    "mark": ("a byte order mark", "\ufeff"),
    "full-width-letter": ("a full-width letter", "\uff21"),
    "full-width-stop": ("a full-width full stop", "\uff0e"),
}

# Texts with a backslash that does not start an escape.
OTHER_ESCAPES = {
    "tab": ("the escape of a tab", "\\t"),
    "uppercase-n": ("a backslash and an uppercase N", "\\N"),
    "uppercase-r": ("a backslash and an uppercase R", "\\R"),
    "double": ("an escaped backslash before the letter n", "\\\\n"),
    "unicode": ("the escape of a line feed by its number", "\\u000a"),
    "hexadecimal": ("the escape of a line feed in hexadecimal", "\\x0a"),
    "octal": ("the escape of a line feed in octal", "\\012"),
    "zero": ("the escape of a NUL", "\\0"),
    "quote": ("an escaped quotation mark", '\\"'),
    "hyphen": ("an escaped hyphen", "\\-"),
    "space": ("a backslash before a space", "\\ "),
    "divided": ("a space between a backslash and the letter n", "\\ n"),
    "line": ("a backslash at the end of a line", "\\\n"),
    "line-crlf": ("a backslash before a CRLF", "\\\r\n"),
    "line-n": ("a line end between a backslash and the letter n", "\\\nn"),
    "after": ("a backslash after an escape", "\\n\\"),
}


def invalid_bytes():
    for name, (note, character) in CHARACTERS.items():
        yield malformed(f"armor-byte-{name}", f"{note} in a block", inserted(3, character), 3, 1)
    for byte in (0x80, 0x85, 0xA0, 0xC3, 0xFF):
        yield malformed(
            f"armor-byte-{byte:02x}",
            f"the byte {byte:02X} in a block, which is not UTF-8",
            inserted_bytes(3, bytes([byte])),
            3,
            1,
        )
    for name, (note, character) in OTHER_ESCAPES.items():
        yield malformed(f"armor-backslash-{name}", f"{note} in a block", inserted(4, character), 4, 1)

    def one(name, note, file, line):
        return malformed(f"armor-{name}", note, file, line, 1)

    yield one("backslash-end", "a backslash before the END marker", inserted(LINES, "\\"), LINES)
    yield one("backslash-last", "a backslash at the end of the file, in a block", BEGIN + "\n" + TOKEN + "\\", 2)
    yield one("backslash-begin", "a backslash after the BEGIN marker", BLOCK.replace("\n", "\\\n", 1), 1)
    yield one("slash-n", "a slash and the letter n in a block", joined("/n"), 1)
    yield one(
        "padded", "padding at the end of the token in a block", BLOCK.replace(f"\n{END}", f"==\n{END}"), LINES - 1
    )
    yield one("header-line", "a header line as in older PEM files", BLOCK.replace("\n", "\nVersion: 1\n", 1), 2)
    yield one("header-on-begin", "a header on the line of the BEGIN marker", BLOCK.replace("\n", " Version: 1\n", 1), 1)
    yield one("comment-line", "a comment in a block", BLOCK.replace("\n", "\n# a comment\n", 1), 2)
    yield one("comment-on-begin", "a comment after the BEGIN marker", BLOCK.replace("\n", " # a comment\n", 1), 1)
    yield one("comma-on-end", "a comma before the END marker, on its line", inserted(LINES, ","), LINES)
    yield one("next-line-ends", "lines that end in NEL", BLOCK.replace("\n", "\x85"), 1)
    yield one("line-separator-ends", "lines that end in a line separator", BLOCK.replace("\n", "\u2028"), 1)
    yield one("form-feed-ends", "lines that end in a form feed", BLOCK.replace("\n", "\x0c"), 1)
    yield one("pipe-joined", "a block on one line, joined by other characters", joined("|"), 1)
    yield one("quoted-token", "the lines of the token are quoted", BLOCK.replace("\n", "\n> ", LINES - 2), 2)
    yield one("quoted-end", "only the END marker is quoted", inserted(LINES, "> "), LINES)
    soft = armored(TOKEN, 1_000).replace(TOKEN, TOKEN[:75] + "=\n" + TOKEN[75:150] + "=\n" + TOKEN[150:])
    yield one("quoted-printable", "a long line of a block in quoted-printable", soft, 2)
    yield one(
        "quoted-printable-ends", "a block in quoted-printable with encoded line ends", BLOCK.replace("\n", "=0A=\n"), 1
    )


def hyphens():
    """Hyphens next to a marker belong to the token, and section 2 refuses it."""
    yield malformed(
        "armor-hyphens-end",
        "six hyphens before END, of which the first is part of the token",
        inserted(LINES, "-"),
        block=1,
    )
    yield malformed(
        "armor-hyphens-ten",
        "ten hyphens before END, of which five are part of the token",
        inserted(LINES, "-----"),
        block=1,
    )
    yield malformed(
        "armor-hyphens-begin",
        "six hyphens after BEGIN, of which the last is part of the token",
        BLOCK.replace(BEGIN, BEGIN + "-"),
        block=1,
    )
    yield malformed(
        "armor-like-end-inside",
        "a line in a block that looks like a marker is part of the token if the block ends",
        inserted(LINES, "-----end license-----\n"),
        block=1,
    )
    yield malformed(
        "armor-broken-end-inside",
        "an END marker with a line end in it is part of the token if the block ends",
        inserted(LINES, END.replace(" ", "\n") + "\n"),
        block=1,
    )


def begin_inside():
    def one(name, note, file, line, block=1):
        return malformed(f"armor-{name}", note, file, line, block)

    yield one("begin-twice", "a BEGIN marker on the line after a BEGIN marker", BEGIN + "\n" + BLOCK, 2)
    yield one("begin-twice-line", "a BEGIN marker after a BEGIN marker, on its line", BEGIN + BLOCK, 1)
    yield one("begin-inside", "a BEGIN marker between two lines of a token", inserted(3, BEGIN + "\n"), 3)
    yield one("begin-inside-indented", "an indented BEGIN marker in a block", inserted(3, "  " + BEGIN + "\n"), 3)
    yield one("begin-inside-escape", "a BEGIN marker after an escape in a block", inserted(3, "\\n" + BEGIN + "\n"), 3)
    yield one("begin-inside-token", "a BEGIN marker after a character of the token", inserted(3, "A" + BEGIN), 3)
    yield one("begin-inside-hyphens", "a BEGIN marker after a hyphen in a block", inserted(3, "-" + BEGIN), 3)
    yield one("begin-for-end", "a BEGIN marker in place of the END marker", BLOCK.replace(END, BEGIN), LINES)
    yield one("begin-second", "a BEGIN marker in the second block", BLOCK + BEGIN + "\n" + MODULE_BLOCK, LINES + 2, 2)
    yield one(
        "begin-no-end",
        "no END marker before the BEGIN marker of the next block",
        BLOCK.replace(f"{END}\n", "") + MODULE_BLOCK,
        LINES,
    )
    yield one("begin-no-end-line", "the same on one line", joined("", BLOCK.replace(f"{END}\n", "") + MODULE_BLOCK), 1)


def after_end():
    def one(name, note, after, line=LINES):
        return malformed(
            f"armor-after-{name}", f"{note} after the END marker, on its line", BLOCK[:-1] + after + "\n", line
        )

    yield one("word", "a word", " Regards")
    yield one("letter", "a letter", "x")
    yield one("full-stop", "a full stop", ".")
    yield one("comma", "a comma", ",")
    yield one("hyphen", "a hyphen", "-")
    yield one("quotation-mark", "a quotation mark", '"')
    yield one("element", "an element of HTML", "</pre>")
    yield one("backslash", "a backslash", "\\")
    yield one("tab-escape", "the escape of a tab", "\\t")
    yield one("double-escape", "an escaped backslash and the letter n", "\\\\n")
    yield one("uppercase-escape", "a backslash and an uppercase N", "\\N")
    yield one("escape-word", "an escape and a word", "\\nRegards")
    yield one("end", "another END marker", END)
    yield one("end-space", "a space and another END marker", " " + END)
    yield one("token", "a token", " " + MODULE)
    yield one("form-feed", "a form feed", "\x0c")
    yield one("vertical-tab", "a vertical tab", "\x0b")
    yield one("nul", "a NUL", "\x00")
    yield one("no-break-space", "a no-break space", "\u00a0")
    yield one("next-line", "a NEL", "\u0085")
    yield one("mark", "a byte order mark", "\ufeff")
    yield one("word-block", "a word and another block", " and " + MODULE_BLOCK)
    yield one("comma-block", "a comma and another block", "," + MODULE_BLOCK)
    yield one("escape-block", "the escape of a tab and another block", "\\t" + MODULE_BLOCK)
    yield one("quoted-block", "another block, which is quoted", " > " + joined("", MODULE_BLOCK))
    yield one(
        "lowercase-block",
        "the BEGIN marker of another block, in lowercase",
        " " + MODULE_BLOCK.replace(BEGIN, BEGIN.lower()),
    )
    yield one("broken-block", "a BEGIN marker with a line end in it", " " + MODULE_BLOCK.replace("BEGIN ", "BEGIN\n"))
    yield malformed(
        "armor-after-last", "a word after the END marker, at the end of the file", BLOCK[:-1] + " Regards", LINES
    )
    yield malformed("armor-after-one-line", "a word after a block on one line", joined("") + " Regards", 1)
    yield malformed(
        "armor-after-second", "a word after the second block", BLOCK + joined(" ", MODULE_BLOCK) + " Regards", LINES + 1
    )
    yield malformed("armor-after-empty", "a word after an empty block", EMPTY + " Regards", 1)


def unfinished():
    """The file ends in a block."""

    def one(name, note, file, line=1, block=1):
        return malformed(f"armor-{name}", note, file, line, block)

    body = BLOCK.replace(f"{END}\n", "")
    yield one("begin-alone", "only a BEGIN marker", BEGIN)
    yield one("begin-line", "only a line with a BEGIN marker", BEGIN + "\n")
    yield one("no-end", "no END marker", body)
    yield one("no-end-line", "no END marker, on one line", BEGIN + TOKEN)
    yield one("no-end-words", "no END marker, and text that could be part of a token", body + "Kind regards\n")
    yield one("no-end-later", "no END marker in a block that starts on the third line", "Dear customer,\n\n" + body, 3)
    yield one("no-end-second", "no END marker in the second block", BLOCK + BEGIN + "\n" + MODULE, LINES + 1, 2)
    yield one(
        "no-end-second-line",
        "the same, and the second block starts after the first, on its line",
        BLOCK[:-1] + BEGIN + "\n" + MODULE,
        LINES,
        2,
    )
    yield one("cut", "the END marker is cut off in the middle", body + END[:12])
    # If all letters of the marker are on one line, that line looks like a marker.
    for index, line in {1: LINES + 1, 5: LINES + 1, 8: 1, 9: 1, 12: 1, 16: LINES, 20: LINES}.items():
        file = BLOCK.replace(END, END[:index] + "\n" + END[index:])
        yield one(f"broken-end-{index}", f"a line end after {index} characters of the END marker", file, line)
    yield one("broken-end-escape", "an escape in the END marker", BLOCK.replace("END ", "END\\n "))
    yield one("broken-end-crlf", "a CRLF in the END marker", BLOCK.replace("END ", "END \r\n"))


def cases():
    yield from invalid_bytes()
    yield from hyphens()
    yield from begin_inside()
    yield from after_end()
    yield from unfinished()

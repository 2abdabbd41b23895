"""Cases for sections 1.1 and 1.2: where a block starts, and everything that it can contain."""

from .blocks import (
    BASE_ENTRY,
    BEGIN,
    BLOCK,
    END,
    LINES,
    MODULE,
    MODULE_BLOCK,
    PLUS_ENTRY,
    TOKEN,
    inserted,
    joined,
    malformed,
    read,
)
from .case import BASE, accepted, changed, content
from .signers import armored, es384

# The signature of this license ends in a hyphen.
HYPHEN = changed(BASE, "jti", "hyphen-104")
HYPHEN_TOKEN = es384.token(HYPHEN)
assert HYPHEN_TOKEN.endswith("-")


def starts():
    def one(name, note, before):
        return read(f"armor-start-{name}", f"{note} before the BEGIN marker", before + BLOCK)

    yield read("armor-block", "a block", BLOCK)
    yield one("space", "a space", " ")
    yield one("tab", "a tab", "\t")
    yield one("blanks", "spaces and tabs", " \t  \t")
    yield one("long", "1,000 spaces", " " * 1_000)
    yield one("escape-n", r"the escape \n", "\\n")
    yield one("escape-r", r"the escape \r", "\\r")
    yield one("escape-crlf", r"the escapes \r\n", "\\r\\n")
    yield one("escapes-blanks", "spaces, tabs and escapes", " \\n\t\\r\\n \\n ")
    yield one("mark", "a byte order mark", "\ufeff")
    yield one("mark-blanks", "a byte order mark and spaces", "\ufeff  ")
    yield one("mark-escape", "a byte order mark and an escape", "\ufeff\\n")
    yield one("mark-line", "a byte order mark on the line", "\ufeff\n")
    yield one("words", "lines of text", "Dear customer,\nhere is your license.\n")
    yield one("words-blanks", "a line of text, and spaces", "Dear customer,\n    ")
    yield one("words-escape", "a line of text, and an escape", "Dear customer,\n\\n")

    # Here the line of the BEGIN marker is text, so the END marker is a line that looks like a marker.
    def lost(name, note, before):
        return malformed(
            f"armor-no-start-{name}", f"{note} before the BEGIN marker, on its line", before + BLOCK, LINES
        )

    yield lost("word", "a word", "License: ")
    yield lost("letter", "a letter", "x")
    yield lost("escape-letter", "an escape and another letter", "\\nn")
    yield lost("tab-escape", "the escape of a tab", "\\t")
    yield lost("uppercase-escape", "a backslash and an uppercase N", "\\N")
    yield lost("double-escape", "an escaped backslash and the letter n", "\\\\n")
    yield lost("unicode-escape", "the escape of a line feed by its number", "\\u000a")
    yield lost("element", "an element of HTML", "<pre>")
    yield lost("words-escape", "text and an escape", "Dear customer,\\n")
    yield lost("form-feed", "text and a form feed, which does not end a line", "words\x0c")
    yield malformed(
        "armor-no-start-line-end",
        "a BEGIN marker with a line end in it is text",
        BLOCK.replace("BEGIN ", "BEGIN\n"),
        LINES + 1,
    )
    yield malformed(
        "armor-no-start-escape-inside",
        "a BEGIN marker with an escape in it is text",
        BLOCK.replace("BEGIN ", "BEGIN \\n"),
        LINES,
    )


def layouts():
    """Line ends, white space and escapes anywhere in a block."""

    def one(name, note, file):
        return read(f"armor-{name}", note, file)

    yield one("no-last-newline", "the last line has no line end", BLOCK[:-1])
    yield one("crlf", "lines end in CRLF", BLOCK.replace("\n", "\r\n"))
    yield one("cr", "lines end in CR", BLOCK.replace("\n", "\r"))
    yield one("lfcr", "lines end in LF and CR", BLOCK.replace("\n", "\n\r"))
    yield one("mixed-ends", "LF, CR and CRLF in one file", BLOCK.replace("\n", "\r", 1).replace("\n", "\r\n", 1))
    yield one("trailing-blanks", "spaces and tabs at the end of each line", BLOCK.replace("\n", " \t \n"))
    yield one("trailing-blanks-cr", "spaces before a CRLF", BLOCK.replace("\n", "  \r\n"))
    yield one("empty-lines", "an empty line after each line", BLOCK.replace("\n", "\n\n"))
    yield one(
        "blank-lines", "lines of spaces and tabs in and around the block", "\n \t\n" + BLOCK.replace("\n", "\n \t\n")
    )
    for width in (1, 7, 63, 65, 76, 1_000):
        yield one(f"width-{width}", f"the token is wrapped at {width} characters", armored(TOKEN, width))
    yield one("indented", "each line is indented", "  " + BLOCK.replace("\n", "\n  "))
    yield one("indented-tab", "each line is indented with a tab", "\t" + BLOCK.replace("\n", "\n\t"))
    yield one("indented-more", "each line is indented more than the one before", more_indented())
    yield one("indented-token", "only the first line of the token is indented", inserted(2, " "))
    yield one("indented-end", "only the END marker is indented", inserted(LINES, " "))
    yield one("indented-end-tab", "a tab before the END marker", inserted(LINES, "\t"))
    yield one("yaml", "a block of text in YAML", "license: |\n  " + BLOCK.replace("\n", "\n  ") + "\nname: example\n")
    yield one(
        "yaml-secret",
        "a block of text in a secret of Kubernetes",
        "apiVersion: v1\nkind: Secret\nstringData:\n  license: |\n    " + BLOCK.replace("\n", "\n    "),
    )

    for name, note, separator in (
        ("nothing", "without line ends", ""),
        ("space", "joined by spaces", " "),
        ("tab", "joined by tabs", "\t"),
        ("blanks", "joined by spaces and tabs", "  \t "),
        ("escape-n", r"joined by the escape \n", "\\n"),
        ("escape-r", r"joined by the escape \r", "\\r"),
        ("escape-crlf", r"joined by the escapes \r\n", "\\r\\n"),
        ("escape-blanks", r"joined by the escape \n and spaces", "\\n    "),
        ("escape-twice", r"joined by two escapes \n", "\\n\\n"),
    ):
        yield one(f"line-{name}", f"a block on one line, {note}", joined(separator))
        yield one(
            f"line-{name}-text", "the same between lines of text", f"Dear customer,\n{joined(separator)}\nRegards\n"
        )
    yield one("escape-and-line", r"the escape \n at the end of each line", BLOCK.replace("\n", "\\n\n"))
    yield one("escape-and-crlf", r"the escapes \r\n at the end of each line", BLOCK.replace("\n", "\\r\\n\r\n"))
    yield one("escape-starts-line", r"the escape \n at the start of each line", "\\n" + BLOCK.replace("\n", "\n\\n"))

    for name, note, separator in (
        ("space", "a space", " "),
        ("tab", "a tab", "\t"),
        ("lf", "a line end", "\n"),
        ("crlf", "a CRLF", "\r\n"),
        ("escape-n", r"the escape \n", "\\n"),
        ("escape-r", r"the escape \r", "\\r"),
    ):
        yield one(
            f"each-{name}",
            f"{note} after each character of the token",
            BLOCK.replace("\n", "").replace(TOKEN, separator.join(TOKEN)),
        )
    dots = [index for index, character in enumerate(TOKEN) if character == "."]
    for name, index in {
        "first": 1,
        "before-dot": dots[0],
        "after-dot": dots[1] + 1,
        "middle": 200,
        "last": len(TOKEN) - 1,
    }.items():
        for kind, note, separator in (("space", "a space", " "), ("escape", r"the escape \n", "\\n")):
            yield one(
                f"{kind}-{name}",
                f"{note} in the token ({name})",
                armored(TOKEN[:index] + separator + TOKEN[index:], 1_000),
            )

    yield one("token-on-begin", "the token starts on the line of the BEGIN marker", BLOCK.replace("\n", "", 1))
    yield one("token-on-begin-space", "the same after a space", BLOCK.replace("\n", " ", 1))
    yield one("token-on-end", "the END marker is on the last line of the token", BLOCK.replace(f"\n{END}", END))
    yield one("token-on-end-space", "the same after a space", BLOCK.replace(f"\n{END}", f" {END}"))
    yield one("token-on-end-escape", "the same after an escape", BLOCK.replace(f"\n{END}", f"\\n{END}"))
    yield one(
        "token-on-both",
        "the token is between the markers, each of them on its line",
        BEGIN + TOKEN[:200] + "\n" + TOKEN[200:] + END,
    )
    entry = content(HYPHEN, es384)
    yield accepted("armor-hyphen", "a token that ends in a hyphen", armored(HYPHEN_TOKEN), entry)
    yield accepted(
        "armor-hyphen-end",
        "a token that ends in a hyphen, and the END marker after it",
        BEGIN + HYPHEN_TOKEN + END,
        entry,
    )


def more_indented():
    return "\n".join(" " * row + line for row, line in enumerate(BLOCK.split("\n")))


def text_around():
    def one(name, note, file):
        return read(f"armor-{name}", note, file)

    yield one("words-after", "text after the block", BLOCK + "Kind regards\n")
    yield one("words-not-ascii", "non-ASCII text around the block", "尊敬的客户\n" + BLOCK + "Grüße \U0001f511\n")
    yield one("words-token", "a bare token outside the blocks is text", MODULE + "\n" + BLOCK)
    yield one("words-token-after", "the same after the block", BLOCK + MODULE)
    yield one(
        "words-escapes", "escapes and backslashes outside the blocks are text", "\\n\\t\\\n" + BLOCK + "C:\\license\\\n"
    )
    yield one(
        "words-bytes",
        "bytes outside the block that are not UTF-8, and a NUL",
        b"\xff\xfe\x00\xc3\n" + BLOCK.encode() + b"\x80\n",
    )
    yield one("second-mark", "a second byte order mark is text", "\ufeff\ufeff\n" + BLOCK)
    yield one(
        "other-line-ends",
        "VT, FF, NEL and LS do not end a line, so this is one line of text",
        "\x0b\x0c\x85\u2028 words\n" + BLOCK,
    )
    yield one("words-last", "text without a line end", BLOCK + "Regards")
    for name, note, after in (
        ("blanks", "spaces and tabs", " \t "),
        ("escape-n", r"the escape \n", "\\n"),
        ("escape-r", r"the escape \r", "\\r"),
        ("escapes", "escapes, spaces and tabs", "\\r\\n \\n\t"),
    ):
        yield one(f"after-{name}", f"{note} after the END marker", BLOCK[:-1] + after + "\n")
        yield one(f"after-{name}-last", f"{note} after the END marker, at the end of the file", BLOCK[:-1] + after)


def several_on_a_line():
    for name, note, separator in (
        ("nothing", "nothing", ""),
        ("space", "a space", " "),
        ("tab", "a tab", "\t"),
        ("blanks", "spaces and tabs", " \t  "),
        ("escape-n", r"the escape \n", "\\n"),
        ("escape-crlf", r"the escapes \r\n", "\\r\\n"),
        ("escapes", "escapes, spaces and tabs", "\\n \\n\t\\r "),
    ):
        yield accepted(
            f"armor-two-{name}",
            f"{note} between an END marker and the BEGIN marker of another block",
            BLOCK[:-1] + separator + MODULE_BLOCK,
            BASE_ENTRY,
            PLUS_ENTRY,
        )
    for name, separator in {"nothing": "", "spaces": " ", "escapes": "\\n"}.items():
        yield accepted(
            f"armor-two-line-{name}",
            f"two blocks on one line, joined by {name}",
            joined(separator, BLOCK + MODULE_BLOCK),
            BASE_ENTRY,
            PLUS_ENTRY,
        )
    yield accepted(
        "armor-three-line",
        "three blocks on one line",
        joined(" ", BLOCK + MODULE_BLOCK + BLOCK),
        BASE_ENTRY,
        PLUS_ENTRY,
        BASE_ENTRY,
    )
    yield accepted(
        "armor-two-indented",
        "two indented blocks",
        "  " + (BLOCK + MODULE_BLOCK).replace("\n", "\n  "),
        BASE_ENTRY,
        PLUS_ENTRY,
    )
    yield accepted(
        "armor-two-cr",
        "two blocks with lines that end in CR",
        (BLOCK + MODULE_BLOCK).replace("\n", "\r"),
        BASE_ENTRY,
        PLUS_ENTRY,
    )


def cases():
    yield from starts()
    yield from layouts()
    yield from text_around()
    yield from several_on_a_line()

"""Cases for section 1.3: lines outside blocks that look like markers, and lines that are text."""

import json

from .blocks import BEGIN, BLOCK, EMPTY, END, LINES, MODULE_BLOCK, TOKEN, joined, malformed, read
from .signers import armored

BRITISH = "LICENCE"

# Lines whose letters are exactly those of a marker.
EXACT = {
    "quoted": ("a quoted BEGIN marker", f"> {BEGIN}"),
    "quoted-twice": ("a BEGIN marker that is quoted twice", f">> {BEGIN}"),
    "quoted-close": ("a quoted BEGIN marker without a space", f">{BEGIN}"),
    "quoted-bar": ("a BEGIN marker that is quoted with a bar", f"| {BEGIN}"),
    "quoted-end": ("a quoted END marker", f"> {END}"),
    "comment": ("a BEGIN marker in a comment", f"# {BEGIN}"),
    "comment-html": ("a BEGIN marker in a comment of HTML", f"<!-- {BEGIN} -->"),
    "quotation-marks": ("a BEGIN marker in quotation marks", f'"{BEGIN}"'),
    "backticks": ("a BEGIN marker in backticks", f"`{BEGIN}`"),
    "bold": ("a BEGIN marker in bold type of Markdown", f"**{BEGIN}**"),
    "list": ("a BEGIN marker in a numbered list", f"1. {BEGIN}"),
    "backslash": ("a backslash before a BEGIN marker", f"\\{BEGIN}"),
    "en-dashes": ("en dashes", BEGIN.replace("-----", "\u2013" * 5)),
    "em-dashes": ("em dashes", BEGIN.replace("-----", "\u2014" * 3)),
    "minus-signs": ("minus signs", BEGIN.replace("-", "\u2212")),
    "other-hyphens": ("non-breaking hyphens", BEGIN.replace("-", "\u2011")),
    "equals-signs": ("equals signs", BEGIN.replace("-", "=")),
    "underscores": ("underscores", BEGIN.replace("-", "_")),
    "four-dashes": ("four hyphens before BEGIN", BEGIN[1:]),
    "six-dashes": ("six hyphens before BEGIN", "-" + BEGIN),
    "no-dashes": ("no hyphens", "BEGIN LICENSE"),
    "no-dashes-before": ("no hyphens before BEGIN", "BEGIN LICENSE-----"),
    "lowercase": ("a BEGIN marker in lowercase", BEGIN.lower()),
    "capitalized": ("a capitalized BEGIN marker", BEGIN.title()),
    "mixed-case": ("a BEGIN marker in both cases", "-----BeGiN lIcEnSe-----"),
    "no-space": ("no space between the words", BEGIN.replace(" ", "")),
    "two-spaces": ("two spaces between the words", BEGIN.replace(" ", "  ")),
    "tab": ("a tab between the words", BEGIN.replace(" ", "\t")),
    "inner-no-break-space": ("a no-break space between the words", BEGIN.replace(" ", "\u00a0")),
    "hyphen": ("a hyphen between the words", BEGIN.replace(" ", "-")),
    "underscore": ("an underscore between the words", BEGIN.replace(" ", "_")),
    "spaced": ("a space after each letter", " ".join("BEGIN LICENSE")),
    "space-before-words": ("spaces between the hyphens and the words", "----- BEGIN LICENSE -----"),
    "no-break-space": ("a no-break space before a BEGIN marker", f"\u00a0{BEGIN}"),
    "ideographic-space": ("an ideographic space before a BEGIN marker", f"\u3000{BEGIN}"),
    "zero-width-space": ("a zero-width space before a BEGIN marker", f"\u200b{BEGIN}"),
    "mark": ("a byte order mark before a BEGIN marker that is not at the start of the file", f"\ufeff{BEGIN}"),
    "form-feed": ("a form feed before a BEGIN marker", f"\x0c{BEGIN}"),
    "vertical-tab": ("a vertical tab before a BEGIN marker", f"\x0b{BEGIN}"),
    "next-line": ("a NEL before a BEGIN marker", f"\u0085{BEGIN}"),
    "line-separator": ("a line separator before a BEGIN marker", f"\u2028{BEGIN}"),
    "nul": ("a NUL before a BEGIN marker", f"\x00{BEGIN}"),
    "inner-nul": ("a NUL after each character", "\x00".join(BEGIN)),
    "digits": ("digits between the letters", "0".join("BEGIN LICENSE")),
    "punctuation": ("punctuation between the letters", "B.E-G_I:N/L,I;C'E\"N(S)E!"),
    "not-ascii": ("non-ASCII letters between the letters", "é".join("BEGINLICENSE")),
    "chinese": ("Chinese before and after the words", "开始 BEGIN LICENSE 结束"),
    "end": ("an END marker without a BEGIN marker", END),
    "end-indented": ("an indented END marker without a BEGIN marker", f"  {END}"),
    "end-lowercase": ("an END marker in lowercase", END.lower()),
    "end-dashes": ("an END marker with em dashes", END.replace("-----", "\u2014")),
    "end-no-dashes": ("an END marker without hyphens", "END LICENSE"),
    "end-full-stop": ("a full stop after an END marker", END + "."),
    "end-blanks": ("an END marker between spaces and tabs", f" \t{END}\t "),
    "end-sentence": ("words that happen to have the letters of a marker", "End license: 2027-12-31"),
    "short-run": ("exactly the letters of a marker, and 59 digits", "BEGIN " + "0" * 59 + " LICENSE"),
    "long-run": ("exactly the letters of a marker, and 60 digits", "BEGIN " + "0" * 60 + " LICENSE"),
    "british-begin": ("the British spelling of a BEGIN marker", f"-----BEGIN {BRITISH}-----"),
    "british-end": ("the British spelling of an END marker", f"-----END {BRITISH}-----"),
    "british-lowercase": ("the British spelling of a BEGIN marker, in lowercase", f"begin {BRITISH.lower()}"),
    "british-quoted": ("the British spelling of a quoted END marker", f"> -----End {BRITISH.title()}-----"),
}

# Lines with other letters.
TEXT = {
    "letter-begin": ("a letter before a BEGIN marker", f"x{BEGIN}"),
    "letter-end": ("a letter before an END marker", f"x{END}"),
    "letter-after-begin": ("a letter before a BEGIN marker and a letter after it", f"x{BEGIN}x"),
    "word-begin": ("a word before a BEGIN marker", f"License: {BEGIN}"),
    "word-end": ("a word before an END marker", f"License: {END}"),
    "escape-end": ("an escape, which has a letter, before an END marker", f"\\n{END}"),
    "end-escape": ("an escape, which has a letter, after an END marker", f"{END}\\n"),
    "escape-begin": ("the escape of a tab before a BEGIN marker", f"\\t{BEGIN}"),
    "inner-escape": ("an escape, which has a letter, in a BEGIN marker", BEGIN.replace(" ", "\\n")),
    "element": ("an element of HTML before a BEGIN marker", f"<p>{BEGIN}"),
    "two-ends": ("two END markers", f"{END} {END}"),
    "end-begin": ("an END marker and a BEGIN marker", f"{END} {BEGIN}"),
    "quoted-empty": ("a quoted empty block", f"> {EMPTY}"),
    "twice": ("the letters of a BEGIN marker twice", "BEGIN LICENSE BEGIN LICENSE"),
    "public-key": ("the first line of a public key", "-----BEGIN PUBLIC KEY-----"),
    "request": ("the first line of another kind of armor", "-----BEGIN LICENSE REQUEST-----"),
    "block": ("a word after the words of a marker", "-----BEGIN LICENSE BLOCK-----"),
    "plural": ("the plural", "-----BEGIN LICENSES-----"),
    "other-order": ("the words in another order", "-----LICENSE BEGIN-----"),
    "only-begin": ("only the first word", "-----BEGIN-----"),
    "only-license": ("only the second word", "-----LICENSE-----"),
    "missing-letter": ("a letter is missing", "-----BEGIN LICNSE-----"),
    "two-letters-exchanged": ("two letters are exchanged", "-----BEGIN LICESNE-----"),
    "another-letter": ("a letter is another", "-----BEGIN LISENSE-----"),
    "longer-word": ("a longer first word", "-----BEGINNING LICENSE-----"),
    "sentence": ("a sentence that has the letters of a marker", "We send license files by mail."),
    "line-end": ("a BEGIN marker with a line end in it", "-----BEGIN\nLICENSE-----"),
    "line-end-cr": ("a BEGIN marker with a CR in it", "-----BEGIN\rLICENSE-----"),
    "full-width": (
        "full-width letters",
        "-----\uff22\uff25\uff27\uff29\uff2e \uff2c\uff29\uff23\uff25\uff2e\uff33\uff25-----",
    ),
    "cyrillic": ("a Cyrillic letter", "-----B\u0415GIN LICENSE-----"),
    "long-s": ("a long s, whose uppercase letter is an S", "-----begin licen\u017fe-----"),
    "dotless-i": ("a dotless i, whose uppercase letter is an I", "-----beg\u0131n license-----"),
    "dotted-i": ("an I with a dot, whose lowercase letters start with an i", "-----BEG\u0130N LICENSE-----"),
    "circled": ("circled letters, whose compatibility form is ASCII", "\u24b7\u24ba\u24bc\u24be\u24c3 LICENSE"),
    "british-word": ("a word before the British spelling of an END marker", f"x-----END {BRITISH}-----"),
    "british-block": ("a word after the British spelling of a BEGIN marker", f"-----BEGIN {BRITISH} BLOCK-----"),
}


def exact():
    for name, (note, line) in EXACT.items():
        yield malformed(f"look-{name}", f"{note}, on a line before a block", f"Dear customer,\n{line}\n{BLOCK}", 2)
    for name in (
        "quoted",
        "quoted-end",
        "en-dashes",
        "lowercase",
        "no-break-space",
        "end",
        "end-sentence",
        "british-begin",
    ):
        note, line = EXACT[name]
        yield malformed(f"look-{name}-after", f"{note}, on a line after a block", f"{BLOCK}{line}\n", LINES + 1)
        yield malformed(f"look-{name}-alone", f"{note}, alone in the file", line, 1)
    yield malformed("look-between", "an END marker between two blocks", f"{BLOCK}{END}\n{BLOCK}", LINES + 1)
    yield malformed(
        "look-latin-1",
        "bytes between the letters that are not UTF-8",
        b"\xa0-----BEGIN\xa0LICENSE-----\n" + BLOCK.encode(),
        1,
    )
    yield malformed("look-two-marks", "two byte order marks before a BEGIN marker", "\ufeff\ufeff" + BLOCK, 1)
    for encoding in ("utf-16-le", "utf-16-be", "utf-32-le"):
        yield malformed(
            f"look-{encoding}", f"a block in {encoding[:6].upper()}", ("\ufeff" + BLOCK).encode(encoding), 1
        )
    text = "\ufeffDear customer,\n\n" + BLOCK
    yield malformed("look-utf-16-text", "text and a block in UTF-16", text.encode("utf-16-le"), 3)
    text = "\ufeff尊敬的客户\n\n" + BLOCK  # The first character is U+5C0A.
    yield malformed(
        "look-utf-16-0a", "the same, and a byte 0A in a character, which ends a line", text.encode("utf-16-le"), 4
    )


def text():
    for name, (note, line) in TEXT.items():
        yield read(f"text-{name}", f"{note}, which is text", f"{line}\n{BLOCK}{line}\n")


def blocks():
    """Whole blocks that are changed, so that a verifier could ignore them."""

    def one(name, note, file, line):
        return malformed(f"look-{name}", note, file, line)

    quoted = "> " + MODULE_BLOCK.replace("\n", "\n> ")
    yield one("quoted-block", "each line is quoted as in a reply to mail", "> " + BLOCK.replace("\n", "\n> "), 1)
    yield one(
        "quoted-second", "the second block is quoted", f"{BLOCK}\n> A license for a module\n>\n{quoted}\n", LINES + 4
    )
    yield one("quoted-first", "the first block is quoted", f"{quoted}\n{BLOCK}", 1)
    yield one("quoted-half", "only the first line is quoted", "> " + BLOCK, 1)
    yield one("british-block", "the British spelling in both markers", BLOCK.replace("LICENSE", BRITISH), 1)
    yield one(
        "british-begin-block",
        "the British spelling in the BEGIN marker of a block",
        BLOCK.replace("LICENSE", BRITISH, 1),
        1,
    )
    yield malformed(
        "look-british-end-block",
        "the British spelling in the END marker of a block",
        BLOCK.replace(END, f"-----END {BRITISH}-----"),
        LINES,
        1,
    )
    yield one(
        "lowercase-block", "both markers in lowercase", BLOCK.replace(BEGIN, BEGIN.lower()).replace(END, END.lower()), 1
    )
    yield one("dashes-block", "em dashes in both markers", BLOCK.replace("-----", "\u2014\u2014"), 1)
    yield one("element-block", "a block in HTML, on several lines", f"<pre>{BLOCK}</pre>\n", LINES)
    yield one("no-begin", "a token and an END marker", BLOCK.split("\n", 1)[1], LINES - 1)
    yield one("end-first", "an END marker before a block", f"{END}\n{BLOCK}", 1)
    yield one("tail", "the last line of a token and an END marker on it", f"{BLOCK}{TOKEN[-60:]}{END}\n", LINES + 1)

    line = joined("\\n")
    yield one("json", "a block in a JSON object, on one line", json.dumps({"license": BLOCK}), 1)
    yield one(
        "json-lines", "a block in a JSON object, on several lines", json.dumps({"id": 1, "license": BLOCK}, indent=2), 3
    )
    yield one("json-string", "a block in a JSON string", json.dumps(BLOCK), 1)
    yield one("json-crlf", "a block with CRLF in a JSON string", json.dumps(BLOCK.replace("\n", "\r\n")), 1)
    yield one("yaml-line", "a block on one line in YAML", f'name: example\nlicense: "{line}"\n', 2)
    yield one("environment", "a block after the name of an environment variable", f"LICENSE={line}\n", 1)
    yield one("joined-text", "a block and the text before it, joined by spaces", f"Dear customer, {joined(' ')}", 1)
    yield one("joined-text-second", "the same after a block", f"{BLOCK}Dear customer, {joined(' ')}", LINES + 1)
    yield one("quoted-line", "a quoted block on one line", f"{BLOCK}> {joined(' ', MODULE_BLOCK)}\n", LINES + 1)
    yield one("letter-line", "a letter before a block on one line", "x" + joined(" "), 1)
    yield one("xml", "a block in an element of XML, on one line", f"<license>{joined(' ')}</license>", 1)
    yield one("code", "a block in source code", f'let license = "{line}"', 1)
    yield one("vertical-tabs", "text and a block, joined by vertical tabs", "words\x0b" + joined("\x0b"), 1)
    yield one(
        "british-line",
        "the British spelling of a block on one line, after a word",
        f"License: {joined(' ').replace('LICENSE', BRITISH)}",
        1,
    )

    # The letter of an escape is a token character, so the parts of a token that is wrapped at 59 have 60 of them.
    short, long = json.dumps(armored(TOKEN, 58)), json.dumps(armored(TOKEN, 59))
    note = "a block in a JSON string, wrapped so that at most {} token characters are in a row"
    yield read("text-json-58", f"{note.format(59)}, after a block", f"{BLOCK}{short}\n")
    yield malformed("text-json-58-alone", note.format(59), short)
    yield one("json-59", f"{note.format(60)}, after a block", f"{BLOCK}{long}\n", LINES + 1)
    yield one("json-59-alone", note.format(60), long, 1)


def runs():
    """Lines that contain the letters of a marker, and up to 61 token characters in a row."""

    def one(name, note, line, found):
        if found:
            return malformed(f"look-run-{name}", f"{note}, after a block", BLOCK + line + "\n", LINES + 1)
        return read(f"text-run-{name}", f"{note}, after a block", BLOCK + line + "\n")

    for count in (59, 60, 61):
        found = count >= 60
        run = f"{count} token characters in a row"
        yield one(
            f"{count}",
            f"a sentence and {run}",
            "We send license files: " + "A1_-." * 11 + "A1_-.A"[: count - 55],
            found,
        )
        yield one(f"{count}-before", f"{run} and a sentence", "0" * count + " We send license files", found)
        yield one(
            f"{count}-middle", f"{run} between two words of a sentence", f"Send {'0' * count} license files", found
        )
        yield one(
            f"{count}-full-stops",
            f"{count} full stops in a row between words, as in a table of contents",
            f"Begin license 1 {'.' * count} page 2",
            found,
        )
        yield one(
            f"{count}-hyphens", f"{count} hyphens in a row and words", f"{'-' * count} Begin license terms", found
        )
        yield one(
            f"{count}-marker",
            f"a quoted BEGIN marker and the token after it: {run}",
            f"> {BEGIN}{TOKEN[: count - 12]}",
            found,
        )
        yield one(
            f"{count}-end",
            f"the end of a token and an END marker after it: {run}",
            f"> {TOKEN[-(count - 8) :]}{END}",
            found,
        )
        yield one(
            f"{count}-letters", f"{run}, which have the letters themselves", f"xbeginlicense{'0' * (count - 13)}", found
        )
        yield one(
            f"{count}-british",
            f"the British spelling and {run}",
            f"We send {BRITISH.lower()} files: {'0' * count}",
            found,
        )
    for name, note, other in (
        ("space", "a space", " "),
        ("tab", "a tab", "\t"),
        ("plus", "a plus", "+"),
        ("slash", "a slash", "/"),
        ("padding", "an equals sign", "="),
        ("colon", "a colon", ":"),
        ("backslash", "a backslash", "\\"),
        ("nul", "a NUL", "\x00"),
        ("form-feed", "a form feed", "\x0c"),
        ("letter", "a non-ASCII letter", "é"),
        ("digit", "a non-ASCII digit", "\u0661"),
        ("no-break-space", "a no-break space", "\u00a0"),
        ("soft-hyphen", "a soft hyphen", "\u00ad"),
    ):
        yield one(
            f"broken-{name}",
            f"a sentence and twice 59 token characters with {note} between them",
            f"We send license files: {'0' * 59}{other}{'0' * 59}",
            False,
        )
    yield one(
        "broken-line",
        "60 token characters in a row, but on the line after the sentence",
        f"We send license files:\n{'0' * 60}",
        False,
    )
    yield one("broken-cr", "the same after a CR", f"We send license files:\r{'0' * 60}", False)
    yield one(
        "other-line",
        "a sentence on the line after 60 token characters in a row",
        f"{'0' * 60}\nWe send license files",
        False,
    )
    yield one(
        "no-words", "1,000 token characters in a row, without the letters of a marker", "0" * 1_000 + " license", False
    )
    yield one("letters-between", "other letters between the two words of a marker", f"BEGIN {'A' * 60} LICENSE", False)
    yield one(
        "line-separator", "a line separator, which does not end a line", f"We send license files:\u2028{'0' * 60}", True
    )
    yield one(
        "link",
        "a sentence and a long link",
        f"Send license questions to https://vendor.example/{'questions-' * 6}",
        True,
    )
    yield one(
        "link-short",
        "a sentence and a long link with slashes",
        f"Send license questions to https://vendor.example/{'questions/' * 6}",
        False,
    )


def cases():
    yield from exact()
    yield from text()
    yield from blocks()
    yield from runs()

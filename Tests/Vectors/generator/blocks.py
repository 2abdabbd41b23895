"""The blocks that the cases of section 1 change."""

from .case import BASE, PLUS, accepted, content, refused
from .signers import armored, ed25519

TOKEN = ed25519.token(BASE)
MODULE = ed25519.token(PLUS)
BLOCK, MODULE_BLOCK = armored(TOKEN), armored(MODULE)
BEGIN, END = "-----BEGIN LICENSE-----", "-----END LICENSE-----"
EMPTY = BEGIN + END
BASE_ENTRY, PLUS_ENTRY = content(BASE), content(PLUS)

# The number of lines of a block, which is also the line of its END marker in a file that starts with the block.
LINES = BLOCK.count("\n")


def read(id, note, file):
    """Returns a case of a file with the base license."""
    return accepted(id, note, file, BASE_ENTRY)


def malformed(id, note, file, line=None, block=None):
    """Returns a case of a file whose form is malformed, with the place of the error."""
    return refused(id, note, file, "malformed", None, block, line)


def inserted(row, text):
    """Returns the block with a text before one of its lines, counted from 1."""
    lines = BLOCK.split("\n")
    lines[row - 1] = text + lines[row - 1]
    return "\n".join(lines)


def inserted_bytes(row, data):
    """Returns the block with bytes before one of its lines, counted from 1."""
    lines = BLOCK.encode().split(b"\n")
    lines[row - 1] = data + lines[row - 1]
    return b"\n".join(lines)


def joined(separator, block=BLOCK):
    """Returns the block on one line, with a separator in place of the line ends inside it."""
    return block.rstrip("\n").replace("\n", separator)

"""The cases of licenses.json."""

from . import claims, conditions, files, payloads, signatures, tokens
from .case import numbered


def cases():
    parts = (files, tokens, signatures, payloads, claims, conditions)
    return list(numbered(row for part in parts for row in part.cases()))

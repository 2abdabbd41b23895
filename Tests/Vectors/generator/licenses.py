"""The cases of licenses.json."""

from . import armor, armor_errors, claims, conditions, files, lookalikes, payloads, places, signatures, tokens
from .case import numbered


def cases():
    parts = (files, armor, armor_errors, lookalikes, places, tokens, signatures, payloads, claims, conditions)
    return list(numbered(row for part in parts for row in part.cases()))

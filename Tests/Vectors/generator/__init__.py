"""Generates the published test vectors with only Python's standard library, independently of the Swift library."""

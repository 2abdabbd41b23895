"""Makes the published vectors, with Python's standard library alone: other code than the library's."""

"""Makes the published vectors. Python's standard library alone, so that the vectors come from other code than the library's."""

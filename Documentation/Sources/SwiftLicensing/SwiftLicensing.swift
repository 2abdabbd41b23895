// A target needs a source file. The catalog beside it is what the target is for.

import LicenseCrypto

/// Whether a text is strict JSON: `accepted` or `refused`.
func jsonVerdict(_ bytes: [UInt8]) -> String {
    verdict { try StrictJSON(bytes) }
}

/// Whether a text is strict JSON: `accepted` or `refused`.
func jsonVerdict(_ text: String) -> String {
    jsonVerdict(Array(text.utf8))
}

/// The value of the first member of a text.
func firstValue(of text: String) throws -> JSONValue? {
    try StrictJSON(Array(text.utf8)).members.first { _ in true }?.value
}

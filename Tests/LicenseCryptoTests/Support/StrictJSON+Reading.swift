import LicenseCrypto

/// Parses a text as strict JSON and returns `accepted` or `refused`.
func jsonVerdict(_ bytes: [UInt8]) -> String {
    verdict { try StrictJSON(bytes) }
}

/// Parses a text as strict JSON and returns `accepted` or `refused`.
func jsonVerdict(_ text: String) -> String {
    jsonVerdict(Array(text.utf8))
}

/// Returns the value of the first member of a JSON object.
func firstValue(of text: String) throws -> JSONValue? {
    try StrictJSON(Array(text.utf8)).members.first { _ in true }?.value
}

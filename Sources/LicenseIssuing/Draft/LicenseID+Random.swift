public import LicenseModel

extension LicenseID {
    /// Returns a new random ID that is unique in practice.
    ///
    /// The ID has 125 random bits, encoded as 25 lowercase letters and digits that are easy to tell apart.
    ///
    /// - Returns: The new ID.
    public static func random() -> LicenseID {
        let alphabet = Array("023456789abcdefghjkmnpqrstuvwxyz".utf8)
        let characters = (0..<25).map { _ in alphabet[Int.random(in: 0..<32)] }
        return LicenseID(stringLiteral: String(decoding: characters, as: UTF8.self))
    }
}

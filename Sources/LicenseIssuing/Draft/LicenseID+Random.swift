public import LicenseModel

extension LicenseID {
    /// A new id that nothing else has: 125 random bits in 25 lower-case letters and digits, none of them easily taken for
    /// another.
    ///
    /// - Returns: The id.
    public static func random() -> LicenseID {
        let alphabet = Array("023456789abcdefghjkmnpqrstuvwxyz".utf8)
        let characters = (0..<25).map { _ in alphabet[Int.random(in: 0..<32)] }
        return LicenseID(stringLiteral: String(decoding: characters, as: UTF8.self))
    }
}

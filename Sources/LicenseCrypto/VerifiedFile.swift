public import LicenseModel

/// The verified licenses of a license file, with the bytes that each was read from.
///
/// ```swift
/// for entry in try verifier.verify(contents: upload).entries {
///     try store.save(entry.source, for: entry.license.id)
/// }
/// ```
public struct VerifiedFile: Sendable, Equatable {
    /// A license of a file and the bytes that it was read from.
    public struct Entry: Sendable, Equatable {
        /// The license, which has passed every check of the verifier.
        public let license: License

        /// The number of the license's armored block in the file, starting at 1, or `nil` if the file has no armor.
        public let block: Int?

        /// The bytes that the license was read from: its token, or the whole file if it is in an additional format.
        ///
        /// The bytes are a complete license file, so you can store one license of a bundle without the others.
        public let source: [UInt8]
    }

    /// The licenses and their bytes, in the file's order.
    public let entries: [Entry]

    /// The licenses, in the file's order.
    public var licenses: [License] {
        self.entries.map(\.license)
    }
}

public import LicenseModel

/// The licenses of a file, each of them verified.
public struct VerifiedFile: Sendable, Equatable {
    /// One license of a file, with the bytes that it was read from.
    public struct Entry: Sendable, Equatable {
        /// The license.
        public let license: License

        /// The bytes that the license was read from: its token, or all of a file of another format.
        ///
        /// They are a license file by themselves, so that one license of a bundle can be kept without the others.
        public let source: [UInt8]
    }

    /// What the file holds, in its order.
    public let entries: [Entry]

    /// The licenses, in the file's order.
    public var licenses: [License] {
        self.entries.map(\.license)
    }
}

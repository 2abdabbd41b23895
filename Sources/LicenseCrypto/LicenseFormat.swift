package import LicenseModel

/// An additional license file format that a ``LicenseVerifier`` accepts.
///
/// The type is opaque: a module that reads such files provides a value, and you pass it to the verifier's `formats`. The
/// verifier checks the product and environment of a license in an additional format as it does for every other license.
public struct LicenseFormat: Sendable {
    /// The name of the format, for display.
    package let name: String

    let recognizes: @Sendable ([UInt8]) -> Bool
    let read: @Sendable ([UInt8]) throws(LicenseError) -> License

    /// Creates a format from its recognition and reading functions.
    ///
    /// - Parameters:
    ///   - name: The name of the format, for display.
    ///   - recognizes: Returns whether a file is in this format, judging by its syntax alone. If it returns `true`, no other
    ///     format reads the file.
    ///   - read: Verifies the signature of a file of at most 256 KiB, and then parses it.
    package init(
        name: String,
        recognizes: @escaping @Sendable ([UInt8]) -> Bool,
        read: @escaping @Sendable ([UInt8]) throws(LicenseError) -> License
    ) {
        self.name = name
        self.recognizes = recognizes
        self.read = read
    }
}

extension LicenseFormat: CustomStringConvertible {
    /// The name of the format, for logs.
    public var description: String {
        self.name
    }
}

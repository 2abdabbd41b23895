package import LicenseModel

/// A format of license files beside this library's own, which a ``LicenseVerifier`` is given.
///
/// It is opaque: the modules that read such files make one, and nothing else needs to know how. The verifier holds what the
/// format reads to its product and environments, as it does every license.
public struct LicenseFormat: Sendable {
    /// The format's name, for people.
    public let name: String

    let recognizes: @Sendable ([UInt8]) -> Bool
    let read: @Sendable ([UInt8]) throws(LicenseError) -> License

    /// Makes a format.
    ///
    /// - Parameters:
    ///   - name: The format's name.
    ///   - recognizes: Whether a file is of this format, by its form alone. No other format then reads the file.
    ///   - read: Verifies a file of at most 256 KiB, and only then reads it.
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
    /// The format's name.
    public var description: String {
        self.name
    }
}

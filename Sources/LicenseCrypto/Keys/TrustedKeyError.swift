public import LicenseModel

/// Why a key is not trusted, or a set of keys is refused.
///
/// The message says what was wrong and what to do next. It holds no byte of a key.
public struct TrustedKeyError: Error, Sendable, Hashable {
    /// The name of a cause.
    public struct Code: OpenCode {
        /// The code's name, such as `weak-key`.
        public let rawValue: String

        /// Takes a code's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The text is larger than 256 KiB, or the set has more than 64 keys.
        public static let tooLarge = Code(rawValue: "too-large")

        /// The text is no PEM public key, no JWK and no JWK Set, or not in its one strict form.
        public static let malformed = Code(rawValue: "malformed")

        /// The key is of a kind, curve or use that this library does not have, or names no algorithm that it fits.
        public static let unsupported = Code(rawValue: "unsupported")

        /// The PEM key leaves a choice of algorithms, and none is named.
        public static let algorithmMissing = Code(rawValue: "algorithm-missing")

        /// The text holds a private or secret key.
        public static let privateKey = Code(rawValue: "private-key")

        /// The key is too weak to be trusted.
        public static let weakKey = Code(rawValue: "weak-key")

        /// Two keys have one key id.
        public static let duplicateKeyID = Code(rawValue: "duplicate-key-id")

        /// Two keys with different key ids are one key, by the thumbprint of RFC 7638.
        ///
        /// The id that a token names would then choose the algorithm and the conditions of the key.
        public static let duplicateKey = Code(rawValue: "duplicate-key")

        /// This machine's libcrypto does not have what the key needs.
        public static let unavailable = Code(rawValue: "unavailable")

        /// The codes of this release.
        public static let known: [Code] = [
            .tooLarge, .malformed, .unsupported, .algorithmMissing, .privateKey, .weakKey, .duplicateKeyID,
            .duplicateKey,
            .unavailable,
        ]
    }

    /// The cause, for programs.
    public let code: Code

    /// What was wrong and what to do next, in English.
    let english: String

    /// The same in Chinese, if it says more than that of the code.
    let chinese: String?

    package init(_ code: Code, _ english: String, chinese: String? = nil) {
        self.code = code
        self.english = english
        self.chinese = chinese
    }

    /// Makes an error with a message of your own, as a unit test needs one.
    ///
    /// - Parameters:
    ///   - code: The cause.
    ///   - message: What was wrong and what to do next.
    public init(_ code: Code, message: LocalizedText) {
        self.init(code, message.english, chinese: message.simplifiedChinese)
    }
}

extension TrustedKeyError {
    /// Compares two errors, without their words.
    ///
    /// - Parameters:
    ///   - lhs: An error.
    ///   - rhs: Another error.
    /// - Returns: Whether the codes are equal.
    public static func == (lhs: TrustedKeyError, rhs: TrustedKeyError) -> Bool {
        lhs.code == rhs.code
    }

    /// Hashes the code.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.code)
    }
}

extension TrustedKeyError: CustomStringConvertible {
    /// The code and the English message, for logs.
    public var description: String {
        "\(self.code): \(self.english)"
    }
}

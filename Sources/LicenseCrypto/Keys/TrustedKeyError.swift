/// Why a key is not trusted, or a set of keys is refused.
///
/// The message says what was wrong and what to do next. It holds no byte of a key.
public struct TrustedKeyError: Error, Sendable, Equatable {
    /// The name of a cause.
    ///
    /// Codes are compared, and more may come.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        package enum Name: String, Sendable, CaseIterable {
            case tooLarge = "too-large"
            case malformed
            case unsupported
            case algorithmMissing = "algorithm-missing"
            case privateKey = "private-key"
            case weakKey = "weak-key"
            case duplicateKeyID = "duplicate-key-id"
            case duplicateKey = "duplicate-key"
            case unavailable
        }

        package let name: Name

        private init(_ name: Name) {
            self.name = name
        }

        /// The code's name, such as `weak-key`, which does not change from release to release.
        public var description: String {
            self.name.rawValue
        }

        /// The text is larger than 256 KiB, or the set has more than 64 keys.
        public static let tooLarge = Code(.tooLarge)

        /// The text is no PEM public key, no JWK and no JWK Set, or not in its one strict form.
        public static let malformed = Code(.malformed)

        /// The key is of a kind, curve or use that this library does not have, or names no algorithm that it fits.
        public static let unsupported = Code(.unsupported)

        /// The PEM key leaves a choice of algorithms, and none is named.
        public static let algorithmMissing = Code(.algorithmMissing)

        /// The text holds a private or secret key.
        public static let privateKey = Code(.privateKey)

        /// The numbers of the key are such that signatures by it prove nothing.
        public static let weakKey = Code(.weakKey)

        /// Two keys have one key id.
        public static let duplicateKeyID = Code(.duplicateKeyID)

        /// Two keys with different key ids are one key, by the thumbprint of RFC 7638.
        ///
        /// The id that a token names would then choose the algorithm and the conditions of the key.
        public static let duplicateKey = Code(.duplicateKey)

        /// This machine's libcrypto does not have what the key needs.
        public static let unavailable = Code(.unavailable)
    }

    /// The cause, for programs.
    public let code: Code

    /// What was wrong and what to do next, in English.
    public let message: String

    /// The same in Chinese, where it says more than that of the code.
    let chinese: String?

    package init(_ code: Code, _ message: String, chinese: String? = nil) {
        self.code = code
        self.message = message
        self.chinese = chinese
    }
}

extension TrustedKeyError: CustomStringConvertible {
    /// The code and the message.
    public var description: String {
        "\(self.code): \(self.message)"
    }
}

/// Why a licence text is refused.
///
/// The code is for programs, the message for people: it says what was wrong, where, and what to do next. Neither holds
/// the token or a part of it.
public struct LicenseError: Error, Sendable, Equatable {
    /// The name of a cause.
    ///
    /// Codes are compared, and more may come.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        package enum Name: String, Sendable, CaseIterable {
            case tooLarge = "too-large"
            case malformed
            case unsupportedFormat = "unsupported-format"
            case unsupportedAlgorithm = "unsupported-algorithm"
            case unknownKey = "unknown-key"
            case algorithmMismatch = "algorithm-mismatch"
            case signatureInvalid = "signature-invalid"
            case claimsInvalid = "claims-invalid"
            case unsupportedRequirement = "unsupported-requirement"
            case issuerMismatch = "issuer-mismatch"
            case keyNotValid = "key-not-valid"
            case wrongProduct = "wrong-product"
            case wrongNode = "wrong-node"
        }

        package let name: Name

        private init(_ name: Name) {
            self.name = name
        }

        /// The code's name, such as `signature-invalid`, which does not change from release to release.
        public var description: String {
            self.name.rawValue
        }

        /// The file, a token or a header is over its cap.
        public static let tooLarge = Code(.tooLarge)

        /// The text is no licence file: armour, parts, base64url or the header's JSON.
        public static let malformed = Code(.malformed)

        /// The header is that of another kind of token.
        public static let unsupportedFormat = Code(.unsupportedFormat)

        /// The header names an algorithm that the format does not have.
        public static let unsupportedAlgorithm = Code(.unsupportedAlgorithm)

        /// No trusted key has the token's key id.
        public static let unknownKey = Code(.unknownKey)

        /// The trusted key is for another algorithm than the header names.
        public static let algorithmMismatch = Code(.algorithmMismatch)

        /// The signature is not that of the trusted key over this text.
        public static let signatureInvalid = Code(.signatureInvalid)

        /// The payload is not what a licence says: its JSON, or a claim.
        public static let claimsInvalid = Code(.claimsInvalid)

        /// The licence demands that something be understood which this release does not know.
        public static let unsupportedRequirement = Code(.unsupportedRequirement)

        /// The key is trusted for another issuer.
        public static let issuerMismatch = Code(.issuerMismatch)

        /// The licence was signed outside the key's validity, or by a test key.
        public static let keyNotValid = Code(.keyNotValid)

        /// The licence is for another product.
        public static let wrongProduct = Code(.wrongProduct)

        /// The licence is bound to other nodes.
        public static let wrongNode = Code(.wrongNode)
    }

    /// The cause, for programs.
    public let code: Code

    /// What was wrong, where, and what to do next, in English.
    public let message: String

    /// The member of the claims that is wrong, as a path such as `license.limits.hosts`, where one is.
    public let member: String?

    /// The number of the armoured block that is wrong, from 1, where the file has blocks.
    public let block: Int?

    /// The licence concerned, where its signature was good.
    public let licenseID: LicenseID?

    /// States why a licence text is refused.
    package init(
        _ code: Code,
        _ message: String,
        member: String? = nil,
        block: Int? = nil,
        licenseID: LicenseID? = nil
    ) {
        self.code = code
        self.message = message
        self.member = member
        self.block = block
        self.licenseID = licenseID
    }

    /// The same error, found in a block of a file.
    package func inBlock(_ block: Int) -> LicenseError {
        LicenseError(self.code, self.message, member: self.member, block: block, licenseID: self.licenseID)
    }
}

extension LicenseError: CustomStringConvertible {
    /// The code, the place and the message.
    public var description: String {
        let place = self.block.map { " in block \($0)" } ?? ""
        return "\(self.code)\(place): \(self.message)"
    }
}

/// Why a license text is refused.
///
/// The code is for programs, the message for people: it says what was wrong, where, and what to do next. Neither holds
/// the token or a part of it.
///
/// ```swift
/// do {
///     licenses += try verifier.verify(contents: upload).licenses
/// } catch {
///     return Response(status: .badRequest, text: error.message[.english])
/// }
/// ```
public struct LicenseError: Error, Sendable, Hashable {
    /// The name of a cause.
    public struct Code: OpenCode {
        /// The code's name, such as `signature-invalid`.
        public let rawValue: String

        /// Takes a code's name, whether or not this release knows it.
        ///
        /// - Parameter rawValue: The name.
        public init(rawValue: String) {
            self.rawValue = rawValue
        }

        /// The file, a token or a header is over its cap.
        public static let tooLarge = Code(rawValue: "too-large")

        /// The armor, the token structure, base64url or the header JSON is malformed.
        public static let malformed = Code(rawValue: "malformed")

        /// The header is that of another kind of token.
        public static let unsupportedFormat = Code(rawValue: "unsupported-format")

        /// The header names an algorithm that the format does not have.
        public static let unsupportedAlgorithm = Code(rawValue: "unsupported-algorithm")

        /// No trusted key has the token's key id.
        public static let unknownKey = Code(rawValue: "unknown-key")

        /// The trusted key is for another algorithm than the header names.
        public static let algorithmMismatch = Code(rawValue: "algorithm-mismatch")

        /// The signature is not that of the trusted key over this text.
        public static let signatureInvalid = Code(rawValue: "signature-invalid")

        /// The payload's JSON or a claim breaks a rule of the format.
        public static let claimsInvalid = Code(rawValue: "claims-invalid")

        /// The license demands that something be understood which this release does not know.
        public static let unsupportedRequirement = Code(rawValue: "unsupported-requirement")

        /// The key is trusted for another issuer.
        public static let issuerMismatch = Code(rawValue: "issuer-mismatch")

        /// The license was signed outside the key's validity, or by a key of an environment that is not taken.
        public static let keyNotValid = Code(rawValue: "key-not-valid")

        /// The license is for another product.
        public static let wrongProduct = Code(rawValue: "wrong-product")

        /// The license is bound to other nodes.
        ///
        /// No verifier throws it. ``License/wrongNodeError(on:)`` makes it of a license.
        public static let wrongNode = Code(rawValue: "wrong-node")

        /// The codes of this release, in the order in which a verifier checks.
        public static let known: [Code] = [
            .tooLarge, .malformed, .unsupportedFormat, .unsupportedAlgorithm, .unknownKey, .algorithmMismatch,
            .signatureInvalid, .claimsInvalid, .unsupportedRequirement, .issuerMismatch, .keyNotValid, .wrongProduct,
            .wrongNode,
        ]
    }

    /// The cause, for programs.
    public let code: Code

    /// The member of the claims that is wrong, as a path such as `license.limits.hosts`.
    ///
    /// `nil` if no single member is wrong.
    public let member: String?

    /// The number of the armored block that is wrong, from 1.
    ///
    /// `nil` in a bare file, and for what is wrong outside of any block.
    public let block: Int?

    /// The id of the license.
    ///
    /// `nil` unless its signature was good.
    public let licenseID: LicenseID?

    /// What was wrong and what to do next, in English.
    let english: String

    /// The same in Chinese, if it says more than that of the code.
    let chinese: String?

    /// States why a license text is refused.
    package init(
        _ code: Code,
        _ english: String,
        chinese: String? = nil,
        member: String? = nil,
        block: Int? = nil,
        licenseID: LicenseID? = nil
    ) {
        self.code = code
        self.english = english
        self.chinese = chinese
        self.member = member
        self.block = block
        self.licenseID = licenseID
    }

    /// Makes an error, as the unit test of a product needs one.
    ///
    /// - Parameters:
    ///   - code: The cause.
    ///   - message: What was wrong and what to do next. By default the general message of the code.
    ///   - member: The member of the claims that is wrong, if one is.
    ///   - block: The number of the block that is wrong, from 1, if the file has blocks.
    ///   - licenseID: The id of the license, if its signature was good.
    public init(
        _ code: Code,
        message: LocalizedText? = nil,
        member: String? = nil,
        block: Int? = nil,
        licenseID: LicenseID? = nil
    ) {
        self.init(
            code,
            message?.english ?? code.english,
            chinese: message?.simplifiedChinese,
            member: member,
            block: block,
            licenseID: licenseID
        )
    }

    /// The same error, found in a block of a file.
    package func inBlock(_ block: Int) -> LicenseError {
        LicenseError(
            self.code,
            self.english,
            chinese: self.chinese,
            member: self.member,
            block: block,
            licenseID: self.licenseID
        )
    }
}

extension LicenseError {
    /// Compares two errors, without their words.
    ///
    /// - Parameters:
    ///   - lhs: An error.
    ///   - rhs: Another error.
    /// - Returns: Whether code, member, block and license are equal.
    public static func == (lhs: LicenseError, rhs: LicenseError) -> Bool {
        lhs.code == rhs.code && lhs.member == rhs.member && lhs.block == rhs.block && lhs.licenseID == rhs.licenseID
    }

    /// Hashes what is compared.
    ///
    /// - Parameter hasher: The hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.code)
        hasher.combine(self.member)
        hasher.combine(self.block)
        hasher.combine(self.licenseID)
    }
}

extension LicenseError: CustomStringConvertible {
    /// The code, the block and the English message, for logs.
    public var description: String {
        let place = self.block.map { " in block \($0)" } ?? ""
        return "\(self.code)\(place): \(self.english)"
    }
}

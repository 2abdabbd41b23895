/// An error that describes why a license file or token is refused.
///
/// Programs use the ``code``. People read the ``message``, which describes what is wrong, where, and what to do next.
/// Neither contains the token itself. The message can contain values from the token, such as the key ID.
///
/// ```swift
/// do {
///     licenses += try verifier.verify(contents: upload).licenses
/// } catch {
///     return Response(status: .badRequest, text: error.message[.english])
/// }
/// ```
public struct LicenseError: Error, Sendable, Hashable {
    /// A code that identifies the cause of an error, such as `signature-invalid`.
    public typealias Code = LicenseCode<LicenseError>

    /// The code that identifies the cause, such as `signature-invalid`.
    public let code: Code

    /// The member of the claims that the error is about, as a path such as `license.limits.cores`.
    ///
    /// `nil` if the error is not about a single member.
    public let member: String?

    /// The number of the invalid armored block in the file, starting at 1.
    ///
    /// `nil` if the file has no armor, or if the error is outside any block.
    public let block: Int?

    /// The ID of the refused license.
    ///
    /// `nil` unless the signature and the claims are valid.
    public let licenseID: LicenseID?

    /// A placeholder for the catalog's contact in a message: a control character, which no text of a license can contain.
    package static let contact: Character = "\u{1A}"

    /// The detailed English message, or `nil` if the general message of the code applies.
    let english: String?

    /// The detailed Chinese message, or `nil` if the general message of the code applies.
    let chinese: String?

    /// Creates an error with a detailed message, which can contain ``contact`` as a placeholder.
    package init(
        _ code: Code,
        _ english: String?,
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

    /// Creates an error, for example for a unit test of your product.
    ///
    /// - Parameters:
    ///   - code: The code that identifies the cause.
    ///   - message: What is wrong and what to do next, or `nil` for the general message of the code. Only the English and
    ///     Simplified Chinese texts are used.
    ///   - member: The member of the claims that the error is about, as a path, or `nil`.
    ///   - block: The number of the invalid block, starting at 1, or `nil`.
    ///   - licenseID: The ID of the license, or `nil` if its signature or claims are not valid.
    public init(
        _ code: Code,
        message: LocalizedText? = nil,
        member: String? = nil,
        block: Int? = nil,
        licenseID: LicenseID? = nil
    ) {
        self.init(
            code,
            message?.english,
            chinese: message?.translations[.simplifiedChinese],
            member: member,
            block: block,
            licenseID: licenseID
        )
    }

    /// Returns the same error with the number of the block in which it was found.
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
    /// Compares the code, member, block and license ID of two errors, but not their messages.
    public static func == (lhs: LicenseError, rhs: LicenseError) -> Bool {
        lhs.code == rhs.code && lhs.member == rhs.member && lhs.block == rhs.block && lhs.licenseID == rhs.licenseID
    }

    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
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
        let location = self.block.map { " in block \($0)" } ?? ""
        return "\(self.code)\(location): \(self.message.english)"
    }
}

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
    /// The name of a cause, such as `signature-invalid`.
    public typealias Code = LicenseCode<LicenseError>

    /// The cause, for programs.
    public let code: Code

    /// The member of the claims that is wrong, as a path such as `license.limits.cores`.
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

    /// Where the contact stands in a text: a control character, which no text of a license can hold.
    package static let contact: Character = "\u{1A}"

    /// What was wrong and what to do next, in English, if it says more than that of the code.
    let english: String?

    /// The same in Chinese, if it says more than that of the code.
    let chinese: String?

    /// States why a license text is refused.
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
            message?.english,
            chinese: message?.translations[.simplifiedChinese],
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
        return "\(self.code)\(place): \(self.message.english)"
    }
}

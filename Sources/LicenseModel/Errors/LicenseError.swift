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

    /// What an error consists of.
    ///
    /// It is an object, so that an error is one word, and throwing it through functions is short code.
    private final class Content: Sendable {
        let code: Code
        let english: String?
        let chinese: String?
        let member: String?
        let block: Int?
        let line: Int?
        let recognizedFile: RecognizedFile?
        let licenseID: LicenseID?

        init(
            _ code: Code,
            _ english: String?,
            _ chinese: String?,
            member: String?,
            block: Int?,
            line: Int?,
            recognizedFile: RecognizedFile?,
            licenseID: LicenseID?
        ) {
            self.code = code
            self.english = english
            self.chinese = chinese
            self.member = member
            self.block = block
            self.line = line
            self.recognizedFile = recognizedFile
            self.licenseID = licenseID
        }
    }

    private let content: Content

    /// The code that identifies the cause, such as `signature-invalid`.
    public var code: Code { self.content.code }

    /// The member of the claims that the error is about, as a path such as `license.limits.cores`.
    ///
    /// `nil` if the error is not about a single member.
    public var member: String? { self.content.member }

    /// The number of the invalid armored block in the file, starting at 1.
    ///
    /// `nil` if the file has no armor, or if the error is outside any block.
    public var block: Int? { self.content.block }

    /// The number of the line of the file whose armor is invalid, starting at 1.
    ///
    /// `nil` if the error is not about armor.
    public var line: Int? { self.content.line }

    /// What the file is instead of a license, or `nil` if the verifier does not recognize it.
    ///
    /// Only for files that are `Code.malformed`, `Code.tooLarge` or in an `Code.unsupportedFormat`.
    public var recognizedFile: RecognizedFile? { self.content.recognizedFile }

    /// The ID of the refused license.
    ///
    /// `nil` unless the signature and the claims are valid.
    public var licenseID: LicenseID? { self.content.licenseID }

    /// A placeholder for the catalog's contact in a message: a control character, which no text of a license can contain.
    package static let contact: Character = "\u{1A}"

    /// The detailed English message, or `nil` if the general message of the code applies.
    var english: String? { self.content.english }

    /// The detailed Chinese message, or `nil` if the general message of the code applies.
    var chinese: String? { self.content.chinese }

    /// Creates an error with a detailed message in both languages.
    ///
    /// In the message, each `%` is replaced by the next value, and each `@` by the catalog's contact.
    package init(
        _ code: Code,
        _ english: String,
        _ chinese: String,
        _ values: [String] = [],
        member: String? = nil,
        line: Int? = nil,
        licenseID: LicenseID? = nil
    ) {
        self.init(
            code,
            english,
            chinese,
            localized: values.map { ($0, $0) },
            member: member,
            line: line,
            licenseID: licenseID
        )
    }

    /// Creates an error with a detailed message in both languages, whose values differ between the languages.
    package init(
        _ code: Code,
        _ english: String,
        _ chinese: String,
        localized values: [DetailTexts.Text],
        member: String? = nil,
        line: Int? = nil,
        licenseID: LicenseID? = nil
    ) {
        func fill(_ text: String, _ values: [String]) -> String {
            String(text.map { $0 == "@" ? Self.contact : $0 }).filled(with: values)
        }
        self.content = Content(
            code,
            fill(english, values.map(\.english)),
            fill(chinese, values.map(\.chinese)),
            member: member,
            block: nil,
            line: line,
            recognizedFile: nil,
            licenseID: licenseID
        )
    }

    /// Creates an error, for example for a unit test of your product.
    ///
    /// - Parameters:
    ///   - code: The code that identifies the cause.
    ///   - message: What is wrong and what to do next, or `nil` for the general message of the recognized file or the
    ///     code. Only the English and Simplified Chinese texts are used.
    ///   - member: The member of the claims that the error is about, as a path, or `nil`.
    ///   - block: The number of the invalid block, starting at 1, or `nil`.
    ///   - line: The number of the line of the file whose armor is invalid, starting at 1, or `nil`.
    ///   - recognizedFile: What the file is instead of a license, or `nil`.
    ///   - licenseID: The ID of the license, or `nil` if its signature or claims are not valid.
    public init(
        _ code: Code,
        message: LocalizedText? = nil,
        member: String? = nil,
        block: Int? = nil,
        line: Int? = nil,
        recognizedFile: RecognizedFile? = nil,
        licenseID: LicenseID? = nil
    ) {
        self.content = Content(
            code,
            message?.english,
            message?.translations[.simplifiedChinese],
            member: member,
            block: block,
            line: line,
            recognizedFile: recognizedFile,
            licenseID: licenseID
        )
    }

    private init(_ content: Content) {
        self.content = content
    }

    /// Returns the same error with the number of the block in which it was found, also at the start of the message.
    package func inBlock(_ block: Int) -> LicenseError {
        LicenseError(
            Content(
                self.code,
                self.english.map { "License \(block) in the file: \($0)" },
                self.chinese.map { "文件中第\(block)个许可证：\($0)" },
                member: self.member,
                block: block,
                line: self.line,
                recognizedFile: self.recognizedFile,
                licenseID: self.licenseID
            )
        )
    }

    /// Returns the same error with what the file is instead of a license.
    ///
    /// The message of the recognized file then replaces the detailed one.
    package func recognizing(_ file: RecognizedFile) -> LicenseError {
        LicenseError(
            self.code,
            member: self.member,
            block: self.block,
            line: self.line,
            recognizedFile: file,
            licenseID: self.licenseID
        )
    }
}

extension LicenseError {
    /// Compares everything but the messages of two errors.
    public static func == (lhs: LicenseError, rhs: LicenseError) -> Bool {
        lhs.code == rhs.code && lhs.member == rhs.member && lhs.block == rhs.block && lhs.line == rhs.line
            && lhs.recognizedFile == rhs.recognizedFile && lhs.licenseID == rhs.licenseID
    }

    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public func hash(into hasher: inout Hasher) {
        hasher.combine(self.code)
        hasher.combine(self.member)
        hasher.combine(self.block)
        hasher.combine(self.line)
        hasher.combine(self.recognizedFile)
        hasher.combine(self.licenseID)
    }
}

extension LicenseError: CustomStringConvertible {
    /// The code and the English message, which names the block, for logs.
    public var description: String {
        "\(self.code): \(self.message.english)"
    }
}

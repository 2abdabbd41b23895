import LicenseCrypto
public import LicenseModel

/// The header and claims of a token whose signature has not been verified.
///
/// Use this type in the vendor's support tools, to look at a file that a customer sent. Do not trust its content:
/// anyone can have written it. A product uses only a ``/LicenseModel/License``, which cannot be created from a value of
/// this type.
///
/// ```swift
/// for license in try UnverifiedLicense.inspect(contents: Data(contentsOf: url)) {
///     print(license.header, license.claims)
/// }
/// ```
public struct UnverifiedLicense: Sendable, Hashable {
    /// The JSON of the token's header, unchanged.
    public let header: String

    /// The JSON of the token's claims, unchanged.
    public let claims: String

    /// Parses a license file without verifying it.
    ///
    /// The file contains a bare token, or armored blocks with any other text around them. This method checks the same
    /// syntax as a verifier: sizes, armor, base64url and strict JSON. It checks neither the signature nor the content
    /// of the header and the claims.
    ///
    /// - Parameter bytes: The contents of the file, at most 256 KiB.
    /// - Returns: The content of each token, in the order of the file.
    /// - Throws: ``/LicenseModel/LicenseError`` if the syntax of the file or of a token is invalid.
    public static func inspect(contents bytes: some Collection<UInt8>) throws(LicenseError) -> [UnverifiedLicense] {
        let contents = Array(bytes.prefix(LicenseText.maximumSize + 1))
        do {
            return try self.inspect(try LicenseText(contents))
        } catch {
            throw self.productError(for: contents, like: error)
        }
    }

    /// Returns the error with which a product refuses a file, which says what a file is that is not a license.
    ///
    /// A product checks more than an inspection, so its error counts only if it is about the same.
    private static func productError(for contents: [UInt8], like error: LicenseError) -> LicenseError {
        do {
            _ = try LicenseVerifier(trusting: try TrustedKeys([]), product: .any).verify(contents: contents)
        } catch let productError as LicenseError where productError.code == error.code {
            return productError
        } catch {}
        return error
    }

    private static func inspect(_ text: LicenseText) throws(LicenseError) -> [UnverifiedLicense] {
        var all: [UnverifiedLicense] = []
        for (index, token) in text.tokens.enumerated() {
            do {
                all.append(try UnverifiedLicense(token: token))
            } catch {
                throw text.isArmored ? error.inBlock(index + 1) : error
            }
        }
        return all
    }

    private init(token: [UInt8]) throws(LicenseError) {
        guard token.count <= UnverifiedToken.maximumSize else {
            throw LicenseError(.tooLarge, "The token is larger than 64 KiB.", "该令牌超过64 KiB。")
        }
        let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { $0.isEmpty ? nil : Base64.decodeURL(String(decoding: $0, as: UTF8.self)) }
        guard parts.count == 3, let header = parts[0], let claims = parts[1], parts[2] != nil else {
            throw LicenseError(
                .malformed,
                "The token does not have three parts in base64url.",
                "该令牌不是由三段base64url组成。"
            )
        }
        self.header = try Self.text(header, code: .malformed, name: "header")
        self.claims = try Self.text(claims, code: .claimsInvalid, name: "payload")
    }

    private static func text(
        _ bytes: [UInt8],
        code: LicenseError.Code,
        name: String
    ) throws(LicenseError) -> String {
        do {
            _ = try StrictJSON(bytes)
        } catch {
            throw LicenseError(
                code,
                "The JSON of the \(name) \(error.problem) (byte \(error.offset)).",
                "\(name)的JSON\(error.chineseProblem)（第\(error.offset)字节）。"
            )
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

import LicenseCrypto
public import LicenseModel

/// What a text says that may be a license, where nobody has checked the signature: anybody can have written it.
///
/// It is for the vendor's support, to look at what a customer sent. A product has no use for it: what a product may
/// believe is a ``LicenseModel/License``, which no value of this type can become.
public struct UnverifiedLicense: Sendable, Hashable {
    /// The header's JSON, as it stands in the text.
    public let header: String

    /// The JSON of the claims, as it stands in the text.
    public let claims: String

    /// Reads the texts in a file that may be licenses: a bare token, or armored blocks with anything around them.
    ///
    /// The form is checked as a verifier checks it: sizes, armor, base64url and strict JSON. What the header and the
    /// claims say is not.
    ///
    /// - Parameter bytes: The file's contents.
    /// - Returns: What the file's tokens say, in its order.
    /// - Throws: ``LicenseModel/LicenseError`` where a text has not even the form.
    public static func inspect(contents bytes: some Collection<UInt8>) throws(LicenseError) -> [UnverifiedLicense] {
        let text = try LicenseText(Array(bytes.prefix(LicenseText.maximumSize + 1)))
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
            throw LicenseError(.tooLarge, "The token is larger than 64 KiB.")
        }
        let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .map { $0.isEmpty ? nil : Base64.decodeURL(String(decoding: $0, as: UTF8.self)) }
        guard parts.count == 3, let header = parts[0], let claims = parts[1], parts[2] != nil else {
            throw LicenseError(.malformed, "The text does not have the three parts of a token, each base64url.")
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
            throw LicenseError(code, "The JSON of the \(name) \(error.problem) (byte \(error.offset)).")
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

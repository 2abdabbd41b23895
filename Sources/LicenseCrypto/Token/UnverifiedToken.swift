import LicenseModel

/// A token whose form is right and whose signature nobody has checked.
///
/// Its header says which key to try. Of its payload there are only the bytes, which nothing may read before the
/// signature over them is found good.
package struct UnverifiedToken {
    /// The most bytes of a token, 64 KiB.
    package static let maximumSize = 64 * 1_024

    /// The most bytes of a decoded header, 1 KiB.
    static let maximumHeaderSize = 1_024

    /// The algorithm that the header names.
    let algorithm: SignatureAlgorithm

    /// The key that the header names.
    let keyID: KeyID

    /// What was signed: the encoded header, a dot, the encoded payload (RFC 7515, section 5.1).
    let signedText: ArraySlice<UInt8>

    /// The decoded payload.
    let payload: [UInt8]

    /// The decoded signature.
    let signature: [UInt8]

    /// Takes a token apart.
    init(_ token: [UInt8]) throws(LicenseError) {
        guard token.count <= Self.maximumSize else {
            throw LicenseError(
                .tooLarge,
                "The license is larger than 64 KiB, which none is. Choose the file that \(LicenseError.contact) sent."
            )
        }
        let (firstDot, secondDot) = try Self.dots(token)

        // The size of what the header would decode to.
        guard firstDot * 3 / 4 <= Self.maximumHeaderSize else {
            throw LicenseError(
                .tooLarge,
                "The license's header is larger than 1 KiB. It is no license of this format; ask \(LicenseError.contact) for one."
            )
        }
        let text = token.span
        guard let header = Base64.decodeURL(text.extracting(0..<firstDot)),
            let payload = Base64.decodeURL(text.extracting((firstDot + 1)..<secondDot)),
            let signature = Base64.decodeURL(text.extracting((secondDot + 1)..<token.count))
        else {
            throw Self.malformed("is not base64url as a token has it: a character was lost, added or changed")
        }
        (self.algorithm, self.keyID) = try Self.header(header)
        self.signedText = token[..<secondDot]
        self.payload = payload
        self.signature = signature
    }

    /// The places of the two dots of a token of three parts that are not empty.
    private static func dots(_ token: [UInt8]) throws(LicenseError) -> (Int, Int) {
        let text = token.span
        var first: Int?
        var second: Int?
        for position in text.indices where text[position] == UInt8(ascii: ".") {
            guard second == nil else {
                throw self.malformed("does not have the three parts of a token")
            }
            (first, second) = first == nil ? (position, nil) : (first, position)
        }
        guard let first, let second, first > 0, second > first + 1, token.count > second + 1 else {
            throw self.malformed("does not have the three parts of a token")
        }
        return (first, second)
    }

    /// Reads the header: the three members of the format's profile, and no other.
    private static func header(_ bytes: [UInt8]) throws(LicenseError) -> (SignatureAlgorithm, KeyID) {
        let document: StrictJSON
        do {
            document = try StrictJSON(bytes)
        } catch {
            throw self.malformed("has a header whose JSON \(error.problem) (byte \(error.offset))")
        }

        var algorithm: String?
        var keyID: KeyID?
        var type: String?
        for (name, value) in document.members {
            switch name {
            case "alg":
                algorithm = value.string
            case "kid":
                keyID = value.string.flatMap(KeyID.init(rawValue:))
            case "typ":
                type = value.string
            default:
                throw self.unsupported("has a header member that this format does not have")
            }
        }
        guard let type, type.hasBytes(of: "license+jwt") else {
            throw self.unsupported("does not have the type 'license+jwt' in its header")
        }
        guard let keyID else {
            throw self.unsupported("does not have a well-formed key id in its header")
        }
        guard let algorithm else {
            throw self.unsupported("does not have an algorithm in its header")
        }
        guard let known = SignatureAlgorithm(name: algorithm) else {
            throw LicenseError(
                .unsupportedAlgorithm,
                "The license is signed with an algorithm that this format does not have. Ask \(LicenseError.contact) for a license"
                    + " signed with one of \(SignatureAlgorithm.known.map(\.rawValue).joined(separator: ", "))."
            )
        }
        return (known, keyID)
    }

    private static func malformed(_ problem: String) -> LicenseError {
        LicenseError(
            .malformed,
            "The license \(problem). Copy it again from the message that it came in, whole and unchanged."
        )
    }

    private static func unsupported(_ problem: String) -> LicenseError {
        LicenseError(
            .unsupportedFormat,
            "The license \(problem). It is another kind of token, or made for another release; ask \(LicenseError.contact)."
        )
    }
}

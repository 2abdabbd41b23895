import LicenseCrypto
import LicenseIssuing
import LicenseModel

// Files that a verifier refuses, each for a single reason.
extension TestVendor {
    /// Returns a file that the verifier refuses with a code.
    func file(refusedWith code: LicenseError.Code, at now: LicenseInstant, nodes: Set<ClaimString>) throws -> String {
        // For any time of the clock, the license must have a term, and be issued outside the period of the restricted key.
        let issuedAt = min(max(now, LicenseInstant(secondsSince1970: 1)), .latest.advanced(byDays: -365))
        let validClaims = Claims(self.catalog, issuedAt: issuedAt)
        var claims = validClaims
        var header = Header(self.keys.vendor)
        var key = self.keys.vendor

        switch code {
        case .tooLarge:
            return String(repeating: "A", count: 64 * 1_024 + 1)
        case .malformed:
            return "-----BEGIN LICENSE-----\n\(try Self.token(validClaims, header, self.keys.vendor))\n"
        case .unsupportedFormat:
            header.type = "JWT"
        case .unsupportedAlgorithm:
            header.algorithm = "none"
        case .unknownKey:
            key = self.keys.untrusted
            header = Header(key)
        case .algorithmMismatch:
            header.algorithm = "ES256"
        case .signatureInvalid:
            // Raise the limit after signing.
            claims.members = #""limits":{"\#(claims.unit)":1000}"#
            let signature = try Self.token(validClaims, header, key).split(separator: ".").last ?? ""
            return Self.armored("\(Self.signedText(claims, header)).\(signature)")
        case .claimsInvalid:
            claims.expiry = ""
        case .unsupportedRequirement:
            claims.members += #","critical":["later"]"#
        case .issuerMismatch:
            key = self.keys.restricted
            header = Header(key)
        case .keyNotValid:
            key = self.keys.restricted
            header = Header(key)
            claims.issuer = "Bound Vendor"
        case .wrongProduct:
            claims.product = self.catalog.product == "other-product" ? "another-product" : "other-product"
        case .wrongNode:
            // A thumbprint that is longer than each of this node's differs from all of them. The maximum length is 256.
            let other = String(repeating: "x", count: min(256, 1 + (nodes.map(\.rawValue.utf8.count).max() ?? 0)))
            claims.members += #","nodes":["\#(other)"]"#
        default:
            throw IssuingError(.invalidDraft, "There is no test file for the code '\(code)'.")
        }
        return Self.armored(try Self.token(claims, header, key))
    }

    private struct Header {
        var algorithm: String
        var keyID: KeyID
        var type = "license+jwt"

        init(_ key: SigningKey) {
            self.algorithm = key.algorithm.rawValue
            self.keyID = key.id
        }

        var text: String {
            #"{"alg":"\#(self.algorithm)","kid":"\#(self.keyID)","typ":"\#(self.type)"}"#
        }
    }

    private struct Claims {
        var issuer = "Test Vendor"
        var product: ProductID
        let edition: License.Edition
        let unit: LimitUnit
        var issuedAt: LicenseInstant
        var expiry: String
        var members: String

        init(_ catalog: ProductCatalog, issuedAt: LicenseInstant) {
            self.product = catalog.product
            self.edition = catalog.testEdition
            self.unit = catalog.testLimits.keys.min() ?? "units"
            self.members = #""limits":{"\#(self.unit)":10}"#
            self.issuedAt = issuedAt
            self.expiry = #""exp":\#(issuedAt.advanced(byDays: 365).secondsSince1970),"#
        }

        var text: String {
            #"{"iss":"\#(self.issuer)","aud":"\#(self.product)","sub":"Test Customer","jti":"test-refused","#
                + #""iat":\#(self.issuedAt.secondsSince1970),\#(self.expiry)"#
                + #""license":{"category":"base","edition":"\#(self.edition)","type":"Paid",\#(self.members)}}"#
        }
    }

    private static func signedText(_ claims: Claims, _ header: Header) -> String {
        Base64.encodeURL(Array(header.text.utf8)) + "." + Base64.encodeURL(Array(claims.text.utf8))
    }

    private static func token(_ claims: Claims, _ header: Header, _ key: SigningKey) throws -> String {
        let text = self.signedText(claims, header)
        return text + "." + Base64.encodeURL(try key.signature(over: Array(text.utf8)))
    }

    private static func armored(_ token: String) -> String {
        "-----BEGIN LICENSE-----\n\(token)\n-----END LICENSE-----\n"
    }
}

import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// The order of the checks: if a license has several faults, the error reports the one that is checked first.
@Suite("Order of the checks")
struct CheckOrderTests {
    /// The faults of a license, in the order in which verification checks for them.
    enum Fault: Int, CaseIterable, CustomTestStringConvertible {
        case tooLarge
        case malformed
        case unsupportedFormat
        case unsupportedAlgorithm
        case unknownKey
        case algorithmMismatch
        case signatureInvalid
        case claimsInvalid
        case unsupportedRequirement
        case issuerMismatch
        case keyNotValid
        case wrongProduct
        case wrongNode

        var testDescription: String {
            self.code
        }

        var code: String {
            switch self {
            case .tooLarge: "too-large"
            case .malformed: "malformed"
            case .unsupportedFormat: "unsupported-format"
            case .unsupportedAlgorithm: "unsupported-algorithm"
            case .unknownKey: "unknown-key"
            case .algorithmMismatch: "algorithm-mismatch"
            case .signatureInvalid: "signature-invalid"
            case .claimsInvalid: "claims-invalid"
            case .unsupportedRequirement: "unsupported-requirement"
            case .issuerMismatch: "issuer-mismatch"
            case .keyNotValid: "key-not-valid"
            case .wrongProduct: "wrong-product"
            case .wrongNode: "wrong-node"
            }
        }
    }

    /// Verifies a license that has all of the given faults, and returns the code.
    private static func outcome(_ faults: Set<Fault>) throws -> String {
        let signer = TestSigner.ed25519
        var header = signer.header
        var claims = JSONText.base
        for fault in faults {
            switch fault {
            case .unsupportedFormat: header = header.setting("crit", "[]")
            case .unsupportedAlgorithm: header = header.setting("alg", #""none""#)
            case .unknownKey: header = header.setting("kid", #""other""#)
            case .algorithmMismatch where !faults.contains(.unsupportedAlgorithm):
                header = header.setting("alg", #""ES256""#)
            case .claimsInvalid: claims = claims.setting("exp", #""1824560000""#)
            case .unsupportedRequirement: claims = claims.setting("license.critical", #"["quota"]"#)
            case .issuerMismatch: claims = claims.setting("iss", #""Another Vendor""#)
            case .keyNotValid: claims = claims.setting("iat", "1699999999")
            case .wrongProduct: claims = claims.setting("aud", #""another""#)
            case .wrongNode: claims = claims.setting("license.nodes", #"["node-b"]"#)
            default: break
            }
        }
        var token = signer.token(claims, header: header.text)
        if faults.contains(.signatureInvalid) {
            let parts = token.split(separator: ".")
            token = "\(parts[0]).\(parts[1]).\([UInt8](repeating: 1, count: 64).base64URL)"
        }
        if faults.contains(.malformed) {
            token += "=="
        }
        if faults.contains(.tooLarge) {
            token += String(repeating: "A", count: 65_536)
        }
        let jwk = signer.jwk.setting("iss", #""Test Vendor""#).setting("nbf", "1700000000").text
        let verifier = LicenseVerifier(
            trusting: try TrustedKeys(jwkSet: #"{"keys":[\#(jwk)]}"#),
            product: .only("cloud")
        )
        return verdict { try verifier.verify(token: token).usable(on: "node-a") }
    }

    @Test("A license without faults is accepted")
    func noFaults() throws {
        #expect(try Self.outcome([]) == "accepted")
    }

    @Test("A license with a single fault is refused with the code of the fault", arguments: Fault.allCases)
    func singleFault(fault: Fault) throws {
        #expect(try Self.outcome([fault]) == fault.code)
    }

    private static let pairs = Fault.allCases.flatMap { first in
        Fault.allCases.filter { $0.rawValue > first.rawValue }.map { (first, $0) }
    }

    @Test("Of two faults, the error reports the one that is checked first", arguments: pairs)
    func pair(first: Fault, second: Fault) throws {
        #expect(try Self.outcome([first, second]) == first.code)
    }

    @Test("Of a fault and all later ones, the error reports the one that is checked first", arguments: Fault.allCases)
    func allLater(fault: Fault) throws {
        let later = Fault.allCases.filter { $0.rawValue >= fault.rawValue }
        #expect(try Self.outcome(Set(later)) == fault.code)
    }

    @Test("An invalid signature is reported before an expired or malformed payload", .tags(.p43))
    func expiredAndBadSignature() throws {
        let expired = JSONText.base.setting("iat", "1000").setting("exp", "2000")
        #expect(verdict { try license(expired) } == "accepted")
        for payload in [expired.text, "{", " ", "[]", "{}", #"{"exp":0}"#, "\u{FEFF}{}"] {
            let parts = TestSigner.ed25519.token(payload: Array(payload.utf8)).split(separator: ".")
            let token = "\(parts[0]).\(parts[1]).\([UInt8](repeating: 1, count: 64).base64URL)"
            let error = try #require(throws: LicenseError.self) { try LicenseVerifier.standard.verify(token: token) }
            #expect(error.code == .signatureInvalid)
            #expect(error.member == nil)
            #expect(error.licenseID == nil)
        }
    }

    @Test("The header's size is checked after splitting the token and before decoding it")
    func headerSize() throws {
        let large = String(repeating: "A", count: 1_400)
        let verifier = try LicenseVerifier.standard
        #expect(verdict { try verifier.verify(token: large) } == "malformed")
        #expect(verdict { try verifier.verify(token: "\(large).AA") } == "malformed")
        #expect(verdict { try verifier.verify(token: "\(large)..AA") } == "malformed")
        #expect(verdict { try verifier.verify(token: "\(large).AA.AA") } == "too-large")
        #expect(verdict { try verifier.verify(token: "\(large).AA.AA.AA") } == "malformed")
        #expect(verdict { try verifier.verify(token: "\(large)==.!.?") } == "too-large")
    }

    @Test("The base64url of all three parts is checked before the header's JSON")
    func base64First() throws {
        let emptyHeader = Array("{}".utf8).base64URL
        let verifier = try LicenseVerifier.standard
        #expect(verdict { try verifier.verify(token: "\(emptyHeader).AA.AA") } == "unsupported-format")
        #expect(verdict { try verifier.verify(token: "\(emptyHeader).AB.AA") } == "malformed")
        #expect(verdict { try verifier.verify(token: "\(emptyHeader).AA.AB") } == "malformed")
    }
}

import LicenseCrypto
import LicenseModel
import Testing

extension LicenseVerifier {
    /// Creates a verifier that trusts the keys of the signers, for the product `cloud` by default.
    init(
        _ signers: [TestSigner],
        product: LicenseRequirement<ProductID> = .only("cloud"),
        environments: Set<KeyEnvironment> = [.production]
    ) throws {
        self.init(
            trusting: try TrustedKeys(try signers.map { try $0.trusted }),
            product: product,
            environments: environments
        )
    }

    /// A verifier for the product `cloud` that trusts the shared Ed25519 key.
    static var standard: LicenseVerifier {
        get throws {
            try LicenseVerifier([.ed25519])
        }
    }
}

extension License {
    /// Returns the license if it can be used on a node.
    ///
    /// - Throws: `LicenseError` with the code `wrong-node` if it cannot.
    func usable(on node: String) throws -> License {
        if let error = self.wrongNodeError(on: .only([try ClaimString(node)])) {
            throw error
        }
        return self
    }
}

/// Signs claims with the shared Ed25519 key and verifies them.
func license(_ claims: JSONText) throws -> License {
    try LicenseVerifier.standard.verify(token: TestSigner.ed25519.token(claims))
}

/// Signs a payload of any bytes with the shared Ed25519 key and verifies it.
func license(payload: [UInt8]) throws -> License {
    try LicenseVerifier.standard.verify(token: TestSigner.ed25519.token(payload: payload))
}

/// Returns a token in armor, in lines of at most `width` characters.
func armored(_ token: String, width: Int = 64, lineEnd: String = "\n") -> String {
    var lines = ["-----BEGIN LICENSE-----"]
    var rest = token[...]
    while !rest.isEmpty {
        lines.append(String(rest.prefix(width)))
        rest = rest.dropFirst(width)
    }
    lines.append("-----END LICENSE-----")
    return lines.map { $0 + lineEnd }.joined()
}

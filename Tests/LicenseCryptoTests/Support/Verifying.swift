import LicenseCrypto
import LicenseModel
import Testing

extension LicenseVerifier {
    /// A verifier of the product `cloud` that trusts the keys of some signers.
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

    /// A verifier of the product `cloud` that trusts the shared Ed25519 key.
    static var standard: LicenseVerifier {
        get throws {
            try LicenseVerifier([.ed25519])
        }
    }
}

extension License {
    /// The license, if it may be used on a node.
    ///
    /// - Throws: The error `wrong-node` if it may not.
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

/// A text in armor, wrapped at a width.
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

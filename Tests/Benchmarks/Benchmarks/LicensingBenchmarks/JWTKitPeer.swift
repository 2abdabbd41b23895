import JWTKit

extension SamplePayload: JWTPayload {
    /// Does not check the claims, because the comparison is only about verifying the signature and decoding the claims.
    func verify(using algorithm: some JWTAlgorithm) {}
}

/// A verifier of jwt-kit that trusts the key of a license.
struct JWTKitPeer: Sendable {
    private let keys = JWTKeyCollection()
    private let token: String

    /// Loads the public key once, as a server does.
    init(_ key: SigningKey) async {
        self.token = key.token
        do {
            switch key.algorithm {
            case .ed25519: await self.keys.add(eddsa: try EdDSA.PublicKey(pem: key.pem), kid: "benchmark")
            case .es256: await self.keys.add(ecdsa: try ES256PublicKey(pem: key.pem), kid: "benchmark")
            case .ps256:
                let rsa = try Insecure.RSA.PublicKey(pem: key.pem)
                await self.keys.add(pss: rsa, digestAlgorithm: .sha256, kid: "benchmark")
            default: fatalError("There is no comparison with jwt-kit for \(key.algorithm)")
            }
        } catch {
            fatalError("\(error)")
        }
    }

    /// Verifies the token and decodes its claims.
    func verify() async -> SamplePayload {
        do {
            return try await self.keys.verify(self.token)
        } catch {
            fatalError("\(error)")
        }
    }
}

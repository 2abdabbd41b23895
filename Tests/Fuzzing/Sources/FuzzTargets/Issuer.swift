import CFuzzOpenSSL
import LicenseCrypto

/// Signs tokens for the fuzzers with a public test key that must not be used anywhere else.
enum Issuer {
    private static let seed = [UInt8](repeating: 0x5A, count: 32)

    nonisolated(unsafe) private static let key: OpaquePointer = {
        guard let key = EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nil, seed, seed.count) else {
            fatalError("libcrypto does not accept the key")
        }
        return key
    }()

    static let trustedKeys: TrustedKeys = {
        var point = [UInt8](repeating: 0, count: 32)
        var count = point.count
        EVP_PKEY_get_raw_public_key(key, &point, &count)
        let jwk = #"{"kty":"OKP","crv":"Ed25519","kid":"fuzz","x":"\#(base64URL(point))"}"#
        do {
            return try TrustedKeys([try TrustedKey(jwk: jwk)])
        } catch {
            fatalError("\(error)")
        }
    }()

    /// Tokens of genuine licenses, from which the target `file` starts.
    static let seedTokens: [String] = [
        token(Array(ClaimsRecipe.base.text.utf8)),
        token(Array(ClaimsRecipe.plus.text.utf8)),
    ]

    /// Returns a token with a signed payload.
    static func token(_ payload: [UInt8]) -> String {
        let header = #"{"alg":"Ed25519","kid":"fuzz","typ":"license+jwt"}"#
        let text = "\(base64URL(Array(header.utf8))).\(base64URL(payload))"
        let message = Array(text.utf8)
        var signature = [UInt8](repeating: 0, count: 64)
        var count = signature.count
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
            EVP_DigestSign(context, &signature, &count, message, message.count) == 1
        else {
            fatalError("libcrypto cannot sign")
        }
        return "\(text).\(base64URL(signature))"
    }

    static func base64URL(_ bytes: [UInt8]) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        var text: [UInt8] = []
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let bits = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for position in 0...group.count {
                text.append(alphabet[bits >> (18 - 6 * position) & 0x3F])
            }
        }
        return String(decoding: text, as: UTF8.self)
    }
}

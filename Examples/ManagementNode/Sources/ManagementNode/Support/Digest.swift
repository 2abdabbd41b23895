import CNodeCrypto

/// Digests of the SHA-2 family (FIPS 180-4), by libcrypto.
enum Digest {
    /// Returns the SHA-512 of a text in lowercase hexadecimal digits, as clients send passwords.
    static func sha512(_ text: String) -> String {
        unsafe Hex.text(self.digest(text, EVP_sha512(), size: 64))
    }

    /// Returns the 32 bytes of the SHA-256 of a text.
    static func sha256(_ text: String) -> [UInt8] {
        unsafe self.digest(text, EVP_sha256(), size: 32)
    }

    private static func digest(_ text: String, _ algorithm: OpaquePointer?, size: Int) -> [UInt8] {
        let bytes = Array(text.utf8)
        var digest = [UInt8](repeating: 0, count: size)
        let status = unsafe EVP_Digest(bytes, bytes.count, &digest, nil, algorithm, nil)
        precondition(status == 1, "libcrypto has no SHA-2")
        return digest
    }
}

import CLicenseOpenSSL
package import LicenseCrypto
package import LicenseModel

/// The Ed25519 key of a node, whose thumbprint identifies the node in licenses.
///
/// libcrypto holds the private half and overwrites it when the key is released. The key signs application codes. It
/// cannot sign licenses: no product trusts it.
@safe package final class NodeKey: Sendable {
    /// The number of bytes of the private half, the seed of RFC 8032.
    package static let seedSize = 32

    nonisolated(unsafe) private let pointer: OpaquePointer
    private let library: CryptoLibrary

    /// The public half, 32 bytes.
    package let publicBytes: [UInt8]

    private init?(_ pointer: OpaquePointer, _ library: CryptoLibrary) {
        unsafe self.pointer = pointer
        self.library = library
        var bytes = [UInt8](repeating: 0, count: 32)
        var count = bytes.count
        let status = unsafe EVP_PKEY_get_raw_public_key(pointer, &bytes, &count)
        self.publicBytes = bytes
        guard status == 1, count == bytes.count else {
            return nil
        }
    }

    /// Generates a new key, or returns `nil` if libcrypto cannot generate it.
    package convenience init?(context: OpenSSLContext = .isolated) {
        guard let library = CryptoLibrary.shared(context), let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard let generator = unsafe EVP_PKEY_CTX_new_from_name(library.context, "ED25519", nil) else {
            return nil
        }
        defer { unsafe EVP_PKEY_CTX_free(generator) }
        var key: OpaquePointer?
        guard unsafe EVP_PKEY_keygen_init(generator) == 1, unsafe EVP_PKEY_generate(generator, &key) == 1,
            let key = unsafe key
        else {
            return nil
        }
        unsafe self.init(key, library)
    }

    /// Creates a key from its private half, or returns `nil` if it does not have 32 bytes or libcrypto refuses it.
    ///
    /// - Parameters:
    ///   - seed: The private half, which is not overwritten.
    ///   - context: The libcrypto context to use the key in.
    package convenience init?(seed: [UInt8], context: OpenSSLContext = .isolated) {
        guard seed.count == Self.seedSize, let library = CryptoLibrary.shared(context), let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard
            let key = unsafe EVP_PKEY_new_raw_private_key_ex(library.context, "ED25519", nil, seed, seed.count)
        else {
            return nil
        }
        unsafe self.init(key, library)
    }

    deinit {
        // While the process exits, libcrypto may already have been cleaned up.
        if let use = LibcryptoUse() {
            unsafe EVP_PKEY_free(self.pointer)
            use.end()
        }
    }

    /// Calls a function with the private half, and overwrites the array afterward.
    ///
    /// The function must not keep a reference to the array.
    ///
    /// - Parameter body: A function that stores the private half.
    /// - Returns: The result of the function, or `nil` if libcrypto does not return the private half.
    /// - Throws: The error that the function throws.
    package func withSeed<Result, Failure: Error>(
        _ body: ([UInt8]) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        var seed = [UInt8](repeating: 0, count: Self.seedSize)
        defer { Self.overwrite(&seed) }
        var count = seed.count
        // EVP_PKEY_get_raw_private_key of libcrypto 3.0 leaves a copy in freed memory.
        guard
            unsafe EVP_PKEY_get_octet_string_param(self.pointer, OSSL_PKEY_PARAM_PRIV_KEY, &seed, count, &count) == 1,
            count == Self.seedSize
        else {
            return nil
        }
        return try body(seed)
    }

    /// Overwrites a secret with zeros, in a way that the compiler cannot optimize away.
    package static func overwrite(_ secret: inout [UInt8]) {
        unsafe secret.withUnsafeMutableBytes { unsafe OPENSSL_cleanse($0.baseAddress, $0.count) }
    }

    /// Signs a text, or returns `nil` if libcrypto cannot sign.
    package func signature(over text: [UInt8]) -> [UInt8]? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard let context = unsafe EVP_MD_CTX_new() else {
            return nil
        }
        defer { unsafe EVP_MD_CTX_free(context) }
        var signature = [UInt8](repeating: 0, count: 64)
        var size = signature.count
        guard
            unsafe CLicenseOpenSSL_init_plain(
                EVP_DigestSignInit_ex,
                context,
                nil,
                self.library.context,
                self.pointer
            ) == 1,
            unsafe EVP_DigestSign(context, &signature, &size, text, text.count) == 1, size == signature.count
        else {
            return nil
        }
        return signature
    }

    /// The RFC 7638 thumbprint of the public half, which licenses name in `license.nodes`.
    ///
    /// `nil` if libcrypto cannot compute it, because the process is exiting or is out of memory.
    package var thumbprint: ClaimString? {
        Self.thumbprint(of: self.publicBytes, self.library)
    }

    /// Returns the RFC 7638 thumbprint of the public half of a node key.
    static func thumbprint(of publicBytes: [UInt8], _ library: CryptoLibrary) -> ClaimString? {
        let jwk = JSONText.object(self.jwkMembers(of: publicBytes))
        return library.sha256(jwk.bytes).flatMap { ClaimString(rawValue: Base64.encodeURL($0)) }
    }

    /// The required members of a public Ed25519 key (RFC 8037, section 2), in the order of RFC 7638.
    static func jwkMembers(of publicBytes: [UInt8]) -> [(name: String, value: JSONText)] {
        [("crv", .string("Ed25519")), ("kty", .string("OKP")), ("x", .string(Base64.encodeURL(publicBytes)))]
    }
}

extension NodeKey: CustomStringConvertible, CustomReflectable {
    /// The thumbprint of the key, without the key itself.
    package var description: String {
        "NodeKey(\(self.thumbprint?.rawValue ?? "unavailable"))"
    }

    /// A mirror that shows the thumbprint but no key material.
    package var customMirror: Mirror {
        Mirror(self, children: ["thumbprint": self.thumbprint?.rawValue ?? ""])
    }
}

import CLicenseOpenSSL
import LicenseCrypto

extension PrivateKey {
    /// Loads an Ed25519 key from its 32-byte seed, or returns `nil` if libcrypto refuses it.
    convenience init?(seed: SecretBytes, library: CryptoLibrary) {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        let key = unsafe seed.withPointer { seed in
            unsafe EVP_PKEY_new_raw_private_key_ex(library.context, "ED25519", nil, seed.baseAddress, seed.count)
        }
        guard let key = unsafe key else {
            return nil
        }
        unsafe self.init(key, library: library)
    }

    /// Loads an elliptic curve key from its numbers, or returns `nil` if libcrypto refuses them.
    ///
    /// This does not go through PKCS#8, because libcrypto 3.0 leaves copies of the private number in freed memory when
    /// it decodes PKCS#8.
    ///
    /// - Parameters:
    ///   - curve: The curve.
    ///   - x: The x coordinate of the public point, big-endian, in the curve's size.
    ///   - y: The y coordinate of the public point, big-endian, in the curve's size.
    ///   - number: The private number, big-endian, in the curve's size.
    ///   - library: The libcrypto context to use the key in.
    convenience init?(
        curve: KeyMaterial.Curve,
        x: [UInt8],
        y: [UInt8],
        number: SecretBytes,
        library: CryptoLibrary
    ) {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        let type = curve == .sm2 ? "SM2" : "EC"
        guard let context = unsafe EVP_PKEY_CTX_new_from_name(library.context, type, nil) else {
            return nil
        }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        let point = [0x04] + x + y
        let key = unsafe Self.native(number)
            .withPointer { native in
                unsafe CLicenseOpenSSL_curve_key(
                    context,
                    curve.rawValue,
                    point,
                    point.count,
                    native.baseAddress,
                    native.count
                )
            }
        guard let key = unsafe key else {
            return nil
        }
        unsafe self.init(key, library: library)
    }

    /// Loads an RSA key from its numbers, or returns `nil` if libcrypto refuses them.
    ///
    /// - Parameters:
    ///   - numbers: The eight numbers n, e, d, p, q, dp, dq and qi, each big-endian.
    ///   - library: The libcrypto context to use the key in.
    convenience init?(rsa numbers: [SecretBytes], library: CryptoLibrary) {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        guard numbers.count == 8, let context = unsafe EVP_PKEY_CTX_new_from_name(library.context, "RSA", nil) else {
            return nil
        }
        defer { unsafe EVP_PKEY_CTX_free(context) }
        let native = numbers.map(Self.native)
        let pointers = unsafe native.map { unsafe $0.withPointer { $0.baseAddress } }
        let sizes = native.map(\.count)
        let key = unsafe withExtendedLifetime(native) {
            unsafe CLicenseOpenSSL_rsa_key(context, pointers, sizes)
        }
        guard let key = unsafe key else {
            return nil
        }
        unsafe self.init(key, library: library)
    }

    /// Converts a big-endian number to native byte order, which libcrypto's parameters use.
    private static func native(_ number: SecretBytes) -> SecretBytes {
        let isLittleEndian = 1.littleEndian == 1
        return unsafe number.withPointer { number in
            unsafe isLittleEndian ? SecretBytes(number.reversed()) : SecretBytes(number)
        }
    }
}

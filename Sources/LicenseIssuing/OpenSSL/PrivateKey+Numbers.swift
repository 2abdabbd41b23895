import CLicenseOpenSSL
import LicenseCrypto

extension PrivateKey {
    /// A private number by libcrypto's name.
    ///
    /// - Parameters:
    ///   - name: The name, such as `priv`.
    ///   - size: How many bytes it is to have. `nil`: as many as it needs.
    /// - Returns: The number, big-endian, or `nil` where the key has none of that name or size.
    func number(_ name: String, size: Int? = nil) -> SecretBytes? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        var number: OpaquePointer?
        defer { unsafe BN_clear_free(number) }
        guard unsafe EVP_PKEY_get_bn_param(self.pointer, name, &number) == 1, let number = unsafe number else {
            return nil
        }
        let count = unsafe size ?? Int(BN_num_bits(number) + 7) / 8
        var written: Int32 = -1
        let bytes = unsafe SecretBytes(count: count) { buffer in
            written = unsafe BN_bn2binpad(number, buffer.baseAddress, Int32(clamping: count))
        }
        return Int(written) == count ? bytes : nil
    }

    /// The seed of an Ed25519 key, 32 bytes.
    ///
    /// Asked for as a raw private key, libcrypto 3.0 would leave a copy of it in freed memory.
    var seed: SecretBytes? {
        guard let use = LibcryptoUse() else {
            return nil
        }
        defer { use.end() }
        var count = 32
        var isWritten = false
        let bytes = unsafe SecretBytes(count: count) { buffer in
            isWritten =
                unsafe EVP_PKEY_get_octet_string_param(
                    self.pointer,
                    OSSL_PKEY_PARAM_PRIV_KEY,
                    buffer.baseAddress,
                    count,
                    &count
                ) == 1
        }
        return isWritten && count == 32 ? bytes : nil
    }
}

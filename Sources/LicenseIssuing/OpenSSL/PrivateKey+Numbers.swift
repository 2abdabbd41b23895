import CLicenseOpenSSL
import LicenseCrypto

extension PrivateKey {
    /// Returns a private number of the key.
    ///
    /// - Parameters:
    ///   - name: The name of libcrypto's parameter, such as `priv`.
    ///   - size: The size in bytes to pad the number to, or `nil` for the minimum size.
    /// - Returns: The number, big-endian, or `nil` if the key has no such number or the number does not fit into
    ///   `size`.
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

    /// The 32-byte seed of an Ed25519 key, or `nil` if libcrypto does not return it.
    ///
    /// This does not use `EVP_PKEY_get_raw_private_key`, because libcrypto 3.0 then leaves a copy of the seed in freed
    /// memory.
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

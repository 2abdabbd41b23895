import CNodeCrypto
import Foundation

/// A password hash by scrypt (RFC 7914), in libcrypto.
///
/// Clients send the SHA-512 of a password. The node treats it like a password: whoever has it can log in.
struct PasswordHash: Sendable {
    /// The random bytes that make equal passwords have different hashes.
    let salt: Data

    /// The 32 bytes that scrypt derives from the password and the salt.
    let hash: Data

    /// Hashes a new password with a new salt.
    init(_ password: String) {
        self.init(password, salt: Data(Random.bytes(16)))
    }

    private init(_ password: String, salt: Data) {
        self.salt = salt
        self.hash = Self.derive(password, salt)
    }

    /// The hash of an account.
    init(of account: Account) {
        (self.salt, self.hash) = (account.salt, account.passwordHash)
    }

    /// Returns whether a password has this hash, in a time that does not depend on where they differ.
    func matches(_ password: String) -> Bool {
        let other = Self.derive(password, self.salt)
        guard self.hash.count == other.count else {
            return false
        }
        return unsafe self.hash.withUnsafeBytes { left in
            unsafe other.withUnsafeBytes { right in
                unsafe CRYPTO_memcmp(left.baseAddress, right.baseAddress, left.count) == 0
            }
        }
    }

    /// N = 32,768, r = 8, p = 1: 32 MiB of memory and about a tenth of a second.
    private static func derive(_ password: String, _ salt: Data) -> Data {
        var hash = Data(count: 32)
        let count = hash.count
        let password = Array(password.utf8).map(CChar.init(bitPattern:))
        let status = unsafe hash.withUnsafeMutableBytes { hash in
            unsafe salt.withUnsafeBytes { salt in
                unsafe EVP_PBE_scrypt(
                    password,
                    password.count,
                    salt.baseAddress?.assumingMemoryBound(to: UInt8.self),
                    salt.count,
                    32_768,
                    8,
                    1,
                    64 << 20,
                    hash.baseAddress?.assumingMemoryBound(to: UInt8.self),
                    count
                )
            }
        }
        // It fails only if there is no memory, and a hash of zeros must never match.
        precondition(status == 1, "scrypt failed")
        return hash
    }
}

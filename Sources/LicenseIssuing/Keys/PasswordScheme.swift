/// How an EncryptedPrivateKeyInfo (RFC 5958, section 3) makes its key of a password: what is read of it before anything is
/// computed, as the text alone says how much that is.
enum PasswordScheme: Equatable {
    /// PBKDF2 (RFC 8018, appendix A.2), with whichever hash.
    case pbkdf2(rounds: Int)

    /// scrypt (RFC 7914, section 7), with its cost, block size and parallelization.
    case scrypt(cost: Int, blockSize: Int, lanes: Int)

    private static let pbes2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D]
    private static let pbkdf2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C]
    private static let scrypt: [UInt8] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x04, 0x0B]

    /// Reads the scheme, or returns `nil` where the text is not strict DER of PBES2 with PBKDF2 or scrypt.
    init?(encryptedPrivateKeyInfo bytes: borrowing Span<UInt8>) {
        var all = DERReader(bytes.indices)
        guard let outer = all.read(0x30, in: bytes), all.isAtEnd else {
            return nil
        }
        var info = DERReader(outer)
        guard let encryption = info.read(0x30, in: bytes), info.read(0x04, in: bytes) != nil, info.isAtEnd else {
            return nil
        }
        var algorithm = DERReader(encryption)
        guard algorithm.readIdentifier(Self.pbes2, in: bytes), let parameters = algorithm.read(0x30, in: bytes),
            algorithm.isAtEnd
        else {
            return nil
        }
        var functions = DERReader(parameters)
        guard let derivation = functions.read(0x30, in: bytes), functions.read(0x30, in: bytes) != nil,
            functions.isAtEnd
        else {
            return nil
        }
        self.init(derivation: derivation, in: bytes)
    }

    /// Reads the AlgorithmIdentifier of the function that makes a key of the password.
    private init?(derivation: Range<Int>, in bytes: borrowing Span<UInt8>) {
        var function = DERReader(derivation)
        let isPBKDF2 = function.readIdentifier(Self.pbkdf2, in: bytes)
        guard isPBKDF2 || function.readIdentifier(Self.scrypt, in: bytes),
            let contents = function.read(0x30, in: bytes), function.isAtEnd
        else {
            return nil
        }
        var parameters = DERReader(contents)
        guard parameters.read(0x04, in: bytes) != nil, let first = parameters.readInteger(in: bytes) else {
            return nil
        }
        if isPBKDF2 {
            self = .pbkdf2(rounds: first)
        } else {
            guard let blockSize = parameters.readInteger(in: bytes), let lanes = parameters.readInteger(in: bytes)
            else {
                return nil
            }
            self = .scrypt(cost: first, blockSize: blockSize, lanes: lanes)
        }
        // The length of the key, and the hash of PBKDF2, are libcrypto's to check.
        guard !parameters.isNext(0x02, in: bytes) || parameters.readInteger(in: bytes) != nil,
            !isPBKDF2 || !parameters.isNext(0x30, in: bytes) || parameters.read(0x30, in: bytes) != nil
        else {
            return nil
        }
        guard parameters.isAtEnd else {
            return nil
        }
    }

    /// Whether the work is some seconds at most.
    ///
    /// PBKDF2: 2,000,000 rounds. scrypt: the 32 MiB that libcrypto takes by default, and 32 times the work of what it
    /// writes by default.
    var isAffordable: Bool {
        switch self {
        case .pbkdf2(let rounds):
            return (1...2_000_000).contains(rounds)
        case .scrypt(let cost, let blockSize, let lanes):
            let bounds = 1...1 << 20
            // With these bounds, no product overflows.
            guard bounds.contains(cost), bounds.contains(blockSize), bounds.contains(lanes) else {
                return false
            }
            return 128 * blockSize * (cost + 2 + lanes) <= 32 << 20 && cost * blockSize * lanes <= 1 << 22
        }
    }

    /// Refuses a text that libcrypto is not to decrypt.
    ///
    /// - Parameter encryptedPrivateKeyInfo: The text.
    /// - Throws: Why not.
    static func check(_ encryptedPrivateKeyInfo: borrowing Span<UInt8>) throws(SigningKeyError) {
        guard let scheme = PasswordScheme(encryptedPrivateKeyInfo: encryptedPrivateKeyInfo) else {
            throw SigningKeyError(
                .unsupported,
                "The private key is not encrypted by PBES2 with PBKDF2 or scrypt. Encrypt it again with 'openssl pkcs8"
                    + " -topk8'."
            )
        }
        guard scheme.isAffordable else {
            throw SigningKeyError(
                .tooCostly,
                "The private key's encryption asks for more work than is done: at most 2,000,000 rounds of PBKDF2, or"
                    + " scrypt in 32 MiB. Encrypt the key again with 'openssl pkcs8 -topk8'."
            )
        }
    }
}

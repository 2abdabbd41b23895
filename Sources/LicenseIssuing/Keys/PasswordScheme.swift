/// The key derivation of an EncryptedPrivateKeyInfo (RFC 5958, section 3).
///
/// The text itself determines how much work it is to derive the key from the password. The library therefore parses and
/// checks these parameters before libcrypto computes anything.
enum PasswordScheme: Equatable {
    /// PBKDF2 (RFC 8018, appendix A.2) with any hash.
    case pbkdf2(rounds: Int)

    /// scrypt (RFC 7914, section 7); `lanes` is its parallelization parameter.
    case scrypt(cost: Int, blockSize: Int, lanes: Int)

    private static let pbes2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0D]
    private static let pbkdf2: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x05, 0x0C]
    private static let scrypt: [UInt8] = [0x2B, 0x06, 0x01, 0x04, 0x01, 0xDA, 0x47, 0x04, 0x0B]

    /// Parses the scheme, or returns `nil` if the text is not strict DER of PBES2 with PBKDF2 or scrypt.
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

    /// Parses the AlgorithmIdentifier of the key derivation function.
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
        // libcrypto checks the length of the key and the hash of PBKDF2.
        guard !parameters.isNext(0x02, in: bytes) || parameters.readInteger(in: bytes) != nil,
            !isPBKDF2 || !parameters.isNext(0x30, in: bytes) || parameters.read(0x30, in: bytes) != nil
        else {
            return nil
        }
        guard parameters.isAtEnd else {
            return nil
        }
    }

    /// Whether deriving the key takes at most a few seconds.
    ///
    /// The limits are 2,000,000 rounds for PBKDF2. For scrypt they are 32 MiB, which is libcrypto's default limit, and
    /// 32 times the work of libcrypto's default parameters.
    var isAffordable: Bool {
        switch self {
        case .pbkdf2(let rounds):
            return (1...2_000_000).contains(rounds)
        case .scrypt(let cost, let blockSize, let lanes):
            let bounds = 1...1 << 20
            // Within these bounds, the products below cannot overflow.
            guard bounds.contains(cost), bounds.contains(blockSize), bounds.contains(lanes) else {
                return false
            }
            return 128 * blockSize * (cost + 2 + lanes) <= 32 << 20 && cost * blockSize * lanes <= 1 << 22
        }
    }

    /// Checks that a text uses a supported scheme and is not too costly to decrypt.
    ///
    /// - Parameter encryptedPrivateKeyInfo: The EncryptedPrivateKeyInfo in DER.
    /// - Throws: `SigningKeyError` with the code `unsupported` or `tooCostly`.
    static func check(_ encryptedPrivateKeyInfo: borrowing Span<UInt8>) throws(SigningKeyError) {
        guard let scheme = PasswordScheme(encryptedPrivateKeyInfo: encryptedPrivateKeyInfo) else {
            throw SigningKeyError(
                .unsupported,
                "The private key is not encrypted using PBES2 with PBKDF2 or scrypt. Encrypt it again with"
                    + " 'openssl pkcs8 -topk8'."
            )
        }
        guard scheme.isAffordable else {
            throw SigningKeyError(
                .tooCostly,
                "The private key is too costly to decrypt. The limits are 2,000,000 rounds of PBKDF2, or scrypt with"
                    + " 32 MiB of memory. Encrypt the key again with 'openssl pkcs8 -topk8'."
            )
        }
    }
}

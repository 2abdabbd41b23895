import CLicenseOpenSSL
import Foundation
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing

@Suite("The secrecy of private keys")
struct SecrecyTests {
    @Test("Printing or dumping a key shows only its id and algorithm", arguments: SignatureAlgorithm.known)
    func printing(algorithm: SignatureAlgorithm) throws {
        let pem = try Samples.key(algorithm).unencryptedPEM()
        let key = try SigningKey(pem: pem, algorithm: algorithm, id: "k1")
        let description = "SigningKey(k1, \(algorithm.rawValue))"
        #expect(String(describing: key) == description)
        #expect(String(reflecting: key) == description)
        #expect("\(key)" == description)
        var dumped = ""
        dump(key, to: &dumped)
        #expect(dumped == "▿ \(description) #0\n  - id: \"k1\"\n  - algorithm: \"\(algorithm.rawValue)\"\n")
    }

    @Test("Printing or dumping secret bytes shows only their number")
    func bytes() {
        let secret = SecretBytes("hunter2")
        #expect(String(describing: secret) == "SecretBytes(7 bytes)")
        #expect(String(reflecting: secret) == "SecretBytes(7 bytes)")
        var dumped = ""
        dump(["password": secret], to: &dumped)
        #expect(dumped.contains("SecretBytes(7 bytes)"))
        #expect(!dumped.contains("hunter2"))
        // The first byte of the secret in decimal.
        #expect(!dumped.contains("104"))
        #expect(secret.text == "hunter2")
    }

    @Test("Overwriting sets the bytes to zero in place")
    func overwriting() {
        let secret = SecretBytes([1, 2, 3, 0xFF])
        secret.withBytes { bytes in
            #expect(bytes[0] == 1)
            secret.overwrite()
            for index in bytes.indices {
                #expect(bytes[index] == 0)
            }
        }
        #expect(SecretBytes([UInt8]()).count == 0)
    }

    @Test("A buffer has only the bytes that were appended to it, whatever its capacity")
    func filling() throws {
        let secret = SecretBytes(capacity: 5) { output in
            output.append(7)
            output.append(8)
            output.append(9)
            _ = output.removeLast()
        }
        #expect(secret.count == 2)
        secret.withBytes { bytes in
            #expect(bytes[0] == 7)
            #expect(bytes[1] == 8)
        }
        #expect(SecretBytes(capacity: 0) { _ in }.count == 0)
        struct Stop: Error {}
        #expect(throws: Stop.self) {
            try SecretBytes(capacity: 2) { output throws(Stop) in
                output.append(1)
                throw Stop()
            }
        }
    }

    #if DEBUG
    /// All algorithms but RS256, whose keys are those of PS256.
    private static let algorithms = SignatureAlgorithm.known.filter { $0 != .rs256 }
    /// The algorithms whose keys are encrypted before the search, too: encryption is the same for each.
    private static let encryptedFirst: [SignatureAlgorithm] = [.ed25519]
    #else
    private static let algorithms = SignatureAlgorithm.known
    private static let encryptedFirst = algorithms
    #endif

    /// Whether to keep a copy of the key on purpose, which secrets.sh expects the search to find.
    private static let isPlanted = ProcessInfo.processInfo.environment["PLANTED_SECRET"] != nil

    // Later allocations often overwrite freed memory by chance. Tests/CommandLine/secrets.sh therefore runs this test in a
    // process that never reuses freed memory. The algorithms are serialized, because a search would otherwise find what
    // another search reads.
    @Test("A released key leaves no copy in memory", .serialized, arguments: isPlanted ? [.ed25519] : algorithms)
    func memory(algorithm: SignatureAlgorithm) throws {
        // Use another key first. When a function is called for the first time, the dynamic linker saves registers on the
        // stack, which can contain a part of a key, and nothing overwrites them. See Documentation/Issuing.md.
        _ = try Self.useKey(algorithm, nil)
        let search = MemorySearch()
        #expect(try Self.useKey(algorithm, search) > 0, "The search did not find a key that is in use")
        #expect(search.count() == 0, "\(search.matches)")
    }

    /// Generates, encodes, loads and releases a key, and searches memory for a part of it before the release.
    ///
    /// - Parameters:
    ///   - algorithm: The algorithm of the key.
    ///   - search: The search that remembers the part of the key, or `nil` to not search.
    /// - Returns: The number of copies that were found, or 0 without a search.
    /// - Throws: `SigningKeyError` if the key cannot be generated, encoded or loaded.
    @inline(never)
    private static func useKey(_ algorithm: SignatureAlgorithm, _ search: MemorySearch?) throws -> Int {
        let key = try SigningKey.generate(algorithm, rsaBits: 2_048)
        let jwk = try key.privateJWK()
        jwk.withBytes { bytes in
            search?.remember(bytes, after: #""d":""#)
        }
        let copy = try SigningKey(jwk: jwk)
        let pem = try copy.unencryptedPEM()
        let encrypts = search != nil || self.encryptedFirst.contains(algorithm)
        let encrypted = encrypts ? try copy.pem(encryptedWith: SecretBytes("secret")) : pem
        _ = try copy.signature(over: Array("text".utf8))
        // libcrypto 3.0 leaves copies of other keys when it reads them from PEM.
        if algorithm == .ed25519 {
            _ = try SigningKey(pem: pem)
            _ = try SigningKey(pem: encrypted, password: SecretBytes("secret"))
        }
        if self.isPlanted {
            // The string is a copy that is never overwritten.
            #expect(jwk.text.contains(#""d":""#))
        }
        let count = search?.count() ?? 0
        withExtendedLifetime((key, jwk, copy, pem, encrypted)) {}
        return count
    }

    @Test("The host's libcrypto error queue is preserved", arguments: SignatureAlgorithm.known)
    func errorQueue(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let encrypted = try #require(Samples.encryptedPEMs[algorithm])
        ERR_clear_error()
        // An error of the host: there is no such digest.
        try #require(EVP_MD_fetch(nil, "no-such-digest", nil) == nil)
        let error = ERR_peek_last_error()
        try #require(error != 0)

        _ = try SigningKey(pem: try key.unencryptedPEM(), algorithm: algorithm)
        _ = try SigningKey(jwk: try key.privateJWK())
        _ = try? SigningKey(pem: encrypted, password: SecretBytes("wrong"), algorithm: algorithm)
        _ = try SigningKey(pem: encrypted, password: SecretBytes(Samples.password), algorithm: algorithm)
        _ = try? SigningKey(pem: SecretBytes("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"))
        _ = try Samples.issuer(algorithm).issue(Samples.base, at: Samples.now)

        #expect(ERR_get_error() == error)
        #expect(ERR_get_error() == 0)
    }
}

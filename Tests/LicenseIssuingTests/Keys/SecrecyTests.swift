import CLicenseOpenSSL
import Foundation
import LicenseIssuing
import LicenseModel
import Testing

@Suite("A private key stays private")
struct SecrecyTests {
    @Test("Whatever prints a key prints its id and algorithm alone", arguments: SignatureAlgorithm.known)
    func printing(algorithm: SignatureAlgorithm) throws {
        let key = try SigningKey.generate(algorithm, id: "k1", rsaBits: 2_048)
        let line = "SigningKey(k1, \(algorithm.rawValue))"
        #expect(String(describing: key) == line)
        #expect(String(reflecting: key) == line)
        #expect("\(key)" == line)
        var dumped = ""
        dump(key, to: &dumped)
        #expect(dumped == "▿ \(line) #0\n  - id: \"k1\"\n  - algorithm: \"\(algorithm.rawValue)\"\n")
    }

    @Test("Whatever prints secret bytes prints how many there are")
    func bytes() {
        let secret = SecretBytes("hunter2")
        #expect(String(describing: secret) == "SecretBytes(7 bytes)")
        #expect(String(reflecting: secret) == "SecretBytes(7 bytes)")
        var dumped = ""
        dump(["password": secret], to: &dumped)
        #expect(dumped.contains("SecretBytes(7 bytes)"))
        #expect(!dumped.contains("hunter2"))
        #expect(!dumped.contains("104"))
        #expect(secret.text == "hunter2")
    }

    @Test("Overwritten bytes are zeros, where they were")
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

    @Test("Bytes are filled in place, and what is left of the room is no part of them")
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

    private static let algorithms = SignatureAlgorithm.known
    private static let isPlanted = ProcessInfo.processInfo.environment["PLANTED_SECRET"] != nil

    // What is left in freed memory is often overwritten by chance: Tests/CommandLine/secrets.sh runs this without that.
    // One after the other: one search would find what another one reads.
    @Test("A key leaves nothing in the process's memory", .serialized, arguments: isPlanted ? [.ed25519] : algorithms)
    func memory(algorithm: SignatureAlgorithm) throws {
        // Another key first: when a function is called for the first time, the dynamic linker saves the processor's registers on
        // the stack, with what a copy left in them, and nothing overwrites that. The guide to issuing says so.
        _ = try Self.useKey(algorithm, nil)
        let search = MemorySearch()
        #expect(try Self.useKey(algorithm, search) > 0, "The search does not find a key that is there")
        #expect(search.count() == 0, "\(search.places)")
    }

    /// Makes, writes and reads a key, remembers a piece of it, and lets it go.
    ///
    /// - Parameters:
    ///   - algorithm: What the key signs with.
    ///   - search: What remembers the piece and looks for it. `nil`: nothing.
    /// - Returns: How often the piece was found while the key was there.
    /// - Throws: What the key throws.
    @inline(never)
    private static func useKey(_ algorithm: SignatureAlgorithm, _ search: MemorySearch?) throws -> Int {
        let key = try SigningKey.generate(algorithm, rsaBits: 2_048)
        let jwk = try key.privateJWK()
        jwk.withBytes { bytes in
            search?.remember(bytes, after: #""d":""#)
        }
        let copy = try SigningKey(jwk: jwk)
        let pem = try copy.unencryptedPEM()
        let locked = try copy.pem(encryptedWith: SecretBytes("secret"))
        _ = try copy.signature(over: Array("text".utf8))
        // Of the others, libcrypto 3.0 itself leaves copies when it reads PEM.
        if algorithm == .ed25519 {
            _ = try SigningKey(pem: pem)
            _ = try SigningKey(pem: locked, password: SecretBytes("secret"))
        }
        if self.isPlanted {
            // A text is a copy that nothing overwrites.
            #expect(jwk.text.contains(#""d":""#))
        }
        let count = search?.count() ?? 0
        withExtendedLifetime((key, jwk, copy, pem, locked)) {}
        return count
    }

    @Test("The host's queue of libcrypto's errors is left as it was", arguments: SignatureAlgorithm.known)
    func errorQueue(algorithm: SignatureAlgorithm) throws {
        let key = try Samples.key(algorithm)
        let locked = try key.pem(encryptedWith: SecretBytes("secret"))
        ERR_clear_error()
        // The host's error: there is no such digest.
        try #require(EVP_MD_fetch(nil, "no-such-digest", nil) == nil)
        let error = ERR_peek_last_error()
        try #require(error != 0)

        _ = try SigningKey(pem: try key.unencryptedPEM(), algorithm: algorithm)
        _ = try SigningKey(jwk: try key.privateJWK())
        _ = try? SigningKey(pem: locked, password: SecretBytes("wrong"), algorithm: algorithm)
        _ = try? SigningKey(pem: SecretBytes("-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n"))
        _ = try Samples.issuer(algorithm).issue(Samples.base, at: Samples.now)

        #expect(ERR_get_error() == error)
        #expect(ERR_get_error() == 0)
    }
}

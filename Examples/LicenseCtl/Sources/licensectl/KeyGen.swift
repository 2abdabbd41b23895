import ArgumentParser
import Foundation
import LicenseIssuing
import Licensing

/// Generates a key pair for signing licenses.
struct KeyGen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen",
        abstract: "Generate a signing key: private.jwk for the vendor only, and public.jwk for the product."
    )

    @Option(help: "The signature algorithm: \(SignatureAlgorithm.known.map(\.rawValue).joined(separator: ", ")).")
    var alg = SignatureAlgorithm.ed25519

    @Option(help: "The folder for private.jwk and public.jwk. It is created if it does not exist.")
    var out: FileName

    // Unconditional, because thumbprints can start with a hyphen.
    @Option(parsing: .unconditional, help: "The ID of the key. Defaults to its thumbprint (RFC 7638).")
    var kid: KeyID?

    @Option(help: "The size of an RSA key in bits, 2048 to 4096.")
    var bits = 3_072

    @Option(help: "The only issuer that the key is trusted for. Defaults to any issuer.")
    var issuer: ClaimString?

    @Option(help: "The instant from which the key can sign, in RFC 3339 format. Defaults to no start.")
    var validFrom: LicenseInstant?

    @Option(help: "The instant from which the key can no longer sign, in RFC 3339 format. Defaults to no end.")
    var validUntil: LicenseInstant?

    @Option(help: "The environment of the key: production or test.")
    var environment = KeyEnvironment.production

    func validate() throws {
        guard (2_048...4_096).contains(self.bits) else {
            throw ValidationError("--bits must be from 2048 to 4096.")
        }
        if let from = self.validFrom, let until = self.validUntil, from >= until {
            throw ValidationError("--valid-from must be before --valid-until.")
        }
    }

    private var validity: KeyConditions.Validity {
        switch (self.validFrom, self.validUntil) {
        case (nil, nil): .always
        case (let from?, nil): .from(from)
        case (nil, let until?): .until(until)
        case (let from?, let until?): .between(from, until)
        }
    }

    func run() throws {
        let folder = Folder(self.out)
        let privateFile = OutputFile(folder.file("private.jwk"))
        let publicFile = OutputFile(folder.file("public.jwk"))
        do {
            let key = try SigningKey.generate(
                self.alg,
                id: self.kid,
                rsaBits: self.bits,
                conditions: KeyConditions(
                    issuer: self.issuer.map { .only($0) } ?? .any,
                    validity: self.validity,
                    environment: self.environment
                )
            )
            let privateJWK = try key.privateJWK()
            try folder.make()
            // Write the public key first. If it cannot be written, no private key is left on the disk.
            try publicFile.create(key.publicJWK + "\n", mode: 0o644)
            do {
                try privateJWK.withBytes { bytes throws(OutputFile.WriteError) in
                    try privateFile.create(bytes, mode: 0o600)
                }
            } catch {
                publicFile.remove()
                throw error
            }
            try folder.sync()
            let line: JSON = [
                "algorithm": .string(key.algorithm.rawValue), "keyID": JSON(key.id), "ok": true,
                "private": .string(privateFile.name.text), "public": .string(publicFile.name.text),
            ]
            try line.printLine()
        } catch let error as SigningKeyError {
            try printError(error.message)
            throw ExitCode.inputOrOutputFailed
        } catch let error as OutputFile.WriteError {
            try printError(error.message)
            throw ExitCode.inputOrOutputFailed
        }
        try printError(
            "Keep '\(privateFile.name)' where only the signing machine can read it. Anyone with it can issue licenses."
        )
    }
}

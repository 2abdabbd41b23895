import ArgumentParser
import Foundation
import LicenseIssuing
import Licensing

/// Makes a key to sign licenses with.
struct KeyGen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen",
        abstract: "Make a key to sign licenses with: private.jwk for the vendor alone, public.jwk for the product."
    )

    @Option(help: "The algorithm: \(SignatureAlgorithm.known.map(\.rawValue).joined(separator: ", ")).")
    var alg: SignatureAlgorithm

    @Option(help: "The folder for private.jwk and public.jwk. It is made where it is missing.")
    var out: FileName

    @Option(help: "The key's id. By default its thumbprint.")
    var kid: KeyID?

    @Option(help: "How many bits an RSA key has, 2048 to 4096.")
    var bits = 3_072

    @Option(help: "The only issuer for whom the key is to be trusted. By default any.")
    var issuer: ClaimString?

    @Option(help: "The first instant at which the key may sign, by RFC 3339. By default any.")
    var validFrom: LicenseInstant?

    @Option(help: "The first instant at which the key may no longer sign, by RFC 3339. By default never.")
    var validUntil: LicenseInstant?

    @Option(help: "What the key is for: production or test.")
    var environment = KeyEnvironment.production

    func validate() throws {
        guard (2_048...4_096).contains(self.bits) else {
            throw ValidationError("--bits is from 2048 to 4096.")
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
            // The public one first: where it is in the way, no private key was written yet.
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
            "Keep '\(privateFile.name)' where only the signing machine reads it: whoever has it can issue licenses."
        )
    }
}

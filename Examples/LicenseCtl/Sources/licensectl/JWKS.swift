import ArgumentParser
import Foundation
import Licensing

/// Combines public keys in one set, for a product that trusts several keys.
struct JWKS: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "jwks",
        abstract: "Combine public keys in a JWK Set, for a product that trusts several keys.",
        discussion: "The set is verified as a product does it: two keys with one id, or a private key, are refused."
    )

    @Argument(help: "The public keys as JWK, each in a file of its own. One of them can be '-' for standard input.")
    var files: [InputFile]

    func run() throws {
        do {
            let keys = try self.files.map(Self.key)
            let set = try JSONSerialization.data(
                withJSONObject: ["keys": keys],
                options: [.sortedKeys, .withoutEscapingSlashes]
            )
            let text = String(decoding: set, as: UTF8.self)
            _ = try TrustedKeys(jwkSet: text)
            try StandardStreams.output(Array((text.escapedJSON + "\n").utf8))
            return
        } catch let error as InputFile.ReadError {
            try printError(error.message)
        } catch let failure as TrustFailure {
            try printError(failure.message)
        } catch let error as TrustedKeyError {
            try printError(error.message.english)
        }
        throw ExitCode.inputOrOutputFailed
    }

    /// Returns the members of the public key in a file, after verifying it.
    private static func key(in file: InputFile) throws -> Any {
        let text = try file.readKeyText()
        do {
            _ = try TrustedKeys(jwk: text)
        } catch {
            throw TrustFailure(message: "The key file '\(file.name)': \(error.message.english)")
        }
        do {
            return try JSONSerialization.jsonObject(with: Data(text.utf8))
        } catch {
            throw TrustFailure(
                message: "The key file '\(file.name)' has a number that cannot be copied. Remove its member."
            )
        }
    }
}

import ArgumentParser
import Foundation
import LicenseIssuing
import LicenseModel

/// The private key that signs.
struct KeyOptions: ParsableArguments {
    @Option(help: "The private key: a JWK, or PEM (PKCS#8).")
    var key: InputFile

    @Option(help: "The file of an encrypted PEM key's password. A newline at its end is no part of it.")
    var passwordFile: InputFile?

    @Option(help: "What a PEM key signs with, where the key leaves a choice: PS256 or RS256.")
    var alg: SignatureAlgorithm?

    @Option(help: "The id of a PEM key. By default its thumbprint.")
    var kid: KeyID?

    /// Reads the key.
    ///
    /// - Throws: The exit status 74 where it cannot be used, 64 where the options do not fit it.
    func signingKey() throws -> SigningKey {
        do {
            let text = SecretBytes(try self.key.read())
            self.warnOfReaders()
            guard text.withBytes({ $0.count > 0 && $0[0] == UInt8(ascii: "-") }) else {
                guard self.passwordFile == nil, self.alg == nil, self.kid == nil else {
                    throw ValidationError("A JWK names its algorithm and id itself, and has no password.")
                }
                return try SigningKey(jwk: text)
            }
            return try SigningKey(pem: text, password: try self.password(), algorithm: self.alg, id: self.kid)
        } catch let error as SigningKeyError {
            printError("The key file '\(self.key.path)': \(error.message)")
            throw ExitCode.inputOrOutputFailed
        } catch let error as InputFile.ReadError {
            printError(error.message)
            throw ExitCode.inputOrOutputFailed
        }
    }

    private func password() throws -> SecretBytes? {
        guard let passwordFile = self.passwordFile else {
            return nil
        }
        let bytes = try passwordFile.read()
        return SecretBytes(bytes.last == UInt8(ascii: "\n") ? bytes.dropLast() : bytes[...])
    }

    private func warnOfReaders() {
        let attributes = try? FileManager.default.attributesOfItem(atPath: self.key.path)
        guard let mode = (attributes?[.posixPermissions] as? NSNumber)?.intValue, mode & 0o077 != 0 else {
            return
        }
        printError("Others than its owner may read the key file '\(self.key.path)'. Take that from them: chmod 600.")
    }
}

import ArgumentParser
import LicenseIssuing
import Licensing

/// The private key that signs.
struct KeyOptions: ParsableArguments {
    @Option(help: "The private key: a JWK, or PEM (PKCS#8).")
    var key: InputFile

    @Option(help: "The file of an encrypted PEM key's password. A newline at its end, or CR and LF, is no part of it.")
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
            let (text, mode) = try self.key.readSecret()
            if let mode, mode & 0o077 != 0 {
                try printError(
                    "Others than its owner may read the key file '\(self.key.name)'. Take that from them: chmod 600."
                )
            }
            guard text.withBytes({ $0.count > 0 && $0[0] == UInt8(ascii: "-") }) else {
                guard self.passwordFile == nil, self.alg == nil, self.kid == nil else {
                    throw ValidationError("A JWK names its algorithm and id itself, and has no password.")
                }
                return try SigningKey(jwk: text)
            }
            return try SigningKey(pem: text, password: try self.password(), algorithm: self.alg, id: self.kid)
        } catch let error as SigningKeyError {
            try printError("The key file '\(self.key.name)': \(error.message)")
            throw ExitCode.inputOrOutputFailed
        } catch let error as InputFile.ReadError {
            try printError(error.message)
            throw ExitCode.inputOrOutputFailed
        }
    }

    private func password() throws -> SecretBytes? {
        guard let passwordFile = self.passwordFile else {
            return nil
        }
        let (text, _) = try passwordFile.readSecret()
        return text.withBytes { bytes in
            var count = bytes.count
            if count > 0, bytes[count - 1] == UInt8(ascii: "\n") {
                count -= 1
                if count > 0, bytes[count - 1] == UInt8(ascii: "\r") {
                    count -= 1
                }
            }
            return SecretBytes(capacity: count) { password in
                for index in 0..<count {
                    password.append(bytes[index])
                }
            }
        }
    }
}

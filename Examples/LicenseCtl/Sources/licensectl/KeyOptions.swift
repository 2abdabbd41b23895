import ArgumentParser
import LicenseIssuing
import Licensing

/// The options that select the private key to sign with.
struct KeyOptions: ParsableArguments {
    @Option(help: "The file of the private key: a JWK or PEM (PKCS#8).")
    var key: InputFile

    @Option(help: "The file with the password of an encrypted PEM key. A trailing newline (LF or CRLF) is ignored.")
    var passwordFile: InputFile?

    @Option(help: "The algorithm of a PEM key. Required for an RSA key: PS256 or RS256.")
    var alg: SignatureAlgorithm?

    // Unconditional, because thumbprints can start with a hyphen.
    @Option(parsing: .unconditional, help: "The ID of a PEM key. Defaults to its thumbprint (RFC 7638).")
    var kid: KeyID?

    /// Reads the private key from its file.
    ///
    /// - Throws: The exit status 74 if the key cannot be used, or `ValidationError` if the options do not apply to the
    ///   key.
    func signingKey() throws -> SigningKey {
        do {
            let (text, mode) = try self.key.readSecret()
            if let mode, mode & 0o077 != 0 {
                try printError(
                    "Warning: other users can access the key file '\(self.key.name)'. Run chmod 600 on it."
                )
            }
            guard text.withBytes({ $0.count > 0 && $0[0] == UInt8(ascii: "-") }) else {
                guard self.passwordFile == nil, self.alg == nil, self.kid == nil else {
                    throw ValidationError(
                        "A JWK contains its algorithm and ID and has no password. Omit --password-file, --alg and --kid."
                    )
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

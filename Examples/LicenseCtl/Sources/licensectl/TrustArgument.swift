import ArgumentParser
import Foundation
import LicenseCrypto
import LicenseModel

/// A file of trusted keys, and for a PEM key its algorithm and id: `FILE[:ALG[:KID]]`.
struct TrustArgument: ExpressibleByArgument {
    let file: InputFile
    let algorithm: SignatureAlgorithm?
    let keyID: KeyID?

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        // A file may have colons in its name.
        if parts.count == 1 || FileManager.default.fileExists(atPath: argument) {
            (self.file, self.algorithm, self.keyID) = (InputFile(argument), nil, nil)
        } else if let algorithm = parts.last.flatMap(SignatureAlgorithm.init(rawValue:)) {
            let path = parts.dropLast().joined(separator: ":")
            (self.file, self.algorithm, self.keyID) = (InputFile(path), algorithm, nil)
        } else if parts.count > 2, let algorithm = SignatureAlgorithm(rawValue: parts[parts.count - 2]),
            let keyID = parts.last.flatMap(KeyID.init(rawValue:))
        {
            let path = parts.dropLast(2).joined(separator: ":")
            (self.file, self.algorithm, self.keyID) = (InputFile(path), algorithm, keyID)
        } else {
            return nil
        }
    }

    /// Reads the keys.
    func keys() throws -> TrustedKeys {
        do {
            guard let text = String(validating: try self.file.read(), as: UTF8.self) else {
                throw TrustFailure(message: "The key file '\(self.file.path)' is not UTF-8.")
            }
            return try TrustedKeys(keyFile: text, algorithm: self.algorithm, id: self.keyID)
        } catch let error as TrustedKeyError {
            let message = "The key file '\(self.file.path)': \(error.message)"
            if error.code == .algorithmMissing {
                throw ValidationError(
                    message + " Use --trust \(self.file.path):PS256 or --trust \(self.file.path):RS256."
                )
            }
            throw TrustFailure(message: message)
        } catch let error as InputFile.ReadError {
            throw TrustFailure(message: error.message)
        }
    }
}

/// Trusted keys that cannot be used.
struct TrustFailure: Error {
    let message: String
}

import ArgumentParser
import Foundation
import Licensing

/// An argument that names a file of trusted keys and, for a PEM key, its algorithm and ID: `FILE[:ALG[:KID]]`.
///
/// A suffix that looks like an algorithm is parsed as one, even if a file with that full name exists.
struct TrustArgument: ExpressibleByArgument {
    let file: InputFile
    let algorithm: SignatureAlgorithm?
    let keyID: KeyID?

    init?(argument: String) {
        let bytes = CarriedArgument.bytes(of: argument)
        let parts = bytes.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        let words = parts.suffix(2).map { String(decoding: $0, as: UTF8.self) }
        if parts.count > 1, let algorithm = words.last.flatMap(SignatureAlgorithm.init(argument:)) {
            self.init(parts.dropLast(), algorithm, nil)
        } else if parts.count > 2, let algorithm = words.first.flatMap(SignatureAlgorithm.init(argument:)),
            let keyID = words.last.flatMap(KeyID.init(rawValue:))
        {
            self.init(parts.dropLast(2), algorithm, keyID)
        } else if parts.count == 1 || FileName(bytes: bytes).withPointer({ access($0, F_OK) }) == 0 {
            // A file name can contain colons. If no such file exists, the algorithm is probably misspelled.
            self.init(parts, nil, nil)
        } else {
            return nil
        }
    }

    private init(_ parts: [ArraySlice<UInt8>], _ algorithm: SignatureAlgorithm?, _ keyID: KeyID?) {
        self.file = InputFile(FileName(bytes: Array(parts.joined(separator: ":".utf8))))
        self.algorithm = algorithm
        self.keyID = keyID
    }

    /// Reads the trusted keys from several files.
    ///
    /// - Throws: The exit status 74 if a file can't be read or its keys can't be used, after printing a message.
    static func keys(of arguments: [TrustArgument]) throws -> TrustedKeys {
        do {
            var keys = try TrustedKeys([])
            for argument in arguments {
                keys = try keys.union(try argument.keys())
            }
            return keys
        } catch let failure as TrustFailure {
            try printError(failure.message)
        } catch let error as TrustedKeyError {
            try printError(error.message.english)
        }
        throw ExitCode.inputOrOutputFailed
    }

    /// Reads the trusted keys from the file.
    func keys() throws -> TrustedKeys {
        do {
            return try TrustedKeys(
                contents: try self.file.readKeyText(),
                algorithm: self.algorithm,
                id: self.keyID
            )
        } catch let error as TrustedKeyError {
            let message = "The key file '\(self.file.name)': \(error.message.english)"
            if error.code == .algorithmMissing {
                throw ValidationError(
                    message + " Use --trust \(self.file.name):PS256 or --trust \(self.file.name):RS256."
                )
            }
            throw TrustFailure(message: message)
        } catch let error as InputFile.ReadError {
            throw TrustFailure(message: error.message)
        }
    }
}

extension InputFile {
    /// Reads the text of a key file.
    ///
    /// - Throws: `ReadError` if the file cannot be read, or `TrustFailure` if it is not text.
    func readKeyText() throws -> String {
        guard let text = String(validating: try self.read(), as: UTF8.self) else {
            throw TrustFailure(
                message: "The key file '\(self.name)' is not UTF-8 text. Save it as UTF-8. If it is a public key in"
                    + " DER, convert it with 'openssl pkey -pubin -inform DER -in FILE'."
            )
        }
        return text
    }
}

/// An error about a trusted-key file that cannot be used.
struct TrustFailure: Error {
    let message: String
}

import Foundation
import Licensing

/// The password of the administrator's account, which the node creates at its first start.
enum FirstAdministrator {
    /// Creates the account if there is no account yet.
    ///
    /// - Parameters:
    ///   - accounts: The accounts of the node.
    ///   - file: The file with the password, or `nil` for a random password.
    ///   - now: The time of the creation.
    /// - Returns: The random password, which is kept nowhere else, or `nil` if there is nothing to print.
    /// - Throws: ``PasswordFileError`` if the file has no usable password, or an error if it cannot be read.
    static func create(in accounts: AccountStore, passwordFile file: String?, at now: LicenseInstant) async throws
        -> String?
    {
        guard try await accounts.isEmpty() else {
            return nil
        }
        let password = try file.map(self.read) ?? Random.password()
        let digest = Digest.sha512(password)
        _ = try await accounts.create(AccountStore.administratorName, .administrator, password: digest, at: now)
        return file == nil ? password : nil
    }

    /// Reads a password of 8 to 128 bytes.
    ///
    /// A line break at the end is not part of it.
    private static func read(_ file: String) throws -> String {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let password = text.hasSuffix("\r\n") || text.hasSuffix("\n") ? String(text.dropLast()) : text
        guard 8...128 ~= password.utf8.count, !password.contains(where: \.isNewline) else {
            throw PasswordFileError(file: file)
        }
        return password
    }

    /// The file with the administrator's password cannot be used.
    struct PasswordFileError: Error, CustomStringConvertible {
        let file: String

        var description: String {
            "The file '\(self.file)' must have one line: a password of 8 to 128 bytes."
        }
    }
}

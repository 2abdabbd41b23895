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
    ///   - printPassword: Prints a random password, which is kept nowhere else. The account is created only afterward.
    /// - Returns: Whether the account was created.
    /// - Throws: ``PasswordFileError`` if the file has no usable password, or an error if it cannot be read or the random
    ///   password cannot be printed.
    static func create(
        in accounts: AccountStore,
        passwordFile file: String?,
        at now: LicenseInstant,
        printPassword: (String) throws -> Void
    ) async throws -> Bool {
        guard try await accounts.isEmpty() else {
            return false
        }
        let password: String
        if let file {
            password = try self.read(file)
        } else {
            password = Random.password()
            try printPassword(password)
        }
        let digest = Digest.sha512(password)
        _ = try await accounts.create(AccountStore.administratorName, .administrator, password: digest, at: now)
        return true
    }

    /// Reads a password of 8 to 128 bytes.
    ///
    /// A line break at the end is not part of it.
    private static func read(_ file: String) throws -> String {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw StartError("The password file '\(file)' cannot be read. Check its path and its permissions.")
        }
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

import GRDB
import Licensing

/// The accounts that can log in, in a table of the database.
struct AccountStore: Sendable {
    /// The name of the account that the node creates at its first start.
    static let administratorName = "admin"

    let database: NodeDatabase
    let hasher: PasswordHasher

    /// Returns whether no account exists yet.
    func isEmpty() async throws -> Bool {
        try await self.database.read { try Account.fetchCount($0) } == 0
    }

    /// Returns the account with a name, or `nil` if no account has it.
    func account(named name: String) async throws -> Account? {
        try await self.database.read { try Account.filter(Column("name") == name).fetchOne($0) }
    }

    /// Creates an account.
    ///
    /// - Parameters:
    ///   - name: The name, which no other account has.
    ///   - type: What the account may do.
    ///   - password: The SHA-512 of the password in hexadecimal digits, as clients send it.
    ///   - now: The time of the creation.
    /// - Returns: The new account.
    /// - Throws: `PlatformFailure` if the name is taken.
    func create(_ name: String, _ type: Account.Kind, password: String, at now: LicenseInstant) async throws -> Account
    {
        let hash = try await self.hasher.hash(password)
        let account = Account(name: name, type: type, salt: hash.salt, passwordHash: hash.hash, createdAt: now)
        return try await self.database.change { database in
            guard try Account.filter(Column("name") == name).isEmpty(database) else {
                throw PlatformFailure.invalid("The name of the account is in use.", "账户名已被使用。")
            }
            try account.insert(database)
            return account
        }
    }

    /// Changes the password of an account, and ends its sessions.
    ///
    /// - Throws: `PlatformFailure` if there is no such account.
    func changePassword(of uuid: String, to password: String) async throws -> Account {
        let hash = try await self.hasher.hash(password)
        return try await self.database.change { database in
            guard var account = try Account.fetchOne(database, key: uuid) else {
                throw PlatformFailure.notFound(uuid)
            }
            (account.salt, account.passwordHash) = (hash.salt, hash.hash)
            try account.update(database)
            try SessionRecord.filter(Column("accountUuid") == uuid).deleteAll(database)
            return account
        }
    }

    /// Deletes an ordinary account, and ends its sessions.
    ///
    /// - Throws: `PlatformFailure` if there is no such account, or if it is the administrator's.
    func delete(_ uuid: String) async throws {
        try await self.database.change { database in
            guard let account = try Account.fetchOne(database, key: uuid) else {
                throw PlatformFailure.notFound(uuid)
            }
            guard !account.isAdministrator else {
                throw PlatformFailure.invalid(
                    "The administrator's account cannot be deleted.",
                    "不能删除管理员账户。"
                )
            }
            try account.delete(database)
        }
    }
}

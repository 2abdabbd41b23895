import Foundation
import HTTPTypes
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("Logins")
struct LoginTests {
    private static let now = TestLicenseClock.start

    @Test("A sixth wrong password in a minute is refused without trying it, with the seconds to wait")
    func limit() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            func logIn(_ password: String) async throws -> NodeAnswer {
                let body = #"{"logInByAccount":{"accountName":"alice","password":"\#(Digest.sha512(password))"}}"#
                return try await client(.put, "/zstack/v1/accounts/login", body)
            }
            for _ in 1...5 {
                let wrong = try await logIn("wrong")
                #expect(wrong.code == "ID.1000")
                #expect(wrong.headers[.retryAfter] == nil)
            }
            let refused = try await logIn(NodeWorld.ordinaryPassword)
            #expect(refused.code == "ID.1000")
            #expect(refused.headers[.retryAfter] == "60")
            // Other accounts are not affected.
            #expect(try await client.administrator().session != nil)
            world.clock.advance(seconds: 60)
            #expect(try await logIn(NodeWorld.ordinaryPassword).status == 200)
        }
    }

    @Test("Tries are counted for each account and for each address, and a success forgets them")
    func limiter() {
        let limiter = LoginLimiter()
        func start(_ account: String, _ address: String = "a", after seconds: Int64 = 0) -> Int64? {
            limiter.start(account, from: address, at: Self.now.advanced(bySeconds: seconds))
        }
        for _ in 1...5 {
            #expect(start("x") == nil)
        }
        #expect(start("x", after: 20) == 40)
        #expect(start("x", "b") == nil)
        limiter.succeed("x", from: "a")
        #expect(start("x") == nil)
        for number in 1...15 {
            #expect(start("\(number)") == nil)
        }
        #expect(start("y", after: 59) == 1)
        #expect(start("y", after: 60) == nil)
        // A clock that is set back does not extend the refusal.
        #expect(start("x", after: -1) == nil)
    }

    @Test("A name and a password that are not of the form are wrong, and unknown accounts are no different")
    func wrong() async throws {
        try await NodeWorld()
            .run { client in
                let right = Digest.sha512(NodeWorld.ordinaryPassword)
                let wrong = try await client(
                    .put,
                    "/zstack/v1/accounts/login",
                    #"{"logInByAccount":{"accountName":"alice","password":"\#(Digest.sha512("x"))"}}"#
                )
                for (name, password) in [("nobody", right), ("alice", "short"), ("", right), ("alice", right + "0")] {
                    let body = #"{"logInByAccount":{"accountName":"\#(name)","password":"\#(password)"}}"#
                    #expect(try await client(.put, "/zstack/v1/accounts/login", body).text == wrong.text)
                }
                let upper = #"{"logInByAccount":{"accountName":"alice","password":"\#(right.uppercased())"}}"#
                #expect(try await client(.put, "/zstack/v1/accounts/login", upper).status == 200)
            }
    }

    @Test("Equal passwords have different hashes, and only the same password matches")
    func hash() {
        let (first, second) = (PasswordHash("a"), PasswordHash("a"))
        #expect(first.hash != second.hash)
        #expect(first.matches("a"))
        #expect(!first.matches("b"))
        #expect(!first.matches(""))
    }

    @Test("The hash is scrypt as RFC 7914 defines it")
    func vector() {
        // Python: hashlib.scrypt(b"a", salt=bytes(16), n=32768, r=8, p=1, dklen=32, maxmem=1 << 26)
        let account = Account(
            name: "a",
            type: .ordinary,
            salt: Data(count: 16),
            passwordHash: Data(Self.expected),
            createdAt: Self.now
        )
        #expect(PasswordHash(of: account).matches("a"))
    }

    private static let expected: [UInt8] = [
        0x7f, 0x5f, 0xed, 0x8c, 0x90, 0xf7, 0xea, 0x80,
        0xd1, 0x39, 0xf3, 0xfe, 0xaa, 0x9d, 0xd7, 0x4a,
        0x1b, 0x1f, 0x5a, 0xa1, 0x73, 0x72, 0x53, 0x3a,
        0x72, 0x88, 0xca, 0xb5, 0x60, 0x98, 0xba, 0x83,
    ]

    @Test("The database has neither passwords nor sessions", arguments: ["alice", "admin"])
    func secrets(_ name: String) async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            let password = name == "alice" ? NodeWorld.ordinaryPassword : NodeWorld.administratorPassword
            let session = try #require(try await client.loggedIn(name, password).session)
            for file in ["node.sqlite", "node.sqlite-wal"] {
                let data = try Data(contentsOf: URL(filePath: "\(world.path)/data/\(file)"))
                #expect(data.range(of: Data(session.utf8)) == nil)
                #expect(data.range(of: Data(Digest.sha512(password).utf8)) == nil)
                let attributes = try FileManager.default.attributesOfItem(atPath: "\(world.path)/data/\(file)")
                #expect(attributes[.posixPermissions] as? Int == 0o600)
            }
        }
    }

    @Test(
        "The first password is a line of 8 to 128 bytes",
        arguments: ["short", "", "two\nlines of text", "x\r\ny 1234567"]
    )
    func passwordFile(_ contents: String) async throws {
        let world = try await NodeWorld()
        let file = "\(world.path)/bad"
        try Data(contents.utf8).write(to: URL(filePath: file))
        let accounts = AccountStore(
            database: try NodeDatabase(path: "\(world.path)/other.sqlite"),
            hasher: PasswordHasher()
        )
        await #expect(throws: FirstAdministrator.PasswordFileError.self) {
            try await FirstAdministrator.create(in: accounts, passwordFile: file, at: Self.now)
        }
        let printed = try await FirstAdministrator.create(in: accounts, passwordFile: nil, at: Self.now)
        #expect(printed?.count == 20)
        #expect(try await FirstAdministrator.create(in: accounts, passwordFile: nil, at: Self.now) == nil)
    }
}

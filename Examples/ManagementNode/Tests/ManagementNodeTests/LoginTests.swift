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

    @Test("Failures are counted for each account and for each address, and a success forgets those of its account")
    func limiter() {
        let limiter = LoginLimiter()
        func fail(_ account: String, _ address: String = "a", after seconds: Int64 = 0) -> Int64? {
            let now = Self.now.advanced(bySeconds: seconds)
            switch limiter.start(account, from: address, at: now) {
            case .refused(let seconds): return seconds
            case .goAhead:
                limiter.end(account, from: address, at: now, isRight: false)
                return nil
            case .wait: return -1
            }
        }
        for _ in 1...4 {
            #expect(fail("x") == nil)
        }
        #expect(limiter.start("x", from: "a", at: Self.now) == .goAhead)
        limiter.end("x", from: "a", at: Self.now, isRight: true)
        for _ in 1...5 {
            #expect(fail("x") == nil)
        }
        #expect(fail("x", after: 20) == 40)
        #expect(fail("x", "b") == nil)
        for number in 1...11 {
            #expect(fail("\(number)") == nil)
        }
        #expect(fail("y", after: 59) == 1)
        #expect(fail("y", after: 60) == nil)
        // A clock that is set back does not extend the refusal.
        #expect(fail("x", after: -1) == nil)
    }

    @Test("As many logins are in progress as may still fail, and the others wait")
    func inProgress() {
        let limiter = LoginLimiter()
        func start(_ account: String = "x") -> LoginLimiter.Answer { limiter.start(account, from: "a", at: Self.now) }
        func end(_ isRight: Bool?, _ account: String = "x") {
            limiter.end(account, from: "a", at: Self.now, isRight: isRight)
        }
        for _ in 1...5 {
            #expect(start() == .goAhead)
        }
        #expect(start() == .wait)
        end(true)
        #expect(start() == .goAhead)
        end(nil)
        #expect(start() == .goAhead)
        end(false)
        #expect(start() == .wait)
        for _ in 1...4 {
            end(false)
        }
        #expect(start() == .refused(seconds: 60))
        #expect(start("y") == .goAhead)
    }

    @Test("Many right logins at the same time all succeed, and of many wrong ones only five are tried")
    func atOnce() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            func logIn(_ password: String, _ count: Int) async throws -> [NodeAnswer] {
                let body = #"{"logInByAccount":{"accountName":"alice","password":"\#(Digest.sha512(password))"}}"#
                return try await withThrowingTaskGroup(of: NodeAnswer.self) { group in
                    for _ in 0..<count {
                        group.addTask { try await client(.put, "/zstack/v1/accounts/login", body) }
                    }
                    return try await group.reduce(into: []) { $0.append($1) }
                }
            }
            #expect(try await logIn(NodeWorld.ordinaryPassword, 8).map(\.status) == Array(repeating: 200, count: 8))
            let wrong = try await logIn("wrong", 8)
            #expect(wrong.filter { $0.headers[.retryAfter] == nil }.count == 5)
        }
    }

    @Test(
        "The log shows the start of a name, and escapes what people cannot see",
        arguments: [
            ("alice", "alice"), ("李雷", "李雷"), ("a\nb", #"a\nb"#), ("a\u{202E}b", #"a\u{202E}b"#),
            ("a\u{3164}", #"a\u{3164}"#),
            ("\u{1B}[2J", #"\u{1B}[2J"#), (String(repeating: "a", count: 65), String(repeating: "a", count: 64) + "…"),
        ]
    )
    func logText(_ name: String, _ shown: String) {
        #expect(LogText.shown(name) == shown)
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
            try await FirstAdministrator.create(in: accounts, passwordFile: file, at: Self.now) { _ in }
        }
        #expect(try await accounts.isEmpty())
    }

    @Test("A random password is printed once, and no account is created if that fails")
    func firstPassword() async throws {
        struct NoOutput: Error {}
        let world = try await NodeWorld()
        let accounts = AccountStore(
            database: try NodeDatabase(path: "\(world.path)/other.sqlite"),
            hasher: PasswordHasher()
        )
        await #expect(throws: NoOutput.self) {
            try await FirstAdministrator.create(in: accounts, passwordFile: nil, at: Self.now) { _ in throw NoOutput() }
        }
        #expect(try await accounts.isEmpty())
        var printed: [String] = []
        for isCreated in [true, false] {
            let answer = try await FirstAdministrator.create(in: accounts, passwordFile: nil, at: Self.now) {
                printed.append($0)
            }
            #expect(answer == isCreated)
        }
        #expect(printed.map(\.count) == [20])
    }

    @Test("A second node cannot use the data folder, and is told what to do")
    func secondNode() async throws {
        let world = try await NodeWorld()
        let error = #expect(throws: StartError.self) { try DataFolder("\(world.path)/data") }
        #expect(error?.description.contains("Another management node uses the data folder") == true)
        #expect(throws: StartError.self) { try DataFolder("") }
        #expect(throws: StartError.self) { try DataFolder("/dev/null/data") }
    }
}

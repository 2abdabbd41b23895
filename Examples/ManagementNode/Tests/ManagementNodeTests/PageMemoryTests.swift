import LicenseStore
import LicenseTesting
import Licensing
import Testing

@testable import ManagementNode

@Suite("What pages remember")
struct PageMemoryTests {
    private static func session(_ world: NodeWorld) async throws -> Session {
        try await world.server.login.logIn(
            "admin",
            password: Digest.sha512(NodeWorld.administratorPassword),
            from: "test"
        )
    }

    private static func upload(_ world: NodeWorld, at now: LicenseInstant) async throws -> PendingUpload {
        let file = Array(try world.vendor.file(for: .base()).utf8)
        let plan = try await world.server.licenses.folder.plan(installing: file)
        return PendingUpload(fileName: "a.lic", contents: file, allowsOlder: false, plan: plan, receivedAt: now)
    }

    @Test("An upload can be taken once, and only by its session")
    func once() async throws {
        let world = try await NodeWorld()
        let (first, second) = (try await Self.session(world), try await Self.session(world))
        let (memory, now) = (PageMemory(), world.clock.now)
        let upload = try await Self.upload(world, at: now)
        #expect(memory.add(upload, in: first, at: now))
        #expect(memory.take(upload.id, in: second, at: now) == nil)
        #expect(memory.take("other", in: first, at: now) == nil)
        #expect(memory.take(upload.id, in: first, at: now)?.id == upload.id)
        #expect(memory.take(upload.id, in: first, at: now) == nil)
    }

    @Test("An upload expires after 15 minutes, and when the clock is set back")
    func expiry() async throws {
        let world = try await NodeWorld()
        let session = try await Self.session(world)
        let (memory, now) = (PageMemory(), world.clock.now)
        let upload = try await Self.upload(world, at: now)
        #expect(memory.add(upload, in: session, at: now))
        #expect(memory.uploads(in: session, at: now.advanced(bySeconds: 899)).count == 1)
        #expect(memory.uploads(in: session, at: now.advanced(bySeconds: 900)).isEmpty)
        #expect(memory.add(upload, in: session, at: now))
        #expect(memory.take(upload.id, in: session, at: now.advanced(bySeconds: -1)) == nil)
    }

    @Test("A session has at most 16 uploads, and all together 64")
    func bounds() async throws {
        let world = try await NodeWorld()
        let (memory, now) = (PageMemory(), world.clock.now)
        let upload = try await Self.upload(world, at: now)
        var total = 0
        for _ in 0..<5 {
            let session = try await Self.session(world)
            for _ in 0..<17 where memory.add(upload, in: session, at: now) {
                total += 1
            }
            #expect(memory.uploads(in: session, at: now).count <= 16)
        }
        #expect(total == 64)
        // Those that expire make space.
        let later = now.advanced(bySeconds: 900)
        #expect(memory.add(upload.with(upload.plan), in: try await Self.session(world), at: later))
    }

    @Test("An upload keeps its place while it is confirmed or planned again, and ends with its session")
    func places() async throws {
        let world = try await NodeWorld()
        let (first, second) = (try await Self.session(world), try await Self.session(world))
        let (memory, now) = (PageMemory(), world.clock.now)
        let upload = try await Self.upload(world, at: now)
        #expect(memory.add(upload, in: first, at: now))
        #expect(memory.take(upload.id, in: first, at: now) != nil)
        memory.putBack(upload, in: first)
        let again = upload.with(upload.plan)
        memory.replace(upload.id, with: again, in: first)
        memory.replace(upload.id, with: upload, in: second)
        #expect(memory.uploads(in: first, at: now).map(\.id) == [again.id])
        await memory.forgetSessions { $0 == second.uuid }
        #expect(memory.uploads(in: first, at: now).isEmpty)
        memory.putBack(upload, in: first)
        memory.replace(again.id, with: upload, in: first)
        #expect(memory.uploads(in: first, at: now).isEmpty)
    }

    @Test("Uploads of sessions that ended elsewhere make space")
    func endedSessions() async throws {
        let world = try await NodeWorld()
        try await world.run { client in
            let files = try (0..<16).map { ("\($0).lic", try world.vendor.file(for: .base().sequence($0))) }
            var sessions: [String?] = []
            for _ in 0..<4 {
                let browser = PageBrowser(client)
                try await browser.logIn()
                for part in [files.prefix(8), files.suffix(8)] {
                    #expect(try await browser.upload(Array(part)).status == 303)
                }
                sessions.append(browser.cookies["session"])
            }
            let last = PageBrowser(client)
            try await last.logIn()
            #expect(try await last.upload([files[0]]).status == 422)
            #expect(try await world.server.login.sessions.end(try #require(sessions[0])))
            #expect(try await last.upload([files[0]]).status == 303)
        }
    }

    @Test("Reminders are put aside for one session, and a notice is shown once")
    func reminders() async throws {
        let world = try await NodeWorld()
        let (first, second) = (try await Self.session(world), try await Self.session(world))
        let (memory, now) = (PageMemory(), world.clock.now)
        memory.dismiss(["a", "b"], in: first, at: now)
        #expect(memory.dismissed(in: first) == ["a", "b"])
        #expect(memory.dismissed(in: second).isEmpty)
        let notice = PageNotice(isSuccess: true, lines: ["done"])
        memory.notify(notice, in: first, at: now)
        #expect(memory.takeNotice(in: second) == nil)
        #expect(memory.takeNotice(in: first) == notice)
        #expect(memory.takeNotice(in: first) == nil)
        memory.forget(first)
        #expect(memory.dismissed(in: first).isEmpty)
    }

    @Test("At most 1,000 sessions are remembered, and those with uploads are not forgotten")
    func sessions() async throws {
        let world = try await NodeWorld()
        let (memory, now) = (PageMemory(), world.clock.now)
        let kept = try await Self.session(world)
        #expect(memory.add(try await Self.upload(world, at: now), in: kept, at: now))
        for number in 0..<1_200 {
            let session = Session(
                uuid: "\(number)",
                account: kept.account,
                createdAt: now,
                expiresAt: now.advanced(byDays: 1)
            )
            memory.dismiss(["a"], in: session, at: now.advanced(bySeconds: Int64(number % 800)))
        }
        #expect(memory.count == 1_000)
        #expect(memory.uploads(in: kept, at: now).count == 1)
    }
}

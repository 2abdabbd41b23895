import Licensing
import Synchronization

/// What the pages remember for each session: uploads that wait for a confirmation, reminders that were put aside, and the notice for
/// the next page.
///
/// It is memory of the process. After a restart, people upload again, and see their reminders again.
final class PageMemory: Sendable {
    /// The most sessions that are remembered.
    ///
    /// If there are more, the one that was not used for the longest time is forgotten, unless an upload waits in it.
    static let maximumSessions = 1_000

    private struct Entry {
        var uploads: [PendingUpload] = []
        var dismissed: Set<String> = []
        var notice: PageNotice?
        var usedAt: LicenseInstant
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// The number of sessions that are remembered.
    var count: Int { self.entries.withLock { $0.count } }

    /// Forgets everything about a session, at its end.
    func forget(_ session: Session) {
        self.entries.withLock { $0[session.uuid] = nil }
    }

    /// Remembers that a person put reminders aside.
    ///
    /// They return at the next login, which is another session.
    func dismiss(_ reminders: [String], in session: Session, at now: LicenseInstant) {
        self.change(session, at: now) { $0.dismissed.formUnion(reminders) }
    }

    /// Returns the reminders that were put aside.
    func dismissed(in session: Session) -> Set<String> {
        self.entries.withLock { $0[session.uuid]?.dismissed ?? [] }
    }

    /// Remembers what the next page says.
    func notify(_ notice: PageNotice, in session: Session, at now: LicenseInstant) {
        self.change(session, at: now) { $0.notice = notice }
    }

    /// Returns what the page says, only once.
    func takeNotice(in session: Session) -> PageNotice? {
        self.entries.withLock { entries in
            defer { entries[session.uuid]?.notice = nil }
            return entries[session.uuid]?.notice
        }
    }

    /// Keeps an upload until it is confirmed.
    ///
    /// - Returns: Whether there was space for it.
    func add(_ upload: PendingUpload, in session: Session, at now: LicenseInstant) -> Bool {
        self.entries.withLock { entries in
            Self.removeExpired(in: &entries, at: now)
            let total = entries.values.reduce(0) { $0 + $1.uploads.count }
            guard total < PendingUpload.maximumCount,
                entries[session.uuid]?.uploads.count ?? 0 < PendingUpload.maximumCountOfSession
            else {
                return false
            }
            Self.entry(of: session, in: &entries, at: now)
            entries[session.uuid]?.uploads.append(upload)
            return true
        }
    }

    /// Returns the uploads of a session that have not expired.
    func uploads(in session: Session, at now: LicenseInstant) -> [PendingUpload] {
        self.entries.withLock { entries in
            Self.removeExpired(in: &entries, at: now)
            return entries[session.uuid]?.uploads ?? []
        }
    }

    /// Removes an upload of a session, and returns it.
    ///
    /// Of two confirmations at the same time, only one gets it. An upload of another session is not found.
    func take(_ id: String, in session: Session, at now: LicenseInstant) -> PendingUpload? {
        self.entries.withLock { entries in
            Self.removeExpired(in: &entries, at: now)
            guard let index = entries[session.uuid]?.uploads.firstIndex(where: { $0.id == id }) else {
                return nil
            }
            return entries[session.uuid]?.uploads.remove(at: index)
        }
    }

    /// Puts back an upload that was taken, into the place that it had.
    ///
    /// The session can have ended meanwhile. Then the upload is forgotten with it.
    func putBack(_ upload: PendingUpload, in session: Session) {
        self.entries.withLock { $0[session.uuid]?.uploads.append(upload) }
    }

    /// Replaces an upload of a session, if it still waits.
    func replace(_ id: String, with upload: PendingUpload, in session: Session) {
        self.entries.withLock { entries in
            if let index = entries[session.uuid]?.uploads.firstIndex(where: { $0.id == id }) {
                entries[session.uuid]?.uploads[index] = upload
            }
        }
    }

    /// Forgets everything about the sessions that have ended elsewhere, such as by the platform's API.
    func forgetSessions(except isCurrent: (String) async throws -> Bool) async rethrows {
        for uuid in self.entries.withLock({ Array($0.keys) }) where try await !isCurrent(uuid) {
            self.entries.withLock { $0[uuid] = nil }
        }
    }

    private func change(_ session: Session, at now: LicenseInstant, _ body: (inout Entry) -> Void) {
        self.entries.withLock { entries in
            Self.entry(of: session, in: &entries, at: now)
            body(&entries[session.uuid, default: Entry(usedAt: now)])
        }
    }

    private static func entry(of session: Session, in entries: inout [String: Entry], at now: LicenseInstant) {
        if entries[session.uuid] == nil, entries.count >= self.maximumSessions {
            let oldest = entries.filter(\.value.uploads.isEmpty).min { $0.value.usedAt < $1.value.usedAt }
            if let oldest {
                entries[oldest.key] = nil
            }
        }
        entries[session.uuid, default: Entry(usedAt: now)].usedAt = now
    }

    private static func removeExpired(in entries: inout [String: Entry], at now: LicenseInstant) {
        for key in entries.keys {
            entries[key]?.uploads.removeAll { !$0.isCurrent(at: now) }
        }
    }
}

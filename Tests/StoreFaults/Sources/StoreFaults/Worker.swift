import Foundation
import LicenseStore
import Licensing

/// The process that a fault hits: it waits until it is traced, makes one change, and says how it went.
struct Worker {
    /// What a worker prints when it can be traced.
    static let ready = "ready\n"

    /// How a worker ends.
    enum Status: Int32 {
        case done = 10
        case unconfirmed = 11
        case refused = 12
        case badMessage = 13
        case wrongGate = 14
    }

    let place: Place
    let change: Change

    func run() async -> Int32 {
        let folder = await self.folder()
        Self.print(Self.ready)
        // What follows is traced. Only the thread of the folder reads and writes files from here on.
        // Waiting makes only calls that no fault is injected into.
        while access(self.place.start, F_OK) != 0 {
            usleep(500)
        }
        let status: Status
        do {
            status = try await self.change.make(folder, self.place) ? .unconfirmed : .done
        } catch let error as LicenseStoreError {
            Self.print("\(error) \(error.systemError ?? "")\n")
            let (english, chinese) = (error.message.english, error.message.simplifiedChinese)
            status = english.isEmpty || chinese.isEmpty || english == chinese ? .badMessage : .refused
        } catch {
            status = .badMessage
        }
        for finding in folder?.findings ?? [] {
            Self.print("finding \(finding)\n")
        }
        // The license in use stays in use, unless it was deleted.
        let mayOperate = folder?.gate.allows(.operate(.base)) ?? true
        let isDeleted = self.change == .delete && (status == .done || status == .unconfirmed)
        let isWrong = self.change.before.contains("x") && mayOperate == isDeleted
        return (isWrong ? .wrongGate : status).rawValue
    }

    /// Returns the folder, unless the change opens it.
    private func folder() async -> LicenseFolder? {
        self.change.opens ? nil : try? await self.place.open(.withoutWriting)
    }

    /// Prints with a system call that no fault is injected into.
    static func print(_ text: String) {
        var bytes = Array(text.utf8)
        bytes.withUnsafeMutableBytes { buffer in
            var part = iovec(iov_base: buffer.baseAddress, iov_len: buffer.count)
            _ = writev(STDOUT_FILENO, &part, 1)
        }
    }
}

import ArgumentParser
import LicenseStore
import Licensing

/// Reads the files of the folder again, and activates their licenses.
struct ReloadCall: HomeCall {
    static let name = "reload"
    static let abstract = "Read all license files again and use their licenses."

    func answer(in home: HomeFolder) async throws -> Answer {
        let reload = try await home.folder.reload(by: home.actor)
        await home.saveTime()
        let active = reload.active.map(\.id).sorted()
        return Answer(done: ["active": .array(active.map(JSON.init)), "findings": .array(home.findings)], nil)
    }
}

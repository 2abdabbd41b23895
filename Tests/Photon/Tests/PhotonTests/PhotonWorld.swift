import Foundation
import Hummingbird
import HummingbirdTesting
import InMemoryLogging
import LicenseStore
import LicenseTesting
import Licensing
import Logging

@testable import PhotonCore

/// A Photon server with some licenses, a new folder and a manual clock.
struct PhotonWorld {
    let test: TestLicenseFolder
    let service: LicenseService
    let logs = InMemoryLogHandler()

    private let server: PhotonServer

    init(
        _ licenses: TestLicense...,
        machineCores: Int = 8,
        configuration: (ProductCatalog) -> PolicyConfiguration = { .testing($0) }
    ) async throws {
        self.test = try await TestLicenseFolder(licenses, configuration: configuration(try .photon()))
        let logs = self.logs
        self.service = LicenseService(self.test.folder, Logger(label: "photon") { _ in logs })
        let databases = try Databases(path: "\(self.test.path)/photon.sqlite")
        self.server = PhotonServer(self.service, databases, machineCores: machineCores)
    }

    var clock: TestLicenseClock {
        self.test.clock
    }

    var messages: [String] {
        self.logs.entries.map(\.message.description)
    }

    /// Returns a license file that is signed at the current time of the clock.
    func file(for licenses: TestLicense...) throws -> String {
        try self.test.licensing.file(for: licenses)
    }

    /// Returns Photon's response to a request.
    @discardableResult
    func send(
        _ method: HTTPRequest.Method,
        _ path: String,
        _ body: String = "",
        in language: String = "en"
    ) async throws -> TestResponse {
        let application = Application(
            router: self.server.makeRouter(),
            logger: Logger(label: "test") { _ in self.logs }
        )
        return try await application.test(.router) { client in
            try await client.execute(
                uri: path,
                method: method,
                headers: [.acceptLanguage: language],
                body: ByteBuffer(string: body)
            )
        }
    }

    /// Returns the folder after a restart of the machine.
    func restarted() async throws -> LicenseFolder {
        self.clock.restart()
        return try await self.test.reopened()
    }
}

extension TestResponse {
    var text: String {
        String(buffer: self.body)
    }

    func decode<Value: Decodable>(_ type: Value.Type = Value.self) throws -> Value {
        try JSONDecoder().decode(type, from: Data(self.text.utf8))
    }
}

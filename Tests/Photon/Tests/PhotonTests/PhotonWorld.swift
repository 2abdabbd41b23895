import Foundation
import Hummingbird
import HummingbirdTesting
import InMemoryLogging
import LicenseTesting
import Licensing
import Logging

@testable import PhotonCore

/// A Photon server with some licenses, a new folder and a manual clock.
struct PhotonWorld {
    let licensing: TestLicensing
    let folder: URL
    let files: LicenseFiles
    let service: LicenseService
    let logs = InMemoryLogHandler()

    private let server: PhotonServer

    init(
        _ licenses: TestLicense...,
        machineCores: Int = 8,
        configuration: (ProductCatalog) -> PolicyConfiguration = { .testing($0) }
    ) throws {
        self.licensing = try TestLicensing(licenses, configuration: configuration(try .photon()))
        self.folder = FileManager.default.temporaryDirectory.appending(path: "photon-\(UUID())")
        self.files = try LicenseFiles(self.folder)
        let logs = self.logs
        let logger = Logger(label: "photon") { _ in logs }
        self.service = LicenseService(self.licensing.gate, self.licensing.verifier, self.files, logger)
        let databases = try Databases(path: self.folder.appending(path: "photon.sqlite").path)
        self.server = PhotonServer(self.service, databases, machineCores: machineCores)
    }

    var clock: TestLicenseClock {
        self.licensing.clock
    }

    var messages: [String] {
        self.logs.entries.map(\.message.description)
    }

    /// Returns a license file that is signed at the current time of the clock.
    func file(for licenses: TestLicense...) throws -> String {
        try self.licensing.file(for: licenses)
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

    /// Returns the gate after a restart of the machine, with the licenses and the time in the folder.
    func restarted() throws -> LicenseGate {
        self.clock.restart()
        return LicenseGate(
            try self.files.licenses(self.licensing.verifier, Logger(label: "photon") { _ in self.logs }),
            configuration: self.licensing.configuration,
            trustedClock: try self.files.trustedClock(),
            clock: self.clock
        )
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

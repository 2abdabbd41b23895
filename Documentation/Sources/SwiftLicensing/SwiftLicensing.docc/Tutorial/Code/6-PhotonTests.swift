import Hummingbird
import HummingbirdTesting
import LicenseTesting
import Licensing
import PhotonCatalog
import Testing

@testable import Photon

/// Sends a request to Photon with the licenses of a test, and returns the status of the response.
func send(
    _ method: HTTPRequest.Method,
    _ path: String,
    _ body: String = "",
    to test: TestLicenseFolder
) async throws -> HTTPResponse.Status {
    try await Application(router: makeRouter(test.folder))
        .test(.router) { client in
            try await client.execute(uri: path, method: method, body: ByteBuffer(string: body)).status
        }
}

@Test("Replication needs a license")
func replication() async throws {
    let without = try await TestLicenseFolder(.base(), configuration: .testing(.photon))
    #expect(try await send(.post, "/replication/start", to: without) == .forbidden)

    let with = try await TestLicenseFolder(
        .base(),
        .plus("replication"),
        configuration: .testing(.photon)
    )
    #expect(try await send(.post, "/replication/start", to: with) == .ok)
}

@Test("An upload counts only when it is confirmed")
func upload() async throws {
    let test = try await TestLicenseFolder(.base(), configuration: .testing(.photon))
    let file = try test.licensing.file(for: .plus("replication"))
    #expect(try await send(.post, "/license", file, to: test) == .ok)
    #expect(try await send(.post, "/replication/start", to: test) == .forbidden)

    #expect(try await send(.post, "/license?confirmed=true", file, to: test) == .ok)
    #expect(try await send(.post, "/replication/start", to: test) == .ok)
}

@Test("A file that is refused changes nothing")
func refusal() async throws {
    let test = try await TestLicenseFolder(.base(), configuration: .testing(.photon))
    let file = try test.licensing.file(refusedWith: .signatureInvalid)
    #expect(try await send(.post, "/license?confirmed=true", file, to: test) == .badRequest)
    #expect(test.folder.gate.licenses.count == 1)
}

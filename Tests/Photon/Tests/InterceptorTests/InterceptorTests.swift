import GRPCCore
import GRPCInProcessTransport
import LicenseTesting
import Licensing
import Testing

@testable import Interceptor

/// The interceptor of the guide, with a server and a client in one process.
@Suite("The gRPC interceptor of the guide")
struct InterceptorTests {
    private static let core = ServiceDescriptor(fullyQualifiedService: "photon.Core")
    private static let replication = ServiceDescriptor(fullyQualifiedService: "photon.Replication")
    private static let license = ServiceDescriptor(fullyQualifiedService: "photon.License")

    /// Calls a method of each service, and returns the errors by the names of the services.
    private func errors(_ licensing: TestLicensing) async throws -> [String: RPCError] {
        let transport = InProcessTransport()
        let services = [Self.core, Self.replication, Self.license]
            .map { EchoService(descriptor: $0, gate: licensing.gate) }
        let pipeline = interceptors(licensing.gate, replication: [Self.replication], unguarded: [Self.license])
        return try await withGRPCServer(
            transport: transport.server,
            services: services,
            interceptorPipeline: pipeline
        ) { _ in
            try await withGRPCClient(transport: transport.client) { client in
                var errors: [String: RPCError] = [:]
                for service in services {
                    do {
                        try await service.call(client)
                    } catch let error as RPCError {
                        errors[service.descriptor.fullyQualifiedService] = error
                    }
                }
                return errors
            }
        }
    }

    private func reasons(_ error: RPCError?) -> [String] {
        error.map { Array($0.metadata[stringValues: "license-reason"]) } ?? []
    }

    @Test("With all licenses, each call reaches its service")
    func allowed() async throws {
        let errors = try await self.errors(try TestLicensing(.base(), .plus("replication")))
        #expect(errors.isEmpty)
    }

    @Test("A denied call fails with FAILED_PRECONDITION, every reason and the message")
    func denied() async throws {
        let licensing = try TestLicensing(.base().expired())
        let errors = try await self.errors(licensing)
        #expect(Set(errors.keys) == ["photon.Core", "photon.Replication"])
        #expect(errors.values.allSatisfy { $0.code == .failedPrecondition })
        #expect(self.reasons(errors["photon.Core"]) == ["base-expired"])
        let denial = #expect(throws: LicenseDenial.self) { try licensing.gate.require(.operate(.base)) }
        #expect(errors["photon.Core"]?.message == denial?.message.english)
    }

    @Test("A module without a license denies its own service only, and a renewal ends it")
    func module() async throws {
        let licensing = try TestLicensing(.base())
        let errors = try await self.errors(licensing)
        #expect(Set(errors.keys) == ["photon.Replication"])
        #expect(self.reasons(errors["photon.Replication"]) == ["module-not-activated"])
        let added = try licensing.verifier.verify(contents: try licensing.file(for: .plus("replication"))).licenses
        licensing.gate.modify { $0 += added }
        #expect(try await self.errors(licensing).isEmpty)
    }

    @Test("A denial that a service throws is converted in the same way")
    func service() async throws {
        let errors = try await self.errors(try TestLicensing(.base().limited(to: ["units": 0]), .plus("replication")))
        #expect(Set(errors.keys) == ["photon.Core", "photon.Replication"])
        #expect(errors.values.allSatisfy { $0.code == .failedPrecondition && self.reasons($0) == ["limit-reached"] })
    }
}

/// A service with one method, which adds a unit unless it is the license service.
private struct EchoService: RegistrableRPCService {
    let descriptor: ServiceDescriptor
    let gate: LicenseGate

    private var method: MethodDescriptor { MethodDescriptor(service: self.descriptor, method: "Echo") }

    func registerMethods<Transport: ServerTransport>(with router: inout RPCRouter<Transport>) {
        router.registerHandler(forMethod: self.method, deserializer: Bytes(), serializer: Bytes()) { request, _ in
            if self.descriptor.fullyQualifiedService != "photon.License" {
                try self.gate.entitlements.admit(["units": 1], to: .base, given: .zero)
            }
            return StreamingServerResponse { writer in
                for try await message in request.messages {
                    try await writer.write(message)
                }
                return [:]
            }
        }
    }

    func call(_ client: GRPCClient<some ClientTransport>) async throws {
        let message: [UInt8] = [1, 2, 3]
        let echo = try await client.unary(
            request: ClientRequest(message: message),
            descriptor: self.method,
            serializer: Bytes(),
            deserializer: Bytes(),
            options: .defaults
        ) { try $0.message }
        #expect(echo == message)
    }
}

/// Messages that are bytes as they are.
private struct Bytes: MessageSerializer, MessageDeserializer {
    func serialize<Buffer: GRPCContiguousBytes>(_ message: [UInt8]) -> Buffer {
        Buffer(message)
    }

    func deserialize<Buffer: GRPCContiguousBytes>(_ buffer: Buffer) -> [UInt8] {
        buffer.withUnsafeBytes { Array($0) }
    }
}

import Foundation
import Hummingbird
import NIOCore

/// How much of a request's body the node reads, and for how long.
struct BodyLimits: Sendable {
    /// For requests without a license file.
    static let small = BodyLimits(bytes: 64 << 10)

    /// For an upload: a license file of 256 KiB, in base64 and JSON or in a form.
    static let upload = BodyLimits(bytes: 512 << 10)

    /// The most bytes of the body.
    let bytes: Int

    /// For how long the client may send the body.
    let duration = Duration.seconds(20)
}

extension Request {
    /// Reads the body.
    ///
    /// - Throws: `HTTPError` 413 for a body that is too large, 408 for one that takes too long, and 400 for one that is incomplete.
    ///   The connection is then closed.
    func bytes(_ context: NodeContext, _ limits: BodyLimits) async throws -> [UInt8] {
        do {
            return try await withThrowingTaskGroup(of: [UInt8].self) { group in
                group.addTask {
                    Array(buffer: try await self.body.collect(upTo: limits.bytes))
                }
                group.addTask {
                    try await Task.sleep(for: limits.duration)
                    throw HTTPError(.requestTimeout)
                }
                defer { group.cancelAll() }
                return try await group.next() ?? []
            }
        } catch is NIOTooManyBytesError {
            context.closeSoon()
            throw HTTPError(.contentTooLarge)
        } catch let error as HTTPError {
            context.closeSoon()
            throw error
        } catch {
            // The client closed the connection.
            throw HTTPError(.badRequest, message: "The body is incomplete.")
        }
    }

    /// Reads a body of JSON.
    ///
    /// - Throws: `HTTPError` 400 if the body is not JSON of the type, besides the errors of ``bytes(_:_:)``.
    func json<Value: Decodable>(
        _ type: Value.Type,
        _ context: NodeContext,
        _ limits: BodyLimits = .small
    ) async throws -> Value {
        let bytes = try await self.bytes(context, limits)
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            throw HTTPError(.badRequest, message: "The body must be JSON as the API describes it.")
        }
    }
}

import GRDB
import Hummingbird
import Licensing
import ZStackLicensing

/// The REST calls that all kinds of objects have.
struct ObjectRoutes<Content: Inventory>: Sendable {
    /// The path of the objects, such as `hosts`.
    let path: String

    /// The member that a call to reconnect an object has, such as `reconnectHost`.
    let reconnectMember: String

    let store: ObjectStore<Content.Object>
    let clock: any LicenseClock
    let offset: UTCOffset

    /// Adds the calls to view objects.
    ///
    /// - Parameters:
    ///   - routes: The routes to add them to.
    ///   - check: A check that an object must pass to be viewed by its UUID.
    func add(
        to routes: some RouterMethods<NodeContext>,
        ifAllowed check: @escaping @Sendable (Content.Object) throws -> Void = { _ in }
    ) {
        routes.get("\(self.path)") { _, _ in try await self.list() }
        routes.get("\(self.path)/:uuid") { _, context in
            let object = try await self.store.object(try context.parameters.require("uuid"))
            try check(object)
            return self.answer(object)
        }
    }

    /// Adds the call to delete an object.
    func addDeletion(to routes: some RouterMethods<NodeContext>) {
        routes.delete("\(self.path)/:uuid") { _, context in
            try await self.store.delete(try context.parameters.require("uuid"))
            return EmptyAnswer()
        }
    }

    /// Reconnects the object that a call names, if a check passes.
    func reconnect(
        _ request: Request,
        _ context: NodeContext,
        ifAllowed check: (Content.Object) throws -> Void = { _ in }
    ) async throws -> Answer<Content> {
        let call = try await request.json([String: Parameters].self, context)
        guard call[self.reconnectMember] != nil else {
            throw HTTPError(.badRequest, message: "The body must have the member '\(self.reconnectMember)'.")
        }
        let uuid = try context.parameters.require("uuid")
        try check(try await self.store.object(uuid))
        return self.answer(try await self.store.reconnect(uuid, at: self.clock.read().wall))
    }

    /// Returns the answer with one object.
    func answer(_ object: Content.Object) -> Answer<Content> {
        Answer("inventory", Content(object, offset: self.offset), type: Content.type(of: object))
    }

    /// Returns the answer with all objects that pass a filter.
    func list(where filter: (any SQLSpecificExpressible & Sendable)? = nil) async throws -> Answer<[Content]> {
        let objects = try await self.store.all(where: filter)
        let inventories = objects.map { Content($0, offset: self.offset) }
        return Answer("inventories", inventories, types: objects.map(Content.type))
    }

    /// The parameters of a call that has none.
    private struct Parameters: Decodable {}
}

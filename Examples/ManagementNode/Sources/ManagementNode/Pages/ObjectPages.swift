import GRDB
import Hummingbird
import Licensing
import ZStackLicensing

/// The pages of all objects of one kind: hosts, image servers or primary storages.
///
/// Adding and reconnecting need a license, viewing and deleting do not.
struct ObjectPages<Object: ManagedObject>: Sendable {
    /// The path of the page, such as `/hosts`.
    let path: String

    /// What the names of the page's texts start with, such as `hosts`.
    let texts: String

    /// The name of the text that says what an address is.
    let addressLabel: String

    /// What the objects of the page belong to.
    let slot: LicenseSlot

    let services: PageServices
    let store: ObjectStore<Object>

    /// Returns the number of CPU sockets of an object, or `nil` if objects of this kind have none.
    let sockets: @Sendable (Object) -> Int?

    /// Returns the hosts that the page offers to delete, besides its objects.
    var orphans: @Sendable () async throws -> [Host] = { [] }

    /// Adds an object as a form describes it, if the licenses allow it.
    let add: @Sendable (PageForm) async throws -> Void

    /// Adds the page itself, and what only administrators can do: changes, and deletion.
    func add(
        to routes: some RouterMethods<NodeContext>,
        changes: some RouterMethods<NodeContext>,
        deletion: some RouterMethods<NodeContext>
    ) {
        routes.get(RouterPath(self.path)) { _, context in
            try await self.page(context)
        }
        self.addChanges(to: changes)
        self.addDeletion(to: deletion)
    }

    private func addChanges(to routes: some RouterMethods<NodeContext>) {
        routes.post(RouterPath(self.path)) { _, context in
            let form = try context.requireForm()
            return try await self.attempt("addRefused", form["name"], then: "objectAdded", context) {
                try await self.add(form)
            }
        }
        routes.post(RouterPath("\(self.path)/:uuid/reconnect")) { _, context in
            let object = try await self.object(context)
            return try await self.attempt("reconnectRefused", object.name, then: "objectReconnected", context) {
                try self.services.licenses.gate.require(.operate(object.slot))
                _ = try await self.store.reconnect(object.uuid, at: self.services.now)
            }
        }
    }

    private func addDeletion(to routes: some RouterMethods<NodeContext>) {
        routes.get(RouterPath("\(self.path)/:uuid/delete")) { _, context in
            try self.deletion(of: try await self.store.object(try context.parameters.require("uuid")), context)
        }
        routes.post(RouterPath("\(self.path)/:uuid/delete")) { _, context in
            let object = try await self.store.object(try context.parameters.require("uuid"))
            try await self.store.delete(object.uuid)
            return try self.done("objectDeleted", object.name, context)
        }
    }

    /// Makes a change of an object, and shows the page with what was done, or with what was refused and every reason.
    private func attempt(
        _ refusal: String,
        _ name: String,
        then done: String,
        _ context: NodeContext,
        _ change: () async throws -> Void
    ) async throws -> Response {
        do {
            try await change()
            return try self.done(done, name, context)
        } catch {
            let language = try context.requireVisit().language
            var problem = ProblemView(error, in: language, self.services.offset, context.logger)
            problem.heading = PageTexts.text(refusal, self.kind(in: language), name, in: language)
            return try await self.page(context, problem: problem)
        }
    }

    /// Returns a redirection to the page, which first says what was done with which object.
    private func done(_ text: String, _ name: String, _ context: NodeContext) throws -> Response {
        let language = try context.requireVisit().language
        let kind = self.kind(in: language)
        let line = PageTexts.text(text, kind.prefix(1).uppercased() + kind.dropFirst(), name, in: language)
        return try self.services.done([line], then: self.path, context)
    }

    /// Returns what an object of the page is, such as `host`.
    private func kind(in language: LicenseLanguage) -> String { PageTexts.text("\(self.texts)One", in: language) }

    /// Returns the object that a form names, which must be one of this page.
    private func object(_ context: NodeContext) async throws -> Object {
        let uuid = try context.parameters.require("uuid")
        let object = try await self.store.object(uuid)
        guard object.slot == self.slot else {
            throw PlatformFailure.notFound(uuid)
        }
        return object
    }

    private func page(_ context: NodeContext, problem: ProblemView? = nil) async throws -> Response {
        let language = try context.requireVisit().language
        let objects = try await self.store.all().filter { $0.slot == self.slot }
        let view = ObjectsView(
            objects.map { object in
                ObjectsView.Row(
                    uuid: object.uuid,
                    rowName: object.name,
                    address: object.address,
                    rowSockets: self.sockets(object).map(String.init) ?? "",
                    connectedAt: self.services.offset.pageText(of: object.connectedAt)
                )
            },
            orphans: try await self.orphans(),
            refusal: try await self.refusal(in: language),
            texts: self.texts,
            addressLabel: self.addressLabel,
            base: self.path,
            hasSockets: Object.self == Host.self,
            canChange: try context.requireSession().account.isAdministrator,
            // What was typed stays in the form, so that only the mistake has to be corrected.
            form: problem == nil || context.form?.fields["name"] == nil ? nil : context.form,
            in: language
        )
        return try self.services.page(
            "objects",
            title: "\(self.texts)Title",
            view,
            problem: problem,
            path: self.path,
            context
        )
    }

    /// Returns why adding an object would be refused now, or `nil` if it is allowed.
    private func refusal(in language: LicenseLanguage) async throws -> String? {
        let gate = self.services.licenses.gate
        if !gate.decision(for: .operate(self.slot)).isAllowed {
            return PageTexts.text("addingBlocked", in: language)
        }
        guard Object.self == Host.self else {
            return nil
        }
        let usage = try await self.services.licenses.hosts.usage()
        guard
            case .denied(let denial) = gate.entitlements.decision(
                adding: [.hosts: 1, .cpus: 1],
                to: self.slot,
                given: usage
            )
        else {
            return nil
        }
        return DenialReport(denial).reasons.first
            .map { self.services.offset.pageText(of: $0.message, in: language) }
    }

    private func deletion(of object: Object, _ context: NodeContext) throws -> Response {
        let language = try context.requireVisit().language
        let view = ConfirmView(
            [
                FactView(term: PageTexts.text("name", in: language), value: object.name),
                FactView(term: PageTexts.text(self.addressLabel, in: language), value: object.address),
            ],
            hint: PageTexts.text(Object.self == Host.self ? "deleteHostHint" : "deleteStorageHint", in: language),
            action: "\(self.path)/\(object.uuid)/delete",
            yes: PageTexts.text("deleteObjectYes", object.name, in: language),
            cancelTo: self.path
        )
        let kind = self.kind(in: language)
        let title = PageTexts.text("deleteObjectTitle", kind, object.name, object.address, in: language)
        return try self.services.page("confirm", title: title, view, context)
    }
}

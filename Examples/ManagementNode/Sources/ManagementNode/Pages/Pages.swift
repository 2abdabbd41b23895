import Hummingbird
import Licensing
import ZStackLicensing

/// The pages for people, in Chinese and English, which work without scripts.
struct Pages {
    let services: PageServices
    let database: NodeDatabase

    /// Adds every page.
    ///
    /// The middleware of the whole group finds the session, refuses forms of other sites, and shows every error as a page.
    func add(to router: some RouterMethods<NodeContext>) {
        let pages = router.group()
            .add(middleware: VisitPage(login: self.services.login, cookies: self.services.cookies))
            .add(middleware: PageFailures(services: self.services))
            .add(middleware: RequireFormToken())
        let sessions = pages.group().add(middleware: RequirePageSession(cookies: self.services.cookies))
        let administrators = sessions.group().add(middleware: RequireAdministrator())
        let licenseAdministrators = sessions.group()
            .add(middleware: RequireAdministrator(onRefusal: self.services.licenses.recordRefusal))

        AssetPages(isSecure: self.services.cookies.isSecure).add(to: router)
        LanguagePage(cookies: self.services.cookies).add(to: pages)
        let logins = LoginPages(services: self.services)
        logins.add(to: pages)
        logins.addForSessions(to: sessions)
        sessions.get("/") { _, _ in Response.redirect(to: "/hosts") }
        pages.get("**") { request, context in
            // Programs get the answer of the other protocols.
            guard request.headers[.accept]?.contains("text/html") == true else {
                throw HTTPError(.notFound)
            }
            let hint = PageTexts.text("notFoundHint", in: try context.requireVisit().language)
            let view = RefusalView(hint: hint, backTo: "/")
            return try self.services.page(
                "refusal",
                title: "notFoundTitle",
                view,
                status: .notFound,
                path: "/",
                context
            )
        }

        let about = AboutPages(services: self.services)
        about.add(to: sessions)
        about.addAdministrative(to: administrators)
        about.addChanges(to: licenseAdministrators)

        ModulePages(services: self.services).add(to: sessions, administrators: administrators)
        self.hosts(.kvm).add(to: sessions, changes: administrators, deletion: administrators)
        // Who cannot view a module sees its objects in no answer, but can always delete them.
        let (gate, view) = (self.services.licenses.gate, LicenseCapability.view(.module(.vmware)))
        self.hosts(.esx)
            .add(
                to: sessions.requiring(gate, view),
                changes: administrators.requiring(gate, view),
                deletion: administrators
            )
        self.imageServers.add(to: sessions, changes: administrators, deletion: administrators)
        self.primaryStorages.add(to: sessions, changes: administrators, deletion: administrators)
    }

    private func hosts(_ hypervisor: Host.Hypervisor) -> ObjectPages<Host> {
        let (hosts, services) = (self.services.licenses.hosts, self.services)
        let store = ObjectStore<Host>(database: self.database)
        var page = ObjectPages<Host>(
            path: hypervisor == .kvm ? "/hosts" : "/modules/vmware",
            texts: hypervisor == .kvm ? "hosts" : "vmware",
            addressLabel: "ip",
            slot: hypervisor.slot,
            services: services,
            store: store,
            sockets: { $0.cpuSockets },
            add: { form in
                guard let sockets = Int(form["sockets"]) else {
                    throw PlatformFailure.invalid(
                        PageTexts.text("socketsNumber", in: .english),
                        PageTexts.text("socketsNumber", in: .simplifiedChinese)
                    )
                }
                let host = Host(
                    name: try Argument.name(form["name"]),
                    managementIp: try Argument.host(form["address"]),
                    hypervisor: hypervisor,
                    cpuSockets: try Argument.sockets(sockets),
                    createdAt: services.now,
                    connectedAt: services.now
                )
                _ = try await hosts.add(host)
            }
        )
        if hypervisor == .kvm {
            // Hosts of a module that cannot be viewed still count, so an administrator must be able to delete them.
            page.orphans = {
                guard !services.licenses.gate.allows(.view(.module(.vmware))) else {
                    return []
                }
                return try await store.all().filter { $0.slot == .module(.vmware) }
            }
        }
        return page
    }

    private var imageServers: ObjectPages<ImageServer> {
        let store = ObjectStore<ImageServer>(database: self.database)
        return self.storages("/image-servers", "imageServers", store) {
            ImageServer(name: $0, url: $1, createdAt: $2, connectedAt: $2)
        }
    }

    private var primaryStorages: ObjectPages<PrimaryStorage> {
        let store = ObjectStore<PrimaryStorage>(database: self.database)
        return self.storages("/primary-storages", "primaryStorages", store) {
            PrimaryStorage(name: $0, url: $1, createdAt: $2, connectedAt: $2)
        }
    }

    private func storages<Object: ManagedObject>(
        _ path: String,
        _ texts: String,
        _ store: ObjectStore<Object>,
        make: @escaping @Sendable (_ name: String, _ url: String, _ now: LicenseInstant) -> Object
    ) -> ObjectPages<Object> {
        let services = self.services
        return ObjectPages(
            path: path,
            texts: texts,
            addressLabel: "url",
            slot: .base,
            services: services,
            store: store,
            sockets: { _ in nil },
            add: { form in
                try services.licenses.gate.require(.operate(.base))
                _ = try await store.add(
                    make(try Argument.name(form["name"]), try Argument.url(form["address"]), services.now)
                )
            }
        )
    }
}

import Hummingbird
import Licensing
import ZStackLicensing

/// The routes of the node, each with what it requires.
extension NodeServer {
    /// Returns a router with every route of the node.
    func makeRouter() -> Router<NodeContext> {
        let router = Router(context: NodeContext.self)
        if self.configuration.isDemo {
            router.add(middleware: DemoHeader())
        }
        router.add(middleware: DefaultLanguage(language: self.configuration.language))
        router.add(middleware: AnswerFailures())
        router.add(middleware: MetricsMiddleware())

        HealthRoutes(
            database: DatabaseHealth(self.database),
            gate: self.licenses.gate,
            isDemo: self.configuration.isDemo
        )
        .add(to: router)
        MetricsRoutes(licenses: self.licenses, registry: .shared).add(to: router)
        MessageRoute(
            messages: MessageHandlers(login: self.login, licenses: self.licenses, node: self.node, offset: self.offset)
        )
        .add(to: router)
        self.addREST(to: router.group("zstack/v1").add(middleware: PlatformFailures()))
        self.addAPI(to: router.group("api").add(middleware: APIFailures()))
        Pages(services: self.pages, database: self.database).add(to: router)
        return router
    }

    private var offset: UTCOffset { self.configuration.offset }

    /// The platform's REST API.
    ///
    /// Sessions guard all routes but those that people need before they log in.
    private func addREST(to routes: RouterGroup<NodeContext>) {
        let sessions = routes.group().add(middleware: Authenticate(login: self.login))
        let administrators = sessions.group().add(middleware: RequireAdministrator())
        let licenseAdministrators = sessions.group().add(middleware: self.requireLicenseAdministrator)

        let licenses = LicenseRoutes(licenses: self.licenses, node: self.node)
        licenses.addPublic(to: routes)
        licenses.add(to: sessions)
        licenses.addAdministrative(to: licenseAdministrators)

        let accounts = AccountRoutes(login: self.login, gate: self.licenses.gate, offset: self.offset)
        accounts.addPublic(to: routes)
        accounts.add(to: sessions)
        accounts.addAdministrative(to: administrators)

        NodeRoutes(node: self.node).add(to: sessions)

        let hosts = HostRoutes(hosts: self.licenses.hosts, objects: self.objects("hosts", "reconnectHost"))
        hosts.add(to: sessions)
        hosts.addAdministrative(to: administrators)

        let storage = StorageRoutes(
            gate: self.licenses.gate,
            imageServers: self.objects("backup-storage", "reconnectImageStoreBackupStorage"),
            primaryStorages: self.objects("primary-storage", "reconnectPrimaryStorage")
        )
        storage.add(to: sessions)
        storage.addAdministrative(to: administrators)
    }

    /// The JSON API for other clients.
    private func addAPI(to routes: RouterGroup<NodeContext>) {
        let sessions = routes.group().add(middleware: Authenticate(login: self.login))
        let api = LicenseAPI(licenses: self.licenses)
        api.add(to: sessions)
        api.addAdministrative(to: sessions.group().add(middleware: self.requireLicenseAdministrator))
    }

    /// Passes only administrators, and writes into the history of the licenses whom it refused.
    private var requireLicenseAdministrator: RequireAdministrator {
        RequireAdministrator(onRefusal: self.licenses.recordRefusal)
    }

    private func objects<Content: Inventory>(_ path: String, _ reconnectMember: String) -> ObjectRoutes<Content> {
        ObjectRoutes(
            path: path,
            reconnectMember: reconnectMember,
            store: ObjectStore(database: self.database),
            clock: self.configuration.clock,
            offset: self.offset
        )
    }
}

import Hummingbird
import Licensing
import ZStackLicensing

/// The platform's REST calls for accounts and sessions.
struct AccountRoutes {
    let login: LoginService
    let gate: LicenseGate
    let offset: UTCOffset

    /// Adds the logins, which need no session.
    func addPublic(to routes: some RouterMethods<NodeContext>) {
        routes.put("accounts/login") { request, context in
            let call = try await request.json(LoginCall.self, context).logInByAccount
            return try await self.logIn(call.accountName, call.password, context)
        }
        // The project login is a function of the module for enterprise management.
        routes.requiring(self.gate, .view(.module(.projectManagement)))
            .put("iam2/virtual-ids/login") { request, context in
                let call = try await request.json(ProjectLoginCall.self, context).loginIAM2VirtualID
                return try await self.logIn(call.name, call.password, context)
            }
    }

    /// Adds the calls that need a session.
    func add(to routes: some RouterMethods<NodeContext>) {
        routes.delete("accounts/sessions/:uuid") { _, context in
            let session = try context.requireSession()
            // Whoever knows the UUID of a session can use it, so this call never has to end another one.
            guard try context.parameters.require("uuid") == session.uuid else {
                throw PlatformFailure.notPermitted
            }
            try await self.login.sessions.end(session.uuid)
            return Response(status: .ok)
        }
    }

    /// Adds the calls that only administrators can make.
    ///
    /// Creating an account is a change, which needs a license. Changing a password and deleting an account keep others out, which
    /// no license state prevents.
    func addAdministrative(to routes: some RouterMethods<NodeContext>) {
        routes.requiring(self.gate, .operate(.base))
            .post("accounts") { request, context in
                let call = try await request.json(CreateCall.self, context).params
                let account = try await self.login.accounts.create(
                    try Argument.name(call.name),
                    .ordinary,
                    password: try Argument.password(call.password),
                    at: self.login.clock.read().wall
                )
                return self.answer(account)
            }
        routes.put("accounts/:uuid") { request, context in
            let call = try await request.json(UpdateCall.self, context).updateAccount
            let account = try await self.login.accounts.changePassword(
                of: try context.parameters.require("uuid"),
                to: try Argument.password(call.password)
            )
            return self.answer(account)
        }
        routes.delete("accounts/:uuid") { _, context in
            try await self.login.accounts.delete(try context.parameters.require("uuid"))
            return EmptyAnswer()
        }
    }

    private struct LoginCall: Decodable {
        struct Parameters: Decodable {
            let accountName: String
            let password: String
        }

        let logInByAccount: Parameters
    }

    private struct ProjectLoginCall: Decodable {
        struct Parameters: Decodable {
            let name: String
            let password: String
        }

        let loginIAM2VirtualID: Parameters
    }

    private struct CreateCall: Decodable {
        struct Parameters: Decodable {
            let name: String
            let password: String
        }

        let params: Parameters
    }

    private struct UpdateCall: Decodable {
        struct Parameters: Decodable {
            let password: String
        }

        let updateAccount: Parameters
    }

    private func logIn(_ name: String, _ password: String, _ context: NodeContext) async throws -> Answer<
        SessionInventory
    > {
        let session = try await self.login.logIn(name, password: password, from: context.clientAddress)
        return Answer("inventory", SessionInventory(session, offset: self.offset), type: SessionInventory.type)
    }

    private func answer(_ account: Account) -> Answer<AccountInventory> {
        Answer("inventory", AccountInventory(account, offset: self.offset), type: AccountInventory.type)
    }
}

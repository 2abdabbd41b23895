import Hummingbird
import Licensing
import ZStackLicensing

/// The pages of the modules, which their licenses open.
///
/// The page of a module that is blocked or hidden in the menu says why it cannot be entered.
struct ModulePages {
    /// The content of the page of a module without objects of its own.
    struct View {
        let base: String
        let canChange: Bool
    }

    let services: PageServices

    /// Adds the pages of all modules but that for VMware, whose page has hosts.
    func add(to routes: some RouterMethods<NodeContext>, administrators: some RouterMethods<NodeContext>) {
        let gate = self.services.licenses.gate
        for module in ProductCatalog.zstack.modules.keys.sorted() where module != .vmware {
            let path = "/modules/\(module)"
            routes.requiring(gate, .view(.module(module)))
                .get(RouterPath(path)) { _, context in
                    try self.page(module, path, context)
                }
            let check = gate.makeCheck(for: .operate(.module(module)))
            administrators.post(RouterPath("\(path)/start")) { _, context in
                try check.require()
                return try self.services.done(["moduleStarted"], then: path, context)
            }
        }
    }

    private func page(_ module: License.Module, _ path: String, _ context: NodeContext) throws -> Response {
        let view = View(base: path, canChange: try context.requireSession().account.isAdministrator)
        let title = SlotName.text(of: .module(module), in: try context.requireVisit().language)
        return try self.services.page("module", title: title, view, context)
    }
}

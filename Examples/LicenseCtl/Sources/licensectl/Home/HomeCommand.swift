import ArgumentParser
import LicenseStore
import Licensing

/// A command that opens a license folder, uses it once and ends.
struct HomeCommand<Call: HomeCall>: AsyncParsableCommand {
    static var configuration: CommandConfiguration {
        CommandConfiguration(commandName: Call.name, abstract: Call.abstract)
    }

    @OptionGroup var home: HomeOptions
    @OptionGroup var call: Call

    func validate() throws {
        if Call.needsKeys {
            try self.home.trust.requireKeys()
        }
    }

    func run() async throws {
        let catalog = try self.home.trust.catalog.catalog()
        do {
            try await self.call.answer(in: try await self.home.open(catalog)).print()
        } catch let error as LicenseStoreError {
            try Answer(error, catalog).print()
        }
    }
}

/// The options that select a license folder and how it is used.
struct HomeOptions: ParsableArguments {
    @Option(name: .customLong("home"), help: "The license folder of the product.")
    var path: HomePath

    @OptionGroup var actor: ActorOptions
    @OptionGroup var trust: TrustOptions
    @OptionGroup var policy: PolicyOptions

    /// Opens the folder.
    func open(_ catalog: ProductCatalog) async throws -> HomeFolder {
        try await HomeFolder(self.path, catalog, as: self.actor.actor, self.trust, self.policy)
    }
}

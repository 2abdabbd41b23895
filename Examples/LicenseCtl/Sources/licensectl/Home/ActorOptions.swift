import ArgumentParser
import LicenseStore

/// The option that says on whose behalf a license folder is changed.
///
/// The command line trusts it: whoever can run the command as a user who can write into the folder can change it anyway.
struct ActorOptions: ParsableArguments {
    @Option(name: .customLong("as"), help: "Who changes the folder. Only 'admin' can. The name is in the history.")
    var name: ActorName?

    var actor: LicenseActor {
        let name = self.name?.text ?? "unknown"
        return LicenseActor(name: name, isAdministrator: name == "admin")
    }
}

/// An argument that names an actor with any characters.
struct ActorName: ExpressibleByArgument {
    let text: String

    init(argument: String) {
        self.text = String(decoding: CarriedArgument.bytes(of: argument), as: UTF8.self)
    }
}

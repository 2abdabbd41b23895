import ArgumentParser
import LicenseStore
import Licensing

/// Installs the licenses of a file into the folder.
struct InstallCall: HomeCall {
    static let name = "install"
    static let abstract = "Install the licenses of a file. A running product uses them after a reload."

    @Option(
        name: .customShort("f"),
        help: ArgumentHelp("The license file, or '-' for standard input.", valueName: "file")
    )
    var files: [InputFile] = []

    @Flag(help: "Also install licenses that are older than installed ones for the same purpose.")
    var allowOlder = false

    func validate() throws {
        _ = try self.file()
    }

    private func file() throws -> InputFile {
        guard self.files.count == 1, let file = self.files.first else {
            throw ValidationError("Specify exactly one license file with -f.")
        }
        return file
    }

    func answer(in home: HomeFolder) async throws -> Answer {
        let installation: LicenseInstallation
        do {
            installation = try await self.install(try self.file(), home)
        } catch let error as InputFile.ReadError {
            let message = JSON(error.text, in: home.catalog.languages)
            return Answer(refusal: "\(LicenseStoreError.Code.unreadable)", message, .inputOrOutputFailed)
        }
        await home.saveTime()
        return Answer(
            done: [
                "installed": .array(installation.installed.map { JSON($0.id) }),
                "unchanged": .array(installation.unchanged.map { JSON($0.id) }),
            ],
            installation.durability
        )
    }

    private func install(_ file: InputFile, _ home: HomeFolder) async throws -> LicenseInstallation {
        if !file.isStandardInput, let path = String(validating: file.name.bytes, as: UTF8.self) {
            return try await home.folder.install(contentsOf: path, by: home.actor, allowsOlder: self.allowOlder)
        }
        guard !file.isStandardInput || !home.isShell else {
            throw ValidationError("The shell reads its commands from standard input, so -f needs a file.")
        }
        // Whoever may not install is refused before the file is read.
        return try await home.folder.install(
            home.actor.isAdministrator ? try file.read() : [],
            by: home.actor,
            file: "\(file.name)",
            allowsOlder: self.allowOlder
        )
    }
}

import ArgumentParser
import LicenseStore
import Licensing

/// Runs commands from standard input in one process, as a running product does.
struct Shell: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Read commands from standard input, one per line, and answer each with one line of JSON.",
        discussion: """
            The commands are those that take --home, without the options of this command, which apply to all of them.
            GetLicenseInfo, GetLicenseAddOns and ReloadLicense are other names of info, addons and reload.
            The process runs like a product: an installation has an effect after 'reload', and what other processes
            change, too.
            """
    )

    @OptionGroup var home: HomeOptions
    @OptionGroup var report: ReportOptions

    func validate() throws {
        try self.home.trust.requireKeys()
    }

    func run() async throws {
        let catalog = try self.home.trust.catalog.catalog()
        var home: HomeFolder
        do {
            home = try await self.home.open(catalog)
        } catch let error as LicenseStoreError {
            try Answer(error, catalog).print()
            return
        }
        home.isShell = true
        home.usage = self.report.use.usage
        home.offset = self.report.offset ?? home.offset
        let folder = home.folder
        guard home.isNow else {
            let result = await Self.result(in: home)
            // Only the counts of refusals are written: the folder is open without saving the time.
            await folder.saveTime()
            return try result.get()
        }
        await home.saveTime()
        let saving = Task { await folder.run() }
        let result = await Self.result(in: home)
        saving.cancel()
        await saving.value
        try result.get()
    }

    /// Answers all lines, and returns whether that failed, so that the caller can close the folder.
    private static func result(in home: HomeFolder) async -> Result<Void, any Error> {
        do {
            var lines = LineReader()
            while let line = try lines.next() {
                try printLine(try await self.answer(to: line, in: home).line)
            }
            return .success(())
        } catch {
            return .failure(error)
        }
    }

    private static func answer(to line: LineReader.Line, in home: HomeFolder) async throws -> Answer {
        do {
            return try await self.call(line).answer(in: home)
        } catch let error as LicenseStoreError {
            return Answer(error, home.catalog)
        } catch let error as UsageError {
            return error.answer(home.catalog)
        } catch let error as ValidationError {
            return UsageError(error.message).answer(home.catalog)
        }
    }

    /// The commands by their names.
    private static let calls: [String: any HomeCall.Type] = {
        let types: [any HomeCall.Type] = [
            RequestCall.self, InstallCall.self, ReloadCall.self, DeleteCall.self, ListCall.self, InfoCall.self,
            AddOnsCall.self, HistoryCall.self, StatusCall.self, CheckCall.self,
        ]
        let platform: [(String, any HomeCall.Type)] = [
            ("GetLicenseInfo", InfoCall.self), ("GetLicenseAddOns", AddOnsCall.self),
            ("ReloadLicense", ReloadCall.self),
        ]
        return Dictionary(uniqueKeysWithValues: types.map { ($0.name, $0) } + platform)
    }()

    private static func call(_ line: LineReader.Line) throws -> any HomeCall {
        guard case .text(let bytes) = line else {
            throw UsageError("The line is longer than \(LineReader.maximumSize) bytes.")
        }
        let words: [String]
        do {
            words = try ShellWords(bytes).words.map { CarriedArgument.text(of: $0) }
        } catch {
            throw UsageError("The line has an unclosed quote, a backslash at its end, or a zero byte.")
        }
        guard let name = words.first, let type = Self.calls[name] else {
            throw UsageError("Specify one of the commands \(Self.calls.keys.sorted().joined(separator: ", ")).")
        }
        let arguments = Array(words.dropFirst())
        do {
            try LicenseCtl.refuseShortOptions(in: arguments)
            return try type.parse(arguments)
        } catch {
            guard !type.exitCode(for: error).isSuccess else {
                throw UsageError("A line of the shell has no help. Run 'licensectl help \(type.name)'.")
            }
            throw UsageError(CarriedArgument.readable(type.message(for: error)))
        }
    }
}

/// A line of the shell that is not a command.
struct UsageError: Error {
    let message: String

    init(_ message: String) {
        self.message = message
    }

    /// The answer to the line.
    func answer(_ catalog: ProductCatalog) -> Answer {
        let text = LocalizedText(self.message, [.simplifiedChinese: "该行不是有效的命令：\(self.message)"])
        return Answer(refusal: "usage", JSON(text, in: catalog.languages), .validationFailure)
    }
}

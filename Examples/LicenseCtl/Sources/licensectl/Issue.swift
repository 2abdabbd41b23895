import ArgumentParser
import Foundation
import LicenseIssuing
import Licensing

/// Issues licenses from options or from JSON claims.
struct Issue: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Issue a license from options or from JSON claims.",
        discussion: """
            Writes the license file to standard output, so you can run 'issue … | verify … -'. With --output, writes it
            to a new file instead, and prints the IDs of the issued licenses as a line of JSON.
            Verifies each license with the public key before writing it.
            """
    )

    @OptionGroup var key: KeyOptions
    @OptionGroup var draft: DraftOptions

    @Option(help: "A file with claims as a JSON object. Can be repeated to issue several licenses in one file.")
    var claims: [InputFile] = []

    @Option(help: "The time of signing, in RFC 3339 format. Defaults to now.")
    var at: LicenseInstant?

    @Option(help: "The license file to create. Defaults to standard output.")
    var output: OutputFile?

    func validate() throws {
        guard self.claims.isEmpty || !self.draft.areGiven else {
            throw ValidationError("--claims cannot be combined with options that describe a license.")
        }
        if self.claims.isEmpty {
            _ = try self.draft.draft()
        }
    }

    func run() throws {
        let key = try self.key.signingKey()
        do {
            let bundle = try self.issue(with: key, at: self.at ?? LicenseInstant(Date()))
            try self.write(bundle)
        } catch let error as IssuingError {
            let line: JSON = [
                "error": JSON(error.code), "message": .string(error.message), "ok": false,
                "problems": .array(
                    error.problems.map { ["member": .string($0.member), "problem": .string($0.problem)] }
                        + (error.refusal.map { [["member": JSON($0.member), "problem": .string($0.message.english)]] }
                            ?? [])
                ),
            ]
            try line.printLine()
            throw ExitCode.refused
        } catch let error as InputFile.ReadError {
            try printError(error.message)
            throw ExitCode.inputOrOutputFailed
        } catch let error as OutputFile.WriteError {
            try printError(error.message)
            throw ExitCode.inputOrOutputFailed
        }
    }

    private func issue(with key: SigningKey, at instant: LicenseInstant) throws -> LicenseBundle {
        guard self.claims.isEmpty else {
            let signer = LicenseSigner(key: key)
            return try LicenseBundle(try self.claims.map { try signer.sign(claims: try $0.read(), at: instant) })
        }
        let (draft, issuer) = try self.draft.draft()
        return try LicenseIssuer(key: key, issuer: issuer, catalog: try self.draft.productCatalog())
            .issue([draft], at: instant)
    }

    private func write(_ bundle: LicenseBundle) throws {
        guard let output = self.output else {
            try StandardStreams.output(Array(bundle.armored.utf8))
            return
        }
        try output.create(bundle.armored, mode: 0o644)
        try output.folder.sync()
        let line: JSON = [
            "file": .string(output.name.text), "issued": .array(bundle.licenses.map { JSON($0.license.id) }),
            "ok": true,
        ]
        try line.printLine()
    }
}

import ArgumentParser
import Foundation
import LicenseIssuing
import Licensing
import ZStackLicensing

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

    @Option(
        parsing: .upToNextOption,
        help: """
            Files with licenses that were issued before. If one was signed later than the time of signing, the clock of \
            this machine is behind, and nothing is issued.
            """
    )
    var after: [InputFile] = []

    @Option(
        name: .customLong("trust"),
        help: "A file of public keys that signed the licenses of --after, in addition to --key. Can be repeated."
    )
    var trust: [TrustArgument] = []

    @Option(help: "The license file to create. Defaults to standard output.")
    var output: OutputFile?

    func validate() throws {
        guard self.claims.isEmpty || !self.draft.areGiven else {
            throw ValidationError("--claims cannot be combined with options that describe a license.")
        }
        guard self.trust.isEmpty || !self.after.isEmpty else {
            throw ValidationError("--trust requires --after.")
        }
        if self.claims.isEmpty {
            _ = try self.draft.draft()
        }
    }

    func run() throws {
        let key = try self.key.signingKey()
        do {
            let instant = self.at ?? LicenseInstant(Date())
            let signer = LicenseSigner(key: key).after(try self.issuedLicenses(trusting: key.trustedKey))
            let bundle = try self.issue(with: signer, at: instant)
            try self.write(bundle)
            try self.printTimes(of: bundle, signedAt: instant)
        } catch let error as IssuingError {
            let hint = error.code == .invalidDraft ? self.draft.catalogHint : ""
            let line: JSON = [
                "error": JSON(error.code), "message": .string(error.message + hint), "ok": false,
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

    /// Reads and verifies the licenses that were issued before.
    ///
    /// - Throws: The exit status if a file is refused or can't be read, after printing a line of JSON.
    private func issuedLicenses(trusting key: TrustedKey) throws -> [License] {
        guard !self.after.isEmpty else {
            return []
        }
        let keys = try TrustArgument.keys(of: self.trust)
        let verifier = LicenseVerifier(
            trusting: keys[key.id] == nil ? try keys.union(try TrustedKeys([key])) : keys,
            product: .any,
            environments: [.production, .test]
        )
        var licenses: [License] = []
        var status: ExitCode?
        for file in self.after {
            do {
                licenses += try verifier.verify(contents: try file.read()).licenses
            } catch {
                status = try Refusal(error, of: file, .zstack).printLine().worse(than: status)
            }
        }
        if let status {
            throw status
        }
        return licenses
    }

    private func issue(with signer: LicenseSigner, at instant: LicenseInstant) throws -> LicenseBundle {
        guard self.claims.isEmpty else {
            return try LicenseBundle(try self.claims.map { try signer.sign(claims: try $0.read(), at: instant) })
        }
        var (draft, issuer) = try self.draft.draft()
        let catalog = try self.draft.productCatalog()
        draft.nodes = try self.draft.nodes(for: catalog.product)
        return try LicenseIssuer(signer: signer, issuer: issuer, catalog: catalog).issue([draft], at: instant)
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
            "offset": JSON(self.offset(of: bundle)), "ok": true,
            "signedAt": JSON(bundle.licenses.first?.license.issuedAt),
        ]
        try line.printLine()
    }

    /// The offset from UTC of `--zone` at the end of the license, or `nil` without `--zone`.
    private func offset(of bundle: LicenseBundle) -> String? {
        bundle.licenses.first?.license.expiresAt.flatMap { self.draft.zone?.offset(at: $0) }
    }

    /// Prints the time of signing in UTC and as this machine's clock shows it, so that a wrong clock is noticed, and the end
    /// of the license in `--zone`.
    private func printTimes(of bundle: LicenseBundle, signedAt instant: LicenseInstant) throws {
        let machine = TimeZone.current
        let local = instant.advanced(bySeconds: Int64(machine.secondsFromGMT(for: instant.date)))
        try printError(
            "Signed at \(instant) (UTC), which is \(local.description.dropLast().replacing("T", with: " ")) in this machine's"
                + " time zone, \(machine.identifier). If that is wrong, set the clock and issue again."
        )
        if let zone = self.draft.zone, let end = bundle.licenses.first?.license.expiresAt {
            try printError("The license ends at \(end) (UTC), which is \(zone.localTime(at: end)) (\(zone)).")
        }
    }
}

import ArgumentParser
import Licensing
import ZStackLicensing

/// The options that trust the platform's vendor, whose license files are signed messages.
struct VendorKeyOptions: ParsableArguments {
    @Option(
        name: .customLong("vendor-key"),
        help: "The public key, in PEM, that signs the platform's own license files (S/MIME)."
    )
    var key: InputFile?

    @Option(
        name: .customLong("vendor-issuer"),
        help: "The issuer of the platform's own licenses, which do not name it."
    )
    var issuer: ClaimString?

    @Option(
        name: .customLong("vendor-product"),
        help: "The product of the platform's own licenses, which do not name it."
    )
    var product: ProductID?

    @Flag(name: .customLong("allow-sha1"), help: "Also accept the platform's own licenses that are signed with SHA-1.")
    var allowsSHA1 = false

    /// What the numbers of types mean: those of published files, and 2, which is this command's own for paid licenses.
    private static let types = VendorLicenseType.published.merging([2: .base(.paid)]) { $1 }

    func validate() throws {
        guard self.key != nil else {
            guard self.issuer == nil, self.product == nil, !self.allowsSHA1 else {
                throw ValidationError("--vendor-issuer, --vendor-product and --allow-sha1 require --vendor-key.")
            }
            return
        }
        guard self.issuer != nil, self.product != nil else {
            throw ValidationError("--vendor-key requires --vendor-issuer and --vendor-product.")
        }
    }

    /// Returns the formats that the options add: that of the vendor's files, or none without a key.
    ///
    /// - Throws: The exit status 74 if the key cannot be used, after printing a message.
    func formats() throws -> [LicenseFormat] {
        guard let key = self.key, let issuer = self.issuer, let product = self.product else {
            return []
        }
        do {
            let reader = try VendorLicenseReader(
                trusting: try key.readKeyText(),
                issuer: issuer,
                product: product,
                environment: .production,
                allowsSHA1: self.allowsSHA1,
                types: Self.types
            )
            return [reader.format]
        } catch let failure as TrustFailure {
            try printError(failure.message)
        } catch let error as TrustedKeyError {
            try printError("The key file '\(key.name)': \(error.message.english)")
        } catch let error as InputFile.ReadError {
            try printError(error.message)
        }
        throw ExitCode.inputOrOutputFailed
    }
}

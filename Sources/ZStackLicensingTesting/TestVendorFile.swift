import LicenseCrypto
import LicenseIssuing
public import LicenseModel
public import ZStackLicensing

/// A license file like those of the platform's vendor, for tests of your product.
///
/// It is signed by a test key, so that only a verifier of the test environment accepts it:
///
/// ```swift
/// var file = TestVendorFile(issuedAt: now, days: 30)
/// file.hosts = 5
/// let verifier = LicenseVerifier(
///     trusting: try TrustedKeys([]),
///     catalog: .zstack,
///     environments: [.test],
///     formats: [try TestVendorFile.reader(product: ProductCatalog.zstack.product).format]
/// )
/// let licenses = try verifier.verify(contents: try file.contents()).licenses
/// ```
///
/// The properties have the names and values that a license has in a file. What a reader makes of them is described in
/// `Documentation/VendorFiles.md`. They are not checked, so that you can test how your product refuses a file.
public struct TestVendorFile: Sendable {
    /// The customer of the license: `user`.
    public var user = "test-customer"

    /// The ID: `licenseid`, which the vendor writes as a UUID.
    public var id = "9f2c1d4e-0000-4000-8000-000000000001"

    /// The number of the license's type: `type`.
    ///
    /// 1 is a trial.
    public var type = 1

    /// The number of hosts: `hostnum`.
    ///
    /// 0 names no limit, and 2,147,483,647 is unlimited.
    public var hosts = 10

    /// The number of CPU sockets: `Cpunum`.
    ///
    /// 0 names no limit, and 2,147,483,647 is unlimited.
    public var cpus = 0

    /// The number of virtual machines: `vmnum`.
    ///
    /// 0 names no limit, and 2,147,483,647 is unlimited.
    public var vms = 0

    /// The start of the license: `issuetime`.
    public var issuedAt: LicenseInstant

    /// The end of the license: `expiretime`.
    public var expiresAt: LicenseInstant

    /// The edition of the product: `prodinfo`.
    public var edition = "Enterprise.Cloud"

    /// The thumbprint of the node: `thumbprint`.
    ///
    /// If empty, the license is for any node.
    public var thumbprint = ""

    /// Creates a trial for ten hosts.
    ///
    /// - Parameters:
    ///   - issuedAt: The start.
    ///   - days: The number of days until the end.
    public init(issuedAt: LicenseInstant, days: Int = 365) {
        self.issuedAt = issuedAt
        self.expiresAt = issuedAt.advanced(byDays: days)
    }

    /// Returns the bytes of the signed file.
    ///
    /// - Returns: The bytes of the file.
    /// - Throws: An error if libcrypto cannot sign.
    public func contents() throws -> [UInt8] {
        try self.message.contents()
    }

    /// Returns the reader that accepts the files, with a key of the test environment.
    ///
    /// - Parameters:
    ///   - issuer: The issuer of each license.
    ///   - product: The product that each license is for.
    ///   - allowsSHA1: Whether to accept signatures with SHA-1.
    ///   - types: What the type numbers in the files mean.
    /// - Returns: The reader.
    /// - Throws: An error if libcrypto cannot load the test key.
    public static func reader(
        issuer: ClaimString? = nil,
        product: ProductID,
        allowsSHA1: Bool = false,
        types: [Int: VendorLicenseType] = VendorLicenseType.published
    ) throws -> VendorLicenseReader {
        try VendorLicenseReader(
            trusting: try TestVendorKey.vendor.key.publicPEM,
            issuer: try issuer ?? ClaimString("Test Vendor"),
            product: product,
            environment: .test,
            allowsSHA1: allowsSHA1,
            types: types
        )
    }
}

extension TestVendorFile {
    /// The message of the file, whose steps a test can change.
    package var message: TestMessage {
        TestMessage(json: self.json)
    }

    /// The JSON of the license.
    package var json: String {
        "{" + self.members.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    /// The members of the license, each with its JSON.
    package var members: [(name: String, value: String)] {
        [
            ("user", Self.quoted(self.user)), ("licenseid", Self.quoted(self.id)), ("type", "\(self.type)"),
            ("hostnum", "\(self.hosts)"), ("issuetime", Self.quoted("\(self.issuedAt)")),
            ("expiretime", Self.quoted("\(self.expiresAt)")), ("thumbprint", Self.quoted(self.thumbprint)),
            ("prodinfo", Self.quoted(self.edition)), ("Cpunum", "\(self.cpus)"), ("vmnum", "\(self.vms)"),
            ("capacity", "0"),
        ]
    }

    private static func quoted(_ text: String) -> String {
        let escaped = text.unicodeScalars.map { scalar in
            let isPlain = scalar.value >= 0x20 && scalar != "\"" && scalar != "\\"
            let digits = String(scalar.value, radix: 16)
            return isPlain ? String(scalar) : "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
        }
        return "\"" + escaped.joined() + "\""
    }
}

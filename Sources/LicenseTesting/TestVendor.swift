import LicenseCrypto
import LicenseIssuing
import LicenseModel

import class Foundation.NSLock

/// The vendor that issues the licenses of ``TestLicensing``.
final class TestVendor: Sendable {
    static let issuer = "Test Vendor"
    static let licensee = "Test Customer"

    /// The keys of this process, which are generated on first use and never stored.
    struct Keys: Sendable {
        /// The key that signs valid licenses.
        let vendor: SigningKey
        /// A key that is trusted only for the issuer `Bound Vendor`, and only for licenses signed in second 0 of 1970.
        let restricted: SigningKey
        /// A key that the verifier does not trust.
        let untrusted: SigningKey
        let trusted: TrustedKeys

        static let shared = Result { try Keys() }

        private init() throws {
            self.vendor = try .generate(
                .ed25519,
                id: "test-vendor",
                conditions: KeyConditions(issuer: .any, validity: .always, environment: .test)
            )
            let conditions = KeyConditions(
                issuer: .only(try ClaimString("Bound Vendor")),
                validity: .until(LicenseInstant(secondsSince1970: 1)),
                environment: .test
            )
            self.restricted = try .generate(.ed25519, id: "test-bound", conditions: conditions)
            self.untrusted = try .generate(
                .ed25519,
                id: "test-stranger",
                conditions: KeyConditions(issuer: .any, validity: .always, environment: .test)
            )
            self.trusted = try TrustedKeys([self.vendor.trustedKey, self.restricted.trustedKey])
        }
    }

    let keys: Keys
    let catalog: ProductCatalog
    private let lock = NSLock()
    nonisolated(unsafe) private var count = 0

    init(_ catalog: ProductCatalog) throws {
        self.keys = try Keys.shared.get()
        self.catalog = catalog
    }

    /// Issues licenses, and returns them in one file.
    func file(for licenses: [TestLicense], at now: LicenseInstant) throws -> String {
        try LicenseBundle(try licenses.map { try self.issue($0, at: now) }).armored
    }

    private func issue(_ license: TestLicense, at now: LicenseInstant) throws -> IssuedLicense {
        let signing = license.startDays < 0 ? now.advanced(byDays: license.startDays) : now
        let scope: LicenseDraft.Scope =
            switch license.scope {
            case .base(let edition, let modules):
                .base(edition: edition ?? self.catalog.testEdition, limits: self.limits(of: license), bundling: modules)
            case .plus(let modules): .plus(modules, limits: self.limits(of: license))
            }
        var draft = LicenseDraft(
            for: try ClaimString(license.licensee ?? Self.licensee),
            scope,
            type: license.type,
            term: license.days.map(LicenseDraft.Term.days) ?? .perpetual,
            start: license.startDays > 0 ? .at(now.advanced(byDays: license.startDays)) : .whenSigned,
            id: license.id ?? self.nextID()
        )
        draft.organization = try license.organization.map { try ClaimString($0) }
        draft.features = license.features.map { .only(Set($0)) } ?? .any
        draft.nodes = try license.nodes.map { .only(try $0.map { try ClaimString($0) }) } ?? .any
        draft.sequence = license.sequence
        draft.reminderDays = license.reminderDays
        draft.graceDays = license.graceDays
        draft.updates = license.updatesUntil.map { .until($0) } ?? .unlimited
        draft.allowsUnknownNames = true
        let issuer = LicenseIssuer(
            key: self.keys.vendor,
            issuer: try ClaimString(license.issuer ?? Self.issuer),
            catalog: license.product.map { ProductCatalog(product: $0, name: "") } ?? self.catalog
        )
        return try issuer.issue(draft, at: signing)
    }

    private func limits(of license: TestLicense) -> [LimitUnit: License.Limit] {
        var limits = license.limits ?? self.catalog.testLimits
        if license.isUnlimited {
            limits = limits.mapValues { _ in .unlimited }
        }
        for unit in license.unlimitedUnits {
            limits[unit] = .unlimited
        }
        return limits
    }

    private func nextID() -> LicenseID {
        let number = self.lock.withLock {
            unsafe self.count += 1
            return unsafe self.count
        }
        return LicenseID(rawValue: "test-\(number)") ?? .random()
    }
}

import LicenseCrypto
import LicenseIssuing
import LicenseModel

import class Foundation.NSLock

/// Issues a world's licences.
final class TestVendor: Sendable {
    static let issuer: ClaimString = "Test Vendor"
    static let licensee: ClaimString = "Test Customer"

    /// The keys of this process, made when they are first used and never written down.
    struct Keys: Sendable {
        /// Signs what is good.
        let vendor: SigningKey
        /// Is trusted for one issuer and for the first second of 1970.
        let bound: SigningKey
        /// Is not trusted.
        let stranger: SigningKey
        let trusted: TrustedKeys

        static let shared = Result { try Keys() }

        private init() throws {
            self.vendor = try .generate(.ed25519, id: "test-vendor", conditions: KeyConditions(environment: .test))
            let conditions = KeyConditions(
                issuer: "Bound Vendor",
                validUntil: Instant(secondsSince1970: 1),
                environment: .test
            )
            self.bound = try .generate(.ed25519, id: "test-bound", conditions: conditions)
            self.stranger = try .generate(.ed25519, id: "test-stranger", conditions: KeyConditions(environment: .test))
            self.trusted = try TrustedKeys([self.vendor.trustedKey, self.bound.trustedKey])
        }
    }

    let keys: Keys
    let product: ProductID
    private let lock = NSLock()
    nonisolated(unsafe) private var count = 0

    init(product: ProductID) throws {
        self.keys = try Keys.shared.get()
        self.product = product
    }

    /// Issues licences, in one file where there are several.
    func file(for licenses: [TestLicense], at now: Instant) throws -> String {
        try LicenseBundle(try licenses.map { try self.issue($0, at: now) }).armored
    }

    private func issue(_ license: TestLicense, at now: Instant) throws -> IssuedLicense {
        let signing = license.startDays < 0 ? now.advanced(byDays: license.startDays) : now
        let scope: LicenseDraft.Scope =
            switch license.scope {
            case .base(let edition, let modules): .base(edition: edition, limits: license.limits, bundling: modules)
            case .plus(let modules): .plus(modules, limits: license.limits)
            }
        var draft = LicenseDraft(
            for: license.licensee ?? Self.licensee,
            scope,
            type: license.type,
            term: license.days.map(Term.days) ?? .perpetual,
            start: license.startDays > 0 ? now.advanced(byDays: license.startDays) : nil,
            id: license.id ?? self.nextID()
        )
        draft.organization = license.organization
        draft.features = license.features.map(Set.init)
        draft.nodes = license.nodes
        draft.sequence = license.sequence
        draft.reminderDays = license.reminderDays
        draft.graceDays = license.graceDays
        draft.updatesUntil = license.updatesUntil
        draft.allowsUnknownNames = true
        let issuer = LicenseIssuer(
            key: self.keys.vendor,
            issuer: license.issuer ?? Self.issuer,
            product: license.product ?? self.product
        )
        return try issuer.issue(draft, at: signing)
    }

    private func nextID() -> LicenseID {
        let number = self.lock.withLock {
            unsafe self.count += 1
            return unsafe self.count
        }
        return LicenseID(rawValue: "test-\(number)") ?? .random()
    }
}

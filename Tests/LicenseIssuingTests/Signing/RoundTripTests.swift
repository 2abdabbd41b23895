import LicenseCrypto
import LicenseIssuing
import LicenseModel
import Testing

@Suite("Round trips from drafts to licenses")
struct RoundTripTests {
    #if DEBUG
    private static let count = 240
    #else
    private static let count = 100_000
    #endif

    private static let parts = 8

    @Test("The verified license of a random draft has the values of the draft", arguments: 0..<parts)
    func random(part: Int) throws {
        // ES256 is the fastest algorithm to sign and verify with. The comparison does not depend on it.
        let issuer = try Samples.issuer(.es256)
        let keys = try TrustedKeys([try TrustedKey(jwk: try Samples.key(.es256).publicJWK)])
        let verifier = LicenseVerifier(trusting: keys, product: .only("cloud"))
        for seed in stride(from: part, to: Self.count, by: Self.parts) {
            let random = RandomDraft(seed: UInt64(seed))
            let issued = try issuer.issue(random.draft, at: random.instant)
            let license = try verifier.verify(token: issued.token)
            guard Self.matches(license, random) else {
                Issue.record("Seed \(seed): \(random.draft)")
                return
            }
        }
    }

    @Test("The license of a random draft has its values for every algorithm", arguments: SignatureAlgorithm.known)
    func algorithms(algorithm: SignatureAlgorithm) throws {
        let issuer = try Samples.issuer(algorithm)
        for seed in 1_000_000..<1_000_025 {
            let random = RandomDraft(seed: UInt64(seed))
            #expect(Self.matches(try issuer.issue(random.draft, at: random.instant).license, random), "\(seed)")
        }
    }

    @Test("The comparison detects a different license")
    func comparison() throws {
        let first = RandomDraft(seed: 1)
        let second = RandomDraft(seed: 2)
        let license = try Samples.issuer().issue(first.draft, at: first.instant).license
        #expect(Self.matches(license, first))
        #expect(!Self.matches(license, second))
    }

    /// Returns whether a license has the values of a draft.
    private static func matches(_ license: License, _ random: RandomDraft) -> Bool {
        let draft = random.draft
        let start =
            switch draft.start {
            case .whenSigned: random.instant
            case .at(let instant): instant
            }
        let end: LicenseInstant? =
            switch draft.term {
            case .perpetual: nil
            case .until(let end): end
            case .days(let days): LicenseInstant(secondsSince1970: start.secondsSince1970 + Int64(days) * 86_400)
            case .endOfDay(let day, let zone): day.end(in: zone)
            case .years(let years, let zone): zone.instant(years: years, after: start)
            }
        let isScope =
            switch draft.scope {
            case .base(let edition, let limits, let modules):
                license.category == .base && license.edition == edition && license.limits == limits
                    && license.modules == modules
            case .plus(let modules, let limits):
                license.category == .plus && license.edition == nil && license.limits == limits
                    && license.modules == modules
            }
        let isTime = license.issuedAt == random.instant && license.notBefore == start && license.expiresAt == end
        return isScope && isTime && license.id == draft.id && license.issuer == Samples.issuer
            && license.product == "cloud" && license.licensee == draft.licensee && license.type == draft.type
            && license.organization == draft.organization && license.features == draft.features.value
            && license.nodes == draft.nodes.value && license.sequence == draft.sequence
            && license.reminderDays == draft.reminderDays && license.graceDays == draft.graceDays
            && draft.updates == (license.updatesUntil.map { .until($0) } ?? .unlimited)
    }
}

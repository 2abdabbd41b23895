import LicenseModel
import LicensePolicy
import TestSupport
import Testing

/// The known message keys are exactly the keys of the reasons, notices, warnings, states and explanations.
@Suite("Message keys")
struct MessageKeyTests {
    private static func keys(_ kind: String) -> [String] {
        LicenseMessage.Key.known.map(\.rawValue).filter { $0.prefix { $0 != "." } == kind }
    }

    @Test("Each reason code has a message and a remedy, and so has an unknown code")
    func reasons() {
        let codes = DenialReason.Code.known
        #expect(Self.keys("reason") == codes.map { DenialReason($0, .base).message.key.rawValue } + ["reason.other"])
        #expect(Self.keys("remedy") == codes.map { DenialReason($0, .base).remedy.key.rawValue } + ["remedy.other"])
        let shortage = LimitShortage(unit: "hosts", limit: 1, used: 1, requested: 1)
        #expect(Self.keys("shortage") == [shortage.message.key.rawValue])
    }

    @Test("Each kind of reminder and finding has a message, and so has an unknown one")
    func notices() {
        #expect(
            Self.keys("reminder")
                == LicenseReminder.Kind.known.map {
                    LicenseReminder($0, .base, "L-1", daysRemaining: 1, until: nil).message.key.rawValue
                } + ["reminder.other"]
        )
        #expect(
            Self.keys("finding")
                == LicenseFinding.Code.known.map { LicenseFinding($0).message.key.rawValue } + ["finding.other"]
        )
    }

    @Test("Each warning code has a message, and so has an unknown code")
    func warnings() {
        #expect(Self.keys("warning") == LicenseWarning.Code.known.map { "warning.\($0)" } + ["warning.other"])
    }

    @Test("Each menu state and each login directive has a name")
    func names() {
        #expect(Self.keys("menu") == [MenuState.hidden, .shown, .forbidden].map(\.name.key.rawValue))
        #expect(Self.keys("login") == [LoginDirective.proceed, .remind, .redirect].map(\.name.key.rawValue))
    }

    @Test("Each license role has a message, and so has each line of an explanation")
    func explanations() {
        #expect(Self.keys("role") == LicenseExplanation.Role.known.map { "role.\($0)" } + ["role.other"])
        let lines = ["heading", "status", "covered", "limit", "quota", "view", "operate", "allowed", "ends", "starts"]
        #expect(Self.keys("explanation") == lines.map { "explanation.\($0)" })
    }
}

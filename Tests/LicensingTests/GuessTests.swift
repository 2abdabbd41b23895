import TestSupport
import Testing

/// What newcomers type before they read: it works, or the compiler names what does.
@Suite("Guesses", .enabled(if: Compiler.isThere, "\(Compiler.reasonForNone)"))
struct GuessTests {
    private static let head = """
        import Foundation
        import Licensing
        let catalog = ProductCatalog(product: "photon", name: "Photon")
        let text = ""
        let file = URL(filePath: "/")
        func verifier() throws -> LicenseVerifier { LicenseVerifier(trusting: try TrustedKeys([]), product: .any) }
        func gate() -> LicenseGate {
            LicenseGate([], configuration: .init(catalog: catalog, node: .any, build: .any), trustedClock: .firstStart)
        }
        """

    static let guesses = [
        ("_ = gate().isAllowed(.view(.base))", "has been renamed to 'allows(_:)'"),
        ("_ = gate().check(.view(.base))", "use require(_:) or decision(for:), or makeCheck(for:)"),
        ("_ = LicenseInstant.now", "ask the gate, whose time can be trusted: gate.entitlements.instant"),
        ("_ = gate().entitlements.instant < Date()", "convert the date first: instant < LicenseInstant(date)"),
        ("_ = Date() < gate().entitlements.instant", "convert the date first: LicenseInstant(date) < instant"),
        ("_ = try verifier().verify(contentsOf: file)", "read the file yourself"),
    ]

    /// What the compiler says of each guess, by one run.
    private static let diagnostics = Task {
        try await Compiler.here.get().diagnostics(of: guesses.map(\.0), after: head)
    }

    @Test("A guess that can't work is answered by the compiler", arguments: guesses.indices)
    func answered(_ index: Int) async throws {
        let said = try await Self.diagnostics.value[index]
        #expect(said.contains(Self.guesses[index].1), "\(said)")
        // No name that is not public.
        for name in ["GateAnswer", "GateState", "GateQuestion"] {
            #expect(!said.contains(name))
        }
    }

    @Test("The other guesses work, by one import")
    func works() async throws {
        let outcome = try await Compiler.here.get()
            .typecheck(
                Self.head + "\nfunc works() throws {\n" + """
                        let (gate, verifier) = (gate(), try verifier())
                        _ = try TrustedKeys(jwk: text)
                        _ = try TrustedKeys(contents: text)
                        _ = gate.allows(.view(.base))
                        try gate.require(.operate(.module("vector-search")))
                        _ = gate.decision(for: .view(.base)).reasons
                        _ = LicenseInstant(Date()) < gate.entitlements.instant
                        _ = try verifier.verify(contents: Data()).licenses.map(\\.id)
                        _ = LicenseError(.signatureInvalid).localizedDescription
                        _ = LicenseDenial(.view(.base), for: DenialReason(.baseExpired, .base), catalog: catalog).message.english
                        Task {
                            for await change in gate.changes() {
                                print(change.differences())
                            }
                        }
                    }
                    """
            )
        #expect(outcome.succeeded, "\(outcome.diagnostics)")
    }

    @Test("A server's own types of everyday names stand beside one import")
    func ownNames() async throws {
        let names = [
            "Module", "Feature", "Slot", "Limit", "Decision", "Usage", "Quota", "Finding", "Reminder", "Instant",
            "Language",
            "Term", "Edition", "Explanation", "Capability", "SystemClock", "TestClock", "ItemID",
        ]
        let own = names.map { "public struct \($0) { public init() {} }\nlet own\($0): \($0) = \($0)()" }
        let source = "import LicenseIssuing\nimport LicenseTesting\nimport Licensing\n" + own.joined(separator: "\n")
        let outcome = try await Compiler.here.get().typecheck(source)
        #expect(outcome.succeeded, "\(outcome.diagnostics)")
    }
}

import TestSupport
import Testing

/// Code that new users guess before they read the documentation: it works, or the compiler suggests what does.
@Suite("Guesses of new users", .enabled(if: Compiler.isAvailable, "\(Compiler.availability)"))
struct GuessTests {
    private static let declarations = """
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
        ("_ = gate().check(.view(.base))", "use require(_:) or decision(for:)"),
        ("_ = LicenseInstant.now", "use the gate's trusted time, gate.entitlements.instant"),
        ("_ = gate().entitlements.instant < Date()", "convert the date first: instant < LicenseInstant(date)"),
        ("_ = Date() < gate().entitlements.instant", "convert the date first: LicenseInstant(date) < instant"),
        ("_ = try verifier().verify(contentsOf: file)", "read the file yourself"),
    ]

    /// The compiler's errors for each guess, from a single run.
    private static let diagnostics = Task {
        try await Compiler.installed.get().diagnostics(of: guesses.map(\.0), after: declarations)
    }

    @Test("The compiler suggests an alternative to a guess that cannot work", arguments: guesses.indices)
    func suggestion(_ index: Int) async throws {
        let errors = try await Self.diagnostics.value[index]
        #expect(errors.contains(Self.guesses[index].1), "\(errors)")
        // The errors do not mention internal types.
        for name in ["GateAnswer", "GateState", "GateQuestion"] {
            #expect(!errors.contains(name))
        }
    }

    @Test("The other guesses work with a single import")
    func works() async throws {
        let outcome = try await Compiler.installed.get()
            .typecheck(
                Self.declarations + "\nfunc works() throws {\n" + """
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

    @Test("A server can declare types with common names next to the library's")
    func commonNames() async throws {
        let names = [
            "Module", "Feature", "Slot", "Limit", "Decision", "Usage", "Quota", "Finding", "Reminder", "Instant",
            "Language",
            "Term", "Edition", "Explanation", "Capability", "SystemClock", "TestClock", "ItemID",
        ]
        let types = names.map { "public struct \($0) { public init() {} }\nlet value\($0): \($0) = \($0)()" }
        let source = "import LicenseIssuing\nimport LicenseTesting\nimport Licensing\n" + types.joined(separator: "\n")
        let outcome = try await Compiler.installed.get().typecheck(source)
        #expect(outcome.succeeded, "\(outcome.diagnostics)")
    }
}

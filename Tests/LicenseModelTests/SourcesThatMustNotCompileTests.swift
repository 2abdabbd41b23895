import Testing

/// A `License` is a verified one because the compiler refuses every other way to get one.
@Suite("Sources that must not compile", .enabled(if: Compiler.isThere, "\(Compiler.reasonForNone)"))
struct SourcesThatMustNotCompileTests {
    /// A source, and what the compiler must say of it.
    struct Source: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let diagnostic: String
        let text: String

        init(_ name: String, says diagnostic: String, _ text: String) {
            self.testDescription = name
            self.diagnostic = diagnostic
            self.text = text
        }
    }

    static let refused: [Source] = [
        Source(
            "making a licence",
            says: "'License' initializer is inaccessible due to 'package' protection level",
            """
            import LicenseModel
            func forge(_ line: ClaimString, _ now: Instant, _ digest: PayloadDigest) -> License {
                License(
                    id: "L-1", issuer: line, product: "cloud", licensee: line, organization: nil, issuedAt: now,
                    notBefore: now, expiresAt: nil, category: .base, edition: .enterprise, modules: [], type: .paid,
                    limits: [:], features: nil, nodes: nil, sequence: nil, reminderDays: nil, graceDays: nil,
                    updatesUntil: nil, algorithm: .ed25519, keyID: "k", environment: .production, payloadDigest: digest
                )
            }
            """
        ),
        Source(
            "decoding a licence",
            says: "requires that 'License' conform to 'Decodable'",
            """
            import Foundation
            import LicenseModel
            func forge(_ data: Data) throws -> License {
                try JSONDecoder().decode(License.self, from: data)
            }
            """
        ),
        Source(
            "making licences decodable from outside",
            says: "'let' property 'id' may not be initialized directly",
            """
            import LicenseModel
            extension License: @retroactive Decodable {
                public init(from decoder: any Decoder) throws {
                    self.id = "L-1"
                }
            }
            """
        ),
        Source(
            "changing a licence's id",
            says: "cannot assign to property: 'id' is a get-only property",
            """
            import LicenseModel
            func change(_ license: inout License) {
                license.id = "L-2"
            }
            """
        ),
        Source(
            "changing a licence's expiry",
            says: "cannot assign to property: 'expiresAt' is a get-only property",
            """
            import LicenseModel
            func change(_ license: inout License) {
                license.expiresAt = nil
            }
            """
        ),
        Source(
            "changing a licence's limits in place",
            says: "'limits' is a get-only property",
            """
            import LicenseModel
            func change(_ license: inout License) {
                license.limits[.hosts] = .unlimited
            }
            """
        ),
        Source(
            "making a payload digest",
            says: "'PayloadDigest' initializer is inaccessible due to 'package' protection level",
            """
            import LicenseModel
            let digest = PayloadDigest([])
            """
        ),
        Source(
            "decoding a payload digest",
            says: "requires that 'PayloadDigest' conform to 'Decodable'",
            """
            import LicenseModel
            func read<Value: Decodable>(_: Value.Type) {}
            func decode() { read(PayloadDigest.self) }
            """
        ),
        Source(
            "making a denial",
            says: "'LicenseDenial' initializer is inaccessible due to 'package' protection level",
            """
            import LicenseModel
            let denial = LicenseDenial(capability: .view(.base), reasons: [])
            """
        ),
        Source(
            // A finding is a report and can be decoded, so the compiler compares with that initialiser.
            "making a finding",
            says: "extra argument in call",
            """
            import LicenseModel
            let finding = Finding(Finding.Code.issuedInFuture, LicenseID("L-1")!)
            """
        ),
        Source(
            "making an error",
            says: "'LicenseError' initializer is inaccessible due to 'package' protection level",
            """
            import LicenseModel
            let error = LicenseError(.malformed, "a text")
            """
        ),
    ]

    @Test("A source that does what only the package may is refused, with the reason", arguments: refused)
    func refusal(_ source: Source) async throws {
        let outcome = try await Compiler.here.get().typecheck(source.text)
        #expect(!outcome.succeeded)
        #expect(outcome.diagnostics.contains(source.diagnostic), "\(outcome.diagnostics)")
    }

    @Test("A source that uses the same types as it may compiles, so that the others can fail")
    func control() async throws {
        let outcome = try await Compiler.here.get()
            .typecheck(
                """
                import Foundation
                import LicenseModel
                func show(_ license: License, _ denial: LicenseDenial, _ digest: PayloadDigest) throws -> String {
                    var copy = license
                    copy = license
                    let finding = try JSONDecoder().decode(Finding.self, from: Data())
                    let unlimited = copy.limits[.hosts] == .unlimited
                    return "\\(copy.id) \\(copy.expiresAt as Any) \\(unlimited) \\(denial.reasons) \\(digest) \\(finding)"
                }
                """
            )
        #expect(outcome.succeeded, "\(outcome.diagnostics)")
    }
}

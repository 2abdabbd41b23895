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
            "making a license",
            says: "'Fields' is inaccessible due to 'package' protection level",
            """
            import LicenseModel
            func forge(_ fields: License.Fields) -> License {
                License(fields)
            }
            """
        ),
        Source(
            "decoding a license",
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
            "making licenses decodable from outside",
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
            "changing a license's id",
            says: "cannot assign to property: 'id' is a get-only property",
            """
            import LicenseModel
            func change(_ license: inout License) {
                license.id = "L-2"
            }
            """
        ),
        Source(
            "changing a license's expiry",
            says: "cannot assign to property: 'expiresAt' is a get-only property",
            """
            import LicenseModel
            func change(_ license: inout License) {
                license.expiresAt = nil
            }
            """
        ),
        Source(
            "changing a license's limits in place",
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
            // A digest can be decoded, so the compiler compares with that initializer.
            says: "missing argument label 'from:' in call",
            """
            import LicenseModel
            let digest = PayloadDigest([])
            """
        ),
        Source(
            "making a format of license files",
            says: "'LicenseFormat' initializer is inaccessible due to 'package' protection level",
            """
            import LicenseCrypto
            let format = LicenseFormat(name: "mine", recognizes: { _ in true }, read: { _ in fatalError() })
            """
        ),
        Source(
            "making a verified file",
            says: "'VerifiedFile' initializer is inaccessible due to 'internal' protection level",
            """
            import LicenseCrypto
            let file = VerifiedFile(entries: [])
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
                import Licensing
                func show(_ license: License, _ denial: LicenseDenial, _ digest: PayloadDigest) throws -> String {
                    var copy = license
                    copy = license
                    let finding = try JSONDecoder().decode(LicenseFinding.self, from: Data())
                    let unlimited = copy.limits["cores"] == .unlimited
                    return "\\(copy.id) \\(copy.expiresAt as Any) \\(unlimited) \\(denial.reasons) \\(digest) \\(finding)"
                }
                """
            )
        #expect(outcome.succeeded, "\(outcome.diagnostics)")
    }
}

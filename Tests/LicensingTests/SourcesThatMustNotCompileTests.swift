import Testing

/// Every `License` is verified, because the compiler refuses all other ways to create or change one.
@Suite("Sources that must not compile", .enabled(if: Compiler.isAvailable, "\(Compiler.availability)"))
struct SourcesThatMustNotCompileTests {
    /// A source and the error that the compiler must report for it.
    struct Source: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let error: String
        let text: String

        init(_ name: String, error: String, _ text: String) {
            self.testDescription = name
            self.error = error
            self.text = text
        }
    }

    static let refused: [Source] = [
        Source(
            "creating a license",
            error: "'Fields' is inaccessible due to 'package' protection level",
            """
            import LicenseModel
            func forge(_ fields: License.Fields) -> License {
                License(fields)
            }
            """
        ),
        Source(
            "decoding a license",
            error: "requires that 'License' conform to 'Decodable'",
            """
            import Foundation
            import LicenseModel
            func forge(_ data: Data) throws -> License {
                try JSONDecoder().decode(License.self, from: data)
            }
            """
        ),
        Source(
            "making licenses decodable by an extension",
            error: "'let' property 'id' may not be initialized directly",
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
            error: "cannot assign to property: 'id' is a get-only property",
            """
            import LicenseModel
            func change(_ license: inout License) {
                license.id = "L-2"
            }
            """
        ),
        Source(
            "changing a license's expiry",
            error: "cannot assign to property: 'expiresAt' is a get-only property",
            """
            import LicenseModel
            func change(_ license: inout License) {
                license.expiresAt = nil
            }
            """
        ),
        Source(
            "changing a license's limits in place",
            error: "'limits' is a get-only property",
            """
            import LicenseModel
            func change(_ license: inout License) {
                license.limits[.hosts] = .unlimited
            }
            """
        ),
        Source(
            "creating a payload digest",
            // The only public initializer decodes a digest, so the error is about its label.
            error: "missing argument label 'from:' in call",
            """
            import LicenseModel
            let digest = PayloadDigest([])
            """
        ),
        Source(
            "creating a format of license files",
            error: "'LicenseFormat' initializer is inaccessible due to 'package' protection level",
            """
            import LicenseCrypto
            let format = LicenseFormat(name: "mine", recognizes: { _ in true }, read: { _ in fatalError() })
            """
        ),
        Source(
            "creating a verified file",
            error: "'VerifiedFile' initializer is inaccessible due to 'internal' protection level",
            """
            import LicenseCrypto
            let file = VerifiedFile(entries: [])
            """
        ),
    ]

    @Test("A source that needs package access is refused with the expected error", arguments: refused)
    func refusal(_ source: Source) async throws {
        let outcome = try await Compiler.installed.get().typecheck(source.text)
        #expect(!outcome.succeeded)
        #expect(outcome.diagnostics.contains(source.error), "\(outcome.diagnostics)")
    }

    @Test("A source that uses the public API of the same types compiles")
    func control() async throws {
        let outcome = try await Compiler.installed.get()
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

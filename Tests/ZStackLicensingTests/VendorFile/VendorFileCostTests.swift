import LicenseCrypto
import TestSupport
import Testing
import ZStackLicensing
import ZStackLicensingTesting

/// Files that are made to take long.
@Suite("Cost of the platform's license files")
struct VendorFileCostTests {
    /// A file, each of whose parts is as large as it can be.
    struct Large: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let contents: [UInt8]
    }

    private static let header = Array(
        """
        MIME-Version: 1.0
        Content-Type: multipart/signed; protocol="application/x-pkcs7-signature"; micalg="sha-256"; boundary="b"


        """
        .utf8
    )

    private static func filled(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        return Self.header + (0..<(65_536 - Self.header.count)).map { bytes[$0 % bytes.count] }
    }

    private static func signed(_ attributes: [[UInt8]]) -> [UInt8] {
        var message = TestVendorFile.sample.message
        message.editData = { data in
            data.certificates = []
            data.signer.attributes = attributes
        }
        return (try? message.contents()) ?? []
    }

    static let files: [Large] = [
        Large(testDescription: "blank lines", contents: Self.filled("\n")),
        Large(testDescription: "delimiters", contents: Self.filled("--b\n")),
        Large(testDescription: "ends", contents: Self.filled("--b--\n")),
        Large(testDescription: "almost delimiters", contents: Self.filled("--\n")),
        Large(testDescription: "CR LF", contents: Self.filled("\r\n")),
        Large(testDescription: "one line", contents: Self.filled("A")),
        Large(
            testDescription: "a license of short lines",
            contents: Self.filled("A\n")
                .with { file in
                    file.replaceSubrange(
                        Self.header.count..<(Self.header.count + 32),
                        with: Array("--b\nContent-Type: text/plain\n\n".utf8)
                    )
                }
        ),
        Large(
            testDescription: "two thousand attributes",
            contents: Self.signed(
                (0..<1_200)
                    .map { number in
                        let type = [0x2A, UInt8(number / 128), UInt8(number % 128)]
                        return TestSignedData.attribute(type.map { $0 == 0x80 ? 1 : $0 }, [0x05, 0x00])
                    }
            )
        ),
    ]

    @Test("A file of the largest size is read in less than 20 ms", arguments: Self.files)
    func cost(file: Large) throws {
        let verifier = try VendorFiles.verifier()
        let times = (0..<5).map { _ in processorTime { _ = VendorFiles.verdict(file.contents, verifier) } }
        #expect(times.min() ?? .zero < .milliseconds(Self.isOptimized ? 20 : 200))
        #expect(VendorFiles.verdict(file.contents, verifier) != "accepted")
    }

    /// Whether the tests are built without debug checks, which make the reader ten times as slow.
    private static var isOptimized: Bool {
        var isDebug = false
        assert(
            {
                isDebug = true
                return true
            }()
        )
        return !isDebug
    }
}

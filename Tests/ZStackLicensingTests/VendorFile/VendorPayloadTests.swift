import LicenseCrypto
import LicenseModel
import TestSupport
import Testing
import ZStackLicensing
import ZStackLicensingTesting

/// The content of files whose signature is valid.
@Suite("Content of the platform's license files")
struct VendorPayloadTests {
    /// A change of the license's members, and the error that refuses it.
    struct Content: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let code: LicenseError.Code
        let member: String?
        let edit: @Sendable (inout TestMessage) -> Void
    }

    private static func member(
        _ name: String,
        _ value: String?,
        _ code: LicenseError.Code = .claimsInvalid,
        at path: String? = nil
    ) -> Content {
        Content(testDescription: "\(name): \(value ?? "absent")", code: code, member: path ?? "license.\(name)") {
            $0.json = Self.json(name, value)
        }
    }

    private static func json(_ name: String, _ value: String?) -> String {
        var members = TestVendorFile.sample.members
        let index = members.firstIndex { $0.name == name } ?? members.count
        members.removeAll { $0.name == name }
        if let value {
            members.insert((name, value), at: min(index, members.count))
        }
        return "{" + members.map { #""\#($0.name)":\#($0.value)"# }.joined(separator: ",") + "}"
    }

    private static func outer(
        _ name: String,
        _ member: String?,
        _ code: LicenseError.Code = .claimsInvalid,
        _ outer: @escaping @Sendable (String) -> String
    ) -> Content {
        Content(testDescription: name, code: code, member: member) { $0.outer = outer }
    }

    static let contents: [Content] = [
        Self.member("user", nil), Self.member("user", "1"), Self.member("user", #""""#),
        Self.member("user", #""a\u202eb""#),
        Self.member("licenseid", nil), Self.member("licenseid", "7"), Self.member("licenseid", #""a b""#),
        Self.member("type", nil), Self.member("type", #""1""#), Self.member("type", "1.0"), Self.member("type", "-1"),
        Self.member("type", "2", .unsupportedRequirement), Self.member("type", "0", .unsupportedRequirement),
        Self.member("hostnum", #""5""#), Self.member("hostnum", "-1"), Self.member("hostnum", "2147483648"),
        Self.member("hostnum", "null"), Self.member("Cpunum", "1e1"), Self.member("vmnum", "true"),
        Self.member("capacity", "1", .unsupportedRequirement), Self.member("capacity", "-1"),
        Self.member("capacity", #""0""#),
        Self.member("issuetime", nil), Self.member("issuetime", "1700000000"),
        Self.member("issuetime", #""2026-01-01""#),
        Self.member("issuetime", #""2026-01-01T00:00:00""#), Self.member("issuetime", #""1969-12-31T23:59:59Z""#),
        Self.member("expiretime", nil), Self.member("expiretime", #""2026-01-01T00:00:00Z""#),
        Self.member("expiretime", #""2026-13-01T00:00:00Z""#), Self.member("expiretime", #""""#),
        Self.member("prodinfo", nil), Self.member("prodinfo", "1"), Self.member("prodinfo", #""""#),
        Self.member("prodinfo", #""ZStack License""#), Self.member("prodinfo", #""企业版""#),
        Self.member("thumbprint", nil), Self.member("thumbprint", "1"), Self.member("thumbprint", "null"),
        Content(testDescription: "neither hosts nor CPUs", code: .claimsInvalid, member: "license.hostnum") { message in
            var file = TestVendorFile.sample
            (file.hosts, file.cpus, file.vms) = (0, 0, 5)
            message.json = file.json
        },
        Content(testDescription: "a member twice", code: .claimsInvalid, member: nil) {
            $0.json = $0.json.replacing("{\"user\"", with: "{\"user\":\"b\",\"user\"")
        },
        Content(testDescription: "a trailing comma", code: .claimsInvalid, member: nil) {
            $0.json = $0.json.dropLast() + ",}"
        },
        Content(testDescription: "text after the license", code: .claimsInvalid, member: nil) { $0.json += "{}" },
        Content(testDescription: "a list", code: .claimsInvalid, member: nil) { $0.json = "[]" },
        Content(testDescription: "no content", code: .claimsInvalid, member: nil) {
            $0.editPart = { $0.removeSubrange(2...) }
        },
        Content(testDescription: "a license without its padding", code: .claimsInvalid, member: nil) {
            $0.editPart = { part in
                part = part.map { $0.replacing("=", with: "") }
            }
            $0.outer = { #"{"license":"\#($0)","aeskey":"" }"# }
        },
        Self.outer("no key", "aeskey") { #"{"license":"\#($0)"}"# },
        Self.outer("a key", "aeskey", .unsupportedRequirement) { #"{"license":"\#($0)","aeskey":"AAAA"}"# },
        Self.outer("a key that is null", "aeskey") { #"{"license":"\#($0)","aeskey":null}"# },
        Self.outer("no license", "license") { _ in #"{"aeskey":""}"# },
        Self.outer("a license that is an object", "license") { _ in #"{"license":{},"aeskey":""}"# },
        Self.outer("a license that is no base64", "license") { _ in #"{"license":"e30 =","aeskey":""}"# },
        Self.outer("a license with unused bits", "license") { _ in #"{"license":"e31=","aeskey":""}"# },
        Self.outer("an empty license", nil) { _ in #"{"license":"","aeskey":""}"# },
        Self.outer("a license twice", nil) { #"{"license":"e30=","license":"\#($0)","aeskey":""}"# },
        Self.outer("JSON that does not end", nil) { #"{"license":"\#($0)","aeskey":"""# },
    ]

    @Test("A license that breaks a rule is refused with the member's name", arguments: Self.contents)
    func refused(content: Content) throws {
        var message = TestVendorFile.sample.message
        content.edit(&message)
        let contents = try message.contents()
        let error = #expect(throws: LicenseError.self) { try VendorFiles.verifier().verify(contents: contents) }
        #expect(error?.code == content.code)
        #expect(error?.member == content.member)
        let text = try #require(error).message
        #expect(text.english.hasPrefix("The license"))
        #expect(text.translations[.simplifiedChinese]?.contains("许可证") == true)
        // Nothing of a file that another key signed is decoded.
        message.key = .other
        #expect(VendorFiles.verdict(try message.contents(), try VendorFiles.verifier()) == "signature-invalid")
    }

    @Test(
        "A member that is not known is ignored, and a limit can be absent",
        arguments: [
            ("later", "{}"), ("vmnum", nil), ("capacity", nil), ("Cpunum", nil), ("hostnum", nil),
        ]
    )
    func accepted(name: String, value: String?) throws {
        var message = TestVendorFile.sample.message
        message.json = Self.json(name, value)
        #expect(VendorFiles.verdict(try message.contents(), try VendorFiles.verifier()) == "accepted")
    }
}

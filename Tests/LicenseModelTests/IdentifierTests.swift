import Foundation
import LicenseModel
import Testing
import ZStackLicensing

@Suite("Identifiers")
struct IdentifierTests {
    static let types: [any LicenseIdentifier.Type] = [
        License.Edition.self, License.Feature.self, LicenseID.self, LicenseType.self, LimitUnit.self,
        License.Module.self, ProductID.self,
    ]

    static let valid: [String] = [
        "a", "Z", "0", "9", "vmware", "project-management", "A.b_c-D", "0.1", "a-", "a.", "a_", "base", "core",
        String(repeating: "x", count: 64),
    ]

    static let invalid: [String] = [
        "", ".a", "_a", "-a", " a", "a ", "a b", "a\n", "a\0", "a/b", "a:b", "a@b", "a[b", "a`b", "a{b", "a,b",
        "é", "ä1", "模块", "a\u{301}", "Ａ", "１", "\u{FEFF}a", "a\u{200B}", String(repeating: "x", count: 65),
    ]

    @Test("A valid identifier is accepted unchanged by every identifier type", arguments: valid)
    func accepts(_ text: String) {
        for type in Self.types where type != License.Module.self || text != "base" && text != "core" {
            #expect(type.init(rawValue: text)?.rawValue == text, "\(type)")
        }
    }

    @Test("An invalid identifier is refused by every identifier type", arguments: invalid)
    func refuses(_ text: String) {
        for type in Self.types {
            #expect(type.init(rawValue: text) == nil, "\(type)")
        }
    }

    @Test("Identifiers compare case-sensitively")
    func caseSensitivity() throws {
        let upper = try #require(License.Module(rawValue: "VMware"))
        #expect(upper != .vmware)
        #expect(Set([upper, .vmware]).count == 2)
    }

    @Test("Identifiers are ordered by their bytes")
    func order() throws {
        let texts = ["a", "B", "10", "9", "a_b", "a-b", "a.b", "aa", "A"]
        let modules = try texts.map { try #require(License.Module(rawValue: $0)) }
        #expect(modules.sorted().map(\.rawValue) == ["10", "9", "A", "B", "a", "a-b", "a.b", "a_b", "aa"])
    }

    @Test(
        "The predefined identifiers are spelled as in the format",
        arguments: [
            (License.Module.projectManagement.rawValue, "project-management"),
            (License.Module.vmware.rawValue, "vmware"),
            (License.Module.baremetal.rawValue, "baremetal"),
            (License.Module.disasterRecovery.rawValue, "disaster-recovery"),
            (License.Edition.enterprise.rawValue, "enterprise"), (License.Edition.hybrid.rawValue, "hybrid"),
            (LicenseType.paid.rawValue, "Paid"), (LicenseType.trial.rawValue, "Trial"),
            (LicenseType.trialExt.rawValue, "TrialExt"), (LicenseType.hybrid.rawValue, "Hybrid"),
            (LicenseType.hybridTrialExt.rawValue, "HybridTrialExt"), (LicenseType.oem.rawValue, "OEM"),
            (LicenseType.free.rawValue, "Free"), (LicenseType.addOn.rawValue, "AddOn"),
            (LimitUnit.hosts.rawValue, "hosts"), (LimitUnit.cpus.rawValue, "cpus"), (LimitUnit.vms.rawValue, "vms"),
        ]
    )
    func knownNames(_ name: String, _ expected: String) {
        #expect(name == expected)
    }

    @Test("An identifier is a string in JSON")
    func coding() throws {
        let data = try JSONEncoder().encode([License.Module.vmware])
        #expect(String(decoding: data, as: UTF8.self) == #"["vmware"]"#)
        #expect(try JSONDecoder().decode([License.Module].self, from: data) == [.vmware])
    }

    @Test("A dictionary with identifiers as keys is an object in JSON")
    func keyCoding() throws {
        let data = try JSONEncoder().encode([LimitUnit.hosts: 5])
        #expect(String(decoding: data, as: UTF8.self) == #"{"hosts":5}"#)
        #expect(try JSONDecoder().decode([LimitUnit: Int].self, from: data) == [.hosts: 5])
    }

    @Test(
        "An invalid identifier is not decoded",
        arguments: [#"[""]"#, #"["a b"]"#, #"["-a"]"#, "[1]", "[null]"]
    )
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LicenseID].self, from: Data(json.utf8))
        }
    }

    @Test(
        "The throwing initializer describes the problem with an invalid text",
        arguments: [
            ("", "is empty"), ("-L", "does not start with a letter or digit"),
            ("a b", "has U+0020, but can have only A-Z a-z 0-9 . _ -"),
            ("a\n", "has U+000A, but can have only A-Z a-z 0-9 . _ -"),
            (String(repeating: "x", count: 65), "has more than 64 characters"),
        ]
    )
    func problems(_ text: String, _ problem: String) {
        for type in Self.types {
            #expect(type.problem(in: text) == problem)
        }
        let error = #expect(throws: InvalidTextError.self) { try ProductID(text) }
        #expect(error?.problem == problem)
        #expect(error?.type == "ProductID")
        #expect(error?.description == "The text for ProductID \(problem).")
    }

    @Test("The throwing initializer accepts a valid text unchanged")
    func texts() throws {
        let text = "L-2027.001_a"
        #expect(try LicenseID(text).rawValue == text)
        #expect(try License.Module(text).description == text)
    }

    @Test("The names of the product itself are refused as modules", arguments: ["base", "core"])
    func reserved(_ name: String) throws {
        #expect(License.Module(rawValue: name) == nil)
        let error = #expect(throws: InvalidTextError.self) { try License.Module(name) }
        #expect(error?.problem == "is '\(name)', which is the product itself and not a module")
        let data = Data("[\"\(name)\"]".utf8)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode([License.Module].self, from: data) }
        #expect(License.Module(rawValue: name.uppercased()) != nil)
    }
}

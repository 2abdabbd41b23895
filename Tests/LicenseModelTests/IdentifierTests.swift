import Foundation
import LicenseModel
import Testing

@Suite("Identifiers")
struct IdentifierTests {
    static let types: [any LicenseIdentifier.Type] = [
        Edition.self, Feature.self, LicenseID.self, LicenseType.self, LimitUnit.self, Module.self, ProductID.self,
    ]

    static let valid: [String] = [
        "a", "Z", "0", "9", "vmware", "project-management", "A.b_c-D", "0.1", "a-", "a.", "a_", "base", "core",
        String(repeating: "x", count: 64),
    ]

    static let invalid: [String] = [
        "", ".a", "_a", "-a", " a", "a ", "a b", "a\n", "a\0", "a/b", "a:b", "a@b", "a[b", "a`b", "a{b", "a,b",
        "é", "ä1", "模块", "a\u{301}", "Ａ", "１", "\u{FEFF}a", "a\u{200B}", String(repeating: "x", count: 65),
    ]

    @Test("A text of the identifiers' alphabet is an identifier of every type, and kept as it is", arguments: valid)
    func accepts(_ text: String) {
        for type in Self.types {
            #expect(type.init(rawValue: text)?.rawValue == text, "\(type)")
        }
    }

    @Test("A text outside the identifiers' alphabet is no identifier of any type", arguments: invalid)
    func refuses(_ text: String) {
        for type in Self.types {
            #expect(type.init(rawValue: text) == nil, "\(type)")
        }
    }

    @Test("Identifiers of other case are others")
    func caseCounts() throws {
        let upper = try #require(Module(rawValue: "VMware"))
        #expect(upper != .vmware)
        #expect(Set([upper, .vmware]).count == 2)
    }

    @Test("Identifiers are ordered by their bytes")
    func order() throws {
        let texts = ["a", "B", "10", "9", "a_b", "a-b", "a.b", "aa", "A"]
        let modules = try texts.map { try #require(Module(rawValue: $0)) }
        #expect(modules.sorted().map(\.rawValue) == ["10", "9", "A", "B", "a", "a-b", "a.b", "a_b", "aa"])
    }

    @Test(
        "The known names are spelled as the format spells them",
        arguments: [
            (Module.projectManagement.rawValue, "project-management"), (Module.vmware.rawValue, "vmware"),
            (Module.baremetal.rawValue, "baremetal"), (Module.disasterRecovery.rawValue, "disaster-recovery"),
            (Edition.enterprise.rawValue, "enterprise"), (Edition.hybrid.rawValue, "hybrid"),
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

    @Test("The four modules that the guide names are known, in the order of their bytes")
    func knownModules() {
        #expect(Module.known.map(\.rawValue) == ["baremetal", "disaster-recovery", "project-management", "vmware"])
    }

    @Test("An identifier is a plain string in JSON")
    func coding() throws {
        let data = try JSONEncoder().encode([Module.vmware])
        #expect(String(decoding: data, as: UTF8.self) == #"["vmware"]"#)
        #expect(try JSONDecoder().decode([Module].self, from: data) == [.vmware])
    }

    @Test("A dictionary by identifiers is an object in JSON")
    func keyCoding() throws {
        let data = try JSONEncoder().encode([LimitUnit.hosts: 5])
        #expect(String(decoding: data, as: UTF8.self) == #"{"hosts":5}"#)
        #expect(try JSONDecoder().decode([LimitUnit: Int].self, from: data) == [.hosts: 5])
    }

    @Test(
        "What is no identifier is not decoded as one",
        arguments: [#"[""]"#, #"["a b"]"#, #"["-a"]"#, "[1]", "[null]"]
    )
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([LicenseID].self, from: Data(json.utf8))
        }
    }

    @Test(
        "An identifier is made of a text that comes from outside, where it is one",
        arguments: [("L-2027.001_a", "L-2027.001_a"), ("-L", nil), ("", nil)] as [(String, String?)]
    )
    func losslessText(_ text: String, _ expected: String?) {
        // Not of a literal, which Swift takes for one of the type, and which would trap.
        #expect(LicenseID(text)?.description == expected)
        #expect(ProductID(text)?.description == expected)
    }
}

import LicenseModel
import TestSupport
import Testing

@Suite("The library's message texts")
struct MessageTextsTests {
    /// A distinct value for each placeholder, which shows that a text uses the placeholder.
    private static let values: [String: String] = [
        "product": "PRODUCT", "contact": "CONTACT", "name": "MODULE", "license": "LICENSE-ID", "feature": "FEATURE",
        "unit": "UNIT", "instant": "2001-01-01T00:00:00Z", "until": "2002-01-01T00:00:00Z", "days": "7001",
        "limit": "7002", "newLimit": "7003", "used": "7004", "overage": "7007", "requested": "7005", "status": "STATUS",
        "nodes": "NODE", "node": "THIS", "edition": "EDITION", "code": "CODE", "member": "MEMBER", "block": "7006",
        "line": "7008", "file": "THE-FILE",
    ]

    /// The placeholders of the messages of each kind, in addition to the product and the contact.
    private static let placeholdersByKind: [String: Set<String>] = [
        "status": ["code"],
        "limit": [],
        "nodes": ["nodes"],
        "menu": [],
        "login": [],
        "error": ["code", "member", "block"],
        "file": ["code", "line", "block"],
        "reason": ["name", "license", "nodes", "node", "feature", "instant", "code"],
        "shortage": ["unit", "limit", "used", "requested"],
        "remedy": ["name", "license", "nodes", "node", "feature", "instant", "code"],
        "reminder": ["name", "license", "until", "days", "code"],
        "finding": ["license", "nodes", "node", "until", "code"],
        "warning": [
            "name", "license", "nodes", "node", "feature", "unit", "until", "limit", "newLimit", "edition", "used",
            "code",
        ],
        "explanation": ["name", "license", "unit", "instant", "until", "limit", "used", "overage", "status"],
        "role": ["license", "instant", "until", "code"],
        "storeError": ["license", "file", "code"],
        "storeFinding": ["license", "file", "instant", "code"],
    ]

    private static let nodes = NodeMismatch(
        license: [ClaimString(literal: "NODE")],
        thisNode: [ClaimString(literal: "THIS")]
    )

    private static let catalog = ProductCatalog(product: "product", name: "PRODUCT", contact: "CONTACT")

    /// Returns the text of a message that has this key and a value for each placeholder.
    private static func text(_ key: LicenseMessage.Key) -> LocalizedText {
        let message = LicenseMessage(
            key.rawValue,
            "MODULE",
            licenseIDs: ["LICENSE-ID"],
            nodes: Self.nodes,
            feature: "FEATURE",
            unit: "UNIT",
            instant: LicenseInstant(secondsSince1970: 978_307_200),
            until: LicenseInstant(secondsSince1970: 1_009_843_200),
            days: 7_001,
            limit: .count(7_002),
            newLimit: .count(7_003),
            edition: "EDITION",
            used: 7_004,
            overage: 7_007,
            requested: 7_005,
            status: LicenseStatus(rawValue: "STATUS"),
            code: "CODE",
            member: "MEMBER",
            block: 7_006,
            line: 7_008,
            file: "THE-FILE"
        )
        return self.catalog.text(of: message)
    }

    /// Returns the placeholders that a text uses.
    private static func placeholders(in text: String) -> Set<String> {
        Set(self.values.filter { text.contains($0.value) }.keys)
    }

    private static func kind(_ key: LicenseMessage.Key) -> String {
        String(key.rawValue.prefix { $0 != "." })
    }

    private static func keys(_ kind: String) -> [String] {
        LicenseMessage.Key.known.filter { self.kind($0) == kind }.map(\.rawValue)
    }

    @Test("Each message has a text in both languages, without the syntax of templates")
    func syntax() {
        for key in LicenseMessage.Key.known {
            let message = Self.text(key)
            #expect(message.english != key.rawValue, "\(key) has no English text")
            #expect(message.translations.keys.sorted() == [.simplifiedChinese], "\(key)")
            for text in [message.english, message.simplifiedChinese] {
                #expect(!text.isEmpty, "\(key)")
                #expect(!text.contains { "[]{}|".contains($0) }, "\(key): \(text)")
            }
        }
    }

    @Test("A text uses only the placeholders of its kind of message")
    func placeholders() throws {
        for key in LicenseMessage.Key.known {
            let known = try #require(Self.placeholdersByKind[Self.kind(key)]).union(["product", "contact"])
            let text = Self.text(key)
            #expect(Self.placeholders(in: text.english).subtracting(known) == [], "\(key)")
            #expect(Self.placeholders(in: text.simplifiedChinese).subtracting(known) == [], "\(key)")
        }
    }

    @Test("Both languages use the same placeholders, except for the contact")
    func sameInBothLanguages() {
        for key in LicenseMessage.Key.known {
            let text = Self.text(key)
            #expect(
                Self.placeholders(in: text.english).subtracting(["contact"])
                    == Self.placeholders(in: text.simplifiedChinese).subtracting(["contact"]),
                "\(key)"
            )
        }
    }

    @Test("The text of each error states the block")
    func blocks() {
        for key in LicenseMessage.Key.known where Self.kind(key) == "error" {
            #expect(Self.placeholders(in: Self.text(key).english).contains("block"), "\(key)")
        }
    }

    @Test("The keys are unique, and each has a known kind")
    func keys() {
        let keys = LicenseMessage.Key.known
        #expect(Set(keys).count == keys.count)
        #expect(Set(keys.map(Self.kind)) == Set(Self.placeholdersByKind.keys))
    }

    @Test("Statuses and errors have a key for each known code, and one for other codes")
    func codes() {
        #expect(Self.keys("status") == LicenseStatus.known.map { "status.\($0)" } + ["status.other"])
        #expect(Self.keys("limit") == ["limit.unlimited"])
        #expect(Self.keys("file") == RecognizedFile.known.map { "file.\($0)" } + ["file.other"])
        #expect(Self.keys("nodes") == ["nodes.more", "nodes.unknown"])
        #expect(Self.keys("error") == LicenseError.Code.known.map { "error.\($0)" } + ["error.other"])
    }

    @Test("An unknown key uses its kind's text for other keys, or is shown unchanged")
    func unknownKeys() {
        let status = Self.catalog.text(of: LicenseStatus(rawValue: "paused").name)
        #expect(status == LocalizedText("paused", [.simplifiedChinese: "paused"]))
        let reason = Self.catalog.text(of: LicenseMessage("reason.module-revoked", "MODULE", code: "module-revoked"))
        #expect(reason.english.contains("module-revoked") && reason.english != "reason.module-revoked")
        #expect(reason.simplifiedChinese.contains("module-revoked"))
        #expect(reason.simplifiedChinese != reason.english)
        #expect(Self.catalog.text(of: LicenseMessage("nonexistent.key")) == "nonexistent.key")
        #expect(Self.catalog.text(of: LicenseMessage("menu.nonexistent")) == "menu.nonexistent")
    }
}

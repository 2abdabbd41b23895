import LicenseModel
import Testing

@Suite("The library's own sentences")
struct MessageTextsTests {
    /// What a message can tell, and how a sentence shows that it does.
    private static let signs: [String: String] = [
        "product": "PRODUCT", "contact": "CONTACT", "name": "MODULE", "license": "LICENSE", "feature": "FEATURE",
        "unit": "UNIT", "instant": "2001-01-01T00:00:00Z", "until": "2002-01-01T00:00:00Z", "days": "7001",
        "limit": "7002", "newLimit": "7003", "used": "7004", "requested": "7005", "status": "STATUS",
        "edition": "EDITION", "code": "CODE", "member": "MEMBER", "block": "7006",
    ]

    /// What the messages of each kind tell, beside the product and the contact.
    private static let tellings: [String: Set<String>] = [
        "status": ["code"],
        "limit": [],
        "menu": [],
        "login": [],
        "error": ["code", "member", "block"],
        "reason": ["name", "license", "feature", "instant", "code"],
        "shortage": ["unit", "limit", "used", "requested"],
        "remedy": ["name", "license", "feature", "instant", "code"],
        "reminder": ["name", "license", "until", "days", "code"],
        "finding": ["license", "code"],
        "warning": ["name", "license", "feature", "unit", "until", "limit", "newLimit", "edition", "used", "code"],
        "explanation": ["name", "license", "instant", "until", "status"],
        "role": ["license", "instant", "until", "code"],
    ]

    private static let catalog = ProductCatalog(product: "product", name: "PRODUCT", contact: "CONTACT")

    /// The sentence of a key, of a message that tells everything.
    private static func sentence(_ key: LicenseMessage.Key) -> LocalizedText {
        let message = LicenseMessage(
            key.rawValue,
            "MODULE",
            licenseIDs: ["LICENSE"],
            feature: "FEATURE",
            unit: "UNIT",
            instant: LicenseInstant(secondsSince1970: 978_307_200),
            until: LicenseInstant(secondsSince1970: 1_009_843_200),
            days: 7_001,
            limit: .count(7_002),
            newLimit: .count(7_003),
            edition: "EDITION",
            used: 7_004,
            requested: 7_005,
            status: LicenseStatus(rawValue: "STATUS"),
            code: "CODE",
            member: "MEMBER",
            block: 7_006
        )
        return self.catalog.text(of: message)
    }

    /// What a sentence tells.
    private static func told(_ sentence: String) -> Set<String> {
        Set(self.signs.filter { sentence.contains($0.value) }.keys)
    }

    private static func kind(_ key: LicenseMessage.Key) -> String {
        String(key.rawValue.prefix { $0 != "." })
    }

    private static func keys(_ kind: String) -> [String] {
        LicenseMessage.Key.known.filter { self.kind($0) == kind }.map(\.rawValue)
    }

    @Test("Each sentence is there in both languages, without a mark of its syntax")
    func syntax() {
        for key in LicenseMessage.Key.known {
            let sentence = Self.sentence(key)
            #expect(sentence.english != key.rawValue, "The English of \(key) is no template")
            #expect(sentence.translations.keys.sorted() == [.simplifiedChinese], "\(key)")
            for text in [sentence.english, sentence.simplifiedChinese] {
                #expect(!text.isEmpty, "\(key)")
                #expect(!text.contains { "[]{}|".contains($0) }, "\(key): \(text)")
            }
        }
    }

    @Test("A sentence tells only what the messages of its kind do")
    func places() throws {
        for key in LicenseMessage.Key.known {
            let known = try #require(Self.tellings[Self.kind(key)]).union(["product", "contact"])
            let sentence = Self.sentence(key)
            #expect(Self.told(sentence.english).subtracting(known) == [], "\(key)")
            #expect(Self.told(sentence.simplifiedChinese).subtracting(known) == [], "\(key)")
        }
    }

    @Test("Both languages tell the same, but for whom to ask and where an error is")
    func sameInBothLanguages() {
        for key in LicenseMessage.Key.known {
            // English says where an error is in words of its own.
            let apart: Set<String> = Self.kind(key) == "error" ? ["contact", "member", "block"] : ["contact"]
            let sentence = Self.sentence(key)
            #expect(
                Self.told(sentence.english).subtracting(apart)
                    == Self.told(sentence.simplifiedChinese).subtracting(apart),
                "\(key)"
            )
        }
    }

    @Test("The Chinese of each error says in which block it is")
    func blocks() {
        for key in LicenseMessage.Key.known where Self.kind(key) == "error" {
            #expect(Self.told(Self.sentence(key).simplifiedChinese).contains("block"), "\(key)")
        }
    }

    @Test("No key is there twice, and each is of a kind that something tells")
    func keys() {
        let keys = LicenseMessage.Key.known
        #expect(Set(keys).count == keys.count)
        #expect(Set(keys.map(Self.kind)) == Set(Self.tellings.keys))
    }

    @Test("Each status and error has a sentence, an unknown one too, and nothing else has")
    func owners() {
        #expect(Self.keys("status") == LicenseStatus.known.map { "status.\($0)" } + ["status.other"])
        #expect(Self.keys("limit") == ["limit.unlimited"])
        #expect(Self.keys("error") == LicenseError.Code.known.map { "error.\($0)" } + ["error.other"])
    }

    @Test("A key that no release knows is told by its kind's, and of no kind by itself")
    func unknownKeys() {
        let status = Self.catalog.text(of: LicenseStatus(rawValue: "paused").name)
        #expect(status == LocalizedText("paused", [.simplifiedChinese: "paused"]))
        let reason = Self.catalog.text(of: LicenseMessage("reason.module-revoked", "MODULE", code: "module-revoked"))
        #expect(reason.english.contains("module-revoked") && reason.english != "reason.module-revoked")
        #expect(reason.simplifiedChinese.contains("module-revoked"))
        #expect(reason.simplifiedChinese != reason.english)
        #expect(Self.catalog.text(of: LicenseMessage("farewell.good-bye")) == "farewell.good-bye")
        #expect(Self.catalog.text(of: LicenseMessage("menu.unheard-of")) == "menu.unheard-of")
    }
}

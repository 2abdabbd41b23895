import Foundation
import LicenseModel
import Testing

@Suite("Product catalogs")
struct ProductCatalogTests {
    private static let german: LicenseLanguage = "de"

    /// Returns the catalog of the database with a single German text.
    private static func withGerman() throws -> ProductCatalog {
        try ProductCatalog.database.adding(["status.valid": "gültig"], in: german)
    }

    private static func decode(_ json: String) throws -> ProductCatalog {
        try JSONDecoder().decode(ProductCatalog.self, from: Data(json.utf8))
    }

    // MARK: JSON

    @Test("A catalog with its own texts is encoded and decoded unchanged")
    func roundTrip() throws {
        let catalog = try Self.withGerman()
            .adding(["reason.module-expired.replication": "Over.", "menu.shown": "there"], in: .english)
            .adding(["menu.shown": "显示出来"], in: .simplifiedChinese)
        let decoded = try JSONDecoder().decode(ProductCatalog.self, from: JSONEncoder().encode(catalog))
        #expect(decoded == catalog)
        #expect(decoded.texts["de"] == ["status.valid": "gültig"])
        #expect(decoded.texts[.english]?.count == 2)
    }

    @Test("In JSON, names and texts are objects with a member for each language")
    func shape() throws {
        let catalog = try ProductCatalog(
            product: "photon",
            name: "Photon",
            contact: LocalizedText("support", [.simplifiedChinese: "支持"]),
            modules: ["replication": LocalizedText("replication", [.simplifiedChinese: "复制"])],
            units: ["cores": "CPU cores"],
            editions: ["standard": "Standard"],
            requiredLimits: [["vms"], ["sockets", "cores"]]
        )
        .adding(["status.valid": "gültig"], in: "de")
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        #expect(
            String(decoding: try encoder.encode(catalog), as: UTF8.self)
                == #"{"contact":{"en":"support","zh-Hans":"支持"},"editions":{"standard":{"en":"Standard"}},"#
                + #""modules":{"replication":{"en":"replication","zh-Hans":"复制"}},"name":{"en":"Photon"},"#
                + #""product":"photon","requiredLimits":[["vms"],["cores","sockets"]],"#
                + #""texts":{"de":{"status.valid":"gültig"}},"units":{"cores":{"en":"CPU cores"}}}"#
        )
    }

    @Test("Only the product and its English name are required, and the rest has defaults")
    func minimal() throws {
        let catalog = try Self.decode(#"{"product":"photon","name":{"en":"Photon"}}"#)
        #expect(catalog == ProductCatalog(product: "photon", name: "Photon"))
        #expect(catalog.contact.english == "the vendor")
        #expect(catalog.contact.simplifiedChinese == "供应商")
        #expect(catalog.modules.isEmpty && catalog.units.isEmpty && catalog.editions.isEmpty)
        #expect(catalog.requiredLimits.isEmpty && catalog.texts.isEmpty)
    }

    @Test(
        "A catalog with a missing or invalid member is refused",
        arguments: [
            #"{"name":{"en":"Photon"}}"#,
            #"{"product":"photon"}"#,
            #"{"product":"photon","name":"Photon"}"#,
            #"{"product":"photon","name":{}}"#,
            #"{"product":"photon","name":{"zh-Hans":"光子"}}"#,
            #"{"product":"photon","name":{"en":""}}"#,
            #"{"product":"photon","name":{"en":"Photon","de":""}}"#,
            #"{"product":"photon","name":{"en":"Photon\u001b[31m"}}"#,
            #"{"product":"photon","name":{"en":"Photon","de at":"Photon"}}"#,
            #"{"product":"photon db","name":{"en":"Photon"}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"contact":{"de":"Support"}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"modules":{"base":{"en":"base"}}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"modules":{"replication":{}}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"modules":["replication"]}"#,
            #"{"product":"photon","name":{"en":"Photon"},"units":{"cpu cores":{"en":"cores"}}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"editions":{"standard":"Standard"}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"requiredLimits":[[]]}"#,
            #"{"product":"photon","name":{"en":"Photon"},"requiredLimits":null}"#,
            #"{"product":"photon","name":{"en":"Photon"},"requiredLimits":[["cores"],[]]}"#,
            #"{"product":"photon","name":{"en":"Photon"},"requiredLimits":["cores"]}"#,
            #"{"product":"photon","name":{"en":"Photon"},"texts":{"de":{"status.nonexistent":"x"}}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"texts":{"de":{"status.valid":""}}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"texts":{"de":{"status.valid":"{license}"}}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"texts":{"de":{"status.valid":"[x"}}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"texts":{"de":{"reason.module-expired.other":"x"}}}"#,
            #"{"product":"photon","name":{"en":"Photon"},"texts":{"":{"status.valid":"x"}}}"#,
        ]
    )
    func refused(_ json: String) {
        #expect(throws: DecodingError.self) { try Self.decode(json) }
    }

    @Test("The error for an invalid text in JSON names the message's key")
    func refusedText() throws {
        let json = #"{"product":"photon","name":{"en":"Photon"},"texts":{"de":{"status.valid":"{license}"}}}"#
        let error = #expect(throws: DecodingError.self) { try Self.decode(json) }
        guard case .dataCorrupted(let context) = error else {
            Issue.record("Unexpected error: \(String(describing: error))")
            return
        }
        #expect(context.codingPath.map(\.stringValue) == ["texts"])
        #expect(
            context.debugDescription
                == "The text for status.valid uses {license}, which the message does not have."
        )
    }

    // MARK: A product's own texts

    @Test(
        "An invalid text or key is refused, and the error names the key",
        arguments: [
            ("reason.nonexistent", "x", "does not belong to any message in this release"),
            ("reason", "x", "does not belong to any message in this release"),
            ("", "x", "does not belong to any message in this release"),
            ("reason.module-expired.", "x", "does not belong to any message in this release"),
            ("reason.module-expired.nonexistent", "x", "does not belong to any message in this release"),
            ("reason.nonexistent.replication", "x", "does not belong to any message in this release"),
            ("reason.base-expired.replication", "x", "does not belong to any message in this release"),
            ("status.valid.replication", "x", "does not belong to any message in this release"),
            ("status.valid", "{license}", "uses {license}, which the message does not have"),
            ("shortage", "{limit} {instant}", "uses {instant}, which the message does not have"),
            ("reason.module-expired.replication", "{days}", "uses {days}, which the message does not have"),
            ("role.effective", "[{until}|{days}]", "uses {days}, which the message does not have"),
            ("reminder.expiring", "[x", "has a brace or bracket that is unbalanced or nested"),
            ("reminder.expiring", "{days", "has a brace or bracket that is unbalanced or nested"),
            ("reminder.expiring", "days}", "has a brace or bracket that is unbalanced or nested"),
            ("reminder.expiring", "{days:day}", "does not give two words"),
            ("reminder.expiring", "{weeks}", "that is not one of product, contact, name,"),
            ("status.valid", "", "is empty or contains control characters"),
            ("status.valid", "a\u{1B}[31m", "is empty or contains control characters"),
            ("status.valid", "a\tb", "is empty or contains control characters"),
            ("status.valid", "a\u{202E}b", "is empty or contains control characters"),
        ] as [(String, String, String)]
    )
    func invalidText(key: String, text: String, problem: String) throws {
        let error = #expect(throws: InvalidTextError.self) {
            try ProductCatalog.database.adding([LicenseMessage.Key(rawValue: key): text], in: Self.german)
        }
        #expect(error?.type == key)
        #expect(error?.problem.contains(problem) ?? false, "\(String(describing: error?.problem))")
    }

    @Test("If several texts are invalid, the error names the first of their keys")
    func firstInvalidText() {
        let texts: [LicenseMessage.Key: String] = [
            "status.valid": "", "menu.shown": "", "shortage": "", "menu.hidden": "a",
        ]
        let error = #expect(throws: InvalidTextError.self) {
            try ProductCatalog.database.adding(texts, in: Self.german)
        }
        #expect(error?.type == "menu.shown")
    }

    @Test("A text can have several lines and use the product and the contact")
    func acceptedText() throws {
        let catalog = try ProductCatalog.database.adding(["status.valid": "{product}\n{contact}"], in: Self.german)
        #expect(catalog.name(of: LicenseStatus.valid)[Self.german] == "Photon\nden Photon-Support")
    }

    @Test("A remedy can use its reason's placeholders, and most messages can use {code}")
    func placeholdersOfTheKind() throws {
        let catalog = try ProductCatalog.database.adding(
            [
                "reason.limit-reached": "Voll[ ({code})].",
                "remedy.module-expired": "Ersetzen Sie {license}[ ({instant})].",
            ],
            in: Self.german
        )
        let reason = catalog.text(of: LicenseMessage("reason.limit-reached", code: "limit-reached"))
        #expect(reason[Self.german] == "Voll (limit-reached).")
        let remedy = catalog.text(of: LicenseMessage("remedy.module-expired", licenseIDs: ["P-1"]))
        #expect(remedy[Self.german] == "Ersetzen Sie P-1.")
    }

    @Test("An added text replaces only the previous text of its key and language")
    func replaced() throws {
        let catalog = try Self.withGerman()
            .adding(["status.expired": "abgelaufen"], in: Self.german)
            .adding(["status.valid": "in Ordnung"], in: Self.german)
            .adding(["status.valid": "fine"], in: .english)
        #expect(catalog.texts[Self.german] == ["status.valid": "in Ordnung", "status.expired": "abgelaufen"])
        let text = catalog.name(of: LicenseStatus.valid)
        #expect(text.english == "fine")
        #expect(text.simplifiedChinese == "有效")
        #expect(text[Self.german] == "in Ordnung")
    }

    @Test("A text for one module takes precedence, and only for that module")
    func moduleTexts() throws {
        let catalog = try ProductCatalog.database.adding(
            ["reason.module-expired.replication": "No copies: {name}.", "reason.module-expired": "Over: {name}."],
            in: .english
        )
        let replication = catalog.text(of: LicenseMessage("reason.module-expired", "replication"))
        #expect(replication.english == "No copies: replication.")
        #expect(replication.simplifiedChinese.hasPrefix("复制"))
        #expect(
            catalog.text(of: LicenseMessage("reason.module-expired", "vector-search")).english == "Over: vector search."
        )
        #expect(catalog.text(of: LicenseMessage("reason.module-expired")).english == "Over: Photon.")
    }

    @Test(
        "Each message that can be about a module can have a text for one module",
        arguments: [
            "reason.module-expired", "reason.module-not-activated", "reason.feature-not-included",
            "remedy.module-expired", "reminder.expiring", "warning.view-lost", "explanation.status",
        ]
    )
    func messagesAboutModules(key: String) throws {
        let own = LicenseMessage.Key(rawValue: "\(key).replication")
        let catalog = try ProductCatalog.database.adding([own: "Sonderfall."], in: Self.german)
        #expect(catalog.text(of: LicenseMessage(key, "replication"))[Self.german] == "Sonderfall.")
        #expect(catalog.text(of: LicenseMessage(key, "vector-search"))[Self.german] != "Sonderfall.")
    }

    @Test("A text for a module is found even if its name ends with another module's name")
    func dottedModules() throws {
        // The order of a dictionary depends on its size, so try several sizes.
        for size in 0..<20 {
            var catalog = ProductCatalog.database
            for number in 0..<size {
                catalog.modules[License.Module(stringLiteral: "m\(number)")] = "m"
            }
            catalog.modules["data.sync"] = "data synchronization"
            catalog.modules["sync"] = "synchronization"
            catalog = try catalog.adding(["reason.module-expired.data.sync": "Over."], in: .english)
            #expect(catalog.text(of: LicenseMessage("reason.module-expired", "data.sync")).english == "Over.")
            #expect(catalog.text(of: LicenseMessage("reason.module-expired", "sync")).english != "Over.")
        }
    }

    @Test("An unknown code uses the product's text for other codes of its kind")
    func otherTexts() throws {
        let catalog = try ProductCatalog.database
            .adding(["reason.other": "No: {code}."], in: .english)
            .adding(["reason.other": "Nein: {code}."], in: Self.german)
        let text = catalog.text(of: LicenseMessage("reason.module-revoked", code: "module-revoked"))
        #expect(text.english == "No: module-revoked.")
        #expect(text[Self.german] == "Nein: module-revoked.")
        #expect(text.simplifiedChinese.contains("module-revoked"))
    }

    @Test("The word for an unlimited limit depends on the language")
    func unlimited() throws {
        let message = LicenseMessage("warning.limit-lowered", unit: "cores", limit: .unlimited, newLimit: .count(5))
        let catalog = try ProductCatalog.database.adding(
            ["warning.limit-lowered": "{limit} -> {newLimit}", "limit.unlimited": "unbegrenzt"],
            in: Self.german
        )
        #expect(catalog.text(of: message)[Self.german] == "unbegrenzt -> 5")
        #expect(catalog.text(of: message).english.contains("unlimited"))
        #expect(!catalog.text(of: message).simplifiedChinese.contains("unlimited"))
        let french = try catalog.adding(["warning.limit-lowered": "{limit} -> {newLimit}"], in: "fr")
        #expect(french.text(of: message)["fr"] == "unlimited -> 5")
    }

    // MARK: Languages

    @Test("The languages are the library's, then the added ones in the order of their tags")
    func languages() throws {
        #expect(ProductCatalog.database.languages == [.english, .simplifiedChinese])
        let catalog = try ProductCatalog.database
            .adding(["status.valid": "valide"], in: "fr")
            .adding(["status.valid": "fine"], in: .english)
            .adding(["status.valid": "gültig"], in: Self.german)
            .adding(["status.valid": "válido"], in: "es-MX")
        #expect(catalog.languages == [.english, .simplifiedChinese, "de", "es-MX", "fr"])
    }

    @Test("In the library's languages, no message is missing, but names can be")
    func missingInOwnLanguages() {
        #expect(ProductCatalog.database.missingTexts(in: .english) == [])
        #expect(ProductCatalog.database.missingTexts(in: .simplifiedChinese) == [])
        var catalog = ProductCatalog.database
        catalog.modules["sharding"] = "sharding"
        catalog.units["nodes"] = "nodes"
        catalog.name = "Photon"
        #expect(catalog.missingTexts(in: .english) == [])
        #expect(catalog.missingTexts(in: .simplifiedChinese) == ["modules.sharding", "name", "units.nodes"])
    }

    @Test("In other languages, each message with words is missing, and then each name")
    func missingInOtherLanguages() {
        let withoutWords = ["status.other", "explanation.status"]
        let messages = LicenseMessage.Key.known.map(\.rawValue).filter { !withoutWords.contains($0) }
        #expect(ProductCatalog.database.missingTexts(in: Self.german) == messages)
        #expect(
            ProductCatalog.database.missingTexts(in: "fr")
                == messages + [
                    "contact", "editions.standard", "modules.replication", "modules.vector-search", "name",
                    "units.cores", "units.sockets",
                ]
        )
    }

    @Test("An added text is no longer missing, unless it is only for one module")
    func noLongerMissing() throws {
        let before = ProductCatalog.database.missingTexts(in: Self.german)
        let catalog = try ProductCatalog.database.adding(
            ["status.valid": "gültig", "reason.module-expired.replication": "Vorbei.", "shortage": "{limit} {unit}"],
            in: Self.german
        )
        #expect(catalog.missingTexts(in: Self.german) == before.filter { $0 != "status.valid" && $0 != "shortage" })
    }

    @Test("A message without a text in a language is in English")
    func fallback() throws {
        let catalog = try Self.withGerman()
        let expired = catalog.name(of: LicenseStatus.expired)
        #expect(expired[Self.german] == "expired")
        #expect(expired.translations.keys.sorted() == [.simplifiedChinese])
        #expect(catalog.name(of: LicenseStatus.valid)[Self.german] == "gültig")
        #expect(catalog.name(of: LicenseStatus.valid)["fr"] == "valid")
    }

    @Test("A message with only placeholders uses the language's names and texts")
    func placeholdersOnly() throws {
        let catalog = try Self.withGerman()
        let valid = catalog.text(of: LicenseMessage("explanation.status", "replication", status: .valid))
        #expect(valid.english == "replication: valid")
        #expect(valid.simplifiedChinese == "复制：有效")
        #expect(valid[Self.german] == "Replikation: gültig")
        let expired = catalog.text(of: LicenseMessage("explanation.status", "replication", status: .expired))
        #expect(expired[Self.german] == "Replikation: expired")
        let later = catalog.name(of: LicenseStatus(rawValue: "paused"))
        #expect(later.english == "paused" && later.simplifiedChinese == "paused" && later[Self.german] == "paused")
    }

    @Test("Several licenses are joined by the separator of the language")
    func lists() throws {
        let catalog = try ProductCatalog.database.adding(
            ["explanation.allowed": "Erlaubt[ durch {license}]."],
            in: Self.german
        )
        let text = catalog.text(of: LicenseMessage("explanation.allowed", licenseIDs: ["L-1", "L-2"]))
        #expect(text.english.contains(" L-1, L-2"))
        #expect(text.simplifiedChinese.contains("L-1、L-2"))
        #expect(text[Self.german] == "Erlaubt durch L-1, L-2.")
    }

    @Test("Several messages become one line each, in each language that any of them has")
    func lines() throws {
        let text = try Self.withGerman().text(of: [LicenseStatus.valid.name, LicenseStatus.expired.name])
        #expect(text.english == "valid\nexpired")
        #expect(text.simplifiedChinese == "有效\n过期")
        #expect(text[Self.german] == "gültig\nexpired")
    }

    // MARK: Names

    @Test("Modules, units and editions have the catalog's name, or else their identifier")
    func names() {
        let catalog = ProductCatalog.database
        #expect(catalog.name(of: "vector-search" as License.Module).simplifiedChinese == "向量搜索")
        #expect(catalog.name(of: "cores" as LimitUnit)[Self.german] == "CPU-Kerne")
        #expect(catalog.name(of: "standard" as License.Edition).simplifiedChinese == "标准版")
        #expect(catalog.name(of: "quantum" as License.Module) == "quantum")
        #expect(catalog.name(of: "qubits" as LimitUnit) == "qubits")
        #expect(catalog.name(of: "platinum" as License.Edition) == "platinum")
    }

    @Test("A message uses the identifier of an unknown module, unit or edition")
    func unknownNames() {
        let message = LicenseMessage(
            "warning.limit-lowered",
            "quantum",
            unit: "qubits",
            limit: .count(9),
            newLimit: .count(8)
        )
        let text = ProductCatalog.database.text(of: message)
        for translation in [text.english, text.simplifiedChinese] {
            #expect(translation.contains("qubits"))
            #expect(translation.contains("quantum"))
        }
        let edition = LicenseMessage("warning.edition-changed", edition: "platinum")
        #expect(ProductCatalog.database.text(of: edition).english.contains("platinum"))
    }
}

/// What a product is called, and what can be licensed of it, described once.
///
/// Give it to the verifier, the policy, the issuer and the tests:
///
/// ```swift
/// let catalog = try ProductCatalog(
///     product: "photon",
///     name: "Photon",
///     modules: ["replication": LocalizedText("replication", ["de": "Replikation"])],
///     units: ["cores": LocalizedText("CPU cores", ["de": "CPU-Kerne"])],
///     requiredLimits: [["cores"]]
/// ).adding(["status.valid": "gültig", "status.expired": "abgelaufen"], in: "de")
/// ```
///
/// Reports list the catalog's modules, messages name them, and an issuer takes a name that is not in it for a typo. A license that
/// names something else keeps it, and nothing is denied for it.
public struct ProductCatalog: Sendable, Equatable {
    /// The product: the `aud` of its licenses.
    public var product: ProductID

    /// What people call the product, as it stands within a sentence, such as `Photon`.
    public var name: LocalizedText

    /// Whom customers turn to about a license, as it stands within a sentence: `the vendor` if nothing else is given.
    public var contact: LocalizedText

    /// The modules and what people call them, as it stands within a sentence.
    public var modules: [License.Module: LocalizedText]

    /// The units and what people call them, as it stands within a sentence: `CPU cores`.
    public var units: [LimitUnit: LocalizedText]

    /// The editions and what people call them.
    public var editions: [License.Edition: LocalizedText]

    /// Units of which every base license names one or more, such as `[["cores", "servers"], ["databases"]]` for cores or servers,
    /// and databases.
    ///
    /// They bind issuing alone: a license that is there already counts without them. An empty set requires nothing.
    public var requiredLimits: [Set<LimitUnit>]

    /// The product's own words for messages, by language: what ``adding(_:in:)`` was given.
    public private(set) var texts: [LicenseLanguage: [LicenseMessage.Key: String]] = [:]

    /// Describes a product.
    ///
    /// - Parameters:
    ///   - product: The product: the `aud` of its licenses.
    ///   - name: What people call it, as it stands within a sentence.
    ///   - contact: Whom customers turn to about a license, as it stands within a sentence. By default `the vendor`.
    ///   - modules: The modules and what people call them.
    ///   - units: The units and what people call them.
    ///   - editions: The editions and what people call them.
    ///   - requiredLimits: Units of which every base license is to name one or more. By default none.
    public init(
        product: ProductID,
        name: LocalizedText,
        contact: LocalizedText = LocalizedText("the vendor", [.simplifiedChinese: "供应商"]),
        modules: [License.Module: LocalizedText] = [:],
        units: [LimitUnit: LocalizedText] = [:],
        editions: [License.Edition: LocalizedText] = [:],
        requiredLimits: [Set<LimitUnit>] = []
    ) {
        self.product = product
        self.name = name
        self.contact = contact
        self.modules = modules
        self.units = units
        self.editions = editions
        self.requiredLimits = requiredLimits
    }

    /// The same catalog with the product's own words for messages in a language, which may be one that the library does not
    /// speak.
    ///
    /// A message without a text in a language is told in English. Words about one module alone have a key with the module's name
    /// after a dot, such as `reason.module-expired.replication`. `Documentation/Languages.md` lists the keys, and says what may
    /// stand in braces and brackets.
    ///
    /// - Parameters:
    ///   - texts: The texts by their keys.
    ///   - language: The language.
    /// - Returns: The catalog.
    /// - Throws: ``InvalidTextError`` if a key is not known, or a text stands for something that its message does not tell.
    public func adding(
        _ texts: [LicenseMessage.Key: String],
        in language: LicenseLanguage
    ) throws(InvalidTextError) -> ProductCatalog {
        var catalog = self
        for (key, text) in texts.ordered(by: { $0.key.rawValue < $1.key.rawValue }) {
            try self.check(text, for: key)
            catalog.texts[language, default: [:]][key] = text
        }
        return catalog
    }

    /// The languages of the library, and then those of ``texts`` by their tags.
    public var languages: [LicenseLanguage] {
        LicenseLanguage.known + self.texts.keys.filter { !LicenseLanguage.known.contains($0) }.ordered()
    }

    /// The keys of ``texts`` and the names that a language lacks, for a test that lists what is to be translated.
    ///
    /// ```swift
    /// #expect(catalog.missingTexts(in: "de").filter { $0.hasPrefix("status.") } == [])
    /// ```
    ///
    /// - Parameter language: The language.
    /// - Returns: The messages' keys in their order, then names such as `modules.replication`. The library's own languages lack
    ///   no message, and a message of places alone, such as `{name}: {status}`, is missing in none.
    public func missingTexts(in language: LicenseLanguage) -> [String] {
        let texts = self.texts[language] ?? [:]
        var keys: [String] = []
        if !LicenseLanguage.known.contains(language) {
            for row in MessageTexts.all where texts[LicenseMessage.Key(rawValue: row.key)] == nil {
                keys += MessageTemplate.hasWords(row.english) ? [row.key] : []
            }
        }
        var names: [String] = []
        func add(_ key: String, _ name: LocalizedText) {
            names += language == .english || name.translations[language] != nil ? [] : [key]
        }
        add("name", self.name)
        add("contact", self.contact)
        for (module, name) in self.modules {
            add("modules.\(module)", name)
        }
        for (unit, name) in self.units {
            add("units.\(unit)", name)
        }
        for (edition, name) in self.editions {
            add("editions.\(edition)", name)
        }
        return keys + names.ordered()
    }

    /// For messages of a product that no catalog describes.
    package static let unnamed = ProductCatalog(
        product: "product",
        name: LocalizedText("the product", "本产品")
    )

    private func check(_ text: String, for key: LicenseMessage.Key) throws(InvalidTextError) {
        guard let message = self.messageKey(of: key), let row = MessageTexts.row(of: message) else {
            let name = key.rawValue.isEmpty || IdentifierSyntax.isKeyID(key.rawValue) ? key.rawValue : "A text's key"
            throw InvalidTextError(name, "is for no message that this release knows")
        }
        guard text.isPlainText, !text.isEmpty else {
            throw InvalidTextError(key.rawValue, "is empty, or has control characters")
        }
        let places: [MessageTemplate.Place]
        do {
            places = try MessageTemplate(text).places
        } catch {
            throw InvalidTextError(key.rawValue, error.problem)
        }
        let known = MessageTexts.places(of: row)
        if let place = places.first(where: { !known.contains($0) }) {
            throw InvalidTextError(key.rawValue, "names {\(place)}, of which the message does not tell")
        }
    }

    /// The key of the message whose words a key replaces: the same, or without a module's name.
    private func messageKey(of key: LicenseMessage.Key) -> String? {
        MessageTexts.all
            .first { row in
                guard key.rawValue.hasPrefix("\(row.key).") else {
                    return key.rawValue == row.key
                }
                let module = License.Module(rawValue: String(key.rawValue.dropFirst(row.key.utf8.count + 1)))
                return module.map { self.modules[$0] != nil } ?? false && MessageTexts.isAboutModules(row)
            }?
            .key
    }
}

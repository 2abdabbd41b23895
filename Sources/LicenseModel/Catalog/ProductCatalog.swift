/// A product's name, and the names of the modules, units and editions that can be licensed.
///
/// Describe your product once, and pass the catalog to the verifier, the policy, the issuer and your tests:
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
/// Reports list the catalog's modules, and messages use its names. An issuer treats a name that is not in the catalog
/// as a typo. A verifier accepts a license with such a name and keeps the name.
public struct ProductCatalog: Sendable, Equatable {
    /// The product that licenses are for: their `aud` claim.
    public var product: ProductID

    /// The product's display name, as written within a sentence, such as `Photon`.
    public var name: LocalizedText

    /// The people that customers contact about a license, as written within a sentence, such as `the vendor`.
    public var contact: LocalizedText

    /// The display names of the product's modules, as written within a sentence.
    public var modules: [License.Module: LocalizedText]

    /// The display names of the product's units, as written after a number, such as `CPU cores`.
    public var units: [LimitUnit: LocalizedText]

    /// The display names of the product's editions.
    public var editions: [License.Edition: LocalizedText]

    /// Sets of units: a base license must have a limit for at least one unit of each set.
    ///
    /// For example, `[["cores", "servers"], ["databases"]]` requires a limit for cores or servers, and one for
    /// databases. An empty set requires nothing. Only an issuer enforces these requirements: a verifier accepts
    /// licenses without such limits.
    public var requiredLimits: [Set<LimitUnit>]

    /// The product's own message texts by language, which you add with ``adding(_:in:)``.
    public private(set) var texts: [LicenseLanguage: [LicenseMessage.Key: String]] = [:]

    /// Creates a catalog that describes a product.
    ///
    /// - Parameters:
    ///   - product: The product that licenses are for: their `aud` claim.
    ///   - name: The product's display name, as written within a sentence.
    ///   - contact: The people that customers contact about a license, as written within a sentence. By default,
    ///     `the vendor`, or `供应商` in Simplified Chinese.
    ///   - modules: The display names of the modules, as written within a sentence. By default, the product has none.
    ///   - units: The display names of the units, as written after a number. By default, the product has none.
    ///   - editions: The display names of the editions. By default, the product has none.
    ///   - requiredLimits: Sets of units: an issuer requires a base license to have a limit for at least one unit of
    ///     each set. By default, none.
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

    /// Returns a copy of the catalog with the product's own message texts in a language.
    ///
    /// The texts replace those of the library, or add a language that the library does not provide. If a message has no
    /// text in a language, the English text is used. To replace a message's text for a single module, append the
    /// module's name to the key, as in `reason.module-expired.replication`. `Documentation/Languages.md` lists the keys
    /// and describes the placeholders in braces and the sections in brackets.
    ///
    /// - Parameters:
    ///   - texts: The texts by message key.
    ///   - language: The language of the texts.
    /// - Returns: The catalog with the texts.
    /// - Throws: ``InvalidTextError`` if a key is unknown, or if a text is empty, contains control characters, has a
    ///   syntax error, or uses a placeholder for a value that the message does not have.
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

    /// The library's languages, followed by the other languages of ``texts`` in the order of their tags.
    public var languages: [LicenseLanguage] {
        LicenseLanguage.known + self.texts.keys.filter { !LicenseLanguage.known.contains($0) }.ordered()
    }

    /// Returns the keys of the messages and names that have no text in a language.
    ///
    /// Use this method in a test that checks that your translation is complete:
    ///
    /// ```swift
    /// #expect(catalog.missingTexts(in: "de").filter { $0.hasPrefix("status.") } == [])
    /// ```
    ///
    /// - Parameter language: The language to check.
    /// - Returns: The keys of messages in the order of ``LicenseMessage/Key/known``, then the keys of names, such as
    ///   `modules.replication`. Messages are never missing in the library's own languages. A message that consists only of
    ///   placeholders, such as `{name}: {status}`, needs no translation.
    public func missingTexts(in language: LicenseLanguage) -> [String] {
        let texts = self.texts[language] ?? [:]
        var keys: [String] = []
        if !LicenseLanguage.known.contains(language) {
            for key in MessageTexts.keys where texts[key] == nil {
                keys += MessageTemplate.hasWords(MessageTexts.english[key] ?? "") ? [key.rawValue] : []
            }
        }
        var names = [("name", self.name), ("contact", self.contact)]
        names += self.modules.map { ("modules.\($0)", $1) }
        names += self.units.map { ("units.\($0)", $1) }
        names += self.editions.map { ("editions.\($0)", $1) }
        let missing = names.filter { language != .english && $0.1.translations[language] == nil }
        return keys + missing.map(\.0).ordered()
    }

    /// The catalog for messages about a product that has no catalog.
    package static let unnamed = ProductCatalog(
        product: "product",
        name: LocalizedText("the product", "本产品")
    )

    private func check(_ text: String, for key: LicenseMessage.Key) throws(InvalidTextError) {
        guard let message = self.messageKey(of: key) else {
            let name = key.rawValue.isEmpty || IdentifierSyntax.isKeyID(key.rawValue) ? key.rawValue : "an invalid key"
            throw InvalidTextError(name, "does not belong to any message in this release")
        }
        guard text.isPlainText, !text.isEmpty else {
            throw InvalidTextError(key.rawValue, "is empty or contains control characters")
        }
        let placeholders: [MessageTemplate.Placeholder]
        do {
            placeholders = try MessageTemplate(text).placeholders
        } catch {
            throw InvalidTextError(key.rawValue, error.problem)
        }
        let known = MessageTexts.placeholders(of: message)
        if let placeholder = placeholders.first(where: { !known.contains($0) }) {
            throw InvalidTextError(key.rawValue, "uses {\(placeholder)}, which the message does not have")
        }
    }

    /// Returns the key of the message that a text's key belongs to, or `nil` if there is no such message.
    ///
    /// It is the same key, or the key without the name of one of the catalog's modules.
    private func messageKey(of key: LicenseMessage.Key) -> LicenseMessage.Key? {
        MessageTexts.keys.first { message in
            guard key.rawValue.hasPrefix("\(message.rawValue).") else {
                return key == message
            }
            let module = License.Module(rawValue: String(key.rawValue.dropFirst(message.rawValue.utf8.count + 1)))
            return module.map { self.modules[$0] != nil } ?? false && MessageTexts.isAboutModules(message)
        }
    }
}

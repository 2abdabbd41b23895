extension ProductCatalog: Codable {
    /// Decodes a catalog, in which only `product` and `name` are required.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if `product` or `name` is missing, a member is invalid, a set of required limits is
    ///   empty, or ``adding(_:in:)`` refuses a text.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        let unnamed = ProductCatalog.unnamed
        var catalog = ProductCatalog(
            product: try container.decode(ProductID.self, forKey: "product"),
            name: try container.decode(LocalizedText.self, forKey: "name"),
            contact: try container.decodeIfPresent(LocalizedText.self, forKey: "contact") ?? unnamed.contact,
            modules: try container.decodeIfPresent([License.Module: LocalizedText].self, forKey: "modules") ?? [:],
            units: try container.decodeIfPresent([LimitUnit: LocalizedText].self, forKey: "units") ?? [:],
            editions: try container.decodeIfPresent([License.Edition: LocalizedText].self, forKey: "editions") ?? [:],
            // `decodeIfPresent` would accept `null`, which would turn the requirement off.
            requiredLimits: container.contains("requiredLimits")
                ? try container.decode([Set<LimitUnit>].self, forKey: "requiredLimits") : []
        )
        guard catalog.requiredLimits.allSatisfy({ !$0.isEmpty }) else {
            throw DecodingError.dataCorruptedError(
                forKey: "requiredLimits",
                in: container,
                debugDescription: "A set of required limits is empty"
            )
        }
        typealias Texts = [LicenseLanguage: [LicenseMessage.Key: String]]
        for (language, texts) in try container.decodeIfPresent(Texts.self, forKey: "texts") ?? [:] {
            do {
                catalog = try catalog.adding(texts, in: language)
            } catch {
                throw DecodingError.dataCorruptedError(
                    forKey: "texts",
                    in: container,
                    debugDescription: error.description
                )
            }
        }
        self = catalog
    }

    /// Encodes the catalog, and omits empty sets of required limits.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.product, forKey: "product")
        try container.encode(self.name, forKey: "name")
        try container.encode(self.contact, forKey: "contact")
        try container.encode(self.modules, forKey: "modules")
        try container.encode(self.units, forKey: "units")
        try container.encode(self.editions, forKey: "editions")
        let requiredLimits = self.requiredLimits.filter { !$0.isEmpty }.map { $0.map(\.rawValue).ordered() }
        try container.encode(requiredLimits, forKey: "requiredLimits")
        try container.encode(self.texts, forKey: "texts")
    }
}

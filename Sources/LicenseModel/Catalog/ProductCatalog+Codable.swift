extension ProductCatalog: Codable {
    private enum CodingKeys: CodingKey {
        case product, name, contact, modules, units, editions, requiredLimits, texts
    }

    /// Reads a catalog.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` if `product` or `name` is missing, or a text is for no message.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let unnamed = ProductCatalog.unnamed
        var catalog = ProductCatalog(
            product: try container.decode(ProductID.self, forKey: .product),
            name: try container.decode(LocalizedText.self, forKey: .name),
            contact: try container.decodeIfPresent(LocalizedText.self, forKey: .contact) ?? unnamed.contact,
            modules: try container.decodeIfPresent([License.Module: LocalizedText].self, forKey: .modules) ?? [:],
            units: try container.decodeIfPresent([LimitUnit: LocalizedText].self, forKey: .units) ?? [:],
            editions: try container.decodeIfPresent([License.Edition: LocalizedText].self, forKey: .editions) ?? [:],
            // `null` must not turn the requirement off.
            requiredLimits: container.contains(.requiredLimits)
                ? try container.decode([Set<LimitUnit>].self, forKey: .requiredLimits) : []
        )
        guard catalog.requiredLimits.allSatisfy({ !$0.isEmpty }) else {
            throw DecodingError.dataCorruptedError(
                forKey: .requiredLimits,
                in: container,
                debugDescription: "Required limits name no unit"
            )
        }
        typealias Texts = [LicenseLanguage: [LicenseMessage.Key: String]]
        for (language, texts) in try container.decodeIfPresent(Texts.self, forKey: .texts) ?? [:] {
            do {
                catalog = try catalog.adding(texts, in: language)
            } catch {
                throw DecodingError.dataCorruptedError(
                    forKey: .texts,
                    in: container,
                    debugDescription: error.description
                )
            }
        }
        self = catalog
    }

    /// Writes a catalog.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(self.product, forKey: .product)
        try container.encode(self.name, forKey: .name)
        try container.encode(self.contact, forKey: .contact)
        try container.encode(self.modules, forKey: .modules)
        try container.encode(self.units, forKey: .units)
        try container.encode(self.editions, forKey: .editions)
        try container.encode(self.requiredLimits.filter { !$0.isEmpty }.map { $0.ordered() }, forKey: .requiredLimits)
        try container.encode(self.texts, forKey: .texts)
    }
}

extension ProductCatalog {
    /// The text of a message, in each of the catalog's ``languages`` that has one.
    ///
    /// - Parameter message: The message.
    /// - Returns: The text, with the product's names.
    public func text(of message: LicenseMessage) -> LocalizedText {
        var translations: [LicenseLanguage: String] = [:]
        for language in self.languages {
            translations[language] = self.text(of: message, in: language)
        }
        return LocalizedText(translations[.english] ?? message.key.rawValue, translations)
    }

    /// The texts of several messages, a line each.
    ///
    /// - Parameter messages: The messages.
    /// - Returns: The text.
    public func text(of messages: [LicenseMessage]) -> LocalizedText {
        .lines(messages.map { self.text(of: $0) })
    }

    /// Why a license text is refused, and what to do next.
    ///
    /// English also says what was found, unless the catalog has an English text of its own for the error's code. Other
    /// languages have the text of the code.
    ///
    /// - Parameter error: The error.
    /// - Returns: The text.
    public func text(of error: LicenseError) -> LocalizedText {
        let text = self.text(of: error.codeMessage)
        let key = LicenseMessage.Key(rawValue: MessageTexts.row(of: "error.\(error.code)")?.key ?? "")
        func detail(_ detail: String?, in language: LicenseLanguage) -> String? {
            self.texts[language]?[key] == nil ? detail.map { self.withContact($0, language) } : nil
        }
        var translations = text.translations
        translations[.simplifiedChinese] =
            detail(error.chinese, in: .simplifiedChinese) ?? text.simplifiedChinese
        return LocalizedText(detail(error.english, in: .english) ?? text.english, translations)
    }

    /// The text of an error, with the contact in its place.
    private func withContact(_ text: String, _ language: LicenseLanguage) -> String {
        text.split(separator: LicenseError.contact, omittingEmptySubsequences: false)
            .joined(separator: self.contact[language])
    }

    /// What people call a module.
    ///
    /// One that is not in the catalog keeps its own name.
    ///
    /// - Parameter module: The module.
    /// - Returns: The name, as it stands within a sentence.
    public func name(of module: License.Module) -> LocalizedText {
        self.modules[module] ?? LocalizedText(module.rawValue)
    }

    /// What people call a unit.
    ///
    /// One that is not in the catalog keeps its own name.
    ///
    /// - Parameter unit: The unit.
    /// - Returns: The name, as it stands after a number.
    public func name(of unit: LimitUnit) -> LocalizedText {
        self.units[unit] ?? LocalizedText(unit.rawValue)
    }

    /// What people call an edition.
    ///
    /// One that is not in the catalog keeps its own name.
    ///
    /// - Parameter edition: The edition.
    /// - Returns: The name.
    public func name(of edition: License.Edition) -> LocalizedText {
        self.editions[edition] ?? LocalizedText(edition.rawValue)
    }

    /// The text of a message in one language, or `nil` if there is none.
    private func text(of message: LicenseMessage, in language: LicenseLanguage) -> String? {
        guard let text = self.template(of: message, in: language), let template = try? MessageTemplate(text) else {
            return nil
        }
        let filled = template.text { self.value(of: $0, in: message, language) }
        return filled.isEmpty ? nil : filled
    }

    private func template(of message: LicenseMessage, in language: LicenseLanguage) -> String? {
        // The row of a key that this release does not know is that of its kind.
        guard let row = MessageTexts.row(of: message.key.rawValue) else {
            return nil
        }
        if let texts = self.texts[language] {
            let ofModule = message.module.map { LicenseMessage.Key(rawValue: "\(row.key).\($0)") }
            if let text = ofModule.flatMap({ texts[$0] }) ?? texts[LicenseMessage.Key(rawValue: row.key)] {
                return text
            }
        }
        return switch language {
        case .english: row.english
        case .simplifiedChinese: row.simplifiedChinese
        // Places alone say the same in every language.
        default: MessageTemplate.hasWords(row.english) ? nil : row.english
        }
    }

    private func text(of limit: License.Limit, in language: LicenseLanguage) -> String {
        let word = LicenseMessage("limit.unlimited")
        return limit.count.map(String.init) ?? self.text(of: word, in: language) ?? self.text(of: word).english
    }

    private func value(of place: MessageTemplate.Place, in message: LicenseMessage, _ language: LicenseLanguage)
        -> String?
    {
        switch place {
        case .product: self.name[language]
        case .contact: self.contact[language]
        case .name: message.module.map { self.name(of: $0)[language] } ?? self.name[language]
        case .license:
            message.licenseIDs.isEmpty
                ? nil
                : message.licenseIDs.map(\.rawValue).joined(separator: language == .simplifiedChinese ? "、" : ", ")
        case .feature: message.feature?.rawValue
        case .unit: message.unit.map { self.name(of: $0)[language] }
        case .instant: message.instant?.description
        case .until: message.until?.description
        case .days: message.days?.description
        case .limit: message.limit.map { self.text(of: $0, in: language) }
        case .newLimit: message.newLimit.map { self.text(of: $0, in: language) }
        case .used: message.used?.description
        case .requested: message.requested?.description
        case .status: message.status.flatMap { self.text(of: $0.name, in: language) ?? self.text(of: $0.name).english }
        case .edition: message.edition.map { self.name(of: $0)[language] }
        case .code: message.code
        case .member: message.member
        case .block: message.block?.description
        }
    }
}

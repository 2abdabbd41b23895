extension ProductCatalog {
    /// Returns the text of a message, in each of the catalog's ``languages`` that has one.
    ///
    /// - Parameter message: The message to render.
    /// - Returns: The text, with the catalog's names in place of the placeholders.
    public func text(of message: LicenseMessage) -> LocalizedText {
        self.text(of: message, orDetailOf: nil)
    }

    /// Returns the text of several messages, with one line for each message.
    ///
    /// - Parameter messages: The messages to render.
    /// - Returns: The lines, or an empty text if there are no messages.
    public func text(of messages: [LicenseMessage]) -> LocalizedText {
        .lines(messages.map { self.text(of: $0) })
    }

    /// Returns the text of an error, which explains why a license file is refused and what to do next.
    ///
    /// If the error has a ``LicenseError/recognizedFile``, the text states what the file is. Otherwise, English and
    /// Simplified Chinese use the error's detailed message if it has one. If the catalog replaces only the text for the
    /// error's code in a language, that language uses the catalog's text. Other languages use the text for the error's code.
    ///
    /// - Parameter error: The error to render.
    /// - Returns: The text, with the catalog's names in place of the placeholders.
    public func text(of error: LicenseError) -> LocalizedText {
        self.text(of: error.codeMessage, orDetailOf: error)
    }

    private func text(of message: LicenseMessage, orDetailOf error: LicenseError?) -> LocalizedText {
        var translations: [LicenseLanguage: String] = [:]
        for language in self.languages {
            let detail = error.flatMap { self.detail(of: $0, in: language) }
            translations[language] = detail ?? self.text(of: message, in: language)
        }
        return LocalizedText(translations[.english] ?? message.key.rawValue, translations)
    }

    /// Returns what an error says beyond its code in one language, or `nil` to use the text for its code.
    private func detail(of error: LicenseError, in language: LicenseLanguage) -> String? {
        func isReplaced(_ message: LicenseMessage) -> Bool {
            let key = MessageTexts.english[message.key] == nil ? MessageTexts.other(message.key) : message.key
            return self.texts[language]?[key] != nil
        }
        if let file = error.fileMessage, isReplaced(file) || !isReplaced(error.codeMessage) {
            return self.text(of: file, in: language)
        }
        guard !isReplaced(error.codeMessage) else {
            return nil
        }
        return switch language {
        case .english: error.english.map { self.withContact($0, language) }
        case .simplifiedChinese: error.chinese.map { self.withContact($0, language) }
        default: nil
        }
    }

    /// Returns a detailed message with the catalog's contact in place of the placeholder.
    private func withContact(_ text: String, _ language: LicenseLanguage) -> String {
        text.split(separator: LicenseError.contact, omittingEmptySubsequences: false)
            .joined(separator: self.contact[language])
    }

    /// Returns the display name of a module.
    ///
    /// - Parameter module: The module, which the catalog does not have to list.
    /// - Returns: The name as written within a sentence, or the module's identifier if the catalog does not list it.
    public func name(of module: License.Module) -> LocalizedText {
        self.modules[module] ?? LocalizedText(module.rawValue)
    }

    /// Returns the display name of a unit.
    ///
    /// - Parameter unit: The unit, which the catalog does not have to list.
    /// - Returns: The name as written after a number, or the unit's identifier if the catalog does not list it.
    public func name(of unit: LimitUnit) -> LocalizedText {
        self.units[unit] ?? LocalizedText(unit.rawValue)
    }

    /// Returns the display name of a status.
    ///
    /// - Parameter status: The status, which does not have to be known to this release.
    /// - Returns: The name in each of the catalog's languages, such as `valid`.
    public func name(of status: LicenseStatus) -> LocalizedText {
        self.text(of: status.name)
    }

    /// Returns the display name of an edition.
    ///
    /// - Parameter edition: The edition, which the catalog does not have to list.
    /// - Returns: The name, or the edition's identifier if the catalog does not list it.
    public func name(of edition: License.Edition) -> LocalizedText {
        self.editions[edition] ?? LocalizedText(edition.rawValue)
    }

    /// Returns the text of a message in one language, or `nil` if there is no text in that language.
    private func text(of message: LicenseMessage, in language: LicenseLanguage) -> String? {
        guard let text = self.template(of: message, in: language), let template = try? MessageTemplate(text) else {
            return nil
        }
        let filled = template.text { self.value(of: $0, in: message, language) }
        return filled.isEmpty ? nil : filled
    }

    /// Returns the template of a message in one language, or `nil` if there is no text in that language.
    ///
    /// A key that this release does not know has the text `….other` of the key's kind.
    func template(of message: LicenseMessage, in language: LicenseLanguage) -> String? {
        if let text = self.template(message.key, message.module, language) {
            return text
        }
        let isKnown = MessageTexts.english[message.key] != nil
        return isKnown ? nil : self.template(MessageTexts.other(message.key), message.module, language)
    }

    private func template(
        _ key: LicenseMessage.Key,
        _ module: License.Module?,
        _ language: LicenseLanguage
    ) -> String? {
        if let texts = self.texts[language] {
            let moduleKey = module.map { LicenseMessage.Key(rawValue: "\(key.rawValue).\($0.rawValue)") }
            if let text = moduleKey.flatMap({ texts[$0] }) ?? texts[key] {
                return text
            }
        }
        return switch language {
        case .english: MessageTexts.english[key]
        case .simplifiedChinese: MessageTexts.simplifiedChinese[key]
        // A text that consists only of placeholders is the same in every language.
        default: MessageTexts.english[key].flatMap { MessageTemplate.hasWords($0) ? nil : $0 }
        }
    }

    private func text(of limit: License.Limit, in language: LicenseLanguage) -> String {
        let message = LicenseMessage("limit.unlimited")
        return limit.count.map(String.init) ?? self.text(of: message, in: language) ?? self.text(of: message).english
    }

    private static func list(_ texts: [String], in language: LicenseLanguage) -> String? {
        texts.isEmpty ? nil : texts.joined(separator: language == .simplifiedChinese ? "、" : ", ")
    }

    private func value(
        of placeholder: MessageTemplate.Placeholder,
        in message: LicenseMessage,
        _ language: LicenseLanguage
    ) -> String? {
        switch placeholder {
        case .product: self.name[language]
        case .contact: self.contact[language]
        case .name: message.module.map { self.name(of: $0)[language] } ?? self.name[language]
        case .license: Self.list(message.licenseIDs.map(\.rawValue), in: language)
        case .issuer: Self.list(message.issuers.map(\.escaped), in: language)
        case .nodes: message.nodes.map { self.text(of: $0.license, in: language) }
        case .node: message.nodes.map { self.text(of: $0.thisNode, in: language) }
        case .feature: message.feature?.rawValue
        case .unit: message.unit.map { self.name(of: $0)[language] }
        case .instant: message.instant?.description
        case .until: message.until?.description
        case .days: message.days?.description
        case .limit: message.limit.map { self.text(of: $0, in: language) }
        case .newLimit: message.newLimit.map { self.text(of: $0, in: language) }
        case .used: message.used?.description
        case .overage: message.overage?.description
        case .requested: message.requested?.description
        case .status: message.status.flatMap { self.text(of: $0.name, in: language) ?? self.text(of: $0.name).english }
        case .edition: message.edition.map { self.name(of: $0)[language] }
        case .code: message.code
        case .member: message.member
        case .block: message.block?.description
        case .line: message.line?.description
        // Only a list of nodes has this value.
        case .more: nil
        case .file: message.file
        }
    }
}

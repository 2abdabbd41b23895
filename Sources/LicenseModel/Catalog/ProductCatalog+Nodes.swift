extension ProductCatalog {
    /// The number of nodes that a message names at most.
    ///
    /// A license can name 64 nodes of 256 characters each.
    private static let maximumNodes = 3

    /// Returns a list of nodes for a message: the first three in quotation marks, and the number of the others.
    ///
    /// - Parameters:
    ///   - nodes: The thumbprints of the nodes.
    ///   - language: The language of the message.
    /// - Returns: The list, or the text `nodes.unknown` if there are no nodes.
    func text(of nodes: [ClaimString], in language: LicenseLanguage) -> String {
        let isChinese = language == .simplifiedChinese
        let (start, end): (Unicode.Scalar, Unicode.Scalar) = isChinese ? ("“", "”") : ("'", "'")
        let shown = nodes.prefix(Self.maximumNodes).map { $0.rawValue.quoted(start, end) }
            .joined(separator: isChinese ? "、" : ", ")
        let more = nodes.count - Self.maximumNodes
        guard nodes.isEmpty || more > 0 else {
            return shown
        }
        func text(in language: LicenseLanguage) -> String? {
            let message = LicenseMessage(nodes.isEmpty ? "nodes.unknown" : "nodes.more")
            let template = self.template(of: message, in: language).flatMap { try? MessageTemplate($0) }
            return template?.text { $0 == .nodes ? shown : $0 == .more ? "\(more)" : nil }
        }
        return text(in: language) ?? text(in: .english) ?? shown
    }
}

extension String {
    /// Returns the string in quotation marks, with a backslash before each closing mark and backslash, so that it cannot appear
    /// to end its quotation early.
    fileprivate func quoted(_ start: Unicode.Scalar, _ end: Unicode.Scalar) -> String {
        var text = String(start)
        for scalar in self.unicodeScalars {
            if scalar == end || scalar == "\\" {
                text.unicodeScalars.append("\\")
            }
            text.unicodeScalars.append(scalar)
        }
        text.unicodeScalars.append(end)
        return text
    }
}

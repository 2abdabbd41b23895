public import LicenseModel

extension EntitlementChange {
    /// What something was or becomes.
    ///
    /// Its change's ``EntitlementChange/aspect`` says what kind of value it is.
    public struct Value: Sendable, Equatable {
        /// The kinds of values.
        enum Kind: Sendable, Equatable {
            case text(String)
            case names([String])
            case limit(License.Limit)
            case instant(LicenseInstant)
            case quota(LicenseQuota)
            case finding(LicenseFinding)
        }

        let kind: Kind

        /// A status, a menu state, an id, an edition, or a login directive.
        ///
        /// `nil` if it is no text.
        public var text: String? {
            if case .text(let text) = self.kind { text } else { nil }
        }

        /// The codes of reasons, or features.
        ///
        /// `nil` if it is no list.
        public var names: [String]? {
            if case .names(let names) = self.kind { names } else { nil }
        }

        /// A limit.
        ///
        /// `nil` if it is none.
        public var limit: License.Limit? {
            if case .limit(let limit) = self.kind { limit } else { nil }
        }

        /// An instant.
        ///
        /// `nil` if it is none.
        public var instant: LicenseInstant? {
            if case .instant(let instant) = self.kind { instant } else { nil }
        }

        /// A quota.
        ///
        /// `nil` if it is none.
        public var quota: LicenseQuota? {
            if case .quota(let quota) = self.kind { quota } else { nil }
        }

        /// A finding.
        ///
        /// `nil` if it is none.
        public var finding: LicenseFinding? {
            if case .finding(let finding) = self.kind { finding } else { nil }
        }
    }
}

extension EntitlementChange.Value: CustomStringConvertible {
    /// The value, for logs.
    public var description: String {
        switch self.kind {
        case .text(let text): text
        case .names(let names): "[\(names.joined(separator: ", "))]"
        case .limit(let limit): limit.description
        case .instant(let instant): instant.description
        case .quota(let quota):
            "\(quota.licensed) licensed, \(quota.used) used, \(quota.absorbed) absorbed, \(quota.available) available, \(quota.over) over"
        case .finding(let finding): finding.description
        }
    }
}

extension EntitlementChange.Value: Encodable {
    /// Writes a string, a list of strings, a limit, an instant, a quota or a finding.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self.kind {
        case .text(let text): try container.encode(text)
        case .names(let names): try container.encode(names)
        case .limit(let limit): try container.encode(limit)
        case .instant(let instant): try container.encode(instant)
        case .quota(let quota): try container.encode(quota)
        case .finding(let finding): try container.encode(finding)
        }
    }

    /// Reads a value of an aspect.
    ///
    /// That of an aspect which this release does not know is a text or a list of texts.
    init(of aspect: EntitlementChange.Aspect, from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        switch aspect {
        case .limit:
            self.init(kind: .limit(try container.decode(License.Limit.self)))
        case .coveredUntil:
            self.init(kind: .instant(try container.decode(LicenseInstant.self)))
        case .quota:
            self.init(kind: .quota(try container.decode(LicenseQuota.self)))
        case .finding:
            self.init(kind: .finding(try container.decode(LicenseFinding.self)))
        default:
            let names = try? container.decode([String].self)
            self.init(kind: try names.map(Kind.names) ?? .text(container.decode(String.self)))
            guard (names ?? [self.text ?? ""]).allSatisfy({ $0.isPlainText && !$0.utf8.contains(0x0A) }) else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "A text holds control characters"
                )
            }
        }
    }
}

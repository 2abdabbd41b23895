public import LicenseModel

extension EntitlementChange {
    /// A value of an aspect, before or after a change.
    ///
    /// The ``EntitlementChange/aspect`` of the change determines the type of the value. Exactly one of the optional
    /// properties is not `nil`.
    public struct Value: Sendable, Equatable {
        /// The kind of a value, with its content.
        ///
        /// It is indirect, so that changes are small and cheap to copy.
        indirect enum Kind: Sendable, Equatable {
            case text(String)
            case names([String])
            case limit(License.Limit)
            case instant(LicenseInstant)
            case quota(LicenseQuota)
            case finding(LicenseFinding)
        }

        let kind: Kind

        /// The text, such as a status, a menu state, an ID, an edition, a login directive or `all` for features.
        ///
        /// `nil` if the value is not a text.
        public var text: String? {
            if case .text(let text) = self.kind { text } else { nil }
        }

        /// The list of names, such as codes of reasons or features.
        ///
        /// `nil` if the value is not a list.
        public var names: [String]? {
            if case .names(let names) = self.kind { names } else { nil }
        }

        /// The limit of a unit.
        ///
        /// `nil` if the value is not a limit.
        public var limit: License.Limit? {
            if case .limit(let limit) = self.kind { limit } else { nil }
        }

        /// The instant until which a slot is covered.
        ///
        /// `nil` if the value is not an instant.
        public var instant: LicenseInstant? {
            if case .instant(let instant) = self.kind { instant } else { nil }
        }

        /// The quota of a unit.
        ///
        /// `nil` if the value is not a quota.
        public var quota: LicenseQuota? {
            if case .quota(let quota) = self.kind { quota } else { nil }
        }

        /// The finding that was added or removed.
        ///
        /// `nil` if the value is not a finding.
        public var finding: LicenseFinding? {
            if case .finding(let finding) = self.kind { finding } else { nil }
        }
    }
}

extension EntitlementChange.Value: CustomStringConvertible {
    /// The text, list, limit, instant, quota or finding as a string, for logs.
    public var description: String {
        switch self.kind {
        case .text(let text): text
        case .names(let names): "[\(names.joined(separator: ", "))]"
        case .limit(let limit): limit.description
        case .instant(let instant): instant.description
        case .quota(let quota):
            "\(quota.licensed) licensed, \(quota.used) used, \(quota.coveredByModules) absorbed, \(quota.available) available, \(quota.overage) over"
        case .finding(let finding): finding.description
        }
    }
}

extension EntitlementChange.Value: Encodable {
    /// Encodes the value as a string, an array of strings, a limit, an instant, a quota or a finding.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
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

    /// Decodes a value of an aspect.
    ///
    /// The value of an aspect that this release does not define is a text or a list of texts.
    ///
    /// - Parameters:
    ///   - aspect: The aspect, which determines the type of the value.
    ///   - decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the value is not of the aspect's kind, or if a text contains control characters.
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
                    debugDescription: "A text must not contain control characters"
                )
            }
        }
    }
}

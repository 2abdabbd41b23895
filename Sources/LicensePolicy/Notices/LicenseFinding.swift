public import LicenseModel

/// An observation about a license or the clock that an operator should look at.
///
/// A finding only informs. It does not affect any decision:
///
/// ```swift
/// for finding in gate.findings {
///     print(catalog.text(of: finding.message).english)
/// }
/// ```
public struct LicenseFinding: Sendable, Equatable, Codable {
    /// A code that identifies a kind of finding, such as `clock-suspect`.
    public typealias Code = LicenseCode<LicenseFinding>

    /// The code that identifies the finding, such as `clock-suspect`.
    public let code: Code

    /// The ID of the license that the finding is about.
    ///
    /// `nil` if the finding is not about a license.
    public let licenseID: LicenseID?

    /// The latest build date that the license covers, for `Code.updatesEnded` and `Code.updatesEnding`.
    ///
    /// `nil` for other findings.
    public let instant: LicenseInstant?

    /// The nodes that the license is bound to and this node, for `Code.wrongNode`.
    ///
    /// `nil` for other findings.
    public let nodes: NodeMismatch?

    /// Creates a finding, for example in a unit test of your product.
    ///
    /// - Parameters:
    ///   - code: The code that identifies the finding.
    ///   - licenseID: The ID of the license that the finding is about, or `nil` if it is not about a license.
    ///   - instant: The latest build date that the license covers, or `nil` if the finding is not about it.
    ///   - nodes: The nodes that the license is bound to and this node, or `nil` if the finding is not about them.
    public init(
        _ code: Code,
        licenseID: LicenseID? = nil,
        instant: LicenseInstant? = nil,
        nodes: NodeMismatch? = nil
    ) {
        self.code = code
        self.licenseID = licenseID
        self.instant = instant
        self.nodes = nodes
    }
}

extension LicenseFinding: CustomStringConvertible {
    /// Orders findings by code, then by license ID, by instant, and by the nodes of the license.
    package static func < (lhs: LicenseFinding, rhs: LicenseFinding) -> Bool {
        let (id, other) = (lhs.licenseID?.rawValue ?? "", rhs.licenseID?.rawValue ?? "")
        guard lhs.code == rhs.code, id == other else {
            return (lhs.code.rawValue, id) < (rhs.code.rawValue, other)
        }
        guard lhs.instant == rhs.instant else {
            return (lhs.instant ?? .earliest) < (rhs.instant ?? .earliest)
        }
        return (lhs.nodes?.license ?? []).lexicographicallyPrecedes(rhs.nodes?.license ?? [])
    }

    /// The code and the license ID, for logs.
    public var description: String {
        self.code.rawValue + (self.licenseID.map { " \($0)" } ?? "")
    }
}

extension LicenseFinding {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.code = try container.decode(Code.self, forKey: "code")
        self.licenseID = try container.decodeIfPresent(LicenseID.self, forKey: "licenseID")
        self.instant = try container.decodeIfPresent(LicenseInstant.self, forKey: "instant")
        self.nodes = try container.decodeIfPresent(NodeMismatch.self, forKey: "nodes")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.code, forKey: "code")
        try container.encodeIfPresent(self.licenseID, forKey: "licenseID")
        try container.encodeIfPresent(self.instant, forKey: "instant")
        try container.encodeIfPresent(self.nodes, forKey: "nodes")
    }
}

/// Both sides of a license that is bound to other nodes: the nodes of the license, and this node.
///
/// ```swift
/// for finding in gate.findings {
///     if let nodes = finding.nodes {
///         print("\(nodes.license.count) nodes, but this node is \(nodes.thisNode)")
///     }
/// }
/// ```
public struct NodeMismatch: Sendable, Hashable {
    /// The thumbprints of the nodes that the license is bound to, in the order of the license.
    public let license: [ClaimString]

    /// The thumbprints of this node, in the form in which a configuration has them, so that an evaluation does not sort them.
    private let node: Set<ClaimString>

    /// The thumbprints of this node, ordered by their bytes.
    ///
    /// Empty if no thumbprint of this node is known.
    public var thisNode: [ClaimString] {
        self.node.ordered()
    }

    /// Creates a mismatch, for example in a unit test of your product.
    ///
    /// - Parameters:
    ///   - license: The thumbprints of the nodes that the license is bound to, at least one.
    ///   - thisNode: The thumbprints of this node, none of which the license names.
    public init(license: [ClaimString], thisNode: Set<ClaimString>) {
        self.license = license
        self.node = thisNode
    }
}

extension NodeMismatch: Codable {
    /// Decodes both sides from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid, if the license is not bound to a node, or if it is bound to
    ///   this node.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.license = try container.decode([ClaimString].self, forKey: "license")
        self.node = Set(try container.decode([ClaimString].self, forKey: "thisNode"))
        guard !self.license.isEmpty, self.node.isDisjoint(with: self.license) else {
            throw DecodingError.dataCorruptedError(
                forKey: "license",
                in: container,
                debugDescription: "The license must be bound to other nodes than this one"
            )
        }
    }

    /// Encodes both sides as one object.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.license, forKey: "license")
        try container.encode(self.thisNode, forKey: "thisNode")
    }
}

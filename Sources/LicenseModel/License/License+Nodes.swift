extension License {
    /// Tells whether the license may be used on a node.
    ///
    /// - Parameter node: The node's thumbprints. A node may have several, such as an old and a new one.
    /// - Returns: Whether the license names no nodes or one of these, or any node is taken.
    public func isUsable(on node: LicenseRequirement<Set<ClaimString>>) -> Bool {
        guard case .only(let node) = node, let bound = self.nodes else {
            return true
        }
        // Nodes have few thumbprints. Comparing takes less time than hashing all that the license names.
        return bound.contains { name in node.contains { $0 == name } }
    }

    /// Says why the license may not be used on a node, for an answer to an upload.
    ///
    /// A license that is bound to other nodes is genuine. The policy excludes it, with the finding `wrong-node`, if it is told
    /// the node:
    ///
    /// ```swift
    /// for license in file.licenses {
    ///     if let error = license.wrongNodeError(on: configuration.node) {
    ///         warnings.append(error.message)
    ///     }
    /// }
    /// ```
    ///
    /// - Parameter node: The node's thumbprints.
    /// - Returns: An error with the code ``LicenseError/Code/wrongNode`` that names both sides, or `nil` if the license may
    ///   be used.
    public func wrongNodeError(on node: LicenseRequirement<Set<ClaimString>>) -> LicenseError? {
        guard !self.isUsable(on: node), case .only(let node) = node, let bound = self.nodes else {
            return nil
        }
        let this = node.isEmpty ? "this node has no id" : "this node is \(Self.list(node.ordered()))"
        return LicenseError(
            .wrongNode,
            "The license is bound to \(Self.list(bound)), and \(this). Ask \(LicenseError.contact) for a license for this"
                + " node.",
            member: "license.nodes",
            licenseID: self.id
        )
    }

    /// The first few of some nodes, so that a message stays readable.
    private static func list(_ nodes: [ClaimString]) -> String {
        let shown = nodes.prefix(3).map { "'\($0.rawValue.escapingQuotes)'" }.joined(separator: ", ")
        return nodes.count > 3 ? "\(shown) and \(nodes.count - 3) more" : shown
    }
}

extension String {
    /// The text with a backslash before each quote and backslash, so that it ends where it seems to.
    fileprivate var escapingQuotes: String {
        self.reduce(into: "") { $0 += $1 == "'" || $1 == "\\" ? "\\\($1)" : String($1) }
    }
}

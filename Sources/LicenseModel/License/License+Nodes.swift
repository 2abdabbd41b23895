extension License {
    /// Returns whether the license can be used on a node.
    ///
    /// - Parameter node: The node's thumbprints, or `.any` to skip the check. A node can have several thumbprints, for
    ///   example an old one and a new one.
    /// - Returns: `true` if the license is not bound to nodes, if it is bound to one of the thumbprints, or if `node`
    ///   is `.any`.
    package func isUsable(on node: LicenseRequirement<Set<ClaimString>>) -> Bool {
        guard case .only(let node) = node, let bound = self.nodes else {
            return true
        }
        // A node has few thumbprints, so comparing is faster than hashing every thumbprint in the license.
        return bound.contains { thumbprint in node.contains { $0 == thumbprint } }
    }

    /// Returns an error if the license cannot be used on a node.
    ///
    /// A license that is bound to other nodes is genuine, so a verifier accepts it. If the policy's configuration names the
    /// node, the policy excludes the license and reports the finding `wrong-node`. To report it in the response to an
    /// upload, call this method for each license:
    ///
    /// ```swift
    /// for license in try verifier.verify(contents: upload).licenses {
    ///     if let error = license.wrongNodeError(on: configuration.node) {
    ///         warnings.append(error.message)
    ///     }
    /// }
    /// ```
    ///
    /// - Parameter node: The node's thumbprints, or `.any` to skip the check.
    /// - Returns: An error with the code `LicenseError.Code.wrongNode`, whose message lists the license's nodes and the
    ///   node's thumbprints, or `nil` if the license can be used.
    public func wrongNodeError(on node: LicenseRequirement<Set<ClaimString>>) -> LicenseError? {
        guard !self.isUsable(on: node), case .only(let node) = node, let bound = self.nodes else {
            return nil
        }
        func list(_ nodes: [ClaimString]) -> DetailTexts.Text {
            let catalog = ProductCatalog.unnamed
            return (catalog.text(of: nodes, in: .english), catalog.text(of: nodes, in: .simplifiedChinese))
        }
        return LicenseError(
            .wrongNode,
            "The license is bound to %, but this node is %. If this node has no other license, ask @ for one for this node.",
            "该许可证绑定于其他节点（%；本节点：%）。如本节点没有其他许可证，请联系@获取适用于本节点的许可证。",
            localized: [list(bound), list(node.ordered())],
            member: "license.nodes",
            licenseID: self.id
        )
    }
}

public import LicenseModel

/// The licences of a file, each of them verified.
public struct VerifiedFile: Sendable, Equatable {
    /// One licence of a file.
    public enum Entry: Sendable, Equatable {
        /// A licence that this node may use.
        case license(License)

        /// A licence that is bound to other nodes. It is genuine, and left out here; the error names it.
        case otherNode(LicenseError)
    }

    /// What the file holds, in its order.
    public let entries: [Entry]

    /// The licences that this node may use, in the file's order.
    public var licenses: [License] {
        self.entries.compactMap {
            if case .license(let license) = $0 { license } else { nil }
        }
    }

    /// An error with the code `wrong-node` for each licence that is bound to other nodes, in the file's order.
    public var otherNodes: [LicenseError] {
        self.entries.compactMap {
            if case .otherNode(let error) = $0 { error } else { nil }
        }
    }
}

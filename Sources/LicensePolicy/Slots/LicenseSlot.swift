public import LicenseModel

/// The base of a product or one of its modules, which a license fills.
///
/// ```swift
/// let slot = LicenseSlot.module("replication")
/// print(gate.entitlements[slot].status)
/// ```
public enum LicenseSlot: Sendable, Hashable {
    /// The base: the core functions of the product.
    case base

    /// A module of the product, by its name.
    case module(License.Module)

    /// The name of the module, or `nil` for the base.
    public var module: License.Module? {
        switch self {
        case .base: nil
        case .module(let module): module
        }
    }
}

extension LicenseSlot: Comparable, CustomStringConvertible {
    /// The text `base`, or the module's name.
    ///
    /// A module cannot be named `base`.
    public var description: String {
        self.module?.rawValue ?? "base"
    }

    // The base comes first, then the modules by the bytes of their names.
    // swift-format-ignore: AllPublicDeclarationsHaveDocumentation
    public static func < (lhs: LicenseSlot, rhs: LicenseSlot) -> Bool {
        switch (lhs.module, rhs.module) {
        case (nil, nil), (.some, nil): false
        case (nil, .some): true
        case (.some(let lhs), .some(let rhs)): lhs < rhs
        }
    }
}

extension LicenseSlot: Codable {
    /// Creates a slot from its encoded form: `base`, or the module's name.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the value is neither `base` nor a valid module name.
    public init(from decoder: any Decoder) throws {
        let name = try decoder.singleValueContainer().decode(String.self)
        self = name == "base" ? .base : .module(try License.Module(from: decoder))
    }

    /// Encodes the slot as `base` or the module's name.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}

public import LicenseModel

/// A place that a license fills: the product's base, or one of its modules.
public enum LicenseSlot: Sendable, Hashable {
    /// The product. Its functions are the core.
    case base

    /// A module.
    case module(License.Module)

    /// The module, or `nil` for the base.
    public var module: License.Module? {
        switch self {
        case .base: nil
        case .module(let module): module
        }
    }
}

extension LicenseSlot: Comparable, CustomStringConvertible {
    /// `base`, or the module's name.
    ///
    /// No module is named `base`.
    public var description: String {
        self.module?.rawValue ?? "base"
    }

    /// Orders the base first, then the modules by their bytes.
    ///
    /// - Parameters:
    ///   - lhs: A slot.
    ///   - rhs: Another slot.
    /// - Returns: Whether `lhs` comes first.
    public static func < (lhs: LicenseSlot, rhs: LicenseSlot) -> Bool {
        switch (lhs.module, rhs.module) {
        case (nil, nil), (.some, nil): false
        case (nil, .some): true
        case (.some(let lhs), .some(let rhs)): lhs < rhs
        }
    }
}

extension LicenseSlot: Codable {
    /// Reads a slot as a report writes it: `base`, or the module's name.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where it is neither.
    public init(from decoder: any Decoder) throws {
        let name = try decoder.singleValueContainer().decode(String.self)
        self = name == "base" ? .base : .module(try License.Module(from: decoder))
    }

    /// Writes `base`, or the module's name.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}

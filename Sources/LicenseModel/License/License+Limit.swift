extension License {
    /// How much of a unit a license covers.
    public enum Limit: Sendable, Hashable {
        /// At most this many, 0 to 2^53 - 1.
        case count(Int)

        /// Any number.
        case unlimited

        /// The greatest count that a license can name: 2^53 - 1, the greatest integer that every JSON library reads exactly.
        public static let maximumCount = 9_007_199_254_740_991

        /// The greatest number that is covered, or `nil` if any number is.
        public var count: Int? {
            switch self {
            case .count(let count): count
            case .unlimited: nil
            }
        }
    }
}

extension License.Limit: Codable, CustomStringConvertible {
    /// The count, or `unlimited`.
    public var description: String {
        switch self {
        case .count(let count): "\(count)"
        case .unlimited: "unlimited"
        }
    }

    /// Writes the limit as a license does: a number, or `"unlimited"`.
    ///
    /// - Parameter encoder: The encoder.
    /// - Throws: What the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .count(let count): try container.encode(count)
        case .unlimited: try container.encode("unlimited")
        }
    }

    /// Reads a limit as a report writes it.
    ///
    /// - Parameter decoder: The decoder.
    /// - Throws: `DecodingError` where it is neither a count in range nor `"unlimited"`.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let word = try? container.decode(String.self) {
            guard word == "unlimited" else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "A limit is not 'unlimited'")
            }
            self = .unlimited
        } else {
            let count = try container.decode(Int.self)
            guard (0...Self.maximumCount).contains(count) else {
                throw DecodingError.dataCorruptedError(in: container, debugDescription: "A limit is out of range")
            }
            self = .count(count)
        }
    }
}

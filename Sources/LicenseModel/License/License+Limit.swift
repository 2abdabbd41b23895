extension License {
    /// The number of units that a license covers.
    ///
    /// ```swift
    /// if case .count(let cores)? = license.limits["cores"] {
    ///     workers = min(workers, cores)
    /// }
    /// ```
    public enum Limit: Sendable, Hashable {
        /// At most this number of units, from 0 to 2^53 - 1.
        case count(Int)

        /// Any number of units, without a limit.
        case unlimited

        /// The largest count in a license: 2^53 - 1, the largest integer that JSON implementations agree on (RFC 8259,
        /// section 6).
        public static let maximumCount = 9_007_199_254_740_991

        /// The maximum number of units, or `nil` if the number is unlimited.
        public var count: Int? {
            switch self {
            case .count(let count): count
            case .unlimited: nil
            }
        }
    }
}

extension License.Limit: Codable, CustomStringConvertible {
    /// The count as decimal digits, or `unlimited`.
    public var description: String {
        switch self {
        case .count(let count): "\(count)"
        case .unlimited: "unlimited"
        }
    }

    /// Encodes the limit as in a license: as a number, or as `"unlimited"`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .count(let count): try container.encode(count)
        case .unlimited: try container.encode("unlimited")
        }
    }

    /// Decodes a limit from a number or the string `"unlimited"`.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the value is neither `"unlimited"` nor an integer from 0 to ``maximumCount``.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            guard text == "unlimited" else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "A limit is neither a number nor 'unlimited'"
                )
            }
            self = .unlimited
        } else {
            let count = try container.decode(Int.self)
            guard (0...Self.maximumCount).contains(count) else {
                throw DecodingError.dataCorruptedError(
                    in: container,
                    debugDescription: "A limit is not in the range 0 to 2^53 - 1"
                )
            }
            self = .count(count)
        }
    }
}

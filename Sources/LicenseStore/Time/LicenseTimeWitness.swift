public import LicenseModel

/// A record of the saved time that your product keeps outside the license folder, such as in its database.
///
/// Whoever restores an old copy of the folder also restores its saved time. With a witness the folder notices that, reports
/// the finding `time-restored`, and continues from the witness's mark.
///
/// ```swift
/// let folder = try await LicenseFolder.open(at: path, …, witness: .only(try database.witness()))
/// for await change in folder.changes() {
///     if let witness = change.witness { try database.save(witness) }
/// }
/// ```
public struct LicenseTimeWitness: Sendable, Hashable, Codable {
    /// The high-water mark when the time was saved, or `nil` if there was none yet.
    public let mark: LicenseInstant?

    /// The number of times that the folder has saved the time.
    public let generation: Int

    /// Creates a witness from its saved parts.
    ///
    /// - Parameters:
    ///   - mark: The mark, or `nil` if there was none.
    ///   - generation: The number of savings.
    public init(mark: LicenseInstant?, generation: Int) {
        self.mark = mark
        self.generation = generation
    }
}

extension LicenseTimeWitness {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.mark = try container.decodeIfPresent(LicenseInstant.self, forKey: "mark")
        self.generation = try container.decodeCount(forKey: "generation")
    }

    /// Encodes the members as one object.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encodeIfPresent(self.mark, forKey: "mark")
        try container.encode(self.generation, forKey: "generation")
    }
}

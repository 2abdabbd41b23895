public import LicenseModel

/// An entry in the history of a license folder: a change, a refused change, or a finding.
public struct LicenseHistoryEntry: Sendable, Equatable {
    /// A code that identifies a kind of entry, such as `install`.
    public typealias Event = LicenseCode<LicenseHistoryEntry>

    /// The time of the wall clock at the event.
    public let at: LicenseInstant

    /// The kind of the event.
    public let event: Event

    /// The licenses that the event is about, which can be empty.
    public let licenseIDs: [LicenseID]

    /// The code of a refusal or finding, or a note on the event such as `older`, or `nil` without one.
    public let code: String?

    /// The file that the event is about, or `nil` if it is not about one file.
    public let file: String?

    /// The name of the actor, or `nil` if no one asked for the event.
    public let actor: String?

    /// The number of equal events within a minute, which this entry counts.
    ///
    /// At least 1.
    public let count: Int

    init(
        at: LicenseInstant,
        _ event: Event,
        ids: [LicenseID] = [],
        code: String? = nil,
        file: String? = nil,
        actor: String? = nil,
        count: Int = 1
    ) {
        self.at = at
        self.event = event
        self.licenseIDs = ids
        self.code = code
        self.file = file
        self.actor = actor
        self.count = max(count, 1)
    }

    /// Returns whether another entry within a minute is about the same event.
    func isRepeated(by other: LicenseHistoryEntry) -> Bool {
        let seconds = other.at.secondsSince1970 - self.at.secondsSince1970
        return (0..<60).contains(seconds) && self.event == other.event && self.licenseIDs == other.licenseIDs
            && self.code == other.code && self.file == other.file && self.actor == other.actor
    }

    /// Returns the entry with another number of events.
    func counting(_ count: Int) -> LicenseHistoryEntry {
        self.with(ids: self.licenseIDs, count: count)
    }

    /// Returns the entry with other licenses.
    func with(ids: [LicenseID], count: Int? = nil) -> LicenseHistoryEntry {
        LicenseHistoryEntry(
            at: self.at,
            self.event,
            ids: ids,
            code: self.code,
            file: self.file,
            actor: self.actor,
            count: count ?? self.count
        )
    }
}

extension LicenseHistoryEntry.Event {
    /// Licenses were installed into the folder.
    ///
    /// The code `older` says that they are older than others, and that the caller allowed it.
    public static var install: Self { Self(rawValue: "install") }

    /// Licenses were deleted from the folder.
    ///
    /// The code `gone` says that its file had been removed by hand.
    public static var delete: Self { Self(rawValue: "delete") }

    /// A reload changed the active licenses.
    public static var reload: Self { Self(rawValue: "reload") }

    /// A change was refused, for the reason that the code gives.
    public static var refused: Self { Self(rawValue: "refused") }

    /// A finding was made for the first time.
    public static var finding: Self { Self(rawValue: "finding") }

    /// All kinds of entries that this release defines.
    public static var known: [Self] {
        [.install, .delete, .reload, .refused, .finding]
    }
}

extension LicenseHistoryEntry: Codable {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.init(
            at: try container.decode(LicenseInstant.self, forKey: "at"),
            try container.decode(Event.self, forKey: "event"),
            ids: try container.decode([LicenseID].self, forKey: "ids"),
            code: try container.decodeTextIfPresent(forKey: "code"),
            file: try container.decodeTextIfPresent(forKey: "file"),
            actor: try container.decodeTextIfPresent(forKey: "actor"),
            count: try container.decodeCount(forKey: "count", atLeast: 1)
        )
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.at, forKey: "at")
        try container.encode(self.event, forKey: "event")
        try container.encode(self.licenseIDs, forKey: "ids")
        try container.encodeIfPresent(self.code, forKey: "code")
        try container.encodeIfPresent(self.file, forKey: "file")
        try container.encodeIfPresent(self.actor, forKey: "actor")
        try container.encode(self.count, forKey: "count")
    }
}

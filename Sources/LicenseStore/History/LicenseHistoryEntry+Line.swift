import LicenseCrypto
import LicenseModel
import LicenseNodeKey

extension LicenseHistoryEntry {
    /// The entry as one line of JSON, with sorted members.
    var line: [UInt8] {
        JSONText.object(self.members).bytes
    }

    /// The members of the entry's JSON, sorted by their names.
    var members: [(name: String, value: JSONText)] {
        var members: [(name: String, value: JSONText)] = []
        func add(_ name: String, _ value: JSONText?) {
            if let value {
                members.append((name, value))
            }
        }
        add("actor", self.actor.map(JSONText.string))
        add("at", .string(self.at.description))
        add("code", self.code.map(JSONText.string))
        add("count", .integer(self.count))
        add("event", .string(self.event.rawValue))
        add("file", self.file.map(JSONText.string))
        add("ids", .array(self.licenseIDs.map { .string($0.rawValue) }))
        return members
    }

    /// Reads a line of the journal, or returns `nil` for a line that is torn or not an entry.
    init?(_ line: [UInt8]) {
        guard let document = try? StrictJSON(line) else {
            return nil
        }
        self.init(document.members)
    }

    /// Reads the members of an entry, or returns `nil` if they are not those of an entry.
    init?(_ values: JSONValue.Members) {
        let members = Dictionary(values.map { ($0.name ?? "", $0.value) }) { first, _ in first }
        guard let at = members["at"]?.string.flatMap(LicenseInstant.init(rfc3339:)),
            let event = members["event"]?.asciiString, let ids = members["ids"]?.elements
        else {
            return nil
        }
        self.init(
            at: at,
            Event(rawValue: event),
            ids: ids.compactMap { $0.string.flatMap(LicenseID.init(rawValue:)) },
            code: members["code"]?.string,
            file: members["file"]?.string,
            actor: members["actor"]?.string,
            count: members["count"]?.integer ?? 1
        )
    }
}

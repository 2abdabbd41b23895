import LicenseCrypto
import LicenseModel
import LicenseNodeKey
import LicensePolicy

/// The trusted clock as one of two files has it.
struct SavedTime: Sendable, Equatable {
    /// The version of the form of the file.
    private static let format = 1

    /// A number that rises with each saving, so that the later of two files is known.
    let generation: Int

    /// The clock's high-water mark, or `nil` if it has none yet.
    let mark: LicenseInstant?

    /// The reading that was saved with the mark.
    let reading: ClockReading?

    /// Creates the form in which a clock is saved.
    init(_ clock: TrustedClock, generation: Int) {
        self.generation = generation
        self.mark = clock.mark
        self.reading = clock.reading
    }

    /// Reads the text of a file, or returns `nil` if it is damaged.
    init?(_ text: [UInt8]) {
        guard let line = Checksum.protected(text), let document = try? StrictJSON(line) else {
            return nil
        }
        let members = Dictionary(document.members.map { ($0.name ?? "", $0.value) }) { first, _ in first }
        guard members["format"]?.integer == Self.format, let generation = members["generation"]?.integer else {
            return nil
        }
        self.generation = generation
        self.mark = members["mark"]?.integer.map { LicenseInstant(secondsSince1970: Int64($0)) }
        let reading = members["reading"]?.members.map { Dictionary($0.map { ($0.name ?? "", $0.value) }) { $1 } }
        if let reading, let wall = reading["wall"]?.integer, let bootTime = reading["bootTime"]?.integer,
            let bootID = reading["bootID"]?.string
        {
            self.reading = ClockReading(
                wall: LicenseInstant(secondsSince1970: Int64(wall)),
                bootTime: Int64(bootTime),
                bootID: bootID
            )
        } else {
            self.reading = nil
        }
    }

    /// The text of the file, or `nil` if libcrypto cannot compute its checksum.
    var text: [UInt8]? {
        var members: [(name: String, value: JSONText)] = [
            ("format", .integer(Self.format)), ("generation", .integer(self.generation)),
        ]
        if let mark {
            members.append(("mark", .integer(Int(mark.secondsSince1970))))
        }
        if let reading {
            let parts: [(name: String, value: JSONText)] = [
                ("bootID", .string(reading.bootID)), ("bootTime", .integer(Int(reading.bootTime))),
                ("wall", .integer(Int(reading.wall.secondsSince1970))),
            ]
            members.append(("reading", .object(parts)))
        }
        return Checksum.protecting(JSONText.object(members).bytes)
    }

    /// The clock that continues from the file.
    var clock: TrustedClock {
        switch (self.mark, self.reading) {
        case (let mark?, let reading?): TrustedClock(mark: mark, reading: reading)
        case (let mark?, nil): TrustedClock(mark: mark)
        case (nil, _): .firstStart
        }
    }
}

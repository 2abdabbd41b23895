extension LicenseInstant: CustomStringConvertible {
    /// The instant in RFC 3339 format, in UTC and whole seconds, such as `2027-03-01T08:00:00Z`.
    public var description: String {
        let civil = CivilDate(self)
        return "\(Self.digits(civil.year, 4))-\(Self.digits(civil.month, 2))-\(Self.digits(civil.day, 2))"
            + "T\(Self.digits(civil.hour, 2)):\(Self.digits(civil.minute, 2)):\(Self.digits(civil.second, 2))Z"
    }

    /// Creates an instant from a date and time in RFC 3339 format, such as `2027-03-01T16:00:00+08:00`.
    ///
    /// The text follows RFC 3339, section 5.6, so the offset is required. Fractions of a second are dropped. A leap second,
    /// `23:59:60` in UTC, is the first second of the next day, as in POSIX time.
    ///
    /// - Parameter text: The date and time. In UTC, the year must be in the range 0 to 9999.
    /// - Throws: ``InvalidTextError`` if the text has any other form.
    public init(_ text: String) throws(InvalidTextError) {
        guard let instant = LicenseInstant(rfc3339: text) else {
            throw InvalidTextError(
                Self.self,
                "is not a date and time with an offset in RFC 3339 format, such as 2027-03-01T08:00:00Z"
            )
        }
        self = instant
    }

    /// Creates an instant from a date and time in RFC 3339 format, or returns `nil` if the text has any other form.
    package init?(rfc3339 text: String) {
        var rest = Substring(text).utf8
        guard
            let year = Self.number(&rest, 4), Self.consume(&rest, "-"),
            let month = Self.number(&rest, 2), Self.consume(&rest, "-"),
            let day = Self.number(&rest, 2), Self.consume(&rest, "T", "t"),
            let hour = Self.number(&rest, 2), Self.consume(&rest, ":"),
            let minute = Self.number(&rest, 2), Self.consume(&rest, ":"),
            let second = Self.number(&rest, 2),
            (1...12).contains(month), (1...CivilDate.days(inMonth: month, of: year)).contains(day),
            hour < 24, minute < 60, second <= 60,
            Self.skipFraction(&rest), let offset = Self.offset(&rest), rest.isEmpty
        else {
            return nil
        }
        let civil = CivilDate(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        let seconds = civil.secondsSince1970 - Int64(offset)
        guard second < 60 || seconds % Self.secondsPerDay == 0,
            (Self.earliest.secondsSince1970...Self.latest.secondsSince1970).contains(seconds)
        else {
            return nil
        }
        self.init(secondsSince1970: seconds)
    }

    /// Returns the decimal digits of a number, padded with zeros on the left.
    package static func digits(_ number: Int, _ count: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
    }

    private static func number(_ rest: inout Substring.UTF8View, _ count: Int) -> Int? {
        var value = 0
        for byte in rest.prefix(count) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else {
                return nil
            }
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
        }
        guard rest.count >= count else {
            return nil
        }
        rest = rest.dropFirst(count)
        return value
    }

    private static func consume(_ rest: inout Substring.UTF8View, _ characters: Unicode.Scalar...) -> Bool {
        guard let byte = rest.first, characters.contains(Unicode.Scalar(byte)) else {
            return false
        }
        rest = rest.dropFirst()
        return true
    }

    private static func skipFraction(_ rest: inout Substring.UTF8View) -> Bool {
        guard self.consume(&rest, ".") else {
            return true
        }
        let digits = rest.prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        rest = rest.dropFirst(digits.count)
        return !digits.isEmpty
    }

    private static func offset(_ rest: inout Substring.UTF8View) -> Int? {
        if self.consume(&rest, "Z", "z") {
            return 0
        }
        let sign = rest.first == UInt8(ascii: "-") ? -1 : 1
        guard self.consume(&rest, "+", "-"),
            let hours = self.number(&rest, 2), hours < 24, self.consume(&rest, ":"),
            let minutes = self.number(&rest, 2), minutes < 60
        else {
            return nil
        }
        return sign * (hours * 3_600 + minutes * 60)
    }
}

extension LicenseInstant: Codable {
    /// Decodes an instant from a string in RFC 3339 format.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if the value is not a date and time with an offset.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        guard let instant = LicenseInstant(rfc3339: try container.decode(String.self)) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "An instant is not in RFC 3339")
        }
        self = instant
    }

    /// Encodes the instant as a string in RFC 3339 format, in UTC.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(self.description)
    }
}

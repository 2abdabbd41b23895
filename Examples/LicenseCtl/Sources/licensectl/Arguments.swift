public import ArgumentParser
public import LicenseIssuing
public import Licensing
public import ZStackLicensing

// The library's value types parse text strictly, so they can be used as arguments directly.
extension LicenseInstant: @retroactive ExpressibleByArgument {
    /// Parses an instant in RFC 3339 format, from 1970 to 9999: no license can start or end at another one.
    ///
    /// - Parameter argument: The argument, encoded as described in `CarriedArgument`.
    public init?(argument: String) {
        guard let instant = try? LicenseInstant(argument), instant.secondsSince1970 >= 0 else {
            return nil
        }
        self = instant
    }
}

extension CalendarDay: @retroactive ExpressibleByArgument {
    /// Parses a day in ISO 8601 format.
    ///
    /// - Parameter argument: The argument, encoded as described in `CarriedArgument`.
    public init?(argument: String) {
        guard let day = try? CalendarDay(argument) else {
            return nil
        }
        self = day
    }
}

extension SignatureAlgorithm: @retroactive ExpressibleByArgument {
    /// Parses an algorithm that this release supports.
    ///
    /// - Parameter argument: The argument, encoded as described in `CarriedArgument`.
    public init?(argument: String) {
        self.init(rawValue: argument)
        guard Self.known.contains(self) else {
            return nil
        }
    }
}

extension LicenseDraft.Member: @retroactive ExpressibleByArgument {
    /// Parses the name of a member that this release defines.
    ///
    /// - Parameter argument: The argument, encoded as described in `CarriedArgument`.
    public init?(argument: String) {
        self.init(rawValue: argument)
        guard Self.known.contains(self) else {
            return nil
        }
    }
}

extension UTCOffset: @retroactive ExpressibleByArgument {
    /// Parses an offset such as `+08:00`.
    ///
    /// - Parameter argument: The argument, encoded as described in `CarriedArgument`.
    public init?(argument: String) {
        let bytes = Array(argument.utf8)
        let numbers = bytes.dropFirst().split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
            .map { Amount(argument: String(decoding: $0, as: UTF8.self)) }
        guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"), numbers.count == 2,
            let hours = numbers[0]?.value, let minutes = numbers[1]?.value, hours < 24, minutes < 60,
            let sign = ["+": 1, "-": -1][argument.prefix(1)]
        else {
            return nil
        }
        self.init(minutes: sign * (60 * hours + minutes))
    }
}

extension ProductID: @retroactive ExpressibleByArgument {}
extension LicenseID: @retroactive ExpressibleByArgument {}
extension KeyID: @retroactive ExpressibleByArgument {}
extension License.Edition: @retroactive ExpressibleByArgument {}
extension LicenseType: @retroactive ExpressibleByArgument {}
extension KeyEnvironment: @retroactive ExpressibleByArgument {}
extension License.Module: @retroactive ExpressibleByArgument {}
extension License.Feature: @retroactive ExpressibleByArgument {}
extension LicenseLanguage: @retroactive ExpressibleByArgument {}
extension LicenseCapability.Operation: @retroactive ExpressibleByArgument {}

extension ClaimString: @retroactive ExpressibleByArgument {
    /// Parses a single-line string, which can contain any characters, from the original bytes of the argument.
    ///
    /// - Parameter argument: The argument, encoded as described in `CarriedArgument`.
    public init?(argument: String) {
        guard let text = String(validating: CarriedArgument.bytes(of: argument), as: UTF8.self) else {
            return nil
        }
        self.init(rawValue: text)
    }
}

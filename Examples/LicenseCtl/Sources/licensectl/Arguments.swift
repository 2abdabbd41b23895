public import ArgumentParser
public import LicenseIssuing
public import Licensing

// The library's value types read themselves from a text, strictly. That is what an argument does.
extension LicenseInstant: @retroactive ExpressibleByArgument {
    /// Reads an instant by RFC 3339.
    ///
    /// - Parameter argument: The argument as it is carried.
    public init?(argument: String) {
        guard let instant = try? LicenseInstant(argument) else {
            return nil
        }
        self = instant
    }
}

extension CalendarDay: @retroactive ExpressibleByArgument {
    /// Reads a day by ISO 8601.
    ///
    /// - Parameter argument: The argument as it is carried.
    public init?(argument: String) {
        guard let day = try? CalendarDay(argument) else {
            return nil
        }
        self = day
    }
}

extension SignatureAlgorithm: @retroactive ExpressibleByArgument {
    /// Reads an algorithm that this release knows.
    ///
    /// - Parameter argument: The argument as it is carried.
    public init?(argument: String) {
        self.init(rawValue: argument)
        guard Self.known.contains(self) else {
            return nil
        }
    }
}

extension LicenseDraft.Member: @retroactive ExpressibleByArgument {
    /// Reads the name of a member that this release knows.
    ///
    /// - Parameter argument: The argument as it is carried.
    public init?(argument: String) {
        self.init(rawValue: argument)
        guard Self.known.contains(self) else {
            return nil
        }
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
    /// Reads a line of text, which alone of these types may have any characters: as the bytes that were given.
    ///
    /// - Parameter argument: The argument as it is carried.
    public init?(argument: String) {
        guard let text = String(validating: CarriedArgument.bytes(of: argument), as: UTF8.self) else {
            return nil
        }
        self.init(rawValue: text)
    }
}

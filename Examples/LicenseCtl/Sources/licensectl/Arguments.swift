public import ArgumentParser
public import LicenseIssuing
public import LicenseModel

// The library's value types read themselves from a text, strictly. That is what an argument does.
extension Instant: @retroactive ExpressibleByArgument {}
extension ProductID: @retroactive ExpressibleByArgument {}
extension LicenseID: @retroactive ExpressibleByArgument {}
extension KeyID: @retroactive ExpressibleByArgument {}
extension Edition: @retroactive ExpressibleByArgument {}
extension LicenseType: @retroactive ExpressibleByArgument {}
extension SignatureAlgorithm: @retroactive ExpressibleByArgument {}
extension KeyEnvironment: @retroactive ExpressibleByArgument {}
extension CalendarDay: @retroactive ExpressibleByArgument {}
extension LicenseDraft.Member: @retroactive ExpressibleByArgument {}
extension Module: @retroactive ExpressibleByArgument {}
extension Feature: @retroactive ExpressibleByArgument {}
extension Language: @retroactive ExpressibleByArgument {}
extension Capability.Operation: @retroactive ExpressibleByArgument {}

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

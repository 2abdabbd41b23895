public import ArgumentParser
public import LicenseIssuing
public import LicenseModel
public import LicensePolicy

// The library's value types read themselves from a text, strictly. That is what an argument does.
extension Instant: @retroactive ExpressibleByArgument {}
extension ProductID: @retroactive ExpressibleByArgument {}
extension ClaimString: @retroactive ExpressibleByArgument {}
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

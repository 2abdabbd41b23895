public import ArgumentParser
public import LicenseModel

// The library's value types read themselves from a text, strictly. That is what an argument does.
extension Instant: @retroactive ExpressibleByArgument {}
extension ProductID: @retroactive ExpressibleByArgument {}
extension ClaimString: @retroactive ExpressibleByArgument {}
extension Module: @retroactive ExpressibleByArgument {}
extension Feature: @retroactive ExpressibleByArgument {}
extension Capability.Operation: @retroactive ExpressibleByArgument {}

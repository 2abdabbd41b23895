public import ArgumentParser
public import Licensing

extension License.Module: @retroactive ExpressibleByArgument {}
extension License.Edition: @retroactive ExpressibleByArgument {}
extension LicenseID: @retroactive ExpressibleByArgument {}

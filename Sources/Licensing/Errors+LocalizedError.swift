// A package trait controls these conformances, because the protocol adds 7 MB of Foundation to a static program.
#if LocalizedErrors
#if canImport(FoundationEssentials)
public import protocol FoundationEssentials.LocalizedError
#else
public import protocol Foundation.LocalizedError
#endif

extension LicenseError: LocalizedError {
    /// The error's message in English.
    public var errorDescription: String? {
        self.message.english
    }
}

extension LicenseDenial: LocalizedError {
    /// The denial's message in English, with one line for each reason.
    public var errorDescription: String? {
        self.message.english
    }
}

extension TrustedKeyError: LocalizedError {
    /// The error's message in English.
    public var errorDescription: String? {
        self.message.english
    }
}

extension InvalidTextError: LocalizedError {
    /// A sentence that names the type and the problem.
    public var errorDescription: String? {
        self.description
    }
}
#endif

// By a trait of the package: the protocol brings 7 MB of Foundation into a static program that uses little of it.
#if LocalizedErrors
#if canImport(FoundationEssentials)
public import protocol FoundationEssentials.LocalizedError
#else
public import protocol Foundation.LocalizedError
#endif

extension LicenseError: LocalizedError {
    /// The English message.
    public var errorDescription: String? {
        self.message.english
    }
}

extension LicenseDenial: LocalizedError {
    /// The English message: every reason, a line each.
    public var errorDescription: String? {
        self.message.english
    }
}

extension TrustedKeyError: LocalizedError {
    /// The English message.
    public var errorDescription: String? {
        self.message.english
    }
}

extension InvalidTextError: LocalizedError {
    /// The type and the problem, in a sentence.
    public var errorDescription: String? {
        self.description
    }
}
#endif

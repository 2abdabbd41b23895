/// A part of the library whose guarantees must hold for any input bytes.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// The strict JSON reader.
    case json

    /// License files, with their armor, tokens, headers and signatures.
    case file

    /// Claims with a valid signature, and their evaluation by the policy.
    case claims

    /// Texts of trusted keys.
    case keys

    /// License files of the platform, with their message, signature and content.
    case vendor

    /// The reader of DER elements.
    case der

    /// A planted fault that a working fuzzer must find.
    case canary

    /// Runs the target on an input, and traps if a guarantee does not hold.
    public func run(_ input: [UInt8]) {
        switch self {
        case .json: fuzzJSON(input)
        case .file: fuzzFile(input)
        case .claims: fuzzClaims(input)
        case .keys: fuzzKeys(input)
        case .vendor: fuzzVendor(input)
        case .der: fuzzDER(input)
        case .canary: fuzzCanary(input)
        }
    }
}

/// Traps if a guarantee does not hold.
func guarantee(_ holds: Bool, _ description: StaticString) {
    guard holds else {
        fatalError("A guarantee does not hold: \(description)")
    }
}

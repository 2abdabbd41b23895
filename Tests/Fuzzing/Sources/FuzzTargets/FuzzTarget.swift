/// A part of the library that takes any bytes, and must keep its promises whatever they are.
public enum FuzzTarget: String, CaseIterable, Sendable {
    /// The strict JSON reader.
    case json

    /// License files: armor, tokens, headers, signatures.
    case file

    /// Claims behind a good signature, and what the policy makes of them.
    case claims

    /// Trusted keys.
    case keys

    /// A planted fault, which a fuzzer that works must find.
    case canary

    /// Runs an input.
    ///
    /// A promise that is broken ends the process.
    public func run(_ input: [UInt8]) {
        switch self {
        case .json: fuzzJSON(input)
        case .file: fuzzFile(input)
        case .claims: fuzzClaims(input)
        case .keys: fuzzKeys(input)
        case .canary: fuzzCanary(input)
        }
    }
}

/// Ends the process where a promise is broken.
func promise(_ holds: Bool, _ what: StaticString) {
    guard holds else {
        fatalError("A promise is broken: \(what)")
    }
}

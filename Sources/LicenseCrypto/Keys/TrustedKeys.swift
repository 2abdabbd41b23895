public import LicenseModel

/// The keys that a product trusts: at most 64, each of them once and under an id of its own.
public struct TrustedKeys: Sendable {
    /// The most bytes of a key text, 256 KiB.
    static let maximumSize = 256 * 1_024

    /// The most keys of a set.
    ///
    /// To check one takes up to 35 ms, which would keep the start of a product waiting.
    static let maximumCount = 64

    private let keys: [KeyID: TrustedKey]

    /// Trusts some keys.
    ///
    /// A key stands once among them, whatever its ids, algorithms and conditions are: the id that a license names must not
    /// choose what the key is trusted for. An RSA key for both PS256 and RS256 is such a key.
    ///
    /// - Parameter keys: The keys, at most 64.
    /// - Throws: ``TrustedKeyError`` with ``TrustedKeyError/Code/tooLarge`` where there are more than 64, with
    ///   ``TrustedKeyError/Code/duplicateKeyID`` where two have one id, or else with
    ///   ``TrustedKeyError/Code/duplicateKey`` where two are one key.
    public init(_ keys: [TrustedKey]) throws(TrustedKeyError) {
        try Self.requireCount(keys.count)
        var byID: [KeyID: TrustedKey] = [:]
        for key in keys {
            guard byID.updateValue(key, forKey: key.id) == nil else {
                throw TrustedKeyError(
                    .duplicateKeyID,
                    "Two keys have the id '\(key.id)'. Give each key an id of its own, and name it when signing."
                )
            }
        }
        var ids: [[UInt8]: KeyID] = [:]
        for key in keys {
            guard let first = ids.updateValue(key.id, forKey: key.thumbprint) else {
                continue
            }
            throw TrustedKeyError(
                .duplicateKey,
                "The ids '\(first)' and '\(key.id)' are of one key, which stands once in a set. Remove one of the two, or"
                    + " make a new key for one of them.",
                chinese: "标识“\(first)”与“\(key.id)”对应同一个密钥。请删除其中一个，或为其中一个更换密钥。"
            )
        }
        self.keys = byID
    }

    private static func requireCount(_ count: Int) throws(TrustedKeyError) {
        guard count <= self.maximumCount else {
            throw TrustedKeyError(
                .tooLarge,
                "The set has more than \(self.maximumCount) keys. Remove those that no license in force needs."
            )
        }
    }

    /// Trusts the keys of a JWK Set (RFC 7517, section 5).
    ///
    /// One bad key refuses the set.
    ///
    /// - Parameters:
    ///   - jwkSet: The text, at most 256 KiB of strict JSON: an object with an array `keys` of 1 to 64 JWKs.
    ///   - context: Which of libcrypto's contexts the keys are checked and used in.
    /// - Throws: ``TrustedKeyError`` where the text or a key is refused, there are more than 64, two have one id, or two
    ///   are one key.
    public init(jwkSet: String, context: LibraryContext = .isolated) throws(TrustedKeyError) {
        try self.init(jwkSet: try Self.document(Array(jwkSet.utf8)), context: context)
    }

    /// Trusts the key of one JWK (RFC 7517).
    ///
    /// - Parameters:
    ///   - jwk: The text, at most 256 KiB of strict JSON.
    ///   - context: Which of libcrypto's contexts the key is checked and used in.
    /// - Throws: ``TrustedKeyError`` if the text or the key is refused.
    public init(jwk: String, context: LibraryContext = .isolated) throws(TrustedKeyError) {
        try self.init([try TrustedKey(jwk: jwk, context: context)])
    }

    /// Trusts what a key file holds: a public key in PEM, a JWK, or a JWK Set.
    ///
    /// - Parameters:
    ///   - contents: The file's text, at most 256 KiB.
    ///   - algorithm: What a PEM key is for, where the key leaves a choice. A JWK says so itself.
    ///   - id: The id of a PEM key. By default its thumbprint (RFC 7638). A JWK says so itself.
    ///   - conditions: What a PEM key is trusted for. By default any issuer and time, in production. A JWK says so itself.
    ///   - context: Which of libcrypto's contexts the keys are checked and used in.
    /// - Throws: ``TrustedKeyError`` where the text, a key or the set is refused, or an algorithm, id or conditions are given for a JWK.
    public init(
        contents: String,
        algorithm: SignatureAlgorithm? = nil,
        id: KeyID? = nil,
        conditions: KeyConditions = .unrestricted,
        context: LibraryContext = .isolated
    ) throws(TrustedKeyError) {
        guard contents.utf8.first != UInt8(ascii: "-") else {
            try self.init([
                try TrustedKey(pem: contents, algorithm: algorithm, id: id, conditions: conditions, context: context)
            ])
            return
        }
        guard algorithm == nil, id == nil, conditions == .unrestricted else {
            throw TrustedKeyError(
                .unsupported,
                "A JWK names its algorithm, id and conditions itself; only a PEM key is told them."
            )
        }
        let document = try Self.document(Array(contents.utf8))
        if document.members.contains(where: { $0.name == "keys" }) {
            try self.init(jwkSet: document, context: context)
        } else {
            try self.init([try TrustedKey(document.members, context: context)])
        }
    }

    private init(jwkSet document: StrictJSON, context: LibraryContext) throws(TrustedKeyError) {
        guard let elements = document.members.first(where: { $0.name == "keys" })?.value.elements, elements.count > 0
        else {
            throw TrustedKeyError(.malformed, "The text is not a JWK Set: an object with 'keys', an array of JWKs.")
        }
        // Before any key is loaded, since that is what takes the time.
        try Self.requireCount(elements.count)
        var keys: [TrustedKey] = []
        for element in elements {
            guard let members = element.members else {
                throw TrustedKeyError(.malformed, "The JWK Set holds something that is not a JWK.")
            }
            keys.append(try TrustedKey(members, context: context))
        }
        try self.init(keys)
    }

    /// The union of two sets of keys.
    ///
    /// - Parameter other: More keys.
    /// - Returns: All of them.
    /// - Throws: ``TrustedKeyError`` with ``TrustedKeyError/Code/tooLarge`` where there are more than 64, with
    ///   ``TrustedKeyError/Code/duplicateKeyID`` where two have one id, or else with
    ///   ``TrustedKeyError/Code/duplicateKey`` where two are one key.
    public func union(_ other: TrustedKeys) throws(TrustedKeyError) -> TrustedKeys {
        try TrustedKeys(self.sorted + other.sorted)
    }

    /// The keys in the order of their ids, so that an error names the same ones each time.
    private var sorted: [TrustedKey] {
        self.keys.values.ordered { $0.id.rawValue < $1.id.rawValue }
    }

    /// The ids of the keys, ordered by their bytes.
    public var ids: [KeyID] {
        self.sorted.map(\.id)
    }

    /// The key of an id, or `nil` where none is trusted.
    ///
    /// - Parameter id: The id.
    public subscript(id: KeyID) -> TrustedKey? {
        self.keys[id]
    }

    static func document(_ text: [UInt8]) throws(TrustedKeyError) -> StrictJSON {
        guard text.count <= self.maximumSize else {
            throw self.tooLarge
        }
        do {
            return try StrictJSON(text)
        } catch {
            throw TrustedKeyError(.malformed, "The key text's JSON \(error.problem) (byte \(error.offset)).")
        }
    }

    static let tooLarge = TrustedKeyError(.tooLarge, "The key text is larger than 256 KiB, which none is.")
}

extension TrustedKeys: CustomStringConvertible, CustomDebugStringConvertible {
    /// The ids of the keys, without the keys.
    public var description: String {
        "TrustedKeys(\(self.ids.map(\.rawValue).joined(separator: ", ")))"
    }

    /// The ids of the keys, without the keys.
    public var debugDescription: String {
        self.description
    }
}

public import LicenseModel

/// The set of keys that a product trusts: at most 64 different keys, each with a unique ID.
///
/// ```swift
/// let keys = try TrustedKeys(jwkSet: vendorKeys)
/// let verifier = LicenseVerifier(trusting: keys, catalog: catalog)
/// ```
public struct TrustedKeys: Sendable {
    /// The maximum size of a key text in bytes: 256 KiB.
    static let maximumSize = 256 * 1_024

    /// The maximum number of keys in a set.
    ///
    /// Validating a key takes up to 35 ms, so a larger set would delay the start of a product.
    static let maximumCount = 64

    /// The keys ordered by ID, so that an error always names the same ones.
    private let keys: [TrustedKey]

    /// Creates a set of trusted keys.
    ///
    /// The same key cannot be in the set twice, even with different IDs, algorithms or conditions. Otherwise the key ID
    /// in a license would select what the key is trusted for. For example, you cannot trust an RSA key for both PS256
    /// and RS256.
    ///
    /// - Parameter keys: The keys, at most 64. If empty, every license is refused.
    /// - Throws: ``TrustedKeyError`` with `TrustedKeyError.Code.tooLarge` if there are more than 64 keys, with
    ///   `TrustedKeyError.Code.duplicateKeyID` if two keys have the same ID, or with
    ///   `TrustedKeyError.Code.duplicateKey` if the same key occurs twice.
    public init(_ keys: [TrustedKey]) throws(TrustedKeyError) {
        try Self.requireCount(keys.count)
        for (index, key) in keys.enumerated() where keys[..<index].contains(where: { $0.id == key.id }) {
            throw TrustedKeyError(.duplicateKeyID, .sameID, key.id.rawValue)
        }
        for (index, key) in keys.enumerated() {
            if let first = keys[..<index].first(where: { $0.thumbprint == key.thumbprint }) {
                throw TrustedKeyError(.duplicateKey, .sameKey, first.id.rawValue, key.id.rawValue)
            }
        }
        self.keys = keys.ordered { $0.id.rawValue < $1.id.rawValue }
    }

    private static func requireCount(_ count: Int) throws(TrustedKeyError) {
        guard count <= self.maximumCount else {
            throw TrustedKeyError(.tooLarge, .tooManyKeys)
        }
    }

    /// Creates a set of trusted keys from a JWK Set (RFC 7517, section 5).
    ///
    /// If one key is refused, the whole set is refused.
    ///
    /// - Parameters:
    ///   - jwkSet: The text of the set, at most 256 KiB of strict JSON: an object with an array `keys` of 1 to 64 JWKs.
    ///   - context: The libcrypto context to validate and use the keys in.
    /// - Throws: ``TrustedKeyError`` if the text or a key is refused, if there are more than 64 keys, if two keys have
    ///   the same ID, or if the same key occurs twice.
    public init(jwkSet: String, context: OpenSSLContext = .isolated) throws(TrustedKeyError) {
        try self.init(jwkSet: try Self.document(Array(jwkSet.utf8)), context: context)
    }

    /// Creates a set of one trusted key from a JWK (RFC 7517).
    ///
    /// For the members of the JWK, see ``TrustedKey/init(jwk:context:)``.
    ///
    /// - Parameters:
    ///   - jwk: The text of the JWK: at most 256 KiB of strict JSON.
    ///   - context: The libcrypto context to validate and use the key in.
    /// - Throws: ``TrustedKeyError`` if the text or the key is refused.
    public init(jwk: String, context: OpenSSLContext = .isolated) throws(TrustedKeyError) {
        try self.init([try TrustedKey(jwk: jwk, context: context)])
    }

    /// Creates a set of trusted keys from the contents of a key file: a PEM public key, a JWK or a JWK Set.
    ///
    /// Specify the algorithm, the ID and the conditions only for a PEM key. A JWK contains its own.
    ///
    /// - Parameters:
    ///   - contents: The text of the file, at most 256 KiB.
    ///   - algorithm: The algorithm of a PEM key. Required for an RSA key. A key of any other type fits only one
    ///     algorithm.
    ///   - id: The ID of a PEM key. By default, its thumbprint (RFC 7638).
    ///   - conditions: The conditions under which a PEM key is trusted. By default, every issuer at any time, in
    ///     production.
    ///   - context: The libcrypto context to validate and use the keys in.
    /// - Throws: ``TrustedKeyError`` if the text, a key or the set is refused, or if you specify an algorithm, an ID or
    ///   conditions for a JWK.
    public init(
        contents: String,
        algorithm: SignatureAlgorithm? = nil,
        id: KeyID? = nil,
        conditions: KeyConditions = .unrestricted,
        context: OpenSSLContext = .isolated
    ) throws(TrustedKeyError) {
        guard !TrustedKey.isPEM(contents) else {
            try self.init([
                try TrustedKey(pem: contents, algorithm: algorithm, id: id, conditions: conditions, context: context)
            ])
            return
        }
        guard algorithm == nil, id == nil, conditions == .unrestricted else {
            throw TrustedKeyError(.unsupported, .arguments)
        }
        let document = try Self.document(Array(contents.utf8))
        if document.members.contains(where: { $0.name == "keys" }) {
            try self.init(jwkSet: document, context: context)
        } else {
            try self.init([try TrustedKey(document.members, context: context)])
        }
    }

    private init(jwkSet document: StrictJSON, context: OpenSSLContext) throws(TrustedKeyError) {
        guard let elements = document.members.first(where: { $0.name == "keys" })?.value.elements, elements.count > 0
        else {
            throw TrustedKeyError(.malformed, .notSet)
        }
        // Check the count before loading any key, because loading is slow.
        try Self.requireCount(elements.count)
        var keys: [TrustedKey] = []
        for element in elements {
            guard let members = element.members else {
                throw TrustedKeyError(.malformed, .notJWK)
            }
            keys.append(try TrustedKey(members, context: context))
        }
        try self.init(keys)
    }

    /// Returns a set with the keys of this set and another one.
    ///
    /// The two sets must not have a key or a key ID in common.
    ///
    /// - Parameter other: The set with the keys to add.
    /// - Returns: A set with all keys.
    /// - Throws: ``TrustedKeyError`` with `TrustedKeyError.Code.tooLarge` if there are more than 64 keys, with
    ///   `TrustedKeyError.Code.duplicateKeyID` if two keys have the same ID, or with
    ///   `TrustedKeyError.Code.duplicateKey` if the same key occurs twice.
    public func union(_ other: TrustedKeys) throws(TrustedKeyError) -> TrustedKeys {
        try TrustedKeys(self.keys + other.keys)
    }

    /// The IDs of the keys, in the order of their bytes.
    public var ids: [KeyID] {
        self.keys.map(\.id)
    }

    /// Accesses the key with an ID, or returns `nil` if the set has no such key.
    ///
    /// - Parameter id: The ID of the key.
    public subscript(id: KeyID) -> TrustedKey? {
        self.keys.first { $0.id == id }
    }

    /// Parses the JSON of a JWK or JWK Set, after checking its size.
    static func document(_ text: [UInt8]) throws(TrustedKeyError) -> StrictJSON {
        guard text.count <= self.maximumSize else {
            throw self.tooLarge
        }
        do {
            return try StrictJSON(text)
        } catch {
            guard TrustedKey.subjectPublicKeyInfo(inPEM: text) == nil else {
                throw TrustedKeyError(.malformed, .pemAsJWK)
            }
            let offset = "\(error.offset)"
            let general = TrustedKeyError(
                .malformed,
                .json,
                localized: [(error.problem, error.chineseProblem), (offset, offset)]
            )
            throw MistakenKeyText.error(for: text, or: general)
        }
    }

    static let tooLarge = TrustedKeyError(.tooLarge, .tooLarge)
}

extension TrustedKeys: CustomStringConvertible {
    /// The IDs of the keys, without the keys themselves.
    public var description: String {
        "TrustedKeys(\(self.ids.map(\.rawValue).joined(separator: ", ")))"
    }
}

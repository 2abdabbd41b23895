import Foundation
import LicenseCrypto
import LicenseModel
import Testing

/// The test vectors that this package publishes in Tests/Vectors, in the form that Documentation/Format.md describes.
enum PublishedVectors {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Vectors")

    private struct Cases<Case: Decodable>: Decodable {
        let cases: [Case]
    }

    /// Returns the cases of a JSON file.
    static func cases<Case: Decodable>(_ name: String) throws -> [Case] {
        try JSONDecoder().decode(Cases<Case>.self, from: Data(contentsOf: self.folder.appendingPathComponent(name)))
            .cases
    }

    /// Returns the text of a file.
    static func text(_ name: String) throws -> String {
        try String(contentsOf: self.folder.appendingPathComponent(name), encoding: .utf8)
    }

    /// The bytes to verify, in one of three forms: text, base64, or parts that are repeated.
    struct Input: Decodable, Sendable {
        struct Part: Decodable, Sendable {
            let text: String
            let times: Int
        }

        let text: String?
        let base64: String?
        let parts: [Part]?

        var bytes: [UInt8] {
            get throws {
                switch (self.text, self.base64, self.parts) {
                case (let text?, nil, nil): Array(text.utf8)
                case (nil, let base64?, nil): Array(try #require(Data(base64Encoded: base64)))
                case (nil, nil, let parts?):
                    Array(parts.map { String(repeating: $0.text, count: $0.times) }.joined().utf8)
                default: throw CocoaError(.coderReadCorrupt)
                }
            }
        }
    }

    /// What a case says about a detail of an error: nothing, that the error does not have it, or its value.
    enum Stated<Value: Decodable & Equatable & Sendable>: Sendable {
        case any
        case exactly(Value?)

        init<Key: CodingKey>(from container: KeyedDecodingContainer<Key>, forKey key: Key) throws {
            self = container.contains(key) ? .exactly(try container.decodeIfPresent(Value.self, forKey: key)) : .any
        }

        func allows(_ value: Value?) -> Bool {
            if case .exactly(let expected) = self { value == expected } else { true }
        }
    }

    /// A case of licenses.json.
    struct LicenseCase: Decodable, Sendable, CustomTestStringConvertible {
        struct Expected: Decodable, Sendable {
            let ok: Bool
            let licenses: [Entry]?
            let error: String?
            let member: Stated<String>
            let block: Stated<Int>
            let line: Stated<Int>

            private enum CodingKeys: CodingKey {
                case ok
                case licenses
                case error
                case member
                case block
                case line
            }

            init(from decoder: any Decoder) throws {
                let container = try decoder.container(keyedBy: CodingKeys.self)
                self.ok = try container.decode(Bool.self, forKey: .ok)
                self.licenses = try container.decodeIfPresent([Entry].self, forKey: .licenses)
                self.error = try container.decodeIfPresent(String.self, forKey: .error)
                self.member = try Stated(from: container, forKey: .member)
                self.block = try Stated(from: container, forKey: .block)
                self.line = try Stated(from: container, forKey: .line)
            }
        }

        let id: String
        let note: String
        let input: Input
        let product: ProductID?
        let node: ClaimString?
        let environments: Set<KeyEnvironment>
        let expected: Expected

        private enum CodingKeys: CodingKey {
            case id
            case note
            case product
            case node
            case environments
            case expected
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            self.id = try container.decode(String.self, forKey: .id)
            self.note = try container.decode(String.self, forKey: .note)
            self.input = try Input(from: decoder)
            self.product = try container.decodeIfPresent(ProductID.self, forKey: .product)
            self.node = try container.decodeIfPresent(ClaimString.self, forKey: .node)
            let environments = try container.decodeIfPresent(Set<KeyEnvironment>.self, forKey: .environments)
            self.environments = environments ?? [.production]
            self.expected = try container.decode(Expected.self, forKey: .expected)
        }

        var testDescription: String {
            self.id
        }
    }

    /// A case of keys.json.
    struct KeyCase: Decodable, Sendable, CustomTestStringConvertible {
        struct Key: Decodable, Sendable, Equatable {
            let kid: KeyID
            let alg: SignatureAlgorithm
            let iss: ClaimString?
            let nbf: Int64?
            let exp: Int64?
            let environment: KeyEnvironment
        }

        struct Expected: Decodable, Sendable {
            let ok: Bool
            let keys: [Key]?
            let error: String?
        }

        let id: String
        let note: String
        let text: String?
        let parts: [Input.Part]?
        let alg: SignatureAlgorithm?
        let kid: KeyID?
        let expected: Expected

        var contents: String {
            get throws {
                String(decoding: try Input(text: self.text, base64: nil, parts: self.parts).bytes, as: UTF8.self)
            }
        }

        var testDescription: String {
            self.id
        }
    }
}

extension PublishedVectors {
    /// The expected result of a token: the license, or that it is bound to other nodes.
    enum Entry: Decodable, Sendable, Equatable {
        case license(Content)
        case otherNode(LicenseID)

        private enum CodingKeys: CodingKey {
            case error
            case id
        }

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            switch try container.decodeIfPresent(String.self, forKey: .error) {
            case nil: self = .license(try Content(from: decoder))
            case "wrong-node": self = .otherNode(try container.decode(LicenseID.self, forKey: .id))
            case let other?:
                throw DecodingError.dataCorruptedError(forKey: .error, in: container, debugDescription: other)
            }
        }

        /// Creates the result of a verified license, checked against a node if the case names one.
        init(_ license: License, on node: ClaimString?) throws {
            if let node, let error = license.wrongNodeError(on: .only([node])) {
                try #require(error.code == .wrongNode)
                self = .otherNode(try #require(error.licenseID))
            } else {
                self = .license(Content(license))
            }
        }
    }

    /// The content of a license, under the member names of the vectors.
    struct Content: Decodable, Sendable, Equatable {
        let iss: ClaimString
        let aud: ProductID
        let sub: ClaimString
        let jti: LicenseID
        let iat: Int64
        let nbf: Int64
        let exp: Int64?
        let category: LicenseCategory
        let edition: License.Edition?
        let modules: [License.Module]
        let type: LicenseType
        let limits: [LimitUnit: License.Limit]
        let features: [License.Feature]?
        let organization: ClaimString?
        let nodes: [ClaimString]?
        let sequence: Int?
        let reminderDays: Int?
        let graceDays: Int?
        let updatesUntil: Int64?
        let algorithm: SignatureAlgorithm
        let kid: KeyID
        let environment: KeyEnvironment
        let payloadSHA256: String

        init(_ license: License) {
            self.iss = license.issuer
            self.aud = license.product
            self.sub = license.licensee
            self.jti = license.id
            self.iat = license.issuedAt.secondsSince1970
            self.nbf = license.notBefore.secondsSince1970
            self.exp = license.expiresAt?.secondsSince1970
            self.category = license.category
            self.edition = license.edition
            self.modules = license.modules
            self.type = license.type
            self.limits = license.limits
            self.features = license.features?.sorted()
            self.organization = license.organization
            self.nodes = license.nodes
            self.sequence = license.sequence
            self.reminderDays = license.reminderDays
            self.graceDays = license.graceDays
            self.updatesUntil = license.updatesUntil?.secondsSince1970
            self.algorithm = license.algorithm
            self.kid = license.keyID
            self.environment = license.environment
            self.payloadSHA256 = license.payloadDigest.description
        }
    }
}

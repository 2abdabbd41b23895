import HTTPTypes
import Hummingbird

/// The answer to a REST call: an object with one member, and the Java types of its values for clients that ask for them.
///
/// Java clients send `X-JSON-Schema: true` and cannot read the answer without the types.
struct Answer<Value: Encodable & Sendable>: ResponseGenerator {
    private let member: String
    private let value: Value
    private let schema: [String: String]

    /// Creates an answer with one value.
    init(_ member: String, _ value: Value, type: String? = nil) {
        (self.member, self.value) = (member, value)
        self.schema = type.map { [member: $0] } ?? [:]
    }

    /// Creates an answer with a list and the type of each element.
    init<Element>(_ member: String, _ values: Value, types: [String]) where Value == [Element] {
        (self.member, self.value) = (member, values)
        let pairs = types.enumerated().map { ("\(member)[\($0.offset)]", $0.element) }
        self.schema = Dictionary(uniqueKeysWithValues: pairs)
    }

    func response(from request: Request, context: some RequestContext) throws -> Response {
        let wantsSchema = request.headers[.jsonSchema]?.lowercased() == "true" && !self.schema.isEmpty
        return try .json(Body(member: self.member, value: self.value, schema: wantsSchema ? self.schema : nil))
    }

    private struct Body: Encodable {
        let member: String
        let value: Value
        let schema: [String: String]?

        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: MemberName.self)
            try container.encode(self.value, forKey: MemberName(self.member))
            try container.encodeIfPresent(self.schema, forKey: MemberName("schema"))
        }
    }
}

/// An answer without content, which is `{}`: clients cannot read an empty body.
struct EmptyAnswer: ResponseGenerator {
    func response(from request: Request, context: some RequestContext) throws -> Response {
        try .json([String: String]())
    }
}

extension HTTPField.Name {
    /// The header with which Java clients ask for the types of an answer.
    static let jsonSchema = HTTPField.Name.of("X-JSON-Schema")
}

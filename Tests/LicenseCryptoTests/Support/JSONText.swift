/// A JSON object under construction, whose names and values are written verbatim.
///
/// Nothing is validated or escaped, so that a test can build any invalid text.
struct JSONText: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    private enum Content {
        case raw(String)
        case object([(name: String, value: JSONText)])
    }

    private var content: Content

    /// Creates an object with its members in the order of the literal.
    init(_ members: KeyValuePairs<String, JSONText>) {
        self.content = .object(members.map { ($0.key, $0.value) })
    }

    /// Creates a value that is written verbatim.
    init(raw: String) {
        self.content = .raw(raw)
    }

    init(stringLiteral value: String) {
        self.init(raw: value)
    }

    /// Returns a JSON string with the base64url of the bytes.
    static func string(_ bytes: ArraySlice<UInt8>) -> JSONText {
        JSONText(raw: "\"\(Array(bytes).base64URL)\"")
    }

    /// The JSON text of the value.
    var text: String {
        switch self.content {
        case .raw(let text): text
        case .object(let members): "{" + members.map { "\"\($0.name)\":\($0.value.text)" }.joined(separator: ",") + "}"
        }
    }

    /// Returns a copy of the object with a member added, replaced or removed.
    ///
    /// - Parameters:
    ///   - path: The names of the enclosing objects and of the member, separated by dots.
    ///   - value: The member's value, or `nil` to remove the member.
    /// - Returns: The changed object.
    func setting(_ path: String, _ value: JSONText?) -> JSONText {
        guard case .object(var members) = self.content else {
            preconditionFailure("Cannot set '\(path)': the enclosing value is not an object")
        }
        let names = path.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(names[0])
        let index = members.firstIndex { $0.name == name }
        if names.count == 2 {
            guard let index else {
                preconditionFailure("Cannot set '\(path)': the enclosing object is missing")
            }
            members[index].value = members[index].value.setting(String(names[1]), value)
        } else if let value {
            if let index {
                members[index].value = value
            } else {
                members.append((name, value))
            }
        } else if let index {
            members.remove(at: index)
        } else {
            preconditionFailure("Cannot remove '\(path)': the member is missing")
        }
        var result = self
        result.content = .object(members)
        return result
    }

    /// Returns a copy of the object without a member, which must exist.
    func removing(_ path: String) -> JSONText {
        self.setting(path, nil)
    }
}

extension JSONText {
    /// The claims of a base license of 400 days, with only the required members.
    static let base = JSONText([
        "iss": #""Test Vendor""#, "aud": #""cloud""#, "sub": #""Example Ltd""#, "jti": #""base-1""#,
        "iat": "1790000000", "exp": "1824560000",
        "license": JSONText([
            "category": #""base""#, "edition": #""enterprise""#, "type": #""Paid""#,
            "limits": JSONText(["hosts": "10"]),
        ]),
    ])

    /// The claims of a plus license for one module, with only the required members.
    static let plus = JSONText([
        "iss": #""Test Vendor""#, "aud": #""cloud""#, "sub": #""Example Ltd""#, "jti": #""plus-1""#,
        "iat": "1790000000", "exp": "1824560000",
        "license": JSONText(["category": #""plus""#, "modules": #"["vmware"]"#, "type": #""AddOn""#]),
    ])
}

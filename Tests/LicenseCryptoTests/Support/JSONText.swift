/// A JSON object in the making, whose values are texts that nobody checks.
///
/// So that a test can put anything anywhere.
struct JSONText: Sendable, ExpressibleByStringLiteral, ExpressibleByStringInterpolation {
    private enum Content {
        case raw(String)
        case object([(name: String, value: JSONText)])
    }

    private var content: Content

    /// An object, in the order of the literal.
    init(_ members: KeyValuePairs<String, JSONText>) {
        self.content = .object(members.map { ($0.key, $0.value) })
    }

    /// A value, as it is.
    init(raw: String) {
        self.content = .raw(raw)
    }

    init(stringLiteral value: String) {
        self.init(raw: value)
    }

    /// A string of base64url.
    static func string(_ bytes: ArraySlice<UInt8>) -> JSONText {
        JSONText(raw: "\"\(Array(bytes).base64URL)\"")
    }

    /// The text.
    var text: String {
        switch self.content {
        case .raw(let text): text
        case .object(let members): "{" + members.map { "\"\($0.name)\":\($0.value.text)" }.joined(separator: ",") + "}"
        }
    }

    /// The same with a member added or replaced.
    ///
    /// - Parameters:
    ///   - path: The names from the outside in, with dots between them.
    ///   - value: The member's value; `nil` removes it.
    /// - Returns: The object.
    func setting(_ path: String, _ value: JSONText?) -> JSONText {
        guard case .object(var members) = self.content else {
            preconditionFailure("'\(path)' is to be set in something that is no object")
        }
        let names = path.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
        let name = String(names[0])
        let index = members.firstIndex { $0.name == name }
        if names.count == 2 {
            guard let index else {
                preconditionFailure("'\(path)' is to be set in something that is not there")
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
            preconditionFailure("'\(path)' is to be removed and is not there")
        }
        var result = self
        result.content = .object(members)
        return result
    }

    /// The same without a member.
    func removing(_ path: String) -> JSONText {
        self.setting(path, nil)
    }
}

extension JSONText {
    /// A base license of 400 days with all that a base license must have, and no more.
    static let base = JSONText([
        "iss": #""Test Vendor""#, "aud": #""cloud""#, "sub": #""Example Ltd""#, "jti": #""base-1""#,
        "iat": "1790000000", "exp": "1824560000",
        "license": JSONText([
            "category": #""base""#, "edition": #""enterprise""#, "type": #""Paid""#,
            "limits": JSONText(["hosts": "10"]),
        ]),
    ])

    /// A license for a module with all that it must have, and no more.
    static let plus = JSONText([
        "iss": #""Test Vendor""#, "aud": #""cloud""#, "sub": #""Example Ltd""#, "jti": #""plus-1""#,
        "iat": "1790000000", "exp": "1824560000",
        "license": JSONText(["category": #""plus""#, "modules": #"["vmware"]"#, "type": #""AddOn""#]),
    ])
}

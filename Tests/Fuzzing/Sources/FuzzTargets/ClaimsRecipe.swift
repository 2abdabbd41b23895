/// Claims as a list of members, which the bytes of a fuzzer's input modify one by one.
struct ClaimsRecipe {
    private var claims: [(name: String, value: String)]
    private var license: [(name: String, value: String)]

    static let base = ClaimsRecipe(
        claims: [
            ("iss", #""https://vendor.example""#), ("aud", #""cloud""#), ("sub", #""customer""#), ("jti", #""base-1""#),
            ("iat", "1700000000"), ("nbf", "1700000000"), ("exp", "1731536000"),
        ],
        license: [
            ("category", #""base""#), ("edition", #""enterprise""#), ("type", #""Paid""#), ("modules", #"["vmware"]"#),
            ("limits", #"{"hosts":5,"cpus":"unlimited"}"#), ("features", #"["ha"]"#), ("sequence", "7"),
        ]
    )

    static let plus = ClaimsRecipe(
        claims: [
            ("iss", #""https://vendor.example""#), ("aud", #""cloud""#), ("sub", #""customer""#), ("jti", #""plus-1""#),
            ("iat", "1700000000"), ("exp", "1731536000"),
        ],
        license: [
            ("category", #""plus""#), ("type", #""AddOn""#), ("modules", #"["vmware","v2v"]"#),
            ("limits", #"{"hosts":2}"#), ("organization", #""组织""#), ("nodes", #"["node-a"]"#), ("graceDays", "30"),
            ("reminderDays", "20"), ("updatesUntil", "1800000000"), ("critical", #"["features"]"#),
        ]
    )

    /// Values that are valid for some members, or just outside their ranges.
    private static let values: [String] = [
        "0", "1", "-1", "-0", "1.0", "1e3", "1700000000", "1731536000", "253402300799", "253402300800",
        "9007199254740991", "9007199254740992", "365", "366", "true", "false", "null", "[]", "{}", #""""#, #""base""#,
        #""plus""#, #""core""#, #""unlimited""#, #"["base"]"#, #"["a","a"]"#, #"["a","b","c"]"#, #"[1]"#,
        #"{"hosts":0}"#,
        #"{"databases":9007199254740991}"#, #"{"hosts":"unlimited"}"#, #"{"hosts":-1}"#, #"{"é":1}"#, #""\u202e""#,
        #""\ud83d\ude00""#, #""e\u0301""#, #"["modules","later"]"#, #"{"a":{"b":{"c":{"d":{"e":{"f":{}}}}}}}"#,
    ]

    /// The names of the members that a recipe can add.
    private static let names: [String] = [
        "iss", "aud", "sub", "jti", "iat", "nbf", "exp", "license", "category", "edition", "modules", "type",
        "perpetual",
        "limits", "features", "organization", "nodes", "sequence", "reminderDays", "graceDays", "updatesUntil",
        "critical",
        "later",
    ]

    /// The claims as JSON.
    var text: String {
        let license = self.license.map { #""\#($0.name)":\#($0.value)"# }.joined(separator: ",")
        let claims = self.claims.map { #""\#($0.name)":\#($0.value)"# }.joined(separator: ",")
        return "{\(claims),\"license\":{\(license)}}"
    }

    /// Modifies the claims as a recipe says, with three bytes for each change.
    mutating func change(by recipe: ArraySlice<UInt8>) {
        var rest = recipe
        while let operation = rest.popFirst(), let index = rest.popFirst(), let choice = rest.popFirst() {
            let value = Self.values[Int(choice) % Self.values.count]
            let name = Self.names[Int(index) % Self.names.count]
            let isInLicense = operation & 1 == 1
            var members = isInLicense ? self.license : self.claims
            switch operation >> 1 & 3 {
            case 0 where !members.isEmpty:
                members[Int(index) % members.count].value = value
            case 1 where !members.isEmpty:
                members.remove(at: Int(index) % members.count)
            case 2:
                members.append((name, value))
            default:
                // An instant close to the start of the base claims, for the edges of terms.
                let number = 1_700_000_000 + Int(choice) - 128
                members.append((name, String(number)))
            }
            if isInLicense {
                self.license = members
            } else {
                self.claims = members
            }
        }
    }
}

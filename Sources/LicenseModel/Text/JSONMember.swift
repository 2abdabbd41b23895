/// The name of a member of a JSON object, for types whose Codable conformance is written by hand.
///
/// One type of keys for all of them keeps programs small: each enumeration of keys adds 1 to 2 KB.
package struct JSONMember: CodingKey, ExpressibleByStringLiteral {
    package let stringValue: String

    package init(stringLiteral name: String) {
        self.stringValue = name
    }

    package init(stringValue: String) {
        self.stringValue = stringValue
    }

    package var intValue: Int? {
        nil
    }

    package init?(intValue: Int) {
        nil
    }
}

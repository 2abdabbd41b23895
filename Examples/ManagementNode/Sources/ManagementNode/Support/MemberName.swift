/// The name of a JSON member that is known only at run time.
struct MemberName: CodingKey {
    let stringValue: String

    init(_ name: String) {
        self.stringValue = name
    }

    init?(stringValue: String) {
        self.init(stringValue)
    }

    var intValue: Int? { nil }

    init?(intValue: Int) {
        nil
    }
}

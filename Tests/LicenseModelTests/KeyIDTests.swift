import Foundation
import LicenseModel
import Testing

@Suite("Key ids")
struct KeyIDTests {
    @Test(
        "A key id has 1 to 64 characters of its alphabet in any order",
        arguments: [
            "a", "Z", "0", ".", "_", "-", "-a", "_a", ".a", "2027-key.v1_a",
            "NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", String(repeating: "-", count: 64),
        ]
    )
    func accepts(_ text: String) throws {
        #expect(KeyID(rawValue: text)?.rawValue == text)
        #expect(try KeyID(text).description == text)
    }

    @Test(
        "Any other text is refused as a key id",
        arguments: [
            "", " ", "a b", "a\n", "a/b", "a+b", "a=", "a\0", "é", "Ａ", "../key", "密钥", "a\u{200B}",
            String(repeating: "-", count: 65),
        ]
    )
    func refuses(_ text: String) {
        #expect(KeyID(rawValue: text) == nil)
        #expect(throws: InvalidTextError.self) { try KeyID(text) }
    }

    @Test("Key ids compare case-sensitively")
    func caseSensitivity() {
        #expect(KeyID(rawValue: "Key") != KeyID(rawValue: "key"))
    }

    @Test("A key id is a string in JSON")
    func coding() throws {
        let data = try JSONEncoder().encode([KeyID(stringLiteral: "-k.1")])
        #expect(String(decoding: data, as: UTF8.self) == #"["-k.1"]"#)
        #expect(try JSONDecoder().decode([KeyID].self, from: data) == ["-k.1"])
    }

    @Test("An invalid key id is not decoded", arguments: [#"[""]"#, #"["a b"]"#, "[7]"])
    func decodingInvalid(_ json: String) {
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode([KeyID].self, from: Data(json.utf8))
        }
    }
}

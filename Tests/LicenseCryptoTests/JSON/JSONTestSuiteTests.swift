import LicenseCrypto
import TestSupport
import Testing

/// The texts of nst/JSONTestSuite, parsed on a thread with a stack of 128 KiB.
///
/// The format accepts only objects, so each file is also tested as the value of a member: `{"a":` file `}`.
@Suite("JSONTestSuite", .tags(.p30), .enabled(if: Vectors.areAvailable, "\(Vectors.skipReason)"))
struct JSONTestSuiteTests {
    private static let folder = "jsontestsuite/test_parsing"

    /// The files that are valid JSON (RFC 8259) but break an additional rule of the format.
    private static let stricter: [String: String] = [
        "y_object_duplicated_key.json": "two members of one name",
        "y_object_duplicated_key_and_value.json": "two members of one name",
        "y_object_escaped_null_in_key.json": "U+0000 in a name",
        "y_string_null_escape.json": "U+0000 in a string",
    ]

    /// The valid files that are accepted on their own, because they consist of one object.
    private static let objects: Set<String> = [
        "y_object.json", "y_object_basic.json", "y_object_empty.json", "y_object_empty_key.json",
        "y_object_extreme_numbers.json", "y_object_long_strings.json", "y_object_simple.json",
        "y_object_string_unicode.json", "y_object_with_newlines.json",
    ]

    /// The implementation-defined files (RFC 8259) that are accepted as the value of a member.
    ///
    /// They are numbers that are too large or too small for any claim but allowed in an unknown member.
    private static let acceptedNumbers: Set<String> = [
        "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json", "i_number_neg_int_huge_exp.json",
        "i_number_pos_double_huge_exp.json", "i_number_real_neg_overflow.json", "i_number_real_pos_overflow.json",
        "i_number_real_underflow.json", "i_number_too_big_neg_int.json", "i_number_too_big_pos_int.json",
        "i_number_very_big_negative_int.json",
    ]

    private static func files(_ prefix: String) -> [String] {
        Vectors.names(in: self.folder).filter { $0.hasPrefix(prefix) }
    }

    private static func verdicts(_ file: String) throws -> (raw: String, wrapped: String) {
        let text = try Vectors.bytes("\(self.folder)/\(file)")
        return onSmallStack {
            (jsonVerdict(text), jsonVerdict(Array(#"{"a":"#.utf8) + text + Array("}".utf8)))
        }
    }

    @Test("The suite has 95 valid, 188 invalid and 35 implementation-defined files")
    func isComplete() {
        #expect(Self.files("y_").count == 95)
        #expect(Self.files("n_").count == 188)
        #expect(Self.files("i_").count == 35)
        print("JSONTestSuite: 318 files, each on its own and as a member's value")
    }

    @Test("A valid text is accepted unless it breaks an additional rule of the format", arguments: files("y_"))
    func valid(file: String) throws {
        let verdicts = try Self.verdicts(file)
        #expect(verdicts.raw == (Self.objects.contains(file) ? "accepted" : "refused"))
        #expect(verdicts.wrapped == (Self.stricter[file] == nil ? "accepted" : "refused"))
    }

    @Test("An invalid text is refused on its own and as the value of a member", arguments: files("n_"))
    func invalid(file: String) throws {
        let verdicts = try Self.verdicts(file)
        #expect(verdicts.raw == "refused")
        #expect(verdicts.wrapped == "refused")
    }

    @Test("Of the implementation-defined texts, only numbers in a member are accepted", arguments: files("i_"))
    func implementationDefined(file: String) throws {
        let verdicts = try Self.verdicts(file)
        #expect(verdicts.raw == "refused")
        #expect(verdicts.wrapped == (Self.acceptedNumbers.contains(file) ? "accepted" : "refused"))
    }
}

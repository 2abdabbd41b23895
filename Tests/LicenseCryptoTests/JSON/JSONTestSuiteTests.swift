import LicenseCrypto
import TestSupport
import Testing

/// The texts of nst/JSONTestSuite, on a thread with a stack of 128 KiB.
///
/// A text of this format is an object, so that each file is also tried as a member's value: `{"a":` file `}`.
@Suite("JSONTestSuite", .tags(.p30), .enabled(if: Vectors.areAvailable, "\(Vectors.absence)"))
struct JSONTestSuiteTests {
    private static let folder = "jsontestsuite/test_parsing"

    /// Good JSON (RFC 8259) that breaks a rule of the format all the same.
    private static let stricter: [String: String] = [
        "y_object_duplicated_key.json": "two members of one name",
        "y_object_duplicated_key_and_value.json": "two members of one name",
        "y_object_escaped_null_in_key.json": "U+0000 in a name",
        "y_string_null_escape.json": "U+0000 in a string",
    ]

    /// The good files that are one object by themselves.
    private static let objects: Set<String> = [
        "y_object.json", "y_object_basic.json", "y_object_empty.json", "y_object_empty_key.json",
        "y_object_extreme_numbers.json", "y_object_long_strings.json", "y_object_simple.json",
        "y_object_string_unicode.json", "y_object_with_newlines.json",
    ]

    /// The files that RFC 8259 leaves open and that are taken as a member's value: numbers which no claim may have, and
    /// which may stand in a member that nobody reads.
    private static let openAndTaken: Set<String> = [
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

    @Test("The suite has 95 good, 188 bad and 35 open files")
    func isComplete() {
        #expect(Self.files("y_").count == 95)
        #expect(Self.files("n_").count == 188)
        #expect(Self.files("i_").count == 35)
        print("JSONTestSuite: 318 files, each by itself and as a member's value")
    }

    @Test("A good text is accepted, but where the format is stricter on purpose", arguments: files("y_"))
    func good(file: String) throws {
        let verdicts = try Self.verdicts(file)
        #expect(verdicts.raw == (Self.objects.contains(file) ? "accepted" : "refused"))
        #expect(verdicts.wrapped == (Self.stricter[file] == nil ? "accepted" : "refused"))
    }

    @Test("A bad text is refused, by itself and as a member's value", arguments: files("n_"))
    func bad(file: String) throws {
        let verdicts = try Self.verdicts(file)
        #expect(verdicts.raw == "refused")
        #expect(verdicts.wrapped == "refused")
    }

    @Test("Of the open texts, numbers of any size may stand in a member, and nothing else", arguments: files("i_"))
    func open(file: String) throws {
        let verdicts = try Self.verdicts(file)
        #expect(verdicts.raw == "refused")
        #expect(verdicts.wrapped == (Self.openAndTaken.contains(file) ? "accepted" : "refused"))
    }
}

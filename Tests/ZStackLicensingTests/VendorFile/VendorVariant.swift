import LicenseModel
import Testing
import ZStackLicensing
import ZStackLicensingTesting

/// A license file that differs from a good one in one way, and the rule that refuses it.
struct VendorVariant: Sendable, CustomTestStringConvertible {
    let name: String
    let rule: VendorFileRule
    private let edit: @Sendable (inout TestMessage) throws -> Void

    init(_ name: String, _ rule: VendorFileRule, _ edit: @escaping @Sendable (inout TestMessage) throws -> Void) {
        self.name = name
        self.rule = rule
        self.edit = edit
    }

    var testDescription: String {
        self.name
    }

    /// The bytes of the file.
    var contents: [UInt8] {
        get throws {
            var message = TestVendorFile.sample.message
            try self.edit(&message)
            return try message.contents()
        }
    }
}

extension TestVendorFile {
    /// A good file, from which the variants differ.
    static let sample: TestVendorFile = {
        // 2026-01-01T00:00:00Z.
        var file = TestVendorFile(issuedAt: LicenseInstant(secondsSince1970: 1_767_225_600), days: 365)
        file.cpus = 4
        return file
    }()
}

extension Array {
    /// Returns the array with a change.
    func with(_ edit: (inout Self) -> Void) -> Self {
        var copy = self
        edit(&copy)
        return copy
    }
}

extension [UInt8] {
    /// Replaces the first occurrence of some bytes by others.
    mutating func replace(_ old: [UInt8], by new: [UInt8]) {
        guard let range = self.firstRange(of: old) else {
            preconditionFailure("The bytes to replace do not occur")
        }
        self.replaceSubrange(range, with: new)
    }

    /// Replaces the first occurrence of a text by another one.
    mutating func replace(_ old: String, by new: String) {
        self.replace(Array(old.utf8), by: Array(new.utf8))
    }
}

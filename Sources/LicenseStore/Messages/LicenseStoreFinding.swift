public import LicenseModel

/// An observation about the files of a license folder that an operator should look at.
///
/// A finding only informs. It is shown beside the findings of the gate, which are about the licenses themselves:
///
/// ```swift
/// for finding in folder.findings {
///     logger.warning("\(finding.message.english)")
/// }
/// ```
public struct LicenseStoreFinding: Sendable, Equatable {
    /// A code that identifies a kind of finding, such as `reload-failed`.
    public typealias Code = LicenseCode<LicenseStoreFinding>

    /// The code that identifies the finding.
    public let code: Code

    /// The licenses that the finding is about, which can be empty.
    public let licenseIDs: [LicenseID]

    /// The file that the finding is about, relative to the folder, or `nil` if it is not about one file.
    public let file: String?

    /// What failed, such as `signature-invalid` or `EIO`, or `nil` if nothing failed.
    public let error: String?

    /// The time at which the finding was first made, or `nil` if it does not matter.
    public let since: LicenseInstant?

    /// What it means and what to do next, in each language of the product's catalog.
    public let message: LocalizedText
}

extension LicenseStoreFinding.Code {
    /// A file cannot be read or verified.
    ///
    /// The licenses that it held stay active.
    public static var reloadFailed: Self { Self(rawValue: "reload-failed") }

    /// An installation of several licenses was interrupted, and some of them are missing.
    public static var installIncomplete: Self { Self(rawValue: "install-incomplete") }

    /// Another license has the same issuer and ID, so this one does not count.
    public static var idConflict: Self { Self(rawValue: "id-conflict") }

    /// The saved time cannot be read: both of its files are damaged, or the process may not read them.
    public static var timeUnreadable: Self { Self(rawValue: "time-unreadable") }

    /// One of the two files of the saved time is damaged.
    ///
    /// The other one is used.
    public static var timeDamaged: Self { Self(rawValue: "time-damaged") }

    /// The saved time is missing although the folder has been in use.
    public static var timeMissing: Self { Self(rawValue: "time-missing") }

    /// The time could not be saved.
    public static var timeNotSaved: Self { Self(rawValue: "time-not-saved") }

    /// The saved time is older than the witness: the folder was restored from a backup.
    public static var timeRestored: Self { Self(rawValue: "time-restored") }

    /// The node key cannot be read, and the node's thumbprint is that of the application code.
    public static var nodeKeyUnreadable: Self { Self(rawValue: "node-key-unreadable") }

    /// The folder, the node key or the application code cannot be created, or the application code cannot be read.
    public static var identityIncomplete: Self { Self(rawValue: "identity-incomplete") }

    /// Other users of the machine can read or change a file that is only for the product.
    public static var unsafeMode: Self { Self(rawValue: "unsafe-mode") }

    /// The history could not be written.
    public static var historyNotSaved: Self { Self(rawValue: "history-not-saved") }

    /// All codes that this release defines, ordered by their bytes.
    public static var known: [Self] {
        [
            .historyNotSaved, .idConflict, .identityIncomplete, .installIncomplete, .nodeKeyUnreadable, .reloadFailed,
            .timeDamaged, .timeMissing, .timeNotSaved, .timeRestored, .timeUnreadable, .unsafeMode,
        ]
    }
}

extension LicenseStoreFinding: CustomStringConvertible {
    /// Orders findings by code, then by file, then by license ID.
    static func < (lhs: LicenseStoreFinding, rhs: LicenseStoreFinding) -> Bool {
        let key = (lhs.code.rawValue, lhs.file ?? "", lhs.licenseIDs.first?.rawValue ?? "")
        return key < (rhs.code.rawValue, rhs.file ?? "", rhs.licenseIDs.first?.rawValue ?? "")
    }

    /// The code, the file and the error, for logs.
    public var description: String {
        "\(self.code)\(self.file.map { " (\($0))" } ?? "")\(self.error.map { ": \($0)" } ?? "")"
    }
}

extension LicenseStoreFinding: Codable {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.code = try container.decode(Code.self, forKey: "code")
        self.licenseIDs = try container.decode([LicenseID].self, forKey: "licenseIDs")
        self.file = try container.decodeTextIfPresent(forKey: "file")
        self.error = try container.decodeTextIfPresent(forKey: "error")
        self.since = try container.decodeIfPresent(LicenseInstant.self, forKey: "since")
        self.message = try container.decode(LocalizedText.self, forKey: "message")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.code, forKey: "code")
        try container.encode(self.licenseIDs, forKey: "licenseIDs")
        try container.encodeIfPresent(self.file, forKey: "file")
        try container.encodeIfPresent(self.error, forKey: "error")
        try container.encodeIfPresent(self.since, forKey: "since")
        try container.encode(self.message, forKey: "message")
    }
}

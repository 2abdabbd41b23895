public import LicenseModel
public import LicensePolicy

/// A change of a license folder, or reminders that are due.
///
/// ```swift
/// for await change in folder.changes() {
///     switch change.kind {
///     case .timeSaved: try await database.save(change.witness)
///     case .reminders: change.reminders.forEach { logger.warning("\($0.message.english)") }
///     case .findings: change.findings.forEach { logger.warning("\($0.message.english)") }
///     default: logger.notice("The license folder: \(change)")
///     }
/// }
/// ```
public struct LicenseFolderChange: Sendable {
    /// A code that identifies a kind of change, such as `installed`.
    public typealias Kind = LicenseCode<LicenseFolderChange>

    /// The code that identifies what happened.
    public let kind: Kind

    /// The licenses that were installed or deleted, or those that are active after a reload.
    ///
    /// Empty for other kinds.
    public private(set) var licenses: [License] = []

    /// All findings of the folder, if they have changed or a sequence starts with them.
    ///
    /// Empty for other kinds, and if no finding is left.
    public private(set) var findings: [LicenseStoreFinding] = []

    /// The reminders that are due.
    ///
    /// Empty for other kinds.
    public private(set) var reminders: [LicenseNotice<LicenseReminder>] = []

    /// What to save outside the folder, if the time was saved.
    ///
    /// `nil` for other kinds.
    public private(set) var witness: LicenseTimeWitness?

    private init(_ kind: Kind) {
        self.kind = kind
    }
}

extension LicenseFolderChange.Kind {
    /// Licenses were written into the folder.
    ///
    /// They are active if the call asked for that.
    public static var installed: Self { Self(rawValue: "installed") }

    /// The files were read again.
    public static var reloaded: Self { Self(rawValue: "reloaded") }

    /// Licenses were deleted from the folder.
    public static var deleted: Self { Self(rawValue: "deleted") }

    /// The findings of the folder have changed.
    ///
    /// A sequence of changes starts with the findings that there are, if there are any.
    public static var findings: Self { Self(rawValue: "findings") }

    /// Licenses end soon, are in their grace period or have ended.
    ///
    /// ``LicenseFolder/run()`` sends each reminder when it starts or first finds it, and then once a day.
    public static var reminders: Self { Self(rawValue: "reminders") }

    /// The trusted time was saved.
    ///
    /// Save the witness outside the folder. A sequence of changes starts with the time that was saved last, if there is one.
    public static var timeSaved: Self { Self(rawValue: "time-saved") }

    /// All kinds that this release defines.
    public static var known: [Self] {
        [.installed, .reloaded, .deleted, .findings, .reminders, .timeSaved]
    }
}

extension LicenseFolderChange {
    static func licenses(_ kind: Kind, _ licenses: [License]) -> LicenseFolderChange {
        var change = LicenseFolderChange(kind)
        change.licenses = licenses
        return change
    }

    static func findings(_ findings: [LicenseStoreFinding]) -> LicenseFolderChange {
        var change = LicenseFolderChange(.findings)
        change.findings = findings
        return change
    }

    static func reminders(_ reminders: [LicenseNotice<LicenseReminder>]) -> LicenseFolderChange {
        var change = LicenseFolderChange(.reminders)
        change.reminders = reminders
        return change
    }

    static func timeSaved(_ witness: LicenseTimeWitness) -> LicenseFolderChange {
        var change = LicenseFolderChange(.timeSaved)
        change.witness = witness
        return change
    }
}

extension LicenseFolderChange: CustomStringConvertible {
    /// The kind, and what it is about, for logs.
    public var description: String {
        let subjects =
            self.licenses.map(\.id.description) + self.findings.map(\.description) + self.reminders.map(\.id)
            + (self.witness?.mark.map { [$0.description] } ?? [])
        return "\(self.kind)\(subjects.isEmpty ? "" : ": ")\(subjects.joined(separator: ", "))"
    }
}

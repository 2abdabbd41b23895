import LicenseCrypto
import LicenseModel
import LicenseNodeKey

/// What a restart must not forget of the findings: since when files are bad, and which findings the history has.
struct KnownProblems: Equatable {
    /// The files that were bad when the folder was last read, and since when.
    let problems: [FileName: LicenseSet.Problem]

    /// The findings that the history has and that last, each with its code and its file.
    let recorded: Set<String>

    /// The size that the file does not exceed: enough for more than 20,000 names.
    static let maximumSize = 8 * 1_024 * 1_024

    init(_ set: LicenseSet, recorded: Set<String> = []) {
        self.problems = set.files.compactMapValues(\.problem)
        self.recorded = recorded
    }

    /// Reads the text of the file, or returns `nil` if it is damaged.
    init?(_ text: [UInt8]) {
        guard let documents = Checksum.protectedObjects(text) else {
            return nil
        }
        var problems: [FileName: LicenseSet.Problem] = [:]
        var recorded: Set<String> = []
        for members in documents.map(\.members) {
            func value(_ name: String) -> JSONValue? {
                members.first { $0.name == name }?.value
            }
            if let finding = value("finding")?.string {
                recorded.insert(finding)
            } else if let code = value("code")?.string, let name = value("file")?.string.flatMap(Base64.decodeURL),
                let since = value("since")?.integer
            {
                let instant = LicenseInstant(secondsSince1970: Int64(since))
                problems[FileName(name)] = LicenseSet.Problem(code: code, since: instant)
            } else {
                return nil
            }
        }
        self.problems = problems
        self.recorded = recorded
    }

    /// Reads the file, or returns `nil` if it is missing, cannot be read or is damaged.
    init?(_ secret: FileHandle, _ files: StoreFiles) {
        guard let text = try? files.read(FolderLayout.problems, in: secret, limit: Self.maximumSize).bytes else {
            return nil
        }
        self.init(text)
    }

    /// Whether there is nothing to note.
    var isEmpty: Bool {
        self.problems.isEmpty && self.recorded.isEmpty
    }

    /// The text of the file, one problem or finding a line, or `nil` if libcrypto cannot compute its checksum.
    var text: [UInt8]? {
        let problems = self.problems.sorted { $0.key < $1.key }
            .map { name, problem in
                // A name can be any bytes.
                JSONText.object([
                    ("code", .string(problem.code)), ("file", .string(Base64.encodeURL(name.bytes))),
                    ("since", .integer(Int(problem.since.secondsSince1970))),
                ])
            }
        let recorded = self.recorded.sorted().map { JSONText.object([("finding", .string($0))]) }
        return Checksum.protecting(problems + recorded)
    }
}

extension LicenseSet {
    /// Returns the set in which a file that was bad for the same reason before is bad since then.
    func continuing(_ known: KnownProblems) -> LicenseSet {
        self.replacingProblems { name, problem in
            guard let other = known.problems[name], other.code == problem.code, other.since < problem.since else {
                return problem
            }
            return other
        }
    }
}

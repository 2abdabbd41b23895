import LicenseCrypto
import LicenseModel
import LicenseNodeKey

/// The files that were bad when the folder was last read, and since when, so that a restart does not lose that.
struct KnownProblems: Equatable {
    let problems: [FileName: LicenseSet.Problem]

    /// The size that the file does not exceed: enough for 10,000 names.
    static let maximumSize = 8 * 1_024 * 1_024

    init(_ set: LicenseSet) {
        self.problems = set.files.compactMapValues(\.problem)
    }

    /// Reads the text of the file, or returns `nil` if it is damaged.
    init?(_ text: [UInt8]) {
        guard let line = Checksum.protected(text), let document = try? StrictJSON(line),
            let elements = document.members.first(where: { $0.name == "problems" })?.value.elements
        else {
            return nil
        }
        var problems: [FileName: LicenseSet.Problem] = [:]
        for element in elements {
            guard let members = element.members,
                let code = members.first(where: { $0.name == "code" })?.value.string,
                let name = members.first(where: { $0.name == "file" })?.value.string.flatMap(Base64.decodeURL),
                let since = members.first(where: { $0.name == "since" })?.value.integer
            else {
                return nil
            }
            let instant = LicenseInstant(secondsSince1970: Int64(since))
            problems[FileName(name)] = LicenseSet.Problem(code: code, since: instant)
        }
        self.problems = problems
    }

    /// The text of the file, or `nil` if libcrypto cannot compute its checksum.
    var text: [UInt8]? {
        let elements = self.problems.sorted { $0.key < $1.key }
            .map { name, problem in
                // A name can be any bytes.
                JSONText.object([
                    ("code", .string(problem.code)), ("file", .string(Base64.encodeURL(name.bytes))),
                    ("since", .integer(Int(problem.since.secondsSince1970))),
                ])
            }
        return Checksum.protecting(JSONText.object([("problems", .array(elements))]).bytes)
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

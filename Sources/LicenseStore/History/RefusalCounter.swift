import LicenseModel

/// Collects refusals until they can be written, and counts equal ones within a minute.
///
/// Whoever sends bad files again and again therefore neither fills the disk nor hides older refusals.
struct RefusalCounter {
    /// The entries that are not written yet.
    private var pending: [LicenseHistoryEntry] = []

    /// The latest refusal, written or not.
    private var last: LicenseHistoryEntry?

    /// The repetitions of the latest refusal that are not written yet.
    private var repetitions = 0

    /// The greatest number of different refusals that are kept while they cannot be written.
    private static let maximumPending = 64

    /// Adds a refusal to the others.
    ///
    /// - Returns: Whether there is something to write now: the refusal is not a repetition.
    mutating func add(_ entry: LicenseHistoryEntry) -> Bool {
        if let last, last.isRepeated(by: entry) {
            self.repetitions += 1
            return false
        }
        self.finishRepetitions()
        self.last = entry
        self.pending.append(entry)
        if self.pending.count > Self.maximumPending {
            self.pending.removeFirst()
        }
        return true
    }

    /// Returns what is not written, including repetitions.
    mutating func take() -> [LicenseHistoryEntry] {
        self.finishRepetitions()
        defer { self.pending = [] }
        return self.pending
    }

    /// Puts entries back that could not be written.
    mutating func putBack(_ entries: [LicenseHistoryEntry]) {
        self.pending = Array((entries + self.pending).suffix(Self.maximumPending))
    }

    private mutating func finishRepetitions() {
        if let last, self.repetitions > 0 {
            self.pending.append(last.counting(self.repetitions))
            self.repetitions = 0
        }
    }

    /// Joins equal refusals within a minute into one entry, for reading a journal.
    static func joined(_ entries: [LicenseHistoryEntry]) -> [LicenseHistoryEntry] {
        entries.reduce(into: []) { result, entry in
            // Others can be between them, such as those of another caller.
            if let index = result.indices.suffix(Self.maximumPending).last(where: { result[$0].isRepeated(by: entry) })
            {
                let (sum, overflow) = result[index].count.addingReportingOverflow(entry.count)
                result[index] = result[index].counting(overflow ? .max : sum)
            } else {
                result.append(entry)
            }
        }
    }
}

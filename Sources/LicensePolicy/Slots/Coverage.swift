import LicenseModel

/// How far the licences of a slot reach without a gap.
enum Coverage {
    /// The end of the coverage that starts with a licence's own term.
    ///
    /// `nil`: it has no end.
    ///
    /// The end moves on while some licence starts no later than it and ends after it.
    static func end(from effective: Term, through places: [Int], of terms: [Term]) -> Instant? {
        var end = effective.end
        // Those that start later are few as a rule; only they need an order.
        var successors: [Term] = []
        for place in places {
            let term = terms[place]
            if term.start <= end {
                end = max(end, term.end)
            } else {
                successors.append(term)
            }
        }
        successors.sort { $0.start < $1.start }
        for term in successors {
            guard term.start <= end else {
                break
            }
            end = max(end, term.end)
        }
        return end == .max ? nil : Instant(secondsSince1970: end)
    }
}

import LicenseModel

/// How far the licences of a slot reach without a gap.
enum Coverage {
    /// The end of the coverage that starts with a licence's own term.
    ///
    /// `nil`: it has no end.
    ///
    /// The end moves on while some licence starts no later than it and ends after it.
    static func end(from effective: License, through indices: [Int], in licenses: [License]) -> Instant? {
        guard var end = effective.expiresAt else {
            return nil
        }
        // Those that start later are few as a rule; only they need an order.
        var successors: [Int] = []
        for index in indices {
            let license = licenses[index]
            if license.notBefore > end {
                successors.append(index)
            } else if let expiresAt = license.expiresAt {
                end = max(end, expiresAt)
            } else {
                return nil
            }
        }
        successors.sort { licenses[$0].notBefore < licenses[$1].notBefore }
        for index in successors {
            let license = licenses[index]
            guard license.notBefore <= end else {
                return end
            }
            guard let expiresAt = license.expiresAt else {
                return nil
            }
            end = max(end, expiresAt)
        }
        return end
    }
}

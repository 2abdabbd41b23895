import LicenseModel

/// The periods in which a slot has the same state and license, from an instant on, if the licenses do not change.
///
/// For n licenses in the slot, the cost is O(n log n). An evaluation at each instant would cost O(n²).
struct SlotHistory {
    /// A period in which the slot has one state and one effective license.
    struct Period {
        /// The first second of the period, in seconds since 1970.
        let from: Int64

        /// The state of the slot during the period.
        let state: SlotState

        /// The term of the effective license, or `nil` if no license fills the slot.
        let term: Term?

        /// The end of the coverage without a gap, or `nil` if there is no license or no end.
        let coveredUntil: LicenseInstant?

        /// Whether another current license of the slot grants more than the effective one.
        let grantsLess: Bool
    }

    /// The slot that the history describes.
    let slot: LicenseSlot

    /// The periods in chronological order, at least one.
    ///
    /// Adjacent periods differ in state or license, or in whether the license grants less than another one.
    let periods: [Period]

    /// Creates the history of a slot.
    ///
    /// - Parameters:
    ///   - slot: The base or a module.
    ///   - indices: The indices of the terms in the table that fill the slot.
    ///   - table: The licenses by slots.
    ///   - start: The first instant of the history.
    init(of slot: LicenseSlot, _ indices: [Int], in table: SlotTable, from start: LicenseInstant) {
        // A term's rank is its index in this order. Of two terms in the same state, the one with the smaller rank is
        // effective.
        let terms = indices.map { table.terms[$0] }.ordered(by: table.precedes)
        let coverage = CoverageTable(Array(terms.indices), in: terms)
        let first = start.secondsSince1970
        let transitions = terms.enumerated()
            .flatMap { rank, term in
                [term.start, term.end, term.graceEnd].map { (at: $0, rank: rank) }
            }
            .filter { first < $0.at && $0.at <= LicenseInstant.latest.secondsSince1970 }
            .ordered { $0.at < $1.at }

        var states = terms.map { $0.state(at: start) }
        var queues = Precedence.states.map { _ in RankQueue() }
        var grants = terms.count > 1 ? CurrentGrants(of: slot, terms.map(table.license(of:))) : nil
        func begin(_ state: SlotState, _ rank: Int) {
            queues[Precedence.rank(state)].insert(rank, until: terms[rank].end(of: state))
            if state == .current {
                grants?.add(table.license(of: terms[rank]))
            }
        }
        for (rank, state) in states.enumerated() {
            begin(state, rank)
        }
        var periods: [Period] = []
        var effective: (rank: Int, state: SlotState)?
        func addPeriod(from: Int64) {
            let next = Self.first(of: &queues, at: from)
            let term = next.map { terms[$0.rank] }
            let current = next?.state == .current ? term.map(table.license(of:)) : nil
            let grantsLess = current.map { grants?.exceed($0, at: from) ?? false } ?? false
            guard
                periods.isEmpty || next?.rank != effective?.rank || next?.state != effective?.state
                    || periods.last?.grantsLess != grantsLess
            else {
                return
            }
            effective = next
            periods.append(
                Period(
                    from: from,
                    state: next?.state ?? .empty,
                    term: term,
                    coveredUntil: term.flatMap(coverage.end(from:)),
                    grantsLess: grantsLess
                )
            )
        }

        addPeriod(from: first)
        var position = 0
        while position < transitions.count {
            let at = transitions[position].at
            while position < transitions.count, transitions[position].at == at {
                let rank = transitions[position].rank
                let state = terms[rank].state(at: LicenseInstant(secondsSince1970: at))
                if state != states[rank] {
                    if states[rank] == .current {
                        grants?.remove(table.license(of: terms[rank]))
                    }
                    states[rank] = state
                    begin(state, rank)
                }
                position += 1
            }
            addPeriod(from: at)
        }
        self.slot = slot
        self.periods = periods
    }

    /// Returns the rank and state of the effective term, or `nil` if there are no terms.
    private static func first(of queues: inout [RankQueue], at now: Int64) -> (rank: Int, state: SlotState)? {
        for (state, index) in zip(Precedence.states, queues.indices) {
            if let rank = queues[index].first(at: now) {
                return (rank, state)
            }
        }
        return nil
    }
}

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
    }

    /// The slot that the history describes.
    let slot: LicenseSlot

    /// The periods in chronological order, at least one.
    ///
    /// Adjacent periods differ in state or license.
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
        let coverage = CoverageTable(terms)
        let first = start.secondsSince1970
        let transitions = terms.enumerated()
            .flatMap { rank, term in
                [term.start, term.end, term.graceEnd].map { (at: $0, rank: rank) }
            }
            .filter { first < $0.at && $0.at <= LicenseInstant.latest.secondsSince1970 }
            .ordered { $0.at < $1.at }

        var states = terms.map { $0.state(at: start) }
        var queues = Precedence.states.map { _ in RankQueue() }
        for (rank, state) in states.enumerated() {
            queues[Precedence.rank(state)].insert(rank)
        }
        var periods: [Period] = []
        var effective: (rank: Int, state: SlotState)?
        func addPeriod(from: Int64) {
            let next = Self.first(of: &queues, states)
            guard periods.isEmpty || next?.rank != effective?.rank || next?.state != effective?.state else {
                return
            }
            effective = next
            let term = next.map { terms[$0.rank] }
            periods.append(
                Period(
                    from: from,
                    state: next?.state ?? .empty,
                    term: term,
                    coveredUntil: term.flatMap(coverage.end(from:))
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
                    states[rank] = state
                    queues[Precedence.rank(state)].insert(rank)
                }
                position += 1
            }
            addPeriod(from: at)
        }
        self.slot = slot
        self.periods = periods
    }

    /// Returns the rank and state of the effective term, or `nil` if there are no terms.
    private static func first(of queues: inout [RankQueue], _ states: [SlotState]) -> (rank: Int, state: SlotState)? {
        for (state, index) in zip(Precedence.states, queues.indices) {
            while let rank = queues[index].first {
                if states[rank] == state {
                    return (rank, state)
                }
                // The entry is out of date: the term is now in the queue of another state.
                queues[index].removeFirst()
            }
        }
        return nil
    }
}

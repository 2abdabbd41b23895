import LicenseModel

/// The status of a slot from an instant on, one stretch of time after the other, the licenses being the same.
///
/// It takes n·log n for n licenses of the slot, where evaluating them at each instant would take n².
struct SlotHistory {
    /// A stretch of time in which the slot has one state by one license.
    struct Stretch {
        /// The first second of it.
        let from: Int64

        /// The slot's state.
        let state: SlotState

        /// The term of the effective license, or `nil` where no license fills the slot.
        let term: Term?

        /// How far the slot's licenses reach without a gap, or `nil` where there is no license or no end.
        let coveredUntil: LicenseInstant?
    }

    /// The slot.
    let slot: LicenseSlot

    /// The stretches in order, at least one.
    ///
    /// Neighbors differ in state or license.
    let stretches: [Stretch]

    /// Follows a slot.
    ///
    /// - Parameters:
    ///   - slot: The slot.
    ///   - places: The places in the table of the licenses that fill the slot.
    ///   - table: The licenses.
    ///   - start: The first instant.
    init(of slot: LicenseSlot, _ places: [Int], in table: SlotTable, from start: LicenseInstant) {
        // A term's rank says which of two in the same state is effective. It never changes.
        let terms = places.map { table.terms[$0] }.ordered(by: table.precedes)
        let coverage = CoverageTable(terms)
        let first = start.secondsSince1970
        let moves = terms.enumerated()
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
        var stretches: [Stretch] = []
        var effective: (rank: Int, state: SlotState)?
        func addStretch(from: Int64) {
            let next = Self.first(of: &queues, states)
            guard stretches.isEmpty || next?.rank != effective?.rank || next?.state != effective?.state else {
                return
            }
            effective = next
            let term = next.map { terms[$0.rank] }
            stretches.append(
                Stretch(
                    from: from,
                    state: next?.state ?? .empty,
                    term: term,
                    coveredUntil: term.flatMap(coverage.end(from:))
                )
            )
        }

        addStretch(from: first)
        var position = 0
        while position < moves.count {
            let at = moves[position].at
            while position < moves.count, moves[position].at == at {
                let rank = moves[position].rank
                let state = terms[rank].state(at: LicenseInstant(secondsSince1970: at))
                if state != states[rank] {
                    states[rank] = state
                    queues[Precedence.rank(state)].insert(rank)
                }
                position += 1
            }
            addStretch(from: at)
        }
        self.slot = slot
        self.stretches = stretches
    }

    /// The effective term: of the best state that some term has, the one with the smallest rank.
    private static func first(of queues: inout [RankQueue], _ states: [SlotState]) -> (rank: Int, state: SlotState)? {
        for (state, index) in zip(Precedence.states, queues.indices) {
            while let rank = queues[index].first {
                if states[rank] == state {
                    return (rank, state)
                }
                // It has gone on to another state, and is in that one's queue.
                queues[index].removeFirst()
            }
        }
        return nil
    }
}

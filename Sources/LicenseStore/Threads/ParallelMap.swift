import LicensePolicy
import Synchronization

extension Array where Element: Sendable {
    /// Returns the results of a function for all elements, in their order, computed on all processors.
    ///
    /// The calling thread works, too, and waits for the others. The function must not wait for anything.
    ///
    /// - Parameter transform: The function, which several threads call at the same time.
    /// - Returns: The results.
    func parallelMap<Result: Sendable>(_ transform: @escaping @Sendable (Element) -> Result) -> [Result] {
        // Starting a thread takes as long as verifying a license or two.
        let helpers = Swift.min(Thread.processorCount, self.count / 8) - 1
        guard helpers > 0 else {
            return self.map(transform)
        }
        let work = ParallelWork(self, transform)
        for _ in 0..<helpers where !Thread.start({ work.run() }) {
            break
        }
        work.run()
        return work.results()
    }
}

/// The work that the threads of a parallel map share.
private final class ParallelWork<Element: Sendable, Result: Sendable>: Sendable {
    private let elements: [Element]
    private let transform: @Sendable (Element) -> Result
    private let next = Atomic<Int>(0)
    private let chunks = Lock<[(start: Int, results: [Result])]>([])
    private let done: Lock<Int>

    private static var chunkSize: Int { 8 }

    init(_ elements: [Element], _ transform: @escaping @Sendable (Element) -> Result) {
        self.elements = elements
        self.transform = transform
        self.done = Lock(0)
    }

    /// Takes chunks of elements until none is left.
    ///
    /// A thread that starts late finds none and does nothing.
    func run() {
        while true {
            let start = self.next.add(Self.chunkSize, ordering: .relaxed).oldValue
            guard start < self.elements.count else {
                return
            }
            let results = self.elements[start..<Swift.min(start + Self.chunkSize, self.elements.count)]
                .map(self.transform)
            self.chunks.withLock { $0.append((start, results)) }
            self.done.withLock { $0 += results.count }
        }
    }

    /// Waits for the last chunks of the other threads, and returns all results.
    func results() -> [Result] {
        // The others have at most one chunk each left, which takes less than a millisecond.
        while self.done.withLock({ $0 }) < self.elements.count {
            Thread.pause()
        }
        return self.chunks.withLock { $0 }.sorted { $0.start < $1.start }.flatMap(\.results)
    }
}

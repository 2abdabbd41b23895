import LicensePolicy

/// A sequence of the changes of a license folder, returned by ``LicenseFolder/changes()``.
public struct LicenseFolderChanges: AsyncSequence, Sendable {
    /// The type of the elements: a change of the folder.
    public typealias Element = LicenseFolderChange

    let stream: AsyncStream<LicenseFolderChange>

    /// Creates an iterator over the changes since the sequence was created.
    ///
    /// - Returns: An iterator. Several iterators of one sequence share its changes.
    public func makeAsyncIterator() -> Iterator {
        Iterator(base: self.stream.makeAsyncIterator())
    }

    /// An iterator over the changes of a folder.
    public struct Iterator: AsyncIteratorProtocol {
        var base: AsyncStream<LicenseFolderChange>.Iterator

        /// Waits for the next change.
        ///
        /// - Returns: The change, or `nil` if the folder was released or the task was canceled.
        public mutating func next() async -> LicenseFolderChange? {
            await self.base.next()
        }

        /// Waits for the next change.
        ///
        /// - Parameter actor: The actor on which the caller runs.
        /// - Returns: The change, or `nil` if the folder was released or the task was canceled.
        public mutating func next(isolation actor: isolated (any Actor)?) async -> LicenseFolderChange? {
            await self.base.next(isolation: actor)
        }
    }
}

/// The readers of a folder's changes.
final class FolderObservers: Sendable {
    private typealias Continuation = AsyncStream<LicenseFolderChange>.Continuation

    private struct State: Sendable {
        var continuations: [Int: Continuation] = [:]
        var count = 0
    }

    private let state = Lock(State())

    /// The number of changes that a slow reader can be behind.
    private static let bufferSize = 64

    deinit {
        for continuation in self.state.withLock({ $0.continuations }).values {
            continuation.finish()
        }
    }

    /// Returns a new sequence of changes, which starts with given ones.
    func changes(startingWith first: [LicenseFolderChange]) -> LicenseFolderChanges {
        let (stream, continuation) = AsyncStream.makeStream(
            of: LicenseFolderChange.self,
            bufferingPolicy: .bufferingNewest(Self.bufferSize)
        )
        for change in first {
            continuation.yield(change)
        }
        let id = self.state.withLock { state in
            state.count += 1
            state.continuations[state.count] = continuation
            return state.count
        }
        continuation.onTermination = { [weak self] _ in
            let removed = self?.state.withLock { $0.continuations.removeValue(forKey: id) }
            // Released outside the lock, since releasing runs code of the stream.
            withExtendedLifetime(removed) {}
        }
        return LicenseFolderChanges(stream: stream)
    }

    /// Sends a change to all readers, outside the lock.
    func send(_ change: LicenseFolderChange) {
        for continuation in self.state.withLock({ $0.continuations }).values {
            continuation.yield(change)
        }
    }
}

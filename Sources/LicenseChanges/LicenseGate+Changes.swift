public import LicensePolicy

extension LicenseGate {
    /// What the licences grant, now and after each change: an update, or an instant at which a status, a menu entry, a
    /// reminder or a decision changes.
    ///
    /// The current state comes first. Who is slow sees the newest state, not each one between. The sequence ends with the
    /// gate, which it does not keep.
    ///
    /// It is in a module of its own because it is all that needs Swift's concurrency library, which weighs almost as
    /// much as the core modules together.
    public var changes: AsyncStream<Entitlements> {
        let (stream, continuation) = AsyncStream.makeStream(of: Entitlements.self, bufferingPolicy: .bufferingNewest(1))
        let id = self.observe { entitlements in
            if let entitlements {
                continuation.yield(entitlements)
            } else {
                continuation.finish()
            }
        }
        let follower = Task { [weak self] in
            // Nobody may be asking when the time comes.
            while let wait = self?.follow(), !Task.isCancelled {
                try? await Task.sleep(for: wait)
            }
        }
        continuation.onTermination = { [weak self] _ in
            follower.cancel()
            self?.removeObserver(id)
        }
        return stream
    }
}

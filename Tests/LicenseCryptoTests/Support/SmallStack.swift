import Foundation

/// Runs something on a thread of its own, whose stack has 128 KiB, as musl's threads have.
func onSmallStack<Result: Sendable>(_ body: @escaping @Sendable () -> Result) -> Result {
    let box = Box<Result>()
    let done = DispatchSemaphore(value: 0)
    let thread = Thread {
        box.result = body()
        done.signal()
    }
    thread.stackSize = 128 * 1_024
    thread.start()
    done.wait()
    guard let result = box.result else {
        preconditionFailure("The thread has ended without a result")
    }
    return result
}

private final class Box<Value>: @unchecked Sendable {
    var result: Value?
}

/// The seconds that something takes, the best of some rounds.
func bestTime(rounds: Int = 15, _ body: () -> Void) -> Double {
    let clock = ContinuousClock()
    let best = (0..<rounds).map { _ in clock.measure(body) }.min() ?? .zero
    return Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
}

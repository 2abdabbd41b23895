import Foundation
import TestSupport

/// Runs a closure on a new thread with a stack of 128 KiB, the default of musl.
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
        preconditionFailure("The thread ended without a result")
    }
    return result
}

private final class Box<Value>: @unchecked Sendable {
    var result: Value?
}

/// Returns the shortest processor time in seconds that a closure takes in several rounds.
func bestTime(rounds: Int = 15, _ body: () -> Void) -> Double {
    let best = (0..<rounds).map { _ in processorTime(body) }.min() ?? .zero
    return Double(best.components.seconds) + Double(best.components.attoseconds) * 1e-18
}

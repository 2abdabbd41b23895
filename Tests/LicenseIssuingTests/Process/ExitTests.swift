import Foundation
import Testing

/// A process may exit at any moment, also while threads verify: libcrypto then frees what they use.
@Suite("Exit while threads verify")
struct ExitTests {
    #if DEBUG
    private static let count = 5
    #else
    private static let count = 50
    #endif

    @Test("A process exits cleanly while threads load keys and verify", arguments: HostProcess.Order.allCases)
    func exits(order: HostProcess.Order) async {
        for _ in 0..<Self.count {
            switch order {
            case .hostFirst:
                await #expect(processExitsWith: .exitCode(3)) {
                    HostProcess.exitSlowly()
                    try HostProcess.useLibcrypto()
                    try HostProcess.verifyForEver()
                    exit(3)
                }
            case .libraryFirst:
                await #expect(processExitsWith: .exitCode(3)) {
                    HostProcess.exitSlowly()
                    try HostProcess.verifyForEver()
                    try HostProcess.useLibcrypto()
                    exit(3)
                }
            }
        }
    }

    @Test("A child that is forked while threads verify exits at once")
    func forked() async {
        await #expect(processExitsWith: .exitCode(3)) {
            try HostProcess.verifyForEver()
            let child = forkedChild()
            if child == 0 {
                exit(4)
            }
            let start = ContinuousClock.now
            var status: Int32 = 0
            try #require(waitpid(child, &status, 0) == child)
            try #require(status >> 8 == 4 && status & 0x7F == 0)
            try #require(ContinuousClock.now - start < .seconds(5))
            exit(3)
        }
    }
}

/// Forks, which Swift does not let a program do by name.
private func forkedChild() -> pid_t {
    let fork = dlsym(UnsafeMutableRawPointer(bitPattern: 0), "fork")
    return unsafeBitCast(fork, to: (@convention(c) () -> pid_t).self)()
}

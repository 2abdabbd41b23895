import Foundation
import Testing

/// A process can exit while threads verify licenses, and libcrypto then frees the memory that they use.
@Suite("Process exit while threads verify")
struct ExitTests {
    #if DEBUG
    private static let count = 3
    #else
    private static let count = 50
    #endif

    @Test("A process exits cleanly while threads load keys and verify", arguments: HostProcess.Order.allCases)
    func exits(order: HostProcess.Order) async {
        for _ in 0..<Self.count {
            switch order {
            case .hostFirst:
                await #expect(processExitsWith: .exitCode(3)) {
                    HostProcess.delayExit()
                    try HostProcess.useLibcrypto()
                    try HostProcess.verifyForever()
                    exit(3)
                }
            case .libraryFirst:
                await #expect(processExitsWith: .exitCode(3)) {
                    HostProcess.delayExit()
                    try HostProcess.verifyForever()
                    try HostProcess.useLibcrypto()
                    exit(3)
                }
            }
        }
    }

    @Test("A child process that is forked while threads verify exits within 5 seconds")
    func forked() async {
        await #expect(processExitsWith: .exitCode(3)) {
            try HostProcess.verifyForever()
            let child = forkProcess()
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

/// Forks the process by looking up `fork`, which Swift marks as unavailable.
private func forkProcess() -> pid_t {
    let fork = dlsym(UnsafeMutableRawPointer(bitPattern: 0), "fork")
    return unsafeBitCast(fork, to: (@convention(c) () -> pid_t).self)()
}

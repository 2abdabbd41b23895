import LicenseStore
import Licensing

/// The process that random kills hit: it installs, reloads, deletes and saves the time until it is killed, and says what it does.
struct RandomWorker {
    /// The number of licenses that come and go, with the IDs `r0`, `r1` and so on.
    static let count = 6

    /// The license that is always there.
    static let constant = "x"

    let place: Place
    let seed: UInt64

    func run() async throws {
        var random = SeededRandom(seed: self.seed)
        let folder = try await self.place.open(.creating)
        var installed = Set(try await folder.list().map(\.license.id.rawValue))
        Worker.print(Worker.ready)
        while true {
            let id = "r\(random.next() % UInt64(Self.count))"
            switch random.next() % 4 {
            case 0: await folder.saveTime()
            case 1: try await folder.reload(by: .admin)
            default:
                let isInstalled = installed.contains(id)
                Worker.print("\(isInstalled ? "-" : "+")\(id)\n")
                if isInstalled {
                    try await folder.delete(try LicenseID(id), by: .admin)
                    installed.remove(id)
                } else {
                    let path = self.place.path("\(id).lic")
                    try await folder.install(contentsOf: path, by: .admin, activates: random.next().isMultiple(of: 2))
                    installed.insert(id)
                }
                Worker.print("=\n")
            }
        }
    }
}

/// Random numbers that a seed determines (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        self.state = seed
    }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var z = self.state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}

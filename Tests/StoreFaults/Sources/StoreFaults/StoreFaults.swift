import Foundation

/// Kills and disturbs processes that change a license folder on the disk, and checks the folder afterward.
@main
struct StoreFaults {
    static func main() async {
        do {
            let status = try await self.run(Array(CommandLine.arguments.dropFirst()))
            exit(status)
        } catch {
            print("\(error)")
            exit(70)
        }
    }

    @inline(never)
    private static func run(_ arguments: [String]) async throws -> Int32 {
        guard arguments.count >= 2 else {
            print("usage: StoreFaults prepare|kill|errors|random|locks|disk|scale FOLDER [NUMBER]")
            return 64
        }
        let number = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 1
        switch arguments[0] {
        case "prepare":
            try self.prepare(arguments[1])
            return 0
        case "worker":
            let change = arguments.count > 2 ? Change(rawValue: arguments[2]) : nil
            return await Worker(place: try Place(arguments[1]), change: change ?? .open).run()
        case "kill": return try await KillRun(place: try Place(arguments[1]), step: number).run()
        case "errors": return try await ErrorRun(place: try Place(arguments[1]), step: number).run()
        case "random": return try await RandomRun(place: try Place(arguments[1]), rounds: number).run()
        case "random-worker":
            try await RandomWorker(place: try Place(arguments[1]), seed: UInt64(number)).run()
            return 0
        case "locks": return try await LockRun(place: try Place(arguments[1])).run()
        case "installer":
            try await LockRun(place: try Place(arguments[1])).install(number)
            return 0
        case "disk": return try await DiskRun(place: try Place(arguments[1])).run()
        case "scale": return try await ScaleRun(place: try Place(arguments[1])).run()
        case "measure":
            try await ScaleRun(place: try Place(arguments[1])).measureHere(number)
            return 0
        default: return 64
        }
    }

    /// Writes the vendor's public key and the license files into a folder.
    private static func prepare(_ folder: String) throws {
        let vendor = try Vendor(publicKey: folder + "/vendor.jwk")
        try vendor.write(["a", "b", "c"], to: "\(folder)/abc.lic")
        for id in ["x", "a"] + (0..<RandomWorker.count).map({ "r\($0)" }) {
            try vendor.write([id], to: "\(folder)/\(id).lic")
        }
    }
}

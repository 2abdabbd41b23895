import LicenseStore
import Licensing

/// A change of a license folder that a process makes while a fault disturbs it.
enum Change: String, CaseIterable {
    case firstOpen = "first open"
    case open
    case firstInstall = "first installation"
    case installOne = "install one"
    case installThree = "install three"
    case reload
    case delete
    case deleteOfBundle = "delete one of a bundle"
    case saveTime = "save the time"

    /// The IDs of the licenses that are there before and after the change.
    var before: Set<String> {
        switch self {
        case .firstOpen, .firstInstall: []
        case .deleteOfBundle: ["x", "a", "b", "c"]
        default: ["x"]
        }
    }

    var after: Set<String> {
        switch self {
        case .firstOpen: []
        case .open, .reload, .saveTime: ["x"]
        case .firstInstall: ["a"]
        case .installOne: ["x", "a"]
        case .installThree: ["x", "a", "b", "c"]
        case .delete: []
        case .deleteOfBundle: ["x", "a", "c"]
        }
    }

    /// The event that the history has exactly once after the change, or `nil` if it has none.
    var event: String? {
        switch self {
        case .firstInstall, .installOne, .installThree: "install"
        case .delete, .deleteOfBundle: "delete"
        default: nil
        }
    }

    /// The name of the license file that the change installs.
    private var file: String {
        self == .installThree ? "abc.lic" : "a.lic"
    }

    /// Whether the folder is opened by the change itself, and not before it.
    var opens: Bool {
        self == .firstOpen || self == .open
    }

    /// Makes the change.
    ///
    /// - Parameters:
    ///   - folder: The open folder, or `nil` if the change opens it.
    ///   - place: Where the folder and the license files are.
    /// - Returns: Whether the disk has not confirmed the change.
    /// - Throws: The error of the folder.
    func make(_ folder: LicenseFolder?, _ place: Place) async throws -> Bool {
        guard let folder else {
            _ = try await place.open(.creating)
            return false
        }
        switch self {
        case .firstOpen, .open: return false
        case .firstInstall, .installOne, .installThree:
            let path = place.path(self.file)
            let activates = self == .installOne
            return try await folder.install(contentsOf: path, by: .admin, activates: activates).durability != nil
        case .reload:
            try await folder.reload(by: .admin)
            return false
        case .delete: return try await folder.delete("x", by: .admin).durability != nil
        case .deleteOfBundle: return try await folder.delete("b", by: .admin).durability != nil
        case .saveTime:
            await folder.saveTime()
            await folder.saveTime()
            return false
        }
    }
}

extension LicenseActor {
    static let admin = LicenseActor(name: "admin", isAdministrator: true)
}

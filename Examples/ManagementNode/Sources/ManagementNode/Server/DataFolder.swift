import Foundation
import GRDB

/// The folder of everything that the node keeps, which only one process can use at a time.
///
/// Two nodes with one database would have two sets of licenses: what one of them deletes would still count in the other.
package final class DataFolder: Sendable {
    /// The place of the folder.
    let url: URL

    /// A database without contents, whose lock is held until the process ends.
    private let lock: DatabaseQueue

    /// Creates the folder if necessary, and locks it.
    ///
    /// - Parameter path: The path of the folder.
    /// - Throws: ``StartError`` if the folder cannot be used, or is in use by another node.
    package init(_ path: String) throws {
        guard !path.isEmpty else {
            throw StartError("The data folder has no name.")
        }
        self.url = URL(filePath: path, directoryHint: .isDirectory)
        do {
            try FileManager.default.createDirectory(at: self.url, withIntermediateDirectories: true)
        } catch {
            throw StartError("The data folder '\(path)' cannot be created: \(error.localizedDescription)")
        }
        var configuration = Configuration()
        configuration.busyMode = .immediateError
        // The transaction with the lock never ends.
        configuration.allowsUnsafeTransactions = true
        do {
            self.lock = try DatabaseQueue(
                path: self.url.appending(path: "node.lock").path,
                configuration: configuration
            )
            try self.lock.inDatabase { try $0.execute(sql: "BEGIN EXCLUSIVE") }
        } catch let error as DatabaseError where error.resultCode == .SQLITE_BUSY {
            throw StartError(
                """
                Another management node uses the data folder '\(path)'. Stop it first, or give this one a folder of its own: \
                --data FOLDER
                """
            )
        } catch {
            throw StartError("The data folder '\(path)' cannot be used: \(error)")
        }
    }
}

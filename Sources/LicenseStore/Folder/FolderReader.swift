import LicenseCrypto
import LicenseModel

/// Reads and verifies the license files of a folder.
struct FolderReader: Sendable {
    let files: StoreFiles
    let verifier: LicenseVerifier

    /// Reads all license files, and verifies those that have changed.
    ///
    /// - Parameters:
    ///   - root: The open folder.
    ///   - known: What is known of the files. A file with the same bytes is not verified again.
    /// - Returns: The contents of each file. A file that another process deletes meanwhile is not among them.
    /// - Throws: `FileError` if the folder cannot be listed.
    func contents(of root: FileHandle, knowing known: LicenseSet) throws(FileError) -> [FileName: LicenseSet.Contents] {
        let names = try self.files.calls.names(in: root).filter(\.isLicenseFile).sorted()
        let contents = names.parallelMap { name in (name, self.contents(of: name, in: root, known.files[name])) }
        return Dictionary(contents.compactMap { name, contents in contents.map { (name, $0) } }) { first, _ in first }
    }

    /// Returns the contents of a file, or `nil` if the file is gone.
    private func contents(of name: FileName, in root: FileHandle, _ known: LicenseSet.File?) -> LicenseSet.Contents? {
        let bytes: [UInt8]
        do {
            bytes = try self.files
                .read(
                    name,
                    in: root,
                    limit: FolderLayout.maximumLicenseSize,
                    followsLinks: true
                )
                .bytes
        } catch {
            // A link whose target is missing is bad, and a name that is missing is not.
            return error.isMissing && self.isGone(name, in: root) ? nil : .bad(code: error.code)
        }
        let digest = Checksum.digest(of: bytes)
        if let known, known.problem == nil, let digest, known.digest == digest {
            return .licenses(known.entries, digest: digest)
        }
        do {
            return .licenses(try self.verifier.verify(contents: bytes).entries, digest: digest ?? [])
        } catch {
            return .bad(code: error.code.rawValue)
        }
    }

    private func isGone(_ name: FileName, in root: FileHandle) -> Bool {
        do {
            _ = try self.files.calls.attributes(of: name, in: root, followsLinks: false)
            return false
        } catch {
            return error.isMissing
        }
    }
}

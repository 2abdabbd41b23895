import LicenseCrypto
import LicenseModel

/// The licenses that the files of a folder hold, as values: no file is read or written here.
///
/// A set remembers for each file which licenses it held when it was last good. A file that is bad now therefore keeps its
/// licenses, and a file that is gone loses them.
struct LicenseSet: Sendable {
    /// A license with the bytes that it was read from.
    typealias Entry = VerifiedFile.Entry

    /// The contents of a file, as far as they could be read and verified.
    enum Contents: Sendable {
        /// The licenses in the file, and the digest of its bytes.
        case licenses([Entry], digest: [UInt8])

        /// The code of the error because of which the file is bad.
        case bad(code: String)
    }

    /// What the set knows of a file.
    struct File: Sendable {
        /// The licenses that the file held when it was last good.
        let entries: [Entry]

        /// The digest of the file's bytes when it was last good, or an empty array.
        let digest: [UInt8]

        /// Why the file is bad now, or `nil` if it is good.
        let problem: Problem?
    }

    /// Why a file is bad, and since when.
    struct Problem: Sendable, Equatable {
        let code: String
        let since: LicenseInstant
    }

    /// The maximum number of licenses up to which an installation is accepted.
    static let maximumCount = 4_096

    /// The files by their names.
    private(set) var files: [FileName: File] = [:]

    /// Returns the set after all files have been read again.
    ///
    /// - Parameters:
    ///   - contents: The files of the folder with their contents. A file that is not among them is gone.
    ///   - now: The time since when a file is bad that was good before.
    /// - Returns: The set with what the files hold now.
    func reading(_ contents: [FileName: Contents], at now: LicenseInstant) -> LicenseSet {
        var set = LicenseSet()
        for (name, contents) in contents {
            switch contents {
            case .licenses(let entries, let digest):
                set.files[name] = File(entries: entries, digest: digest, problem: nil)
            case .bad(let code):
                let known = self.files[name]
                let since = known?.problem?.code == code ? known?.problem?.since : nil
                set.files[name] = File(
                    entries: known?.entries ?? [],
                    digest: known?.digest ?? [],
                    problem: Problem(code: code, since: since ?? now)
                )
            }
        }
        return set
    }

    /// Returns the set in which files that are bad also keep active licenses that the set does not know from them.
    ///
    /// A license can get another file between two reloads, by a deletion or by hand, and that file can then be damaged.
    ///
    /// - Parameters:
    ///   - active: The active licenses.
    ///   - known: What the files were last known to hold.
    /// - Returns: The set with these licenses.
    func keeping(_ active: [Entry], knowing known: LicenseSet) -> LicenseSet {
        let digests = Set(active.map(\.license.payloadDigest))
        let activeByName = Dictionary(grouping: active) { Self.name(of: $0.license) }
        var set = self
        for (name, file) in self.files where file.problem != nil {
            var seen = Set(file.entries.map(\.license.payloadDigest))
            let others = (known.files[name]?.entries ?? []) + (activeByName[name] ?? [])
            let kept = others.filter { digests.contains($0.license.payloadDigest) }
                .filter { seen.insert($0.license.payloadDigest).inserted }
            set.files[name] = File(entries: file.entries + kept, digest: file.digest, problem: file.problem)
        }
        return set
    }

    /// Returns the set with licenses that were written into files of their own.
    func adding(_ written: [(entry: Entry, name: FileName)]) -> LicenseSet {
        var set = self
        for (entry, name) in written {
            let digest = Checksum.digest(of: entry.source) ?? []
            set.files[name] = File(entries: [entry], digest: digest, problem: nil)
        }
        return set
    }

    /// Returns the set without some licenses, and without the files that held no others.
    func removing(_ digests: Set<PayloadDigest>) -> LicenseSet {
        var set = self
        for (name, file) in self.files {
            let rest = file.entries.filter { !digests.contains($0.license.payloadDigest) }
            if rest.isEmpty, !file.entries.isEmpty {
                set.files[name] = nil
            } else if rest.count < file.entries.count {
                // The digest no longer fits, so the file is verified again when it is read.
                set.files[name] = File(entries: rest, digest: [], problem: file.problem)
            }
        }
        return set
    }

    /// Returns the set with other problems of the files that are bad.
    func replacingProblems(_ transform: (FileName, Problem) -> Problem) -> LicenseSet {
        var set = self
        for (name, file) in self.files {
            if let problem = file.problem {
                set.files[name] = File(entries: file.entries, digest: file.digest, problem: transform(name, problem))
            }
        }
        return set
    }

    /// The contents of all files, as they were last read.
    var contents: [FileName: Contents] {
        self.files.mapValues { file in
            file.problem.map { .bad(code: $0.code) } ?? .licenses(file.entries, digest: file.digest)
        }
    }

    /// The file names in the order of their bytes.
    var names: [FileName] {
        self.files.keys.sorted()
    }

    /// All licenses with their bytes, by the names of their files, each once.
    var entries: [Entry] {
        var seen: Set<PayloadDigest> = []
        return self.names.flatMap { self.files[$0]?.entries ?? [] }
            .filter { seen.insert($0.license.payloadDigest).inserted }
    }

    /// The digests of the licenses in files that are good.
    var goodDigests: Set<PayloadDigest> {
        Set(self.files.values.lazy.filter { $0.problem == nil }.flatMap(\.entries).map(\.license.payloadDigest))
    }

    /// The names of the files that hold or held each license, in the order of their bytes.
    var namesByDigest: [PayloadDigest: [FileName]] {
        var result: [PayloadDigest: [FileName]] = [:]
        for name in self.names {
            for digest in Set(self.files[name]?.entries.map(\.license.payloadDigest) ?? []) {
                result[digest, default: []].append(name)
            }
        }
        return result
    }

    /// The name of the file in which the store keeps a license: its payload digest.
    static func name(of license: License) -> FileName {
        FileName("\(license.payloadDigest).lic")
    }

    /// Returns the name of the file into which to write a license, so that no other license is overwritten.
    ///
    /// It is the license's own name, unless a file that was copied in by hand has that name and holds other licenses.
    ///
    /// - Parameters:
    ///   - license: The license.
    ///   - counts: Whether the license counts among those with its ID. Otherwise its own name would make it count.
    /// - Returns: The name of the file.
    func nameForWriting(_ license: License, counts: Bool = true) -> FileName {
        var number = counts ? 0 : 1
        var name = counts ? Self.name(of: license) : FileName("\(license.payloadDigest).1.lic")
        while let file = self.files[name],
            file.entries.contains(where: { $0.license.payloadDigest != license.payloadDigest })
        {
            number += 1
            name = FileName("\(license.payloadDigest).\(number).lic")
        }
        return name
    }
}

/// What identifies a license apart from its contents: its issuer and its ID.
struct LicenseIdentity: Hashable {
    let issuer: ClaimString
    let id: LicenseID

    init(_ license: License) {
        self.issuer = license.issuer
        self.id = license.id
    }
}

#if DEBUG
import LicensePolicy
import TestSupport

@testable import LicenseStore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// A file system in memory that fails at any call, and knows what a crash after any call leaves on its disk.
///
/// A name is on the disk once its folder is synced, and contents are once the file is synced. Until then a crash can keep
/// or drop each change of a name, and keep, drop or tear the contents.
final class RecordingFiles: FileCalls {
    /// What happens at one of the calls.
    enum Fault: Sendable {
        /// The call with this number fails with an error, and later ones succeed.
        case error(Int32, at: Int)

        /// The call with this number and all later ones fail with an error.
        case errors(Int32, from: Int)
    }

    struct Node: Sendable {
        var kind: FileAttributes.Kind
        var content: [UInt8] = []
        var durable: [UInt8] = []
        var mode: UInt32
        /// The user ID of the owner.
        var owner: UInt32 = RecordingFiles.product
        /// The names in a folder, now and on the disk.
        var names: [FileName: Int] = [:]
        var durableNames: [FileName: Int] = [:]
        /// The changes of names since the folder was synced, each of which a crash keeps or drops.
        var pending: [[FileName: Int?]] = []
        /// The name that a link leads to in the same folder, or `nil` for one that leads outside.
        var target: FileName?
    }

    fileprivate struct Opened: Sendable {
        let node: Int
        var position = 0
        let appends: Bool
    }

    struct State: Sendable {
        var nodes: [Node] = [Node(kind: .folder, mode: 0o755)]
        fileprivate var opened: [Int32: Opened] = [:]
        fileprivate var nextHandle: Int32 = 3
        fileprivate var locks: [Int: Int32] = [:]
        var calls: [String] = []
        /// Whether no call confirms anything, while all others succeed.
        var failsSync = false
        /// The user ID with which the store uses the files.
        var user = RecordingFiles.product
        var fault: Fault?
        /// The files before each call, if they are recorded.
        var history: [[Node]]?
        /// The most bytes that one call writes.
        var largestWrite = Int.max
        /// How many bytes too few each write puts into the file without saying so.
        var lostBytes = 0
        /// How many bytes too few a file seems to have when it is read.
        var hiddenBytes = 0
        /// How many bytes each read adds to the end of the file.
        var growth = 0
        /// Names that a listing has, of files that are gone by then.
        var goneNames: [FileName] = []
        /// A folder that the process may not open.
        var deniedFolder: FileName?
    }

    let state: Lock<State>

    init(_ nodes: [Node] = [Node(kind: .folder, mode: 0o755)]) {
        var state = State()
        state.nodes = nodes
        self.state = Lock(state)
    }

    /// The number of calls so far.
    var callCount: Int {
        self.state.withLock { $0.calls.count }
    }

    /// The number of files and folders that are open.
    var openCount: Int {
        self.state.withLock { $0.opened.count }
    }

    /// Sets the fault for the calls from now on, which start at number 0.
    func inject(_ fault: Fault?) {
        self.state.withLock {
            $0.fault = fault
            $0.calls = []
        }
    }

    private func call<Result>(
        _ name: String,
        _ body: (inout State) throws(FileError) -> Result
    ) throws(FileError) -> Result {
        try self.state.withLock { state throws(FileError) in
            let number = state.calls.count
            state.calls.append(name)
            state.history?.append(state.nodes)
            switch state.fault {
            case .error(let error, let at) where at == number: throw FileError(number: error)
            case .errors(let error, let from) where from <= number: throw FileError(number: error)
            default: break
            }
            return try body(&state)
        }
    }

    func openFolder(at path: String) throws(FileError) -> FileHandle {
        try self.call("open folder \(path)") { state throws(FileError) in
            let node = try Self.node(at: path, state)
            guard state.nodes[node].kind == .folder else {
                throw FileError(number: ENOTDIR)
            }
            return Self.open(node, &state)
        }
    }

    func openFolder(_ name: FileName, in folder: FileHandle) throws(FileError) -> FileHandle {
        try self.call("open folder \(name)") { state throws(FileError) in
            guard name != state.deniedFolder else {
                throw FileError(number: EACCES)
            }
            let node = try Self.node(name, in: folder, state)
            guard state.nodes[node].kind == .folder else {
                throw FileError(number: state.nodes[node].kind == .link ? ELOOP : ENOTDIR)
            }
            return Self.open(node, &state)
        }
    }

    func makeFolder(at path: String, mode: UInt32) throws(FileError) {
        try self.call("make folder \(path)") { state throws(FileError) in
            let name = FileName(String(path.dropFirst()))
            guard state.nodes[0].names[name] == nil else {
                throw FileError(number: EEXIST)
            }
            Self.make(Node(kind: .folder, mode: mode & ~0o077), name, in: 0, &state)
        }
    }

    func makeFolder(_ name: FileName, in folder: FileHandle, mode: UInt32) throws(FileError) {
        try self.call("make folder \(name)") { state throws(FileError) in
            let parent = try Self.node(folder, state)
            guard state.nodes[parent].names[name] == nil else {
                throw FileError(number: EEXIST)
            }
            Self.make(Node(kind: .folder, mode: mode & ~0o022), name, in: parent, &state)
        }
    }

    func attributes(of name: FileName, in folder: FileHandle, followsLinks: Bool) throws(FileError) -> FileAttributes {
        try self.call("attributes \(name)") { state throws(FileError) in
            let node = try Self.node(name, in: folder, state)
            return Self.attributes(state.nodes[followsLinks ? try Self.follow(node, in: folder, state) : node])
        }
    }

    func attributes(of file: FileHandle) throws(FileError) -> FileAttributes {
        try self.call("attributes") { state throws(FileError) in
            Self.attributes(state.nodes[try Self.node(file, state)])
        }
    }

    func open(_ name: FileName, in folder: FileHandle, _ access: FileAccess) throws(FileError) -> FileHandle {
        try self.call("open \(name)") { state throws(FileError) in
            let parent = try Self.node(folder, state)
            let existing = state.nodes[parent].names[name]
            switch access {
            case .create(let mode):
                guard existing == nil else {
                    throw FileError(number: EEXIST)
                }
                let node = Self.make(Node(kind: .regular, mode: mode & ~0o077), name, in: parent, &state)
                return Self.open(node, &state)
            case .append(let mode):
                let node = existing ?? Self.make(Node(kind: .regular, mode: mode), name, in: parent, &state)
                precondition(state.nodes[node].kind == .regular, "The store opens \(name)")
                return Self.open(node, &state, appends: true)
            case .read, .readFollowingLinks:
                var node = try Self.node(name, in: folder, state)
                if access == .readFollowingLinks {
                    node = try Self.follow(node, in: folder, state)
                }
                precondition(state.nodes[node].kind == .regular, "The store opens \(name)")
                return Self.open(node, &state)
            }
        }
    }

    func openFile(at path: String) throws(FileError) -> FileHandle {
        try self.call("open \(path)") { state throws(FileError) in
            let node = try Self.node(at: path, state)
            guard state.nodes[node].kind == .regular else {
                throw FileError.notRegular
            }
            return Self.open(node, &state)
        }
    }

    func close(_ file: FileHandle) {
        self.state.withLock { state in
            if let opened = state.opened.removeValue(forKey: file.number), state.locks[opened.node] == file.number {
                state.locks[opened.node] = nil
            }
        }
    }

    func read(_ file: FileHandle, atMost count: Int) throws(FileError) -> [UInt8] {
        try self.call("read") { state throws(FileError) in
            let node = try Self.node(file, state)
            let position = state.opened[file.number]?.position ?? 0
            state.nodes[node].content += Array(repeating: 0x20, count: state.growth)
            let bytes = Array(state.nodes[node].content.dropLast(state.hiddenBytes).dropFirst(position).prefix(count))
            state.opened[file.number]?.position += bytes.count
            return bytes
        }
    }

    func write(_ bytes: ArraySlice<UInt8>, to file: FileHandle) throws(FileError) -> Int {
        try self.call("write") { state throws(FileError) in
            let node = try Self.node(file, state)
            let written = bytes.prefix(state.largestWrite)
            state.nodes[node].content += written.dropLast(state.lostBytes)
            return written.count
        }
    }

    func rewind(_ file: FileHandle) throws(FileError) {
        try self.call("rewind") { state throws(FileError) in
            state.opened[file.number]?.position = 0
        }
    }

    /// The user ID of the product.
    static let product: UInt32 = 1_000

    var user: UInt32 {
        self.state.withLock { $0.user }
    }

    func setOwner(of file: FileHandle, asOf folder: FileHandle) {
        self.state.withLock { state in
            guard state.user == 0, let node = try? Self.node(file, state), let parent = try? Self.node(folder, state)
            else {
                return
            }
            state.nodes[node].owner = state.nodes[parent].owner
        }
    }

    func setMode(_ mode: UInt32, of file: FileHandle) throws(FileError) {
        try self.call("mode") { state throws(FileError) in
            state.nodes[try Self.node(file, state)].mode = mode
        }
    }

    func sync(_ file: FileHandle) throws(FileError) {
        try self.call("sync") { state throws(FileError) in
            guard !state.failsSync else {
                throw FileError(number: EIO)
            }
            let node = try Self.node(file, state)
            state.nodes[node].durable = state.nodes[node].content
            state.nodes[node].durableNames = state.nodes[node].names
            state.nodes[node].pending = []
        }
    }

    func rename(_ name: FileName, to newName: FileName, in folder: FileHandle) throws(FileError) {
        try self.call("rename \(name) \(newName)") { state throws(FileError) in
            let parent = try Self.node(folder, state)
            let node = try Self.node(name, in: folder, state)
            Self.change([name: Int?.none, newName: node], in: parent, &state)
        }
    }

    func remove(_ name: FileName, in folder: FileHandle) throws(FileError) {
        try self.call("remove \(name)") { state throws(FileError) in
            _ = try Self.node(name, in: folder, state)
            Self.change([name: Int?.none], in: try Self.node(folder, state), &state)
        }
    }

    func names(in folder: FileHandle) throws(FileError) -> [FileName] {
        try self.call("names") { state throws(FileError) in
            Array(state.nodes[try Self.node(folder, state)].names.keys) + state.goneNames
        }
    }

    func tryLock(_ file: FileHandle) throws(FileError) -> Bool {
        try self.call("lock") { state throws(FileError) in
            let node = try Self.node(file, state)
            guard state.locks[node] == nil else {
                return false
            }
            state.locks[node] = file.number
            return true
        }
    }

    func pause(milliseconds: Int) {}
}

// The files of the fake, by handle, name and path.
extension RecordingFiles {
    @discardableResult
    private static func make(_ node: Node, _ name: FileName, in parent: Int, _ state: inout State) -> Int {
        state.nodes.append(node)
        state.nodes[state.nodes.count - 1].owner = state.user
        self.change([name: state.nodes.count - 1], in: parent, &state)
        return state.nodes.count - 1
    }

    private static func change(_ names: [FileName: Int?], in folder: Int, _ state: inout State) {
        state.nodes[folder].pending.append(names)
        for (name, node) in names {
            state.nodes[folder].names[name] = node
        }
    }

    private static func open(_ node: Int, _ state: inout State, appends: Bool = false) -> FileHandle {
        state.nextHandle += 1
        state.opened[state.nextHandle] = Opened(node: node, appends: appends)
        return FileHandle(number: state.nextHandle)
    }

    private static func node(_ file: FileHandle, _ state: State) throws(FileError) -> Int {
        guard let opened = state.opened[file.number] else {
            throw FileError(number: EBADF)
        }
        return opened.node
    }

    private static func node(_ name: FileName, in folder: FileHandle, _ state: State) throws(FileError) -> Int {
        guard let node = state.nodes[try self.node(folder, state)].names[name] else {
            throw FileError.missing
        }
        return node
    }

    private static func follow(_ node: Int, in folder: FileHandle, _ state: State) throws(FileError) -> Int {
        guard state.nodes[node].kind == .link else {
            return node
        }
        guard let target = state.nodes[node].target else {
            throw FileError.link
        }
        return try self.node(target, in: folder, state)
    }

    private static func node(at path: String, _ state: State) throws(FileError) -> Int {
        var node = 0
        for part in path.split(separator: "/") {
            guard let next = state.nodes[node].names[FileName(String(part))] else {
                throw FileError.missing
            }
            node = next
        }
        return node
    }

    private static func attributes(_ node: Node) -> FileAttributes {
        FileAttributes(kind: node.kind, size: Int64(node.content.count), mode: node.mode, owner: node.owner)
    }
}

// What tests do to the files without the store, and what they see.
extension RecordingFiles {
    /// Puts a file or another node at a path whose folder exists, safely on the disk.
    func put(_ node: Node, at path: String) {
        self.state.withLock { state in
            let parts = path.split(separator: "/")
            guard let name = parts.last,
                let parent = try? Self.node(at: parts.dropLast().joined(separator: "/"), state)
            else {
                preconditionFailure("No folder for \(path)")
            }
            var node = node
            node.durable = node.content
            state.nodes.append(node)
            state.nodes[parent].names[FileName(String(name))] = state.nodes.count - 1
            state.nodes[parent].durableNames[FileName(String(name))] = state.nodes.count - 1
        }
    }

    /// Puts a regular file at a path.
    func put(_ text: String, at path: String, mode: UInt32 = 0o644) {
        self.put(Node(kind: .regular, content: Array(text.utf8), mode: mode), at: path)
    }

    /// Removes what is at a path.
    func take(_ path: String) {
        self.state.withLock { state in
            let parts = path.split(separator: "/")
            guard let name = parts.last,
                let parent = try? Self.node(at: parts.dropLast().joined(separator: "/"), state)
            else {
                return
            }
            state.nodes[parent].names[FileName(String(name))] = nil
            state.nodes[parent].durableNames[FileName(String(name))] = nil
        }
    }

    /// Returns the node at a path.
    func node(at path: String) -> Node? {
        self.state.withLock { state in (try? Self.node(at: path, state)).map { state.nodes[$0] } }
    }

    /// Returns the contents of the file at a path.
    func text(at path: String) -> String? {
        self.node(at: path).map { String(decoding: $0.content, as: UTF8.self) }
    }

    /// Changes the node at a path.
    func edit(_ path: String, _ change: (inout Node) -> Void) {
        self.state.withLock { state in
            if let index = try? Self.node(at: path, state) {
                change(&state.nodes[index])
                state.nodes[index].durable = state.nodes[index].content
            }
        }
    }

    /// The names in a folder, in the order of their bytes.
    func names(at path: String) -> [String] {
        (self.node(at: path)?.names.keys.sorted() ?? []).map { "\($0)" }
    }

    /// A copy of the files as they are now, without anything open.
    func copy() -> RecordingFiles {
        RecordingFiles(self.state.withLock { $0.nodes })
    }

    /// Returns the files as they are before each call of a change.
    func history(of change: (RecordingFiles) throws -> Void) throws -> [[Node]] {
        self.state.withLock { $0.history = [] }
        try change(self)
        return self.state.withLock { $0.history ?? [] }
    }

    /// Returns every state of the disk in which a crash can leave it while the files are as given.
    ///
    /// With many changes of names that are not synced, only a part of their combinations is returned: each prefix, each
    /// single change alone, all but a single change, and some at random.
    static func crashImages(of nodes: [Node]) -> [[Node]] {
        var images: [[Node]] = [nodes]
        for index in nodes.indices where nodes[index].kind == .folder {
            let subsets = self.subsets(nodes[index].pending.count)
            images = images.flatMap { image in
                subsets.map { kept in
                    var image = image
                    var names = nodes[index].durableNames
                    for (change, isKept) in zip(nodes[index].pending, kept) where isKept {
                        for (name, node) in change {
                            names[name] = node
                        }
                    }
                    image[index].names = names
                    image[index].durableNames = names
                    image[index].pending = []
                    return image
                }
            }
        }
        for index in nodes.indices where nodes[index].kind == .regular && nodes[index].content != nodes[index].durable {
            let content = nodes[index].content
            let old = nodes[index].durable
            // What is appended can be torn, too: the old contents stay in front.
            let torn = content.starts(with: old) ? old.count + (content.count - old.count) / 2 : content.count / 2
            images = images.flatMap { image in
                [content, old, Array(content.prefix(torn))]
                    .map { content in
                        var image = image
                        image[index].content = content
                        image[index].durable = content
                        return image
                    }
            }
        }
        return images
    }

    private static func subsets(_ count: Int) -> [[Bool]] {
        guard count > 5 else {
            return (0..<(1 << count)).map { bits in (0..<count).map { bits & (1 << $0) != 0 } }
        }
        var random = SplitMix64(seed: UInt64(count))
        var subsets = (0...count).map { kept in (0..<count).map { $0 < kept } }
        subsets += (0..<count).map { single in (0..<count).map { $0 == single } }
        subsets += (0..<count).map { single in (0..<count).map { $0 != single } }
        subsets += (0..<16).map { _ in (0..<count).map { _ in random.oneIn(2) } }
        return subsets
    }
}
#endif

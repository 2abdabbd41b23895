import CLicenseOpenSSL

/// Bytes that are overwritten when the last reference to them goes: a private key's text, or a password.
///
/// What a caller makes of them is the caller's: a Swift `String` or array that held the same bytes before or after cannot
/// be overwritten from here. Read a secret into this type as early as possible.
@safe public final class SecretBytes: Sendable {
    /// How many bytes there are.
    public var count: Int {
        unsafe self.buffer.count
    }

    nonisolated(unsafe) private let buffer: UnsafeMutableBufferPointer<UInt8>

    /// Makes bytes of a known number, and has them filled in place.
    init(count: Int, _ fill: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        unsafe self.buffer = .allocate(capacity: count)
        unsafe self.buffer.initialize(repeating: 0)
        unsafe fill(self.buffer)
    }

    /// Copies some bytes.
    ///
    /// - Parameter bytes: The bytes. They stay where they were, too.
    public convenience init(_ bytes: some Collection<UInt8>) {
        unsafe self.init(count: bytes.count) { buffer in
            _ = unsafe buffer.update(fromContentsOf: bytes)
        }
    }

    /// Copies the UTF-8 of a text.
    ///
    /// - Parameter text: The text. It stays where it was, too.
    public convenience init(_ text: String) {
        self.init(text.utf8)
    }

    /// Makes bytes that a function puts in place, such as by reading a file into them: no other copy is left.
    ///
    /// - Parameters:
    ///   - capacity: The most bytes that there can be.
    ///   - fill: The function. What it appends is the secret. What it appended before it threw is overwritten.
    /// - Throws: What the function throws.
    public convenience init<Failure: Error>(
        capacity: Int,
        _ fill: (inout OutputSpan<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let room = unsafe SecretBytes(count: capacity) { _ in }
        var output = unsafe OutputSpan(buffer: room.buffer, initializedCount: 0)
        try fill(&output)
        let count = unsafe output.finalize(for: room.buffer)
        unsafe self.init(count: count) { buffer in
            _ = unsafe buffer.update(fromContentsOf: room.buffer.prefix(count))
        }
    }

    /// Joins secrets.
    convenience init(joining parts: [SecretBytes]) {
        unsafe self.init(count: parts.reduce(0) { $0 + $1.count }) { buffer in
            var position = 0
            for part in parts {
                position = unsafe buffer.suffix(from: position).update(fromContentsOf: part.buffer)
            }
        }
    }

    /// Moves bytes out of an array, which is overwritten.
    convenience init(moving bytes: inout [UInt8]) {
        self.init(bytes)
        bytes.overwrite()
    }

    deinit {
        self.overwrite()
        unsafe self.buffer.deallocate()
    }

    /// Overwrites the bytes with zeros, in a way that no compiler leaves out.
    package func overwrite() {
        unsafe OPENSSL_cleanse(self.buffer.baseAddress, self.buffer.count)
    }

    /// Gives access to the bytes for as long as a function runs.
    ///
    /// - Parameter body: The function. The bytes must not leave it.
    /// - Returns: What the function returns.
    /// - Throws: What the function throws.
    public func withBytes<Result, Failure: Error>(
        _ body: (borrowing Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeBufferPointer(self.buffer).span)
    }

    /// Gives access to the bytes as libcrypto takes them.
    func withPointer<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        unsafe body(UnsafeBufferPointer(self.buffer))
    }

    /// Gives the bytes as an array that is overwritten afterwards, for which no copy of it may be kept.
    func withArray<Result, Failure: Error>(
        _ body: ([UInt8]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var copy = unsafe Array(self.buffer)
        defer { copy.overwrite() }
        return try body(copy)
    }

    /// The bytes as a text: a copy that nothing overwrites.
    ///
    /// It is for writing a key out where an interface wants a `String`; ``withBytes(_:)`` leaves no copy.
    public var text: String {
        unsafe String(decoding: self.buffer, as: UTF8.self)
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// How many bytes there are, without the bytes.
    public var description: String {
        "SecretBytes(\(self.count) bytes)"
    }

    /// How many bytes there are, without the bytes.
    public var debugDescription: String {
        self.description
    }

    /// How many bytes there are, without the bytes.
    public var customMirror: Mirror {
        Mirror(self, children: ["count": self.count])
    }
}

extension [UInt8] {
    /// Overwrites the bytes with zeros where they are.
    mutating func overwrite() {
        let address = unsafe self.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        unsafe self.withUnsafeMutableBytes { buffer in
            // Had somebody kept a copy of the array, the zeros would have gone to a new one.
            assert(UInt(bitPattern: buffer.baseAddress) == address, "A secret is kept somewhere else")
            unsafe OPENSSL_cleanse(buffer.baseAddress, buffer.count)
        }
    }
}

import CLicenseOpenSSL

/// A buffer for a secret, such as a private key or a password, that is overwritten when it is released.
///
/// The type cannot overwrite other copies of the secret, such as a `String` or an array that you create from it or pass
/// to it. Read a secret directly into this type if you can:
///
/// ```swift
/// let password = SecretBytes(capacity: 1_024) { password in
///     while case let byte = getchar(), byte != EOF, byte != 0x0A, !password.isFull {
///         password.append(UInt8(byte))
///     }
/// }
/// ```
@safe public final class SecretBytes: Sendable {
    /// The number of bytes in the buffer.
    public var count: Int {
        unsafe self.buffer.count
    }

    nonisolated(unsafe) private let buffer: UnsafeMutableBufferPointer<UInt8>

    /// Creates a buffer of a known size and lets a function fill it in place.
    init(count: Int, _ fill: (UnsafeMutableBufferPointer<UInt8>) -> Void) {
        unsafe self.buffer = .allocate(capacity: count)
        unsafe self.buffer.initialize(repeating: 0)
        unsafe fill(self.buffer)
    }

    /// Creates a buffer with a copy of the given bytes.
    ///
    /// - Parameter bytes: The bytes to copy. The original is not overwritten.
    public convenience init(_ bytes: some Collection<UInt8>) {
        unsafe self.init(count: bytes.count) { buffer in
            _ = unsafe buffer.update(fromContentsOf: bytes)
        }
    }

    /// Creates a buffer with the UTF-8 encoding of a string.
    ///
    /// - Parameter text: The string to copy. The original is not overwritten.
    public convenience init(_ text: String) {
        self.init(text.utf8)
    }

    /// Creates a buffer that a function fills in place, for example from a file, without leaving other copies.
    ///
    /// - Parameters:
    ///   - capacity: The maximum number of bytes that the function can append.
    ///   - fill: A function that appends the secret to the span. If it throws, the bytes that it appended are
    ///     overwritten.
    /// - Throws: Any error that the function throws.
    public convenience init<Failure: Error>(
        capacity: Int,
        _ fill: (inout OutputSpan<UInt8>) throws(Failure) -> Void
    ) throws(Failure) {
        let scratch = unsafe SecretBytes(count: capacity) { _ in }
        var output = unsafe OutputSpan(buffer: scratch.buffer, initializedCount: 0)
        try fill(&output)
        let count = unsafe output.finalize(for: scratch.buffer)
        unsafe self.init(count: count) { buffer in
            _ = unsafe buffer.update(fromContentsOf: scratch.buffer.prefix(count))
        }
    }

    /// Creates a buffer with the concatenation of several secrets.
    convenience init(joining parts: [SecretBytes]) {
        unsafe self.init(count: parts.reduce(0) { $0 + $1.count }) { buffer in
            var position = 0
            for part in parts {
                position = unsafe buffer.suffix(from: position).update(fromContentsOf: part.buffer)
            }
        }
    }

    /// Creates a buffer with the bytes of an array, and overwrites the array.
    convenience init(moving bytes: inout [UInt8]) {
        self.init(bytes)
        bytes.overwrite()
    }

    deinit {
        self.overwrite()
        unsafe self.buffer.deallocate()
    }

    /// Overwrites the bytes with zeros, in a way that the compiler cannot optimize away.
    package func overwrite() {
        unsafe OPENSSL_cleanse(self.buffer.baseAddress, self.buffer.count)
    }

    /// Calls a function with access to the bytes.
    ///
    /// - Parameter body: A function that reads the bytes. It should not copy them to memory that is not overwritten.
    /// - Returns: The result of the function.
    /// - Throws: Any error that the function throws.
    public func withBytes<Result, Failure: Error>(
        _ body: (borrowing Span<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try unsafe body(UnsafeBufferPointer(self.buffer).span)
    }

    /// Calls a function with a pointer to the bytes, for libcrypto.
    func withPointer<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        unsafe body(UnsafeBufferPointer(self.buffer))
    }

    /// Calls a function with the bytes as an array, and overwrites the array afterwards.
    ///
    /// The function must not keep a reference to the array, because the reference would keep the secret.
    func withArray<Result, Failure: Error>(
        _ body: ([UInt8]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        var copy = unsafe Array(self.buffer)
        defer { copy.overwrite() }
        return try body(copy)
    }

    /// A copy of the bytes as a string, which is never overwritten.
    ///
    /// Bytes that are not valid UTF-8 are replaced by U+FFFD.
    ///
    /// Use it only for an API that requires a `String`. Otherwise use ``withBytes(_:)``, which does not copy the bytes.
    public var text: String {
        unsafe String(decoding: self.buffer, as: UTF8.self)
    }
}

extension SecretBytes: CustomStringConvertible, CustomReflectable {
    /// A description that shows the number of bytes but not the secret.
    public var description: String {
        "SecretBytes(\(self.count) bytes)"
    }

    /// A mirror that shows the number of bytes but not the secret.
    public var customMirror: Mirror {
        Mirror(self, children: ["count": self.count])
    }
}

extension [UInt8] {
    /// Overwrites the bytes of the array with zeros, in place.
    mutating func overwrite() {
        let address = unsafe self.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        unsafe self.withUnsafeMutableBytes { buffer in
            // If another reference to the array existed, copy-on-write would have written the zeros to a new buffer.
            assert(UInt(bitPattern: buffer.baseAddress) == address, "Another reference to the secret exists")
            unsafe OPENSSL_cleanse(buffer.baseAddress, buffer.count)
        }
    }
}

import Foundation

/// A search for copies of a part of a secret in all writable memory of the process.
///
/// The part itself and the buffer for the search are on separate pages, which are not searched.
@safe package final class MemorySearch {
    private static let chunkSize = 1 << 20
    private static let size = chunkSize + 4_096

    /// The pages that are not searched: the needles, 64 bytes each, and then the buffer for memory that is read.
    private let pages: UnsafeMutableRawPointer
    private var needleSizes: [Int] = []

    /// Descriptions of the copies that the last search found: the needle, its position, and the memory mapping.
    package private(set) var matches: [String] = []

    /// Creates a search that remembers nothing yet.
    package init() {
        guard let pages = unsafe mmap(nil, Self.size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0),
            unsafe pages != MAP_FAILED
        else {
            preconditionFailure("Out of memory")
        }
        unsafe self.pages = pages
    }

    deinit {
        unsafe munmap(self.pages, Self.size)
    }

    /// Remembers the 32 base64url characters after a marker, and the 24 bytes that they encode.
    ///
    /// The bytes are remembered in both orders, because libcrypto stores numbers with the least significant byte first.
    package func remember(_ bytes: borrowing Span<UInt8>, after marker: String) {
        let marker = Array(marker.utf8)
        var start = 0
        while !marker.indices.allSatisfy({ bytes[start + $0] == marker[$0] }) {
            start += 1
        }
        start += marker.count
        let needles = unsafe self.pages.assumingMemoryBound(to: UInt8.self)
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        for index in 0..<32 {
            unsafe needles[index] = bytes[start + index]
        }
        // Decode directly into the pages: an array would be a copy in memory that is searched.
        for group in 0..<8 {
            var bits: UInt32 = 0
            for offset in 0..<4 {
                let value = alphabet.firstIndex(of: bytes[start + group * 4 + offset]) ?? 0
                bits = bits << 6 | UInt32(value)
            }
            for byte in 0..<3 {
                let value = UInt8(truncatingIfNeeded: bits >> UInt32(16 - byte * 8))
                let position = group * 3 + byte
                unsafe needles[64 + position] = value
                unsafe needles[128 + 23 - position] = value
            }
        }
        self.needleSizes = [32, 24, 24]
    }

    /// Returns the number of copies of the needles in memory, or -1 if memory cannot be read.
    package func count() -> Int {
        let memory = unsafe open("/proc/self/mem", O_RDONLY)
        defer { close(memory) }
        guard memory >= 0, let maps = try? String(contentsOfFile: "/proc/self/maps", encoding: .utf8) else {
            return -1
        }
        var count = 0
        self.matches = []
        for line in maps.split(separator: "\n") where line.contains(" rw") {
            let range = line.prefix { $0 != " " }.split(separator: "-").compactMap { UInt64($0, radix: 16) }
            guard range.count == 2 else {
                return -1
            }
            let own = unsafe UInt64(UInt(bitPattern: self.pages))
            if (range[0]..<range[1]).contains(own) {
                count += self.count(in: range[0]..<own, of: memory, line)
                count += self.count(in: (own + UInt64(Self.size))..<range[1], of: memory, line)
            } else {
                count += self.count(in: range[0]..<range[1], of: memory, line)
            }
        }
        return count
    }

    private func count(in range: Range<UInt64>, of memory: Int32, _ line: Substring) -> Int {
        let chunk = unsafe self.pages + 4_096
        var count = 0
        var position = range.lowerBound
        while position < range.upperBound {
            let wanted = min(Self.chunkSize, Int(range.upperBound - position))
            let read = unsafe pread(memory, chunk, wanted, off_t(position))
            guard read > 0 else {
                break
            }
            for (index, size) in self.needleSizes.enumerated() {
                let needle = unsafe self.pages + index * 64
                let first = unsafe Int32(needle.load(as: UInt8.self))
                var rest = unsafe chunk
                while let found = unsafe memchr(rest, first, read - (rest - chunk)) {
                    if unsafe read - (found - chunk) >= size, unsafe memcmp(found, needle, size) == 0 {
                        count += 1
                        let address = unsafe position + UInt64(found - chunk)
                        self.matches.append(
                            "needle \(index), \(address - range.lowerBound) bytes from the start and \(range.upperBound - address) from"
                                + " the end of \(line)"
                        )
                    }
                    unsafe rest = found + 1
                }
            }
            // Chunks overlap so that a needle across their boundary is found.
            position += read == wanted && wanted == Self.chunkSize ? UInt64(read - 64) : UInt64(read)
        }
        return count
    }
}

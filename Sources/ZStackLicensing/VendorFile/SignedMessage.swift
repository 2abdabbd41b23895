import LicenseModel

/// A clear-signed S/MIME message of exactly the form that the vendor's license files have (RFC 8551, section 3.5.3).
///
/// The message has the license in its first part and a detached signature in its second part. The initializer checks the
/// form only: it decodes nothing of the first part.
struct SignedMessage {
    /// The bytes that are signed: the first part with its header, and CRLF between its lines (RFC 8551, section 3.1.1).
    ///
    /// The line end before the next delimiter belongs to the delimiter (RFC 2046, section 5.1.1).
    let signedText: [UInt8]

    /// The text of the first part after its header, without line ends: characters of base64, which are not decoded yet.
    let payload: [UInt8]

    /// The name of the digest algorithm in the header: `micalg` (RFC 8551, section 3.5.3.2).
    let digestName: String

    /// The signature: the second part, decoded.
    let signature: [UInt8]

    /// The largest file in bytes: 64 KiB.
    static let maximumSize = 64 * 1_024

    /// The largest signature in bytes: 16 KiB.
    static let maximumSignatureSize = 16 * 1_024

    /// The first line of each file of this form.
    static let firstLine = Array("MIME-Version: 1.0".utf8)

    /// Reads a message from its bytes.
    ///
    /// - Parameter contents: The contents of the file.
    /// - Throws: `LicenseError` with `tooLarge` or `malformed` if the file has any other form.
    init(_ contents: [UInt8]) throws(LicenseError) {
        try VendorFileRule.fileSize.require(contents.count <= Self.maximumSize)
        let lines = try FileLines(contents)
        let header = try MessageHeader(lines)
        let delimiters = try Self.delimiters(in: lines, header.boundary)
        try Self.checkPreamble(lines, before: delimiters[0])
        try Self.checkEpilogue(lines, after: delimiters[2])
        self.digestName = header.digestName
        (self.signedText, self.payload) = try Self.text(lines, delimiters[0] + 1..<delimiters[1])
        self.signature = try Self.signature(lines, delimiters[1] + 1..<delimiters[2], header.type)
    }

    /// Returns the indices of the three delimiter lines, of which the last closes the message (RFC 2046, section 5.1.1).
    ///
    /// Some readers find delimiters by their prefix, so that they see other parts than others do. A line with the prefix and
    /// anything else therefore refuses the file.
    private static func delimiters(in lines: FileLines, _ boundary: [UInt8]) throws(LicenseError) -> [Int] {
        let delimiter = Array("--".utf8) + boundary
        let close = delimiter + Array("--".utf8)
        var found: [Int] = []
        var isInOrder = true
        for line in 0..<lines.count where lines.startsLine(line, delimiter) {
            let isClose = lines.isLine(line, close)
            try VendorFileRule.delimiterLookalike.require(isClose || lines.isLine(line, delimiter), at: line + 1)
            isInOrder = isInOrder && isClose == (found.count == 2)
            found.append(line)
        }
        try VendorFileRule.delimiters.require(isInOrder && found.count == 3)
        return found
    }

    /// Checks that nothing precedes the first part, or a blank line, with the line that OpenSSL writes before it or not.
    private static func checkPreamble(_ lines: FileLines, before end: Int) throws(LicenseError) {
        var line = MessageHeader.count
        guard line < end else {
            return
        }
        if lines.isLine(line, "This is an S/MIME signed message") {
            line += 1
        }
        try VendorFileRule.preamble.require(lines.isBlank(line), at: line + 1)
        try VendorFileRule.preamble.require(line + 1 == end, at: line + 2)
    }

    private static func checkEpilogue(_ lines: FileLines, after end: Int) throws(LicenseError) {
        for line in end + 1..<lines.count {
            try VendorFileRule.epilogue.require(lines.isBlank(line), at: line + 1)
        }
    }

    /// Returns the signed bytes and the text of the first part.
    private static func text(
        _ lines: FileLines,
        _ part: Range<Int>
    ) throws(LicenseError) -> (signed: [UInt8], payload: [UInt8]) {
        let hasHeader = lines.isLine(part.lowerBound, "Content-Type: text/plain") && lines.isBlank(part.lowerBound + 1)
        try VendorFileRule.textHeader.require(hasHeader, at: part.lowerBound + 1)
        var signed: [UInt8] = []
        var payload: [UInt8] = []
        let size = lines[part.upperBound].lowerBound - lines[part.lowerBound].lowerBound
        signed.reserveCapacity(size + part.count)
        payload.reserveCapacity(size)
        for line in part {
            let range = lines[line]
            if line > part.lowerBound {
                signed.append(UInt8(ascii: "\r"))
                signed.append(UInt8(ascii: "\n"))
            }
            signed.append(contentsOf: lines.bytes[range])
            if line > part.lowerBound + 1 {
                let isBase64 = lines.bytes[range].allSatisfy(Self.isBase64)
                try VendorFileRule.textAlphabet.require(isBase64, at: line + 1)
                payload.append(contentsOf: lines.bytes[range])
            }
        }
        return (signed, payload)
    }

    /// Returns the second part, decoded.
    private static func signature(
        _ lines: FileLines,
        _ part: Range<Int>,
        _ type: String
    ) throws(LicenseError) -> [UInt8] {
        let header = [
            "Content-Type: \(type); name=\"smime.p7s\"", "Content-Transfer-Encoding: base64",
            "Content-Disposition: attachment; filename=\"smime.p7s\"", "",
        ]
        for (offset, text) in header.enumerated() {
            let line = part.lowerBound + offset
            try VendorFileRule.signatureHeader.require(lines.isLine(line, text), at: line + 1)
        }
        let start = part.lowerBound + header.count
        // The last line can be blank: OpenSSL ends the text with a line end that is not the delimiter's.
        let end = lines.isBlank(part.upperBound - 1) ? max(start, part.upperBound - 1) : part.upperBound
        var text: [UInt8] = []
        text.reserveCapacity(Self.maximumSignatureSize / 4)
        for line in start..<end {
            try VendorFileRule.signatureLines.require(!lines.isBlank(line), at: line + 1)
            text.append(contentsOf: lines.bytes[lines[line]])
        }
        return try Self.decoded(text)
    }

    private static func isBase64(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}

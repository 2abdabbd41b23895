import LicenseCrypto
import LicenseModel

/// The two headers of a license file, and the blank line after them.
///
/// They must be exactly the lines that OpenSSL writes, with the parameters in its order and without folded lines.
struct MessageHeader {
    /// The number of lines, the blank one included.
    static let count = 3

    /// The media type of the signature: the parameter `protocol` (RFC 1847, section 2.1).
    ///
    /// The type with `x-` is the older one (RFC 8551, section 3.5.3).
    let type: String

    /// The name of the digest algorithm: the parameter `micalg` (RFC 8551, section 3.5.3.2).
    let digestName: String

    /// The boundary between the parts: 1 to 70 characters (RFC 2046, section 5.1.1).
    let boundary: [UInt8]

    /// Reads the headers of a file.
    ///
    /// The first line is that of each file, by which it is recognized.
    ///
    /// - Throws: `LicenseError` with `malformed` if the next two lines are anything else.
    init(_ lines: FileLines) throws(LicenseError) {
        try VendorFileRule.headers.require(lines.count > 1)
        let parameters = Self.parameters(in: lines.bytes[lines[1]])
        (self.type, self.digestName, self.boundary) = try VendorFileRule.headerParameters.unwrap(parameters)
        let isBoundary = (1...70).contains(self.boundary.count) && self.boundary.allSatisfy(Self.isBoundary)
        try VendorFileRule.boundary.require(isBoundary, at: 2)
        try VendorFileRule.blankAfterHeaders.require(lines.isBlank(2), at: 3)
    }

    private static func parameters(in line: ArraySlice<UInt8>) -> (String, String, [UInt8])? {
        let parts = line.split(separator: UInt8(ascii: "\""), omittingEmptySubsequences: false)
        guard parts.count == 7, parts[0].elementsEqual("Content-Type: multipart/signed; protocol=".utf8),
            parts[2].elementsEqual("; micalg=".utf8), parts[4].elementsEqual("; boundary=".utf8), parts[6].isEmpty
        else {
            return nil
        }
        let type = String(decoding: parts[1], as: UTF8.self)
        guard type == "application/x-pkcs7-signature" || type == "application/pkcs7-signature" else {
            return nil
        }
        return (type, String(decoding: parts[3], as: UTF8.self), Array(parts[5]))
    }

    /// Returns whether a character can be part of a boundary (RFC 2046, section 5.1.1), other than a space.
    private static func isBoundary(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default:
            "'()+_,-./:=?".utf8.contains(byte)
        }
    }
}

extension SignedMessage {
    /// Returns the bytes that canonical base64 encodes (RFC 4648, section 4).
    static func decoded(_ text: [UInt8]) throws(LicenseError) -> [UInt8] {
        let bytes = try VendorFileRule.signatureBase64.unwrap(Base64.decodePadded(text))
        try VendorFileRule.signatureSize.require(bytes.count <= Self.maximumSignatureSize)
        return bytes
    }
}

import LicenseCrypto
package import LicenseIssuing
package import ZStackLicensing

/// A signed message like the vendor's license files, each step of which a test can change.
///
/// Without changes, it is what `openssl smime -sign -text` makes.
package struct TestMessage: Sendable {
    /// The JSON of the license.
    package var json: String

    /// Makes the outer JSON from the base64 of the license.
    package var outer: @Sendable (String) -> String = { #"{"license":"\#($0)","aeskey":""}"# }

    /// The outer JSON, in place of what ``outer`` makes.
    package var content: [UInt8]?

    /// The encoding of the signed data, in place of one that is signed.
    package var signedData: [UInt8]?

    /// The digest algorithm of the signature and of the signed attributes.
    package var digest = VendorDigest.sha256

    /// The key that signs the attributes.
    package var key = TestVendorKey.vendor

    package var boundary = "----246DD01C6E1C8F3597F6DEA0C45FB3A4"

    /// Changes the lines of the license's part before they are signed.
    package var editPart: @Sendable (inout [String]) -> Void = { _ in }

    /// Changes the bytes that are digested.
    package var editSignedText: @Sendable (inout [UInt8]) -> Void = { _ in }

    /// Changes the signed data before it is signed.
    package var editData: @Sendable (inout TestSignedData) -> Void = { _ in }

    /// Changes the signed data after it is signed.
    package var editSignedData: @Sendable (inout TestSignedData) -> Void = { _ in }

    /// Changes the encoding of the signed data.
    package var editEncoding: @Sendable (inout [UInt8]) -> Void = { _ in }

    /// Changes the lines of the file.
    package var editLines: @Sendable (inout [String]) -> Void = { _ in }

    /// Changes the bytes of the file.
    package var editFile: @Sendable (inout [UInt8]) -> Void = { _ in }

    /// Creates a message with a license.
    package init(json: String) {
        self.json = json
    }

    /// The lines of the license's part, with its header.
    private var part: [String] {
        let content = self.content ?? Array(self.outer(Self.base64(Array(self.json.utf8))).utf8)
        var part = ["Content-Type: text/plain", ""] + Self.lines(Self.base64(content), ofLength: 72) + [""]
        self.editPart(&part)
        return part
    }

    /// The bytes that are digested: the license's part with CRLF between its lines.
    package var signedText: [UInt8] {
        var text = Array(self.part.joined(separator: "\r\n").utf8)
        self.editSignedText(&text)
        return text
    }

    /// Returns the signed data of the file.
    ///
    /// - Throws: An error if libcrypto cannot sign.
    package func makeSignedData() throws -> TestSignedData {
        guard let value = CryptoLibrary.shared(.isolated)?.digest(self.digest.name, self.signedText) else {
            throw TestVendorFileError.notSigned
        }
        var data = TestSignedData(self.digest, value: value)
        self.editData(&data)
        try data.sign(with: try self.key.key, self.digest)
        self.editSignedData(&data)
        return data
    }

    /// Returns the bytes of the file.
    ///
    /// - Throws: An error if libcrypto cannot sign.
    package func contents() throws -> [UInt8] {
        var encoding = try self.signedData ?? self.makeSignedData().encoding
        self.editEncoding(&encoding)
        var lines = [
            "MIME-Version: 1.0",
            "Content-Type: multipart/signed; protocol=\"application/x-pkcs7-signature\";"
                + " micalg=\"\(self.digest.messageNames[0])\"; boundary=\"\(self.boundary)\"",
            "", "This is an S/MIME signed message", "", "--\(self.boundary)",
        ]
        lines += self.part
        lines += [
            "--\(self.boundary)", "Content-Type: application/x-pkcs7-signature; name=\"smime.p7s\"",
            "Content-Transfer-Encoding: base64", "Content-Disposition: attachment; filename=\"smime.p7s\"", "",
        ]
        lines += Self.lines(Self.base64(encoding), ofLength: 64) + ["", "--\(self.boundary)--", ""]
        self.editLines(&lines)
        var file = Array((lines.joined(separator: "\n") + "\n").utf8)
        self.editFile(&file)
        return file
    }

    /// Returns the base64 of bytes (RFC 4648, section 4).
    package static func base64(_ bytes: [UInt8]) -> String {
        let text = Base64.encodeURL(bytes).map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 }
        return String(text) + String(repeating: "=", count: (4 - text.count % 4) % 4)
    }

    /// Returns a text in lines of a length.
    package static func lines(_ text: String, ofLength length: Int) -> [String] {
        let bytes = Array(text.utf8)
        return stride(from: 0, to: bytes.count, by: length)
            .map { String(decoding: bytes[$0..<min($0 + length, bytes.count)], as: UTF8.self) }
    }
}

extension TestSignedData {
    /// Signs the attributes with a key.
    ///
    /// - Throws: An error if libcrypto cannot sign.
    package mutating func sign(with key: SigningKey, _ digest: VendorDigest) throws {
        let scheme = SignatureScheme("RSA", digest.name, .pkcs1, .plain)
        guard let signature = key.signature(over: self.signedBytes, scheme: scheme) else {
            throw TestVendorFileError.notSigned
        }
        self.signer.signature = signature
    }
}

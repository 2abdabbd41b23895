import LicenseIssuing

/// Access to the parts of a file for the fuzzing and benchmark packages.
@_spi(Fuzzing) extension TestVendorFile {
    /// The JSON of the license.
    public var license: [UInt8] {
        Array(self.json.utf8)
    }

    /// The vendor's test key in PEM.
    public static var publicKey: String {
        get throws {
            try TestVendorKey.vendor.key.publicPEM
        }
    }

    /// Returns the file with another license, signed.
    ///
    /// - Parameter license: The bytes in place of the license's JSON.
    /// - Returns: The bytes of the file.
    /// - Throws: An error if libcrypto cannot sign.
    public func contents(license: [UInt8]) throws -> [UInt8] {
        try self.contents(content: Array(#"{"license":"\#(TestMessage.base64(license))","aeskey":""}"#.utf8))
    }

    /// Returns the file with another content, signed.
    ///
    /// - Parameter content: The bytes in place of the outer JSON.
    /// - Returns: The bytes of the file.
    /// - Throws: An error if libcrypto cannot sign.
    public func contents(content: [UInt8]) throws -> [UInt8] {
        var message = self.message
        message.content = content
        return try message.contents()
    }

    /// Returns the file with another encoding of the signed data, which is not signed again.
    ///
    /// - Parameter signedData: The bytes in place of the signed data.
    /// - Returns: The bytes of the file.
    /// - Throws: An error if libcrypto cannot make a digest.
    public func contents(signedData: [UInt8]) throws -> [UInt8] {
        var message = self.message
        message.signedData = signedData
        return try message.contents()
    }

    /// The encodings of the signed data and of its signed attributes, which follow each other.
    ///
    /// They are those of the file that ``contents()`` returns.
    public var signature: (signedData: [UInt8], attributes: [UInt8]) {
        get throws {
            let data = try self.message.makeSignedData()
            return (data.encoding, data.signer.attributes.flatMap(\.self))
        }
    }

    /// What is signed and digested: the attributes as a SET OF, their signature, and the text of the license's part.
    public var signed: (attributes: [UInt8], signature: [UInt8], text: [UInt8]) {
        get throws {
            let data = try self.message.makeSignedData()
            return (data.signedBytes, data.signer.signature, self.message.signedText)
        }
    }

    /// Returns the file with other signed attributes, signed.
    ///
    /// - Parameter attributes: The bytes in place of the encodings of the attributes.
    /// - Returns: The bytes of the file.
    /// - Throws: An error if libcrypto cannot sign.
    public func contents(attributes: [UInt8]) throws -> [UInt8] {
        var message = self.message
        message.editData = { $0.signer.attributes = [attributes] }
        return try message.contents()
    }
}

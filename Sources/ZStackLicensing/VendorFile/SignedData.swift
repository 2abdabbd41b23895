import LicenseModel

/// The signed data of a license file (CMS, RFC 5652), of exactly the form that the vendor's files have.
///
/// The properties are ranges of the bytes. Certificates, the name of the signer and the signing time are skipped, because
/// nothing depends on them: the key is the one that the product pins.
struct SignedData {
    /// The bytes of the signed data.
    let bytes: [UInt8]

    /// The OBJECT IDENTIFIER in `digestAlgorithms` (RFC 5652, section 5.1).
    let digest: Range<Int>

    /// The OBJECT IDENTIFIER in the signer's `digestAlgorithm` (RFC 5652, section 5.3).
    let signerDigest: Range<Int>

    /// The OBJECT IDENTIFIER in the signer's `signatureAlgorithm`.
    let signatureAlgorithm: Range<Int>

    /// Whether the signer's `signatureAlgorithm` has parameters other than NULL.
    let hasSignatureParameters: Bool

    /// The signed attributes, with the tag and length of the element.
    let attributes: Range<Int>

    /// The value of the attribute `messageDigest` (RFC 5652, section 11.2).
    let messageDigest: Range<Int>

    /// The value of the signature.
    let signature: Range<Int>

    /// The OBJECT IDENTIFIERs of the types and attributes, in DER without tag and length.
    private enum Name {
        static let signedData: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x02]
        static let data: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x07, 0x01]
        static let contentType: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x03]
        static let messageDigest: [UInt8] = [0x2A, 0x86, 0x48, 0x86, 0xF7, 0x0D, 0x01, 0x09, 0x04]
    }

    private enum Tag {
        static let integer: UInt8 = 0x02
        static let octets: UInt8 = 0x04
        static let null: UInt8 = 0x05
        static let sequence: UInt8 = 0x30
        static let set: UInt8 = 0x31
        /// The constructed, context-specific tag 0: the content, the certificates or the signed attributes.
        static let zero: UInt8 = 0xA0
    }

    /// Reads a ContentInfo (RFC 5652, section 3).
    ///
    /// - Parameter bytes: The DER of the ContentInfo, at most 16 KiB.
    /// - Throws: `LicenseError` with `malformed` if it has any other form.
    init(_ bytes: [UInt8]) throws(LicenseError) {
        self.bytes = bytes
        var file = DERReader(bytes, bytes.indices)
        var info = try file.enter(Tag.sequence)
        try file.requireEnd()
        let type = try info.readIdentifier()
        try VendorFileRule.outerType.require(info.isEqual(type, Name.signedData))
        var content = try info.enter(Tag.zero)
        try info.requireEnd()
        var data = try content.enter(Tag.sequence)
        try content.requireEnd()

        let version = try data.read(Tag.integer)
        try VendorFileRule.dataVersion.require(data.isEqual(version, [1]))
        var digests = try data.enter(Tag.set)
        self.digest = try Self.digestAlgorithm(&digests)
        try VendorFileRule.oneDigest.require(digests.isAtEnd)
        try Self.checkContent(&data)
        if data.isNext(Tag.zero) {
            _ = try data.read()
        }
        try VendorFileRule.noRevocationLists.require(data.isNext(Tag.set))
        var signers = try data.enter(Tag.set)
        try data.requireEnd()

        var signer = try signers.enter(Tag.sequence)
        try VendorFileRule.oneSigner.require(signers.isAtEnd)
        let signerVersion = try signer.read(Tag.integer)
        try VendorFileRule.signerVersion.require(signer.isEqual(signerVersion, [1]))
        try Self.skipIssuerAndSerialNumber(&signer)
        self.signerDigest = try Self.digestAlgorithm(&signer)
        let attributes = try signer.read()
        try VendorFileRule.elementTag.require(attributes.tag == Tag.zero, at: attributes.range.lowerBound)
        self.attributes = attributes.range
        self.messageDigest = try Self.messageDigest(DERReader(bytes, attributes.contents))
        (self.signatureAlgorithm, self.hasSignatureParameters) = try Self.algorithm(&signer)
        self.signature = try signer.read(Tag.octets)
        try VendorFileRule.noUnsignedAttributes.require(signer.isAtEnd)
    }

    /// Reads an AlgorithmIdentifier of a digest, whose parameters are absent or NULL (RFC 5754, section 2).
    private static func digestAlgorithm(_ reader: inout DERReader) throws(LicenseError) -> Range<Int> {
        let (identifier, hasParameters) = try self.algorithm(&reader)
        try VendorFileRule.parameters.require(!hasParameters)
        return identifier
    }

    /// Reads an AlgorithmIdentifier (RFC 5280, section 4.1.1.2).
    ///
    /// - Parameter reader: The reader whose next element it is.
    /// - Returns: Its OBJECT IDENTIFIER, and whether it has parameters other than NULL.
    /// - Throws: `LicenseError` with `malformed` if it has any other form.
    private static func algorithm(
        _ reader: inout DERReader
    ) throws(LicenseError) -> (identifier: Range<Int>, hasParameters: Bool) {
        var algorithm = try reader.enter(Tag.sequence)
        let identifier = try algorithm.readIdentifier()
        var hasParameters = false
        if !algorithm.isAtEnd {
            let parameters = try algorithm.read()
            hasParameters = parameters.tag != Tag.null || !parameters.contents.isEmpty
        }
        try algorithm.requireEnd()
        return (identifier, hasParameters)
    }

    /// Checks the EncapsulatedContentInfo: data without content, which is in the first part of the message instead.
    private static func checkContent(_ data: inout DERReader) throws(LicenseError) {
        var content = try data.enter(Tag.sequence)
        let type = try content.readIdentifier()
        try VendorFileRule.innerType.require(content.isEqual(type, Name.data))
        try VendorFileRule.noContent.require(content.isAtEnd)
    }

    /// Skips the name of the signer's certificate: an IssuerAndSerialNumber, as a signer of version 1 has.
    private static func skipIssuerAndSerialNumber(_ signer: inout DERReader) throws(LicenseError) {
        var name = try signer.enter(Tag.sequence)
        try name.requireDER()
        _ = try name.read(Tag.sequence)
        _ = try name.read(Tag.integer)
        try name.requireEnd()
    }

    /// Reads the signed attributes (RFC 5652, section 11) and returns the value of `messageDigest`.
    private static func messageDigest(_ attributes: DERReader) throws(LicenseError) -> Range<Int> {
        let bytes = attributes.bytes
        var attributes = attributes
        var types: Set<ArraySlice<UInt8>> = []
        var previous: ArraySlice<UInt8> = []
        var hasContentType = false
        var digest: Range<Int>?
        while !attributes.isAtEnd {
            let element = try attributes.read()
            try VendorFileRule.elementTag.require(element.tag == Tag.sequence, at: element.range.lowerBound)
            // The elements of a SET are in the order of their bytes (X.690, section 11.6).
            let encoding = bytes[element.range]
            try VendorFileRule.attributeOrder.require(!encoding.lexicographicallyPrecedes(previous))
            previous = encoding

            var attribute = DERReader(bytes, element.contents)
            let type = try attribute.readIdentifier()
            try VendorFileRule.attributeOnce.require(types.insert(bytes[type]).inserted)
            var values = try attribute.enter(Tag.set)
            try attribute.requireEnd()
            try values.requireDER()
            let value = try values.read()
            try VendorFileRule.oneValue.require(values.isAtEnd)

            if attributes.isEqual(type, Name.contentType) {
                let isData = value.tag == 0x06 && attributes.isEqual(value.contents, Name.data)
                try VendorFileRule.contentType.require(isData)
                hasContentType = true
            } else if attributes.isEqual(type, Name.messageDigest) {
                try VendorFileRule.elementTag.require(value.tag == Tag.octets, at: value.range.lowerBound)
                digest = value.contents
            }
        }
        try VendorFileRule.hasContentType.require(hasContentType)
        return try VendorFileRule.hasDigest.unwrap(digest)
    }
}

package import LicenseModel

extension VendorFileRule {
    /// What is wrong with a file that does not follow a rule, in the order of the cases.
    package static let texts = DetailTexts(
        """
        fileSize
        The file is larger than 64 KiB, and no license file of this kind is.
        该文件超过64 KiB，这类许可证文件不会有这么大。

        characters
        Line % of the file has a character other than printable ASCII text.
        文件第%行含有可打印ASCII以外的字符。

        carriageReturns
        Line % of the file has a carriage return without a line feed.
        文件第%行的回车符之后没有换行符。

        headers
        The file has only one line.
        该文件只有一行。

        headerParameters
        The second line of the file is not the header of a signed license, with protocol, micalg and boundary alone.
        文件第二行不是已签名许可证的头部（应仅含protocol、micalg和boundary）。

        boundary
        The boundary on line % of the file is not valid.
        文件第%行的分隔标识（boundary）无效。

        blankAfterHeaders
        Line % of the file must be blank, because the headers end there.
        文件第%行必须为空行，头部到此结束。

        delimiterLookalike
        Line % of the file looks like a line that separates its parts, but is not exactly one.
        文件第%行看起来像各部分之间的分隔行，但与分隔行不完全一致。

        delimiters
        The file does not have exactly two parts: the license and its signature.
        该文件不是恰好由许可证和签名两部分组成。

        preamble
        Line % of the file is text that does not belong before the license.
        文件第%行是许可证之前不应出现的内容。

        epilogue
        Line % of the file is text after the end of the license.
        文件第%行是许可证结束之后的多余内容。

        textHeader
        Line % of the file is not the header of the license's part.
        文件第%行不是许可证部分的头部。

        textAlphabet
        Line % of the file is part of the license, but is not base64.
        文件第%行属于许可证，但不是base64文本。

        signatureHeader
        Line % of the file is not the header of the signature's part.
        文件第%行不是签名部分的头部。

        signatureLines
        Line % of the file is a blank line inside the signature.
        文件第%行是签名中间的空行。

        signatureBase64
        The signature in the file is not valid base64.
        文件中的签名不是有效的base64文本。

        signatureSize
        The signature in the file is larger than 16 KiB.
        文件中的签名超过16 KiB。

        elementEnd
        The signature in the file is incomplete (at byte %).
        文件中的签名不完整（第%字节）。

        elementTag
        The signature in the file has an element of the wrong type (at byte %).
        文件中的签名含有类型错误的元素（第%字节）。

        elementLength
        The signature in the file has a length that is not in its shortest form (at byte %).
        文件中的签名含有未采用最短形式的长度（第%字节）。

        nothingMore
        The signature in the file has more bytes than it should (at byte %).
        文件中的签名含有多余的字节（第%字节）。

        identifierForm
        The signature in the file has an object identifier that is not valid (at byte %).
        文件中的签名含有无效的对象标识符（第%字节）。

        valueForm
        The signature in the file has a value that is not in its shortest form (at byte %).
        文件中的签名含有未采用最短形式的值（第%字节）。

        outerType
        The signature in the file is not signed data (CMS).
        文件中的签名不是CMS签名数据。

        dataVersion
        The signature in the file is of a version other than 1.
        文件中的签名版本不是1。

        oneDigest
        The signature in the file does not name exactly one digest algorithm.
        文件中的签名未恰好指定一个摘要算法。

        parameters
        The signature in the file has an algorithm with parameters.
        文件中的签名含有带参数的算法。

        innerType
        The signature in the file is for content of another type.
        文件中的签名对应其他类型的内容。

        noContent
        The signature in the file has content of its own.
        文件中的签名自带内容。

        noRevocationLists
        The signature in the file has a revocation list or another unknown part.
        文件中的签名含有吊销列表或其他未知部分。

        oneSigner
        The signature in the file does not have exactly one signer.
        文件中的签名者不是恰好一个。

        signerVersion
        The signer in the file is of a version other than 1.
        文件中的签名者信息版本不是1。

        noUnsignedAttributes
        The signature in the file has unsigned attributes or another unknown part.
        文件中的签名含有未签名属性或其他未知部分。

        attributeOrder
        The signed attributes in the file are not in the order of DER.
        文件中的签名属性未按DER顺序排列。

        attributeOnce
        The signed attributes in the file name one attribute twice.
        文件中的签名属性有重复。

        oneValue
        A signed attribute in the file does not have exactly one value.
        文件中的某个签名属性不是恰好一个值。

        hasContentType
        The signed attributes in the file do not name the type of the content.
        文件中的签名属性没有内容类型。

        contentType
        The signed attributes in the file name another type of content.
        文件中的签名属性指定了其他内容类型。

        hasDigest
        The signed attributes in the file do not have the digest of the license.
        文件中的签名属性没有许可证的摘要。

        digestSize
        The digest in the file's signature has the wrong size for its algorithm.
        文件签名中的摘要长度与其算法不符。

        sameDigest
        The header of the file names another digest algorithm than the signature.
        文件头部与签名指定的摘要算法不一致。

        sameSignerDigest
        The signer in the file uses another digest algorithm than the signature names.
        文件中签名者使用的摘要算法与签名指定的不一致。

        sameSignatureDigest
        The signature algorithm in the file is for another digest algorithm.
        文件中的签名算法对应其他摘要算法。

        knownDigest
        The license is signed with a digest algorithm that is not supported: SHA-256, SHA-384 and SHA-512 are. Update the product, or ask @ for another license.
        该许可证的签名使用了不支持的摘要算法（支持SHA-256、SHA-384和SHA-512）。请升级本产品，或联系@更换许可证。

        knownSignature
        The license is signed with an algorithm that is not supported: only RSA (PKCS #1 v1.5) with SHA-256, SHA-384 or SHA-512 is. Update the product, or ask @ for another license.
        该许可证使用了不支持的签名算法（仅支持RSA PKCS #1 v1.5与SHA-256、SHA-384、SHA-512）。请升级本产品，或联系@更换许可证。

        noSHA1
        The license is signed with SHA-1, which can be forged and which this product does not accept. Ask @ for a new license, which is signed with SHA-256.
        该许可证使用SHA-1签名，SHA-1可被伪造，本产品不接受。请联系@更换使用SHA-256签名的许可证。

        signature
        The file's signature does not match the vendor's key that this product trusts: the file was changed, or was signed with another key.
        该文件的签名与本产品信任的厂商密钥不符：文件被改动，或由其他密钥签名。

        digest
        The license in the file is not the one that was signed: it was changed.
        文件中的许可证与签名时的内容不符：内容被改动。

        available
        The license cannot be checked now: the product is shutting down or out of memory. Try again.
        目前无法验证该许可证：产品正在关闭或内存不足。请稍后重试。
        """
    )
}

package import LicenseModel

extension TrustedKeyError {
    /// The text of an error, which can contain values.
    package enum Text: Int, CaseIterable {
        case privatePEM, privateJWK
        case certificateRequest, certificate, pkcs1, openPGP, ssh, license, severalKeys, escapedLineBreaks, otherText,
            notPEM
        case byteOrderMark, array, webPage, base64, empty, json, setAsJWK, pemAsJWK, notSet, notJWK
        case otherUse, otherOperations, invalidIssuer, invalidMember, numberSize
        case exponentMissing, otherExponent, invalidModulus, otherType, algorithmMissingInJWK
        case otherEncoding, algorithmMissing, otherAlgorithm, arguments, invalidValidity, keyID
        case weakPoint, rsaSize, factorable, invalidNumbers
        case tooLarge, tooManyKeys, sameID, sameKey
        case notInitialized, notSupported

    }

    /// Creates an error whose text contains values, each in English and Simplified Chinese.
    init(_ code: Code, _ text: Text, localized values: [DetailTexts.Text]) {
        let (english, chinese) = Text.texts.text(text.rawValue, values)
        self.init(code, message: LocalizedText(english, chinese))
    }

    /// Creates an error whose text contains values, which are the same in both languages.
    init(_ code: Code, _ text: Text, _ values: String...) {
        self.init(code, text, localized: values.map { ($0, $0) })
    }
}

extension TrustedKeyError.Text {
    /// The texts in the order of the cases.
    package static let texts = DetailTexts(
        """
        privatePEM
        The text has a private key\(leak.english)
        该文本含有私钥\(leak.chinese)

        privateJWK
        The JWK has a private or secret key ('%')\(leak.english)
        该JWK含有私钥或对称密钥（“%”）\(leak.chinese)

        certificateRequest
        The text is a certificate request. Export its public key with 'openssl req -pubkey -noout -in FILE', and provide that.
        该文本是证书请求。请使用“openssl req -pubkey -noout -in FILE”导出并提供其公钥。

        certificate
        The text is a certificate. Export its public key with 'openssl x509 -pubkey -noout -in FILE', and provide that.
        该文本是证书。请使用“openssl x509 -pubkey -noout -in FILE”导出并提供其公钥。

        pkcs1
        The text is an RSA public key in PKCS #1. Convert it with 'openssl rsa -RSAPublicKey_in -pubout -in FILE'.
        该文本是PKCS #1格式的RSA公钥。请使用“openssl rsa -RSAPublicKey_in -pubout -in FILE”转换格式。

        openPGP
        The text is an OpenPGP block, which cannot be used for licenses. Ask the vendor for the public key in PEM or as a JWK.
        该文本是OpenPGP数据，不能用于许可证。请联系供应商获取PEM或JWK格式的公钥。

        ssh
        The text is a public key for SSH, which cannot be used for licenses. Ask the vendor for the public key in PEM or as a \
        JWK.
        该文本是SSH公钥，不能用于许可证。请联系供应商获取PEM或JWK格式的公钥。

        license
        The text is a license, not a key. Provide the vendor's public key, and import the license instead.
        该文本是许可证，不是密钥。请提供供应商的公钥，并导入该许可证。

        severalKeys
        The text has several public keys in PEM. Provide each key in a text of its own, or all keys in a JWK Set.
        该文本含有多个PEM公钥。请分别提供每个公钥，或使用JWK Set提供所有公钥。

        escapedLineBreaks
        The line breaks of the public key in PEM are written as '\\n'. Replace each '\\n' with a line break.
        PEM公钥中的换行被写成了“\\n”。请将每个“\\n”替换为换行。

        otherText
        The public key in PEM is damaged, or other text is around or inside its block. Provide only the lines from \
        '-----BEGIN PUBLIC KEY-----' to '-----END PUBLIC KEY-----', unchanged.
        PEM公钥已损坏，或其前后或中间含有其他内容。请仅提供从“-----BEGIN PUBLIC KEY-----”到“-----END PUBLIC KEY-----”的各行，且不作改动。

        notPEM
        The text is not a single PEM block of the type 'PUBLIC KEY'. Export only the public key, for example with 'openssl pkey \
        -pubin -in KEY -outform PEM'.
        该文本不是单个类型为“PUBLIC KEY”的PEM块。请仅导出公钥，例如使用“openssl pkey -pubin -in KEY -outform PEM”。

        byteOrderMark
        The text starts with a byte order mark, which JSON must not have. Save it as UTF-8 without a byte order mark.
        该文本以字节顺序标记（BOM）开头，而JSON不得含有该标记。请保存为不带BOM的UTF-8。

        array
        The text is an array, not a JWK or a JWK Set. Put the JWKs in an object: {"keys":[…]}.
        该文本是数组，不是JWK或JWK Set。请将各JWK放入对象中：{"keys":[…]}。

        webPage
        The text is a web page or XML, not a key. Download the key file again.
        该文本是网页或XML，不是密钥。请重新下载密钥文件。

        base64
        The text is base64 without a BEGIN and an END line. Export the public key again, in PEM with these lines.
        该文本是没有BEGIN行和END行的base64。请重新导出带有这两行的PEM公钥。

        empty
        The key text is empty. Provide the vendor's public key.
        密钥文本为空。请提供供应商的公钥。

        json
        The key's JSON % (byte %). Export the public key again.
        密钥JSON%（字节偏移%）。请重新导出公钥。

        setAsJWK
        The text is a JWK Set, but a single JWK is expected. Provide one of the JWKs in its 'keys'.
        该文本是JWK Set，而此处需要单个JWK。请提供其“keys”中的一个JWK。

        pemAsJWK
        The text is a public key in PEM, but a JWK is expected. Provide the key as a JWK.
        该文本是PEM公钥，而此处需要JWK。请提供JWK格式的公钥。

        notSet
        The text is not a JWK Set: an object with 'keys', a nonempty array of JWKs. Provide a JWK Set.
        该文本不是JWK Set，即含有非空JWK数组“keys”的对象。请提供JWK Set。

        notJWK
        The JWK Set contains an element that is not a JWK. Remove the element.
        该JWK Set含有不是JWK的元素。请删除该元素。

        otherUse
        The JWK is not for signatures: 'use' must be 'sig'. Use another key.
        该JWK不用于签名：“use”须为“sig”。请更换密钥。

        otherOperations
        The JWK cannot %: its 'key_ops' must be ['%']. Use another key.
        该JWK不可用于%：“key_ops”须为[“%”]。请更换密钥。

        invalidIssuer
        The JWK's 'iss' %. Correct it at the source of the key.
        该JWK的“iss”%。请在密钥来源处更正。

        invalidMember
        The JWK's '%' is not valid. Export the key again.
        该JWK的“%”无效。请重新导出密钥。

        numberSize
        The JWK's '%' is not % bytes long. Export the key again.
        该JWK的“%”不是%字节。请重新导出密钥。

        exponentMissing
        The RSA key is missing its exponent 'e'. Export the key again.
        该RSA密钥缺少指数“e”。请重新导出密钥。

        otherExponent
        The RSA key's exponent 'e' is not 65537 ('AQAB'). Use another key.
        该RSA密钥的指数“e”不是65537（“AQAB”）。请更换密钥。

        invalidModulus
        The RSA key's modulus 'n' is missing or starts with a zero byte. Export the key again.
        该RSA密钥缺少模数“n”，或“n”以零字节开头。请重新导出密钥。

        otherType
        The JWK's key type is not supported. Use OKP with Ed25519, EC with P-256, P-384 or SM2, or RSA.
        不支持该JWK的密钥类型。请使用OKP（Ed25519）、EC（P-256、P-384或SM2）或RSA。

        algorithmMissingInJWK
        The RSA key has no 'alg'. Add PS256 or RS256 to the JWK.
        该RSA密钥没有“alg”。请在JWK中添加PS256或RS256。

        otherEncoding
        The public key's type or encoding is not supported. Use Ed25519, P-256, P-384 or SM2 (named curve, uncompressed point), \
        or RSA (rsaEncryption, exponent 65537, 2048 to 4096 bits).
        不支持该公钥的类型或编码。请使用Ed25519、P-256、P-384或SM2（命名曲线、未压缩的点），或RSA（rsaEncryption、指数65537、2048至4096位）。

        algorithmMissing
        An RSA key can be used with PS256 or RS256. Specify one of them.
        RSA密钥可用于PS256或RS256。请指定其中一种。

        otherAlgorithm
        The key cannot be used with %. Specify an algorithm that fits the key.
        该密钥不能用于%。请指定适用于该密钥的算法。

        arguments
        A JWK contains its own algorithm, ID and conditions. Specify them only for a PEM key.
        JWK自带算法、标识和条件。请仅为PEM密钥指定这些参数。

        invalidValidity
        The key's validity is not valid: 'nbf' must be before 'exp', and both must be 1970 or later. Correct them.
        该密钥的有效期无效：“nbf”须早于“exp”，且均不得早于1970年。请更正。

        keyID
        The key's ID must have 1 to 64 of the characters A-Z a-z 0-9 . _ -. Correct the ID.
        密钥的标识须为1至64个字符（A-Z a-z 0-9 . _ -）。请更正标识。

        weakPoint
        The Ed25519 key is a low-order or non-canonical point: anyone can forge its signatures. Use another key.
        该Ed25519公钥是低阶点或非规范点，任何人都可以伪造其签名。请更换密钥。

        rsaSize
        The RSA key has % bits, but must have 2048 to 4096. Use another key.
        该RSA密钥为%位，须为2048至4096位。请更换密钥。

        factorable
        The RSA key was generated by a faulty smart card and can be factored (CVE-2017-15361). Use another key.
        该RSA密钥由有缺陷的智能卡生成，可被分解（CVE-2017-15361）。请更换密钥。

        invalidNumbers
        libcrypto rejects the key '%': its numbers are not those of a valid key. Export the public key again.
        libcrypto拒绝密钥“%”：其数值不是有效密钥的数值。请重新导出公钥。

        tooLarge
        The key text is larger than 256 KiB. Check that it is a key file.
        密钥文本超过256 KiB。请检查所选文件是否为密钥文件。

        tooManyKeys
        The set has more than 64 keys. Remove those that no current license needs.
        密钥超过64个。请删除当前许可证不再需要的密钥。

        sameID
        Two keys have the ID '%'. Give each key a unique ID, and use that ID when signing.
        两个密钥的标识均为“%”。请为每个密钥指定唯一标识，并在签名时使用该标识。

        sameKey
        The IDs '%' and '%' belong to the same key, which can be in a set only once. Remove one of the two, or generate a new \
        key for one of them.
        标识“%”与“%”对应同一个密钥。请删除其中一个，或为其中一个更换密钥。

        notInitialized
        libcrypto could not be initialized. Check that the machine has enough memory.
        libcrypto无法初始化。请检查本机内存是否充足。

        notSupported
        This process's libcrypto does not support %, or is out of memory. Use the isolated context, a different libcrypto, or a \
        key for a different algorithm.
        本进程的libcrypto不支持%，或内存不足。请改用隔离的上下文、其他libcrypto或其他算法的密钥。
        """
    )

    private static let leak = (
        english:
            ". Whoever has it can issue licenses: keep it secret, and replace it if it has left the signing machine."
            + " Provide only the public key.",
        chinese: "。持有该密钥者即可签发许可证：请妥善保密；如该密钥已离开签发机器，请更换密钥。请仅提供公钥。"
    )
}

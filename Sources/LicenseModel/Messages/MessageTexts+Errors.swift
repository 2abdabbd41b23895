extension MessageTexts {
    /// The texts of errors that have only a code.
    ///
    /// The verifier's errors have a more detailed message in both languages.
    static let errors = """
        error.too-large
        [License {block} in the file|The license file] is too large, and is probably not a license. Choose the file that {contact} sent. If it is that file, ask {contact} for a new one.
        [文件中第{block}个许可证|许可证文件]过大，可能不是许可证。请选择{contact}提供的许可证文件；如确为该文件，请联系{contact}重新获取。

        error.malformed
        [License {block} in the file|The file] is damaged or is not a license. Save the file that {contact} sent again, and import it without opening or changing it. If it is refused again, ask {contact} for a new copy.
        [文件中第{block}个许可证|该文件]已损坏或不是许可证。请重新保存{contact}提供的原文件，不要打开或修改，直接导入。如仍被拒绝，请联系{contact}重新获取许可证。

        error.unsupported-format
        [License {block} in the file|The license] has an unknown format. Ask {contact} for a new one, or update the product.
        不支持[文件中第{block}个许可证|该许可证]的格式。请联系{contact}重新获取许可证，或升级本产品。

        error.unsupported-algorithm
        The signature algorithm of [license {block} in the file|the license] is not supported. Ask {contact} for a new license, or update the product.
        不支持[文件中第{block}个许可证|该许可证]的签名算法。请联系{contact}更换许可证，或升级本产品。

        error.unknown-key
        The signing key of [license {block} in the file|the license] is not trusted. Ask {contact} for a new license, or update the product.
        [文件中第{block}个许可证|该许可证]的签名密钥不受信任。请联系{contact}更换许可证，或升级本产品。

        error.algorithm-mismatch
        The algorithm of [license {block} in the file|the license] does not match its key. Ask {contact} for a corrected one.
        [文件中第{block}个许可证|该许可证]的签名算法与签名密钥不符。请联系{contact}重新签发许可证。

        error.signature-invalid
        The signature of [license {block} in the file|the license] could not be confirmed. Import the original file again. If it is still refused, ask {contact} for a new copy.
        无法确认[文件中第{block}个许可证|该许可证]的签名。请重新导入原文件；如仍被拒绝，请联系{contact}重新获取许可证。

        error.claims-invalid
        [License {block} in the file|The license] has invalid content[ ({member})]. Ask {contact} for a corrected one.
        [文件中第{block}个许可证|该许可证]的内容无效[（{member}）]。请联系{contact}重新签发许可证。

        error.unsupported-requirement
        [License {block} in the file|The license] needs a newer release of the product. Update the product, or ask {contact}.
        [文件中第{block}个许可证|该许可证]需要更高版本的产品。请升级本产品，或联系{contact}。

        error.issuer-mismatch
        The issuer of [license {block} in the file|the license] does not match its key. Ask {contact} for a corrected one.
        [文件中第{block}个许可证|该许可证]的签发者与签名密钥不符。请联系{contact}重新签发许可证。

        error.key-not-valid
        The signing key of [license {block} in the file|the license] was not valid when the license was signed, or is not accepted here. Ask {contact} for a new license.
        [文件中第{block}个许可证|该许可证]的签名密钥在签发时无效，或不适用于本环境。请联系{contact}更换许可证。

        error.wrong-product
        [License {block} in the file|The license] is for another product. Choose a license for this product, or ask {contact} for one.
        [文件中第{block}个许可证|该许可证]不适用于本产品。请选择本产品的许可证文件，或联系{contact}获取。

        error.wrong-node
        [License {block} in the file|The license] is bound to other nodes. If this node has no other license, ask {contact} for one for this node.
        [文件中第{block}个许可证|该许可证]绑定于其他节点。如本节点没有其他许可证，请联系{contact}获取适用于本节点的许可证。

        error.other
        [License {block} in the file|The license] was refused: {code}. Contact {contact}.
        [文件中第{block}个许可证|许可证]被拒绝（{code}）。请联系{contact}。
        """
}

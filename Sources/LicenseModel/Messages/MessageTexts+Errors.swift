extension MessageTexts {
    /// The texts of errors that have only a code.
    ///
    /// Most errors have a more detailed English message.
    static let errors = """
        error.too-large
        The license file is too large. Choose the file that {contact} sent.
        [文件中第{block}个许可证|许可证文件]过大。请选择{contact}提供的许可证文件。

        error.malformed
        The file is damaged or is not a license. Save the original file again without changing it.
        [文件中第{block}个许可证|该文件]已损坏或不是许可证。请重新保存完整、未改动的原文件后再导入。

        error.unsupported-format
        The license has an unknown format. Ask {contact} for a new one.
        不支持[文件中第{block}个许可证|该许可证]的格式。请联系{contact}重新获取许可证。

        error.unsupported-algorithm
        The license's signature algorithm is not supported. Ask {contact} for a new license, or update the product.
        不支持[文件中第{block}个许可证|该许可证]的签名算法。请联系{contact}更换许可证，或升级本产品。

        error.unknown-key
        The license's signing key is not trusted. Ask {contact} for a new license, or update the product.
        [文件中第{block}个许可证|该许可证]的签名密钥不受信任。请联系{contact}更换许可证，或升级本产品。

        error.algorithm-mismatch
        The license's algorithm does not match its key. Ask {contact} for a corrected one.
        [文件中第{block}个许可证|该许可证]的签名算法与签名密钥不符。请联系{contact}重新签发许可证。

        error.signature-invalid
        The license's signature is not valid. Ask {contact} for a new copy.
        [文件中第{block}个许可证|该许可证]的签名无效。请联系{contact}重新获取许可证。

        error.claims-invalid
        The license has invalid content. Ask {contact} for a corrected one.
        [文件中第{block}个许可证|该许可证]的内容无效[（{member}）]。请联系{contact}重新签发许可证。

        error.unsupported-requirement
        The license needs a newer release of the product. Update the product, or ask {contact}.
        [文件中第{block}个许可证|该许可证]需要更高版本的产品。请升级本产品，或联系{contact}。

        error.issuer-mismatch
        The license's issuer does not match its key. Ask {contact} for a corrected one.
        [文件中第{block}个许可证|该许可证]的签发者与签名密钥不符。请联系{contact}重新签发许可证。

        error.key-not-valid
        The signing key was not valid when the license was signed, or is not accepted here. Ask {contact} for a new license.
        [文件中第{block}个许可证|该许可证]的签名密钥在签发时无效，或不适用于本环境。请联系{contact}更换许可证。

        error.wrong-product
        The license is for another product. Choose a license for this product.
        [文件中第{block}个许可证|该许可证]不适用于本产品。请选择本产品的许可证文件。

        error.wrong-node
        The license is bound to other nodes. Ask {contact} for a license for this node.
        [文件中第{block}个许可证|该许可证]绑定于其他节点。请联系{contact}获取适用于本节点的许可证。

        error.other
        The license was refused: {code}. Contact {contact}.
        [文件中第{block}个许可证|许可证]被拒绝（{code}）。请联系{contact}。
        """
}

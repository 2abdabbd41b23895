extension MessageTexts {
    /// The texts of errors about files that the verifier recognizes as something other than a license.
    static let files = """
        file.empty
        The file is empty. Choose the file that {contact} sent, or ask for a new copy.
        该文件为空。请选择{contact}提供的许可证文件，或重新获取。

        file.utf-16
        The file is saved as UTF-16. Open it in a text editor, save it as UTF-8, and import it again.
        该文件以UTF-16编码保存。请用文本编辑器打开，另存为UTF-8编码后重新导入。

        file.utf-32
        The file is saved as UTF-32. Open it in a text editor, save it as UTF-8, and import it again.
        该文件以UTF-32编码保存。请用文本编辑器打开，另存为UTF-8编码后重新导入。

        file.private-key
        The file has a private key in it. Keep it secret, and do not upload it again. If it is a key that signs licenses, whoever has it can issue licenses: tell {contact} at once, so that it is replaced.
        该文件含有私钥。请妥善保密，不要再次上传。如果它是许可证的签名密钥，任何获得它的人都能签发许可证，请立即通知{contact}更换该密钥。

        file.public-key
        The file is a public key, not a license. Choose the license file that {contact} sent.
        该文件是公钥，不是许可证。请选择{contact}提供的许可证文件。

        file.certificate
        The file is a certificate, not a license. Choose the license file that {contact} sent.
        该文件是数字证书，不是许可证。请选择{contact}提供的许可证文件。

        file.application-code
        The file is an application code, not a license. Send it to {contact}, and import the license that you get.
        该文件是申请许可证用的应用代码，不是许可证。请将其发送给{contact}，然后导入对方提供的许可证。

        file.signed-message
        The file is an S/MIME signed message. Some products accept licenses in this form, but this one is not set up for it. Ask {contact} for the license in another form.
        该文件是S/MIME签名消息。部分产品接受这种格式的许可证，但本产品未启用。请联系{contact}获取其他格式的许可证。

        file.base64
        The file is a license that is encoded in base64 once more. Decode it, for example with 'base64 -d', and import the result.
        该文件是又经过一次base64编码的许可证。请先解码（例如使用“base64 -d”），再导入解码后的文件。

        file.gzip
        The file is compressed with gzip. Unpack it, for example with 'gunzip', or with 'tar -xzf' if its name ends in .tar.gz or .tgz. Then import the license file.
        该文件经过gzip压缩。请先解压（例如使用“gunzip”，文件名以.tar.gz或.tgz结尾时使用“tar -xzf”），再导入其中的许可证文件。

        file.zip
        The file is a zip archive or an office document. Unpack the archive and import the license file in it, or ask {contact} for the license file itself.
        该文件是zip压缩包或办公文档。请解压后导入其中的许可证文件，或联系{contact}获取许可证文件本身。

        file.tar
        The file is a tar archive. Unpack it, for example with 'tar -xf', and import the license file in it.
        该文件是tar归档包。请先解包（例如使用“tar -xf”），再导入其中的许可证文件。

        file.pdf
        The file is a PDF document. Ask {contact} for the license file itself. Text that you copy from a PDF is often damaged.
        该文件是PDF文档。请联系{contact}获取许可证文件本身。从PDF中复制的文本往往有损坏。

        file.image
        The file is a picture. Ask {contact} for the license file itself.
        该文件是图片。请联系{contact}获取许可证文件本身。

        file.html
        The file is a web page (HTML), often a login page that was saved in place of the license. Sign in, download the license file again, or ask {contact} for it.
        该文件是网页（HTML），通常是误将登录页面保存成了许可证。请登录后重新下载许可证文件，或联系{contact}获取。

        file.xml
        The file is an XML document. If it has a license in it, save the text of the license as a file of its own. Otherwise ask {contact} for the license file.
        该文件是XML文档。如其中含有许可证，请将许可证文本单独保存为一个文件；否则请联系{contact}获取许可证文件。

        file.json
        The file is JSON. If it has a license in it, save that value as a text file of its own, for example with 'jq -r .license'. Otherwise ask {contact} for the license file.
        该文件是JSON。如其中含有许可证，请将该值单独保存为文本文件（例如使用“jq -r .license”）；否则请联系{contact}获取许可证文件。

        file.yaml
        The file is YAML. Save the license in it as a file of its own, in which a line starts with -----BEGIN LICENSE-----. If the value is encoded in base64, decode it first.
        该文件是YAML。请将其中的许可证单独保存为一个文件，并使-----BEGIN LICENSE-----位于行首。如该值经过base64编码，请先解码。

        file.mail
        The file is a whole email message. Open it in an email program, save the license that is attached to it, and import that file.
        该文件是一封完整的电子邮件。请用邮件程序打开，保存其中附带的许可证文件，再导入该文件。

        file.mail-quoting
        [Line {line}|The text] starts with '>', as in the reply to an email. Save the license from the original email, or ask {contact} to send it as an attachment.
        [第{line}行|文本]以“>”开头，像是邮件回复中的引用。请从原始邮件中保存许可证，或联系{contact}以附件形式发送。

        file.quoted-printable
        [Line {line}|The text] is encoded as quoted-printable, as in the source of an email. Open the email in an email program and save the license from there, or ask {contact} to send it as an attachment.
        [第{line}行|文本]采用quoted-printable编码，像是邮件的源代码。请用邮件程序打开邮件后保存许可证，或联系{contact}以附件形式发送。

        file.changed-marker
        [Line {line}|A line] looks like the start or the end of a license, but something on it was changed or added. Save the original file again without changing it, or ask {contact} to send it as an attachment.
        [第{line}行|有一行]看起来是许可证的开始行或结束行，但其内容有改动或多余字符。请重新保存完整、未改动的原文件，或联系{contact}以附件形式发送。

        file.broken-lines
        The license is broken into several lines, or has blanks in it. Save the original file again without changing it, or join the lines into one without blanks.
        该许可证被拆成了多行，或其中有空格。请重新保存完整、未改动的原文件，或将各行连接为不含空格的一行。

        file.other
        The file is not a license: {code}. Choose the license file that {contact} sent.
        该文件不是许可证（{code}）。请选择{contact}提供的许可证文件。
        """
}

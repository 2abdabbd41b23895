extension MessageTexts {
    /// The texts of errors about files that the verifier recognizes as something other than a license.
    static let files = """
        file.empty
        The file is empty, or has only spaces or zero bytes in it. Choose the file that {contact} sent, or ask for a new copy.
        该文件为空，或只含空白或零字节。请选择{contact}提供的许可证文件，或联系{contact}重新获取。

        file.utf-16
        The file is saved as UTF-16. Open it in a text editor, save it as UTF-8, and import it again.
        该文件以UTF-16编码保存。请用文本编辑器打开，另存为UTF-8编码后重新导入。

        file.utf-32
        The file is saved as UTF-32. Open it in a text editor, save it as UTF-8, and import it again.
        该文件以UTF-32编码保存。请用文本编辑器打开，另存为UTF-8编码后重新导入。

        file.private-key
        The file has a private key or another secret key in it. Keep it secret, do not upload it again, and replace the key if others could have seen it. If it is a key that signs licenses, tell {contact} at once: whoever has it can issue licenses. Then choose the license file that {contact} sent.
        该文件含有私钥或对称密钥。请妥善保密，不要再次上传；如可能已被他人获取，请更换该密钥。如果它是许可证的签名密钥，请立即通知{contact}：任何获得它的人都能签发许可证。然后请选择{contact}提供的许可证文件。

        file.public-key
        The file is a public key, not a license. Choose the license file that {contact} sent.
        该文件是公钥，不是许可证。请选择{contact}提供的许可证文件。

        file.certificate
        The file is a certificate or a certificate request, not a license. Choose the license file that {contact} sent.
        该文件是数字证书或证书请求，不是许可证。请选择{contact}提供的许可证文件。

        file.application-code
        [Block {block} of the file|The file] looks like an application code, from which a license is made, and not like a license. If it is one, send it to {contact}, and import the license that you get. If you are not sure what it is, do not send it to anyone. Choose the license file that {contact} sent.
        [文件中第{block}段|该文件]像是用于申请许可证的申请码（应用代码），不是许可证。如确为申请码，请将其发送给{contact}，并导入对方提供的许可证。如不确定其内容，请勿发送给任何人，请选择{contact}提供的许可证文件。

        file.signed-message
        The file is an S/MIME signed message. If it is an email, open it in an email program, save the license from it, and import that file. Otherwise, ask {contact} for the license in a form that this product accepts.
        该文件是S/MIME签名消息。如果它是邮件，请用邮件程序打开，保存其中的许可证后导入；否则请联系{contact}获取本产品支持的格式的许可证。

        file.base64
        The file is a license that was encoded in base64. Decode it, for example with 'base64 -di FILE > license.lic' on Linux or 'certutil -decode FILE license.lic' on Windows, and import license.lic. If that is refused, ask {contact} for the license file itself.
        该文件是经过base64编码的许可证。请先解码（例如在Linux上使用“base64 -di 文件名 > license.lic”，在Windows上使用“certutil -decode 文件名 license.lic”），再导入license.lic。如仍被拒绝，请联系{contact}获取许可证文件本身。

        file.gzip
        The file is compressed with gzip. Unpack it with 'tar -xf FILE'. If tar reports that it is not an archive, use 'gunzip -c FILE > license.lic'. Then import the license file.
        该文件经过gzip压缩。请使用“tar -xf 文件名”解压；如tar提示不是归档文件，请改用“gunzip -c 文件名 > license.lic”。然后导入得到的许可证文件。

        file.zip
        The file is a zip archive or an office document. Unpack the archive and import the license file in it, or ask {contact} for the license file itself.
        该文件是zip压缩包或办公文档。请解压后导入其中的许可证文件，或联系{contact}获取许可证文件本身。

        file.tar
        The file is a tar archive. Unpack it, for example with 'tar -xf FILE', and import the license file in it.
        该文件是tar归档包。请先解包（例如使用“tar -xf 文件名”），再导入其中的许可证文件。

        file.archive
        The file is a compressed archive. Unpack it, and import the license file in it.
        该文件是压缩包。请先解压，再导入其中的许可证文件。

        file.pdf
        The file is a PDF document. Ask {contact} for the license file itself. Text that you copy from a PDF is often damaged.
        该文件是PDF文档。请联系{contact}获取许可证文件本身。从PDF中复制的文本往往有损坏。

        file.image
        The file is a picture. Ask {contact} for the license file itself.
        该文件是图片。请联系{contact}获取许可证文件本身。

        file.html
        The file is a web page (HTML), for example a login or error page that was saved in place of the license. Sign in to the site that provides the license and download it again, or ask {contact} for the license file.
        该文件是网页（HTML），例如误将登录页面或错误页面保存成了许可证。请登录提供许可证的网站重新下载，或联系{contact}获取许可证文件。

        file.xml
        The file is an XML document. If it has a license in it, save the text of the license as a file of its own. Otherwise, ask {contact} for the license file.
        该文件是XML文档。如其中含有许可证，请将许可证文本单独保存为一个文件；否则请联系{contact}获取许可证文件。

        file.json
        The file is JSON or text in quotation marks. If it has a license in it, save that text as a file of its own, without the quotation marks. If the value is named license, use 'jq -r .license FILE > license.lic'. If it is an error message, download the license again. Otherwise, ask {contact} for the license file.
        该文件是JSON或带引号的文本。如其中含有许可证，请将该文本单独保存为一个文件（不含引号）；如该值名为license，可使用“jq -r .license 文件名 > license.lic”。如内容是错误信息，请重新下载许可证；否则请联系{contact}获取许可证文件。

        file.yaml
        The file looks like YAML, or has other text before the license on a line. If it has a license in it, save only the license as a file of its own, with -----BEGIN LICENSE----- at the start of a line. If the value is base64, decode it first. Otherwise, ask {contact} for the license file.
        该文件像是YAML，或许可证所在行的前面有其他文字。如其中含有许可证，请仅将许可证单独保存为一个文件，并使-----BEGIN LICENSE-----位于行首。如该值经过base64编码，请先解码。否则请联系{contact}获取许可证文件。

        file.mail
        The file is a whole email message. Open it in an email program, save the license that is attached to it or in its text as a file of its own, and import that file.
        该文件是一封完整的邮件。请用邮件程序打开，将附件或正文中的许可证单独保存为一个文件，再导入该文件。

        file.mail-quoting
        [License {block} in the file: ][Line {line}|The text] starts with '>', as in the reply to an email. Save the license from the original email, or remove these marks from the start of each line. If that is refused, ask {contact} to send it as an attachment.
        [文件中第{block}个许可证：][第{line}行|该文本]以“>”开头，像是邮件回复中的引用。请从原始邮件中保存许可证，或删除每行开头的这些符号。如仍被拒绝，请联系{contact}以附件形式发送。

        file.quoted-printable
        [License {block} in the file: ][Line {line}|The text] has characters such as '=' that a license does not have, as in the source of an email (quoted-printable). Open the email in an email program and save the license from there, or ask {contact} to send it as an attachment.
        [文件中第{block}个许可证：][第{line}行|该文本]含有许可证中不应出现的“=”等字符，像是邮件源代码（quoted-printable编码）。请用邮件程序打开邮件后保存许可证，或联系{contact}以附件形式发送。

        file.changed-marker
        [License {block} in the file: ][Line {line}|A line] looks like the start or the end of a license, but something on it was changed or added. The lines must be exactly -----BEGIN LICENSE----- and -----END LICENSE-----. Save the original file again without changing it, or ask {contact} to send it as an attachment.
        [文件中第{block}个许可证：][第{line}行|有一行]像是许可证的开始行或结束行，但有改动或多余内容。这两行应分别为-----BEGIN LICENSE-----和-----END LICENSE-----。请重新保存未经改动的原文件，或联系{contact}以附件形式发送。

        file.broken-lines
        The license is broken into several lines, or has spaces in it. Save the original file again without changing it, or join the lines into one without spaces.
        该许可证被拆成了多行，或含有空格。请重新保存未经改动的原文件，或将各行合并为不含空格的一行。

        file.other
        The file is not a license: {code}. Choose the license file that {contact} sent.
        该文件不是许可证（{code}）。请选择{contact}提供的许可证文件。
        """
}

/// What a refused file is instead of a license, such as `pdf` or `private-key`.
///
/// A verifier recognizes common mistakes by the bytes of a file that it has already refused. The error's message then
/// states what the file is and what to do. Use the value in programs, for example to count which mistakes your
/// customers make:
///
/// ```swift
/// do {
///     licenses = try verifier.verify(contents: upload).licenses
/// } catch {
///     metrics.increment("refused", error.recognizedFile?.rawValue ?? error.code.rawValue)
/// }
/// ```
public typealias RecognizedFile = LicenseCode<RefusedFile>

/// A file that a verifier refuses: what the codes of ``RecognizedFile`` describe.
public enum RefusedFile: Sendable {}

extension RecognizedFile {
    /// The file has no bytes, or only blanks, line breaks and NULs.
    public static var empty: Self { Self(rawValue: "empty") }

    /// The file is text in UTF-16.
    public static var utf16: Self { Self(rawValue: "utf-16") }

    /// The file is text in UTF-32.
    public static var utf32: Self { Self(rawValue: "utf-32") }

    /// The file contains a private or secret key, in PEM or as a JWK.
    public static var privateKey: Self { Self(rawValue: "private-key") }

    /// The file is a public key, in PEM, as a JWK or for SSH.
    public static var publicKey: Self { Self(rawValue: "public-key") }

    /// The file is a certificate or a certificate request in PEM.
    public static var certificate: Self { Self(rawValue: "certificate") }

    /// The file is an application code, from which the vendor creates a license.
    public static var applicationCode: Self { Self(rawValue: "application-code") }

    /// The file is an S/MIME signed message, a form of license that only some products accept.
    public static var signedMessage: Self { Self(rawValue: "signed-message") }

    /// The file is a license that is encoded in base64 once more.
    public static var base64: Self { Self(rawValue: "base64") }

    /// The file is compressed with gzip, such as a `.tar.gz` archive.
    public static var gzip: Self { Self(rawValue: "gzip") }

    /// The file is a zip archive, or an office document, which is also one.
    public static var zip: Self { Self(rawValue: "zip") }

    /// The file is a tar archive.
    public static var tar: Self { Self(rawValue: "tar") }

    /// The file is an archive of another kind, such as RAR or 7z.
    public static var archive: Self { Self(rawValue: "archive") }

    /// The file is a PDF document.
    public static var pdf: Self { Self(rawValue: "pdf") }

    /// The file is a picture, such as a screenshot.
    public static var image: Self { Self(rawValue: "image") }

    /// The file is a web page.
    public static var html: Self { Self(rawValue: "html") }

    /// The file is an XML document.
    public static var xml: Self { Self(rawValue: "xml") }

    /// The file is JSON, possibly with a license in it.
    public static var json: Self { Self(rawValue: "json") }

    /// The file is YAML, possibly with a license in it.
    public static var yaml: Self { Self(rawValue: "yaml") }

    /// The file is a saved email message whose content is encoded.
    public static var mail: Self { Self(rawValue: "mail") }

    /// A line of the license starts with `>`, as in the reply to an email.
    public static var mailQuoting: Self { Self(rawValue: "mail-quoting") }

    /// The text is encoded as quoted-printable, the encoding of email programs that puts `=` at the end of lines.
    public static var quotedPrintable: Self { Self(rawValue: "quoted-printable") }

    /// A line looks like the first or last line of a license, but was changed.
    public static var changedMarker: Self { Self(rawValue: "changed-marker") }

    /// The license has no first and last line, and its text has line breaks or blanks.
    public static var brokenLines: Self { Self(rawValue: "broken-lines") }

    /// All kinds of files that this release recognizes.
    public static var known: [Self] {
        [
            .empty, .utf16, .utf32, .privateKey, .publicKey, .certificate, .applicationCode, .signedMessage, .base64,
            .gzip, .zip, .tar, .archive, .pdf, .image, .html, .xml, .json, .yaml, .mail, .mailQuoting, .quotedPrintable,
            .changedMarker, .brokenLines,
        ]
    }
}

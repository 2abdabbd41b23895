import ZStackLicensing
import ZStackLicensingTesting

// Variants of the message around the license and its signature.
extension VendorVariant {
    static let boundary = "----246DD01C6E1C8F3597F6DEA0C45FB3A4"

    private static func file(_ edit: @escaping @Sendable (inout [UInt8]) -> Void)
        -> @Sendable (inout TestMessage) -> Void
    {
        { $0.editFile = edit }
    }

    private static func lines(
        _ edit: @escaping @Sendable (inout [String]) -> Void
    ) -> @Sendable (inout TestMessage) -> Void {
        { $0.editLines = edit }
    }

    private static func header(_ old: String, _ new: String) -> @Sendable (inout TestMessage) -> Void {
        self.lines { lines in
            lines[1] = String(decoding: Array(lines[1].utf8).with { $0.replace(old, by: new) }, as: UTF8.self)
        }
    }

    /// The index of the first line of the license's part, in the lines of the file.
    private static let part = 6

    static let messages: [VendorVariant] = [
        VendorVariant("a file above 64 KiB", .fileSize, Self.file { $0 += [UInt8](repeating: 0x0A, count: 65_536) }),
        VendorVariant(
            "a NUL in the preamble",
            .characters,
            Self.file { $0.replace("signed message", by: "signed\0message") }
        ),
        VendorVariant(
            "a character outside ASCII",
            .characters,
            Self.file { $0.replace("signed message", by: "signed méssage") }
        ),
        VendorVariant(
            "a control character",
            .characters,
            Self.file { $0.replace("signed message", by: "signed\u{B}message") }
        ),
        VendorVariant("a DEL", .characters, Self.file { $0.replace("signed message", by: "signed\u{7F}message") }),
        VendorVariant(
            "a byte order mark inside",
            .characters,
            Self.file { $0.replace("\n\nThis", by: "\n\n\u{FEFF}This") }
        ),
        VendorVariant("a carriage return alone", .carriageReturns, Self.file { $0.replace("\n\nThis", by: "\rThis") }),
        VendorVariant(
            "two carriage returns and a line feed",
            .carriageReturns,
            Self.file { $0.replace("\n\nThis", by: "\n\r\r\nThis") }
        ),
        VendorVariant("a carriage return at the end", .carriageReturns, Self.file { $0.append(0x0D) }),
        VendorVariant("only the first line", .headers, Self.lines { $0.removeSubrange(1...) }),
        VendorVariant("a header after the two", .blankAfterHeaders, Self.lines { $0.insert("X-Other: 1", at: 2) }),
        VendorVariant(
            "a header between the two",
            .headerParameters,
            Self.lines { $0.insert("Subject: license", at: 1) }
        ),
        VendorVariant(
            "a folded header",
            .headerParameters,
            Self.lines { lines in
                lines.replaceSubrange(
                    1...1,
                    with: lines[1].split(separator: "; ").enumerated().map { ($0 == 0 ? "" : " ") + $1 + ";" }
                )
            }
        ),
        VendorVariant("another type of message", .headerParameters, Self.header("multipart/signed", "multipart/mixed")),
        VendorVariant("another protocol", .headerParameters, Self.header("x-pkcs7-signature", "pgp-signature")),
        VendorVariant("a parameter after the three", .headerParameters, Self.lines { $0[1] += "; x=\"1\"" }),
        VendorVariant("words after the parameters", .headerParameters, Self.lines { $0[1] += " x" }),
        VendorVariant("another parameter than micalg", .headerParameters, Self.header("micalg=", "digest=")),
        VendorVariant("another parameter than boundary", .headerParameters, Self.header("boundary=", "border=")),
        VendorVariant(
            "another order of the parameters",
            .headerParameters,
            Self.header("micalg=\"sha-256\"; boundary=", "boundary=\"sha-256\"; micalg=")
        ),
        VendorVariant("a parameter twice", .headerParameters, Self.header("micalg=", "micalg=\"sha-256\"; micalg=")),
        VendorVariant("no digest algorithm in the header", .headerParameters, Self.header("; micalg=\"sha-256\"", "")),
        VendorVariant(
            "a boundary without quotes",
            .headerParameters,
            Self.header("\"\(Self.boundary)\"", Self.boundary)
        ),
        VendorVariant("an empty boundary", .boundary) { $0.boundary = "" },
        VendorVariant("a boundary of 71 characters", .boundary) { $0.boundary = String(repeating: "b", count: 71) },
        VendorVariant("a boundary with a space", .boundary) { $0.boundary = "a b" },
        VendorVariant("no blank line after the headers", .blankAfterHeaders, Self.lines { $0.remove(at: 2) }),
        VendorVariant("words in the preamble", .preamble, Self.lines { $0.insert("a better license", at: 4) }),
        VendorVariant("the words of the preamble twice", .preamble, Self.lines { $0.insert($0[3], at: 4) }),
        VendorVariant("no blank line after the preamble", .preamble, Self.lines { $0.remove(at: 4) }),
        VendorVariant("two blank lines after the preamble", .preamble, Self.lines { $0.insert("", at: 4) }),
        VendorVariant("two blank lines in place of the preamble", .preamble, Self.lines { $0[3] = "" }),
        VendorVariant("words after those of the preamble", .preamble, Self.lines { $0[4] = "a better license" }),
        VendorVariant("other words in the preamble", .preamble, Self.lines { $0[3] = "This is a signed message" }),
        VendorVariant(
            "a license in the preamble",
            .preamble,
            Self.lines { $0.insert(contentsOf: $0[Self.part...(Self.part + 4)], at: 4) }
        ),
        VendorVariant("words after the end", .epilogue, Self.lines { $0.append("more") }),
        VendorVariant("a space after the end", .epilogue, Self.lines { $0.append(" ") }),
        VendorVariant("a second message after the end", .delimiters, Self.lines { $0 += $0 }),
        VendorVariant(
            "a second message of another boundary",
            .epilogue,
            Self.lines { lines in
                lines += lines.map {
                    $0.split(separator: Self.boundary, omittingEmptySubsequences: false).joined(separator: "other")
                }
            }
        ),
        VendorVariant(
            "a part before the license",
            .delimiters,
            Self.lines { $0.insert(contentsOf: $0[5...10], at: 5) }
        ),
        VendorVariant(
            "a part after the signature",
            .delimiters,
            Self.lines { lines in
                lines.insert(contentsOf: lines[5...10], at: lines.count - 2)
            }
        ),
        VendorVariant("no end", .delimiters, Self.lines { $0.removeLast(2) }),
        VendorVariant(
            "an end in place of the second delimiter",
            .delimiters,
            Self.lines { lines in
                lines[lines.lastIndex(of: "--\(Self.boundary)") ?? 0] += "--"
            }
        ),
        VendorVariant("a delimiter with a space after it", .delimiterLookalike, Self.lines { $0[5] += " " }),
        VendorVariant("a delimiter that continues", .delimiterLookalike, Self.lines { $0[5] += "A" }),
        VendorVariant("an end that continues", .delimiterLookalike, Self.lines { $0[$0.count - 2] += "-" }),
        VendorVariant("a line like a delimiter in the license", .delimiterLookalike) {
            $0.editPart = { $0.insert("--\(Self.boundary)x", at: 3) }
        },
        VendorVariant("an encoding of the license's part", .textHeader) {
            $0.editPart = { $0.insert("Content-Transfer-Encoding: base64", at: 1) }
        },
        VendorVariant("another type of the license's part", .textHeader) {
            $0.editPart = { $0[0] = "Content-Type: text/html" }
        },
        VendorVariant("a character set of the license's part", .textHeader) {
            $0.editPart = { $0[0] += "; charset=utf-8" }
        },
        VendorVariant("no header of the license's part", .textHeader) { $0.editPart = { $0.removeFirst(2) } },
        VendorVariant("no blank line after the license's header", .textHeader) { $0.editPart = { $0.remove(at: 1) } },
        VendorVariant("nested parts", .textHeader) {
            $0.editPart = { $0 = ["Content-Type: multipart/mixed; boundary=\"in\"", "", "--in"] + $0 + ["--in--"] }
        },
        VendorVariant("a space in the license", .textAlphabet) { $0.editPart = { $0[2] += " " } },
        VendorVariant("base64url in the license", .textAlphabet) { $0.editPart = { $0[2] += "-_" } },
        VendorVariant("a tab in the license", .textAlphabet) { $0.editPart = { $0[3] = "\t" + $0[3] } },
        VendorVariant(
            "no header of the signature's part",
            .signatureHeader,
            Self.lines { lines in
                lines.removeAll { $0.hasPrefix("Content-Disposition") }
            }
        ),
        VendorVariant(
            "another encoding of the signature",
            .signatureHeader,
            Self.lines { lines in
                lines[lines.firstIndex(of: "Content-Transfer-Encoding: base64") ?? 0] =
                    "Content-Transfer-Encoding: 7bit"
            }
        ),
        VendorVariant(
            "another type of the signature's part",
            .signatureHeader,
            Self.lines { lines in
                lines[lines.firstIndex { $0.contains("; name=") } ?? 0] =
                    "Content-Type: application/pkcs7-signature; name=\"smime.p7s\""
            }
        ),
        VendorVariant(
            "a signature's part that ends in its header",
            .signatureHeader,
            Self.lines { lines in
                let first = lines.firstIndex { $0.contains("Content-Disposition") } ?? 0
                lines.removeSubrange(first..<(lines.count - 2))
            }
        ),
        VendorVariant(
            "a blank line in the signature",
            .signatureLines,
            Self.lines { $0.insert("", at: $0.count - 10) }
        ),
        VendorVariant(
            "two blank lines after the signature",
            .signatureLines,
            Self.lines { $0.insert("", at: $0.count - 3) }
        ),
        VendorVariant("a space in the signature", .signatureBase64, Self.lines { $0[$0.count - 10] += " " }),
        VendorVariant("a signature without its padding", .signatureBase64) {
            $0.editEncoding = { $0.append(contentsOf: [UInt8](repeating: 0, count: 3 - ($0.count + 2) % 3)) }
            $0.editLines = { lines in
                while lines[lines.count - 4].hasSuffix("=") {
                    lines[lines.count - 4].removeLast()
                }
            }
        },
        VendorVariant(
            "no signature",
            .signatureHeader,
            Self.lines { lines in
                let first = (lines.firstIndex { $0.contains("Content-Disposition") } ?? 0) + 1
                lines.removeSubrange(first..<(lines.count - 2))
            }
        ),
        VendorVariant("a signature above 16 KiB", .signatureSize) {
            $0.editSignedData = { $0.certificates = TestDER.element(0xA0, [UInt8](repeating: 0x30, count: 16_384)) }
        },
    ]
}

import Testing
import ZStackLicensing
import ZStackLicensingTesting

/// A way to write a license file that changes nothing of its license.
struct VendorSpelling: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let edit: @Sendable (inout TestMessage) -> Void

    init(_ name: String, _ edit: @escaping @Sendable (inout TestMessage) -> Void) {
        self.testDescription = name
        self.edit = edit
    }

    static let all = [
        VendorSpelling("CR LF at each line end") {
            $0.editFile = { $0 = $0.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] } }
        },
        VendorSpelling("CR LF in the license alone") { message in
            message.editLines = { lines in
                for index in 6..<(lines.lastIndex(of: "------246DD01C6E1C8F3597F6DEA0C45FB3A4") ?? 6) {
                    lines[index] += "\r"
                }
            }
        },
        VendorSpelling("a byte order mark") { $0.editFile = { $0 = [0xEF, 0xBB, 0xBF] + $0 } },
        VendorSpelling("no preamble") { $0.editLines = { $0.removeSubrange(3...4) } },
        VendorSpelling("a blank preamble") { $0.editLines = { $0.remove(at: 3) } },
        VendorSpelling("the newer media type") { message in
            message.editLines = { lines in
                lines = lines.map { $0.replacing("application/x-pkcs7", with: "application/pkcs7") }
            }
        },
        VendorSpelling("no line end after the end") { $0.editFile = { $0.removeLast(2) } },
        VendorSpelling("several blank lines after the end") { $0.editLines = { $0 += ["", "", ""] } },
        VendorSpelling("a short boundary") { $0.boundary = "b" },
        VendorSpelling("a boundary of 70 characters") {
            $0.boundary = String(repeating: "'()+_,-./:=?b", count: 5) + "Zz019"
        },
        VendorSpelling("a signature in lines of 76 characters") { message in
            message.editLines = { lines in
                let first = (lines.firstIndex { $0.hasPrefix("Content-Disposition") } ?? 0) + 2
                let text = lines[first..<(lines.count - 3)].joined()
                lines[first..<(lines.count - 3)] = TestMessage.lines(text, ofLength: 76)[...]
            }
        },
        VendorSpelling("no blank line after the signature") { $0.editLines = { $0.remove(at: $0.count - 3) } },
        VendorSpelling("no certificates") { $0.editData = { $0.certificates = [] } },
        VendorSpelling("empty certificates") { $0.editData = { $0.certificates = [0xA0, 0x00] } },
        VendorSpelling("a certificate of another signer") {
            $0.editData = { $0.certificates = TestDER.element(0xA0, TestDER.sequence(TestDER.integer(1))) }
        },
        VendorSpelling("another name of the signer") {
            $0.editData = { $0.signer.name = TestDER.sequence(TestDER.sequence(TestDER.set([])), TestDER.integer(9)) }
        },
        VendorSpelling("no signing time") { $0.editData = { $0.signer.attributes.remove(at: 1) } },
        VendorSpelling("a signing time in the future") { message in
            message.editData = { data in
                data.signer.attributes[1] = TestSignedData.attribute(
                    TestSignedData.Name.signingTime,
                    TestDER.element(0x17, Array("490101000000Z".utf8))
                )
            }
        },
        VendorSpelling("an attribute that is not known") { message in
            message.editData = { data in
                data.signer.attributes.append(
                    TestSignedData.attribute([0x2A, 0x03], TestDER.element(0x0C, [UInt8](repeating: 0x78, count: 60)))
                )
            }
        },
        VendorSpelling("a license in one line") { $0.editPart = { $0 = [$0[0], $0[1], $0[2...].joined(), ""] } },
    ]
}

import Foundation
import LicenseIssuing

/// Functions that encode values in DER (X.690), including invalid ones.
enum DER {
    /// Returns an element with a tag and the concatenated contents.
    static func element(_ tag: UInt8, _ contents: [UInt8]...) -> [UInt8] {
        let contents = contents.flatMap(\.self)
        var length: [UInt8] = []
        var rest = contents.count
        while rest > 0 {
            length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        let head = contents.count < 0x80 ? [UInt8(contents.count)] : [0x80 | UInt8(length.count)] + length
        return [tag] + head + contents
    }

    /// Returns an INTEGER with the shortest encoding of a number.
    static func integer(_ number: Int) -> [UInt8] {
        var digits = withUnsafeBytes(of: number.bigEndian) { Array($0) }
        while digits.count > 1, digits[0] == 0, digits[1] < 0x80 {
            digits.removeFirst()
        }
        return self.element(0x02, digits)
    }

    /// Returns a PEM block with a label and an encoded value.
    static func pem(_ label: String, _ der: [UInt8]) -> SecretBytes {
        let base64 = Data(der).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return SecretBytes("-----BEGIN \(label)-----\n\(base64)\n-----END \(label)-----\n")
    }

    /// Returns the encoded value in a PEM block.
    static func bytes(ofPEM text: String) -> [UInt8] {
        let lines = text.split(separator: "\n").filter { !$0.hasPrefix("-") }
        return Data(base64Encoded: lines.joined()).map(Array.init) ?? []
    }
}

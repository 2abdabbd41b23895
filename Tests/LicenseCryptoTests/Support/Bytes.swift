import Foundation

// Encodings of bytes, implemented without the code under test.

extension [UInt8] {
    /// Creates bytes from hexadecimal digits.
    ///
    /// - Parameter hexadecimal: Two digits for each byte; spaces are ignored.
    init(hexadecimal: String) {
        let digits = hexadecimal.filter { $0 != " " }
        precondition(digits.count.isMultiple(of: 2), "A byte has two hexadecimal digits")
        var bytes: [UInt8] = []
        var index = digits.startIndex
        while index < digits.endIndex {
            let next = digits.index(index, offsetBy: 2)
            guard let byte = UInt8(digits[index..<next], radix: 16) else {
                preconditionFailure("Not hexadecimal: \(digits[index..<next])")
            }
            bytes.append(byte)
            index = next
        }
        self = bytes
    }

    /// The bytes as base64url without padding, encoded by Foundation.
    var base64URL: String {
        Data(self).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }

    /// The bytes as base64 with padding, encoded by Foundation.
    var base64: String {
        Data(self).base64EncodedString()
    }

    /// Returns the bytes as a PEM block with a label.
    func pem(_ label: String = "PUBLIC KEY") -> String {
        let lines = Data(self).base64EncodedString(options: [.lineLength64Characters, .endLineWithLineFeed])
        return "-----BEGIN \(label)-----\n\(lines)\n-----END \(label)-----\n"
    }

    /// Returns the sum of two big-endian numbers, with at least as many bytes as the longer one.
    func adding(_ other: [UInt8]) -> [UInt8] {
        var sum: [UInt8] = []
        var carry = 0
        for index in 0..<Swift.max(self.count, other.count) {
            let left = index < self.count ? Int(self[self.count - 1 - index]) : 0
            let right = index < other.count ? Int(other[other.count - 1 - index]) : 0
            carry += left + right
            sum.insert(UInt8(carry & 0xFF), at: 0)
            carry >>= 8
        }
        return carry == 0 ? sum : [UInt8(carry)] + sum
    }

    /// Returns the difference of two big-endian numbers of the same length, of which the second must not be the greater one.
    func subtracting(_ other: [UInt8]) -> [UInt8] {
        precondition(self.count == other.count, "The numbers must have the same length")
        var difference = self
        var borrow = 0
        for index in self.indices.reversed() {
            let digit = Int(self[index]) - Int(other[index]) - borrow
            borrow = digit < 0 ? 1 : 0
            difference[index] = UInt8(digit & 0xFF)
        }
        return difference
    }
}

/// The DER encoding of public keys and signatures.
enum DER {
    /// Returns an element with a tag and content of at most 65,535 bytes.
    static func element(_ tag: UInt8, _ content: [UInt8]) -> [UInt8] {
        switch content.count {
        case 0..<0x80: [tag, UInt8(content.count)] + content
        case 0x80..<0x100: [tag, 0x81, UInt8(content.count)] + content
        default: [tag, 0x82, UInt8(content.count >> 8), UInt8(content.count & 0xFF)] + content
        }
    }

    /// Returns an INTEGER of an unsigned big-endian number.
    static func integer(_ number: [UInt8]) -> [UInt8] {
        let digits = Array(number.drop { $0 == 0 })
        return self.element(0x02, (digits.first ?? 0x80) >= 0x80 ? [0] + digits : digits)
    }

    /// Returns the SubjectPublicKeyInfo of an RSA key (RFC 8017, A.1.1) with the algorithm `rsaEncryption`.
    static func rsaKey(modulus: [UInt8], exponent: [UInt8]) -> [UInt8] {
        let algorithm = [UInt8](hexadecimal: "300D06092A864886F70D0101010500")
        let key = self.element(0x30, self.integer(modulus) + self.integer(exponent))
        return self.element(0x30, algorithm + self.element(0x03, [0] + key))
    }

    /// Returns the SubjectPublicKeyInfo of a point on a named curve (RFC 5480).
    static func curveKey(_ curve: String, _ encoded: [UInt8]) -> [UInt8] {
        let object: String
        switch curve {
        case "P-256": object = "06082A8648CE3D030107"
        case "P-384": object = "06052B81040022"
        case "SM2": object = "06082A811CCF5501822D"
        default: preconditionFailure("Unknown curve: \(curve)")
        }
        let algorithm = self.element(0x30, [UInt8](hexadecimal: "06072A8648CE3D0201" + object))
        return self.element(0x30, algorithm + self.element(0x03, [0] + encoded))
    }

    /// Returns an ECDSA or SM2 signature in DER as r‖s, each number in `size` bytes.
    static func fixedWidthSignature(_ der: [UInt8], size: Int) -> [UInt8] {
        var position = der[1] < 0x80 ? 2 : 3
        var signature: [UInt8] = []
        for _ in 0..<2 {
            let length = Int(der[position + 1])
            let digits = der[(position + 2)..<(position + 2 + length)].drop { $0 == 0 }
            signature += [UInt8](repeating: 0, count: size - digits.count) + digits
            position += 2 + length
        }
        return signature
    }
}

import CLicenseOpenSSL
import LicenseCrypto

/// Encodings of secrets that overwrite all intermediate copies.
enum SecretEncoding {
    /// Encodes a DER element (X.690): the tag, the length in its shortest form, and the contents.
    static func element(_ tag: UInt8, _ contents: [SecretBytes]) -> SecretBytes {
        let count = contents.reduce(0) { $0 + $1.count }
        var length: [UInt8] = []
        var rest = count
        while rest > 0 {
            length.insert(UInt8(truncatingIfNeeded: rest), at: 0)
            rest >>= 8
        }
        let head = count < 0x80 ? [UInt8(count)] : [0x80 | UInt8(length.count)] + length
        return SecretBytes(joining: [SecretBytes([tag] + head)] + contents)
    }

    /// Encodes a PrivateKeyInfo (RFC 5958, section 2) around a private key in the format of its algorithm.
    static func privateKeyInfo(_ material: KeyMaterial, _ privateKey: SecretBytes) -> SecretBytes {
        self.element(
            0x30,
            [
                SecretBytes([0x02, 0x01, 0x00]), SecretBytes(material.algorithmIdentifier),
                self.element(0x04, [privateKey]),
            ]
        )
    }

    /// Encodes a nonnegative big-endian number as a DER INTEGER.
    static func integer(_ number: SecretBytes) -> SecretBytes {
        let (zeros, isHigh) = number.withBytes { bytes in
            var zeros = 0
            while zeros + 1 < bytes.count, bytes[zeros] == 0 {
                zeros += 1
            }
            return (zeros, zeros < bytes.count && bytes[zeros] >= 0x80)
        }
        let digits = unsafe number.withPointer { bytes in
            unsafe SecretBytes(bytes.dropFirst(zeros))
        }
        return self.element(0x02, [SecretBytes(isHigh ? [0] : []), digits])
    }

    /// Encodes bytes in base64 with padding (RFC 4648, section 4), optionally in lines of 64 characters.
    static func base64(_ bytes: SecretBytes, lines: Bool = false) -> SecretBytes {
        // EVP_EncodeBlock appends a null terminator.
        var size = 0
        let encoded = unsafe SecretBytes(count: (bytes.count + 2) / 3 * 4 + 1) { buffer in
            size = unsafe bytes.withPointer {
                unsafe Int(EVP_EncodeBlock(buffer.baseAddress, $0.baseAddress, Int32($0.count)))
            }
        }
        return unsafe encoded.withPointer { encoded in
            guard lines else {
                return unsafe SecretBytes(encoded.prefix(size))
            }
            return SecretBytes(
                joining: stride(from: 0, to: size, by: 64)
                    .flatMap { start in
                        unsafe [SecretBytes(encoded[start..<min(start + 64, size)]), SecretBytes("\n")]
                    }
            )
        }
    }

    /// Encodes bytes in base64url without padding (RFC 7515, section 2).
    static func base64URL(_ bytes: SecretBytes) -> SecretBytes {
        let padded = self.base64(bytes)
        return unsafe padded.withPointer { padded in
            let count = unsafe padded.prefix { $0 != UInt8(ascii: "=") }.count
            return unsafe SecretBytes(count: count) { buffer in
                for index in 0..<count {
                    unsafe buffer[index] =
                        switch unsafe padded[index] {
                        case UInt8(ascii: "+"): UInt8(ascii: "-")
                        case UInt8(ascii: "/"): UInt8(ascii: "_")
                        case let other: other
                        }
                }
            }
        }
    }
}

import LicenseCrypto
import Testing

/// Strict decoding, which accepts exactly one encoding of each sequence of bytes.
@Suite("Base64")
struct Base64Tests {
    // The vectors of RFC 4648, section 10, and some with the two characters in which the alphabets differ.
    private static let vectors: [(bytes: String, url: String, padded: String)] = [
        ("", "", ""),
        ("66", "Zg", "Zg=="),
        ("666F", "Zm8", "Zm8="),
        ("666F6F", "Zm9v", "Zm9v"),
        ("666F6F62", "Zm9vYg", "Zm9vYg=="),
        ("666F6F6261", "Zm9vYmE", "Zm9vYmE="),
        ("666F6F626172", "Zm9vYmFy", "Zm9vYmFy"),
        ("00", "AA", "AA=="),
        ("0000", "AAA", "AAA="),
        ("FF", "_w", "/w=="),
        ("FFFF", "__8", "//8="),
        ("FFFFFF", "____", "////"),
        ("FBEFBE", "----", "++++"),
        ("FB", "-w", "+w=="),
        ("14FB9C03D97E", "FPucA9l-", "FPucA9l+"),
    ]

    @Test("The vectors of RFC 4648 are decoded and encoded", arguments: vectors)
    func vector(bytes: String, url: String, padded: String) {
        let expected = [UInt8](hexadecimal: bytes)
        #expect(Base64.decodeURL(url) == expected)
        #expect(Base64.decodePadded(Array(padded.utf8)) == expected)
        #expect(Base64.encodeURL(expected) == url)
    }

    private static let url = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
    private static let padded = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    @Test("Only bytes of the alphabet are decoded, in each of the four positions", arguments: 0..<4)
    func alphabet(position: Int) {
        for byte in UInt8.min...UInt8.max {
            var text = Array("AAAA".utf8)
            text[position] = byte
            #expect((Base64.decodeURL(text.span) != nil) == Self.url.contains(byte), "\(byte)")
            // "AAA=" is padded.
            let isPadding = position == 3 && byte == UInt8(ascii: "=")
            #expect((Base64.decodePadded(text) != nil) == (Self.padded.contains(byte) || isPadding), "\(byte)")
            // The same after and before other groups.
            #expect((Base64.decodeURL((Array("Zm9v".utf8) + text).span) != nil) == Self.url.contains(byte), "\(byte)")
            #expect((Base64.decodeURL((text + Array("Zm9v".utf8)).span) != nil) == Self.url.contains(byte), "\(byte)")
        }
    }

    @Test("Only last characters whose unused bits are zero are decoded: 4 or 16 of 64")
    func lastCharacters() {
        var four: [UInt8] = []
        var sixteen: [UInt8] = []
        for byte in UInt8.min...UInt8.max {
            if Base64.decodeURL([UInt8(ascii: "A"), byte].span) != nil {
                four.append(byte)
            }
            if Base64.decodeURL([UInt8(ascii: "A"), UInt8(ascii: "A"), byte].span) != nil {
                sixteen.append(byte)
            }
        }
        #expect(String(decoding: four, as: UTF8.self) == "AQgw")
        #expect(String(decoding: sixteen, as: UTF8.self) == "048AEIMQUYcgkosw")
    }

    @Test("An encoding of 64 bytes with unused bits set is refused")
    func unusedBits() {
        let text = String(repeating: "A", count: 85)
        #expect(Base64.decodeURL(text + "A") == [UInt8](repeating: 0, count: 64))
        for last in "BCDEFGHIJKLMNOP" {
            #expect(Base64.decodeURL(text + String(last)) == nil, "\(last)")
            #expect(Base64.decodePadded(Array((text + String(last) + "==").utf8)) == nil, "\(last)")
        }
        #expect(Base64.decodeURL(text + "Q")?.last == 1)
    }

    @Test(
        "Padding in base64url is refused",
        arguments: ["Zg=", "Zg==", "Zm8=", "Zm9v=", "Zm9v====", "=", "==", "====", "Z=g", "=Zg"]
    )
    func noPadding(text: String) {
        #expect(Base64.decodeURL(text) == nil)
    }

    @Test(
        "Padded base64 with missing, surplus or misplaced padding is refused",
        arguments: [
            "Zg", "Zg=", "Zg===", "Zm8", "Zm8==", "Zm9v=", "Zm9v==", "Zm9v====", "=", "==", "===", "====", "A===",
            "A=A=",
            "=AAA", "AA=A", "Zg==Zg==", "Zm8=Zm8=", "Zg==\n",
        ]
    )
    func padding(text: String) {
        #expect(Base64.decodePadded(Array(text.utf8)) == nil)
    }

    @Test("A text whose length modulo 4 is 1 is refused", arguments: [1, 5, 9, 65, 4_097])
    func impossibleLength(count: Int) {
        let text = String(repeating: "A", count: count)
        #expect(Base64.decodeURL(text) == nil)
        #expect(Base64.decodePadded(Array(text.utf8)) == nil)
        #expect(Base64.decodePadded(Array((text + "===").utf8)) == nil)
    }

    @Test("Encoded bytes are decoded to the same bytes", arguments: 0..<70)
    func roundTrip(count: Int) {
        let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 151 &+ 43) }
        #expect(Base64.encodeURL(bytes) == bytes.base64URL)
        #expect(Base64.decodeURL(bytes.base64URL) == bytes)
        #expect(Base64.decodePadded(Array(bytes.base64.utf8)) == bytes)
    }
}

import Testing

@testable import ManagementNode

@Suite("Forms with files")
struct MultipartFormTests {
    private static func body(_ text: String) -> [UInt8] {
        Array(text.replacing("\n", with: "\r\n").utf8)
    }

    private static let form = body(
        """
        --B
        Content-Disposition: form-data; name="comment"

        a
        --B
        Content-Disposition: form-data; name="file"; filename="a b.lic"
        Content-Type: application/octet-stream

        one
        two
        --B--

        """
    )

    @Test("The fields of a form have their names, file names and bytes")
    func parts() throws {
        let form = try #require(MultipartForm(Self.form, boundary: "B"))
        #expect(form.parts.map(\.name) == ["comment", "file"])
        #expect(form.parts.map(\.fileName) == [nil, "a b.lic"])
        #expect(form.parts.map { String(decoding: $0.contents, as: UTF8.self) } == ["a", "one\r\ntwo"])
    }

    @Test(
        "The boundary is that of the header, if RFC 2046 allows it",
        arguments: [
            ("multipart/form-data; boundary=abc", "abc"), ("Multipart/Form-Data; charset=x; Boundary=\"a b\"", nil),
            ("multipart/form-data; boundary=\"a-b\"", "a-b"), ("multipart/form-data", nil),
            ("text/plain; boundary=a", nil),
            ("multipart/form-data; boundary=", nil), ("multipart/form-data; boundary=a\nb", nil),
            ("multipart/form-data; boundary=" + String(repeating: "a", count: 70), String(repeating: "a", count: 70)),
            ("multipart/form-data; boundary=" + String(repeating: "a", count: 71), nil),
        ] as [(String, String?)]
    )
    func boundary(_ header: String, _ boundary: String?) {
        #expect(MultipartForm.boundary(in: header) == boundary)
    }

    @Test(
        "A form that is incomplete or has another structure is refused",
        arguments: [
            "", "--B", "--B\n", "--C--\n", "x--B--", "--B--x", "--B--\n\n", "--B\nA: b\n--B--",
            "--B\nContent-Disposition: form-data; name=\"a\"\n\nx", "--B\nContent-Disposition: form-data\n\nx\n--B--",
            "--B\nContent-Disposition: form-data; name=a\n\nx\n--B--",
            "--B\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\n\nx\n--B--",
            "--B\nContent-Disposition: form-data; name=\"a\"\nContent-Disposition: form-data; name=\"a\"\n\nx\n--B--",
            "--B\nX: \(String(repeating: "x", count: 3_000))\nContent-Disposition: form-data; name=\"a\"\n\nx\n--B--",
            String(repeating: "--B\nContent-Disposition: form-data; name=\"a\"\n\nx\n", count: 17) + "--B--",
        ]
    )
    func refused(_ text: String) {
        #expect(MultipartForm(Self.body(text), boundary: "B") == nil)
    }

    @Test("Of 20,000 forms with random changes, none traps, and parts are always bytes of the body")
    func mutated() throws {
        var random = RandomBytes(seed: 18)
        for _ in 0..<20_000 {
            var body = Self.form
            for _ in 0...Int(random.next() % 4) {
                let index = Int(random.next() % UInt64(body.count))
                switch random.next() % 4 {
                case 0: body[index] = UInt8(truncatingIfNeeded: random.next())
                case 1: body.remove(at: index)
                case 2: body.insert(contentsOf: body[..<min(index, 40)], at: index)
                default: body.removeSubrange(index...)
                }
                if body.isEmpty {
                    body = [0]
                }
            }
            guard let form = MultipartForm(body, boundary: "B") else {
                continue
            }
            #expect(form.parts.count <= MultipartForm.maximumParts)
            for part in form.parts {
                #expect(part.contents.isEmpty || part.contents.endIndex <= body.count)
                #expect(!part.contents.contains(Array("\r\n--B".utf8)))
            }
        }
    }
}

/// Random numbers that are the same in each run: SplitMix64.
struct RandomBytes: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) {
        self.state = seed
    }

    mutating func next() -> UInt64 {
        self.state &+= 0x9E37_79B9_7F4A_7C15
        var value = self.state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}

import LicenseModel
import Testing

@Suite("Licences as values")
struct LicenseTests {
    static func license(
        category: LicenseCategory = .base,
        expiresAt: Int64? = 1_800_000_000,
        graceDays: Int? = nil,
        digest: UInt8 = 7
    ) throws -> License {
        License(
            id: "L-1",
            issuer: try #require(ClaimString("Secret Issuer")),
            product: "cloud",
            licensee: try #require(ClaimString("secret@example.com")),
            organization: ClaimString("Secret Organization"),
            issuedAt: Instant(secondsSince1970: 1_700_000_000),
            notBefore: Instant(secondsSince1970: 1_700_000_000),
            expiresAt: expiresAt.map(Instant.init(secondsSince1970:)),
            category: category,
            edition: .enterprise,
            modules: [],
            type: .paid,
            limits: [.hosts: .count(5)],
            features: nil,
            nodes: nil,
            sequence: nil,
            reminderDays: nil,
            graceDays: graceDays,
            updatesUntil: nil,
            algorithm: .ed25519,
            keyID: "k",
            environment: .test,
            payloadDigest: PayloadDigest([UInt8](repeating: digest, count: 32))
        )
    }

    @Test(
        "The grace ends whole days after the expiry, at most with the year 9999",
        arguments: [
            (1_800_000_000, nil, nil), (nil, 7, nil), (nil, nil, nil), (1_800_000_000, 1, 1_800_086_400),
            (1_800_000_000, 7, 1_800_604_800), (1_800_000_000, 365, 1_831_536_000),
            (253_402_300_799, 1, 253_402_300_799), (253_402_214_400, 1, 253_402_300_799),
            (253_402_214_399, 1, 253_402_300_799), (253_402_214_398, 1, 253_402_300_798),
        ] as [(Int64?, Int?, Int64?)]
    )
    func grace(_ expiresAt: Int64?, _ graceDays: Int?, _ expected: Int64?) throws {
        let license = try Self.license(expiresAt: expiresAt, graceDays: graceDays)
        #expect(license.graceUntil?.secondsSince1970 == expected)
    }

    @Test("A licence's text for logs has its category and id, and nothing of what it contains")
    func text() throws {
        let base = try Self.license()
        #expect(base.description == "License(base, id: L-1)")
        #expect(String(describing: base) == "License(base, id: L-1)")
        #expect(String(reflecting: base) == "License(base, id: L-1)")
        #expect("\(try Self.license(category: .plus))" == "License(plus, id: L-1)")
    }

    @Test("Licences of one id with other content are not equal")
    func equality() throws {
        #expect(try Self.license() == Self.license())
        #expect(try Self.license() != Self.license(expiresAt: 1_800_000_001))
        #expect(try Self.license() != Self.license(digest: 8))
    }

    @Test("The categories are base and plus")
    func categories() {
        #expect(LicenseCategory.allCases.map(\.rawValue) == ["base", "plus"])
    }

    @Test("A digest's text is its bytes in lower-case hexadecimal")
    func digestText() {
        let digest = PayloadDigest([0x00, 0x01, 0x0F, 0x10, 0xA5, 0xFF] + (0x20..<0x3A))
        #expect(digest.description == "00010f10a5ff202122232425262728292a2b2c2d2e2f30313233343536373839")
        #expect(digest.bytes == [0x00, 0x01, 0x0F, 0x10, 0xA5, 0xFF] + (0x20..<0x3A))
    }

    @Test("Digests are ordered by their bytes")
    func digestOrder() {
        // The first, a middle and the last byte differ.
        func digest(_ first: UInt8, _ middle: UInt8, _ last: UInt8) -> PayloadDigest {
            let zeros = [UInt8](repeating: 0, count: 15)
            return PayloadDigest([first] + zeros.dropLast() + [middle] + zeros + [last])
        }
        let ordered = [
            digest(0, 0xFF, 0), digest(0x7F, 0xFF, 0xFF), digest(0x80, 0, 0), digest(0x80, 0, 1), digest(0x80, 1, 0),
        ]
        #expect(ordered.map(\.bytes.count) == [32, 32, 32, 32, 32])
        #expect(ordered.reversed().sorted() == ordered)
        #expect(Set(ordered).count == 5)
        #expect(digest(1, 2, 3) == digest(1, 2, 3))
        #expect(digest(1, 2, 3) != digest(1, 2, 4))
    }
}

#if DEBUG
import LicenseCrypto
import LicenseModel
import LicenseNodeKey
import LicensePolicy
import LicenseTesting
import TestSupport
import Testing

@testable import LicenseStore

@Suite("Node key and application code")
struct NodeTests {
    private let fixture: StoreFixture

    init() throws {
        self.fixture = try StoreFixture()
    }

    private var codeFile: String? {
        self.fixture.files.text(at: "/licenses/lic-application-code.txt")
    }

    @Test("The application code is in its file, holds no secret, and stays the same", .tags(.row27, .row30, .row31))
    func applicationCode() throws {
        let engine = try FolderEngine(self.fixture.settings(host: ["os": "Debian 12", "name": "a\"b"]))
        let text = try engine.licenseRequest()
        #expect(text == self.codeFile)
        #expect(!text.contains { $0.isWhitespace })
        let code = try #require(ApplicationCode(Array(text.utf8)))
        #expect(code.thumbprint == engine.identity.thumbprint)
        #expect(code.issuedAt == self.fixture.clock.now)
        #expect(code.product == "test-product")
        #expect(code.host == ["os": "Debian 12", "name": "a\"b"])

        let parts = text.split(separator: ".")
        #expect(parts.count == 3)
        let header = String(decoding: try #require(Base64.decodeURL(String(parts[0]))), as: UTF8.self)
        #expect(header == #"{"alg":"Ed25519","kid":"\#(code.thumbprint)","typ":"license-request+jwt"}"#)
        let claims = String(decoding: try #require(Base64.decodeURL(String(parts[1]))), as: UTF8.self)
        #expect(claims.hasPrefix(#"{"cnf":{"jwk":{"crv":"Ed25519","kty":"OKP","x":""#))
        #expect(!claims.contains(#""d":"#))
        let key = try #require(self.fixture.files.text(at: "/licenses/private/node.key"))
        let seed = try #require(key.split(separator: ".").first)
        #expect(!text.contains(seed) && !claims.contains(seed))

        self.fixture.clock.advance(days: 9)
        let restarted = try FolderEngine(self.fixture.settings(host: ["os": "Debian 13"]))
        #expect(try restarted.licenseRequest() == text)
        #expect(restarted.identity.thumbprint == code.thumbprint)
    }

    @Test(
        "A code that is missing or damaged is made again with the same thumbprint",
        arguments: ["", "x.y.z", "damaged"]
    )
    func damagedCode(_ text: String) throws {
        let thumbprint = try self.fixture.open().identity.thumbprint
        if text.isEmpty {
            self.fixture.files.take("/licenses/lic-application-code.txt")
        } else {
            self.fixture.files.edit("/licenses/lic-application-code.txt") { $0.content = Array(text.utf8) }
        }
        let reader = try self.fixture.open(creates: false)
        #expect(reader.identity.thumbprint == thumbprint)
        #expect(reader.identity.code == nil)
        #expect(try reader.licenseRequest() == self.codeFile)
        #expect(try self.fixture.open().identity == reader.identity)
    }

    @Test(
        "A node key that is missing or damaged is never replaced",
        arguments: [true, false]
    )
    func damagedKey(_ isMissing: Bool) throws {
        let thumbprint = try self.fixture.open().identity.thumbprint
        let path = "/licenses/private/node.key"
        if isMissing {
            self.fixture.files.take(path)
        } else {
            self.fixture.files.edit(path) { $0.content[0] = $0.content[0] == 0x41 ? 0x42 : 0x41 }
        }
        let damaged = self.fixture.files.text(at: path)
        let engine = try self.fixture.open()
        #expect(engine.identity.thumbprint == thumbprint)
        #expect(engine.findingCodes == ["node-key-unreadable"])
        #expect(engine.findings.first?.error == (isMissing ? "ENOENT" : "damaged"))
        #expect(self.fixture.files.text(at: path) == damaged)
        #expect(try engine.licenseRequest() == self.codeFile)
    }

    @Test("An error of the disk replaces neither the node key nor the application code", arguments: [5, 24])
    func errors(_ number: Int32) throws {
        _ = try self.fixture.open()
        let start = self.fixture.files.copy()
        var call = 0
        var isReached = true
        while isReached {
            let files = start.copy()
            files.inject(.error(number, at: call))
            _ = try? self.fixture.open(on: files).licenseRequest()
            isReached = files.callCount > call
            for path in ["/licenses/private/node.key", "/licenses/lic-application-code.txt"] {
                #expect(files.text(at: path) == start.text(at: path), "error \(number) at call \(call)")
            }
            call += 1
        }
        #expect(call > 50)
    }

    @Test("A code that cannot be read now is a finding that names its file")
    func unreadableCode() throws {
        let thumbprint = try self.fixture.open().identity.thumbprint
        let reader = try self.fixture.open(creates: false)
        #expect(reader.findings.isEmpty)
        self.fixture.files.state.withLock { $0.hiddenBytes = 1 }
        let engine = try self.fixture.open(creates: false)
        self.fixture.files.state.withLock { $0.hiddenBytes = 0 }
        let finding = try #require(engine.findings.first { $0.code == .identityIncomplete })
        #expect(finding.file == "lic-application-code.txt")
        #expect(finding.error == "changed-while-read")
        #expect(try self.fixture.open().identity.thumbprint == thumbprint)
    }

    @Test("The code of another node is replaced by this node's own")
    func foreignCode() throws {
        let other = try StoreFixture()
        let foreign = try other.open().licenseRequest()
        let thumbprint = try self.fixture.open().identity.thumbprint
        self.fixture.files.edit("/licenses/lic-application-code.txt") { $0.content = Array(foreign.utf8) }
        let engine = try self.fixture.open()
        #expect(engine.identity.thumbprint == thumbprint)
        #expect(self.codeFile != foreign)
        #expect(self.codeFile == engine.identity.code)
    }

    @Test("A reader without access to the private part takes the thumbprint from the code")
    func deniedReader() throws {
        let engine = try self.fixture.open()
        let thumbprint = try #require(engine.identity.thumbprint)
        try engine.install(self.fixture.file(.base().id("a").bound(to: thumbprint.rawValue)))
        let denied = self.fixture.files.copy()
        denied.state.withLock { $0.deniedFolder = FileName("private") }
        let reader = try self.fixture.open(creates: false, on: denied)
        #expect(reader.identity.thumbprint == thumbprint)
        #expect(reader.gate.entitlements.base.status == .valid)
        #expect(reader.findingCodes == ["node-key-unreadable", "time-unreadable"])
    }

    @Test("A folder without a code has none, until one is asked for")
    func existingCode() throws {
        let reader = try self.fixture.open(creates: false)
        #expect(try reader.existingLicenseRequest() == nil)
        #expect(self.codeFile == nil)
        let text = try reader.licenseRequest()
        #expect(try reader.existingLicenseRequest() == text)
        #expect(self.codeFile == text)
    }

    @Test("The code names the product that the verifier requires, if it requires one")
    func product() throws {
        let verifier = self.fixture.licensing.verifier
        for product in [LicenseRequirement<ProductID>.any, .only("other")] {
            let fixture = try StoreFixture()
            let verifier = LicenseVerifier(trusting: verifier.keys, product: product)
            let engine = try FolderEngine(fixture.settings(verifier: verifier))
            let code = try #require(ApplicationCode(Array(try engine.licenseRequest().utf8)))
            #expect(code.product == product.value)
        }
    }

    @Test("A code is refused if anything in it is changed")
    func changedCode() throws {
        let key = try #require(NodeKey())
        let other = try #require(NodeKey())
        let now = self.fixture.clock.now
        let code = try #require(ApplicationCode(signedBy: key, at: now, product: "p", host: [:]))
        let foreign = try #require(ApplicationCode(signedBy: other, at: now, product: "p", host: [:]))
        let text = Array(code.text.utf8)
        for index in stride(from: 0, to: text.count, by: 3) {
            var changed = text
            changed[index] = changed[index] == 0x41 ? 0x42 : 0x41
            #expect(ApplicationCode(changed) == nil, "byte \(index)")
        }
        let parts = code.text.split(separator: ".")
        let others = foreign.text.split(separator: ".")
        #expect(ApplicationCode(Array("\(parts[0]).\(others[1]).\(others[2])".utf8)) == nil)
        #expect(ApplicationCode(Array("\(others[0]).\(parts[1]).\(parts[2])".utf8)) == nil)
        #expect(ApplicationCode(text + [0x0A]) == nil)
        #expect(ApplicationCode([]) == nil)
    }

    @Test("A node key is made from its seed, and shows no secret")
    func seeds() throws {
        let key = try #require(NodeKey())
        let copy = try #require(key.withSeed { NodeKey(seed: $0) } ?? nil)
        #expect(copy.publicBytes == key.publicBytes)
        #expect(copy.thumbprint == key.thumbprint)
        #expect(copy.signature(over: [1]) == key.signature(over: [1]))
        #expect(NodeKey(seed: [1, 2, 3]) == nil)
        #expect("\(key)" == "NodeKey(\(try #require(key.thumbprint)))")
        // RFC 8037, appendix A.
        let seed = try #require(Base64.decodeURL("nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A"))
        #expect(NodeKey(seed: seed)?.thumbprint?.rawValue == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
    }
}
#endif

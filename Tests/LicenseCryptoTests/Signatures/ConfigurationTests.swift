import CLicenseOpenSSL
import Foundation
import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// P56: what the process's OpenSSL configuration says changes no outcome.
///
/// Each test runs in a process of its own, in which libcrypto is not yet set up.
@Suite("OpenSSL configuration")
struct ConfigurationTests {
    @Test("A configuration that asks for FIPS takes SHA-256 from the process and not from here", .tags(.p56))
    func fips() async {
        await #expect(processExitsWith: .success) {
            let text = """
                openssl_conf = start
                [start]
                alg_section = algorithms
                [algorithms]
                default_properties = fips=yes
                """
            try Configuration.write(text)
            // The process's own context has no digest that is called FIPS: the configuration is in force.
            try #require(EVP_MD_fetch(nil, "SHA256", nil) == nil)
            try Configuration.requireVerifying()
        }
    }

    @Test("What the process's configuration takes away is unavailable to keys of the process's context")
    func process() async {
        await #expect(processExitsWith: .success) {
            let text = """
                openssl_conf = start
                [start]
                alg_section = algorithms
                [algorithms]
                default_properties = fips=yes
                """
            try Configuration.write(text)
            let jwk = #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
            let error = #expect(throws: TrustedKeyError.self) { try TrustedKey(jwk: jwk, context: .process) }
            #expect(error?.code == .unavailable)
            try Configuration.requireVerifying()
        }
    }

    @Test("A configuration that is missing changes nothing", .tags(.p56))
    func missing() async {
        await #expect(processExitsWith: .success) {
            setenv("OPENSSL_CONF", "no-such-folder/no-such-file.cnf", 1)
            try Configuration.requireVerifying()
        }
    }

    @Test("A configuration that is none changes nothing", .tags(.p56))
    func garbage() async {
        await #expect(processExitsWith: .success) {
            try Configuration.write("openssl_conf = [[[\n= = =\n[\u{0}")
            try Configuration.requireVerifying()
        }
    }

    @Test("Providers that do not exist, and their folder, change nothing", .tags(.p56))
    func providers() async {
        await #expect(processExitsWith: .success) {
            let text = """
                openssl_conf = start
                [start]
                providers = some
                [some]
                nothing = section
                [section]
                activate = 1
                """
            setenv("OPENSSL_MODULES", "no-such-folder", 1)
            try Configuration.write(text)
            try Configuration.requireVerifying()
        }
    }
}

private enum Configuration {
    /// Makes a text this process's OpenSSL configuration.
    static func write(_ text: String) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).cnf")
        try Data(text.utf8).write(to: file)
        setenv("OPENSSL_CONF", file.path, 1)
    }

    /// Requires that published signatures are good, and altered ones not: RFC 8037, A.4, and GB/T 32918.5, Annex A.
    static func requireVerifying() throws {
        let ed25519 = try TrustedKey(
            jwk: #"{"kty":"OKP","crv":"Ed25519","x":"11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}"#
        )
        #expect(ed25519.id == "kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k")
        let text = Array("eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc".utf8)
        let signature = try #require(
            Base64.decodeURL("hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg")
        )
        #expect(ed25519.isValid(signature, over: text[...]))
        #expect(!ed25519.isValid(signature, over: text.dropLast()))
        let sm2 = try TrustedKey(
            jwk: #"{"kty":"EC","crv":"SM2","x":"CfnfMR5UIaFQ3X0WHkvFxnIXn60YM_wHa7CP81bzUCA","#
                + #""y":"zOpJDOJndaUtxupxjMGqYArtBfvzXghKZjL2By2prRM"}"#
        )
        let pair = [UInt8](
            hexadecimal: "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"
        )
        #expect(sm2.isValid(pair, over: Array("message digest".utf8)[...]))
        if let path = getenv("OPENSSL_CONF").map({ String(cString: $0) }) {
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}

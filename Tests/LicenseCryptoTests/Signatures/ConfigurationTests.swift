import CLicenseOpenSSL
import Foundation
import LicenseCrypto
import LicenseModel
import TestSupport
import Testing

/// The OpenSSL configuration of the process, which must not change the result of a verification.
///
/// Each test runs in a separate process, in which libcrypto is not yet initialized.
@Suite("OpenSSL configuration")
struct ConfigurationTests {
    @Test("A configuration that requires FIPS does not affect the library's own context", .tags(.p56))
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
            // The process's context has no FIPS implementation of SHA-256, so the configuration is active.
            try #require(EVP_MD_fetch(nil, "SHA256", nil) == nil)
            try Configuration.expectVerification()
        }
    }

    @Test("A key in the process's context is unavailable if the configuration disables it")
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
            try Configuration.expectVerification()
        }
    }

    @Test("A missing configuration file has no effect", .tags(.p56))
    func missing() async {
        await #expect(processExitsWith: .success) {
            setenv("OPENSSL_CONF", "no-such-folder/no-such-file.cnf", 1)
            try Configuration.expectVerification()
        }
    }

    @Test("A malformed configuration file has no effect", .tags(.p56))
    func malformed() async {
        await #expect(processExitsWith: .success) {
            try Configuration.write("openssl_conf = [[[\n= = =\n[\u{0}")
            try Configuration.expectVerification()
        }
    }

    @Test("A missing provider and a missing modules folder have no effect", .tags(.p56))
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
            try Configuration.expectVerification()
        }
    }
}

private enum Configuration {
    /// Writes a file with the text and makes it the OpenSSL configuration of this process.
    static func write(_ text: String) throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("\(UUID().uuidString).cnf")
        try Data(text.utf8).write(to: file)
        setenv("OPENSSL_CONF", file.path, 1)
    }

    /// Expects that the signatures of RFC 8037, A.4, and GB/T 32918.5, Annex A, are valid, and only over their own texts.
    static func expectVerification() throws {
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
        let sm2Signature = [UInt8](
            hexadecimal: "F5A03B0648D2C4630EEAC513E1BB81A15944DA3827D5B74143AC7EACEEE720B3"
                + "B1B6AA29DF212FD8763182BC0D421CA1BB9038FD1F7F42D4840B69C485BBC1AA"
        )
        #expect(sm2.isValid(sm2Signature, over: Array("message digest".utf8)[...]))
        #expect(!sm2.isValid(sm2Signature, over: Array("message diges".utf8)[...]))
        if let path = getenv("OPENSSL_CONF").map({ String(cString: $0) }) {
            try? FileManager.default.removeItem(atPath: path)
        }
    }
}

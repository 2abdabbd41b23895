import CLicenseOpenSSL
import Foundation
import LicenseCrypto
import LicenseIssuing
import LicenseModel
import TestSupport
import Testing

/// The OpenSSL configuration of the process, which the isolated context ignores and the host can still use.
@Suite("The OpenSSL configuration of the process")
struct ProcessConfigurationTests {
    @Test("A configuration file that never ends does not block signing or verification", .tags(.p56))
    func fifo() async {
        await #expect(processExitsWith: .success) {
            let path = TemporaryFile.path("fifo")
            try #require(mkfifo(path, 0o600) == 0)
            defer { unlink(path) }
            setenv("OPENSSL_CONF", path, 1)
            // Kills the process if it blocks.
            alarm(60)
            try HostProcess.useLibrary()
        }
    }

    @Test("The library does not load the configuration until the host asks for it", .tags(.p56))
    func libraryFirst() async {
        await #expect(processExitsWith: .success) {
            let module = try Module()
            defer { module.remove() }
            try HostProcess.useLibrary()
            _ = try SigningKey.generate(.ps256, rsaBits: 2_048)
            try #require(!module.isLoaded)
            OpenSSLContext.loadProcessConfiguration()
            try #require(module.isLoaded)
            try HostProcess.useLibcrypto()
            try HostProcess.useLibrary()
        }
    }

    @Test("A configuration that the host has loaded does not affect the library", .tags(.p56))
    func hostFirst() async {
        await #expect(processExitsWith: .success) {
            let module = try Module()
            defer { module.remove() }
            try HostProcess.useLibcrypto()
            try #require(module.isLoaded)
            try HostProcess.useLibrary()
        }
    }

    @Test("The process's context works even if the configuration has errors", .tags(.p56))
    func faultyConfiguration() async {
        await #expect(processExitsWith: .success) {
            let module = try Module(adding: "oid_section = oids\n[oids]\nfoo = 1.2.3.4.5.6.7.99")
            defer { module.remove() }
            try HostProcess.useLibcrypto()
            try HostProcess.useLibrary()
            try #require(OpenSSLContext.loadProcessConfiguration())
            _ = try TrustedKey(jwk: HostProcess.jwk, context: .process)
        }
        await #expect(processExitsWith: .success) {
            let module = try Module(adding: "some_module = unknown\n[unknown]\na = b")
            defer { module.remove() }
            try HostProcess.useLibrary()
            try #require(OpenSSLContext.loadProcessConfiguration())
            try #require(module.isLoaded)
            _ = try TrustedKey(jwk: HostProcess.jwk, context: .process)
        }
    }

    @Test("The host can load its configuration through the library", .tags(.p56))
    func loaded() async {
        await #expect(processExitsWith: .success) {
            let module = try Module()
            defer { module.remove() }
            try #require(OpenSSLContext.loadProcessConfiguration())
            try #require(module.isLoaded)
            try HostProcess.useLibrary()
        }
    }
}

private enum TemporaryFile {
    static func path(_ name: String) -> String {
        FileManager.default.temporaryDirectory.path + "/licensing-\(UUID().uuidString)-\(name)"
    }
}

/// A provider module that creates a file when libcrypto loads it, and a configuration of the process that activates it.
private struct Module {
    private let path = TemporaryFile.path("module")

    init(adding lines: String = "") throws {
        let source = """
            #include <fcntl.h>
            #include <unistd.h>
            __attribute__((constructor)) static void loaded(void) { close(open("\(self.path).loaded", O_CREAT | O_RDWR, 0600)); }
            int OSSL_provider_init(const void *handle, const void *in, const void **out, void **context) { return 0; }
            """
        try Data(source.utf8).write(to: URL(fileURLWithPath: "\(self.path).c"))
        let compiler = Process()
        compiler.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        compiler.arguments = ["cc", "-shared", "-fPIC", "-o", "\(self.path).so", "\(self.path).c"]
        try compiler.run()
        compiler.waitUntilExit()
        try #require(compiler.terminationStatus == 0)
        let configuration = """
            openssl_conf = start
            [start]
            providers = some
            \(lines.split(separator: "\n").joined(separator: "\n            "))
            [some]
            default = builtin
            test = module
            [builtin]
            activate = 1
            [module]
            module = \(self.path).so
            activate = 1
            """
        try Data(configuration.utf8).write(to: URL(fileURLWithPath: "\(self.path).cnf"))
        setenv("OPENSSL_CONF", "\(self.path).cnf", 1)
    }

    /// Whether libcrypto has loaded the module.
    var isLoaded: Bool {
        access("\(self.path).loaded", F_OK) == 0
    }

    func remove() {
        for suffix in ["c", "so", "cnf", "loaded"] {
            unlink("\(self.path).\(suffix)")
        }
    }
}

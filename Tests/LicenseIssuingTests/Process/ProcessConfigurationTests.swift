import CLicenseOpenSSL
import Foundation
import LicenseCrypto
import TestSupport
import Testing

/// The process's OpenSSL configuration is neither read nor loaded for the isolated context, and stays the host's to use.
@Suite("The process's OpenSSL configuration")
struct ProcessConfigurationTests {
    @Test("A configuration that never ends blocks no verification and no signing", .tags(.p56))
    func fifo() async {
        await #expect(processExitsWith: .success) {
            let path = Folder.path("fifo")
            try #require(mkfifo(path, 0o600) == 0)
            defer { unlink(path) }
            setenv("OPENSSL_CONF", path, 1)
            // Where it blocks, the process is killed.
            alarm(60)
            try HostProcess.useLibrary()
        }
    }

    @Test(
        "No module of the configuration is loaded where the library comes first, until the host asks for it",
        .tags(.p56)
    )
    func libraryFirst() async {
        await #expect(processExitsWith: .success) {
            let module = try Module()
            defer { module.remove() }
            try HostProcess.useLibrary()
            try #require(!module.isLoaded)
            LibraryContext.loadProcessConfiguration()
            try #require(module.isLoaded)
            try HostProcess.useLibcrypto()
            try HostProcess.useLibrary()
        }
    }

    @Test("A configuration that the host has loaded stays, and changes nothing here", .tags(.p56))
    func hostFirst() async {
        await #expect(processExitsWith: .success) {
            let module = try Module()
            defer { module.remove() }
            try HostProcess.useLibcrypto()
            try #require(module.isLoaded)
            try HostProcess.useLibrary()
        }
    }

    @Test("The process's context works after the isolated one, also where the configuration has faults", .tags(.p56))
    func mixture() async {
        await #expect(processExitsWith: .success) {
            let module = try Module(adding: "oid_section = oids\n[oids]\nfoo = 1.2.3.4.5.6.7.99")
            defer { module.remove() }
            try HostProcess.useLibcrypto()
            try HostProcess.useLibrary()
            try #require(LibraryContext.loadProcessConfiguration())
            _ = try TrustedKey(jwk: HostProcess.jwk, context: .process)
        }
        await #expect(processExitsWith: .success) {
            let module = try Module(adding: "some_module = unknown\n[unknown]\na = b")
            defer { module.remove() }
            try HostProcess.useLibrary()
            try #require(LibraryContext.loadProcessConfiguration())
            try #require(module.isLoaded)
            _ = try TrustedKey(jwk: HostProcess.jwk, context: .process)
        }
    }

    @Test("A host that loads its configuration by the library's own call has it", .tags(.p56))
    func loaded() async {
        await #expect(processExitsWith: .success) {
            let module = try Module()
            defer { module.remove() }
            try #require(LibraryContext.loadProcessConfiguration())
            try #require(module.isLoaded)
            try HostProcess.useLibrary()
        }
    }
}

private enum Folder {
    static func path(_ name: String) -> String {
        FileManager.default.temporaryDirectory.path + "/licensing-\(UUID().uuidString)-\(name)"
    }
}

/// A module of libcrypto that leaves a file when it is loaded, and the process's configuration that names it.
private struct Module {
    private let path = Folder.path("module")

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

    /// Whether the module was loaded.
    var isLoaded: Bool {
        access("\(self.path).loaded", F_OK) == 0
    }

    func remove() {
        for suffix in ["c", "so", "cnf", "loaded"] {
            unlink("\(self.path).\(suffix)")
        }
    }
}

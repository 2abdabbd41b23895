import FoundationEssentials
import Licensing
import ZStackLicensing

/// Reads licenses and says what they allow: `Quickstart [--at INSTANT] [--zh] [FILE…]`.
@main
struct Quickstart {
    static func main() throws {
        let options = Options(CommandLine.arguments.dropFirst())

        // What the product is, and what its modules are called. A product describes itself by a catalog of its own.
        let catalog = ProductCatalog.zstack

        // Trust the vendor's public key, which is part of the program.
        let keys = try TrustedKeys([try TrustedKey(jwk: vendorKey)])
        let verifier = LicenseVerifier(trusting: keys, catalog: catalog)

        // Read licenses. One that is not genuine is refused, and the error says why.
        var licenses: [License] = []
        for file in options.files {
            do {
                licenses += try verifier.verify(contents: try Data(contentsOf: file)).licenses
            } catch let error as LicenseError {
                print("\(file.lastPathComponent): \(error.message[options.language])")
            } catch {
                print(options.text("\(file.path) cannot be read.", "无法读取\(file.path)。"))
            }
        }

        // Open a gate. A program that serves leaves the clock out, and the gate goes by the machine's.
        let gate = LicenseGate(
            licenses,
            // These licenses name no node and no builds. A product states its own here.
            configuration: PolicyConfiguration(catalog: catalog, node: .any, build: .any),
            trustedClock: .firstStart,
            clock: FixedClock(instant: options.instant)
        )
        let entitlements = gate.entitlements

        // Show it: the base and every module, how it stands, until when, what may be done, and why not.
        print(options.text("Licenses at \(options.instant)", "\(options.instant)的许可证状态"))
        var table = Table(
            options.text("what", "名称"),
            options.text("status", "状态"),
            options.text("until", "有效期至"),
            options.text("view", "查看"),
            options.text("operate", "操作"),
            options.text("why not", "原因")
        )
        for slot in [.base] + catalog.modules.keys.sorted().map(LicenseSlot.module) {
            let standing = entitlements[slot]
            let view = entitlements.decision(for: .view(slot))
            let operate = entitlements.decision(for: .operate(slot))
            table.add(
                catalog.name(of: slot)[options.language],
                catalog.text(of: standing.status.name)[options.language],
                standing.license?.expiresAt?.description ?? "–",
                options.text(view.isAllowed ? "yes" : "no", view.isAllowed ? "可" : "否"),
                options.text(operate.isAllowed ? "yes" : "no", operate.isAllowed ? "可" : "否"),
                operate.reasons.map { catalog.text(of: $0)[options.language] }.joined(separator: " ")
            )
        }
        print(table)

        // Remind of what ends.
        for reminder in entitlements.reminders {
            print("* \(catalog.text(of: reminder.message)[options.language])")
        }

        // Check on every request, in nanoseconds: a check is made once.
        let operateVMware = gate.makeCheck(for: .operate(.module(.vmware)))
        print(
            operateVMware.isAllowed
                ? options.text("VMware may be operated.", "可以操作VMware。")
                : options.text("VMware may not be operated.", "不可操作VMware。")
        )

        // Explain an answer: by which license, until when, and what would mend it.
        print(entitlements.explanation(of: .operate(.module(.baremetal))).message(in: catalog)[options.language])

        // Add hosts: three are in use, and five are licensed.
        let usage = LicenseUsage(total: [.hosts: 3])
        for count in [2, 3] {
            do {
                try entitlements.admit([.hosts: count], to: .base, given: usage)
                print(options.text("Adding \(count) hosts is allowed.", "可以添加\(count)个物理主机。"))
            } catch {
                print(error.message[options.language])
            }
        }
    }
}

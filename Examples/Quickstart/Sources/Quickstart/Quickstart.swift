import FoundationEssentials
import Licensing
import ZStackLicensing

/// Verifies license files and shows what they allow.
///
/// The product here is a cloud platform. `ZStackLicensing` has its catalog, which `licensectl` uses by default, too. The
/// free community tier of the platform is its own grant: by default a product has none, and this program sets none.
///
/// Usage: `Quickstart [--at INSTANT|now] [--zh] [FILE…]`
@main
struct Quickstart {
    static func main() throws {
        let options = Options(CommandLine.arguments.dropFirst())

        // The catalog describes the product and its modules, here those of the cloud platform. Define one for your product.
        let catalog = ProductCatalog.zstack

        // Trust the vendor's public key, which is compiled into the program.
        let keys = try TrustedKeys([try TrustedKey(jwk: vendorKey)])
        let verifier = LicenseVerifier(trusting: keys, catalog: catalog)

        // Verify the license files. If a file is refused, the error describes the reason.
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

        // Create a gate, which decides what the licenses allow now. In your product, omit the clock to use the machine's
        // clock, and pass the saved trusted clock. `.firstStart` is only for the first start of an installation.
        let gate = LicenseGate(
            licenses,
            // The included licenses are not restricted to nodes or builds. Pass your product's node and build here.
            configuration: PolicyConfiguration(catalog: catalog, node: .any, build: .any),
            trustedClock: .firstStart,
            clock: FixedClock(instant: options.instant)
        )
        let entitlements = gate.entitlements

        // A slot is the base or a module, which licenses fill. Show each slot: the status, the end of the license that is in
        // effect, and the decisions with their reasons.
        print(options.text("Licenses at \(options.instant)", "\(options.instant)的许可证状态"))
        var table = Table(
            options.text("slot", "名称"),
            options.text("status", "状态"),
            options.text("until", "有效期至"),
            options.text("view", "查看"),
            options.text("operate", "操作"),
            options.text("reason", "原因")
        )
        for slot in [.base] + catalog.modules.keys.sorted().map(LicenseSlot.module) {
            let entitlement = entitlements[slot]
            let view = entitlements.decision(for: .view(slot))
            let operate = entitlements.decision(for: .operate(slot))
            table.add(
                catalog.name(of: slot)[options.language],
                catalog.name(of: entitlement.status)[options.language],
                entitlement.license?.expiresAt?.description ?? "–",
                options.text(view.isAllowed ? "yes" : "no", view.isAllowed ? "是" : "否"),
                options.text(operate.isAllowed ? "yes" : "no", operate.isAllowed ? "是" : "否"),
                operate.reasons.map { catalog.text(of: $0)[options.language] }.joined(separator: " ")
            )
        }
        print(table)

        // Show the reminders about licenses that end soon or have ended.
        for reminder in entitlements.reminders {
            print("* \(catalog.text(of: reminder.message)[options.language])")
        }

        // Create a check once and use it on every request. It takes only nanoseconds.
        let operateVMware = gate.makeCheck(for: .operate(.module(.vmware)))
        print(
            operateVMware.isAllowed
                ? options.text("Operating VMware is allowed.", "可以操作VMware。")
                : options.text("Operating VMware is not allowed.", "不可操作VMware。")
        )

        // Explain a decision: which license it depends on, until when it is valid, and what the remedies are.
        print(entitlements.explanation(of: .operate(.module(.baremetal))).message(in: catalog)[options.language])

        // Check whether hosts can be added: three are in use, and the limit is five.
        let usage = LicenseUsage(total: [.hosts: 3])
        for count in [2, 3] {
            do {
                try entitlements.admit([.hosts: count], to: .base, given: usage)
                print(options.text("Adding \(count) hosts is allowed.", "可以添加\(count)台物理主机。"))
            } catch {
                print(error.message[options.language])
            }
        }
    }
}

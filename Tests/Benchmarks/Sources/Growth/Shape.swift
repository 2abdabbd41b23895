import LicenseModel
import LicensePolicy
import LicenseTesting
import ZStackLicensing

/// A kind of license set that can have any number of licenses.
enum Shape: String, CaseIterable {
    /// A base license and a license for each of many modules, which end at different times.
    case modules = "modules on one base"

    /// Base licenses of ten days, one starting on each day.
    case bases = "overlapping bases"

    /// Licenses for modules that do not cover the build.
    case excluded = "licenses excluded"

    /// Returns a number of signed and verified licenses.
    func licenses(_ count: Int) throws -> [License] {
        let world = try TestLicensing(.base(days: 3_000), configuration: .testing(.zstack))
        let rest = try (1..<count)
            .flatMap { try world.verifier.verify(contents: world.file(for: self.license($0))).licenses }
        return world.licenses + rest
    }

    var configuration: PolicyConfiguration {
        PolicyConfiguration(
            catalog: .zstack,
            node: .any,
            build: self == .excluded ? .made(at: TestLicenseClock.start) : .any
        )
    }

    private func license(_ index: Int) throws -> TestLicense {
        guard let module = License.Module(rawValue: "module-\(index)") else {
            preconditionFailure("The name is not a module")
        }
        switch self {
        case .modules: return .plus(module, days: 1 + index % 2_000).graceDays(1 + index % 30)
        case .bases: return .base(days: 10).pending(days: index).sequence(index).limited(to: [.hosts: index])
        case .excluded:
            return .plus(module).updatesUntil(TestLicenseClock.start.advanced(byDays: -1 - index % 300))
        }
    }
}

import ArgumentParser
import Foundation
import Licensing
import ZStackLicensing

/// The options that specify the instant, the build and the community grant.
struct PolicyOptions: ParsableArguments {
    @Option(help: "The instant to evaluate the licenses at, in RFC 3339 format. Defaults to now.")
    var at: LicenseInstant?

    @Option(help: "The date of this build of the product, in RFC 3339 format. By default, it is not checked.")
    var built: LicenseInstant?

    @Option(
        help: """
            A limit of what the product allows without a license: UNIT:N or UNIT:unlimited. Can be repeated. With 'none', \
            no unit is limited. By default, the product allows nothing.
            """
    )
    var community: [CommunityArgument] = []

    @Flag(help: "Allow the same after the base license has expired. Requires --community.")
    var communityAfterExpiry = false

    func validate() throws {
        _ = try self.grant()
    }

    /// Returns what the product allows without a license, or `nil` if that is nothing.
    ///
    /// - Throws: `ValidationError` if the options conflict with each other.
    private func grant() throws -> CommunityGrant? {
        guard !self.community.isEmpty || !self.communityAfterExpiry else {
            throw ValidationError("--community-after-expiry requires --community.")
        }
        guard !self.community.isEmpty else {
            return nil
        }
        guard self.community.count == 1 || !self.community.contains(where: { $0.limit == nil }) else {
            throw ValidationError("--community none cannot be combined with the limit of a unit.")
        }
        var limits: [LimitUnit: License.Limit] = [:]
        for argument in self.community.compactMap(\.limit)
        where limits.updateValue(argument.limit, forKey: argument.unit) != nil {
            throw ValidationError("--community specifies the unit '\(argument.unit)' twice.")
        }
        return CommunityGrant(limits: limits, afterExpiry: self.communityAfterExpiry)
    }

    /// Returns the entitlements that the licenses of all files grant at the instant.
    ///
    /// - Parameter verifier: The options for verification, which also specify the catalog and the node.
    /// - Returns: The entitlements.
    /// - Throws: The exit status if a catalog, key or file cannot be read, or if a license is refused.
    func entitlements(by verifier: VerifierOptions) throws -> Entitlements {
        let catalog = try verifier.trust.catalog.catalog()
        return try self.entitlements(of: try verifier.licenses(for: catalog), by: verifier, catalog)
    }

    /// Returns the entitlements that licenses grant at the instant.
    func entitlements(
        of licenses: [License],
        by verifier: VerifierOptions,
        _ catalog: ProductCatalog
    ) throws -> Entitlements {
        Entitlements(
            licenses,
            at: self.at ?? LicenseInstant(Date()),
            configuration: try self.configuration(catalog, node: verifier.node.map { .only([$0]) } ?? .any)
        )
    }

    /// Returns the configuration of the product for a node.
    func configuration(
        _ catalog: ProductCatalog,
        node: LicenseRequirement<Set<ClaimString>>
    ) throws -> PolicyConfiguration {
        PolicyConfiguration(
            catalog: catalog,
            node: node,
            build: self.built.map { .made(at: $0) } ?? .any,
            community: try self.grant()
        )
    }
}

/// A nonnegative number that consists of digits only.
struct Amount: ExpressibleByArgument {
    let value: Int

    init?(argument: String) {
        guard argument.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
            let value = Int(argument)
        else {
            return nil
        }
        self.value = value
    }
}

/// An argument that specifies an amount of a unit: `UNIT:N`.
struct UnitAmount: ExpressibleByArgument {
    let unit: LimitUnit
    let count: Int

    init?(argument: String) {
        let parts = argument.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, let unit = LimitUnit(rawValue: parts[0]), let amount = Amount(argument: parts[1]) else {
            return nil
        }
        self.unit = unit
        self.count = amount.value
    }
}

/// An argument that sets the limit of a unit: `UNIT:N` or `UNIT:unlimited`.
struct LimitArgument: ExpressibleByArgument {
    let unit: LimitUnit
    let limit: License.Limit

    init?(argument: String) {
        if let amount = UnitAmount(argument: argument) {
            (self.unit, self.limit) = (amount.unit, .count(amount.count))
        } else if argument.hasSuffix(":unlimited"), let unit = LimitUnit(rawValue: String(argument.dropLast(10))) {
            (self.unit, self.limit) = (unit, .unlimited)
        } else {
            return nil
        }
    }
}

/// An argument that sets a limit of the community grant, or says with `none` that it has no limits.
struct CommunityArgument: ExpressibleByArgument {
    let limit: LimitArgument?

    init?(argument: String) {
        self.limit = LimitArgument(argument: argument)
        guard self.limit != nil || argument == "none" else {
            return nil
        }
    }
}

/// An argument that specifies the usage by a module's own objects: `MODULE:UNIT:N`.
struct ModuleUse: ExpressibleByArgument {
    let module: License.Module
    let amount: UnitAmount

    init?(argument: String) {
        guard let colon = argument.firstIndex(of: ":"),
            // `base` and `core` are not modules.
            let module = License.Module(rawValue: String(argument[..<colon])),
            let amount = UnitAmount(argument: String(argument[argument.index(after: colon)...]))
        else {
            return nil
        }
        self.module = module
        self.amount = amount
    }
}

extension Int {
    /// Adds a nonnegative number, and saturates at `Int.max`.
    mutating func add(_ other: Int) {
        let (sum, overflow) = self.addingReportingOverflow(other)
        self = overflow ? .max : sum
    }
}

import ArgumentParser
import Foundation
import LicenseIssuing
import Licensing
import ZStackLicensing

/// The options that describe the content of a license.
struct DraftOptions: ParsableArguments {
    @OptionGroup var catalog: CatalogOptions

    @Option(help: "The issuer of the license.")
    var issuer: ClaimString?

    @Option(help: "The product that the license is for. Defaults to the product of --catalog.")
    var product: ProductID?

    @Option(help: "The customer that the license is issued to.")
    var licensee: ClaimString?

    @Option(help: "The ID of the license. Defaults to a new random ID.")
    var id: LicenseID?

    @Option(help: "Issue a base license, which is for the product itself, of this edition.")
    var base: License.Edition?

    @Option(help: "Issue a plus license, which is an add-on license, for this module. Can be repeated.")
    var plus: [License.Module] = []

    @Option(help: "A module that the base license bundles. Requires --base. Can be repeated.")
    var bundling: [License.Module] = []

    @Option(help: "A limit: UNIT:N or UNIT:unlimited. Can be repeated.")
    var limit: [LimitArgument] = []

    @Option(help: "The commercial type. Defaults to Paid with --base, and to AddOn with --plus.")
    var type: LicenseType?

    @Option(help: "The term of the license in days of 86,400 seconds.")
    var days: Amount?

    @Option(help: "The term in years: the license ends on the same date, in the time zone --zone (default: UTC).")
    var years: Amount?

    @Option(help: "The instant at which the license ends, in RFC 3339 format.")
    var until: LicenseInstant?

    @Option(help: "The last day of the license, such as 2027-06-30. It ends in the time zone --zone.")
    var through: CalendarDay?

    // Unconditional, because the offset -03:30 starts like an option.
    @Option(
        parsing: .unconditional,
        help:
            "The time zone of --through and --years: a place such as Asia/Shanghai, an offset such as +08:00, or UTC.",
        transform: CalendarZone.init(argument:)
    )
    var zone: CalendarZone?

    @Flag(help: "Issue a license that never expires.")
    var perpetual = false

    @Option(help: "The start of the license, in RFC 3339 format. Defaults to the time of signing.")
    var start: LicenseInstant?

    @Option(help: "The name of the licensee's organization.")
    var organization: ClaimString?

    @Option(help: "A feature to restrict the license to. Can be repeated. Defaults to all features.")
    var feature: [License.Feature] = []

    // Unconditional, because thumbprints can start with a hyphen.
    @Option(
        parsing: .unconditionalSingleValue,
        help: "The text that identifies a node to restrict the license to. Can be repeated. Defaults to any."
    )
    var node: [ClaimString] = []

    @Option(help: "A file with the application code of a node to restrict the license to. Can be repeated.")
    var request: [InputFile] = []

    @Option(help: "A number that increases with each license issued to the same licensee.")
    var sequence: Amount?

    @Option(help: "The number of days before the end at which a reminder is due, 1 to 365.")
    var reminderDays: Amount?

    @Option(help: "The length of the grace period in days, 1 to 365.")
    var graceDays: Amount?

    @Option(help: "The date of the latest build that the license covers, in RFC 3339 format. Defaults to all builds.")
    var updatesUntil: LicenseInstant?

    @Option(help: "A member of the license that verifiers must understand, or else refuse it. Can be repeated.")
    var critical: [LicenseDraft.Member] = []

    @Flag(help: "Allow editions, modules and units that the catalog does not define, and any type.")
    var allowUnknownNames = false

    /// Whether the command line has any of these options.
    var areGiven: Bool {
        let values: [Any?] = [
            self.issuer, self.product, self.catalog.file, self.licensee, self.id, self.base, self.type, self.days,
            self.years, self.until, self.through, self.zone, self.start, self.organization, self.sequence,
            self.reminderDays, self.graceDays,
            self.updatesUntil,
        ]
        let lists: [[Any]] = [
            self.plus, self.bundling, self.limit, self.feature, self.node, self.request, self.critical,
        ]
        return values.contains { $0 != nil } || lists.contains { !$0.isEmpty } || self.perpetual
            || self.allowUnknownNames
    }

    /// Returns the draft and its issuer.
    ///
    /// - Throws: `ValidationError` if options are missing or conflict with each other.
    func draft() throws -> (LicenseDraft, issuer: ClaimString) {
        guard let issuer = self.issuer, let licensee = self.licensee,
            self.product != nil || self.catalog.file != nil
        else {
            throw ValidationError(
                "Specify --issuer, --licensee, and --product or --catalog. Alternatively, specify --claims."
            )
        }
        var draft = LicenseDraft(
            for: licensee,
            try self.scope(),
            type: self.type ?? (self.base == nil ? .addOn : .paid),
            term: try self.term(),
            start: self.start.map { .at($0) } ?? .whenSigned,
            id: self.id ?? .random()
        )
        draft.organization = self.organization
        draft.features = self.feature.isEmpty ? .any : .only(Set(self.feature))
        draft.sequence = self.sequence?.value
        draft.reminderDays = self.reminderDays?.value
        draft.graceDays = self.graceDays?.value
        draft.updates = self.updatesUntil.map { .until($0) } ?? .unlimited
        draft.critical = Set(self.critical)
        draft.allowsUnknownNames = self.allowUnknownNames
        return (draft, issuer)
    }

    /// Returns the nodes to restrict the license to: those of the options, then those of application codes.
    ///
    /// - Parameter product: The product of the license, which a code should ask for.
    /// - Returns: The nodes, or any without such an option.
    /// - Throws: `IssuingError` if a code is refused, or `InputFile.ReadError` if it cannot be read.
    func nodes(for product: ProductID) throws -> LicenseRequirement<[ClaimString]> {
        var nodes = self.node
        for file in self.request {
            let request = try LicenseRequest(contents: try file.read())
            if !nodes.contains(request.thumbprint) {
                nodes.append(request.thumbprint)
            }
            if let other = request.product, other != product {
                try printError(
                    "Warning: the code '\(file.name)' asks for the product '\(other)', not for '\(product)'."
                )
            }
        }
        return nodes.isEmpty ? .any : .only(nodes)
    }

    /// Returns the catalog to validate the draft against, with the product of `--product` if it is given.
    ///
    /// - Throws: The exit status 74 if the catalog cannot be read.
    func productCatalog() throws -> ProductCatalog {
        var catalog = try self.catalog.catalog()
        catalog.product = self.product ?? catalog.product
        return catalog
    }

    /// What an error about the draft says about the catalog: nothing, unless the license names an edition, a module or a unit that
    /// the default catalog does not have.
    var catalogHint: String {
        let catalog = ProductCatalog.zstack
        let hasUnknownName =
            self.base.map { catalog.editions[$0] == nil } ?? false
            || (self.plus + self.bundling).contains { catalog.modules[$0] == nil }
            || self.limit.contains { catalog.units[$0.unit] == nil }
        guard self.catalog.file == nil, !self.allowUnknownNames, hasUnknownName else {
            return ""
        }
        return " The catalog is that of the cloud platform. Pass --catalog for another product."
    }

    private func scope() throws -> LicenseDraft.Scope {
        var limits: [LimitUnit: License.Limit] = [:]
        for argument in self.limit where limits.updateValue(argument.limit, forKey: argument.unit) != nil {
            throw ValidationError("--limit specifies the unit '\(argument.unit)' twice.")
        }
        switch (self.base, self.plus.isEmpty) {
        case (let edition?, true):
            return .base(edition: edition, limits: limits, bundling: self.bundling)
        case (nil, false):
            guard self.bundling.isEmpty else {
                throw ValidationError("--bundling requires --base. For a plus license, use --plus only.")
            }
            return .plus(self.plus, limits: limits)
        default:
            throw ValidationError("Specify either --base or --plus.")
        }
    }

    private func term() throws -> LicenseDraft.Term {
        guard self.through == nil || self.zone != nil else {
            throw ValidationError("--through requires --zone, because the same day ends at different times.")
        }
        guard self.zone == nil || self.through != nil || self.years != nil else {
            throw ValidationError("--zone requires --through or --years.")
        }
        let terms: [LicenseDraft.Term?] = [
            self.days.map { .days($0.value) }, self.years.map { .years($0.value, in: self.zone ?? .utc) },
            self.until.map { .until($0) }, self.perpetual ? .perpetual : nil,
            self.through.flatMap { day in self.zone.map { .endOfDay(day, in: $0) } },
        ]
        let given = terms.compactMap(\.self)
        guard given.count == 1, let term = given.first else {
            throw ValidationError(
                "Specify exactly one of --days, --years, --until, --through (with --zone) and --perpetual."
            )
        }
        return term
    }
}

extension CalendarZone {
    /// Parses the name of a time zone.
    ///
    /// - Throws: `ValidationError` that says why the text is refused.
    init(argument: String) throws {
        do {
            try self.init(argument)
        } catch {
            throw ValidationError("The time zone '\(argument)' \(error.problem).")
        }
    }
}

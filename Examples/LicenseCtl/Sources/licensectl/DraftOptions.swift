import ArgumentParser
import Foundation
import LicenseIssuing
import Licensing

/// What a license is to say.
struct DraftOptions: ParsableArguments {
    @OptionGroup var catalog: CatalogOptions

    @Option(help: "Who issues.")
    var issuer: ClaimString?

    @Option(help: "The product that it is for. By default that of --catalog.")
    var product: ProductID?

    @Option(help: "Whom it is issued to.")
    var licensee: ClaimString?

    @Option(help: "The license's id. By default a new random one.")
    var id: LicenseID?

    @Option(help: "Issue a license for the product itself, of this edition.")
    var base: License.Edition?

    @Option(help: "Issue a license for this module. May be repeated.")
    var plus: [License.Module] = []

    @Option(help: "A module that comes with the product, with --base. May be repeated.")
    var bundling: [License.Module] = []

    @Option(help: "How much it covers: UNIT:N or UNIT:unlimited. May be repeated.")
    var limit: [LimitArgument] = []

    @Option(help: "The commercial type. By default Paid, with --plus AddOn.")
    var type: LicenseType?

    @Option(help: "It is in force for so many days of 86,400 seconds.")
    var days: Amount?

    @Option(help: "It is in force until an instant, by RFC 3339.")
    var until: LicenseInstant?

    @Option(help: "It is in force through a day, such as 2027-06-30, to its end in the time zone --zone.")
    var through: CalendarDay?

    @Option(help: "The time zone of --through, such as Asia/Shanghai.")
    var zone: ZoneArgument?

    @Flag(help: "It never expires.")
    var perpetual = false

    @Option(help: "When it starts, by RFC 3339. By default when it is signed.")
    var start: LicenseInstant?

    @Option(help: "The licensee's organization.")
    var organization: ClaimString?

    @Option(help: "The only functions that it covers. May be repeated.")
    var feature: [License.Feature] = []

    @Option(help: "The thumbprint of a node that may use it. May be repeated.")
    var node: [ClaimString] = []

    @Option(help: "A number that rises with each license issued to the same licensee.")
    var sequence: Amount?

    @Option(help: "How many days before the end a reminder is due, 1 to 365.")
    var reminderDays: Amount?

    @Option(help: "How many days after its expiry it still counts as in force, 1 to 365.")
    var graceDays: Amount?

    @Option(help: "The last build that it covers: builds made after this instant are not. By RFC 3339.")
    var updatesUntil: LicenseInstant?

    @Option(help: "A member of the license that must be understood. May be repeated.")
    var critical: [LicenseDraft.Member] = []

    @Flag(help: "Take editions, modules and units that the catalog does not have, and any type.")
    var allowUnknownNames = false

    /// Whether any of the options is given, which all belong to a draft.
    var areGiven: Bool {
        let values: [Any?] = [
            self.issuer, self.product, self.catalog.file, self.licensee, self.id, self.base, self.type, self.days,
            self.until,
            self.through,
            self.zone, self.start, self.organization, self.sequence, self.reminderDays, self.graceDays,
            self.updatesUntil,
        ]
        let lists: [[Any]] = [self.plus, self.bundling, self.limit, self.feature, self.node, self.critical]
        return values.contains { $0 != nil } || lists.contains { !$0.isEmpty } || self.perpetual
            || self.allowUnknownNames
    }

    /// The draft, and in whose name it is.
    ///
    /// - Throws: What is missing, or too much.
    func draft() throws -> (LicenseDraft, issuer: ClaimString) {
        guard let issuer = self.issuer, let licensee = self.licensee,
            self.product != nil || self.catalog.file != nil
        else {
            throw ValidationError("Name --issuer, --product or --catalog, and --licensee, or give --claims.")
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
        draft.nodes = self.node.isEmpty ? .any : .only(self.node)
        draft.sequence = self.sequence?.value
        draft.reminderDays = self.reminderDays?.value
        draft.graceDays = self.graceDays?.value
        draft.updates = self.updatesUntil.map { .until($0) } ?? .unlimited
        draft.critical = Set(self.critical)
        draft.allowsUnknownNames = self.allowUnknownNames
        return (draft, issuer)
    }

    /// What a draft may name, for the product that is named.
    ///
    /// - Throws: The exit status of a catalog that can't be read.
    func productCatalog() throws -> ProductCatalog {
        var catalog = try self.catalog.catalog()
        catalog.product = self.product ?? catalog.product
        return catalog
    }

    private func scope() throws -> LicenseDraft.Scope {
        var limits: [LimitUnit: License.Limit] = [:]
        for argument in self.limit where limits.updateValue(argument.limit, forKey: argument.unit) != nil {
            throw ValidationError("--limit names '\(argument.unit)' twice.")
        }
        switch (self.base, self.plus.isEmpty) {
        case (let edition?, true):
            return .base(edition: edition, limits: limits, bundling: self.bundling)
        case (nil, false):
            guard self.bundling.isEmpty else {
                throw ValidationError("--bundling goes with --base. Name the modules with --plus.")
            }
            return .plus(self.plus, limits: limits)
        default:
            throw ValidationError("Give one of --base and --plus.")
        }
    }

    private func term() throws -> LicenseDraft.Term {
        guard (self.through == nil) == (self.zone == nil) else {
            throw ValidationError("--through and --zone go together.")
        }
        let terms: [LicenseDraft.Term?] = [
            self.days.map { .days($0.value) }, self.until.map { .until($0) }, self.perpetual ? .perpetual : nil,
            self.through.flatMap { day in self.zone.map { .endOfDay(day, in: $0.zone) } },
        ]
        let given = terms.compactMap(\.self)
        guard given.count == 1, let term = given.first else {
            throw ValidationError("Give one of --days, --until, --through with --zone, and --perpetual.")
        }
        return term
    }
}

/// How much of a unit a license covers: `UNIT:N` or `UNIT:unlimited`.
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

/// A time zone by its name in the IANA database.
struct ZoneArgument: ExpressibleByArgument {
    let zone: TimeZone

    init?(argument: String) {
        guard let zone = TimeZone(identifier: argument) else {
            return nil
        }
        self.zone = zone
    }
}

public import LicenseModel

/// An explanation of the status of a slot: its licenses, and whether it can be viewed and operated.
///
/// ```swift
/// for slot in gate.explanation().slots {
///     print(slot.message(in: catalog).english)
/// }
/// ```
public struct SlotExplanation: Sendable, Equatable, Codable {
    /// The base or the module that the explanation is about.
    public let slot: LicenseSlot

    /// The status of the slot, for user interfaces.
    public let status: LicenseStatus

    /// The end of the coverage by the effective license and those that follow it without a gap.
    ///
    /// `nil` if no license fills the slot, or if the coverage has no end.
    public let coveredUntil: LicenseInstant?

    /// The limits on additions to the core, or the limits within which a plus license covers its module's own objects.
    ///
    /// A unit without an entry is not limited for the base, and not covered for a module. For the base, the limits are those
    /// of the community grant while it applies. Empty if there are no limits.
    public let limits: [LimitUnit: License.Limit]

    /// The licenses for the slot: the effective license, then the others by their start, then the excluded ones.
    public let licenses: [LicenseExplanation]

    /// The explanation of whether the slot can be viewed.
    public let view: CapabilityExplanation

    /// The explanation of whether the slot can be operated.
    public let operate: CapabilityExplanation

    /// Returns the explanation as text: the status, then the licenses and limits, then the decisions.
    ///
    /// - Parameter catalog: The catalog with the names and texts.
    /// - Returns: The text in each of the catalog's languages.
    public func message(in catalog: ProductCatalog) -> LocalizedText {
        var lines: [LocalizedText] = []
        func add(_ message: LicenseMessage) {
            lines.append(catalog.text(of: message))
        }
        add(LicenseMessage("explanation.status", self.slot.module, status: self.status))
        for license in self.licenses {
            add(license.message)
        }
        if let coveredUntil {
            add(LicenseMessage("explanation.covered", until: coveredUntil))
        }
        for (unit, limit) in self.limits.ordered(by: { $0.key < $1.key }) {
            add(LicenseMessage("explanation.limit", unit: unit, limit: limit))
        }
        add(LicenseMessage("explanation.view"))
        lines.append(self.view.message(in: catalog))
        add(LicenseMessage("explanation.operate"))
        lines.append(self.operate.message(in: catalog))
        return .lines(lines)
    }

    init(
        _ slot: LicenseSlot,
        in entitlements: Entitlements,
        _ decisionChanges: DecisionChanges,
        excluded: [ExcludedLicense]
    ) {
        let entitlement = entitlements[slot]
        let history = decisionChanges.history(of: slot)
        func explain(_ capability: LicenseCapability) -> CapabilityExplanation {
            entitlements.explanation(of: capability, until: decisionChanges.nextChange(of: capability, history))
        }
        self.slot = slot
        self.status = entitlement.status
        self.coveredUntil = entitlement.coveredUntil
        self.limits = slot == .base ? entitlements.rules.limits : entitlement.allowances
        self.licenses = Self.licenses(of: entitlement, in: entitlements.table, excluded: excluded)
        self.view = explain(.view(slot))
        self.operate = explain(.operate(slot))
    }

    private static func licenses(
        of entitlement: SlotEntitlement,
        in table: SlotTable,
        excluded: [ExcludedLicense]
    ) -> [LicenseExplanation] {
        func explain(_ license: License, _ role: LicenseExplanation.Role) -> LicenseExplanation {
            LicenseExplanation(license, role: role, at: entitlement.instant)
        }
        func isEarlier(_ license: License, _ other: License) -> Bool {
            license.notBefore == other.notBefore
                ? license.hasSmallerIdentity(than: other) : license.notBefore < other.notBefore
        }
        let others = table.indices(of: entitlement.slot)
            .map { table.license(of: table.terms[$0]) }
            .filter { $0 != entitlement.license }
            .ordered(by: isEarlier)
            .map { explain($0, self.role(of: $0, entitlement)) }
        return (entitlement.license.map { [explain($0, .effective)] } ?? []) + others
            + excluded.ordered { isEarlier($0.license, $1.license) }
            .map { explain($0.license, $0.cause == .build ? .buildNotCovered : .wrongNode) }
    }

    /// Returns the role of a license that is not the effective one.
    private static func role(of license: License, _ entitlement: SlotEntitlement) -> LicenseExplanation.Role {
        if self.follows(license, entitlement) {
            return .follows
        }
        return license.notBefore > entitlement.instant ? .pending : .superseded
    }

    /// Returns whether a license extends the coverage beyond the end of the effective license.
    private static func follows(_ license: License, _ entitlement: SlotEntitlement) -> Bool {
        guard let end = entitlement.license?.expiresAt else {
            return false
        }
        let isWithinReach = entitlement.coveredUntil.map { license.notBefore <= $0 } ?? true
        return isWithinReach && (license.expiresAt.map { $0 > end } ?? true)
    }
}

extension SlotExplanation {
    /// Decodes the members from one object.
    ///
    /// - Parameter decoder: The decoder to read from.
    /// - Throws: `DecodingError` if a member is missing or invalid.
    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: JSONMember.self)
        self.slot = try container.decode(LicenseSlot.self, forKey: "slot")
        self.status = try container.decode(LicenseStatus.self, forKey: "status")
        self.coveredUntil = try container.decodeIfPresent(LicenseInstant.self, forKey: "coveredUntil")
        self.limits = try container.decode([LimitUnit: License.Limit].self, forKey: "limits")
        self.licenses = try container.decode([LicenseExplanation].self, forKey: "licenses")
        self.view = try container.decode(CapabilityExplanation.self, forKey: "view")
        self.operate = try container.decode(CapabilityExplanation.self, forKey: "operate")
    }

    /// Encodes the members as one object, without those that are `nil`.
    ///
    /// - Parameter encoder: The encoder to write to.
    /// - Throws: Any error that the encoder throws.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: JSONMember.self)
        try container.encode(self.slot, forKey: "slot")
        try container.encode(self.status, forKey: "status")
        try container.encodeIfPresent(self.coveredUntil, forKey: "coveredUntil")
        try container.encode(self.limits, forKey: "limits")
        try container.encode(self.licenses, forKey: "licenses")
        try container.encode(self.view, forKey: "view")
        try container.encode(self.operate, forKey: "operate")
    }
}

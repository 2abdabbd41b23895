public import LicenseModel

/// Why a slot stands as it does.
public struct SlotExplanation: Sendable, Equatable, Codable {
    /// The slot.
    public let slot: LicenseSlot

    /// What a person is told.
    public let status: LicenseStatus

    /// How far the slot's licenses reach without a gap, from the effective one on.
    ///
    /// `nil` where there is no license, or no end.
    public let coveredUntil: LicenseInstant?

    /// Every license that names the slot: the effective one first, then by their start, those that are excluded last.
    public let licenses: [LicenseExplanation]

    /// Whether it may be looked at, and why.
    public let view: CapabilityExplanation

    /// Whether it may be changed, and why.
    public let operate: CapabilityExplanation

    /// The same for a person: a line for the status, then the licenses, then the answers.
    ///
    /// - Parameter catalog: What the product and its modules are called.
    /// - Returns: The text.
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
        add(LicenseMessage("explanation.view"))
        lines.append(self.view.message(in: catalog))
        add(LicenseMessage("explanation.operate"))
        lines.append(self.operate.message(in: catalog))
        return .lines(lines)
    }

    init(_ slot: LicenseSlot, in entitlements: Entitlements, _ turns: Turns, excluded: [ExcludedLicense]) {
        let standing = entitlements[slot]
        let history = turns.history(of: slot)
        func explain(_ capability: LicenseCapability) -> CapabilityExplanation {
            entitlements.explanation(of: capability, until: turns.turn(of: capability, history))
        }
        self.slot = slot
        self.status = standing.status
        self.coveredUntil = standing.coveredUntil
        self.licenses = Self.licenses(of: standing, in: entitlements.table, excluded: excluded)
        self.view = explain(.view(slot))
        self.operate = explain(.operate(slot))
    }

    private static func licenses(
        of standing: SlotEntitlement,
        in table: SlotTable,
        excluded: [ExcludedLicense]
    ) -> [LicenseExplanation] {
        func explain(_ license: License, _ role: LicenseExplanation.Role) -> LicenseExplanation {
            LicenseExplanation(license, role: role, at: standing.instant)
        }
        func isEarlier(_ license: License, _ other: License) -> Bool {
            license.notBefore == other.notBefore
                ? license.hasSmallerIdentity(than: other) : license.notBefore < other.notBefore
        }
        let others = table.places(of: standing.slot)
            .map { table.license(of: table.terms[$0]) }
            .filter { $0 != standing.license }
            .ordered(by: isEarlier)
            .map { explain($0, self.role(of: $0, standing)) }
        return (standing.license.map { [explain($0, .effective)] } ?? []) + others
            + excluded.ordered { isEarlier($0.license, $1.license) }
            .map { explain($0.license, $0.cause == .build ? .buildNotCovered : .wrongNode) }
    }

    /// What becomes of a license that is not the effective one.
    private static func role(of license: License, _ standing: SlotEntitlement) -> LicenseExplanation.Role {
        if self.follows(license, standing) {
            return .follows
        }
        return license.notBefore > standing.instant ? .pending : .superseded
    }

    /// Whether a license prolongs the coverage beyond the effective one's end.
    private static func follows(_ license: License, _ standing: SlotEntitlement) -> Bool {
        guard let end = standing.license?.expiresAt else {
            return false
        }
        let isWithinReach = standing.coveredUntil.map { license.notBefore <= $0 } ?? true
        return isWithinReach && (license.expiresAt.map { $0 > end } ?? true)
    }
}

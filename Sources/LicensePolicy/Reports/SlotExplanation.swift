public import LicenseModel

/// Why a slot stands as it does.
public struct SlotExplanation: Sendable, Hashable, Codable {
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
    public var message: LocalizedText {
        let name = self.slot.localizedName
        var lines = [
            LocalizedText(
                "\(name.english): \(self.status.localizedName.english)",
                "\(name.simplifiedChinese)：\(self.status.localizedName.simplifiedChinese)"
            )
        ]
        lines += self.licenses.map(\.message)
        if let coveredUntil {
            lines.append(LocalizedText("Covered until \(coveredUntil).", "授权覆盖至\(coveredUntil)。"))
        }
        lines.append(LocalizedText("To look at it:", "查看：").joined(self.view.message))
        lines.append(LocalizedText("To change it:", "操作：").joined(self.operate.message))
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
            .sorted(by: isEarlier)
            .map { explain($0, self.follows($0, standing) ? .follows : .superseded) }
        return (standing.license.map { [explain($0, .effective)] } ?? []) + others
            + excluded.sorted { isEarlier($0.license, $1.license) }
            .map { explain($0.license, $0.cause == .build ? .buildNotCovered : .wrongNode) }
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

extension LocalizedText {
    /// The text, and another after a space.
    fileprivate func joined(_ other: LocalizedText) -> LocalizedText {
        LocalizedText(
            "\(self.english) \(other.english.split(separator: "\n").joined(separator: " "))",
            self.simplifiedChinese + other.simplifiedChinese.split(separator: "\n").joined()
        )
    }
}

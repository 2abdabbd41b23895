public import LicenseModel

/// Why a slot stands as it does.
public struct SlotExplanation: Sendable, Equatable, Codable {
    /// The slot.
    public let slot: Slot

    /// What a person is told.
    public let status: LicenseStatus

    /// How far the slot's licences reach without a gap, from the effective one on.
    ///
    /// `nil` where there is no licence, or no end.
    public let coveredUntil: Instant?

    /// Every licence that names the slot: the effective one first, then by their start, those left out last.
    public let licenses: [LicenseExplanation]

    /// Whether it may be looked at, and why.
    public let view: CapabilityExplanation

    /// Whether it may be changed, and why.
    public let operate: CapabilityExplanation

    /// The same for a person: a line for the status, then the licences, then the answers.
    public var text: LocalizedText {
        let name = self.slot.name
        var lines = [
            LocalizedText(
                "\(name.english): \(self.status.label.english)",
                "\(name.simplifiedChinese)：\(self.status.label.simplifiedChinese)"
            )
        ]
        lines += self.licenses.map(\.text)
        if let coveredUntil {
            lines.append(LocalizedText("Covered until \(coveredUntil).", "授权覆盖至\(coveredUntil)。"))
        }
        lines.append(LocalizedText("To look at it:", "查看：").joined(self.view.text))
        lines.append(LocalizedText("To change it:", "操作：").joined(self.operate.text))
        return .lines(lines)
    }

    init(_ slot: Slot, in entitlements: Entitlements, _ turns: Turns, leftOut: [License]) {
        let standing = entitlements[slot]
        let history = turns.history(of: slot)
        func explain(_ capability: Capability) -> CapabilityExplanation {
            entitlements.explanation(of: capability, until: turns.turn(of: capability, history))
        }
        self.slot = slot
        self.status = standing.status
        self.coveredUntil = standing.coveredUntil
        self.licenses = Self.licenses(of: standing, in: entitlements.table, leftOut: leftOut)
        self.view = explain(.view(slot))
        self.operate = explain(.operate(slot))
    }

    private static func licenses(
        of standing: SlotStanding,
        in table: SlotTable,
        leftOut: [License]
    ) -> [LicenseExplanation] {
        func explain(_ license: License, _ role: LicenseExplanation.Role) -> LicenseExplanation {
            LicenseExplanation(license, role: role, at: standing.instant)
        }
        func isEarlier(_ license: License, _ other: License) -> Bool {
            (license.notBefore, license.id.rawValue) < (other.notBefore, other.id.rawValue)
        }
        let others = table.places(of: standing.slot)
            .map { table.license(of: table.terms[$0]) }
            .filter { $0 != standing.license }
            .ordered(by: isEarlier)
            .map { explain($0, self.follows($0, standing) ? .follows : .superseded) }
        return (standing.license.map { [explain($0, .effective)] } ?? []) + others
            + leftOut.ordered(by: isEarlier).map { explain($0, .leftOut) }
    }

    /// Whether a licence prolongs the coverage beyond the effective one's end.
    private static func follows(_ license: License, _ standing: SlotStanding) -> Bool {
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

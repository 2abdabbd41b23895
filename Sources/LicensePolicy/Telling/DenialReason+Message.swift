public import LicenseModel

extension DenialReason {
    /// Why something is denied, with the numbers and dates (licence guide, row 44).
    public var message: LocalizedText {
        switch self {
        case .baseMissing:
            LocalizedText("No licence for the cloud platform is loaded.", "云平台未授权。")
        case .baseBuildNotCovered(let id, let updatesUntil):
            LocalizedText(
                "The cloud platform's licence \(id) covers builds made until \(updatesUntil), and this build is newer.",
                "云平台许可证\(id)仅适用于\(updatesUntil)及之前发布的版本，不适用于当前版本。"
            )
        case .baseNotYetValid(let id, let start):
            LocalizedText(
                "The cloud platform's licence \(id) is not valid before \(start).",
                "云平台许可证\(id)将于\(start)生效。"
            )
        case .baseExpired(let id, let end):
            LocalizedText(
                "The cloud platform's licence \(id) expired at \(end). What runs goes on; nothing can be changed.",
                "云平台许可证\(id)已于\(end)过期。原有业务正常运行，请勿做任何操作。"
            )
        case .moduleNotActivated(let module):
            LocalizedText(
                "No licence for \(Self.name(module).english) is loaded.",
                "\(Self.name(module).simplifiedChinese)模块未激活。"
            )
        case .moduleBuildNotCovered(let module, let id, let updatesUntil):
            LocalizedText(
                "The licence \(id) for \(Self.name(module).english) covers builds made until \(updatesUntil), and this"
                    + " build is newer.",
                "\(Self.name(module).simplifiedChinese)模块许可证\(id)仅适用于\(updatesUntil)及之前发布的版本，不适用于当前版本。"
            )
        case .moduleNotYetValid(let module, let id, let start):
            LocalizedText(
                "The licence \(id) for \(Self.name(module).english) is not valid before \(start).",
                "\(Self.name(module).simplifiedChinese)模块许可证\(id)将于\(start)生效。"
            )
        case .moduleExpired(.projectManagement, _, _):
            // What a person reads who may not log in to a project; the Chinese is the guide's own (row 46).
            LocalizedText(
                "The licence has expired. Please contact the administrator of the cloud platform.",
                "许可证已过期，请联系云平台管理员"
            )
        case .moduleExpired(let module, let id, let end):
            LocalizedText(
                "The licence \(id) for \(Self.name(module).english) expired at \(end).",
                "\(Self.name(module).simplifiedChinese)模块许可证\(id)已于\(end)过期。"
            )
        case .featureNotIncluded(let feature, let id):
            LocalizedText(
                "The licence \(id) does not include the function '\(feature)'.",
                "许可证\(id)不包含功能“\(feature)”。"
            )
        case .limitReached(let shortages):
            LocalizedText.lines(shortages.map(\.message))
        }
    }

    /// What mends it.
    public var remedy: LocalizedText {
        switch self {
        case .baseMissing:
            LocalizedText("Import a licence for the cloud platform.", "请导入云平台许可证。")
        case .baseBuildNotCovered, .moduleBuildNotCovered:
            LocalizedText(
                "Renew the maintenance of the licence, or go back to a build that it covers.",
                "请续订许可证的升级服务，或退回其适用的版本。"
            )
        case .baseNotYetValid, .moduleNotYetValid:
            LocalizedText(
                "Wait until then, or import a licence that is valid now.",
                "请等待其生效，或导入当前有效的许可证。"
            )
        case .baseExpired, .moduleExpired:
            LocalizedText("Renew the licence with the vendor and import it.", "请联系云平台相关服务人员进行续费，并导入新的许可证。")
        case .moduleNotActivated(let module):
            LocalizedText(
                "Import a licence for \(Self.name(module).english).",
                "请导入\(Self.name(module).simplifiedChinese)模块许可证。"
            )
        case .featureNotIncluded:
            LocalizedText("Import a licence that includes the function.", "请导入包含该功能的许可证。")
        case .limitReached:
            LocalizedText(
                "Remove what is no longer needed, or import a licence for more.",
                "请移除不再需要的资源，或导入授权数量更大的许可证。"
            )
        }
    }

    private static func name(_ module: Module) -> LocalizedText {
        Slot.module(module).name
    }
}

extension LimitShortage {
    /// By how much an addition would go over a limit.
    var message: LocalizedText {
        LocalizedText(
            "The licence covers \(self.limit) \(self.unit.name.english); \(self.used) are in use, and \(self.requested)"
                + " more do not fit.",
            "许可证授权\(self.unit.name.simplifiedChinese)\(self.limit)个，已使用\(self.used)个，无法再增加\(self.requested)个。"
        )
    }
}

extension LicenseDenial {
    /// Every reason, a line each.
    public var message: LocalizedText {
        LocalizedText.lines(self.reasons.map(\.message))
    }
}

public import LicenseModel

extension DenialReason {
    /// Why something is denied, with the numbers and dates.
    ///
    /// A code that this release does not know is named.
    public var message: LocalizedText {
        // What a reason does not name is left out of its words, too.
        let id = self.licenseID.map { " \($0)" } ?? ""
        let chineseID = self.licenseID?.rawValue ?? ""
        let english = self.slot.localizedName.english
        let chinese = self.slot.localizedName.simplifiedChinese
        switch self.code {
        case .baseMissing:
            return LocalizedText("No license for the cloud platform is loaded.", "云平台未授权。")
        case .baseBuildNotCovered:
            return LocalizedText(
                "The cloud platform's license\(id) covers builds made\(self.when(" until ")), and this build is newer.",
                "云平台许可证\(chineseID)\(self.when("仅适用于", "及之前发布的版本，"))不适用于当前版本。"
            )
        case .baseWrongNode:
            return LocalizedText(
                "The cloud platform's license\(id) is bound to other nodes.",
                "云平台许可证\(chineseID)绑定于其他管理节点。"
            )
        case .baseNotYetValid:
            return LocalizedText(
                "The cloud platform's license\(id) is not valid\(self.when(" before ", or: " yet")).",
                "云平台许可证\(chineseID)\(self.when("将于", "生效", or: "尚未生效"))。"
            )
        case .baseExpired:
            return LocalizedText(
                "The cloud platform's license\(id) expired\(self.when(" at ")). Running workloads continue; changes are blocked.",
                "云平台许可证\(chineseID)已\(self.when("于"))过期。原有业务正常运行，请勿做任何操作。"
            )
        case .moduleNotActivated:
            return LocalizedText("No license for \(english) is loaded.", "\(chinese)模块未激活。")
        case .moduleBuildNotCovered:
            return LocalizedText(
                "The license\(id) for \(english) covers builds made\(self.when(" until ")), and this build is newer.",
                "\(chinese)模块许可证\(chineseID)\(self.when("仅适用于", "及之前发布的版本，"))不适用于当前版本。"
            )
        case .moduleWrongNode:
            return LocalizedText(
                "The license\(id) for \(english) is bound to other nodes.",
                "\(chinese)模块许可证\(chineseID)绑定于其他管理节点。"
            )
        case .moduleNotYetValid:
            return LocalizedText(
                "The license\(id) for \(english) is not valid\(self.when(" before ", or: " yet")).",
                "\(chinese)模块许可证\(chineseID)\(self.when("将于", "生效", or: "尚未生效"))。"
            )
        case .moduleExpired where self.slot == .module(.projectManagement):
            // What a person reads who may not log in to a project.
            return LocalizedText(
                "The license has expired. Please contact the administrator of the cloud platform.",
                "许可证已过期，请联系云平台管理员"
            )
        case .moduleExpired:
            return LocalizedText(
                "The license\(id) for \(english) expired\(self.when(" at ")).",
                "\(chinese)模块许可证\(chineseID)已\(self.when("于"))过期。"
            )
        case .featureNotIncluded:
            return LocalizedText(
                "The license\(id) does not include the feature\(self.feature.map { " '\($0)'" } ?? "").",
                "许可证\(chineseID)不包含\(self.feature.map { "功能“\($0)”" } ?? "该功能")。"
            )
        case .limitReached:
            let reached = LocalizedText("A limit of the license is reached.", "已达到许可证的授权数量。")
            return self.shortages.isEmpty ? reached : .lines(self.shortages.map(\.message))
        default:
            return LocalizedText("It is denied: \(self.code).", "操作被拒绝（\(self.code)）。")
        }
    }

    /// What to do about it.
    public var remedy: LocalizedText {
        switch self.code {
        case .baseMissing:
            LocalizedText("Import a license for the cloud platform.", "请导入云平台许可证。")
        case .baseBuildNotCovered, .moduleBuildNotCovered:
            LocalizedText(
                "Renew the maintenance of the license, or go back to a build that it covers.",
                "请续订许可证的升级服务，或退回其适用的版本。"
            )
        case .baseWrongNode, .moduleWrongNode:
            LocalizedText(
                "Ask the vendor for a license for this node's application code, and import it.",
                "请使用本管理节点的应用代码重新申请许可证，并导入新的许可证。"
            )
        case .baseNotYetValid, .moduleNotYetValid:
            LocalizedText(
                "Wait until then, or import a license that is valid now.",
                "请等待其生效，或导入当前有效的许可证。"
            )
        case .baseExpired, .moduleExpired:
            LocalizedText("Renew the license with the vendor and import it.", "请联系云平台相关服务人员进行续费，并导入新的许可证。")
        case .moduleNotActivated:
            LocalizedText(
                "Import a license for \(self.slot.localizedName.english).",
                "请导入\(self.slot.localizedName.simplifiedChinese)模块许可证。"
            )
        case .featureNotIncluded:
            LocalizedText("Import a license that includes the feature.", "请导入包含该功能的许可证。")
        case .limitReached:
            LocalizedText(
                "Remove what is no longer needed, or import a license for more.",
                "请移除不再需要的资源，或导入授权数量更大的许可证。"
            )
        default:
            LocalizedText("Contact the vendor.", "请联系云平台相关服务人员。")
        }
    }
}

extension DenialReason {
    /// The instant between two texts, or another text if there is none.
    private func when(_ before: String, _ after: String = "", or other: String = "") -> String {
        self.instant.map { "\(before)\($0)\(after)" } ?? other
    }
}

extension LimitShortage {
    /// By how much an addition would go over a limit.
    public var message: LocalizedText {
        LocalizedText(
            "The license covers \(self.limit) \(self.unit.localizedName.english); \(self.used) are in use, and \(self.requested)"
                + " more do not fit.",
            "许可证授权\(self.unit.localizedName.simplifiedChinese)\(self.limit)个，已使用\(self.used)个，无法再增加\(self.requested)个。"
        )
    }
}

extension LicenseDenial {
    /// Every reason, a line each.
    public var message: LocalizedText {
        .lines(self.reasons.map(\.message))
    }
}

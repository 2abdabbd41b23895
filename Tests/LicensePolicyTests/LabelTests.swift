import Foundation
import LicenseModel
import LicensePolicy
import Testing

@Suite("Words beside a license")
struct LabelTests {
    @Test(
        "Each status has its word in Chinese",
        arguments: [
            (LicenseStatus.unlicensed, "未授权"), (.notActivated, "未激活"), (.notYetValid, "未生效"), (.valid, "有效"),
            (.activated, "已激活"), (.grace, "宽限期"), (.expired, "过期"),
        ]
    )
    func chinese(_ status: LicenseStatus, _ word: String) {
        #expect(status.localizedName.simplifiedChinese == word)
    }

    @Test("Each status has its own word in both languages")
    func statuses() {
        for status in LicenseStatus.known {
            expectBothLanguages(status.localizedName)
        }
        #expect(Set(LicenseStatus.known.map(\.localizedName.english)).count == 7)
        #expect(Set(LicenseStatus.known.map(\.localizedName.simplifiedChinese)).count == 7)
    }

    @Test("Each state of a menu entry has its own word in both languages")
    func menus() {
        for menu in MenuState.allCases {
            expectBothLanguages(menu.localizedName)
        }
        #expect(Set(MenuState.allCases.map(\.localizedName.english)).count == 3)
        #expect(MenuState.forbidden.localizedName.simplifiedChinese == "禁止访问")
        #expect(MenuState.hidden.localizedName.simplifiedChinese == "隐藏")
    }

    @Test("What happens at login has its own word in both languages")
    func logins() {
        for login in LoginDirective.allCases {
            expectBothLanguages(login.localizedName)
        }
        #expect(Set(LoginDirective.allCases.map(\.localizedName.english)).count == 3)
        #expect(LoginDirective.proceed.localizedName.simplifiedChinese == "正常登录")
        #expect(LoginDirective.remind.localizedName.simplifiedChinese == "登录时提醒续费")
        #expect(LoginDirective.redirect.localizedName.simplifiedChinese == "登录后转到许可证页面")
    }

    @Test(
        "The base and the modules of the guide have its names",
        arguments: [
            (LicenseSlot.base, "云平台"), (.module(.projectManagement), "企业管理"), (.module(.vmware), "VMware管理"),
            (.module(.baremetal), "裸金属管理"), (.module(.disasterRecovery), "灾备服务"),
        ]
    )
    func slots(_ slot: LicenseSlot, _ name: String) {
        #expect(slot.localizedName.simplifiedChinese == name)
        expectBothLanguages(slot.localizedName)
    }

    @Test("A module or unit that the guide does not name keeps its own name")
    func others() {
        #expect(LicenseSlot.module("quantum").localizedName == LocalizedText("quantum", "quantum"))
        #expect(LimitUnit("gpus").localizedName == LocalizedText("gpus", "gpus"))
        #expect(LimitUnit.hosts.localizedName.simplifiedChinese == "物理主机")
        #expect(LimitUnit.vms.localizedName.simplifiedChinese == "云主机")
    }

    @Test("A text travels under its languages' tags")
    func coding() throws {
        let text = LicenseStatus.expired.localizedName
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(text)
        #expect(String(decoding: data, as: UTF8.self) == #"{"en":"expired","zh-Hans":"过期"}"#)
        #expect(try JSONDecoder().decode(LocalizedText.self, from: data) == text)
        #expect(LicenseLanguage.allCases.map(\.rawValue) == ["en", "zh-Hans"])
    }
}

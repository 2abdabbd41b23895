import Foundation
import LicenseModel
import LicensePolicy
import TestSupport
import Testing
import ZStackLicensing

@Suite("Display names")
struct LabelTests {
    @Test(
        "Each status has a Chinese name",
        arguments: [
            (LicenseStatus.unlicensed, "未授权"), (.notActivated, "未激活"), (.notYetValid, "未生效"), (.valid, "有效"),
            (.activated, "已激活"), (.grace, "宽限期"), (.expired, "过期"),
        ]
    )
    func chinese(_ status: LicenseStatus, _ name: String) {
        #expect(status.name.simplifiedChinese == name)
    }

    @Test("Each status has a distinct name in both languages")
    func statuses() {
        for status in LicenseStatus.known {
            expectBothLanguages(status.name)
        }
        #expect(Set(LicenseStatus.known.map(\.name.english)).count == LicenseStatus.known.count)
        #expect(Set(LicenseStatus.known.map(\.name.simplifiedChinese)).count == LicenseStatus.known.count)
    }

    @Test("Each menu state has a distinct name in both languages")
    func menus() {
        let states: [MenuState] = [.hidden, .shown, .forbidden]
        for menu in states {
            expectBothLanguages(menu.name)
        }
        #expect(Set(states.map(\.name.english)).count == states.count)
        #expect(MenuState.forbidden.name.simplifiedChinese == "禁止访问")
        #expect(MenuState.hidden.name.simplifiedChinese == "隐藏")
    }

    @Test("Each login directive has a distinct name in both languages")
    func logins() {
        let directives: [LoginDirective] = [.proceed, .remind, .redirect]
        for login in directives {
            expectBothLanguages(login.name)
        }
        #expect(Set(directives.map(\.name.english)).count == directives.count)
        #expect(LoginDirective.proceed.name.simplifiedChinese == "正常登录")
        #expect(LoginDirective.remind.name.simplifiedChinese == "登录时提醒续费")
        #expect(LoginDirective.redirect.name.simplifiedChinese == "登录后跳转至许可证页面")
    }

    @Test(
        "The base and the catalog's modules have the license guide's Chinese names",
        arguments: [
            (LicenseSlot.base, "云平台"), (.module(.projectManagement), "企业管理"), (.module(.vmware), "VMware管理"),
            (.module(.baremetal), "裸金属管理"), (.module(.disasterRecovery), "灾备服务"),
        ]
    )
    func slots(_ slot: LicenseSlot, _ name: String) {
        #expect(slot.name.simplifiedChinese == name)
        expectBothLanguages(slot.name)
    }

    @Test("A module or unit that the catalog does not name uses its raw value")
    func others() {
        #expect(LicenseSlot.module("quantum").name == "quantum")
        #expect(LimitUnit("gpus").name == "gpus")
        #expect(LimitUnit.hosts.name.simplifiedChinese == "物理主机")
        #expect(LimitUnit.vms.name.simplifiedChinese == "云主机")
    }

    @Test("A localized text is a JSON object with language tags as keys")
    func coding() throws {
        let text = ProductCatalog.zstack.name(of: LicenseStatus.expired)
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(text)
        #expect(String(decoding: data, as: UTF8.self) == #"{"en":"expired","zh-Hans":"过期"}"#)
        #expect(try JSONDecoder().decode(LocalizedText.self, from: data) == text)
        #expect(LicenseLanguage.known.map(\.rawValue) == ["en", "zh-Hans"])
    }
}

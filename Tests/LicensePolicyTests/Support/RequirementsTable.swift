import LicenseModel
import LicensePolicy
import TestSupport
import ZStackLicensing

/// The requirements of the license guide that do not need a license store.
///
/// `Documentation/Policy.md` has the same table for readers.
enum RequirementsTable {
    static let projects = LicenseSlot.module(.projectManagement)
    static let vmware = LicenseSlot.module(.vmware)

    static let rows: [Requirement] =
        licenses + statuses + decisions + responses + reminders
        + expiredBase + expiredModule

    /// Returns a license that ends 14 days and a number of seconds from now.
    static func endingIn14Days(_ seconds: Int64) -> License {
        .base(until: .days(14) + .seconds(seconds))
    }

    static let licenses: [Requirement] = [
        Requirement(
            1,
            "a base license fills the base slot, a plus license the slot of its module",
            [.base(), .plus(.vmware)],
            .effective(.base, "B-1"),
            .effective(vmware, "P-1"),
            .effective(projects, nil)
        ),
        Requirement(2, "the Enterprise edition is supported", [.base(edition: .enterprise)], .edition("enterprise")),
        Requirement(2, "the Hybrid edition is supported", [.base(edition: .hybrid)], .edition("hybrid")),
        Requirement(
            3,
            "the platform's four modules are supported",
            [.base(), .plus(.projectManagement, .vmware, .baremetal, .disasterRecovery)],
            .name(projects, chinese: "企业管理"),
            .status(projects, "activated", chinese: "已激活"),
            .name(vmware, chinese: "VMware管理"),
            .status(vmware, "activated", chinese: "已激活"),
            .name(.module(.baremetal), chinese: "裸金属管理"),
            .status(.module(.baremetal), "activated", chinese: "已激活"),
            .name(.module(.disasterRecovery), chinese: "灾备服务"),
            .status(.module(.disasterRecovery), "activated", chinese: "已激活")
        ),
        Requirement(
            4,
            "an unknown module, edition or type is preserved",
            [.base(edition: "galactic", type: "Barter"), .plus("quantum")],
            .edition("galactic"),
            .type("Barter"),
            .name(.module("quantum"), chinese: "quantum"),
            .status(.module("quantum"), "activated", chinese: "已激活"),
            .menu(.module("quantum"), "shown"),
            .allowed([.view(.module("quantum")), .operate(.module("quantum"))])
        ),
    ]

    static let statuses: [Requirement] = [
        Requirement(
            7,
            "no license is a separate state",
            [],
            .status(.base, "none", chinese: "未授权"),
            .login("proceed")
        ),
        Requirement(7, "expired is a different state", [.base(until: .zero)], .status(.base, "expired", chinese: "过期")),
        Requirement(
            8,
            "status, menu, decisions and login agree",
            [.base(), .plus(.vmware, until: .days(-1))],
            .status(vmware, "expired", chinese: "过期"),
            .menu(vmware, "forbidden"),
            .denied([.view(vmware), .operate(vmware)], ["module-expired"]),
            .login("redirect")
        ),
        Requirement(
            9,
            "the base is valid until it expires",
            [.base(until: .seconds(1))],
            .status(.base, "valid", chinese: "有效"),
            .allowed([.operate(.base)])
        ),
        Requirement(
            10,
            "the base is expired at the exact instant of its expiry",
            [.base(until: .zero)],
            .status(.base, "expired", chinese: "过期"),
            .denied([.operate(.base)], ["base-expired"])
        ),
        Requirement(
            11,
            "a module with a current license is activated",
            [.base(), .plus(.vmware, until: .seconds(1))],
            .status(vmware, "activated", chinese: "已激活"),
            .menu(vmware, "shown")
        ),
        Requirement(
            12,
            "a module is expired at the exact instant of its expiry",
            [.base(), .plus(.vmware, until: .zero)],
            .status(vmware, "expired", chinese: "过期")
        ),
        Requirement(
            13,
            "a module without a license is not activated",
            [.base()],
            .status(vmware, "notActivated", chinese: "未激活")
        ),
        Requirement(
            14,
            "each status has a Chinese name",
            [.base(from: .days(1)), .plus(.vmware, until: .days(-1), graceDays: 2)],
            .status(.base, "notYetValid", chinese: "未生效"),
            .status(vmware, "grace", chinese: "宽限期"),
            .status(projects, "notActivated", chinese: "未激活")
        ),
    ]

    static let decisions: [Requirement] = [
        Requirement(
            5,
            "a base license allows the core",
            [.base()],
            .allowed([.view(.base), .operate(.base), .operate(.base, feature: "snapshot")])
        ),
        Requirement(
            6,
            "a plus license on top of a base license allows its module",
            [.base(), .plus(.vmware)],
            .allowed([.view(vmware), .operate(vmware)]),
            .denied([.view(projects), .operate(projects)], ["module-not-activated"])
        ),
        Requirement(
            6,
            "a plus license without a base license does not allow operating its module",
            [.plus(.vmware)],
            .denied([.operate(.base), .operate(vmware)], ["base-missing"])
        ),
        Requirement(
            15,
            "an activated module allows all features that its license includes",
            [.base(), .plus(.vmware)],
            .allowed([.view(vmware, feature: "clone"), .operate(vmware, feature: "clone")])
        ),
        Requirement(
            15,
            "an activated module denies a feature that its license does not include",
            [.base(), .plus(.vmware, features: ["clone"])],
            .allowed([.operate(vmware, feature: "clone")]),
            .denied(
                [.view(vmware, feature: "migrate"), .operate(vmware, feature: "migrate")],
                ["feature-not-included"]
            )
        ),
        Requirement(
            16,
            "an expired module denies all its features",
            [.base(), .plus(.vmware, until: .zero)],
            .denied([.view(vmware), .view(vmware, feature: "clone"), .operate(vmware)], ["module-expired"])
        ),
        Requirement(
            17,
            "the menu entry of an expired module is forbidden",
            [.base(), .plus(.vmware, until: .zero)],
            .menu(vmware, "forbidden")
        ),
        Requirement(
            18,
            "the menu entry of a module that is not activated is hidden",
            [.base()],
            .menu(vmware, "hidden")
        ),
        Requirement(
            19,
            "before the expired license is deleted, the module is expired",
            [.base(), .plus(.vmware, until: .zero)],
            .status(vmware, "expired", chinese: "过期"),
            .login("redirect")
        ),
        Requirement(
            19,
            "after the expired license is deleted, the module is not activated",
            [.base()],
            .status(vmware, "notActivated", chinese: "未激活"),
            .login("proceed")
        ),
        Requirement(
            20,
            "after the expired license is deleted, the menu entry is hidden",
            [.base()],
            .menu(vmware, "hidden")
        ),
        Requirement(
            22,
            "with 5 hosts licensed and 1 in use, 4 are available",
            [.base(limits: [.hosts: .count(5)])],
            .available(.hosts, used: 1, available: 4),
            .available(.hosts, used: 5, available: 0),
            .available(.hosts, used: 6, available: 0)
        ),
    ]

    static let responses: [Requirement] = [
        Requirement(
            21,
            "the response has the licensed and the available number of hosts",
            [.base(limits: [.hosts: .count(5)])],
            .info(#""hostNum":5,"#),
            .info(#""availableHostNum":4,"#)
        ),
        Requirement(
            23,
            "expired is false before expiredDate",
            [.base(until: .seconds(1))],
            .info(#""expired":false,"expiredDate":"2027-01-15T16:00:01.000+08:00""#)
        ),
        Requirement(
            23,
            "expired is true at expiredDate",
            [.base(until: .zero)],
            .info(#""expired":true,"expiredDate":"2027-01-15T16:00:00.000+08:00""#)
        ),
        Requirement(
            24,
            "dates have milliseconds and a time zone offset",
            [.base(until: .days(1))],
            .info(#""expiredDate":"2027-01-16T16:00:00.000+08:00""#),
            .info(#""issuedDate":"2026-10-07T16:00:00.000+08:00""#)
        ),
        Requirement(25, "the response has the license type", [.base(type: .paid)], .info(#""licenseType":"Paid""#)),
        Requirement(26, "the response has the user", [.base()], .info(#""user":"customer@example.com""#)),
        Requirement(
            27,
            "the response has the application code",
            [.base()],
            .info(#""licenseRequest":"cmVxdWVzdA==""#)
        ),
        Requirement(
            28,
            "the response has its envelope",
            [.base()],
            .info(#"{"inventory":{"#),
            .info(#"},"success":true}"#)
        ),
    ]

    static let reminders: [Requirement] = [
        Requirement(
            32,
            "less than 14 remaining days give a reminder",
            [endingIn14Days(-86_400)],
            .reminders(["expiring base 13"]),
            .login("remind")
        ),
        Requirement(
            33,
            "exactly 14 remaining days give no reminder",
            [endingIn14Days(0)],
            .reminders([]),
            .login("proceed")
        ),
        Requirement(
            33,
            "one second less gives a reminder",
            [endingIn14Days(-1)],
            .reminders(["expiring base 14"]),
            .login("remind")
        ),
        Requirement(34, "the reminder is shown at login", [.base(until: .days(3))], .login("remind")),
        Requirement(
            35,
            "the reminder is shown again the next day",
            [.base(until: .days(3))],
            after: .days(1),
            .reminders(["expiring base 2"]),
            .login("remind")
        ),
        Requirement(
            36,
            "the reminder names its slot",
            [.base(), .plus(.vmware, until: .days(3))],
            .reminders(["expiring vmware 3"])
        ),
        Requirement(37, "an expired base redirects at login", [.base(until: .zero)], .login("redirect")),
        Requirement(
            37,
            "an expired module redirects at login",
            [.base(), .plus(.vmware, until: .zero)],
            .login("redirect")
        ),
        Requirement(
            38,
            "the reminder asks to renew",
            [.base(until: .days(13)), .plus(.vmware, until: .days(-1))],
            .reminders(["expiring base 13", "expired vmware 0"]),
            .remindersSay(
                chinese: "为不影响您的正常使用，请尽快联系云平台相关服务人员进行续费，以继续使用本产品。",
                english: "renew"
            )
        ),
    ]

    static let expiredBase: [Requirement] = [
        Requirement(
            39,
            "existing workloads continue",
            [.base(until: .days(-400), issued: .days(-800))],
            .allowed([.keepRunning(.base), .keepRunning(vmware), .recover(.base), .recover(vmware), .view(.base)])
        ),
        Requirement(
            40,
            "reconnecting a host is denied",
            [.base(until: .zero)],
            .denied([.operate(.base, feature: "reconnect-host")], ["base-expired"])
        ),
        Requirement(
            41,
            "reconnecting an image server is denied",
            [.base(until: .zero)],
            .denied([.operate(.base, feature: "reconnect-image-server")], ["base-expired"])
        ),
        Requirement(
            42,
            "reconnecting a primary storage is denied",
            [.base(until: .zero)],
            .denied([.operate(.base, feature: "reconnect-primary-storage")], ["base-expired"])
        ),
        Requirement(
            43,
            "every other change is denied",
            [.base(until: .zero), .plus(.vmware)],
            .denied([.operate(.base), .operate(vmware)], ["base-expired"])
        ),
        Requirement(
            44,
            "a denial has a code and a message",
            [.base(until: .zero)],
            .denied([.operate(.base)], ["base-expired"]),
            .denialText(
                .operate(.base),
                english: "License B-1 for the cloud platform expired on 2027-01-15T08:00:00Z. Running workloads "
                    + "continue; changes are blocked.",
                chinese: "云平台许可证B-1已于2027-01-15T08:00:00Z过期。原有业务依然正常运行，请勿做任何操作。"
            )
        ),
        Requirement(
            47,
            "the resources of a valid module can be viewed",
            [.base(until: .zero), .plus(.vmware)],
            .status(vmware, "activated", chinese: "已激活"),
            .menu(vmware, "shown"),
            .allowed([.view(vmware)])
        ),
        Requirement(
            48,
            "the resources of a valid module cannot be operated",
            [.base(until: .zero), .plus(.vmware)],
            .denied([.operate(vmware)], ["base-expired"])
        ),
        Requirement(
            49,
            "the project login is allowed, operating is denied",
            [.base(until: .zero), .plus(.projectManagement)],
            .allowed([.view(projects), .view(projects, feature: "login")]),
            .denied([.operate(projects), .operate(.base)], ["base-expired"])
        ),
    ]

    static let expiredModule: [Requirement] = [
        Requirement(
            45,
            "the project login is denied",
            [.base(), .plus(.projectManagement, until: .zero)],
            .denied([.view(projects), .operate(projects)], ["module-expired"]),
            .menu(projects, "forbidden")
        ),
        Requirement(
            46,
            "the denial of the project login has the license guide's exact text",
            [.base(), .plus(.projectManagement, until: .zero)],
            .denialText(
                .view(projects),
                english: "The license has expired. Please contact the administrator of the cloud platform.",
                chinese: "许可证已过期，请联系云平台管理员"
            )
        ),
        Requirement(
            50,
            "an expired module does not affect anything else",
            [.base(), .plus(.vmware, id: "P-1", until: .zero), .plus(.projectManagement, id: "P-2")],
            .status(.base, "valid", chinese: "有效"),
            .status(projects, "activated", chinese: "已激活"),
            .allowed([.view(.base), .operate(.base), .view(projects), .operate(projects)]),
            .denied([.view(vmware), .operate(vmware)], ["module-expired"]),
            .allowed([.keepRunning(vmware), .recover(vmware)])
        ),
        Requirement(
            60,
            "a renewal replaces the expired license",
            [.base("B-1", until: .days(-1)), .base("B-2", from: .days(-1), until: .days(364), issued: .days(-1))],
            .status(.base, "valid", chinese: "有效"),
            .effective(.base, "B-2"),
            .reminders([]),
            .login("proceed"),
            .allowed([.operate(.base)])
        ),
    ]
}

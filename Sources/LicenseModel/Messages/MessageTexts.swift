/// The library's message texts, each in English and Simplified Chinese.
///
/// A row has both languages, so that no translation can be missing. ``MessageTemplate`` describes the syntax of braces and
/// brackets.
enum MessageTexts {
    /// A message's key and its template in both languages.
    typealias Row = (key: String, english: String, simplifiedChinese: String)

    /// All rows, in the order of `Documentation/Languages.md`.
    static let all: [Row] = [words, errors, reasons, remedies, notices, warnings, explanations, store].flatMap(\.self)

    /// Returns the row of a key, or the row `….other` of the key's kind.
    ///
    /// - Parameter key: The key. Its kind is the part before the first dot.
    /// - Returns: The row, or `nil` if neither row exists.
    static func row(of key: String) -> Row? {
        self.byKey[key] ?? self.byKey["\(key.prefix { $0 != "." }).other"]
    }

    /// Returns the placeholders that a catalog's text for a row can use.
    ///
    /// They are the placeholders of the row's own texts, and those that all messages of its kind have. A remedy can also use
    /// the placeholders of its reason.
    static func placeholders(of row: Row) -> [MessageTemplate.Placeholder] {
        let kind = row.key.prefix { $0 != "." }
        var placeholders: [MessageTemplate.Placeholder] = [.product, .contact, .name]
        for text in [row, kind == "remedy" ? self.byKey["reason\(row.key.dropFirst(kind.count))"] ?? row : row] {
            placeholders += (try? MessageTemplate(text.english + text.simplifiedChinese).placeholders) ?? []
        }
        switch kind {
        case "menu", "login", "limit", "shortage": break
        case "reminder": placeholders += [.license, .code]
        default: placeholders.append(.code)
        }
        return placeholders
    }

    /// Returns whether a row's message can be about a module, so that a catalog can replace its text for that module.
    static func isAboutModules(_ row: Row) -> Bool {
        row.key.hasPrefix("remedy.module-") || row.key.hasSuffix(".feature-not-included")
            || (try? MessageTemplate(row.english).placeholders)?.contains(.name) ?? false
    }

    private static let byKey = Dictionary(all.map { ($0.key, $0) }) { first, _ in first }

    private static let words: [Row] = [
        ("status.none", "no license", "未授权"),
        ("status.notActivated", "not activated", "未激活"),
        ("status.notYetValid", "not yet valid", "未生效"),
        ("status.valid", "valid", "有效"),
        ("status.activated", "activated", "已激活"),
        ("status.grace", "grace period", "宽限期"),
        ("status.expired", "expired", "过期"),
        ("status.other", "{code}", "{code}"),
        ("limit.unlimited", "unlimited", "无限制"),
        ("menu.hidden", "hidden", "隐藏"),
        ("menu.shown", "shown", "显示"),
        ("menu.forbidden", "blocked", "禁止访问"),
        ("login.proceed", "normal", "正常登录"),
        ("login.remind", "show reminder", "登录时提醒续费"),
        ("login.redirect", "show license page", "登录后跳转至许可证页面"),
    ]

    // Most errors have a more detailed English message. These texts are for errors that have only a code.
    private static let errors: [Row] = [
        (
            "error.too-large",
            "The license file is too large. Choose the file that {contact} sent.",
            "[文件中第{block}个许可证|许可证文件]过大。请选择{contact}提供的许可证文件。"
        ),
        (
            "error.malformed",
            "The file is damaged or is not a license. Save the original file again without changing it.",
            "[文件中第{block}个许可证|该文件]已损坏或不是许可证。请重新保存完整、未改动的原文件后再导入。"
        ),
        (
            "error.unsupported-format",
            "The license has an unknown format. Ask {contact} for a new one.",
            "不支持[文件中第{block}个许可证|该许可证]的格式。请联系{contact}重新获取许可证。"
        ),
        (
            "error.unsupported-algorithm",
            "The license's signature algorithm is not supported. Ask {contact} for a new license, or update the product.",
            "不支持[文件中第{block}个许可证|该许可证]的签名算法。请联系{contact}更换许可证，或升级本产品。"
        ),
        (
            "error.unknown-key",
            "The license's signing key is not trusted. Ask {contact} for a new license, or update the product.",
            "[文件中第{block}个许可证|该许可证]的签名密钥不受信任。请联系{contact}更换许可证，或升级本产品。"
        ),
        (
            "error.algorithm-mismatch",
            "The license's algorithm does not match its key. Ask {contact} for a corrected one.",
            "[文件中第{block}个许可证|该许可证]的签名算法与签名密钥不符。请联系{contact}重新签发许可证。"
        ),
        (
            "error.signature-invalid",
            "The license's signature is not valid. Ask {contact} for a new copy.",
            "[文件中第{block}个许可证|该许可证]的签名无效。请联系{contact}重新获取许可证。"
        ),
        (
            "error.claims-invalid",
            "The license has invalid content. Ask {contact} for a corrected one.",
            "[文件中第{block}个许可证|该许可证]的内容无效[（{member}）]。请联系{contact}重新签发许可证。"
        ),
        (
            "error.unsupported-requirement",
            "The license needs a newer release of the product. Update the product, or ask {contact}.",
            "[文件中第{block}个许可证|该许可证]需要更高版本的产品。请升级本产品，或联系{contact}。"
        ),
        (
            "error.issuer-mismatch",
            "The license's issuer does not match its key. Ask {contact} for a corrected one.",
            "[文件中第{block}个许可证|该许可证]的签发者与签名密钥不符。请联系{contact}重新签发许可证。"
        ),
        (
            "error.key-not-valid",
            "The signing key was not valid when the license was signed, or is not accepted here. Ask {contact} for a new license.",
            "[文件中第{block}个许可证|该许可证]的签名密钥在签发时无效，或不适用于本环境。请联系{contact}更换许可证。"
        ),
        (
            "error.wrong-product",
            "The license is for another product. Choose a license for this product.",
            "[文件中第{block}个许可证|该许可证]不适用于本产品。请选择本产品的许可证文件。"
        ),
        (
            "error.wrong-node",
            "The license is bound to other nodes. Ask {contact} for a license for this node.",
            "[文件中第{block}个许可证|该许可证]绑定于其他节点。请联系{contact}获取适用于本节点的许可证。"
        ),
        (
            "error.other",
            "The license was refused: {code}. Contact {contact}.",
            "[文件中第{block}个许可证|许可证]被拒绝（{code}）。请联系{contact}。"
        ),
    ]

    private static let reasons: [Row] = [
        ("reason.base-missing", "No license for {product} is loaded.", "未加载{product}许可证。"),
        (
            "reason.base-build-not-covered",
            "[License {license}|The license] for {product} does not cover this build[. It covers builds made up to {instant}].",
            "{product}许可证{license}[仅适用于{instant}及之前发布的版本，]不适用于当前软件版本。"
        ),
        (
            "reason.base-wrong-node",
            "[License {license}|The license] for {product} is bound to other nodes.",
            "{product}许可证{license}绑定于其他节点。"
        ),
        (
            "reason.base-not-yet-valid",
            "[License {license}|The license] for {product} is not valid[ before {instant}| yet].",
            "{product}许可证{license}[将于{instant}生效|尚未生效]。"
        ),
        (
            "reason.base-expired",
            "[License {license}|The license] for {product} expired[ on {instant}]. Running workloads continue; changes"
                + " are blocked.",
            "{product}许可证{license}已[于{instant}]过期。正在运行的业务不受影响，变更操作将被拒绝。"
        ),
        ("reason.module-not-activated", "No license for {name} is loaded.", "{name}模块未激活：未加载许可证。"),
        (
            "reason.module-build-not-covered",
            "[License {license}|The license] for {name} does not cover this build[. It covers builds made up to {instant}].",
            "{name}模块的许可证{license}[仅适用于{instant}及之前发布的版本，]不适用于当前软件版本。"
        ),
        (
            "reason.module-wrong-node",
            "[License {license}|The license] for {name} is bound to other nodes.",
            "{name}模块的许可证{license}绑定于其他节点。"
        ),
        (
            "reason.module-not-yet-valid",
            "[License {license}|The license] for {name} is not valid[ before {instant}| yet].",
            "{name}模块的许可证{license}[将于{instant}生效|尚未生效]。"
        ),
        (
            "reason.module-expired",
            "[License {license}|The license] for {name} expired[ on {instant}].",
            "{name}模块的许可证{license}已[于{instant}]过期。"
        ),
        (
            "reason.feature-not-included",
            "[License {license}|The license] does not include the feature[ '{feature}'].",
            "许可证{license}不包含[功能“{feature}”|该功能]。"
        ),
        ("reason.limit-reached", "This would exceed a limit of your license.", "超出许可证的授权数量上限。"),
        (
            "shortage",
            "The license allows {limit} {unit}, and {used} {used:is/are} already counted. Adding {requested} more would exceed the limit.",
            "{unit}的授权数量为{limit}，已计入{used}，无法再增加{requested}。"
        ),
        ("reason.other", "Not allowed: {code}.", "操作被拒绝（{code}）。"),
    ]

    private static let remedies: [Row] = [
        ("remedy.base-missing", "Import a license for {product}.", "请导入{product}许可证。"),
        ("remedy.base-build-not-covered", build.english, build.chinese),
        ("remedy.base-wrong-node", node.english, node.chinese),
        ("remedy.base-not-yet-valid", wait.english, wait.chinese),
        ("remedy.base-expired", renew.english, renew.chinese),
        ("remedy.module-not-activated", "Import a license for {name}.", "请导入{name}模块许可证。"),
        ("remedy.module-build-not-covered", build.english, build.chinese),
        ("remedy.module-wrong-node", node.english, node.chinese),
        ("remedy.module-not-yet-valid", wait.english, wait.chinese),
        ("remedy.module-expired", renew.english, renew.chinese),
        ("remedy.feature-not-included", "Import a license that includes the feature.", "请导入包含该功能的许可证。"),
        (
            "remedy.limit-reached",
            "Remove unused resources, or import a license with a higher limit.",
            "请移除不再需要的资源，或导入授权数量更多的许可证。"
        ),
        ("remedy.other", "Contact {contact}.", "请联系{contact}。"),
    ]

    private static let build = (
        english: "Ask {contact} for a license that covers this build and import it, or go back to an older build.",
        chinese: "请联系{contact}获取适用于当前软件版本的许可证并导入，或回退到较早的软件版本。"
    )
    private static let node = (
        english: "Ask {contact} for a license for this node, and import it.",
        chinese: "请联系{contact}获取适用于本节点的许可证，并导入新的许可证。"
    )
    private static let wait = (
        english: "Wait until the license is valid, or import one that is valid now.",
        chinese: "请等待许可证生效，或导入当前有效的许可证。"
    )
    private static let renew = (
        english: "Renew the license with {contact}, and import the new one.",
        chinese: "请联系{contact}进行续费，并导入新的许可证。"
    )

    private static let notices: [Row] = [
        (
            "reminder.expiring",
            "The license for {name} expires within {days} {days:day/days}[, on {until}]. Contact {contact} to renew it.",
            "{name}许可证将在{days}天内到期[（{until}）]。为不影响您的正常使用，请尽快联系{contact}进行续费，以继续使用本产品。"
        ),
        (
            "reminder.grace",
            "The license for {name} has expired but still works during its grace period, for {days} more"
                + " {days:day/days}[, until {until}]. Contact {contact} to renew it.",
            "{name}许可证已到期，目前处于宽限期，剩余{days}天[（至{until}）]，仍可正常使用。为不影响您的正常使用，请尽快联系{contact}进行续费，以继续使用本产品。"
        ),
        (
            "reminder.expired",
            "The license for {name} has expired[ (valid until {until})]. Running workloads continue. Contact"
                + " {contact} to renew it.",
            "{name}许可证已过期[（有效期至{until}）]，正在运行的业务不受影响。为不影响您的正常使用，请尽快联系{contact}进行续费，以继续使用本产品。"
        ),
        ("reminder.other", "The license for {name} needs attention: {code}.", "{name}许可证：{code}。"),
        (
            "finding.build-not-covered",
            "[License {license}|The license] does not cover this build and is not used.",
            "许可证{license}不适用于当前软件版本，已忽略。"
        ),
        (
            "finding.clock-suspect",
            "This machine's clock is behind the recorded time or differs from another node's. Check the clock.",
            "本机时钟落后于已记录的时间，或与其他节点不一致，请检查本机时钟。"
        ),
        (
            "finding.grants-less",
            "[License {license}|The license] replaces a current one with higher limits or more features. Remove"
                + " it, or contact {contact}.",
            "许可证{license}取代了授权更多的有效许可证。请删除该许可证，或联系{contact}。"
        ),
        (
            "finding.issued-in-future",
            "[License {license}|The license] was signed more than a day in the future. Check this machine's clock.",
            "许可证{license}的签发时间比当前时间晚一天以上，请检查本机时钟。"
        ),
        (
            "finding.licensee-differs",
            "[License {license}|The license] has a different issuer or licensee than the license for {product}. Contact"
                + " {contact}.",
            "许可证{license}的签发者或被授权方与{product}许可证不一致。请联系{contact}。"
        ),
        (
            "finding.updates-ended",
            "[License {license}|The license] does not cover builds made[ after {until}| from now on]. Contact"
                + " {contact} before you update the product.",
            "许可证{license}不适用于[{until}之后|此后]发布的软件版本。升级前请联系{contact}。"
        ),
        (
            "finding.updates-ending",
            "[License {license}|The license] will soon not cover new builds[, those made after {until}]. Contact"
                + " {contact} to extend it.",
            "许可证{license}即将不适用于新发布的软件版本[（{until}之后发布）]。请联系{contact}延长更新期限。"
        ),
        (
            "finding.wrong-node",
            "[License {license}|The license] is bound to other nodes and is not used. If this node has no other license,"
                + " ask {contact} for one.",
            "许可证{license}绑定于其他节点，已忽略。如本节点没有许可证，请联系{contact}。"
        ),
        ("finding.other", "Needs attention: {code}[ (license {license})].", "请注意：{code}[（许可证{license}）]。"),
    ]

    private static let warnings: [Row] = [
        (
            "warning.id-conflict",
            "Two different licenses have the ID {license}. Ask {contact} which one is correct.",
            "两个不同的许可证使用了同一编号{license}。请联系{contact}确认。"
        ),
        ("warning.expired", "License {license} has already expired[, on {until}].", "许可证{license}已[于{until}]过期。"),
        (
            "warning.build-not-covered",
            "License {license} does not cover this build and will not be used.",
            "许可证{license}不适用于当前软件版本，将被忽略。"
        ),
        (
            "warning.wrong-node",
            "License {license} is bound to other nodes and will not be used here.",
            "许可证{license}绑定于其他节点，将被忽略。"
        ),
        (
            "warning.smaller-license",
            "License {license} replaces the current license for {name}, and has lower limits or fewer features.",
            "许可证{license}将取代{name}当前有效的许可证，部分授权将减少。"
        ),
        ("warning.edition-changed", "The edition will change to {edition}.", "授权版本将变为{edition}。"),
        (
            "warning.limit-lowered",
            "The limit on {unit} for {name} will drop from {limit} to {newLimit}.",
            "{name}的{unit}授权数量将从{limit}减少为{newLimit}。"
        ),
        (
            "warning.over-limit",
            "The limit on {unit} will be {newLimit}, but {used} {used:is/are} already counted. You will not be able to add more.",
            "{unit}的授权数量将变为{newLimit}，但已计入{used}，将无法再增加。"
        ),
        (
            "warning.features-lowered",
            "The license for {name} will allow only the features that it lists, instead of all features.",
            "{name}将只能使用许可证列出的功能，而不再是全部功能。"
        ),
        (
            "warning.view-lost",
            "You will no longer be able to view {name}[, feature '{feature}'].",
            "将无法再查看{name}[的功能“{feature}”]。"
        ),
        (
            "warning.operate-lost",
            "Running workloads continue; changes to {name}[, feature '{feature}',] will be blocked.",
            "正在运行的业务不受影响，但将无法再操作{name}[的功能“{feature}”]。"
        ),
        (
            "warning.login-redirect",
            "After login, all users will see the license page first.",
            "所有用户登录后将自动跳转至许可证页面。"
        ),
        ("warning.other", "Needs attention: {code}.", "请注意：{code}。"),
    ]

    private static let explanations: [Row] = [
        ("explanation.heading", "Licenses as of {instant}", "许可证状态（{instant}）"),
        ("explanation.status", "{name}: {status}", "{name}：{status}"),
        (
            "role.effective",
            "License {license} (from {instant}[ until {until}|, no end date]) is the license in use.",
            "许可证{license}（{instant}[至{until}|起，永久]）：当前采用。"
        ),
        (
            "role.follows",
            "License {license} (from {instant}[ until {until}|, no end date]) takes over when the current one ends.",
            "许可证{license}（{instant}[至{until}|起，永久]）：后续接替，授权不中断。"
        ),
        (
            "role.pending",
            "License {license} (from {instant}[ until {until}|, no end date]) has not started yet.",
            "许可证{license}（{instant}[至{until}|起，永久]）：尚未生效。"
        ),
        (
            "role.superseded",
            "License {license} (from {instant}[ until {until}|, no end date]) is not used: another license"
                + " replaces it.",
            "许可证{license}（{instant}[至{until}|起，永久]）：未采用，其他许可证优先。"
        ),
        (
            "role.build-not-covered",
            "License {license} (from {instant}[ until {until}|, no end date]) is not used: it does not cover"
                + " this build.",
            "许可证{license}（{instant}[至{until}|起，永久]）：已忽略，不适用于当前软件版本。"
        ),
        (
            "role.wrong-node",
            "License {license} (from {instant}[ until {until}|, no end date]) is not used: it is bound to"
                + " other nodes.",
            "许可证{license}（{instant}[至{until}|起，永久]）：已忽略，绑定于其他节点。"
        ),
        (
            "role.other",
            "License {license} (from {instant}[ until {until}|, no end date]) has the role '{code}'.",
            "许可证{license}（{instant}[至{until}|起，永久]）：{code}。"
        ),
        ("explanation.covered", "Coverage ends at {until}.", "授权有效期至{until}。"),
        ("explanation.limit", "Limit on {unit}: {limit}.", "{unit}的授权数量：{limit}。"),
        (
            "explanation.quota",
            "{unit}: {used} {used:counts/count} toward the limit of {limit}[, which is {overage} too many].",
            "{unit}：授权数量为{limit}，已计入{used}[，超出{overage}]。"
        ),
        ("explanation.view", "View:", "查看："),
        ("explanation.operate", "Operate:", "操作："),
        (
            "explanation.allowed",
            "Allowed[ by {license}| without a license].",
            "允许[（依据许可证{license}）|（无需许可证）]。"
        ),
        ("explanation.ends", "Allowed until {until}.", "可用至{until}。"),
        ("explanation.starts", "Allowed from {instant}.", "自{instant}起可用。"),
    ]
}

/// Every sentence and word that people are told, in the library's two languages, so that none lacks one.
///
/// ``MessageTemplate`` says what braces and brackets mean.
enum MessageTexts {
    /// A sentence in both languages.
    typealias Row = (key: String, english: String, simplifiedChinese: String)

    /// All sentences, in the order in which they are listed.
    static let all: [Row] = [words, errors, reasons, remedies, notices, warnings, explanations].flatMap(\.self)

    /// The sentence of a key, or of another one of its kind.
    ///
    /// - Parameter key: The key. A kind is what stands before its first dot.
    /// - Returns: The sentence, or `nil` if there is none of its kind.
    static func row(of key: String) -> Row? {
        self.byKey[key] ?? self.byKey["\(key.prefix { $0 != "." }).other"]
    }

    /// The places that the message of a row can fill: those of its texts, and what a message of its kind has besides.
    ///
    /// A remedy tells of what its reason does.
    static func places(of row: Row) -> [MessageTemplate.Place] {
        let kind = row.key.prefix { $0 != "." }
        var places: [MessageTemplate.Place] = [.product, .contact, .name]
        for text in [row, kind == "remedy" ? self.byKey["reason\(row.key.dropFirst(kind.count))"] ?? row : row] {
            places += (try? MessageTemplate(text.english + text.simplifiedChinese).places) ?? []
        }
        switch kind {
        case "menu", "login", "limit", "shortage": break
        case "reminder": places += [.license, .code]
        default: places.append(.code)
        }
        return places
    }

    /// Whether a message of a row can be about a module, which then may have words of its own for it.
    static func isAboutModules(_ row: Row) -> Bool {
        row.key.hasPrefix("remedy.module-") || row.key.hasSuffix(".feature-not-included")
            || (try? MessageTemplate(row.english).places)?.contains(.name) ?? false
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
        ("menu.forbidden", "entry forbidden", "禁止访问"),
        ("login.proceed", "as usual", "正常登录"),
        ("login.remind", "with a reminder", "登录时提醒续费"),
        ("login.redirect", "to the page about the license", "登录后转到许可证页面"),
    ]

    // An error tells more in English: what was wrong, and where. These are for its code alone.
    private static let errors: [Row] = [
        (
            "error.too-large",
            "The license file is too large. Choose the file that {contact} sent.",
            "许可证文件过大[（第{block}段）]。请选择{contact}提供的许可证文件。"
        ),
        (
            "error.malformed",
            "The license file is damaged. Save it again from the message that it came in, whole and unchanged.",
            "许可证文件格式错误或已损坏[（第{block}段）]。请从原邮件重新保存完整的文件后再上传。"
        ),
        (
            "error.unsupported-format",
            "The file is not a license of this format. Ask {contact} for one.",
            "不支持该许可证的格式[（第{block}段）]。请联系{contact}重新获取许可证。"
        ),
        (
            "error.unsupported-algorithm",
            "The license is signed with an algorithm that is not supported. Update the product, or ask {contact}.",
            "不支持该许可证的签名算法[（第{block}段）]。请升级本产品，或联系{contact}。"
        ),
        (
            "error.unknown-key",
            "The license is signed with a key that is not trusted. Update the product, or ask {contact}.",
            "该许可证的签名密钥不受信任[（第{block}段）]。请升级本产品，或联系{contact}。"
        ),
        (
            "error.algorithm-mismatch",
            "The license names another algorithm than its key has. Ask {contact} for a corrected one.",
            "该许可证的签名算法与密钥不符[（第{block}段）]。请联系{contact}重新获取许可证。"
        ),
        (
            "error.signature-invalid",
            "The license's signature is not valid. Ask {contact} for it again.",
            "该许可证的签名无效[（第{block}段）]。请联系{contact}重新获取许可证。"
        ),
        (
            "error.claims-invalid",
            "The license's content is not valid. Ask {contact} for a corrected one.",
            "该许可证的内容无效[（{member}）][（第{block}段）]。请联系{contact}重新获取许可证。"
        ),
        (
            "error.unsupported-requirement",
            "The license needs a newer release of the product. Update the product, or ask {contact}.",
            "该许可证含有当前版本无法识别的必要内容[（第{block}段）]。请升级本产品，或联系{contact}。"
        ),
        (
            "error.issuer-mismatch",
            "The license's issuer is not the one that its key is for. Ask {contact} for a corrected one.",
            "该许可证的签发者与密钥不符[（第{block}段）]。请联系{contact}重新获取许可证。"
        ),
        (
            "error.key-not-valid",
            "The key of the license was not valid when it was signed, or is not accepted here. Ask {contact} for another one.",
            "该许可证的签名密钥在签发时无效，或不被接受[（第{block}段）]。请联系{contact}重新获取许可证。"
        ),
        (
            "error.wrong-product",
            "The license is for another product. Choose the file for this one.",
            "该许可证不适用于本产品[（第{block}段）]。请选择适用于本产品的许可证。"
        ),
        (
            "error.wrong-node",
            "The license is bound to other nodes. Ask {contact} for one for this node.",
            "该许可证绑定于其他节点[（第{block}段）]。请联系{contact}获取适用于本节点的许可证。"
        ),
        (
            "error.other",
            "The license is refused: {code}. Ask {contact}.",
            "许可证被拒绝（{code}）[（第{block}段）]。请联系{contact}重新获取许可证。"
        ),
    ]

    private static let reasons: [Row] = [
        ("reason.base-missing", "No license for {product} is loaded.", "未导入{product}许可证。"),
        (
            "reason.base-build-not-covered",
            "The license[ {license}] for {product}[ covers builds made until {instant}, and| does not cover this build:] this build is newer.",
            "{product}许可证{license}[仅适用于{instant}及之前发布的版本，]不适用于当前软件版本。"
        ),
        (
            "reason.base-wrong-node",
            "The license[ {license}] for {product} is bound to other nodes.",
            "{product}许可证{license}绑定于其他节点。"
        ),
        (
            "reason.base-not-yet-valid",
            "The license[ {license}] for {product} is not valid[ before {instant}| yet].",
            "{product}许可证{license}[将于{instant}生效|尚未生效]。"
        ),
        (
            "reason.base-expired",
            "The license[ {license}] for {product} expired[ at {instant}]. What is running continues; new operations are blocked.",
            "{product}许可证{license}已[于{instant}]过期。正在运行的业务不受影响，但不可进行新的操作。"
        ),
        ("reason.module-not-activated", "No license for {name} is loaded.", "{name}模块未激活。"),
        (
            "reason.module-build-not-covered",
            "The license[ {license}] for {name}[ covers builds made until {instant}, and| does not cover this build:] this build is newer.",
            "{name}模块许可证{license}[仅适用于{instant}及之前发布的版本，]不适用于当前软件版本。"
        ),
        (
            "reason.module-wrong-node",
            "The license[ {license}] for {name} is bound to other nodes.",
            "{name}模块许可证{license}绑定于其他节点。"
        ),
        (
            "reason.module-not-yet-valid",
            "The license[ {license}] for {name} is not valid[ before {instant}| yet].",
            "{name}模块许可证{license}[将于{instant}生效|尚未生效]。"
        ),
        (
            "reason.module-expired",
            "The license[ {license}] for {name} expired[ at {instant}].",
            "{name}模块许可证{license}已[于{instant}]过期。"
        ),
        (
            "reason.feature-not-included",
            "The license[ {license}] does not include the feature[ '{feature}'].",
            "许可证{license}不包含[功能“{feature}”|该功能]。"
        ),
        ("reason.limit-reached", "A limit of the license is reached.", "已达到许可证的授权数量。"),
        (
            "shortage",
            "The limit on {unit} is {limit}; {used} {used:is/are} in use, and {requested} more {requested:does/do} not fit.",
            "{unit}的授权数量为{limit}，已使用{used}，无法再增加{requested}。"
        ),
        ("reason.other", "It is denied: {code}.", "操作被拒绝（{code}）。"),
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
            "Remove what is no longer needed, or import a license for more.",
            "请移除不再需要的资源，或导入授权数量更大的许可证。"
        ),
        ("remedy.other", "Contact {contact}.", "请联系{contact}。"),
    ]

    private static let build = (
        english: "Renew the maintenance of the license, or go back to a build that it covers.",
        chinese: "请续订许可证的升级服务，或退回其适用的版本。"
    )
    private static let node = (
        english: "Ask {contact} for a license for this node, and import it.",
        chinese: "请联系{contact}获取适用于本节点的许可证，并导入新的许可证。"
    )
    private static let wait = (
        english: "Wait until the license is valid, or import one that is valid now.",
        chinese: "请等待其生效，或导入当前有效的许可证。"
    )
    private static let renew = (
        english: "Renew the license with {contact} and import it.",
        chinese: "请联系{contact}进行续费，并导入新的许可证。"
    )

    private static let notices: [Row] = [
        (
            "reminder.expiring",
            "The license for {name} ends within {days} {days:day/days}[, at {until}]. To keep using the product, please"
                + " contact {contact} soon and renew.",
            "{name}许可证将在{days}天内到期[（{until}）]。为不影响您的正常使用，请尽快联系{contact}进行续费，以继续使用本产品。"
        ),
        (
            "reminder.grace",
            "The license for {name} has expired, and its grace period runs[ until {until}]. To keep using the product, please"
                + " contact {contact} soon and renew.",
            "{name}许可证已过期，目前处于宽限期[（至{until}）]。为不影响您的正常使用，请尽快联系{contact}进行续费，以继续使用本产品。"
        ),
        (
            "reminder.expired",
            "The license for {name} has expired[: it was valid until {until}]. To keep using the product, please contact {contact}"
                + " soon and renew.",
            "{name}许可证已[于{until}]过期。为不影响您的正常使用，请尽快联系{contact}进行续费，以继续使用本产品。"
        ),
        (
            "reminder.other",
            "About the license for {name}: {code}.",
            "{name}许可证：{code}。"
        ),
        (
            "finding.build-not-covered",
            "The license[ {license}] does not cover this build of the product and is excluded.",
            "许可证{license}不适用于当前软件版本，未予采用。"
        ),
        (
            "finding.clock-suspect",
            "This machine's clock is behind the time that has been seen, or differs from another node's. Check it.",
            "本机时钟落后于已记录的时间，或与其他节点不一致，请检查本机时钟。"
        ),
        (
            "finding.issued-in-future",
            "The license[ {license}] was signed more than a day from now. Check this machine's clock.",
            "许可证{license}的签发时间晚于当前时间一天以上，请检查本机时钟。"
        ),
        (
            "finding.licensee-differs",
            "The license[ {license}] has another issuer or licensee than the license for {product}.",
            "许可证{license}的签发者或被授权方与{product}许可证不一致。"
        ),
        (
            "finding.wrong-node",
            "The license[ {license}] is bound to other nodes and is excluded. Ask {contact} for one for this node.",
            "许可证{license}绑定于其他节点，未予采用。请联系{contact}获取适用于本节点的许可证。"
        ),
        (
            "finding.other",
            "There is something to look at: {code}[ {license}].",
            "请注意：{code}[ {license}]。"
        ),
    ]

    private static let warnings: [Row] = [
        (
            "warning.id-conflict",
            "Another license with the id {license} and other content is loaded already.",
            "已存在编号为{license}但内容不同的许可证。"
        ),
        (
            "warning.expired",
            "The license {license} has expired already[, at {until}].",
            "许可证{license}已[于{until}]过期。"
        ),
        (
            "warning.build-not-covered",
            "The license {license} does not cover this build of the product and would be excluded.",
            "许可证{license}不适用于当前软件版本，不会被采用。"
        ),
        (
            "warning.wrong-node",
            "The license {license} is bound to other nodes and would be excluded.",
            "许可证{license}绑定于其他节点，不会被采用。"
        ),
        (
            "warning.smaller-license",
            "The license {license} takes over for {name} from one in force, and grants less of something.",
            "许可证{license}将取代{name}当前有效的许可证，且部分授权范围更小。"
        ),
        ("warning.edition-changed", "The edition becomes {edition}.", "授权版本将变为{edition}。"),
        (
            "warning.limit-lowered",
            "The limit on {unit} for {name} falls from {limit} to {newLimit}.",
            "{name}的{unit}授权数量将从{limit}减少为{newLimit}。"
        ),
        (
            "warning.over-limit",
            "{used} {unit} are in use, and the limit becomes {newLimit}: none can be added.",
            "{unit}已使用{used}，授权数量将变为{newLimit}，将无法再增加。"
        ),
        (
            "warning.features-lowered",
            "Only the features that the license for {name} lists can be used, and no longer all.",
            "{name}将只能使用许可证列出的功能，而不再是全部功能。"
        ),
        (
            "warning.view-lost",
            "It will no longer be possible to view {name}[, feature '{feature}'].",
            "将无法再查看{name}[的功能“{feature}”]。"
        ),
        (
            "warning.operate-lost",
            "It will no longer be possible to operate {name}[, feature '{feature}'].",
            "将无法再操作{name}[的功能“{feature}”]。"
        ),
        (
            "warning.login-redirect",
            "Everybody who logs in will be led to the page about the license.",
            "所有用户登录后将被转到许可证页面。"
        ),
        ("warning.other", "There is something to look at: {code}.", "请注意：{code}。"),
    ]

    private static let explanations: [Row] = [
        ("explanation.heading", "Licenses at {instant}", "{instant}的许可证状态"),
        ("explanation.status", "{name}: {status}", "{name}：{status}"),
        (
            "role.effective",
            "The license {license}, from {instant}[ until {until}|, without an end], is the one that counts.",
            "许可证{license}（{instant}[至{until}|起，永久有效]）为当前采用的许可证。"
        ),
        (
            "role.follows",
            "The license {license}, from {instant}[ until {until}|, without an end], follows without a gap.",
            "许可证{license}（{instant}[至{until}|起，永久有效]）为后续衔接的许可证。"
        ),
        (
            "role.pending",
            "The license {license}, from {instant}[ until {until}|, without an end], has not started yet.",
            "许可证{license}（{instant}[至{until}|起，永久有效]）尚未生效。"
        ),
        (
            "role.superseded",
            "The license {license}, from {instant}[ until {until}|, without an end], does not count, since another takes"
                + " precedence.",
            "许可证{license}（{instant}[至{until}|起，永久有效]）未采用，已有其他许可证优先。"
        ),
        (
            "role.build-not-covered",
            "The license {license}, from {instant}[ until {until}|, without an end], is excluded, since it does not cover"
                + " this build.",
            "许可证{license}（{instant}[至{until}|起，永久有效]）未采用，不适用于当前软件版本。"
        ),
        (
            "role.wrong-node",
            "The license {license}, from {instant}[ until {until}|, without an end], is excluded, since it is bound to other"
                + " nodes.",
            "许可证{license}（{instant}[至{until}|起，永久有效]）未采用，绑定于其他节点。"
        ),
        (
            "role.other",
            "The license {license}, from {instant}[ until {until}|, without an end], has the role '{code}'.",
            "许可证{license}（{instant}[至{until}|起，永久有效]）：{code}。"
        ),
        ("explanation.covered", "Covered until {until}.", "授权覆盖至{until}。"),
        ("explanation.view", "To view it:", "查看："),
        ("explanation.operate", "To operate it:", "操作："),
        ("explanation.allowed", "Allowed[ by {license}| without a license].", "[由许可证{license}授权|无需许可证即可使用]。"),
        ("explanation.ends", "This ends at {until}.", "截止于{until}。"),
        ("explanation.starts", "It will be allowed from {instant} on.", "自{instant}起可用。"),
    ]
}

extension MessageTexts {
    /// The texts that say why something is not allowed.
    static let reasons = """
        reason.base-missing
        No license for {product} is loaded.
        未加载{product}许可证。

        reason.base-build-not-covered
        [License {license}|The license] for {product} does not cover this build[. It covers builds made up to {instant}].
        {product}许可证{license}[仅适用于{instant}及之前发布的版本，]不适用于当前软件版本。

        reason.base-wrong-node
        [License {license}|The license] for {product} is bound to other nodes[ ({nodes}; this node: {node})].
        {product}许可证{license}绑定于其他节点[（{nodes}；本节点：{node}）]。

        reason.base-not-yet-valid
        [License {license}|The license] for {product} is not valid[ before {instant}| yet].
        {product}许可证{license}[将于{instant}生效|尚未生效]。

        reason.base-expired
        [License {license}|The license] for {product} expired[ on {instant}]. Running workloads continue; changes are \
        blocked.
        {product}许可证{license}已[于{instant}]过期。正在运行的业务不受影响，变更操作将被拒绝。

        reason.module-not-activated
        No license for {name} is loaded.
        {name}模块未激活：未加载许可证。

        reason.module-build-not-covered
        [License {license}|The license] for {name} does not cover this build[. It covers builds made up to {instant}].
        {name}模块的许可证{license}[仅适用于{instant}及之前发布的版本，]不适用于当前软件版本。

        reason.module-wrong-node
        [License {license}|The license] for {name} is bound to other nodes[ ({nodes}; this node: {node})].
        {name}模块的许可证{license}绑定于其他节点[（{nodes}；本节点：{node}）]。

        reason.module-not-yet-valid
        [License {license}|The license] for {name} is not valid[ before {instant}| yet].
        {name}模块的许可证{license}[将于{instant}生效|尚未生效]。

        reason.module-expired
        [License {license}|The license] for {name} expired[ on {instant}].
        {name}模块的许可证{license}已[于{instant}]过期。

        reason.feature-not-included
        [License {license}|The license] does not include the feature[ '{feature}'].
        许可证{license}不包含[功能“{feature}”|该功能]。

        reason.limit-reached
        This would exceed a limit of your license.
        该操作将超出许可证的授权数量上限。

        shortage
        The license allows {limit} {unit}, and {used} {used:is/are} already counted. Adding {requested} more would exceed \
        the limit.
        {unit}的授权数量为{limit}，已计入{used}，无法再增加{requested}。

        reason.other
        Not allowed: {code}.
        操作被拒绝（{code}）。
        """

    /// The texts that say what to do about a reason.
    static let remedies = """
        remedy.base-missing
        Import a license for {product}.
        请导入{product}许可证。

        remedy.base-build-not-covered
        \(build)

        remedy.base-wrong-node
        \(node)

        remedy.base-not-yet-valid
        \(wait)

        remedy.base-expired
        \(renew)

        remedy.module-not-activated
        Import a license for {name}.
        请导入{name}模块许可证。

        remedy.module-build-not-covered
        \(build)

        remedy.module-wrong-node
        \(node)

        remedy.module-not-yet-valid
        \(wait)

        remedy.module-expired
        \(renew)

        remedy.feature-not-included
        Import a license that includes the feature.
        请导入包含该功能的许可证。

        remedy.limit-reached
        Remove unused resources, or import a license with a higher limit.
        请移除不再需要的资源，或导入授权数量更多的许可证。

        remedy.other
        Contact {contact}.
        请联系{contact}。
        """

    private static let build = """
        Ask {contact} for a license that covers this build and import it, or go back to an older build.
        请联系{contact}获取适用于当前软件版本的许可证并导入，或回退到较早的软件版本。
        """

    private static let node = """
        Ask {contact} for a license for this node, and import it.
        请联系{contact}获取适用于本节点的许可证，并导入新的许可证。
        """

    private static let wait = """
        Wait until the license is valid, or import one that is valid now.
        请等待许可证生效，或导入当前有效的许可证。
        """

    private static let renew = """
        Renew the license with {contact}, and import the new one.
        请联系{contact}进行续费，并导入新的许可证。
        """
}

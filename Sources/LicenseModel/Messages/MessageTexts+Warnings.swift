extension MessageTexts {
    /// The texts of warnings about the effects of an import.
    static let warnings = """
        warning.id-conflict
        Two different licenses have the ID {license}. Ask {contact} which one is correct.
        两个不同的许可证使用了同一编号{license}。请联系{contact}确认。

        warning.expired
        License {license} has already expired[, on {until}].
        许可证{license}已[于{until}]过期。

        warning.build-not-covered
        License {license} does not cover this build and will not be used.
        许可证{license}不适用于当前软件版本，将被忽略。

        warning.wrong-node
        License {license} is bound to other nodes[ ({nodes}; this node: {node})] and will not be used here.
        许可证{license}绑定于其他节点[（{nodes}；本节点：{node}）]，将被忽略。

        warning.smaller-license
        License {license} replaces the current license for {name}, and has lower limits or fewer features.
        许可证{license}将取代{name}当前有效的许可证，部分授权将减少。

        warning.edition-changed
        The edition will change to {edition}.
        授权版本将变为{edition}。

        warning.limit-lowered
        The limit on {unit} for {name} will drop from {limit} to {newLimit}.
        {name}的{unit}授权数量将从{limit}减少为{newLimit}。

        warning.over-limit
        The limit on {unit} will be {newLimit}, but {used} {used:is/are} already counted. You will not be able to add more.
        {unit}的授权数量将变为{newLimit}，但已计入{used}，将无法再增加。

        warning.features-lowered
        The license for {name} will allow only the features that it lists, instead of all features.
        {name}将只能使用许可证列出的功能，而不再是全部功能。

        warning.view-lost
        You will no longer be able to view {name}[, feature '{feature}'].
        将无法再查看{name}[的功能“{feature}”]。

        warning.operate-lost
        Running workloads continue; changes to {name}[, feature '{feature}',] will be blocked.
        正在运行的业务不受影响，但将无法再操作{name}[的功能“{feature}”]。

        warning.login-redirect
        After login, all users will see the license page first.
        所有用户登录后将自动跳转至许可证页面。

        warning.other
        Needs attention: {code}.
        请注意：{code}。
        """
}

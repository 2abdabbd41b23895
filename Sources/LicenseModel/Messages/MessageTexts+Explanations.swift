extension MessageTexts {
    /// The texts of explanations, and of the roles of licenses in them.
    static let explanations = """
        explanation.heading
        Licenses as of {instant}
        许可证状态（{instant}）

        explanation.status
        {name}: {status}
        {name}：{status}

        role.effective
        License {license} (from {instant}[ until {until}|, no end date]) is the license in use.
        许可证{license}（{instant}[至{until}|起，永久]）：当前采用。

        role.follows
        License {license} (from {instant}[ until {until}|, no end date]) takes over when the current one ends.
        许可证{license}（{instant}[至{until}|起，永久]）：后续接替，授权不中断。

        role.pending
        License {license} (from {instant}[ until {until}|, no end date]) has not started yet.
        许可证{license}（{instant}[至{until}|起，永久]）：尚未生效。

        role.superseded
        License {license} (from {instant}[ until {until}|, no end date]) is not used: another license replaces it.
        许可证{license}（{instant}[至{until}|起，永久]）：未采用，其他许可证优先。

        role.build-not-covered
        License {license} (from {instant}[ until {until}|, no end date]) is not used: it does not cover this build.
        许可证{license}（{instant}[至{until}|起，永久]）：已忽略，不适用于当前软件版本。

        role.wrong-node
        License {license} (from {instant}[ until {until}|, no end date]) is not used: it is bound to other nodes.
        许可证{license}（{instant}[至{until}|起，永久]）：已忽略，绑定于其他节点。

        role.other
        License {license} (from {instant}[ until {until}|, no end date]) has the role '{code}'.
        许可证{license}（{instant}[至{until}|起，永久]）：{code}。

        explanation.covered
        Coverage ends at {until}.
        授权有效期至{until}。

        explanation.limit
        Limit on {unit}: {limit}.
        {unit}的授权数量：{limit}。

        explanation.quota
        {unit}: {used} {used:counts/count} toward the limit of {limit}[, which is {overage} too many].
        {unit}：授权数量为{limit}，已计入{used}[，超出{overage}]。

        explanation.view
        View:
        查看：

        explanation.operate
        Operate:
        操作：

        explanation.allowed
        Allowed[ by {license}| without a license].
        允许[（依据许可证{license}）|（无需许可证）]。

        explanation.ends
        Allowed until {until}.
        可用至{until}。

        explanation.starts
        Allowed from {instant}.
        自{instant}起可用。
        """
}

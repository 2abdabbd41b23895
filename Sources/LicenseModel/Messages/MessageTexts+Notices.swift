extension MessageTexts {
    /// The texts of reminders and of findings.
    static let notices = """
        reminder.expiring
        The license for {name} expires within {days} {days:day/days}[, on {until}]. Contact {contact} to renew it.
        {name}许可证将在{days}天内到期[（{until}）]。为不影响您的正常使用，请尽快联系{contact}进行续费，以继续使用本产品。

        reminder.grace
        The license for {name} has expired but still works during its grace period, which ends within {days} {days:day/days}[, \
        on {until}]. Contact {contact} to renew it.
        {name}许可证已到期，目前处于宽限期，剩余{days}天[（至{until}）]，仍可正常使用。为不影响您的正常使用，请尽快联系{contact}进行续费，以继续使用本产品。

        reminder.expired
        The license for {name} has expired[ (valid until {until})]. Running workloads continue. Contact {contact} to renew \
        it.
        {name}许可证已过期[（有效期至{until}）]，正在运行的业务不受影响。为不影响您的正常使用，请尽快联系{contact}进行续费，以继续使用本产品。

        reminder.other
        The license for {name} needs attention: {code}.
        {name}许可证需要处理：{code}。

        finding.build-not-covered
        [License {license}|The license] does not cover this build and is not used.
        许可证{license}不适用于当前软件版本，已忽略。

        finding.clock-suspect
        This machine's clock is behind the recorded time or differs from another node's. Check the clock.
        本机时钟落后于已记录的时间，或与其他节点不一致，请检查本机时钟。

        finding.grants-less
        [License {license}|The license] is used in place of another valid license that has higher limits or more features. To \
        use the other one again, remove this license, or contact {contact}.
        许可证{license}取代了另一个授权更多的有效许可证。如需恢复使用后者，请删除许可证{license}，或联系{contact}。

        finding.issued-in-future
        [License {license}|The license] was signed more than a day in the future. Check this machine's clock.
        许可证{license}的签发时间比当前时间晚一天以上，请检查本机时钟。

        finding.licensee-differs
        [License {license}|The license] has a different issuer or licensee than the license for {product}. Contact \
        {contact}.
        许可证{license}的签发者或被授权方与{product}许可证不一致。请联系{contact}。

        finding.updates-ended
        [License {license}|The license] does not cover builds made[ after {until}| from now on]. Contact {contact} before \
        you update the product.
        许可证{license}不适用于[{until}之后|此后]发布的软件版本。升级前请联系{contact}。

        finding.updates-ending
        [License {license}|The license] will soon not cover new builds[, those made after {until}]. Contact {contact} to \
        extend it.
        许可证{license}即将不适用于新发布的软件版本[（{until}之后发布）]。请联系{contact}延长更新期限。

        finding.wrong-node
        [License {license}|The license] is bound to other nodes[ ({nodes}; this node: {node})] and is not used. If this \
        node has no other license, ask {contact} for one.
        许可证{license}绑定于其他节点[（{nodes}；本节点：{node}）]，已忽略。如本节点没有许可证，请联系{contact}。

        finding.other
        Needs attention: {code}[ (license {license})].
        请注意：{code}[（许可证{license}）]。
        """
}

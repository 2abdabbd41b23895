extension MessageTexts {
    /// The names of statuses, menus and other values.
    static let words = """
        status.none
        no license
        未授权

        status.notActivated
        not activated
        未激活

        status.notYetValid
        not yet valid
        未生效

        status.valid
        valid
        有效

        status.activated
        activated
        已激活

        status.grace
        grace period
        宽限期

        status.expired
        expired
        过期

        status.other
        {code}
        {code}

        limit.unlimited
        unlimited
        无限制

        nodes.more
        {nodes} and {more} more
        {nodes}及另外{more}个

        nodes.unknown
        not identified
        标识未知

        menu.hidden
        hidden
        隐藏

        menu.shown
        shown
        显示

        menu.forbidden
        blocked
        禁止访问

        login.proceed
        normal
        正常登录

        login.remind
        show reminder
        登录时提醒续费

        login.redirect
        show license page
        登录后跳转至许可证页面
        """
}

#!/usr/bin/env python3
"""Uses the pages of a management node as people do, in headless Chromium, without scripts, in Chinese and English.

usage: Tests/ManagementNode/browser.py PROGRAMS [PART… [LANGUAGE…]]    by default all parts, in en and zh

PROGRAMS is the folder of the programs management-node and demo-vendor. The folder screenshots gets a picture of every page, in both
languages and at two widths. The rows are those of the license guide (Documentation/Policy.md).
"""

import http.server
import pathlib
import subprocess
import sys
import tempfile
import threading

from chromium import DESKTOP, PHONE, Browser
from node import PASSWORD, Checks, Node, sha512

PICTURES = pathlib.Path(__file__).parent / "screenshots"
SCRIPT = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp;"
checks = Checks()
check = checks.check

# What people read, in each language.
WORDS = {
    "en": {
        "log in": "Log in", "log out": "Log out", "name": "Account name", "password": "Password", "wrong": "The account name or the password is wrong.",
        "closed": "You can't open this module right now.", "none": "no license", "not activated": "not activated", "valid": "valid",
        "activated": "activated", "grace": "grace period", "expired": "expired", "base": "Cloud platform", "vmware": "VMware management",
        "baremetal": "Bare-metal management", "recovery": "Disaster recovery", "enterprise": "Enterprise management", "about": "About",
        "hosts": "Hosts", "images": "Image servers", "storages": "Primary storage", "object name": "Name", "ip": "IP address or hostname",
        "url": "URL or path", "add": "Add", "reconnect": "Reconnect", "delete": "Delete", "cancel": "Cancel", "added": "was added.",
        "reconnected": "was reconnected.", "deleted": "was deleted.", "files": "License files", "upload": "Upload and check",
        "choose first": "Choose a license file first.", "pending": "Confirm the uploads", "install": "Install {}", "install anyway": "Install {} anyway",
        "discard": "Discard {}", "discarded": "The upload was discarded.", "installed": "Installed, but not in effect yet: BASE-1",
        "staged": "waiting for reload", "in effect": "in effect", "reload": "Reload", "reload now": "Reload now", "reloaded": "The licenses were reloaded.", "blocked": "no access",
        "why": "Why?", "reminder": "License reminder", "reminder expired": "License expired: changes are blocked", "not now": "Not now",
        "hide": "Hide until next login", "details": "View details", "renew": "Contact the vendor to renew it.",
        "ended": "Running workloads continue", "days": "expires within 3 days", "project": "Log in to a project", "project title": "Project login",
        "locked": "The license has expired. Please contact the administrator of the cloud platform.",
        "base expired": "expired on", "runs": "Running workloads continue", "limit": "The license allows 5 hosts, and 5 are already counted.",
        "stored": "Installed licenses", "use": "Limits and use", "unit": "hosts", "delete title": "Delete license {}?",
        "delete yes": "Delete license {}", "license deleted": "The license was deleted.", "ask": "Ask an administrator to upload, install, reload or delete licenses.",
        "module allowed": "Your license allows you to view this module.", "start": "Start a task of the module", "started": "The task was started.",
        "history": "License history", "other": "中文", "older": "Also install a license that is older",
        "gone": "Nothing was installed:", "uploads expire": "discarded after 15 minutes", "not a license": "The file is an XML document.", "pending title": "Read this before you continue",
        "orphans": "Hosts of the VMware module", "delete object": "Delete {}", "delete object title": 'Delete host "host 5" (10.0.0.5)?', "community next": "runs as the Community edition", "older refused": "A newer license is already installed: BASE-1.", "smaller": "will drop from",
        "next": "What comes next", "uploads": "Import licenses", "limit reached": "Limit on hosts reached: 0 of 5 available.", "ends earlier": "(3 days left). The current license ends on",
        "view only": "view only", "attention": "Needs attention", "nothing": "Nothing needs attention.", "expired ago": "expired 10 days ago", "grace left": "13 days of the grace period left",
        "steps": "Download the application code.", "refused reconnect": 'Reconnecting {} "one" was refused.', "refused add": 'Adding {} "two" was refused.',
        "host": "host", "image": "image server", "storage": "primary storage", "warnings": "4 license warnings", "unscheduled": "No license is in effect, so no change is scheduled.", "changes": "Changes", "community": "Community edition",
    },
    "zh": {
        "log in": "登录", "log out": "退出登录", "name": "账户名", "password": "密码", "wrong": "账户名或密码错误。",
        "closed": "当前无法进入该模块。", "none": "未授权", "not activated": "未激活", "valid": "有效", "activated": "已激活",
        "grace": "宽限期", "expired": "过期", "base": "云平台", "vmware": "VMware管理", "baremetal": "裸金属管理", "recovery": "灾备服务",
        "enterprise": "企业管理", "about": "关于", "hosts": "物理主机", "images": "镜像服务器", "storages": "主存储", "object name": "名称",
        "ip": "IP 地址或主机名", "url": "URL 或路径", "add": "添加", "reconnect": "重连", "delete": "删除", "cancel": "取消", "added": "已添加",
        "reconnected": "已重连", "deleted": "已删除", "files": "许可证文件", "upload": "上传并检查", "choose first": "请先选择许可证文件。",
        "pending": "确认上传的许可证", "install": "安装 {}", "install anyway": "仍然安装 {}", "discard": "丢弃 {}", "discarded": "已丢弃该上传。",
        "installed": "已安装但尚未生效：BASE-1", "staged": "待重新加载", "in effect": "生效中", "reload": "重新加载", "reload now": "立即重新加载",
        "reloaded": "许可证已重新加载。", "blocked": "禁止访问", "why": "查看原因", "reminder": "许可证提醒", "reminder expired": "许可证已过期：操作被禁止", "not now": "暂不处理", "hide": "隐藏至下次登录", "details": "查看详情",
        "renew": "为不影响您的正常使用，请尽快联系云平台相关服务人员进行续费，以继续使用本产品。", "ended": "正在运行的业务不受影响", "days": "将在3天内到期", "project": "项目登录",
        "project title": "项目登录", "locked": "许可证已过期，请联系云平台管理员", "base expired": "过期", "runs": "原有业务依然正常运行",
        "limit": "物理主机的授权数量为5，已计入5", "stored": "已安装的许可证", "use": "授权数量与使用情况", "unit": "物理主机",
        "delete title": "删除许可证 {}？", "delete yes": "删除许可证 {}", "license deleted": "许可证已删除。", "ask": "如需上传、安装、重新加载或删除许可证，请联系管理员。",
        "module allowed": "许可证允许查看此模块。", "start": "启动模块任务", "started": "模块任务已启动。", "history": "许可证操作记录",
        "other": "English", "older": "允许安装早于已安装许可证的许可证", "gone": "未安装任何许可证：",
        "uploads expire": "15 分钟后", "not a license": "该文件是XML文档。", "pending title": "继续前请注意", "orphans": "VMware 模块的主机",
        "delete object": "删除 {}", "delete object title": "删除物理主机“host 5”（10.0.0.5）？", "community next": "以社区版运行", "older refused": "已安装更新的许可证：BASE-1。", "smaller": "减少为", "next": "状态变化时间线", "uploads": "导入许可证", "limit reached": "物理主机授权数量已用完（可用 0 / 授权 5）", "ends earlier": "（剩余 3 天），当前许可证于",
        "view only": "仅可查看", "attention": "需要关注", "nothing": "没有需要关注的事项。", "expired ago": "已过期 10 天", "grace left": "宽限期剩余 13 天", "steps": "下载应用代码；",
        "refused reconnect": "重连{}“one”被拒绝", "refused add": "添加{}“two”被拒绝", "host": "物理主机", "image": "镜像服务器", "storage": "主存储",
        "warnings": "4 条许可证提醒", "unscheduled": "当前没有生效的许可证，状态不会变化。",
        "changes": "变化", "community": "社区版",
    },
}


class Person:
    """A person at a browser, who reads one language."""

    def __init__(self, node, language, scripts=False):
        self.node, self.language = node, language
        self.words = WORDS[language]
        self.browser = Browser(f"http://127.0.0.1:{node.port}", {"en": "en-US", "zh": "zh-CN"}[language], scripts)
        self.pictures = set()

    def __getitem__(self, word):
        return self.words[word]

    def see(self, name):
        """Checks the page that is shown for everybody who could have difficulties with it, and takes pictures at two widths."""
        browser = self.browser
        for size, suffix in ((DESKTOP, ""), (PHONE, "-phone")):
            browser.resize(size)
            problems = browser.audit()
            check(f"the page {name} can be used by everybody: {problems}", lambda: not problems)
            PICTURES.mkdir(exist_ok=True)
            browser.screenshot(PICTURES / f"{name}-{self.language}{suffix}.png")
        browser.resize(DESKTOP)
        self.pictures.add(name)
        language = {"en": "en", "zh": "zh-Hans"}[self.language]
        check(f"the page {name} is in the language", lambda: browser.one("html").get_attribute("lang") == language)

    def log_in(self, name="admin", password=PASSWORD, path="/login"):
        if self.browser.driver.current_url.startswith("http") and self.browser.has(self["log out"]):
            self.browser.press(self["log out"])
        self.browser.open(path)
        self.browser.fill(self["name"], name).fill(self["password"], password)
        self.browser.press(self["log in"], self.browser.one("main"))

    def upload(self, *files, older=False):
        browser = self.browser.open("/about")
        browser.fill(self["files"], "\n".join(str(self.node.work / file) for file in files))
        if older:
            browser.one("[name=older]").click()
        browser.press(self["upload"])

    def confirm(self, file):
        """Installs the upload of a file, whether it has warnings or not."""
        browser = self.browser
        if browser.path != "/about":
            browser.open("/about")
        card = browser.section(file)
        install, anyway = (self[name].format(file) for name in ("install", "install anyway"))
        browser.press(install if browser.has(install, card) else anyway, card)

    def install(self, *files):
        """Uploads files, confirms each, and reloads."""
        self.upload(*files)
        for file in files:
            self.confirm(file)
        self.browser.press(self["reload"])

    def status(self, slot):
        """The word of the status of the base or a module on the license page."""
        if self.browser.path != "/about":
            self.browser.open("/about")
        return self.browser.one(f"#{slot} .badge").text.split(maxsplit=1)[1]

    def menu(self, name):
        """How the menu shows a module."""
        for entry in self.browser.all("body > nav li"):
            if name in entry.text:
                links = self.browser.all("a", entry)
                if links and links[0].text == name:
                    return "shown"
                return "blocked" if self["blocked"] in entry.text and all(link.text != name for link in links) else "?"
        return "hidden"

    def add(self, path, name, address, label="ip"):
        self.browser.open(path)
        self.browser.fill(self["object name"], name).fill(self[label], address).press(self["add"])

    def problem(self):
        """What the page says about a refusal, which has the focus of the keyboard."""
        browser = self.browser
        alert = browser.one("[role=alert]")
        assert browser.focused() == alert, "the refusal has no focus"
        return alert.text


def licensed(node, language):
    """From the first login to hosts, image servers and storages at their limits: rows 7 to 15, 18 to 28, 30, 31 and 51 to 58."""
    node.issue("base.lic", "--hosts", "5", "--licensee", SCRIPT, "--id", "BASE-1")
    node.issue("vmware.lic", "--plus", "vmware", "--hosts", "1", "--id", "VMWARE-1")
    node.issue("recovery.lic", "--plus", "disaster-recovery", "--id", "RECOVERY-1")
    (node.work / "<img src=x onerror=alert(1)>.lic").write_text("<script>alert(1)</script>")
    person = Person(node, language)
    browser = person.browser
    browser.open("/")
    check("without a session, the login is shown", lambda: browser.path == "/login")
    check("the menu needs a session", lambda: not browser.all("body > nav"))
    person.see("login")
    person.log_in(password="wrong-password")
    check("a wrong password is refused", lambda: person["wrong"] in person.problem())
    check("the account name stays", lambda: browser.one("#name").get_attribute("value") == "admin")
    person.see("login-wrong")
    person.log_in()
    check("without anything to say, the hosts come first", lambda: browser.path == "/hosts")
    person.see("hosts-empty")
    check("row 18: no module is in the menu", lambda: all(person.menu(person[name]) == "hidden" for name in ("vmware", "baremetal", "recovery", "enterprise")))
    check("row 7: no license", lambda: person.status("base") == person["none"])
    check("without a license, the platform is the Community edition", lambda: person["community"] in browser.one("#base").text)
    check("rows 13, 14: not activated", lambda: {person.status(slot) for slot in ("vmware", "baremetal", "project-management", "disaster-recovery")} == {person["not activated"]})
    code = (node.work / "data/licenses/lic-application-code.txt").read_text().strip()
    check("rows 27, 30, 31: the application code", lambda: browser.one(".code").text == code == node.info()["licenseRequest"])
    check("without a license, nothing is scheduled", lambda: person["unscheduled"] in browser.section(person["next"]).text and not browser.all("svg"))
    person.see("about-none")
    browser.open("/modules/vmware")
    check("a hidden module says why it cannot be entered", lambda: person["closed"] in person.problem() and person["vmware"] in person.problem() and browser.one("h1").text == person["vmware"])
    person.see("module-hidden")

    session = node.log_in()
    person.upload("<img src=x onerror=alert(1)>.lic")
    check("row 54: a bad file says why", lambda: person["not a license"] in person.problem())
    check("the name of a file is shown as text", lambda: "<img src=x onerror=alert(1)>.lic" in person.problem() and not browser.all("main img, main script"))
    person.see("upload-refused")
    check("row 54: nothing is installed", lambda: person.status("base") == person["none"] and not list((node.work / "data/licenses").glob("*.lic")))

    person.upload("base.lic", "vmware.lic", "recovery.lic")
    check("rows 51, 53: several files wait", lambda: len(browser.all(".pending article")) == 3)
    check("uploads are not kept for long", lambda: person["uploads expire"] in browser.one(".pending").text)
    check("a plan names what changes", lambda: person["none"] in browser.section("base.lic").text and person["valid"] in browser.section("base.lic").text)
    check("the text of a license is shown as text", lambda: SCRIPT in browser.section("base.lic").text and not browser.all("main img, main script"))
    person.see("about-pending")
    browser.press(person["discard"].format("recovery.lic"))
    check("an upload can be discarded", lambda: person["discarded"] in browser.text and len(browser.all(".pending article")) == 2)
    person.confirm("base.lic")
    check("row 56: installed, and to reload", lambda: person["installed"] in browser.one(".staged").text and person["installed"] in browser.section(person["attention"]).text)
    check("row 56: the old state is still current", lambda: person.status("base") == person["none"])
    check("the license waits for a reload", lambda: person["staged"] in browser.cells("BASE-1"))
    person.confirm("vmware.lic")
    check("every license that waits is named", lambda: all(name in browser.one(".staged h2").text for name in ("BASE-1", "VMWARE-1")))
    person.see("about-staged")
    browser.press(person["reload now"])
    check("row 55: reloaded", lambda: person["reloaded"] in browser.text and not browser.all(".staged"))
    check("row 9: valid", lambda: person.status("base") == person["valid"])
    check("row 11: activated", lambda: person.status("vmware") == person["activated"])
    check("the licenses are in effect", lambda: person["in effect"] in browser.cells("BASE-1") and person["in effect"] in browser.cells("VMWARE-1"))
    check("row 15: the menu shows the module", lambda: person.menu(person["vmware"]) == "shown")
    check("the customer is shown as text", lambda: SCRIPT in browser.one("#base").text and not browser.all("main img, main script"))

    person.add("/hosts", SCRIPT, "10.0.0.1")
    check("a host is added, and its name is text", lambda: person["added"] in browser.text and browser.cells(SCRIPT)[0] == "10.0.0.1" and not browser.all("main img, main script"))
    browser.open("/about")
    check("row 22: 5 licensed, 1 in use, 4 available", lambda: browser.cells(person["unit"], browser.section(person["use"])) == ["5", "1", "0", "1", "4", "0"])
    check("rows 21, 22: as GetLicenseInfo says", lambda: (node.info()["hostNum"], node.info()["availableHostNum"]) == (5, 4))
    check("row 8: page and REST say the same", lambda: node.call("GET", "/api/license", session=session).json["base"]["status"] == "valid")
    for number in range(2, 6):
        person.add("/hosts", f"host {number}", f"10.0.0.{number}")
    person.add("/hosts", "host 6", "10.0.0.6")
    check("the sixth host is refused with the numbers", lambda: person["limit"] in person.problem())
    check("what was typed stays", lambda: browser.one("#name").get_attribute("value") == "host 6")
    check("five hosts", lambda: node.rows() == 5)
    person.see("hosts-limit")
    person.add("/modules/vmware", "esx 1", "10.1.0.1")
    check("the allowance of the module is used first", lambda: person["added"] in browser.text)
    person.see("vmware")
    browser.open("/about")
    check("what the module covers is shown", lambda: browser.cells(person["unit"], browser.section(person["use"])) == ["5", "6", "1", "5", "0", "0"])
    check("a limit that is reached is not all well", lambda: person["limit reached"] in browser.one("#base").text and person["limit reached"] in browser.section(person["attention"]).text)
    person.see("about-valid")
    for path, name in (("/image-servers", "images"), ("/primary-storages", "storages")):
        person.add(path, "store", "nfs://10.0.0.9/a", "url")
        check(f"an object of {path} is added", lambda: person["added"] in browser.text)
        browser.press(f"{person['reconnect']}: store")
        check(f"an object of {path} is reconnected", lambda: person["reconnected"] in browser.text)
        person.see(path[1:])
    browser.open("/hosts").press(f"{person['reconnect']}: host 2")
    check("a host is reconnected", lambda: person["reconnected"] in browser.text)
    browser.press(f"{person['delete']}: host 5")
    check("the question names the host", lambda: browser.one("h1").text == person["delete object title"])
    person.see("host-delete")
    browser.press(person["cancel"])
    check("a deletion can be canceled", lambda: browser.path == "/hosts" and node.rows() == 6)
    browser.press(f"{person['delete']}: host 5").press(person["delete object"].format("host 5"))
    check("a host is deleted", lambda: person["deleted"] in browser.text and node.rows() == 5)
    browser.open("/about").press(person["history"])
    check("the history has what happened, with who did it", lambda: "BASE-1" in browser.text and "admin" in browser.text)
    person.see("history")

    # A person who may only look.
    node.rest("POST", "accounts", {"params": {"name": "alice", "password": sha512("ordinary-12")}}, session)
    person.log_in("alice", "ordinary-12")
    browser.open("/about")
    check("rows 58, 59: an ordinary account has nothing to load, reload or delete", lambda: person["ask"] in browser.text and person["uploads"] not in browser.text and not browser.all("main form"))
    person.see("about-ordinary")
    browser.open("/hosts")
    check("an ordinary account has nothing to add", lambda: not browser.all("main form"))
    browser.press(person["other"])
    other = WORDS["zh" if language == "en" else "en"]
    check("the language can be changed", lambda: browser.path == "/hosts" and other["hosts"] == browser.one("h1").text)
    browser.open("/about")
    check("the choice stays", lambda: other["ask"] in browser.text)
    messages = browser.messages()
    check(f"the browser has nothing to complain about: {messages}", lambda: not messages)
    browser.close()


def expiring(node, language):
    """Reminders: rows 32 to 38, and a smaller license."""
    node.issue("base.lic", "--hosts", "5", "--id", "BASE-1", "--issued-days-ago", "2")
    node.issue("soon.lic", "--hosts", "3", "--id", "BASE-2", "--days", "4", "--issued-days-ago", "1")
    person = Person(node, language)
    browser = person.browser
    person.log_in()
    person.install("base.lic")
    check("no reminder", lambda: not browser.all(".reminder"))
    check("nothing needs attention", lambda: person["nothing"] in browser.section(person["attention"]).text)
    person.upload("soon.lic")
    check("a smaller license warns", lambda: person["smaller"] in browser.section("soon.lic").text and person["pending title"] in browser.section("soon.lic").text)
    check("an earlier end warns", lambda: person["ends earlier"] in browser.section("soon.lic").text)
    person.see("about-warning")
    person.confirm("soon.lic")
    browser.press(person["reload"])
    browser.press(f"{person['delete']}: BASE-1")
    check("a deletion asks", lambda: browser.one("h1").text == person["delete title"].format("BASE-1"))
    person.see("license-delete")
    browser.press(person["delete yes"].format("BASE-1"))
    check("row 57: the license is deleted", lambda: person["license deleted"] in browser.text and not list((node.work / "data/licenses").glob("*BASE-1*")))
    person.log_in()
    check("rows 32, 34: the reminder comes at login", lambda: browser.path == "/hosts" and person["days"] in browser.section(person["reminder"]).text)
    check("row 38: it asks to renew", lambda: person["renew"] in browser.section(person["reminder"]).text)
    person.see("reminder")
    browser.press(person["not now"])
    check("row 35: not now closes it", lambda: browser.path == "/hosts" and not browser.all(".reminder"))
    browser.open("/image-servers")
    check("row 35: on every page", lambda: not browser.all(".reminder"))
    person.log_in()
    check("row 35: it returns at the next login", lambda: browser.all(".reminder"))
    browser.press(person["details"])
    check("row 36: the details are the license page", lambda: browser.path == "/about")
    browser.press(f"{person['delete']}: BASE-2")
    check("what follows the last base license is said", lambda: person["community next"] in browser.text)
    browser.close()


def expired(node, language):
    """What has ended, what still works and what to do: rows 10, 12, 16, 17, 19, 20, 37, 39 to 50 and 60."""
    node.issue("base.lic", "--hosts", "5", "--id", "BASE-1", "--issued-days-ago", "40", "--days", "30")
    node.issue("vmware.lic", "--plus", "vmware", "--hosts", "1", "--id", "VMWARE-1", "--issued-days-ago", "40")
    node.issue("metal.lic", "--plus", "baremetal", "--id", "METAL-1", "--issued-days-ago", "40", "--days", "30")
    node.issue("projects.lic", "--plus", "project-management", "--id", "PROJECTS-1", "--issued-days-ago", "40", "--days", "30")
    node.issue("grace.lic", "--plus", "disaster-recovery", "--id", "GRACE-1", "--issued-days-ago", "40", "--days", "39", "--grace-days", "14")
    node.issue("older.lic", "--hosts", "9", "--id", "BASE-0", "--issued-days-ago", "60")
    node.issue("projects-2.lic", "--plus", "project-management", "--id", "PROJECTS-2")
    node.issue("base-2.lic", "--hosts", "9", "--id", "BASE-2")
    person = Person(node, language)
    browser = person.browser
    person.log_in()
    for path, label in (("/hosts", "ip"), ("/image-servers", "url"), ("/primary-storages", "url")):
        person.add(path, "one", "10.0.0.1", label)
    person.install("base.lic", "vmware.lic", "metal.lic", "projects.lic", "grace.lic")
    person.log_in()
    check("row 37: after the login comes the license page", lambda: browser.path == "/about")
    check("row 37: it says what has ended", lambda: person["ended"] in browser.section(person["reminder expired"]).text and browser.has(person["hide"]))
    check("what needs attention comes first, with the days", lambda: all(person[word] in browser.section(person["attention"]).text for word in ("expired ago", "grace left")))
    check("the steps to renew are links", lambda: browser.has(person["steps"], browser.section(person["attention"])))
    check("what can only be viewed says so", lambda: person["view only"] in browser.one("#vmware").text)
    browser.resize(PHONE)
    check("a phone folds the reminders to one line", lambda: person["warnings"] in browser.one(".reminder").text and person["ended"] not in browser.one(".reminder").text)
    browser.resize(DESKTOP)
    check("row 10: the base has expired", lambda: person.status("base") == person["expired"])
    check("row 12: the module has expired", lambda: person.status("baremetal") == person["expired"])
    check("the grace period", lambda: person.status("disaster-recovery") == person["grace"])
    check("row 11: the other module is activated", lambda: person.status("vmware") == person["activated"])
    check("row 39: running workloads continue", lambda: person["runs"] in browser.one("#base").text)
    check("row 17: the menu entry is seen, and blocked", lambda: person.menu(person["baremetal"]) == "blocked")
    check("the menu shows what is activated or in its grace period", lambda: person.menu(person["vmware"]) == person.menu(person["recovery"]) == "shown")
    person.see("about-expired")
    browser.press(f"{person['baremetal']}: {person['why']}")
    check("a blocked entry leads to the reason", lambda: browser.driver.current_url.endswith("/about#baremetal"))
    browser.open("/modules/baremetal")
    check("rows 16, 17: the module cannot be entered", lambda: person["closed"] in person.problem() and person["base expired"] in person.problem() and person["module allowed"] not in browser.text)
    person.see("module-blocked")
    for path, row, kind in (("/hosts", 40, "host"), ("/image-servers", 41, "image"), ("/primary-storages", 42, "storage")):
        browser.open(path)
        check(f"what exists can be viewed: {path}", lambda: browser.cells("one"))
        browser.press(f"{person['reconnect']}: one")
        check(f"row {row}: reconnecting is refused", lambda: person["base expired"] in person.problem() and person["runs"] in person.problem())
        check(f"the refusal names what was refused: {path}", lambda: person["refused reconnect"].format(person[kind]) in person.problem())
        person.see(f"{path[1:]}-refused")
        label = "ip" if path == "/hosts" else "url"
        person.add(path, "two", "10.0.0.2", label)
        check(f"rows 43, 44: adding is refused with the reason: {path}", lambda: person["base expired"] in person.problem() and person["refused add"].format(person[kind]) in person.problem())
    check("nothing was added", lambda: (node.rows(), node.rows("imageServer"), node.rows("primaryStorage")) == (1, 1, 1))
    browser.open("/modules/vmware")
    check("row 47: the resources of the module can be viewed", lambda: browser.one("h1").text == person["vmware"] and not browser.all("[role=alert]"))
    person.add("/modules/vmware", "esx", "10.1.0.1")
    check("row 48: but not operated", lambda: person["base expired"] in person.problem() and node.rows() == 1)
    browser.open("/modules/disaster-recovery").press(person["start"])
    check("row 48: nor started", lambda: person["base expired"] in person.problem())
    browser.press(person["log out"])
    browser.press(person["project"])
    check("rows 45, 46: the project login is locked with its text", lambda: [reason.text for reason in browser.all(".problem li")] == [person["locked"]])
    check("row 45: it has no field for a password", lambda: not browser.all("main input"))
    person.see("project-locked")

    person.log_in()
    person.upload("older.lic")
    check("an older license is refused", lambda: person["older refused"] in person.problem() and not browser.all(".pending"))
    person.upload("older.lic", older=True)
    check("unless the person takes it", lambda: len(browser.all(".pending article")) == 1)
    browser.press(person["discard"].format("older.lic"))
    browser.press(f"{person['delete']}: METAL-1").press(person["delete yes"].format("METAL-1"))
    check("row 19: a deleted module is not activated", lambda: person.status("baremetal") == person["not activated"])
    check("row 20: and hidden in the menu", lambda: person.menu(person["baremetal"]) == "hidden")
    person.install("projects-2.lic")
    check("the module is renewed", lambda: person.status("project-management") == person["activated"])
    person.log_in(path="/projects/login")
    check("row 49: the project login works", lambda: browser.path == "/about")
    person.add("/hosts", "two", "10.0.0.2")
    check("row 49: operating is denied", lambda: person["base expired"] in person.problem())
    browser.press(f"{person['delete']}: one").press(person["delete object"].format("one"))
    check("a host can be deleted", lambda: node.rows() == 0)
    node.issue("metal.lic", "--plus", "baremetal", "--id", "METAL-2", "--issued-days-ago", "40", "--days", "30")
    person.install("base-2.lic", "metal.lic")
    check("row 60: the renewal is valid", lambda: person.status("base") == person["valid"])
    check("row 50: the module is still expired", lambda: person.status("baremetal") == person["expired"] and person.menu(person["baremetal"]) == "blocked")
    person.add("/hosts", "two", "10.0.0.2")
    check("row 50: everything else works", lambda: person["added"] in browser.text)
    person.add("/modules/vmware", "esx", "10.1.0.1")
    check("row 50: other modules, too", lambda: person["added"] in browser.text)
    browser.press(person["log out"])
    browser.open("/projects/login")
    check("the project login is open", lambda: browser.all("[type=password]") and browser.one("h1").text == person["project title"])
    person.see("project-login")

    # The VMware license is deleted: its hosts count against the base, and can be deleted.
    person.log_in()
    browser.open("/about").press(f"{person['delete']}: VMWARE-1").press(person["delete yes"].format("VMWARE-1"))
    browser.open("/hosts")
    check("hosts of a module that is gone are offered for deletion", lambda: "esx" in browser.section(person["orphans"]).text)
    person.see("hosts-orphans")
    browser.press(f"{person['delete']}: esx").press(person["delete object"].format("esx"))
    check("and are deleted", lambda: node.rows() == 1 and person["orphans"] not in browser.text)
    messages = browser.messages()
    check(f"the browser has nothing to complain about: {messages}", lambda: not messages)
    browser.close()


class Attacker(http.server.BaseHTTPRequestHandler):
    """Another site, whose page sends forms to the node, and shows it in a frame."""

    target = ""

    def do_GET(self):
        forms = "".join(
            f"<form method=post action='{self.target}{path}' enctype='{kind}'>{fields}<button>{path}</button></form>"
            for path, kind, fields in (
                ("/about/reload", "application/x-www-form-urlencoded", ""),
                ("/hosts", "application/x-www-form-urlencoded", "<input name=name value=evil><input name=address value=10.6.6.6><input name=sockets value=1><input name=token value=" + "0" * 64 + ">"),
                ("/logout", "application/x-www-form-urlencoded", ""),
                ("/language", "application/x-www-form-urlencoded", "<input name=to value=zh-Hans><input name=back value=//evil.example>"),
                ("/reminders/dismiss", "text/plain", "<input name=reminders value=x>"),
                ("/about/uploads", "multipart/form-data", "<input name=token value=x><input type=file name=files>"),
            )
        )
        page = f"<!DOCTYPE html><title>evil</title><body>{forms}<iframe name=frame src='{self.target}/about' width=800 height=600></iframe>"
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *_):
        pass


def attacked(node, language):
    """Forms of other sites, frames, and confirmations of other people. Scripts are allowed, so that what is planted could run."""
    node.issue("base.lic", "--hosts", "5", "--id", "BASE-1", "--licensee", SCRIPT)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Attacker)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Attacker.target = f"http://127.0.0.1:{node.port}"
    victim, other = Person(node, language, scripts=True), Person(node, language)
    browser = victim.browser
    victim.log_in()
    victim.upload("base.lic")
    # `localhost` is another site than `127.0.0.1`. Another port of `127.0.0.1` is the same site, to which browsers send cookies.
    for host in ("localhost", "127.0.0.1"):
        evil = f"http://{host}:{server.server_address[1]}/"
        for index in range(6):
            browser.open(evil)
            button = browser.all("form button")[index]
            path = button.text
            before = browser.one("html")
            button.click()
            browser.wait(before)
            check(f"a form of {host} is refused: {path}", lambda: browser.path == path and browser.all("[role=alert]"))
        browser.open(evil)
        browser.driver.switch_to.frame("frame")
        check(f"{host} cannot show the node in a frame", lambda: not browser.all("main"))
        browser.driver.switch_to.default_content()
    browser.open("/about")
    check("the session is still there", lambda: browser.path == "/about")
    check("nothing is installed, and the upload still waits", lambda: victim.status("base") == victim["none"] and len(browser.all(".pending article")) == 1)
    check("no host is added", lambda: node.rows() == 0)
    action = browser.one(".pending form").get_attribute("action")

    other.log_in()
    other.browser.open("/about")
    check("other people do not see the upload", lambda: not other.browser.all(".pending"))
    # Another administrator sends the confirmation with a token of their own.
    other.browser.driver.execute_script("const f = document.querySelector('form[action=\"/about/reload\"]'); f.setAttribute('action', arguments[0])", action)
    other.browser.press(other["reload"])
    check("other people cannot confirm it", lambda: other["gone"] in other.browser.text and not list((node.work / "data/licenses").glob("*.lic")))
    victim.confirm("base.lic")
    check("the person can", lambda: victim["installed"] in browser.text)
    browser.press(victim["reload"])
    check("no script of a license ran", lambda: SCRIPT in browser.one("#base").text and SCRIPT in browser.section(victim["stored"]).text and not browser.all("main script, main img"))

    # A session that ended elsewhere, and a page that was open before.
    browser.open("/hosts")
    other.browser.open("/hosts")
    cookies = {cookie["name"]: cookie for cookie in browser.driver.get_cookies()}
    check("the cookies are out of reach of scripts, and not sent with forms of other sites", lambda: all(cookies[name]["httpOnly"] and cookies[name]["sameSite"] == "Lax" for name in ("session", "visitor")))
    check("scripts see no cookie", lambda: browser.driver.execute_script("return document.cookie") == "")
    browser.driver.delete_cookie("session")
    browser.fill(victim["object name"], "late").fill(victim["ip"], "10.0.0.7").press(victim["add"])
    check("an old page changes nothing", lambda: node.rows() == 0 and browser.all("[role=alert]"))
    large = node.work / "large.lic"
    large.write_bytes(b"A" * (2 << 20))
    other.upload("large.lic")
    check("an upload that is too large says so", lambda: "512 KiB" in other.browser.text)
    server.shutdown()
    browser.close()
    other.browser.close()


PARTS = {"licensed": licensed, "expiring": expiring, "expired": expired, "attacked": attacked}

chosen = sys.argv[2:]
languages = [language for language in WORDS if language in chosen]
if not languages:
    # Each language has a process of its own, at the same time.
    runs = [subprocess.Popen([sys.executable, *sys.argv, language], stdout=subprocess.PIPE, text=True) for language in WORDS]
    for run in runs:
        *failures, sum_up = run.communicate()[0].splitlines()
        print("\n".join(failures))
        checks.passed += int(sum_up.split()[0])
        checks.failed += int(sum_up.split()[2])
for language in languages:
    for name in [name for name in PARTS if name in chosen] or PARTS:
        with tempfile.TemporaryDirectory() as work:
            node = Node(sys.argv[1], work)
            node.issue("key.lic", "--hosts", "1")
            node.options = ("--demo", "--trust", node.key)
            node.start()
            try:
                PARTS[name](node, language)
            except Exception as error:  # What the page did not have ends the part.
                why = repr(error)[:2000]
                check(f"{name} in {language}: {why}", lambda: False)
            check("the node ends with 0", lambda: node.stop() == 0)
checks.finish()

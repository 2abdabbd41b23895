#!/usr/bin/env python3
"""Drives a management node with the platform's client zstack-mcp-server, and with requests as other clients of the platform send them.

usage: Tests/ManagementNode/client.py PROGRAMS    with the packages of requirements.txt and zstack-mcp-server 0.1.7
"""

import asyncio
import base64
import json
import re
import signal
import sys
import tempfile

from node import PASSWORD, Checks, Node, sha512, wait_until
from zstack_mcp.zstack_client import ZStackApiError, ZStackClient

checks = Checks()
check = checks.check
DATE = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}\+08:00")
LICENSE = "org.zstack.license.API"


async def drive(node, files):
    """What zstack-mcp-server does: it logs in, and sends messages."""
    client = ZStackClient(api_url=f"http://127.0.0.1:{node.port}", account="admin", password=PASSWORD)

    async def call(name, **fields):
        return await client.execute(name, f"{LICENSE}{name}Msg", fields)

    async def error(name, **fields):
        try:
            await call(name, **fields)
        except ZStackApiError as error:
            return error
        raise AssertionError(f"{name} succeeds")

    session = await client.login()
    check("login", lambda: len(session.uuid) == 32 and DATE.fullmatch(session.expire_date))
    check("login", lambda: session.account_uuid == session.user_uuid != "")

    info = await call("GetLicenseInfo")
    check("GetLicenseInfo without a license", lambda: info["success"] is True and info["inventory"]["licenseType"] == "Community")
    nodes = await client.execute("QueryManagementNode", "org.zstack.header.managementnode.APIQueryManagementNodeMsg", {"conditions": []})
    uuid = nodes["inventories"][0]["uuid"]

    def upload(name):
        return {"managementNodeUuid": uuid, "license": base64.b64encode(files[name]).decode()}

    updated = await call("UpdateLicense", **upload("base"))
    check("UpdateLicense", lambda: updated["inventory"]["hostNum"] == 5 and updated["success"] is True)
    await call("UpdateLicense", **upload("vmware"))
    info = await call("GetLicenseInfo")
    inventory = info["inventory"]
    check("GetLicenseInfo", lambda: (inventory["availableHostNum"], inventory["hostNum"], inventory["expired"]) == (5, 5, False))
    check("GetLicenseInfo", lambda: inventory["licenseType"] == "Paid" and inventory["user"] == "customer@example.com")
    check("GetLicenseInfo", lambda: all(DATE.fullmatch(inventory[name]) for name in ("issuedDate", "expiredDate")))
    check("GetLicenseInfo", lambda: None not in inventory.values() and "cpuNum" not in inventory)
    code = (node.work / "data/licenses/lic-application-code.txt").read_text()
    check("the application code", lambda: inventory["licenseRequest"] == code and "private" not in code)
    addons = await call("GetLicenseAddOns")
    (addon,) = addons["addons"]
    check("GetLicenseAddOns", lambda: (addon["name"], addon["modules"], addon["licenseType"]) == ("vmware", ["vmware"], "AddOn"))
    capabilities = await call("GetLicenseCapabilities")
    check("GetLicenseCapabilities", lambda: capabilities["capabilities"]["addHost"] == "true")

    refused = await error("UpdateLicense", **upload("bad"))
    check("an error of UpdateLicense", lambda: refused.code == "LICENSE.1006" and "signature" in refused.details["details"])
    check("an error of UpdateLicense", lambda: set(refused.details) == {"code", "description", "details"})
    older = await error("UpdateLicense", **upload("older"))
    check("an older license", lambda: older.code == "LICENSE.1004" and str(older) and older.details["details"])
    other = await error("UpdateLicense", **upload("other-node"))
    check("a license of another node", lambda: other.code == "LICENSE.1002")
    after = await call("GetLicenseInfo")
    check("a refused license changes nothing", lambda: after == info)

    # An administrator copies a file into the folder, and reloads.
    (node.work / "data/licenses/copied.lic").write_bytes(files["baremetal"])
    addons = await call("GetLicenseAddOns")
    check("a copied file before the reload", lambda: [entry["name"] for entry in addons["addons"]] == ["vmware"])
    reloaded = await call("ReloadLicense", managementNodeUuids=[uuid])
    check("ReloadLicense", lambda: reloaded["inventory"]["hostNum"] == 5)
    addons = await call("GetLicenseAddOns")
    check("a copied file after the reload", lambda: [entry["name"] for entry in addons["addons"]] == ["baremetal", "vmware"])
    baremetal = addons["addons"][0]["uuid"]
    deleted = await call("DeleteLicense", uuid=baremetal, managementNodeUuid=uuid)
    check("DeleteLicense", lambda: deleted == {"success": True})
    addons = await call("GetLicenseAddOns")
    check("DeleteLicense", lambda: [entry["name"] for entry in addons["addons"]] == ["vmware"])
    again = await error("DeleteLicense", uuid=baremetal, managementNodeUuid=uuid)
    check("DeleteLicense twice", lambda: again.code == "SYS.1003" and baremetal in again.details["details"])
    elsewhere = await error("ReloadLicense", managementNodeUuids=["0" * 32])
    check("ReloadLicense of another node", lambda: elsewhere.code == "SYS.1003")
    unknown = await error("GetLicenseRecords")
    check("an unknown message", lambda: unknown.code == "SYS.1007")

    stale = ZStackClient(api_url=client.api_url, session_id="0" * 32)
    try:
        await stale.execute("ReloadLicense", f"{LICENSE}ReloadLicenseMsg", {})
        check("a session that does not exist", lambda: False)
    except ZStackApiError as invalid:
        check("a session that does not exist", lambda problem=invalid: problem.code == "ID.1001")
    await stale.close()
    # The client logs in again by itself when its session has ended.
    ended = session.uuid
    node.rest("DELETE", f"accounts/sessions/{ended}", session=ended)
    check("a session that was ended", lambda: node.rest("GET", "hosts", session=ended).code == "ID.1001")
    await call("ReloadLicense")
    check("the client logs in again", lambda: client.session.uuid != ended)
    last = client.session.uuid
    await client.logout()
    check("logout", lambda: node.rest("GET", "hosts", session=last).code == "ID.1001")
    guess = ZStackClient(api_url=client.api_url, account="admin", password="wrong")
    try:
        await guess.login()
        check("a wrong password", lambda: False)
    except ZStackApiError as wrong:
        check("a wrong password", lambda problem=wrong: problem.code == "ID.1000")
    await guess.close()


def facts(node, files):
    """What other clients of the platform rely on."""
    session = node.log_in()
    info = node.rest("GET", "licenses")
    check("info without login", lambda: info.status == 200 and set(info.json) == {"inventory"})
    check("absent members are omitted", lambda: None not in info.json["inventory"].values())
    check("the UUID has 32 digits", lambda: re.fullmatch("[0-9a-f]{32}", info.json["inventory"]["uuid"]))
    check("add-ons without login", lambda: set(node.rest("GET", "licenses/addons").json) == {"addons"})

    java = {"X-JSON-Schema": "true", "X-Job-UUID": "0" * 32}
    typed = node.rest("GET", "licenses", headers=java).json
    check("the schema of the info", lambda: typed["schema"] == {"inventory": "org.zstack.license.LicenseInventory"})
    typed = node.rest("GET", "licenses/addons", headers=java).json
    check("the schema of the add-ons", lambda: typed["schema"] == {"addons[0]": "org.zstack.license.LicenseAddOnInventory"})

    missing = node.rest("PUT", "licenses/actions", {"reloadLicense": {}})
    check("a missing header", lambda: missing.status == 400 and missing.headers["Content-Type"].startswith("text/plain"))
    check("a missing header", lambda: b"Authorization" in missing.body and not missing.body.startswith(b"{"))
    invalid = node.rest("PUT", "licenses/actions", {"reloadLicense": {}}, session="0" * 32)
    check("an invalid session", lambda: invalid.status == 503 and invalid.code == "ID.1001")
    for value in (session, f"Bearer {session}", f"OAuth{session}", "OAuth"):
        wrong = node.rest("GET", "hosts", headers={"Authorization": value})
        check("a header of another form", lambda: wrong.status == 400 and wrong.headers["Content-Type"].startswith("text/plain"))

    reload = node.rest("PUT", "licenses/actions", {"reloadLicense": {}}, session)
    check("reload", lambda: reload.status == 200 and reload.json["inventory"] == info.json["inventory"])
    uuid = node.uuid(session)
    text = base64.b64encode(files["vmware"]).decode().replace("=", r"\u003d")
    escaped = node.rest("PUT", f"licenses/mn/{uuid}/actions", f'{{"updateLicense":{{"license":"{text}"}}}}', session)
    check("an upload as Java escapes it", lambda: escaped.status == 200 and escaped.json["inventory"]["hostNum"] == 5)
    bad = node.update(session, files["bad"])
    check("an error is 503 with exactly three members", lambda: bad.status == 503 and bad.code == "LICENSE.1006")
    chinese = node.update(session, files["bad"], headers={"Accept-Language": "zh-CN,zh;q=0.9,en;q=0.8"})
    check("an error in Chinese", lambda: re.search("签名", chinese.json["error"]["details"]))
    addon = node.rest("GET", "licenses/addons").json["addons"][0]["uuid"]
    deleted = node.rest("DELETE", f"licenses/mn/{uuid}/actions?uuid={addon}", session=session)
    check("a deletion answers an empty object", lambda: deleted.status == 200 and deleted.body == b"{}")

    message = {f"{LICENSE}GetLicenseInfoMsg": {}}
    for path in "/zstack/api/", "/zstack/api":
        answer = node.call("POST", path, message)
        check("the command line needs no login for the info", lambda: answer.status == 200 and set(answer.json) == {"state", "result"})
        reply = json.loads(answer.json["result"])[f"{LICENSE}GetLicenseInfoReply"]
        check("the result is a text of JSON", lambda: reply["success"] is True)
        check("both protocols give the same answer", lambda: reply["inventory"] == node.rest("GET", "licenses").json["inventory"])
    failed = node.call("POST", "/zstack/api/", {f"{LICENSE}ReloadLicenseMsg": {}})
    reply = json.loads(failed.json["result"])[f"{LICENSE}ReloadLicenseReply"]
    check("a failure of the command line", lambda: failed.status == 200 and failed.json["state"] == "Done" and reply["success"] is False)
    check("a failure of the command line", lambda: set(reply["error"]) == {"code", "description", "details"})
    login = node.call("POST", "/zstack/api/", {
        "org.zstack.header.identity.APILogInByAccountMsg": {"accountName": "admin", "password": sha512(PASSWORD)}
    })
    check("a login of the command line", lambda: len(
        json.loads(login.json["result"])["org.zstack.header.identity.APILogInReply"]["inventory"]["uuid"]
    ) == 32)
    check("every answer says that it is a demo", lambda: all(
        node.call("GET", path).headers["X-Demo"] == "true" for path in ("/zstack/v1/licenses", "/zstack/v1/hosts", "/x", "/metrics")
    ))


def expiry(node, files):
    """What an expired license denies, and how a renewal ends that."""
    session = node.log_in()
    node.add_host(session, 1)
    check("a host less is available", lambda: node.info()["availableHostNum"] == 4)
    uuid, base = node.uuid(session), node.info()["uuid"]
    node.rest("DELETE", f"licenses/mn/{uuid}/actions?uuid={base}", session=session)
    expired = node.update(session, files["expired"])
    check("the info of an expired license", lambda: expired.json["inventory"]["expired"] is True)
    check("the info of an expired license", lambda: expired.json["inventory"]["availableHostNum"] == 0)
    denied = node.add_host(session, 2)
    check("an expired base license denies adding a host", lambda: denied.status == 503 and denied.code == "LICENSE.1000")
    (host,) = node.rest("GET", "hosts", session=session).json["inventories"]
    reconnect = node.rest("PUT", f"hosts/{host['uuid']}/actions", {"reconnectHost": {}}, session)
    check("an expired base license denies reconnecting a host", lambda: reconnect.code == "LICENSE.1000")
    check("no license state makes the node unhealthy", lambda: node.call("GET", "/health/ready").status == 200)
    renewed = node.update(session, files["base"])
    check("a renewal makes the license valid again", lambda: renewed.json["inventory"]["expired"] is False)
    check("a renewal makes the license valid again", lambda: node.add_host(session, 3).status == 200)
    for host in node.rest("GET", "hosts", session=session).json["inventories"]:
        check("a host is deleted", lambda: node.rest("DELETE", f"hosts/{host['uuid']}", session=session).body == b"{}")


def operations(node, files):
    """What an operator does beside the API: signals, the log, restarts."""
    session = node.log_in()
    (node.work / "data/licenses/copied.lic").write_bytes(files["baremetal"])
    node.process.send_signal(signal.SIGHUP)
    check("SIGHUP reloads", lambda: wait_until(lambda: node.rest("GET", "licenses/addons").json["addons"]))
    (node.work / "data/licenses/copied.lic").write_bytes(b"damaged")
    failed = node.rest("PUT", "licenses/actions", {"reloadLicense": {}}, session)
    check("a reload with a damaged file keeps what is active", lambda: failed.status == 200)
    check("a reload with a damaged file keeps what is active", lambda: node.rest("GET", "licenses/addons").json["addons"])
    metrics = node.call("GET", "/metrics").body.decode()
    check("a failed reload is counted", lambda: re.search(r"^license_reload_failures_total [1-9]", metrics, re.M))
    check("the days are measured", lambda: re.search(r'^license_days_covered\{slot="base"\} 365$', metrics, re.M))
    check("the limit is measured", lambda: re.search(r'^license_limit\{unit="hosts"\} 5$', metrics, re.M))
    check("the node ends with 0", lambda: node.stop() == 0)
    log = node.log.read_text()
    check("the log has the state at start", lambda: "License of base: none" in log)
    check("the log has each change", lambda: "status of base: none -> valid" in log)
    check("the log has the finding", lambda: "License finding: " in log and "copied.lic" in log)
    check("the log says that it is a demo", lambda: all("demo=true" in line for line in log.splitlines() if "management-node" in line))
    check("the log has no password and no token", lambda: PASSWORD not in log and "eyJ" not in log and session not in log)

    # Without --demo, the node takes no license of the test environment, and says nothing about a demo.
    demo, node.options = node.options, ("--trust", node.key)
    node.start()
    check("without --demo", lambda: node.info()["licenseType"] == "Community")
    check("without --demo", lambda: "X-Demo" not in node.rest("GET", "licenses").headers)
    check("the session survives a restart", lambda: node.rest("GET", "hosts", session=session).status == 200)
    check("without --demo", lambda: node.update(session, files["base"]).code == "LICENSE.1006")
    check("the node ends with 0", lambda: node.stop(signal.SIGINT) == 0)
    node.options = demo
    node.start()
    check("the license is still there", lambda: node.info()["hostNum"] == 5)
    node.stop()


with tempfile.TemporaryDirectory() as work:
    node = Node(sys.argv[1], work)
    files = {
        "expired": node.issue("expired.lic", "--hosts", "5", "--issued-days-ago", "20", "--days", "10"),
        "older": node.issue("older.lic", "--hosts", "5", "--issued-days-ago", "3"),
        "base": node.issue("base.lic", "--hosts", "5"),
        "vmware": node.issue("vmware.lic", "--plus", "vmware", "--hosts", "2"),
        "baremetal": node.issue("baremetal.lic", "--plus", "baremetal", "--days", "10"),
    }
    # One character of the signature is another one: the last whole line before the end is of the signature.
    lines = files["base"].splitlines()
    signature = lines.index(b"-----END LICENSE-----") - 2
    lines[signature] = (b"B" if lines[signature][:1] == b"A" else b"A") + lines[signature][1:]
    files["bad"] = b"\n".join(lines)
    # A second node, only for its application code.
    other = Node(sys.argv[1], tempfile.mkdtemp(dir=work))
    other.start().stop()
    files["other-node"] = node.issue(
        "other.lic", "--hosts", "9", "--request", other.work / "data/licenses/lic-application-code.txt"
    )
    node.options = ("--demo", "--trust", node.key)
    node.start()
    asyncio.run(drive(node, files))
    facts(node, files)
    expiry(node, files)
    operations(node, files)

checks.finish()

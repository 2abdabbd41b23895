#!/usr/bin/env python3
"""Clients that add the last host at the same time, and a node that is killed while they do.

usage: Tests/ManagementNode/hosts.py PROGRAMS [ROUNDS [KILLS]]    by default 20 rounds and 5 kills

PROGRAMS is the folder of the programs management-node and demo-vendor.
"""

import random
import signal
import sys
import tempfile
import threading
import time

from node import Checks, Node, at_once

ROUNDS, KILLS = (int(number) for number in (sys.argv[2:] + ["20", "5"][len(sys.argv) - 2 :]))
LIMIT, CLIENTS = 5, 8
checks = Checks()
check = checks.check
random.seed(18)

with tempfile.TemporaryDirectory() as work:
    node = Node(sys.argv[1], work)
    license = node.issue("base.lic", "--hosts", str(LIMIT))
    node.options = ("--demo", "--trust", node.key)
    node.start()
    session = node.log_in()
    check("the license", lambda: node.update(session, license).status == 200)
    number = 0

    def hosts():
        return [host["uuid"] for host in node.rest("GET", "hosts", session=session).json["inventories"]]

    def delete_until(count):
        for uuid in hosts()[count:]:
            assert node.rest("DELETE", f"hosts/{uuid}", session=session).body == b"{}"

    def adders(count):
        global number
        number += count
        return [lambda host=host: node.add_host(session, host) for host in range(number - count, number)]

    assert all(answer.status == 200 for answer in at_once(adders(LIMIT - 1)))
    for _ in range(ROUNDS):
        delete_until(LIMIT - 1)
        answers = at_once(adders(CLIENTS))
        check("exactly one client adds the last host", lambda: sorted(answer.status for answer in answers) == [200] + [503] * 7)
        check("the others learn why", lambda: {answer.code for answer in answers if answer.status == 503} == {"LICENSE.1001"})
        check("table and count agree", lambda: node.rows() == LIMIT and node.info()["availableHostNum"] == 0)

    for _ in range(KILLS):
        delete_until(random.randrange(LIMIT))
        before = node.rows()
        killer = threading.Thread(target=lambda: (time.sleep(random.uniform(0, 0.03)), node.process.send_signal(signal.SIGKILL)))
        killer.start()
        answers = at_once(adders(CLIENTS))
        killer.join()
        node.process.wait()
        node.process.stdout.close()
        rows = node.rows()
        added = sum(answer is not None and answer.status == 200 for answer in answers)
        check("a host whose addition was answered is there", lambda: rows >= before + added)
        check("no crash exceeds the limit", lambda: rows <= LIMIT)
        node.start()
        check("table and count agree after a restart", lambda: node.info()["availableHostNum"] == LIMIT - rows)
        check("the session and the license are still there", lambda: len(hosts()) == rows)
    check("the node ends with 0", lambda: node.stop() == 0)

checks.finish()

#!/usr/bin/env python3
"""Puts mixed load on a management node, with a reload a second, and watches its memory.

usage: Tests/ManagementNode/load.py PROGRAMS [SECONDS]    by default 600 seconds

No request may fail that should not, and the memory of the second half may not grow.
"""

import random
import statistics
import sys
import tempfile
import threading
import time

from node import Checks, Node, sha512

SECONDS = int((sys.argv[2:] + ["600"])[0])
LIMIT = 50
checks = Checks()
counts, unexpected, samples = {}, [], []
lock = threading.Lock()


def count(kind, answer, *expected):
    with lock:
        counts[kind] = counts.get(kind, 0) + 1
        if answer.status not in expected:
            unexpected.append((kind, answer.status, answer.body[:200]))


def resident(process):
    """The memory of a process in KiB."""
    with open(f"/proc/{process.pid}/status") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))


def clients(node, session, ordinary, license, seed):
    """One client after another, each with a random request."""
    source = random.Random(seed)
    while time.monotonic() < end:
        kind = source.randrange(10)
        if kind == 0:
            count("info", node.rest("GET", "licenses"), 200)
        elif kind == 1:
            count("add-ons", node.rest("GET", "licenses/addons"), 200)
        elif kind == 2:
            count("hosts", node.rest("GET", "hosts", session=ordinary), 200)
        elif kind == 3:
            number = source.randrange(1_000)
            answer = node.add_host(session, number)
            # 503: the limit is reached, or the address is in use.
            count("add", answer, 200, 503)
            if answer.status == 503 and answer.code not in ("LICENSE.1001", "SYS.1007"):
                unexpected.append(("add", answer.code))
        elif kind == 4:
            hosts = node.rest("GET", "hosts", session=session).json["inventories"]
            if hosts:
                # 503: another client deleted it first.
                uuid = source.choice(hosts)["uuid"]
                count("delete", node.rest("DELETE", f"hosts/{uuid}", session=session), 200, 503)
        elif kind == 5:
            count("gated and licensed", node.call("POST", "/api/modules/vmware", session=session), 200)
        elif kind == 6:
            count("gated and not licensed", node.call("POST", "/api/modules/baremetal", session=session), 402)
        elif kind == 7:
            count("upload of what is installed", node.call("POST", "/api/license", license, session), 200)
        elif kind == 8:
            count("bad upload", node.call("POST", "/api/license", license[:-source.randrange(30, 300)], session), 422)
        else:
            count("metrics", node.call("GET", "/metrics"), 200)


def reload(node, session):
    while time.monotonic() < end:
        count("reload", node.rest("PUT", "licenses/actions", {"reloadLicense": {}}, session), 200)
        samples.append(resident(node.process))
        time.sleep(1)


with tempfile.TemporaryDirectory() as work:
    node = Node(sys.argv[1], work)
    license = node.issue("base.lic", "--hosts", str(LIMIT))
    vmware = node.issue("vmware.lic", "--plus", "vmware")
    node.options = ("--demo", "--trust", node.key)
    node.start()
    session = node.log_in()
    for file in license, vmware:
        assert node.update(session, file).status == 200
    body = {"params": {"name": "alice", "password": sha512("ordinary-1")}}
    assert node.rest("POST", "accounts", body, session).status == 200
    ordinary = node.log_in("alice", "ordinary-1")
    end = time.monotonic() + SECONDS
    threads = [threading.Thread(target=clients, args=(node, session, ordinary, license, seed)) for seed in range(4)]
    threads.append(threading.Thread(target=reload, args=(node, session)))
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    checks.check("no request fails that should not", lambda: not unexpected)
    checks.check("the limit holds", lambda: node.rows() <= LIMIT)
    checks.check("table and count agree", lambda: node.info()["availableHostNum"] == LIMIT - node.rows())
    quarter = len(samples) // 4
    quarters = [round(statistics.median(samples[index * quarter : (index + 1) * quarter]) / 1024, 1) for index in range(4)]
    checks.check("memory is flat", lambda: quarters[3] <= 1.05 * quarters[1])
    checks.check("the node ends with 0", lambda: node.stop() == 0)
    print(f"{sum(counts.values())} requests in {SECONDS} s: {counts}")
    print(f"memory by quarter: {quarters} MiB", *unexpected[:5], sep="\n")

checks.finish()

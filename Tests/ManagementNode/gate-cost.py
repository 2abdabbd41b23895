#!/usr/bin/env python3
"""Counts the instructions of a request on a gated route, and of one on the same route without a check.

usage: Tests/ManagementNode/gate-cost.py

It builds a static release program, runs it under valgrind's callgrind, and sends requests on one connection. The instructions of a
request are those of 4,000 requests less those of 1,000, by 3,000. The gated route may need at most 1 % more.
"""

import http.client
import pathlib
import re
import signal
import statistics
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
FEW, MANY, ROUNDS = 1_000, 4_000, 5


def instructions(program, mode, requests):
    """The instructions of a run with a number of requests."""
    with tempfile.TemporaryDirectory() as work:
        process = subprocess.Popen(
            ["valgrind", "--tool=callgrind", f"--callgrind-out-file={work}/out", program, mode],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, env={"NIO_SINGLETON_GROUP_LOOP_COUNT": "1"},
        )
        port = int(process.stdout.readline().split()[1])
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for _ in range(requests):
            connection.request("GET", "/start")
            answer = connection.getresponse()
            assert (answer.status, answer.read()) == (200, b"started")
        connection.close()
        process.send_signal(signal.SIGTERM)
        _, error = process.communicate(timeout=60)
        return int(re.search(rb"Collected : (\d+)", error)[1])


subprocess.run(
    ["swift", "build", "-c", "release", "--static-swift-stdlib", "--disable-sandbox", "--package-path", HERE / "GateCost"], check=True
)
program = HERE / "GateCost/.build/release/gate-cost-stripped"
# valgrind cannot read the debug information of Swift.
subprocess.run(["strip", "--strip-debug", "-o", program, program.with_name("gate-cost")], check=True)
costs = {}
for _ in range(ROUNDS):
    for mode in ("ungated", "gated"):
        cost = (instructions(program, mode, MANY) - instructions(program, mode, FEW)) / (MANY - FEW)
        costs.setdefault(mode, []).append(cost)
        print(f"{mode:8} {cost:9.0f} instructions a request")
# Pairs that ran one after another, because the threads of the server differ from run to run.
added = statistics.median(gated - ungated for gated, ungated in zip(costs["gated"], costs["ungated"], strict=True))
share = added / statistics.median(costs["ungated"])
print(f"the check and its middleware add {added:.0f} instructions, {100 * share:.2f} % of at most 1 %")
sys.exit(share > 0.01)

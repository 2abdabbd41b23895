#!/usr/bin/env python3
"""Counts the instructions of a request on a gated route, and of one on the same route without a check.

usage: Tests/ManagementNode/gate-cost.py

It builds a static release program and runs it under valgrind's callgrind. The instructions of a request are those of 4,000 requests
less those of 1,000, by 3,000.

How many a request needs over HTTP varies by more than what a check adds, because the threads of the server wait for each other. So the
check is counted in the same router without a network, where runs differ by a few instructions. The gated route may need at most 1 % of
a request over HTTP more. For comparison, the script also prints what the gated route needs over HTTP.
"""

import http.client
import pathlib
import re
import signal
import statistics
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
FEW, MANY, ROUNDS = 1_000, 4_000, 5


def start(program, *arguments):
    """Starts the program under callgrind."""
    environment = {"NIO_SINGLETON_GROUP_LOOP_COUNT": "1", "SWIFT_DETERMINISTIC_HASHING": "1"}
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", program, *arguments]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment)


def collected(process):
    """The instructions of a program that ends."""
    _, error = process.communicate(timeout=120)
    return int(re.search(rb"Collected : (\d+)", error)[1])


def local(program, mode, requests):
    """The instructions of a run that answers requests without a network."""
    return collected(start(program, mode, str(requests)))


def remote(program, mode, requests):
    """The instructions of a run that answers requests on one connection."""
    process = start(program, mode)
    try:
        port = int(process.stdout.readline().split()[1])
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
        for _ in range(requests):
            connection.request("GET", "/start")
            answer = connection.getresponse()
            assert (answer.status, answer.read()) == (200, b"started")
        connection.close()
    finally:
        process.send_signal(signal.SIGTERM)
    return collected(process)


def cost(run, program, mode):
    """The instructions of a request."""
    return (run(program, mode, MANY) - run(program, mode, FEW)) / (MANY - FEW)


subprocess.run(
    ["swift", "build", "-c", "release", "--static-swift-stdlib", "--disable-sandbox", "--package-path", HERE / "GateCost"], check=True
)
program = HERE / "GateCost/.build/release/gate-cost-stripped"
# valgrind cannot read the debug information of Swift.
subprocess.run(["strip", "--strip-debug", "-o", program, program.with_name("gate-cost")], check=True)
added = [cost(local, program, "gated") - cost(local, program, "ungated") for _ in range(ROUNDS)]
print(f"a gated route adds {', '.join(f'{count:.0f}' for count in added)} instructions")
over_http = {mode: [cost(remote, program, mode) for _ in range(ROUNDS)] for mode in ("ungated", "gated")}
for mode, counts in over_http.items():
    print(f"{mode:8} over HTTP: {', '.join(f'{count:.0f}' for count in counts)} instructions a request")
share = statistics.median(added) / statistics.median(over_http["ungated"])
print(f"{statistics.median(added):.0f} more instructions are {100 * share:.2f} % of a request, of at most 1 %")
sys.exit(share > 0.01)

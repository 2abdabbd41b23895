#!/usr/bin/env python3
"""Measures every figure of Documentation/Performance.md in one run, and prints the page's table.

usage: Tests/Benchmarks/performance.py [--update]    --update: writes the table into the page

Run it on a machine that does nothing else. It runs the benchmarks, and then .ci/run in a clean clone of what is committed,
which takes about 45 minutes. A ratio is the median of at least 31 rounds in which both sides alternate. It fails if a figure misses its bar.
"""

import os
import pathlib
import platform
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = ROOT / "Documentation/Performance.md"
HEADING = "## The figures"
BENCHMARKS = "swift package --package-path Tests/Benchmarks --disable-sandbox benchmark --no-progress"
# Of times, and of large numbers.
UNITS = {"ns": 1e-9, "μs": 1e-6, "us": 1e-6, "ms": 1e-3, "s": 1.0, "K": 1e3, "M": 1e6}


def output(command):
    """The output of a command, which must succeed. It is also printed, to see where the command is."""
    print(f"$ {command}", file=sys.stderr, flush=True)
    process = subprocess.Popen(["bash", "-c", command], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    lines = []
    for line in process.stdout:
        lines.append(line)
        print(f"  {line}", end="", file=sys.stderr, flush=True)
    if process.wait():
        sys.exit(f"{command} fails")
    return "".join(lines)


def number(pattern, text):
    """The number that a pattern finds in a command's output."""
    found = re.search(pattern, text)
    if not found:
        sys.exit(f"no '{pattern}' in the output:\n{text[-3000:]}")
    return float(found.group(1).replace(",", ""))


def medians(text):
    """The median of each benchmark, by its name. Times are in seconds."""
    values, name, column = {}, "", 0
    for line in text.splitlines():
        cells = [cell.strip() for cell in re.split("[│|]", line)[1:-1]]
        if len(cells) < 5:
            name = line.strip() if line.strip() and not re.match("^[╒╞├╘═─-]", line.strip()) else name
        elif "p50" in cells:
            column = cells.index("p50")
        elif cells[column] and cells[column].replace(".", "").isdigit():
            unit = re.search(r"\((\w+)\)", cells[0])
            values.setdefault(name, float(cells[column]) * (UNITS.get(unit.group(1), 1) if unit else 1))
    return values


class Table:
    """The rows of the page."""

    def __init__(self):
        self.rows, self.misses = [], []

    def add(self, what, bar, shown, holds, command):
        self.rows.append(f"| {what} | {bar} | {shown}{'' if holds else ', missed'} | `{command}` |")
        print(f"{'ok    ' if holds else 'MISSED'} {what}: {shown} ({bar})", file=sys.stderr, flush=True)
        if not holds:
            self.misses.append(what)

    def at_most(self, what, value, most, unit, command, digits=2):
        self.add(what, f"≤ {most:g} {unit}".strip(), f"{value:.{digits}f} {unit}".strip(), value <= most, command)

    def at_least(self, what, value, least, unit, command):
        self.add(what, f"≥ {least:g} {unit}".strip(), f"{value:.2f} {unit}".strip(), value >= least, command)


def verification(table, values):
    for algorithm, most in [("Ed25519", 1.10), ("ES256", 1.25), ("PS256", 1.25)]:
        only = f"{BENCHMARKS} --filter 'verify {algorithm} .*'"
        table.at_most(f"verify a license signed with {algorithm}, against the bare calls of libcrypto",
                      values[f"verify {algorithm} ÷ bare libcrypto"] / 1000, most, "×", only)
        if algorithm != "Ed25519":
            table.at_most("the same license, against jwt-kit 5", values[f"verify {algorithm} ÷ jwt-kit 5"] / 1000, 1, "×", only)


def gate(table, values, counts):
    only = f"{BENCHMARKS} --filter 'gate check.*'"
    table.at_most("a check of the gate, against reading a coarse clock and an atomic value",
                  values["gate check ÷ coarse clock and atomic load"] / 1000, 2, "×", only)
    table.at_most("allocations of a check", number(r"check: (\d+) allocations", counts), 0, "", "Tests/Benchmarks/counts.sh", digits=0)
    table.at_least("how a check scales from one thread to two, against the same pair",
                   values["gate check: scaling on two threads ÷ scaling of clock and load"] / 1000, 0.9, "×", only)


def evaluation(table, values, growth):
    only = f"{BENCHMARKS} --filter 'evaluate.*'"
    table.at_most("evaluate a base license and four modules", values["evaluate 1 base and 4 modules"] / 1000, 3, "µs", only)
    table.at_most("evaluate 10,000 licenses, each", values["evaluate 10000 licenses, each"], 300, "ns", only, digits=0)
    # The second column is that of 1,000 licenses.
    cells = [re.findall(r"([\d.]+) ms \((\d+)\)", line)[1] for line in growth.splitlines() if re.match("(timeline|preview), ", line)]
    time, changes = max(((float(time), int(changes)) for time, changes in cells), key=lambda cell: cell[0] - cell[1] / 1000)
    table.add("timeline or preview of 1,000 licenses, the slowest kind", "≤ 50 ms, and 1 µs for each change reported",
              f"{time:.1f} ms with {changes:,} changes", time <= 50 + changes / 1000, "Tests/Benchmarks/growth.sh")


def reading(table, values):
    only = f"{BENCHMARKS} --filter '.*strict JSON.*'"
    ratio = next(name for name in values if name.startswith("JSONDecoder ÷ strict JSON"))
    table.at_least("strict JSON of 600 bytes, against JSONDecoder", values[ratio] / 1000, 10, "× as fast", only)
    slowest = max(value for name, value in values.items() if name.startswith("strict JSON, 64 KiB"))
    table.at_most("64 KiB of JSON, the slowest kind", slowest * 1000, 5, "ms", only)


def clean_run():
    """What .ci/run prints in a clean clone, and how many minutes it takes."""
    with tempfile.TemporaryDirectory() as folder:
        output(f"git clone --quiet . {folder}/project")
        # Cases of other people, which a clone finds beside it.
        if (ROOT.parent / "shared").exists():
            pathlib.Path(folder, "shared").symlink_to(ROOT.parent / "shared")
        start = time.monotonic()
        log = output(f"cd {folder}/project && .ci/run")
        return log, (time.monotonic() - start) / 60


def project(table, log, minutes):
    overhead = number(r"opening is ([\d.]+) x bare", log)
    faults = ".ci/steps/store-faults"
    table.at_most("open a folder of 1,000 licenses, against the bare verifications", overhead, 1.3, "×", faults)
    table.at_least("the same with two processors, against one", number(r"two processors ([\d.]+) x one", log), 1.8, "× as fast", faults)
    weight = number(r"added to a program[^:]*: (\d+) of", log)
    table.at_most("what the three core modules add to a static, stripped program", weight / 1e6, 1.5, "MB", "Tests/Benchmarks/weight.sh", digits=3)
    build = number(r"(\d+) s of 60 s", log)
    table.at_most("a clean debug build of the root package", build, 60, "s", ".ci/steps/strict-build", digits=0)
    tests = number(r" tests: Test run with .* passed after ([\d.]+) seconds", log)
    table.at_most("all unit tests, debug", tests, 60, "s", "swift test", digits=0)
    table.at_most("everything that CI runs, cold", minutes, 60, "min", ".ci/run", digits=0)


def machine():
    """What the figures were measured on."""
    model = re.search(r"model name\s*: (.*)", pathlib.Path("/proc/cpuinfo").read_text())
    swift = re.search(r"Swift version (\S+)", output("swift --version 2>&1"))
    openssl = output("openssl version").split()[1]
    return f"{os.cpu_count()} processors ({model.group(1).strip() if model else platform.machine()}), Swift {swift.group(1)}, OpenSSL {openssl}"


def main():
    table = Table()
    values = medians(output(BENCHMARKS))
    verification(table, values)
    gate(table, values, output("Tests/Benchmarks/counts.sh"))
    evaluation(table, values, output("Tests/Benchmarks/growth.sh"))
    reading(table, values)
    project(table, *clean_run())
    text = "\n".join([f"Measured on {machine()}:", "", "| what | bar | measured | command |", "| --- | --- | --- | --- |", *table.rows])
    print(text)
    if "--update" in sys.argv:
        page = PAGE.read_text()
        start, end = page.index(HEADING) + len(HEADING), page.index("\n## ", page.index(HEADING) + 1)
        PAGE.write_text(f"{page[:start]}\n\n{text}\n{page[end:]}")
    sys.exit(f"missed: {', '.join(table.misses)}" if table.misses else 0)


if __name__ == "__main__":
    main()

"""Runs licensectl for tests that know nothing of Swift, and counts what they check."""

import json
import os
import re
import subprocess
import sys


class Answer:
    """What licensectl did: its exit status, the lines of JSON that it printed, and what it told people."""

    def __init__(self, program, command, folder, text=None, environment=None, user=None):
        result = subprocess.run(
            [program, *map(str, command)],
            cwd=folder,
            input=text,
            capture_output=True,
            timeout=20,
            env=os.environ | (environment or {}),
            user=user,
        )
        self.status = result.returncode
        self.output = result.stdout
        self.error = result.stderr.decode()

    @property
    def lines(self):
        return [json.loads(line) for line in self.output.splitlines()]

    @property
    def line(self):
        (line,) = self.lines
        return line


class Shell:
    """A running `licensectl shell`, which answers each line with a line. It ends by itself after a minute."""

    def __init__(self, program, options, folder):
        self.process = subprocess.Popen(
            ["timeout", "60", program, "shell", *map(str, options)], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def ask(self, line):
        """Gives the shell a line, and returns the text of its answer."""
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().decode().rstrip("\n")

    def __call__(self, line):
        return json.loads(self.ask(line))

    def end(self):
        """Ends the input, and returns the exit status. Nothing more is printed."""
        rest, _ = self.process.communicate()
        assert rest == b"", rest
        return self.process.returncode


class Checks:
    """Counts checks, and prints those that fail."""

    def __init__(self):
        self.passed = 0
        self.failed = 0

    def check(self, row, condition):
        """Counts a check. The condition is a function, so that an error in it is a failure as well."""
        try:
            passes, why = bool(condition()), ""
        except Exception as error:  # An answer without the member that the check reads.
            passes, why = False, f": {error!r}"
        if passes:
            self.passed += 1
        else:
            self.failed += 1
            print(f"failed: {row} (line {condition.__code__.co_firstlineno}){why}")

    def finish(self):
        print(f"{self.passed} passed, {self.failed} failed")
        sys.exit(1 if self.failed else 0)


def says(message, *patterns):
    """Whether a message in both languages has each of the patterns, which are names, numbers or codes, in both."""
    return all(re.search(pattern, message[language]) for pattern in patterns for language in ("en", "zh-Hans"))

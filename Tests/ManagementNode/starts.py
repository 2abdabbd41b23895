#!/usr/bin/env python3
"""Starts a management node in unusual ways: without a standard output, twice in one folder, and with signals while it starts.

usage: Tests/ManagementNode/starts.py PROGRAMS
"""

import os
import pathlib
import signal
import subprocess
import sys
import tempfile

from node import Checks, Node, wait_until

PROGRAM = pathlib.Path(sys.argv[1]).resolve() / "management-node"
checks = Checks()
check = checks.check


def refused(work, *options, **streams):
    """Starts a node that must not start, and returns its status and what it says."""
    command = [PROGRAM, "--port", "0", "--data", pathlib.Path(work) / "data", *options]
    done = subprocess.run(command, stderr=subprocess.PIPE, stdin=subprocess.DEVNULL, cwd=work, timeout=30, check=False, **streams)
    return done.returncode, done.stderr.decode()


def outputs():
    """The first password cannot be printed: no account is created, and the next start prints one."""
    with tempfile.TemporaryDirectory() as work:
        reader, writer = os.pipe()
        os.close(reader)
        with open("/dev/full", "wb") as full:
            for streams in ({"stdout": full}, {"stdout": writer}, {"preexec_fn": lambda: os.close(1)}):
                status, text = refused(work, **streams)
                check("a password that cannot be printed", lambda: status == 1 and "--admin-password-file FILE" in text)
        os.close(writer)
        process = subprocess.Popen([PROGRAM, "--port", "0", "--data", pathlib.Path(work) / "data"], stdout=subprocess.PIPE, cwd=work)
        first = process.stdout.readline()
        check("the next start prints the password", lambda: first.startswith(b"The password of the account admin is "))
        process.stdout.readline()
        process.terminate()
        check("the node ends with 0", lambda: process.wait(timeout=30) == 0)
        process.stdout.close()


def second_nodes():
    """A folder in use is refused, and of three first starts at the same time one wins."""
    with tempfile.TemporaryDirectory() as work:
        node = Node(sys.argv[1], work).start()
        status, text = refused(work)
        check("a second node", lambda: status == 1 and "Another management node uses the data folder" in text)
        check("a second node changes nothing", lambda: node.info()["licenseType"] == "Community")
        check("the node ends with 0", lambda: node.stop() == 0)
        node.start()
        check("the password file is ignored later", lambda: "The password file is ignored" in node.log.read_text())
        node.stop(signal.SIGKILL)
        node.start().stop()
    with tempfile.TemporaryDirectory() as work:
        command = [PROGRAM, "--port", "0", "--data", pathlib.Path(work) / "data"]
        nodes = [subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=work) for _ in range(3)]
        check("two of three first starts end", lambda: wait_until(lambda: sum(node.poll() == 1 for node in nodes) == 2, 20))
        for node in nodes:
            if node.poll() is None:
                check("one of three first starts runs", lambda: any(b"listens at" in node.stdout.readline() for _ in range(2)))
                node.terminate()
            text = node.communicate(timeout=30)[1].decode()
            check("no dump", lambda: node.returncode == 0 or text.startswith("Error: Another management node uses"))


def hang_ups():
    """SIGHUP while the node starts reloads the licenses later, and ends nothing."""
    for _ in range(3):
        with tempfile.TemporaryDirectory() as work:
            data = pathlib.Path(work) / "data"
            process = subprocess.Popen([PROGRAM, "--port", "0", "--data", data], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=work)
            wait_until((data / "node.sqlite").exists)
            process.send_signal(signal.SIGHUP)
            check("SIGHUP during the start", lambda: any(b"listens at" in process.stdout.readline() for _ in range(2)))
            process.terminate()
            check("SIGHUP during the start", lambda: process.wait(timeout=30) == 0)
            process.stdout.close()


def options():
    """An empty folder is an error of usage, and the URL of an IPv6 address has brackets."""
    with tempfile.TemporaryDirectory() as work:
        status, text = refused(work, "--data", "", stdout=subprocess.DEVNULL)
        check("an empty data folder", lambda: status == 64 and "The data folder has no name." in text)
        process = subprocess.Popen([PROGRAM, "--port", "0", "--address", "::1"], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd=work)
        text = process.stdout.readline() + process.stdout.readline()
        check("the URL of an IPv6 address", lambda: b"http://[::1]:" in text)
        process.terminate()
        check("the node ends with 0", lambda: process.wait(timeout=30) == 0)
        process.stdout.close()


def missing_files():
    """A file that cannot be read is named in a sentence, and not in the dump of an error."""
    with tempfile.TemporaryDirectory() as work:
        for what, *arguments in [
            ("password", "--admin-password-file", "none"), ("key", "--trust", "none"), ("key", "--vendor-key", "none"),
        ]:
            status, text = refused(work, *arguments, stdout=subprocess.DEVNULL)
            expected = f"Error: The {what} file 'none' cannot be read. Check its path and its permissions.\n"
            check(f"a missing {what} file", lambda: status == 1 and text.endswith(expected) and "NSCocoa" not in text)


def languages():
    """A client that asks for no language of the node gets the node's."""
    with tempfile.TemporaryDirectory() as work:
        node = Node(sys.argv[1], work).start("--language", "zh-Hans")
        for header in ("*", "fr", "fr, *;q=0.5", "", None):
            answer = node.rest("GET", "hosts", session="0" * 32, headers={} if header is None else {"Accept-Language": header})
            check(f"Accept-Language: {header}", lambda: answer.json["error"]["details"].startswith("会话"))
        answer = node.rest("GET", "hosts", session="0" * 32, headers={"Accept-Language": "fr, en;q=0.1"})
        check("Accept-Language with English", lambda: answer.json["error"]["details"].startswith("The session"))
        node.stop()


def vendor():
    """The demo vendor keeps its private key to itself, replaces no key, and ignores no option."""
    with tempfile.TemporaryDirectory() as work:
        command = [PROGRAM.with_name("demo-vendor"), "--hosts", "1"]

        def run(*arguments):
            return subprocess.run([*command, *arguments], cwd=work, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=False)

        check("the first license", lambda: run("a.lic").returncode == 0)
        key = pathlib.Path(work) / "demo-vendor/private.jwk"
        check("the private key is the vendor's alone", lambda: key.stat().st_mode & 0o777 == 0o600)
        before = key.read_bytes()
        (pathlib.Path(work) / "link").symlink_to("demo-vendor/private.jwk")
        for path in ("demo-vendor/private.jwk", "./demo-vendor/../demo-vendor/public.jwk", "link"):
            check(f"a license in {path}", lambda: b"would replace a key" in run(path).stderr)
        check("the key stays", lambda: key.read_bytes() == before)
        for option in (["--edition", "enterprise"], ["--bundling", "vmware"]):
            check(f"{option[0]} of a plus license", lambda: run("b.lic", "--plus", "vmware", *option).returncode == 64)


outputs()
second_nodes()
options()
missing_files()
languages()
vendor()
hang_ups()
checks.finish()

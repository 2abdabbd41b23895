#!/usr/bin/env bash
# Drives the programs of the example ManagementNode: as a client of the platform, as many clients at once, as an attacker, and as its page says.
# usage: Tests/ManagementNode/run.sh PROGRAMS LICENSECTL    PROGRAMS: the folder of management-node and demo-vendor
set -euo pipefail
programs=$(realpath "$1")
licensectl=$(realpath "$2")
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The client runs without the other packages that its own server needs.
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --no-deps --requirement Tests/ManagementNode/requirements.txt
"$work/venv/bin/python" -W error Tests/ManagementNode/client.py "$programs"
python3 -W error Tests/ManagementNode/hosts.py "$programs"
python3 -W error Tests/ManagementNode/starts.py "$programs"
python3 -W error Tests/ManagementNode/abuse.py "$programs" "$licensectl"
.ci/steps/walk-through "$programs/management-node" Documentation/ManagementNode.md

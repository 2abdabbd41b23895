#!/usr/bin/env bash
# Licenses that are issued here verify elsewhere, and licenses that are issued elsewhere verify here: with Python's joserfc,
# PyJWT and gmssl, and with the openssl command.
# usage: Tests/Interop/run.sh [LICENSECTL]    by default licensectl is built first
set -euo pipefail
cd "$(dirname "$0")/../.."
licensectl=${1:-}
if [ -z "$licensectl" ]; then
    swift build -c release --package-path Examples/LicenseCtl > /dev/null
    licensectl=Examples/LicenseCtl/.build/release/licensectl
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --requirement Tests/Interop/requirements.txt
"$work/venv/bin/python" -W ignore Tests/Interop/interop.py "$licensectl" "$work"
# A verifier that somebody wrote from the format page alone, over the published vectors.
"$work/venv/bin/python" -W ignore Tests/Interop/verify_vectors.py

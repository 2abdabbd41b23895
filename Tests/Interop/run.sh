#!/usr/bin/env bash
# Verifies licenses of licensectl with Python's joserfc, PyJWT and gmssl and with the openssl command, and licenses of the
# Python libraries with licensectl.
# usage: Tests/Interop/run.sh [LICENSECTL]    builds licensectl by default
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
# Runs a verifier that was written only from Documentation/Format.md over the published vectors.
"$work/venv/bin/python" -W ignore Tests/Interop/verify_vectors.py

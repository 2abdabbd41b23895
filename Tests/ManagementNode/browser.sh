#!/usr/bin/env bash
# Uses the pages of the example ManagementNode in headless Chromium, and keeps pictures of them in Tests/ManagementNode/screenshots.
# usage: Tests/ManagementNode/browser.sh [PROGRAMS]    PROGRAMS: the folder of management-node and demo-vendor, by default as built
#        Tests/ManagementNode/browser.sh --faults [NUMBER…]    makes sure that planted faults are seen, by default all of them
set -euo pipefail
cd "$(dirname "$0")/../.."
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
python3 -m venv "$work/venv"
"$work/venv/bin/pip" install --quiet --disable-pip-version-check --requirement Tests/ManagementNode/browser-requirements.txt
if [ "${1:-}" = --faults ]; then
    "$work/venv/bin/python" Tests/ManagementNode/browser-faults.py "$work/copy" "${@:2}"
else
    programs=${1:-$(swift build --disable-sandbox --package-path Examples/ManagementNode --scratch-path Tests/Photon/.build --show-bin-path)}
    "$work/venv/bin/python" Tests/ManagementNode/browser.py "$programs"
fi

#!/usr/bin/env bash
# How calls grow with the number of licenses: a table, and failure where one grows faster than n log n and what it tells.
set -euo pipefail
cd "$(dirname "$0")"
swift build -c release --scratch-path .build-gate --static-swift-stdlib --product Growth >&2
.build-gate/release/Growth

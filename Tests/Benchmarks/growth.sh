#!/usr/bin/env bash
# Measures how the time of calls grows with the number of licenses. Fails if one grows much faster than linearly, not counting
# the changes that it reports.
set -euo pipefail
cd "$(dirname "$0")"
swift build -c release --scratch-path .build-gate --static-swift-stdlib --product Growth >&2
.build-gate/release/Growth

#!/usr/bin/env bash
# Builds a server that uses the library: its tests pass, the program of the guide compiles, and its license code is small.
# usage: run.sh
set -euo pipefail
cd "$(dirname "$0")"
swift=(--disable-sandbox --jobs 2 --scratch-path .build)
limit=150

# Prints the number of lines of files that are neither empty nor a comment.
lines() {
    cat "$@" | grep -cvE '^[[:space:]]*(//.*)?$'
}

# License code is every line of the files that import Licensing. In the files that assemble the server, it is every line that
# mentions licenses. German.swift is not counted, because it has only texts.
mapfile -t server < <(ls Sources/Photon/Photon.swift Sources/PhotonCore/PhotonServer.swift)
mapfile -t files < <(grep -rl '^import Licensing' Sources | grep -vE '/(German|Photon|PhotonServer)\.swift$')
whole=$(lines "${files[@]}")
wiring=$(cat "${server[@]}" | grep -vE '^[[:space:]]*//' \
    | grep -ciE 'licens|catalog|vendor|machine-id|gate|policy|claimstring|build:|trusted|verifier|node:|limit|usage|admit')
german=$(lines Sources/PhotonCore/German.swift)
echo "license code: $((whole + wiring)) of $limit lines, $whole in separate files; $german more lines of German texts"
[ $((whole + wiring)) -le "$limit" ]

# Prints a block of Swift code of the guide, by its number.
block() {
    awk -v number="$1" '/^```swift/ { count += 1; next } /^```/ { if (count == number) exit } count == number' \
        ../../Documentation/Server.md
}

# The program of the guide with its middleware, its interceptor for gRPC, and its program with a license folder.
rm -rf .build-guide
mkdir -p .build-guide/Guide .build-guide/Interceptor .build-guide/FolderGuide
[ "$(grep -c '^```swift' ../../Documentation/Server.md)" -eq 4 ]
block 1 > .build-guide/Guide/Server.swift
block 2 > .build-guide/Guide/RequireLicense.swift
block 3 > .build-guide/Interceptor/Interceptor.swift
block 4 > .build-guide/FolderGuide/FolderServer.swift
echo "program of the guide: $(lines .build-guide/Guide/Server.swift) lines"

export PHOTON_GUIDE=1
swift build "${swift[@]}" --build-tests

# A product with a license folder signs application codes. It has nothing of the vendor's side, and encrypts no keys.
program=.build/debug/Photon
nm "$program" | grep EVP_DigestSign > /dev/null || { echo 'The search finds nothing.'; exit 1; }
if nm "$program" | grep -E 'LicenseIssuing|PKCS8_encrypt'; then exit 1; fi

swift test "${swift[@]}" --skip-build --disable-xctest

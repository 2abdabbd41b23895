#!/usr/bin/env bash
# Builds the fuzzers and runs each for some seconds, 5 by default.
# usage: [RELEASE_SCRATCH=FOLDER] run.sh [SECONDS]
set -euo pipefail
cd "$(dirname "$0")"
seconds=${1:-5}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Otherwise Swift's backtracer stops a crashed fuzzer before libFuzzer writes its artifact.
export SWIFT_BACKTRACE=enable=no

# CI passes a folder in which the modules of the root package are already compiled.
scratch=${RELEASE_SCRATCH:-.build}
swift build -c release --scratch-path "$scratch" --product Replay
for target in json file claims keys vendor der; do
    folders=(Corpus/$target)
    [ ! -d Regressions/$target ] || folders+=(Regressions/$target)
    "$scratch/release/Replay" $target "${folders[@]}"
done

swift build -c release --scratch-path "$scratch" --product Soak
"$scratch/release/Soak"

# This order of flags enables both coverage and the address sanitizer.
for target in JSON File Claims Keys Vendor DER Canary; do
    swift build -c release --scratch-path .build-fuzz --sanitize fuzzer -Xswiftc -sanitize=fuzzer,address \
        --product Fuzz$target
done
for target in JSON File Claims Keys Vendor DER; do
    name=${target,,}
    mkdir -p "$work/$name"
    if ! .build-fuzz/release/Fuzz$target -max_total_time="$seconds" -timeout=5 -artifact_prefix="$work/$name-" \
        "$work/$name" Corpus/$name > "$work/$name.log" 2>&1; then
        tail -n 30 "$work/$name.log"
        echo "$name: found a fault"
        exit 1
    fi
    grep -E '^Done|past the signature|past the message|of them DER' "$work/$name.log" | sed "s/^Done/$name: done/"
done

if .build-fuzz/release/FuzzCanary -runs=5000000 -artifact_prefix="$work/canary-" > "$work/canary.log" 2>&1; then
    echo 'canary: did not find the planted fault, so the fuzzers prove nothing'
    exit 1
fi
grep -q 'this fault is planted' "$work/canary.log"
echo 'canary: found the planted fault'

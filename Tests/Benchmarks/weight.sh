#!/usr/bin/env bash
# Weighs the three core modules: by how much they make a statically linked, stripped program heavier that uses `Date`, and one
# that uses `Date` and tasks, as servers do. The gate's sequence of changes brings Swift's concurrency library into the former.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for program in WeightBare WeightTask WeightCore; do
    swift build -c release --scratch-path .build-gate --static-swift-stdlib --product $program
    strip -o "$work/$program" .build-gate/release/$program
done
core=$(stat -c %s "$work/WeightCore")
added() { echo $((core - $(stat -c %s "$work/$1"))); }
echo "added to a program that uses Date: $(added WeightBare) bytes; that uses tasks too: $(added WeightTask) of 1048576 bytes"
! ldd "$work/WeightCore" | grep -i icu
! strings "$work/WeightCore" | grep icudt
[ "$(added WeightTask)" -le 1048576 ]

#!/usr/bin/env bash
# Weighs the three core modules: by how much they make a statically linked, stripped program heavier that uses `Date` and a task.
# Swift's static link keeps and exports every public symbol, used or not; a program that exports none is lighter still.
set -euo pipefail
# A build that fails within $(…) would else give a figure.
shopt -s inherit_errexit
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
size() {
    # Else what was linked by other options may stay.
    rm -f ".build-gate/release/$1"
    touch Package.swift
    swift build -c release --scratch-path .build-gate --static-swift-stdlib --product "$1" >&2
    if ldd ".build-gate/release/$1" | grep libswift >&2; then
        echo "$1 is not linked statically" >&2
        return 1
    fi
    strip -o "$work/$1" ".build-gate/release/$1"
    stat -c %s "$work/$1"
}
bare=$(size WeightBare)
added=$(($(size WeightCore) - bare))
echo "added to a program that uses Date and a task: $added of 1500000 bytes"
# Not by `!` alone, whose failure does not end a script.
if { ldd "$work/WeightCore"; strings "$work/WeightCore"; } | grep -iE 'libicu|icudt'; then
    echo 'ICU is linked' >&2
    exit 1
fi
[ "$added" -le 1500000 ]

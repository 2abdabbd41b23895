#!/usr/bin/env bash
# Measures how many bytes the three core modules add to a statically linked, stripped program that uses `Date` and a task.
# Static linking keeps and exports every public symbol, even unused ones; a program that exports none is smaller.
set -euo pipefail
# Otherwise a build that fails within $(…) would not stop the script.
shopt -s inherit_errexit
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
size() {
    # Otherwise a program that was linked with other options could be reused.
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
# The failure of a command with `!` does not stop a script, so use `if`.
if { ldd "$work/WeightCore"; strings "$work/WeightCore"; } | grep -iE 'libicu|icudt'; then
    echo 'ICU is linked' >&2
    exit 1
fi
[ "$added" -le 1500000 ]

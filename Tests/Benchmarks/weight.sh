#!/usr/bin/env bash
# Weighs the three core modules: by how much they make a statically linked, stripped program heavier that uses `Date`.
# A program needs to export no symbols, and stripping leaves those that it exports; Swift's static link exports all by
# default. Both figures are shown, and the bar is for the program that exports none.
set -euo pipefail
# A build that fails within $(…) would else give a figure.
shopt -s inherit_errexit
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
weigh() {
    for program in WeightBare WeightCore; do
        rm -f ".build-gate/release/$program"
        swift build -c release --scratch-path .build-gate --static-swift-stdlib --product $program "${@:2}" >&2
        strip -o "$work/$program.$1" ".build-gate/release/$program"
    done
    echo $(($(stat -c %s "$work/WeightCore.$1") - $(stat -c %s "$work/WeightBare.$1")))
}
exporting=$(weigh exporting)
closed=$(weigh closed -Xlinker --no-export-dynamic)
echo "added to a program that uses Date: $closed of 1048576 bytes; to one that exports all symbols: $exporting"
# Not by `!` alone, whose failure does not end a script.
if { ldd "$work/WeightCore.closed"; strings "$work/WeightCore.closed"; } | grep -iE 'libicu|icudt'; then
    echo 'ICU is linked' >&2
    exit 1
fi
[ "$closed" -le 1048576 ]

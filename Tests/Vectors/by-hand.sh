#!/bin/sh
# Runs the steps of Documentation/Format.md, section 12, as they stand there, for the example of each algorithm.
set -eu
cd "$(dirname "$0")/examples"
steps=$(sed -n '/^## 12 /,/^## 13 /{/^```sh/,/^```$/{/^```/d;p;};}' ../../../Documentation/Format.md)
passed=0
failed=0

# follow LICENCE: whether the steps find its signature good.
follow() {
    name=$1 sh -eu -c "$steps" 2>&1 | grep -qE '^(Signature Verified Successfully|Verified OK)$'
}

for licence in *.lic; do
    name=${licence%.lic}
    if follow "$name"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$name is not verified"; fi
    # The same with a payload that was changed must fail.
    changed=$(mktemp -d)
    sed '7s/^../ZZ/' "$licence" > "$changed/$licence"
    cp "$name.pem" "$changed"
    if (cd "$changed" && ! cmp -s "$licence" "$OLDPWD/$licence" && ! follow "$name"); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1)); echo "$name is verified although it was changed"
    fi
    rm -r "$changed"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

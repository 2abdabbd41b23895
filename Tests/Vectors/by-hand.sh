#!/bin/sh
# Runs the commands of Documentation/Format.md, section 12, verbatim, for the example of each algorithm.
set -eu
cd "$(dirname "$0")/examples"
steps=$(sed -n '/^## 12 /,/^## 13 /{/^```sh/,/^```$/{/^```/d;p;};}' ../../../Documentation/Format.md)
passed=0
failed=0

# verifies NAME: succeeds if the commands verify the signature of NAME.lic.
verifies() {
    name=$1 sh -eu -c "$steps" 2>&1 | grep -qE '^(Signature Verified Successfully|Verified OK)$'
}

for license in *.lic; do
    name=${license%.lic}
    if verifies "$name"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "$name is not verified"; fi
    # A license with a modified payload must fail.
    changed=$(mktemp -d)
    sed '7s/^../ZZ/' "$license" > "$changed/$license"
    cp "$name.pem" "$changed"
    if (cd "$changed" && ! cmp -s "$license" "$OLDPWD/$license" && ! verifies "$name"); then
        passed=$((passed + 1))
    else
        failed=$((failed + 1)); echo "$name is verified although its payload was modified"
    fi
    rm -r "$changed"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

#!/usr/bin/env bash
# Builds a product outside this repository: its test of a licensed function passes, and its program cannot sign.
# usage: [RELEASE_SCRATCH=FOLDER] run.sh    FOLDER: has the compiled modules of the root package
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
repository=$PWD
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0
failed=0

check() {
    local name=$1
    shift
    if "$@"; then passed=$((passed + 1)); else failed=$((failed + 1)); echo "failed: $name"; fi
}

cp -r Tests/Consumer/Package.swift Tests/Consumer/Sources Tests/Consumer/Tests "$work"
export SWIFT_LICENSING=$repository

# The examples of the guide are also tests.
{
    echo 'import LicenseStore'
    echo 'import LicenseTesting'
    echo 'import Licensing'
    echo 'import Testing'
    sed -n '/^```swift/,/^```/{/^```/d;p;}' Documentation/Testing.md
} > "$work/Tests/InventoryTests/Guide.swift"

cd "$work" || exit 1
check 'the test of a licensed function has fewer than 20 lines' test "$(wc -l < Tests/InventoryTests/InventoryTests.swift)" -lt 20
check 'the tests of the product pass' swift test --disable-xctest
release=(-c release --scratch-path "${RELEASE_SCRATCH:-$work/.build}")
check 'the release build succeeds' swift build "${release[@]}"

# The symbols of a program that can sign: symbols of the vendor's modules, and the functions of libcrypto that it uses.
ours() {
    nm "$1" | swift demangle | grep -E 'LicenseIssuing|LicenseTesting'
}
libcrypto() {
    nm -D --undefined-only "$1" | grep -iE '(EVP_DigestSign|EVP_PKEY_sign|keygen|EVP_PKEY_generate|PKCS8|private_?key|get_bn_param|get_octet_string_param)'
}
without() {
    local found
    found=$("$1" "$2") || return 0
    echo "$found" | head -n 5
    return 1
}

binaries=$(swift build "${release[@]}" --show-bin-path)
check "the product has no symbols of the vendor's modules" without ours "$binaries/shop"
check 'the product uses no signing functions of libcrypto' without libcrypto "$binaries/shop"
check 'the product verifies signatures' grep -q EVP_DigestVerify <(nm -D --undefined-only "$binaries/shop")
# The same searches must find the symbols in the vendor's program.
check "the search finds the modules in the vendor's program" test -n "$(ours "$binaries/vendor")"
for symbol in EVP_DigestSign EVP_PKEY_keygen_init EVP_PKEY_generate PKCS8_PRIV_KEY_INFO EVP_PKEY_new_raw_private_key_ex \
    EVP_PKEY_get_octet_string_param; do
    check "the search finds $symbol in the vendor's program" grep -q "$symbol" <(libcrypto "$binaries/vendor")
done
check "the vendor's program signs" grep -q -e '-----BEGIN LICENSE-----' <("$binaries/vendor")
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

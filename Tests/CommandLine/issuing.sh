#!/usr/bin/env bash
# Tests the commands keygen, issue and inspect of licensectl: pipes, files, permissions and exit statuses.
# usage: Tests/CommandLine/issuing.sh [LICENSECTL]    builds licensectl by default
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 1
licensectl=${1:-}
if [ -z "$licensectl" ]; then
    swift build -c release --package-path Examples/LicenseCtl > /dev/null || exit 1
    licensectl=Examples/LicenseCtl/.build/release/licensectl
fi
licensectl=$(realpath "$licensectl")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
umask 022
passed=0
failed=0

# expect STATUS PATTERN COMMAND: checks the exit status of a command, and that its standard output matches a pattern.
expect() {
    local status=$1 pattern=$2 output actual
    output=$(eval "$3" 2> stderr)
    actual=$?
    if [ "$actual" = "$status" ] && grep -qE -- "$pattern" <<< "$output"; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $3 (exit $actual, expected $status)"
        printf '%s\n' "$output" | head -n 3
        head -n 3 stderr
    fi
}

base='--issuer https://vendor.example --product cloud --licensee Customer --base enterprise --limit hosts:10'
at='--at 2026-11-24T12:00:00Z'

# Keys.
for algorithm in Ed25519 ES256 ES384 PS256 RS256 SM2-SM3; do
    expect 0 "\"algorithm\":\"$algorithm\".*\"ok\":true" "$licensectl keygen --alg $algorithm --out $algorithm"
    expect 0 '^600 700$' "stat -c %a $algorithm/private.jwk $algorithm | xargs"
    expect 0 "\"algorithm\":\"$algorithm\".*\"id\":\"L-1\".*\"ok\":true" \
        "$licensectl issue --key $algorithm/private.jwk $base --days 30 --id L-1 | $licensectl verify --trust $algorithm/public.jwk -"
done
mv Ed25519 k
cp k/private.jwk before
expect 74 '^$' "$licensectl keygen --alg Ed25519 --out k"
expect 0 '^$' 'cmp k/private.jwk before'
expect 0 '^$' 'mv k/public.jwk public.jwk'
expect 74 '^$' "$licensectl keygen --alg Ed25519 --out k"
expect 0 '^private.jwk$' 'ls k'
expect 0 '^$' 'cmp k/private.jwk before && mv public.jwk k'
expect 0 '^$' 'mkdir l && ln -s nowhere l/private.jwk'
expect 74 '^$' "$licensectl keygen --alg ES256 --out l"
expect 0 '^private.jwk$' 'ls l'
expect 74 '^$' "$licensectl keygen --alg ES256 --out before/l"
expect 64 '^$' "$licensectl keygen --alg HS256 --out m"
expect 64 '^$' "$licensectl keygen --alg RS256 --bits 1024 --out m"
expect 64 '^$' "$licensectl keygen --out m"
expect 64 '^$' "$licensectl keygen --alg ES256 --valid-from 2027-01-01T00:00:00Z --valid-until 2027-01-01T00:00:00Z --out m"
expect 0 '"keyID":"2026-a"' "$licensectl keygen --alg Ed25519 --kid 2026-a --environment test --issuer v \
    --valid-from 2026-01-01T00:00:00Z --valid-until 2027-01-01T00:00:00Z --out t"
expect 0 '"kid":"2026-a".*"iss":"v","nbf":1767225600,"exp":1798761600,"environment":"test"' 'cat t/public.jwk'

# Drafts.
expect 0 '"expiresAt":"2027-06-30T16:00:00Z".*"issuedAt":"2026-11-24T12:00:00Z"' \
    "$licensectl issue --key k/private.jwk $base --through 2027-06-30 --zone Asia/Shanghai $at | $licensectl verify --trust k/public.jwk -"
expect 0 '"expiresAt":null' "$licensectl issue --key k/private.jwk $base --perpetual | $licensectl verify --trust k/public.jwk -"
expect 0 '"limits":\{"vms":"unlimited"\},"modules":\["vmware","baremetal"\],"nodes":\["n1"\],"notBefore":"2027-01-01T00:00:00Z"' \
    "$licensectl issue --key k/private.jwk --issuer v --product cloud --licensee c --plus vmware --plus baremetal \
        --limit vms:unlimited --until 2028-01-01T00:00:00Z --start 2027-01-01T00:00:00Z --node n1 --sequence 3 --grace-days 7 \
        --reminder-days 9 --critical nodes --feature f $at | $licensectl verify --trust k/public.jwk -"
expect 1 '"error":"invalid-draft".*"member":"license.edition"' \
    "$licensectl issue --key k/private.jwk --issuer v --product p --licensee c --base enterprize --limit hosts:1 --days 1"
expect 0 '"edition":"enterprize"' "$licensectl issue --key k/private.jwk --issuer v --product p --licensee c --base enterprize \
    --limit hosts:1 --days 1 --allow-unknown-names | $licensectl verify --trust k/public.jwk -"
expect 1 '"error":"refused".*"member":"iss"' "$licensectl issue --key t/private.jwk $base --days 1 $at"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --days 1 --perpetual"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --through 2027-06-30"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --through 2027-06-31 --zone GMT"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --plus vmware --days 1"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --limit hosts:2 --days 1"
expect 64 '^$' "$licensectl issue --key k/private.jwk --days 1"
expect 64 '^$' "$licensectl issue $base --days 1"

# Claims.
claims='{"iss":"v","aud":"cloud","sub":"c","jti":"J-1","exp":1900000000,"license":{"category":"plus","modules":["vmware"],"type":"AddOn"}}'
printf '%s' "$claims" > one.json
printf '%s' "${claims/J-1/J-2}" > two.json
expect 0 '"id":"J-1".*"issuedAt":"2026-11-24T12:00:00Z"' \
    "$licensectl issue --key k/private.jwk --claims one.json $at | $licensectl verify --trust k/public.jwk -"
expect 0 '^\{"file":"both.lic","issued":\["J-1","J-2"\],"ok":true\}$' \
    "$licensectl issue --key k/private.jwk --claims one.json --claims two.json --output both.lic"
expect 0 '^2$' "$licensectl verify --trust k/public.jwk both.lic | grep -c '\"ok\":true'"
expect 74 '^$' "$licensectl issue --key k/private.jwk --claims one.json --output both.lic"
expect 1 '"error":"invalid-bundle"' "$licensectl issue --key k/private.jwk --claims one.json --claims one.json"
expect 1 '"error":"refused".*"member":"license.modules"' "sed s/plus/base/ one.json | sed 's/\"base\"/\"plus\"/; s/\\[\"vmware\"\\]/[]/' \
    | $licensectl issue --key k/private.jwk --claims -"
expect 1 '"error":"invalid-claims"' "echo '{\"iat\":1}' | $licensectl issue --key k/private.jwk --claims -"
expect 1 '"error":"invalid-claims"' "echo '{,}' | $licensectl issue --key k/private.jwk --claims -"
expect 74 '^$' "$licensectl issue --key k/private.jwk --claims missing.json"
expect 64 '^$' "$licensectl issue --key k/private.jwk --claims one.json --issuer v"

# Keys that cannot be used, and keys in PEM.
expect 74 '^$' "$licensectl issue --key missing.jwk --claims one.json"
expect 74 '^$' "$licensectl issue --key k/public.jwk --claims one.json"
expect 74 '^$' "$licensectl verify --trust k/private.jwk both.lic"
openssl genpkey -algorithm EC -pkeyopt group:P-256 -aes256 -pass pass:secret -out locked.pem 2> /dev/null
openssl pkey -in locked.pem -passin pass:secret -pubout -out public.pem
chmod 600 locked.pem
echo secret > password
echo wrong > wrong
expect 0 '"algorithm":"ES256".*"keyID":"k-1"' "$licensectl issue --key locked.pem --password-file password --kid k-1 --claims one.json \
    | $licensectl verify --trust public.pem:ES256:k-1 -"
expect 74 '^$' "$licensectl issue --key locked.pem --password-file wrong --claims one.json"
expect 74 '^$' "$licensectl issue --key locked.pem --claims one.json"
expect 64 '^$' "$licensectl issue --key k/private.jwk --password-file password --claims one.json"
expect 0 '^$' "chmod 644 locked.pem; $licensectl issue --key locked.pem --password-file password --claims one.json > /dev/null; grep -q 'chmod 600' stderr"

# The catalog of a product.
cat > photon.json <<'END'
{"product": "photon", "name": {"en": "Photon"}, "modules": {"replication": {"en": "replication", "zh-Hans": "复制"}},
 "units": {"cores": {"en": "CPU cores"}}, "editions": {"standard": {"en": "Standard"}}, "requiredLimits": [["cores"]]}
END
photon='--catalog photon.json --key k/private.jwk --issuer v --licensee C --base standard --days 30'
expect 1 "license.limits.hosts.*license.limits.*cores" "$licensectl issue $photon --limit hosts:1"
expect 0 '"product":"photon"' "$licensectl issue $photon --limit cores:4 > photon.lic && $licensectl verify --trust k/public.jwk photon.lic"
expect 0 '"replication":\{.*"quotas":\{"cores"' "$licensectl status --catalog photon.json --trust k/public.jwk photon.lic"
expect 1 '"en":"No license for replication is loaded."' \
    "$licensectl check --catalog photon.json --trust k/public.jwk --operation operate --module replication photon.lic"
expect 1 '"en":"The license allows 4 CPU cores, and 3 are already counted. Adding 2 more would exceed the limit."' \
    "$licensectl check --catalog photon.json --trust k/public.jwk --operation operate --add cores:2 --used cores:3 photon.lic"
expect 0 '^$' "$licensectl check --catalog photon.json --trust k/public.jwk --operation operate --add core:1 photon.lic > /dev/null \
    && grep -q \"names the unit 'core'\" stderr"
# A catalog determines the product that licenses must be for.
expect 0 '"ok":true' "$licensectl issue --key k/private.jwk $base --days 30 > cloud.lic && $licensectl verify --trust k/public.jwk cloud.lic"
expect 1 '"error":"wrong-product"' "$licensectl status --catalog photon.json --trust k/public.jwk cloud.lic"
expect 64 '^$' "$licensectl status --catalog photon.json --product cloud --trust k/public.jwk cloud.lic"
expect 74 '^$' "echo '{\"product\":\"p\",\"name\":{\"en\":\"P\"},\"requiredLimits\":null}' > null.json; $licensectl status --catalog null.json"
expect 74 '^$' "$licensectl status --catalog missing.json"
# The catalog comes from standard input, which is read once.
expect 0 '"status":"valid"' "$licensectl status --catalog - --trust k/public.jwk photon.lic < photon.json"

# Inspecting a text.
expect 0 '"claims":.*"verified":false' "$licensectl inspect both.lic"
expect 0 '^$' "$licensectl inspect both.lic > /dev/null; grep -q '^NOT VERIFIED' stderr"
expect 0 '"claims":"\{\\"sub\\":\\"everything\\"\}".*"header":"\{\\"alg\\":\\"none\\"\}","verified":false' \
    "echo eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmVyeXRoaW5nIn0.AA | $licensectl inspect -"
expect 1 '"error":"malformed".*"ok":false,"verified":false' "echo nothing | $licensectl inspect -"
expect 74 '^$' "$licensectl inspect missing.lic"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

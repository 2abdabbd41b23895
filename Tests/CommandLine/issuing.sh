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
expect 0 '"algorithm":"Ed25519"' "$licensectl keygen --out m"
expect 64 '^$' "$licensectl keygen"
expect 64 '^$' "$licensectl keygen --alg ES256 --valid-from 2027-01-01T00:00:00Z --valid-until 2027-01-01T00:00:00Z --out m"
expect 0 '"keyID":"2026-a"' "$licensectl keygen --alg Ed25519 --kid 2026-a --environment test --issuer v \
    --valid-from 2026-01-01T00:00:00Z --valid-until 2027-01-01T00:00:00Z --out t"
expect 0 '"kid":"2026-a".*"iss":"v","nbf":1767225600,"exp":1798761600,"environment":"test"' 'cat t/public.jwk'

# A set of public keys: those of keygen, in the order given, with their conditions.
expect 0 '^\{"keys":\[\{"alg":"Ed25519".*\{"alg":"ES256".*\{.*"environment":"test".*"kid":"2026-a".*\}\]\}$' \
    "$licensectl jwks k/public.jwk ES256/public.jwk t/public.jwk | tee set.jwks"
expect 0 '"ok":true' "$licensectl issue --key ES256/private.jwk $base --days 30 | $licensectl verify --trust set.jwks -"
expect 0 '^\{"keys":\[\{.*"x":' "$licensectl jwks - < k/public.jwk"
expect 64 '^$' "$licensectl jwks"
for bad in 'k/public.jwk k/public.jwk' 'k/public.jwk set.jwks' k/private.jwk missing.jwk; do
    expect 74 '^$' "$licensectl jwks $bad"
done
expect 0 '^$' "$licensectl jwks k/private.jwk; grep -q private stderr"

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
# Without --catalog, an error about a name says whose catalog it is.
hint=' The catalog is that of the cloud platform. Pass --catalog for another product.","ok":false'
other="$licensectl issue --key k/private.jwk --issuer v --product photon --licensee c --days 1"
for names in '--base standard --limit hosts:1' '--base enterprise --limit databases:1' '--plus replication' \
    '--base enterprise --limit hosts:1 --bundling replication'; do
    expect 1 "\"error\":\"invalid-draft\".*\.$hint" "$other $names"
done
expect 1 '"message":"The draft is invalid: .license.graceDays. is 400; it must be from 1 to 365\.","ok":false' "$other --base enterprise --limit hosts:1 --grace-days 400"
expect 1 '"message":"The draft is invalid: .license.graceDays. is 400; it must be from 1 to 365\.","ok":false' "$other --base standard --limit hosts:1 --grace-days 400 --allow-unknown-names"
expect 1 '"error":"refused".*"member":"iss"' "$licensectl issue --key t/private.jwk $base --days 1 $at"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --days 1 --perpetual"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --through 2027-06-30"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --through 2027-06-31 --zone UTC"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --plus vmware --days 1"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --limit hosts:2 --days 1"
expect 64 '^$' "$licensectl issue --key k/private.jwk --days 1"
expect 64 '^$' "$licensectl issue $base --days 1"


# Time zones without ambiguity. The answer shows the offset at the end of the license.
for zone in CST EST GMT China Asia/Shangai +8 +25:00 ''; do
    expect 64 '^$' "$licensectl issue --key k/private.jwk $base --through 2027-12-31 --zone '$zone'"
done
expect 0 '^$' "$licensectl issue --key k/private.jwk $base --through 2027-12-31 --zone CST; grep -q \"'CST' is ambiguous\" stderr"
zone() {
    expect 0 "\"expiresAt\":\"$2\"" "$licensectl issue --key k/private.jwk $base --through 2027-07-31 --zone $1 $at | tee zone.lic \
        | $licensectl verify --trust k/public.jwk -"
    expect 0 "\"offset\":\"[$3]{6}\",\"ok\":true,\"signedAt\":\"2026-11-24T12:00:00Z\"" "rm zone.lic
        $licensectl issue --key k/private.jwk $base --through 2027-07-31 --zone $1 $at --output zone.lic &&
        grep -qF 'ends at $2 (UTC), which is 2027-08-01T00:00:00$3 ($1).' stderr"
}
zone Asia/Shanghai 2027-07-31T16:00:00Z +08:00
zone +08:00 2027-07-31T16:00:00Z +08:00
zone Europe/Berlin 2027-07-31T22:00:00Z +02:00
zone -03:30 2027-08-01T03:30:00Z -03:30
zone UTC 2027-08-01T00:00:00Z +00:00
# Years of the calendar: 365 days are a day short of a year with a leap day.
years() {
    expect 0 "\"expiresAt\":\"$3\"" "$licensectl issue --key k/private.jwk $base --years $2 --start $1 ${4:-} $at \
        | $licensectl verify --trust k/public.jwk -"
}
years 2027-06-30T16:00:00Z 1 2028-06-30T16:00:00Z '--zone Asia/Shanghai'
years 2028-02-29T12:00:00Z 1 2029-03-01T12:00:00Z
years 2028-02-29T12:00:00Z 4 2032-02-29T12:00:00Z
years 2028-02-29T16:00:00Z 1 2029-02-28T16:00:00Z '--zone +08:00'
years 2028-02-29T16:00:00Z 1 2029-03-01T16:00:00Z
expect 1 '"member":"exp"' "$licensectl issue --key k/private.jwk $base --years 0"
expect 1 '"member":"exp"' "$licensectl issue --key k/private.jwk $base --years 9000"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --years 1 --days 1"
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --days 1 --zone UTC"

# The time of signing is printed, and a clock that is behind the newest license that was shown is refused.
expect 0 '^$' "TZ=Asia/Shanghai $licensectl issue --key k/private.jwk $base --days 30 $at > first.lic
    grep -qF 'Signed at 2026-11-24T12:00:00Z (UTC), which is 2026-11-24 20:00:00' stderr && grep -qF Asia/Shanghai stderr"
expect 0 BEGIN "$licensectl issue --key k/private.jwk $base --days 30 --at 2026-11-25T12:00:00Z | tee second.lic"
renew="$licensectl issue --key k/private.jwk $base --days 30"
expect 1 '"error":"clock-behind"' "$renew --at 2026-11-25T11:59:59Z --after first.lic second.lic"
expect 1 '"error":"clock-behind"' "$renew --at 2026-11-25T11:59:59Z --after second.lic --after first.lic"
expect 0 BEGIN "$renew --at 2026-11-25T12:00:00Z --after first.lic second.lic"
expect 0 BEGIN "$renew --at 2026-11-25T11:59:59Z --after first.lic"
expect 1 '"block":1,"error":"unknown-key","file":"second.lic"' \
    "$licensectl issue --key ES256/private.jwk $base --days 30 --after second.lic"
expect 1 '"error":"clock-behind"' "$licensectl issue --key ES256/private.jwk $base --days 30 $at --after second.lic --trust k/public.jwk"
expect 1 '"error":"clock-behind"' "$licensectl issue --key ES256/private.jwk $base --days 30 $at --after second.lic --trust set.jwks"
expect 74 '"error":"unreadable"' "$renew --after missing.lic"
expect 64 '^$' "$renew --trust k/public.jwk"

# The preamble tells nodes, features, the grace period and updates.
expect 0 '^4$' "$licensectl issue --key k/private.jwk $base --until 2028-01-01T00:00:00Z --node n1 --feature f --grace-days 7 \
    --updates-until 2029-01-01T00:00:00Z | grep -cE '^(Features: f|Nodes: n1|Grace period: 7 days, until 2028-01-08T00:00:00Z|Updates: .*2029.*)$'"

# Claims.
claims='{"iss":"v","aud":"cloud","sub":"c","jti":"J-1","exp":1900000000,"license":{"category":"plus","modules":["vmware"],"type":"AddOn"}}'
printf '%s' "$claims" > one.json
printf '%s' "${claims/J-1/J-2}" > two.json
expect 0 '"id":"J-1".*"issuedAt":"2026-11-24T12:00:00Z"' \
    "$licensectl issue --key k/private.jwk --claims one.json $at | $licensectl verify --trust k/public.jwk -"
expect 0 '^\{"file":"both.lic","issued":\["J-1","J-2"\],"offset":null,"ok":true,"signedAt":"20[^"]*Z"\}$' \
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
expect 1 'license.limits.hosts.*required for base licenses of the product\.","ok":false' "$licensectl issue $photon --limit hosts:1"
expect 0 '"product":"photon"' "$licensectl issue $photon --limit cores:4 > photon.lic && $licensectl verify --trust k/public.jwk photon.lic"
expect 0 '"replication":\{.*"quotas":\{"cores"' "$licensectl status --catalog photon.json --trust k/public.jwk photon.lic"
expect 1 '"en":"No license for replication is loaded."' \
    "$licensectl check --catalog photon.json --trust k/public.jwk --operation operate --module replication photon.lic"
expect 1 '"en":"The license allows 4 CPU cores, and 3 are already counted. Adding 2 more would exceed the limit."' \
    "$licensectl check --catalog photon.json --trust k/public.jwk --operation operate --add cores:2 --used cores:3 photon.lic"
expect 0 '^$' "$licensectl check --catalog photon.json --trust k/public.jwk --operation operate --add core:1 photon.lic > /dev/null \
    && grep -q \"names the unit 'core'\" stderr"
# A license for a module, alone and in one file with a base license, as in Documentation/Issuing.md.
module='--catalog photon.json --key k/private.jwk --issuer v --licensee C --plus replication --days 30'
replicate="$licensectl check --catalog photon.json --trust k/public.jwk --operation operate --module replication"
expect 0 '"category":"plus".*"licenseType":"AddOn".*"modules":\["replication"\]' \
    "$licensectl issue $module > replication.lic && $licensectl verify --trust k/public.jwk replication.lic"
expect 1 '"reasons":\["base-missing"\]' "$replicate replication.lic"
expect 1 '"reasons":\["module-not-activated"\]' "$replicate photon.lic"
expect 0 '"allowed":true' "cat photon.lic replication.lic > both-photon.lic && $replicate both-photon.lic"
expect 0 '^2$' "$licensectl verify --trust k/public.jwk both-photon.lic | grep -c '\"ok\":true'"
# A catalog determines the product that licenses must be for.
expect 0 '"ok":true' "$licensectl issue --key k/private.jwk $base --days 30 > cloud.lic && $licensectl verify --trust k/public.jwk cloud.lic"
expect 1 '"error":"wrong-product"' "$licensectl status --catalog photon.json --trust k/public.jwk cloud.lic"
expect 64 '^$' "$licensectl status --catalog photon.json --product cloud --trust k/public.jwk cloud.lic"
expect 74 '^$' "echo '{\"product\":\"p\",\"name\":{\"en\":\"P\"},\"requiredLimits\":null}' > null.json; $licensectl status --catalog null.json"
expect 74 '^$' "$licensectl status --catalog missing.json"
# The catalog comes from standard input, which is read once.
expect 0 '"status":"valid"' "$licensectl status --catalog - --trust k/public.jwk photon.lic < photon.json"

# What verify, status and check print.
issue="$licensectl issue --key k/private.jwk --issuer v --product cloud --licensee C $at"
expect 0 '"graceDays":7,.*"updatesUntil":"2029-01-01T00:00:00Z"\}$' "$issue --id B --base enterprise --limit hosts:10 --feature a --node n1 \
    --until 2028-01-01T00:00:00Z --grace-days 7 --updates-until 2029-01-01T00:00:00Z > b.lic; $licensectl verify --trust k/public.jwk b.lic"
expect 0 '"graceDays":null,.*"updatesUntil":null\}$' "$issue --id P --plus quantum --limit qubits:3 --perpetual --allow-unknown-names > p.lic
    $licensectl verify --trust k/public.jwk p.lic"
# Thumbprints in base64url can start with a hyphen.
expect 0 '"findings":\[\]' "$issue --id H --base enterprise --limit hosts:10 --days 30 --node -n1 --node=--n2 > hyphen.lic
    $licensectl status --trust k/public.jwk --node -n1 $at hyphen.lic"
expect 0 '"ok":true' "$licensectl verify --trust k/public.jwk --node --n2 hyphen.lic"
expect 1 '"error":"wrong-node"' "$licensectl verify --trust k/public.jwk --node n1 hyphen.lic"
expect 0 '^\{.*"kid":"-k"' "$licensectl keygen --kid -k --out hyphen > hyphen.json; cat hyphen/public.jwk"
cat b.lic p.lic > bundle.lic
wrong='\{"block":1,"error":"wrong-node","file":"bundle.lic","id":"B","member":null,"message":\{"en":".*n1.*n2.*","zh-Hans":".+"\},"ok":false\}'
expect 1 "^$wrong\$" "$licensectl verify --trust k/public.jwk --node n2 bundle.lic"
expect 1 '"id":"P",.*"ok":true' "$licensectl verify --trust k/public.jwk --node n2 bundle.lic"
expect 1 '"block":null,"error":"wrong-node"' "grep -v -e ^- b.lic | sed -n '/^ey/,\$p' | tr -d '\n' > bare.lic
    $licensectl verify --trust k/public.jwk --node n2 bare.lic"
printf '%s\n' "$(cat p.lic)" "-----BEGIN LICENSE-----" e30.e30.AA "-----END LICENSE-----" > second-bad.lic
expect 1 '^\{"block":2,"error":"unsupported-format","file":"second-bad.lic","member":null,"message":\{"en":".+","zh-Hans":".+"\},"ok":false\}$' \
    "$licensectl verify --trust k/public.jwk second-bad.lic"
expect 74 '^\{"block":null,"error":"unreadable","file":"none.lic","member":null,"message":\{"en":".+","zh-Hans":".+"\},"ok":false\}$' \
    "$licensectl status --trust k/public.jwk none.lic"
expect 1 '^\{"block":2,"error":"unsupported-format"' "$licensectl status --trust k/public.jwk b.lic second-bad.lic"
expect 0 '"findings":\[\{"code":"wrong-node","licenseID":"B"\}\]' "$licensectl status --trust k/public.jwk --node n2 $at b.lic"
expect 0 '"base":\{"coveredUntil":"2028-01-01T00:00:00Z","daysCovered":403,"daysRemaining":403,"edition":"enterprise","expiresAt":"2028-01-01T00:00:00Z","graceUntil":"2028-01-08T00:00:00Z","licenseID":"B","status":"valid","updatesUntil":"2029-01-01T00:00:00Z"\}' \
    "$licensectl status --trust k/public.jwk $at b.lic"
expect 0 '"reminders":\[\{"daysRemaining":3,"id":"expiring:base:B","kind":"expiring","subject":"base","until":"2028-01-01T00:00:00Z"\}\]' \
    "$licensectl status --trust k/public.jwk --at 2027-12-29T00:00:00Z b.lic"
expect 0 '"reminders":\[\{.*"kind":"grace","subject":"base","until":"2028-01-08T00:00:00Z"\}\]' \
    "$licensectl status --trust k/public.jwk --at 2028-01-02T00:00:00Z b.lic"
# The community grant.
operate="$licensectl check --operation operate $at"
expect 1 'base-missing' "$operate"
expect 0 '"allowed":true' "$operate --community none --add hosts:1000"
expect 0 '"allowed":true' "$operate --community hosts:3 --community cpus:unlimited --add hosts:3"
expect 1 '"reasons":\["limit-reached"\]' "$operate --community hosts:3 --add hosts:1 --hosts-used 2 --used hosts:1"
expect 0 '"quotas":\{"cores":\{.*"licensed":"unlimited".*"hosts":\{"absorbed":0,"available":1,"licensed":3,"over":0,"used":2\}\}' \
    "$licensectl status --community hosts:3 --community cores:unlimited --hosts-used 2"
expect 0 '"quotas":\{\}' "$licensectl status --community none"
for bad in 'none --community hosts:1' 'hosts:1 --community hosts:2' hosts hosts:-1 hosts:many :1 ''; do
    expect 64 '^$' "$licensectl status --community $bad"
done
expect 64 '^$' "$licensectl status --community-after-expiry"
# Names that nothing names are likely typos: the answer is the same, with a warning.
check="$licensectl check --trust k/public.jwk --operation operate $at"
warns() { expect "$1" '' "$2 $3; status=\$?; grep -q \"^Warning: .*'$4'\" stderr && exit \$status; exit 9"; }
silent() { expect "$1" '' "$2 $3; status=\$?; grep -q ^Warning stderr && exit 9; exit \$status"; }
warns 0 "$check b.lic" '--add host:1' host
warns 1 "$check b.lic" '--module vmwre' vmwre
warns 0 "$check p.lic --community none" '--feature snapshoot' snapshoot
silent 0 "$check --node n2 bundle.lic --community hosts:1" '--feature a --add qubits:1 --add hosts:1'
silent 0 "$check --community foos:9" '--add foos:1'
silent 0 "$check bundle.lic" '--module quantum'
# explain shows limits, use and overage.
expect 0 '"quotas":\[\{"absorbed":0,"available":0,"counted":500,"licensed":10,"over":490,"unit":"hosts","used":500\}\]' \
    "$licensectl explain --trust k/public.jwk $at --hosts-used 500 b.lic"

# Usage.
for bad in '--at 1969-12-31T23:59:59Z' '--at 0001-01-01T00:00:00Z' '--built 1960-01-01T00:00:00Z' '--at 10000-01-01T00:00:00Z' \
    '--at 9999-12-31T23:59:59-01:00' "--product ''" "--node ''" '--module-used base:hosts:1' '--module-used core:hosts:1' \
    '--used hosts' '--hosts-used -1'; do
    expect 64 '^$' "$licensectl status $bad"
done
expect 0 '"at":"1970-01-01T00:00:00Z"' "$licensectl status --at 1970-01-01T00:00:00Z"
expect 0 '"at":"9999-12-31T23:59:59Z"' "$licensectl status --at 9999-12-31T23:59:59.9Z"
for module in base core; do
    expect 64 '^$' "$licensectl check --operation operate --module $module"
done
expect 64 '^$' "$licensectl issue --key k/private.jwk $base --until 1960-01-01T00:00:00Z"

# Inspecting a text.
expect 0 '"claims":.*"verified":false' "$licensectl inspect both.lic"
expect 0 '^$' "$licensectl inspect both.lic > /dev/null; grep -q '^NOT VERIFIED' stderr"
expect 0 '"claims":"\{\\"sub\\":\\"everything\\"\}".*"header":"\{\\"alg\\":\\"none\\"\}","verified":false' \
    "echo eyJhbGciOiJub25lIn0.eyJzdWIiOiJldmVyeXRoaW5nIn0.AA | $licensectl inspect -"
expect 1 '"block":null,"error":"malformed",.*"zh-Hans":.*"ok":false,"verified":false' "echo nothing | $licensectl inspect -"
expect 74 '^$' "$licensectl inspect missing.lic"

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

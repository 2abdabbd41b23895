#!/bin/sh
# Makes the Quickstart's licences anew, with nothing but the openssl command: a new key, the licence files beside this
# script, and the public key here and in the program's source. The private key is thrown away at the end, so nobody can issue
# another licence that the Quickstart takes. These licences are for the Quickstart and for nothing else.
set -eu
cd "$(dirname "$0")"
secret=$(mktemp -d)
trap 'rm -rf "$secret"' EXIT

base64url() { openssl base64 -A | tr '+/' '-_' | tr -d '='; }
seconds() { date -u -d "$1" +%s; }

openssl genpkey -algorithm ed25519 -out "$secret/key.pem"
x=$(openssl pkey -in "$secret/key.pem" -pubout -outform DER | tail -c 32 | base64url)
jwk='{"kty":"OKP","crv":"Ed25519","kid":"quickstart","x":"'$x'"}'
printf '%s\n' "$jwk" > vendor.jwk
cat > ../Sources/Quickstart/VendorKey.swift <<END
/// The public key of the vendor of the Quickstart's licences, as a JWK (RFC 8037).
///
/// Licenses/make.sh made it.
let vendorKey = #"$jwk"#
END

# license FILE FROM UNTIL MEMBERS: signs a licence and writes it in armour.
license() {
    claims=$(printf '{"iss":"https://vendor.example","aud":"cloud","sub":"admin@customer.example","jti":"%s","iat":%s,%s}' \
        "quickstart-$1" "$(seconds 2026-06-01)" "\"nbf\":$(seconds "$2"),\"exp\":$(seconds "$3"),\"license\":{$4}")
    header=$(printf '{"alg":"Ed25519","kid":"quickstart","typ":"license+jwt"}' | base64url)
    printf '%s.%s' "$header" "$(printf '%s' "$claims" | base64url)" > "$secret/signed"
    openssl pkeyutl -sign -inkey "$secret/key.pem" -rawin -in "$secret/signed" -out "$secret/signature"
    {
        echo "A licence of the Quickstart: $1, from $2 until $3."
        echo "-----BEGIN LICENSE-----"
        printf '%s.%s\n' "$(cat "$secret/signed")" "$(base64url < "$secret/signature")" | fold -w 64
        echo "-----END LICENSE-----"
    } > "$1.lic"
}

license base 2026-06-01 2027-06-01 \
    '"category":"base","edition":"enterprise","type":"Paid","limits":{"hosts":5}'
license vmware 2026-06-01 2027-03-11 \
    '"category":"plus","modules":["vmware"],"type":"AddOn","limits":{"hosts":2}'
license project-management 2026-06-01 2027-02-01 \
    '"category":"plus","modules":["project-management"],"type":"AddOn"'
license disaster-recovery 2026-06-01 2027-02-20 \
    '"category":"plus","modules":["disaster-recovery"],"type":"AddOn","graceDays":30'
license baremetal 2027-04-01 2028-04-01 \
    '"category":"plus","modules":["baremetal"],"type":"AddOn"'

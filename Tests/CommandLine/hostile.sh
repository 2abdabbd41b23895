#!/usr/bin/env bash
# Tests licensectl in hostile environments: standard streams that are closed or full, texts with terminal control characters,
# file names that are not text, files that are not regular files, and a disk that fails.
# usage: Tests/CommandLine/hostile.sh [LICENSECTL]    builds licensectl by default
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
export HOME=$work
passed=0
failed=0

# expect STATUS PATTERN COMMAND: checks the exit status of a command, and that its standard output matches a pattern. '^$' means
# no output. A command that does not exit within 10 seconds fails.
expect() {
    local status=$1 pattern=$2 actual
    ctl=$licensectl timeout 10 bash -c "$3" > stdout 2> stderr
    actual=$?
    if [ "$actual" = "$status" ] && { [ ! -s stdout ] && [ "$pattern" = '^$' ] || grep -qaE -- "$pattern" stdout; }; then
        passed=$((passed + 1))
    else
        failed=$((failed + 1))
        echo "failed: $3 (exit $actual, expected $status)"
        head -qn 3 stdout stderr | cut -c -200
    fi
}

base='--issuer v --product cloud --licensee Customer --base enterprise --limit hosts:10 --days 30'
issue="\$ctl issue --key k/private.jwk $base --id L-1"

expect 0 '"ok":true' '$ctl keygen --alg Ed25519 --out k'
expect 0 'BEGIN LICENSE' "$issue | tee a.lic"
expect 0 '"ok":true' '$ctl verify --trust k/public.jwk a.lic'

# With a closed or full standard stream, licensectl exits with an error and not by a signal.
for bad in '>&-' '> /dev/full' '1< /dev/null'; do
    for command in '$ctl --help' '$ctl help issue' '$ctl verify --trust k/public.jwk a.lic' '$ctl inspect a.lic' "$issue" \
        '$ctl status' '$ctl explain' '$ctl check --operation view' '$ctl verify --trust k/public.jwk /dev/null missing' \
        '$ctl request --home home' '$ctl list --home home --trust k/public.jwk' \
        'echo info | $ctl shell --home home --trust k/public.jwk' \
        '$ctl --generate-completion-script bash' '$ctl --experimental-dump-help'; do
        expect 74 '^$' "$command $bad"
    done
done
for bad in '2>&-' '2> /dev/full' '2< /dev/null'; do
    for command in '$ctl verify' '$ctl nonsense' '$ctl issue --key missing.jwk '"$base" '$ctl verify --trust missing a.lic' \
        '$ctl inspect missing' '$ctl inspect a.lic' '$ctl issue --key a.lic '"$base"; do
        expect 74 '^$' "$command $bad"
    done
    expect 74 '"instant":' "\$ctl explain $bad"
    expect 0 '"ok":true' "\$ctl verify --trust k/public.jwk a.lic $bad"
    expect 1 '"ok":false' "\$ctl verify --trust k/public.jwk k/public.jwk $bad"
done
expect 74 '"error":"unreadable"' '$ctl verify --trust k/public.jwk - <&-'
expect 74 '"error":"unreadable"' '$ctl install --home home --trust k/public.jwk --as admin -f - <&-'
expect 74 '^$' '$ctl shell --home home --trust k/public.jwk <&-'
expect 74 '^$' '$ctl verify --trust k/public.jwk a.lic <&- >&- 2>&-'
expect 74 '^$' '{ sleep 0.3; $ctl --help; } | true; exit ${PIPESTATUS[0]}'
# A limit on file sizes, and a nonblocking standard input.
for file in 'issue --output big.lic' 'keygen --alg Ed25519 --out big'; do
    [ "${file%% *}" = issue ] && file="${file/issue/issue --key k/private.jwk $base}"
    expect 74 '^$' "ulimit -f 0; \$ctl $file 2> /dev/null"
done
expect 0 '^$' '[ ! -e big.lic ] && ls big'
expect 0 '"ok":true' '{ sleep 0.3; cat a.lic; } | python3 -c "
import os, sys
os.set_blocking(0, False)
os.execv(sys.argv[1], sys.argv[1:])" $ctl verify --trust k/public.jwk -'
# No file reuses the descriptor of a closed standard stream: the private key file has only the key.
expect 74 '^$' '$ctl keygen --alg Ed25519 --out closed <&- >&- 2>&-'
expect 0 '^1 1$' 'wc -l < closed/public.jwk | tr -d "\n"; echo " $(head -c 1 closed/private.jwk | grep -c {)"'
expect 0 '^$' 'python3 -c "import json; json.load(open(\"closed/private.jwk\")); json.load(open(\"closed/public.jwk\"))"'
expect 74 '^$' "$issue --output closed.lic <&- >&- 2>&-"
expect 0 '"ok":true' '$ctl verify --trust k/public.jwk closed.lic'

# No output has terminal control characters.
escape=$'\e[2J'
csi=$'\u009b2J'
bidi=$'\u202e'
blank=$'\u2800\u3164\u00ad\ufeff\U000e0041\ue000'
export escape csi bidi blank
raw=$'[\x01-\x09\x0b-\x1f\x7f]|\u009b|\u0085|\u202e|\u2800|\u3164|\u00ad|\ufeff|\U000e0041|\ue000|\u2028'
# clean COMMAND: checks that neither standard output nor standard error has such a character, with any exit status.
clean() {
    expect 0 '^$' "$1 > printed 2>&1; [ -s printed ] && ! LC_ALL=C.UTF-8 grep -aqP $(printf '%q' "$raw") printed"
}
for text in escape csi bidi blank; do
    clean "\$ctl \"\$$text\""
    clean "\$ctl verify \"--\$$text\""
    clean "\$ctl verify --trust k/public.jwk \"\$$text\""
    clean "\$ctl verify --trust \"\$$text\" a.lic"
    clean "\$ctl verify --trust \"a:\$$text\" a.lic"
    clean "\$ctl status --at \"\$$text\""
    clean "\$ctl inspect \"\$$text\""
    clean "\$ctl keygen --alg \"\$$text\" --out x"
    clean "\$ctl keygen --alg Ed25519 --out \"a.lic/\$$text\""
    clean "\$ctl keygen --alg Ed25519 --out \"new\$$text\""
    clean "\$ctl issue --key \"\$$text\" $base"
    clean "\$ctl issue --key k/private.jwk --claims \"\$$text\""
    clean "$issue --output \"missing/\$$text\""
    clean "$issue --output \"\$$text.lic\""
    clean "$issue --zone \"\$$text\""
    clean "$issue --after \"\$$text\""
    clean "\$ctl jwks \"\$$text\""
    clean "\$ctl status --community \"\$$text\""
    clean "\$ctl verify \"-\$$text\""
done
expect 74 '"file":"\\u001b\[2J"' '$ctl verify --trust k/public.jwk "$escape"'
expect 74 '"file":"\\u009B2J"' '$ctl verify --trust k/public.jwk "$csi"'
expect 74 '"file":"\\u202E"' '$ctl verify --trust k/public.jwk "$bidi"'
expect 74 '"file":"\\u2800\\u3164\\u00AD\\uFEFF\\uDB40\\uDC41\\uE000"' '$ctl verify --trust k/public.jwk "$blank"'
expect 74 '"file":"größe 許可證"' '$ctl verify --trust k/public.jwk "größe 許可證"'
expect 0 '^$' '$ctl verify --trust "$csi" a.lic; grep -qF "'"'"'\u{9B}2J'"'"'" stderr'
expect 0 '^$' '$ctl "$escape$bidi"; grep -qF "\u{1B}[2J\u{202E}" stderr'
# A newline in an argument does not start a new line of the message.
expect 0 '^$' '$ctl $'"'"'a\nOK: done'"'"'; ! grep -q ^OK stderr && grep -qF "a\u{A}OK: done" stderr'
expect 0 '^$' '$ctl verify --trust $'"'"'a\nOK: done'"'"' a.lic; ! grep -q ^OK stderr && grep -qF "a\u{A}OK: done" stderr'

# An unverified text is shown unchanged.
token() { printf %s "$1" | base64 -w 0 | tr '+/' '-_' | tr -d =; }
header='{"alg":"none"}'
claims=$'{"a":1.0,"b":-0,"c":1e400,"\u00e9":1,"e\u0301":2,"d":12345678901234567890123,"x":"\u009b\u202e\\u001b\U000e0041","s" : "/\\/"}'
printf '%s.%s.AA' "$(token "$header")" "$(token "$claims")" > odd.lic
printf '%s' "$claims" > claims
printf '%s' "$header" > header
clean '$ctl inspect odd.lic'
expect 0 '^$' '$ctl inspect odd.lic 2> /dev/null | python3 -c "
import json, sys
line = json.loads(sys.stdin.readline())
assert line[\"claims\"] == open(\"claims\", encoding=\"utf-8\").read(), line
assert line[\"header\"] == open(\"header\", encoding=\"utf-8\").read(), line"'

# File names are passed to the system unchanged. The account root exists, so that a shell would expand its name.
mkdir -p '~root' '~' far/away
ln -s far/away link
cp a.lic '~root/zz'
cp a.lic far/up.lic
expect 0 '"file":"~root/zz"' '$ctl verify --trust k/public.jwk "~root/zz"'
expect 0 '"file":"link/../up.lic"' '$ctl verify --trust k/public.jwk link/../up.lic'
expect 0 '"private":"~/key/private.jwk"' '$ctl keygen --alg Ed25519 --out "~/key"'
expect 0 '^private.jwk$' 'ls "./~/key"'
expect 0 '"private":"link/../key/private.jwk"' '$ctl keygen --alg Ed25519 --out link/../key'
expect 0 '^private.jwk$' 'ls far/key'
expect 0 '^600 700 700$' '$ctl keygen --alg Ed25519 --out deep/er/ > /dev/null; stat -c %a deep/er/private.jwk deep/er deep | xargs'
expect 74 '^$' '$ctl keygen --alg Ed25519 --out ""'
expect 0 '"file":"link/../out.lic"' "$issue --output link/../out.lic"
expect 0 '"file":"~root/out.lic"' "$issue --output '~root/out.lic'"
expect 0 'BEGIN' 'cat far/out.lic "./~root/out.lic"'
expect 0 'BEGIN' "\$ctl issue --key '~/key/private.jwk' $base"
expect 0 'BEGIN' "\$ctl issue --key link/../key/private.jwk $base"
# File names that are not UTF-8.
export odd=$'od\xffd\x9b' twin=$'od\ufffdd\ufffd' carrier=$'\U0010fe9b\U0010feff'
cp a.lic "$odd.lic"
cp k/public.jwk "$odd.jwk"
expect 0 '"file":"od�d�.lic"' '$ctl verify --trust "$odd.jwk" "$odd.lic"'
expect 74 '"error":"unreadable","file":"od�d�.lic"' '$ctl verify --trust k/public.jwk "$twin.lic"'
expect 74 '"error":"unreadable"' '$ctl verify --trust k/public.jwk $'"'"'od\U0010feffd\U0010fe9b.lic'"'"
expect 0 '"ok":true' '$ctl keygen --alg Ed25519 --out "key$odd" && [ -f "key$odd/private.jwk" ]'
expect 0 'BEGIN' "\$ctl issue --key \"key\$odd/private.jwk\" $base"
expect 0 '"ok":true' "$issue --output \"new\$odd\" && [ -f \"new\$odd\" ]"
expect 0 '"ok":true' 'cp a.lic "$carrier" && $ctl verify --trust k/public.jwk "$carrier"'
# A combining character at the start of a name is part of the name, even after a separator that it combines with.
export accent=$'\u0338'
expect 0 '"file":"'"$accent"'x:'"$accent"'y"' 'cp a.lic "${accent}x:${accent}y"; cp k/public.jwk "${accent}k:${accent}";
    $ctl verify --trust="${accent}k:${accent}" "${accent}x:${accent}y"'
expect 0 '"file":"'"$accent"'z"' "$issue \"--output=\${accent}z\""
expect 0 '"licensee":"'"$accent"'c"' "\$ctl issue --key k/private.jwk --issuer v --product p \"--licensee=\${accent}c\" \
    --base enterprise --limit hosts:1 --days 1 | \$ctl verify --trust k/public.jwk -"
# A name that looks like a group of short options is neither an option nor the help. After `--`, it is a file.
for name in -bad-h -h.lic -help -x -hh; do
    cp a.lic "./$name"
    for command in 'verify --trust k/public.jwk' 'status --trust k/public.jwk' inspect 'check --operation view --trust k/public.jwk'; do
        expect 64 '^$' "\$ctl $command $name"
        expect 64 '^$' "\$ctl $command a.lic $name"
        expect 0 : "\$ctl $command -- $name"
        expect 0 : "\$ctl $command ./$name"
    done
    expect 64 '^$' "\$ctl $name"
    expect 64 '^$' "\$ctl verify --trust $name a.lic"
done
expect 0 '^$' '$ctl verify --trust k/public.jwk -bad-h; grep -qF "write '"'./-bad-h'"', or put" stderr'
expect 0 '"file":"--help"' 'cp a.lic ./--help; $ctl verify --trust k/public.jwk -- --help'
expect 0 '"file":"-h"' 'cp a.lic ./-h; $ctl verify --trust k/public.jwk -- -h'
expect 64 '^$' '$ctl verify --trust k/public.jwk --bad-h'
expect 0 USAGE '$ctl verify -h'
expect 0 USAGE '$ctl -h'
expect 0 '^$' '$ctl "$odd"; grep -qF "od�d�" stderr'
expect 64 '^$' "\$ctl issue --key k/private.jwk --issuer v --product p --licensee \"\$odd\" --base enterprise --limit hosts:1 --days 1"
expect 0 '"licensee":"\\uDBFF\\uDE9B\\uDBFF\\uDEFF"' "\$ctl issue --key k/private.jwk --issuer v --product p --licensee \"\$carrier\" \
    --base enterprise --limit hosts:1 --days 1 | \$ctl verify --trust k/public.jwk -"
# A suffix that names an algorithm is an algorithm, even if a file has the whole name.
openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out rsa.pem 2> /dev/null
openssl pkey -in rsa.pem -pubout -out keys.pem
chmod 600 rsa.pem
cp k/public.jwk keys.pem:PS256
cp k/public.jwk keys.pem:PS256:k-1
cp k/public.jwk keys.pem:HS256
expect 0 BEGIN "\$ctl issue --key rsa.pem --alg PS256 --kid k-1 $base | tee rsa.lic"
expect 0 '"algorithm":"PS256"' '$ctl verify --trust keys.pem:PS256:k-1 rsa.lic'
expect 1 '"error":"unknown-key"' '$ctl verify --trust keys.pem:PS256 a.lic'
expect 0 '"ok":true' '$ctl verify --trust keys.pem:HS256 a.lic'
expect 64 '^$' '$ctl verify --trust keys.pem:HS512 a.lic'

# licensectl reads only regular files, and never waits for others.
mkfifo fifo
# /proc/kmsg reports that it is a regular file, but reading it waits for messages.
for file in fifo /dev/null /dev/zero /dev/tty /proc/kmsg k; do
    expect 74 '"error":"unreadable"' "\$ctl verify --trust k/public.jwk $file"
    expect 74 '^$' "\$ctl verify --trust $file a.lic"
    expect 74 '^$' "\$ctl inspect $file"
    expect 74 '^$' "\$ctl issue --key $file $base"
    expect 74 '^$' "\$ctl issue --key k/private.jwk --claims $file"
done
expect 0 '^$' '$ctl inspect fifo; grep -q "not a regular file.*standard input" stderr'
expect 0 '"ok":true' 'cat a.lic | $ctl verify --trust k/public.jwk -'
expect 0 '"ok":true' 'cat a.lic > fifo & $ctl verify --trust k/public.jwk - < fifo'

# Password files with the line endings of other systems.
openssl genpkey -algorithm EC -pkeyopt group:P-256 -aes256 -pass pass:secret -out locked.pem 2> /dev/null
chmod 600 locked.pem
printf 'secret\r\n' > crlf
printf 'secret\r' > cr
printf 'secret' > plain
printf 'secret\n\n' > two
for file in crlf plain; do
    expect 0 BEGIN "\$ctl issue --key locked.pem --password-file $file $base"
done
for file in cr two; do
    expect 74 '^$' "\$ctl issue --key locked.pem --password-file $file $base"
done

# Keys that would need an unbounded amount of work.
$licensectl keygen --alg PS256 --bits 2048 --out rsa > /dev/null 2>&1
python3 - <<'END'
import base64, json, os
def write(name, text):
    with open(os.open(name, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
        file.write(text)
key = json.load(open("rsa/private.jwk"))
# A prime, so that no primality test ends early.
factor = (2**132_049 - 1).to_bytes(16_507, "big")
write("factor.jwk", json.dumps(key | {"p": base64.urlsafe_b64encode(factor).decode().rstrip("=")}))
def element(tag, *parts):
    body = b"".join(parts)
    size = bytes([len(body)]) if len(body) < 128 else bytes([0x81, len(body)])
    return bytes([tag]) + size + body
def oid(text):
    return element(6, bytes.fromhex(text))
function = element(0x30, oid("2a864886f70d01050c"), element(0x30, element(4, b"saltsalt"), element(2, b"\x7f\xff\xff\xff")))
cipher = element(0x30, oid("60864801650304012a"), element(4, bytes(16)))
scheme = element(0x30, oid("2a864886f70d01050d"), element(0x30, function, cipher))
text = base64.encodebytes(element(0x30, scheme, element(4, bytes(64)))).decode()
write("rounds.pem", f"-----BEGIN ENCRYPTED PRIVATE KEY-----\n{text}-----END ENCRYPTED PRIVATE KEY-----\n")
END
expect 74 '^$' "\$ctl issue --key factor.jwk $base"
expect 0 '^$' "\$ctl issue --key factor.jwk $base; grep -q \"'p' is longer than its modulus\" stderr"
expect 74 '^$' "\$ctl issue --key rounds.pem --password-file plain $base"
expect 0 '^$' "\$ctl issue --key rounds.pem --password-file plain $base; grep -q '2,000,000 rounds' stderr"

# A key that was read leaves nothing in memory. The preloaded library never reuses memory, and searches all of it at exit.
cat > search.c <<'END'
#include <fcntl.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

extern void *__libc_malloc(size_t);

void free(void *memory) {}

void *realloc(void *old, size_t size) {
    void *new = __libc_malloc(size);
    if (old != NULL && new != NULL) {
        size_t old_size = malloc_usable_size(old);
        memcpy(new, old, old_size < size ? old_size : size);
    }
    return new;
}

// Each byte of SECRET is altered, so that the search does not find the variable itself.
__attribute__((destructor)) static void search(void) {
    const char *secret = getenv("SECRET");
    size_t size = strlen(secret), found = 0;
    unsigned long start, end;
    char line[512], access[5];
    FILE *maps = fopen("/proc/self/maps", "r");
    while (fgets(line, sizeof line, maps) != NULL) {
        if (sscanf(line, "%lx-%lx %4s", &start, &end, access) != 3 || strncmp(access, "rw", 2) != 0) {
            continue;
        }
        for (const char *byte = (char *)start; byte + size <= (char *)end; byte++) {
            size_t index = 0;
            while (index < size && byte[index] == (secret[index] ^ 1)) {
                index++;
            }
            found += index == size;
        }
    }
    FILE *result = fopen("found", "w");
    fprintf(result, "%zu\n", found);
    fclose(result);
}
END
cc -O1 -shared -fPIC -o search.so search.c
altered() { python3 -c 'import sys; print("".join(chr(ord(c) ^ 1) for c in sys.argv[1]))' "$1"; }
# 24 characters of d, as they are in the file.
SECRET=$(altered "$(sed 's/.*"d":"\(.\{24\}\).*/\1/' k/private.jwk)")
export SECRET
expect 0 BEGIN "LD_PRELOAD=./search.so $issue"
expect 0 '^0$' 'cat found'
expect 0 BEGIN "LD_PRELOAD=./search.so \$ctl issue --key - $base < k/private.jwk"
expect 0 '^0$' 'cat found'
expect 1 refused 'LD_PRELOAD=./search.so $ctl issue --key k/private.jwk --claims k/private.jwk'
expect 0 '^[1-9]' 'cat found'
SECRET=$(altered "a long password, of the vendor's")
printf "a long password, of the vendor's\r\n" > long
openssl pkcs8 -topk8 -in rsa.pem -passout file:<(tr -d '\r' < long) -out long.pem
chmod 600 long.pem
expect 0 BEGIN "LD_PRELOAD=./search.so \$ctl issue --key long.pem --alg PS256 --password-file long $base"
expect 0 '^0$' 'cat found'
unset SECRET

# Files and their folders are flushed to disk, and a disk that fails is an error.
cat > disk.c <<'END'
#define _GNU_SOURCE
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

// Logs each file and folder that is flushed, and fails for the kind that FAILS names.
int fsync(int number) {
    struct stat status;
    char path[64], name[512];
    fstat(number, &status);
    const char *kind = S_ISDIR(status.st_mode) ? "folder" : "file";
    snprintf(path, sizeof path, "/proc/self/fd/%d", number);
    ssize_t size = readlink(path, name, sizeof name - 1);
    name[size < 0 ? 0 : size] = 0;
    FILE *log = fopen("synced", "a");
    fprintf(log, "%s %s\n", kind, strrchr(name, '/') + 1);
    fclose(log);
    const char *fails = getenv("FAILS");
    if (fails != NULL && strcmp(fails, kind) == 0) {
        errno = EIO;
        return -1;
    }
    return 0;
}
END
cc -shared -fPIC -o disk.so disk.c
expect 0 '"ok":true' 'LD_PRELOAD=./disk.so $ctl keygen --alg Ed25519 --out made/here'
expect 0 '^folder .*folder made file public.jwk file private.jwk folder here $' 'tr "\n" " " < synced; rm synced'
expect 0 '"ok":true' "LD_PRELOAD=./disk.so $issue --output made/b.lic"
expect 0 '^file b.lic folder made $' 'tr "\n" " " < synced'
expect 74 '^$' "FAILS=folder LD_PRELOAD=./disk.so $issue --output made/c.lic"
expect 0 'BEGIN' "FAILS=folder LD_PRELOAD=./disk.so $issue --output made/e.lic; grep -q 'after a power failure' stderr && \
    cat made/c.lic made/e.lic"
expect 74 '^$' "FAILS=file LD_PRELOAD=./disk.so $issue --output made/d.lic"
expect 2 '^$' 'ls made/d.lic'
mkdir bare
expect 74 '^$' 'FAILS=folder LD_PRELOAD=./disk.so $ctl keygen --alg Ed25519 --out bare'
expect 0 '^private.jwk public.jwk$' 'ls bare | xargs'
expect 74 '^$' 'FAILS=file LD_PRELOAD=./disk.so $ctl keygen --alg Ed25519 --out bare/x'
expect 0 '^$' 'ls bare/x'

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

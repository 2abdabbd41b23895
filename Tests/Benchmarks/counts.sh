#!/usr/bin/env bash
# Counts the allocations and instructions of operations, and compares them with thresholds.txt.
# usage: counts.sh [--update]    --update: write what was measured, with 3 % for what varies, into thresholds.txt
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# The program is linked statically, because valgrind cannot run programs that load Swift's libraries.
swift build -c release --scratch-path .build-gate --static-swift-stdlib --product Counts
program=.build-gate/release/Counts

# The allocation counter of the benchmark package always reports 0.
cat > "$work/count.c" <<'END'
#define _GNU_SOURCE
#include <dlfcn.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>

static atomic_long count;
extern void *__libc_malloc(size_t);
extern void *__libc_calloc(size_t, size_t);
extern void *__libc_realloc(void *, size_t);
extern void *__libc_memalign(size_t, size_t);

void *malloc(size_t size) { count++; return __libc_malloc(size); }
void *calloc(size_t number, size_t size) { count++; return __libc_calloc(number, size); }
void *realloc(void *old, size_t size) { count++; return __libc_realloc(old, size); }
void *aligned_alloc(size_t alignment, size_t size) { count++; return __libc_memalign(alignment, size); }
int posix_memalign(void **result, size_t alignment, size_t size) {
    count++;
    *result = __libc_memalign(alignment, size);
    return *result == NULL;
}

__attribute__((destructor)) static void report(void) { fprintf(stderr, "%ld\n", (long)count); }
END
cc -O2 -shared -fPIC -o "$work/count.so" "$work/count.c"
# allocations OPERATION TIMES, of which the setup is subtracted: it makes a key, which varies a little.
allocations() {
    count() { LD_PRELOAD="$work/count.so" "$program" "$@" 2>&1 | tail -n 1; }
    echo $((($(count "$1" $(($2 * 2))) - $(count "$1" "$2") + $2 / 2) / $2))
}

# instructions OPERATION TIMES, in the function that repeats the operation.
instructions() {
    local all
    all=$(SWIFT_DETERMINISTIC_HASHING=1 valgrind --tool=callgrind --callgrind-out-file=/dev/null --collect-atstart=no \
        '--toggle-collect=*repeatMeasured*' "$program" "$@" 2>&1 | sed -n 's/.*Collected : //p')
    echo $((all / $2))
}

planted=$(allocations planted 10000)
[ "$planted" -eq 1 ] || { echo "one planted allocation is counted as $planted"; exit 1; }

failed=0
# compare NAME WHAT MEASURED MOST
compare() {
    [ "$4" = - ] || [ "$3" -le "$4" ] || { echo "error: $1 has $3 $2, and may have $4"; failed=1; }
}
while read -r operation times most_allocations most_instructions; do
    case $operation in '' | '#'*) continue ;; esac
    found_allocations=$(allocations "$operation" "$times")
    found_instructions=-
    if [ "$most_instructions" != - ]; then
        found_instructions=$(instructions "$operation" $((times / 20)))
        compare "$operation" instructions "$found_instructions" "$most_instructions"
    fi
    compare "$operation" allocations "$found_allocations" "$most_allocations"
    echo "$operation: $found_allocations allocations, $found_instructions instructions"
    room=$found_instructions
    [ "$room" = - ] || room=$((found_instructions * 103 / 100 + 1))
    printf '%-18s %-9s %-12s %s\n' "$operation" "$times" "$found_allocations" "$room" >> "$work/thresholds"
done < thresholds.txt
if [ "${1:-}" = --update ]; then
    { grep '^#' thresholds.txt; cat "$work/thresholds"; } > "$work/new"
    cp "$work/new" thresholds.txt
    exit 0
fi
echo "counts: $([ "$failed" -eq 0 ] && echo ok || echo failed)"
exit "$failed"

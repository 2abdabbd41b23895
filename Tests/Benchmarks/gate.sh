#!/usr/bin/env bash
# Counts the allocations of a gate's check, by a counter that must see planted ones, and its instructions where valgrind is.
set -euo pipefail
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Statically linked: valgrind does not run a program that loads Swift's libraries.
swift build -c release --scratch-path .build-gate --static-swift-stdlib --product GateLoop
loop=.build-gate/release/GateLoop

# The benchmark package's own counter reads 0 whatever happens.
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
allocations() { LD_PRELOAD="$work/count.so" "$loop" "$@" 2>&1 | tail -n 1; }

none=$(allocations 0)
million=$(($(allocations 1000000) - none))
planted=$(($(allocations 1000000 planted) - none))
echo "allocations of a million checks: $million; with one planted in each: $planted"
# A key of the test environment is made at each start, which takes some tries more or less.
[ "$million" -lt 1000 ] && [ "$planted" -ge 999000 ]

if command -v valgrind > /dev/null; then
    instructions() {
        valgrind --tool=callgrind --callgrind-out-file=/dev/null "$loop" "$@" 2>&1 | sed -n 's/.*Collected : //p'
    }
    echo "instructions of a check: $((($(instructions 1000000) - $(instructions 0)) / 1000000))"
else
    echo 'instructions: skipped, there is no valgrind'
fi

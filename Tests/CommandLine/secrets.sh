#!/usr/bin/env bash
# Runs the test that a private key leaves nothing in memory in a process that never reuses freed memory. Otherwise, later
# allocations could overwrite by chance what is left there.
# usage: Tests/CommandLine/secrets.sh BUNDLE    BUNDLE: the built tests
set -euo pipefail
bundle=$(realpath "$1")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cat > "$work/keep.c" <<'END'
#include <malloc.h>
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

__attribute__((constructor)) static void announce(void) {
    static const char text[] = "memory is never reused\n";
    write(2, text, sizeof text - 1);
}
END
cc -O2 -shared -fPIC -o "$work/keep.so" "$work/keep.c"
run() { LD_PRELOAD="$work/keep.so" "$bundle" --testing-library swift-testing --filter 'SecrecyTests/memory'; }
run
# The search must find a secret that is not overwritten.
if PLANTED_SECRET=1 run > "$work/planted" 2>&1; then
    echo 'the planted secret was not found'
    exit 1
fi
grep -q 'search.count' "$work/planted"
grep -q 'memory is never reused' "$work/planted"

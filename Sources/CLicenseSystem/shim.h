// System calls that Swift cannot import, because they are variadic or because the C library has no function for them.
#ifndef C_LICENSE_SYSTEM_SHIM_H
#define C_LICENSE_SYSTEM_SHIM_H

#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <sys/file.h>
#include <unistd.h>

#ifdef __linux__
#include <sys/syscall.h>
#ifndef SYS_openat2
#define SYS_openat2 437
#endif
#endif

// Opens a file below a folder and follows links that stay below it (openat2 with RESOLVE_BENEATH and
// RESOLVE_NO_MAGICLINKS). Fails with ENOSYS where the kernel does not have the call.
static inline int CLicenseSystem_open_beneath(int folder, const char *name, int flags) {
#ifdef __linux__
    struct {
        uint64_t flags, mode, resolve;
    } how = {(uint64_t)flags, 0, 0x08 | 0x02};
    return (int)syscall(SYS_openat2, folder, name, &how, sizeof how);
#else
    (void)folder, (void)name, (void)flags;
    errno = ENOSYS;
    return -1;
#endif
}

// Opens a file in a folder, with a mode for a file that the call creates.
static inline int CLicenseSystem_open(int folder, const char *name, int flags, mode_t mode) {
    return openat(folder, name, flags, mode);
}

// Takes the lock of an open file without waiting, until the file is closed.
static inline int CLicenseSystem_try_lock(int file) {
    return flock(file, LOCK_EX | LOCK_NB);
}

#ifdef __linux__
// O_PATH, which the C library declares only together with its other extensions.
static const int CLicenseSystem_O_PATH = 0x200000;

// Returns the number of processors on which this thread may run, or 0 if it is not known.
static inline int CLicenseSystem_processor_count(void) {
    unsigned long set[128] = {0};
    long size = syscall(SYS_sched_getaffinity, 0, sizeof set, set);
    int count = 0;
    for (long index = 0; index < size / (long)sizeof set[0]; index++) {
        count += __builtin_popcountl(set[index]);
    }
    return count;
}
#else
static const int CLicenseSystem_O_PATH = 0;

static inline int CLicenseSystem_processor_count(void) {
    return 0;
}
#endif

#endif

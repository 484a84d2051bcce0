/* Makes system calls fail in a program under test, and turns its clock (LD_PRELOAD).

   A fault holds while a file of its name is in the folder FAULTS, with a number in it:
   "names", "write" and "fsync" hold an errno, "clock" the seconds by which the time of day is off.
   Only what is under the folder FAULTS_UNDER fails. */

#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

static long number_of(const char *fault) {
    char path[PATH_MAX], digits[24] = "";
    const char *faults = getenv("FAULTS");
    if (!faults) return 0;
    snprintf(path, sizeof path, "%s/%s", faults, fault);
    int file = syscall(SYS_openat, AT_FDCWD, path, O_RDONLY | O_CLOEXEC);
    if (file < 0) return 0;
    syscall(SYS_read, file, digits, sizeof digits - 1);
    syscall(SYS_close, file);
    return atol(digits);
}

static int fails(const char *fault, const char *path) {
    const char *under = getenv("FAULTS_UNDER");
    if (!under || strncmp(path, under, strlen(under))) return 0;
    long number = number_of(fault);
    if (number) errno = number;
    return number != 0;
}

static int fails_on(const char *fault, int file) {
    char link[64], path[PATH_MAX] = "";
    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    return readlink(link, path, sizeof path - 1) > 0 && fails(fault, path);
}

ssize_t write(int file, const void *data, size_t size) {
    return fails_on("write", file) ? -1 : REAL(write)(file, data, size);
}

int fsync(int file) { return fails_on("fsync", file) ? -1 : REAL(fsync)(file); }

int mkdir(const char *path, mode_t mode) {
    return fails("names", path) ? -1 : REAL(mkdir)(path, mode);
}

int unlink(const char *path) { return fails("names", path) ? -1 : REAL(unlink)(path); }

int rename(const char *from, const char *to) {
    return fails("names", to) ? -1 : REAL(rename)(from, to);
}

static int opened(const char *path, int flags, mode_t mode) {
    if ((flags & O_ACCMODE) != O_RDONLY && fails("names", path)) return -1;
    return syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

#define OPEN(name)                                     \
    int name(const char *path, int flags, ...) {       \
        va_list more;                                  \
        va_start(more, flags);                         \
        mode_t mode = va_arg(more, mode_t);            \
        va_end(more);                                  \
        return opened(path, flags, mode);              \
    }
OPEN(open)
OPEN(open64)

int clock_gettime(clockid_t clock, struct timespec *now) {
    int result = syscall(SYS_clock_gettime, clock, now);
    if (clock == CLOCK_REALTIME) now->tv_sec += number_of("clock");
    return result;
}

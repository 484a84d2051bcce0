"""Advisory locks: who has one keeps others from having it, but nobody from reading or writing."""

import errno
import os
import sys
from io import FileIO


def try_lock(file: FileIO) -> bool:
    """Lock an open file exclusively, without waiting; False if another process holds its lock.

    The lock lasts as long as the file is open here, so a process that is killed holds none. On a
    disk that knows no locks everyone gets one.
    """
    try:
        _lock(file.fileno())
    except BlockingIOError:
        return False
    except OSError as error:
        return error.errno not in (errno.EACCES, errno.EDEADLK)
    return True


if sys.platform == "win32":

    def _lock(handle: int) -> None:
        import msvcrt

        # Nobody could read what is locked, so it is a byte where nothing will ever be.
        os.lseek(handle, 1 << 30, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        finally:
            os.lseek(handle, 0, os.SEEK_SET)

else:

    def _lock(handle: int) -> None:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

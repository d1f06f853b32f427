package store

import "syscall"

// errDiskFull is ERROR_DISK_FULL, which package syscall does not name.
const errDiskFull = syscall.Errno(112)

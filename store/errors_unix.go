//go:build !windows

package store

import "syscall"

const errDiskFull = syscall.ENOSPC

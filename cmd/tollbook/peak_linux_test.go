package main

import (
	"os"
	"syscall"
)

// peakMiB is the most memory that a process held at one time.
func peakMiB(ended *os.ProcessState) int {
	return int(ended.SysUsage().(*syscall.Rusage).Maxrss) >> 10
}

package main

import "runtime/debug"

// sparing saves memory at the cost of some of the processor's time, until undo: the
// collector runs when a third of what is in use was added, not as much again. It is for
// jobs that hold a whole record.
func sparing() (undo func()) {
	was := debug.SetGCPercent(35)
	return func() { debug.SetGCPercent(was) }
}

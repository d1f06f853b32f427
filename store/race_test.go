//go:build race

package store

// raceDetector: this test binary looks for races, and dies of a fault in a
// damaged file instead of raising it.
const raceDetector = true

package aggregate

import (
	"runtime"
	"sync"
)

// leastPart is how many incidents a part has at least: fewer are added up sooner by
// one processor.
const leastPart = 1000

// InParts adds n incidents up in stretches side by side, one a processor. begin makes
// the summing of a stretch, add adds the incidents from one place up to another to it
// and must not write what another call reads. The sum is the same in however many parts.
func InParts(n int, begin func() *Summing, add func(s *Summing, from, to int)) *Summing {
	parts := max(1, min(runtime.GOMAXPROCS(0), n/leastPart))
	sums := make([]*Summing, parts)
	var working sync.WaitGroup
	for i := range sums {
		sums[i] = begin()
		working.Go(func() { add(sums[i], n*i/parts, n*(i+1)/parts) })
	}
	working.Wait()
	for _, more := range sums[1:] {
		sums[0].Join(more)
	}
	return sums[0]
}

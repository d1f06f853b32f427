package people

import (
	"sync"
	"time"

	"golang.org/x/time/rate"
)

// A throttle lets each key try a few times at once and then once in a while. It
// lives in memory: with several servers over one book, each counts for itself.
type throttle struct {
	now func() time.Time
	mu  sync.Mutex
	by  map[string]*rate.Limiter
}

const (
	triesAtOnce = 8
	triesEvery  = 10 * time.Second
	manyKeys    = 10_000 // then those that are at rest are forgotten
)

// try takes a try of every key, or none where one key has none left. A try that
// came out well is given back.
func (t *throttle) try(keys ...string) (giveBack func(), ok bool) {
	t.mu.Lock()
	defer t.mu.Unlock()
	now := t.now()
	t.forget(now)
	var taken []*rate.Reservation
	giveBack = func() {
		for _, r := range taken {
			r.CancelAt(now)
		}
	}
	for _, key := range keys {
		if t.by[key] == nil {
			t.by[key] = rate.NewLimiter(rate.Every(triesEvery), triesAtOnce)
		}
		r := t.by[key].ReserveN(now, 1)
		taken = append(taken, r)
		if r.DelayFrom(now) > 0 {
			giveBack()
			return nil, false
		}
	}
	return giveBack, true
}

// forget drops the keys that are at rest once there are many.
func (t *throttle) forget(now time.Time) {
	if t.by == nil {
		t.by = map[string]*rate.Limiter{}
	}
	if len(t.by) < manyKeys {
		return
	}
	for key, l := range t.by {
		if l.TokensAt(now) >= triesAtOnce {
			delete(t.by, key)
		}
	}
}

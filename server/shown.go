package server

import (
	"crypto/rand"
	"sync"
	"time"
)

// shownFor is how long a secret waits to be looked at.
const shownFor = 5 * time.Minute

// shownOnce holds secrets that a page shows a single time: an invitation, a token.
// They stand in no address, no journal and no file.
type shownOnce struct {
	mu  sync.Mutex
	all map[string]shownSecret
}

type shownSecret struct {
	secret
	owner string
	until time.Time
}

// A secret is what is shown once: what it is, and what to copy.
type secret struct{ Kind, Whom, Text string }

// put keeps a secret for one person and gives the key under which the next page
// asks for it.
func (o *shownOnce) put(name string, now time.Time, s secret) (key string) {
	o.mu.Lock()
	defer o.mu.Unlock()
	if o.all == nil {
		o.all = map[string]shownSecret{}
	}
	for k, x := range o.all {
		if now.After(x.until) {
			delete(o.all, k)
		}
	}
	key = rand.Text()
	o.all[key] = shownSecret{s, name, now.Add(shownFor)}
	return key
}

// take gives a secret to its person, and forgets it.
func (o *shownOnce) take(name string, now time.Time, key string) *secret {
	o.mu.Lock()
	defer o.mu.Unlock()
	x, ok := o.all[key]
	if !ok || x.owner != name || now.After(x.until) {
		return nil
	}
	delete(o.all, key)
	return &x.secret
}

// showOnce leads to a page that shows a secret once. A program gets it in the
// answer, of which no copy is kept.
func (v *visit) showOnce(next string, s secret) string {
	v.unkept = true
	return next + "?shown=" + v.site.once.put(v.who.Name, v.Now(), s)
}

// shown is the secret that this page is to show.
func (v *visit) shown() *secret {
	key := v.request.URL.Query().Get("shown")
	if key == "" {
		return nil
	}
	return v.site.once.take(v.who.Name, v.Now(), key)
}

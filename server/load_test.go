package server

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tollbook/casualty"
	"tollbook/internal/sample"
	"tollbook/store"
)

// A load is how many people read and write how long, on a book of how many claims.
type load struct {
	claims, readers, writers int
	lasts                    time.Duration
}

// largeRecord fills a book with n claims on a quarter as many incidents, four in each
// document.
func largeRecord(n int) func(*store.Book) error {
	return func(book *store.Book) error {
		_, err := book.Do(store.Act{Author: "test", What: "import"}, func(c *store.Change) error {
			for i := range 50 {
				if _, err := store.Sources.Add(c, casualty.Source{Name: fmt.Sprintf("Outlet %d", i+1)}); err != nil {
					return err
				}
			}
			for i := range n / 4 {
				if _, err := store.Incidents.Add(c, sample.LargeIncident(i)); err != nil {
					return err
				}
			}
			var d casualty.Document
			for i, p := range sample.PlainClaims(n) {
				text := fmt.Sprintf("Report %d. Many people were harmed, the outlet said.", i/4+1)
				if i%4 == 0 {
					var err error
					if d, err = c.Receive(casualty.Document{Name: "x.txt", MediaType: "text/plain", Source: casualty.SourceID(fmt.Sprintf("s%d", 1+i/4%50))}, []byte(text)); err != nil {
						return err
					}
				}
				claim := sample.LargeClaim(p)
				claim.Document, claim.Source, claim.Quote = d.ID, d.Source, casualty.Quote{Text: text, End: len(text)}
				if i%20 == 0 {
					claim.Status = casualty.Suggested // there is something to confirm
				}
				if _, err := store.Claims.Add(c, claim); err != nil {
					return err
				}
			}
			return nil
		})
		return err
	}
}

// A tally is how long the requests of each kind took.
type tally struct {
	mu     sync.Mutex
	took   map[string][]time.Duration
	faults []string
}

// time runs a request and notes how long it took, or what was wrong.
func (t *tally) time(kind string, request func() error) {
	start := time.Now()
	err := request()
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.took[kind] = append(t.took[kind], time.Since(start)); err != nil {
		t.faults = append(t.faults, kind+": "+err.Error())
	}
}

// at is a percentile of a kind of request.
func (t *tally) at(kind string, percent int) time.Duration {
	took := slices.Sorted(slices.Values(t.took[kind]))
	return took[(len(took)-1)*percent/100]
}

func (t *tally) log(tb testing.TB, of string, lasts time.Duration) {
	for _, kind := range slices.Sorted(maps.Keys(t.took)) {
		n := len(t.took[kind])
		tb.Logf("%s, %s: %d requests, %.1f a second, p50 %v, p95 %v, p99 %v", of, kind, n, float64(n)/lasts.Seconds(),
			t.at(kind, 50).Round(time.Millisecond), t.at(kind, 95).Round(time.Millisecond), t.at(kind, 99).Round(time.Millisecond))
	}
}

// during calls a step again and again, in as many goroutines as there are people, for
// the time of the load.
func (l load) during(people int, step func(person int, random *rand.Rand)) *sync.WaitGroup {
	var all sync.WaitGroup
	end := time.Now().Add(l.lasts)
	for person := range people {
		all.Go(func() {
			for random := rand.New(rand.NewPCG(uint64(person), 7)); time.Now().Before(end); {
				step(person, random)
			}
		})
	}
	return &all
}

// request sends one, and answers what came, or why it is no success.
func request(client *http.Client, method, address, body string, header ...string) (text []byte, tag string, err error) {
	r, err := http.NewRequest(method, address, strings.NewReader(body))
	if err != nil {
		return nil, "", err
	}
	for i := 0; i+1 < len(header); i += 2 {
		r.Header.Set(header[i], header[i+1])
	}
	answer, err := client.Do(r)
	if err != nil {
		return nil, "", err
	}
	defer answer.Body.Close()
	text, err = io.ReadAll(answer.Body)
	if err == nil && answer.StatusCode >= 300 {
		err = fmt.Errorf("%s: %d %.200s", address, answer.StatusCode, text)
	}
	return text, answer.Header.Get("ETag"), err
}

// A loadReading is something that a researcher looks at.
type loadReading struct {
	kind    string
	address func(*rand.Rand) string
}

func (l load) readings() []loadReading {
	return []loadReading{
		{"home", func(*rand.Rand) string { return "/" }},
		{"incidents, filtered", func(r *rand.Rand) string {
			return fmt.Sprintf("/incidents?from=%d-01-01&sort=-killed&page=%d", 2020+r.IntN(5), 1+r.IntN(20))
		}},
		{"incident", func(r *rand.Rand) string { return fmt.Sprintf("/incidents/i%d", 1+r.IntN(l.claims/4)) }},
		{"claims", func(r *rand.Rand) string {
			return fmt.Sprintf("/claims?source=s%d&page=%d", 1+r.IntN(50), 1+r.IntN(20))
		}},
		{"totals", func(r *rand.Rand) string {
			return fmt.Sprintf("/totals?by=month&harm=%s", sample.LargeHarms[r.IntN(3)])
		}},
		{"document", func(r *rand.Rand) string { return fmt.Sprintf("/documents/d%d", 1+r.IntN(l.claims/4)) }},
		{"50 claims as JSON", func(r *rand.Rand) string {
			return fmt.Sprintf("/api/v1/claims?limit=50&after=c%d", 1+r.IntN(l.claims-100))
		}},
	}
}

// A written is what a writer was told is in the book.
type written struct {
	mu     sync.Mutex
	titles map[casualty.IncidentID]string
	claims map[casualty.ClaimID]casualty.Claim
}

// write does one act through the interface; each writer has claims of its own.
func (w *written) write(l load, b *browser, person int, random *rand.Rand, t *tally) {
	id := 1 + l.writers*random.IntN(l.claims/l.writers-1) + person
	if random.IntN(4) == 0 {
		title := fmt.Sprintf("Incident of %d, %d", person, random.Uint64())
		var in casualty.Incident
		t.time("write: new incident", func() error {
			text, _, err := request(b.client, http.MethodPost, b.site.URL+interfacePath+"/incidents/new", fmt.Sprintf(`{"set":{"title":%q,"day":"2025-01-01"}}`, title), "Content-Type", "application/json")
			return errors.Join(err, json.Unmarshal(text, &in))
		})
		w.mu.Lock()
		w.titles[in.ID] = title
		w.mu.Unlock()
		return
	}
	act := []claimAct{
		mend(random),
		{"link", fmt.Sprintf(`{"incident":"i%d"}`, 1+random.IntN(l.claims/4))},
		{"confirm", `{}`},
	}[random.IntN(3)]
	claim := act.on(b, id, t)
	w.mu.Lock()
	w.claims[claim.ID] = claim
	w.mu.Unlock()
}

// A claimAct is one of the interface's acts on a claim.
type claimAct struct{ verb, body string }

func mend(random *rand.Rand) claimAct {
	return claimAct{"mend", fmt.Sprintf(`{"set":{"count":"at least %d"}}`, 1+random.IntN(90))}
}

// on does the act, on the version that is there; only the act is timed.
func (a claimAct) on(b *browser, id int, t *tally) (claim casualty.Claim) {
	address := fmt.Sprintf("%s%s/claims/c%d", b.site.URL, interfacePath, id)
	_, tag, err := request(b.client, http.MethodGet, address, "")
	t.time("write: "+a.verb, func() error {
		text, _, err2 := request(b.client, http.MethodPost, address+"/"+a.verb, a.body, "Content-Type", "application/json", "If-Match", tag)
		return errors.Join(err, err2, json.Unmarshal(text, &claim))
	})
	return claim
}

func TestManyReadAndWriteAndNothingIsLost(t *testing.T) {
	load{2_000, 10, 5, 2 * time.Second}.try(t)
}

func TestManyReadAndWriteALargeBookBesidePocketBase(t *testing.T) {
	if os.Getenv("TOLLBOOK_LONG") == "" {
		t.Skip("TOLLBOOK_LONG is unset; 100 people reading and 10 writing for a minute on 100,000 claims were not tried, nor PocketBase beside them.")
	}
	l := load{100_000, 100, 10, time.Minute}
	h, browsers := l.try(t)
	l.beside(t, h.book, l.alike(t, h, browsers))
}

// try has people read and write a book, and looks for what they wrote.
func (l load) try(t *testing.T) (*house, []*browser) {
	h := newHouse(t, largeRecord(l.claims))
	browsers := make([]*browser, l.readers+l.writers)
	for i := range browsers {
		browsers[i] = h.as("researcher")
		browsers[i].client.Transport = &http.Transport{MaxIdleConnsPerHost: 1}
	}
	warm := browsers[0]
	for _, r := range l.readings() {
		warm.get(r.address(rand.New(rand.NewPCG(1, 1))))
	}
	ours := &tally{took: map[string][]time.Duration{}}
	book := written{titles: map[casualty.IncidentID]string{}, claims: map[casualty.ClaimID]casualty.Claim{}}
	reading := l.during(l.readers, func(person int, random *rand.Rand) {
		r := l.readings()[random.IntN(len(l.readings()))]
		ours.time("read: "+r.kind, func() error {
			_, _, err := request(browsers[person].client, http.MethodGet, h.site.URL+r.address(random), "")
			return err
		})
	})
	l.during(l.writers, func(person int, random *rand.Rand) { book.write(l, browsers[l.readers+person], person, random, ours) }).Wait()
	reading.Wait()
	ours.log(t, "Tollbook", l.lasts)
	for _, fault := range ours.faults[:min(len(ours.faults), 5)] {
		t.Errorf("%d requests failed, such as %s", len(ours.faults), fault)
	}
	book.compare(t, h.book)
	return h, browsers
}

// alike has the same people do what PocketBase can do too: read 50 claims, and change
// the count of one.
func (l load) alike(t *testing.T, h *house, browsers []*browser) *tally {
	ours := &tally{took: map[string][]time.Duration{}}
	reading := l.during(l.readers, func(person int, random *rand.Rand) {
		ours.time("read: 50 claims as JSON", func() error {
			_, _, err := request(browsers[person].client, http.MethodGet, fmt.Sprintf("%s%s/claims?limit=50&after=c%d", h.site.URL, interfacePath, 1+random.IntN(l.claims-100)), "")
			return err
		})
	})
	l.during(l.writers, func(person int, random *rand.Rand) {
		mend(random).on(browsers[l.readers+person], 1+l.writers*random.IntN(l.claims/l.writers-1)+person, ours)
	}).Wait()
	reading.Wait()
	ours.log(t, "Tollbook, alike", l.lasts)
	if len(ours.faults) > 0 {
		t.Errorf("%d requests failed, such as %s", len(ours.faults), ours.faults[0])
	}
	return ours
}

// compare looks for every acknowledged write in the book.
func (w *written) compare(t *testing.T, book *store.Book) {
	if len(w.titles) == 0 || len(w.claims) == 0 {
		t.Error("nothing was written")
	}
	err := book.Read(store.At{}, func(v *store.View) error {
		for id, title := range w.titles {
			if in, err := store.Incidents.Get(v, id); err != nil || in.Title != title {
				t.Errorf("%s is lost: %v", id, err)
			}
		}
		for id, claim := range w.claims {
			got, err := store.Claims.Get(v, id)
			if err != nil || got.Count != claim.Count || got.Incident != claim.Incident || got.Status != claim.Status {
				t.Errorf("what was written to %s is lost: %v", id, err)
			}
		}
		return nil
	})
	if found, err2 := book.Check(); err != nil || err2 != nil || len(found) > 0 {
		t.Errorf("the book after it: %v %v %v", found, err, err2)
	}
}

// beside gives PocketBase the same rows and the same number of people, who read lists
// of 50 and write, and logs how ours compares.
func (l load) beside(t *testing.T, book *store.Book, ours *tally) {
	folder := t.TempDir()
	program := filepath.Join(folder, "pocketbase")
	build := exec.Command("go", "build", "-mod=readonly", "-o", program, ".")
	build.Dir = filepath.Join("testdata", "pocketbase")
	if out, err := build.CombinedOutput(); err != nil {
		t.Logf("PocketBase cannot be had here, and was not measured: %v %.300s", err, out)
		return
	}
	rows := filepath.Join(folder, "rows")
	if err := writeRows(book, rows); err != nil {
		t.Fatal(err)
	}
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := free.Addr().String()
	free.Close()
	server := exec.Command(program, filepath.Join(folder, "data"), rows, address)
	if err := server.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { server.Process.Kill(); server.Wait() })
	at := "http://" + address + "/api/collections/claims/records"
	client := &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: l.readers + l.writers}}
	for start := time.Now(); ; time.Sleep(time.Second) {
		if _, _, err = request(client, http.MethodGet, at+"?perPage=1&skipTotal=1", ""); err == nil {
			break
		}
		if time.Since(start) > 5*time.Minute {
			t.Fatalf("PocketBase does not answer: %v", err)
		}
	}
	theirs := &tally{took: map[string][]time.Duration{}}
	reading := l.during(l.readers, func(_ int, random *rand.Rand) {
		theirs.time("read: 50 claims as JSON", func() error {
			_, _, err := request(client, http.MethodGet, fmt.Sprintf("%s?perPage=50&skipTotal=1&page=%d", at, 1+random.IntN(l.claims/50)), "")
			return err
		})
	})
	l.during(l.writers, func(person int, random *rand.Rand) {
		theirs.time("write: mend", func() error {
			id := 1 + l.writers*random.IntN(l.claims/l.writers-1) + person
			_, _, err := request(client, http.MethodPatch, fmt.Sprintf("%s/claim%010d", at, id), fmt.Sprintf(`{"count":"at least %d"}`, random.IntN(90)), "Content-Type", "application/json")
			return err
		})
	}).Wait()
	reading.Wait()
	theirs.log(t, "PocketBase", l.lasts)
	if len(theirs.faults) > 0 {
		t.Logf("%d requests to PocketBase failed, such as %s", len(theirs.faults), theirs.faults[0])
	}
	for kind := range theirs.took {
		for _, percent := range []int{50, 95, 99} {
			t.Logf("%s: p%d of ours is %.2f of PocketBase's", kind, percent, float64(ours.at(kind, percent))/float64(theirs.at(kind, percent)))
		}
	}
}

// writeRows writes the claims of a book as lines of JSON.
func writeRows(book *store.Book, path string) error {
	file, err := os.Create(path)
	if err != nil {
		return err
	}
	lines := json.NewEncoder(file)
	err = book.Read(store.At{}, func(v *store.View) error {
		for c, err := range store.Claims.All(v) {
			if err == nil {
				err = lines.Encode(map[string]string{
					"document": string(c.Document), "source": string(c.Source), "incident": string(c.Incident),
					"status": string(c.Status), "harm": string(c.Harm), "count": c.Count.String(), "quote": c.Quote.Text,
				})
			}
			if err != nil {
				return err
			}
		}
		return nil
	})
	return errors.Join(err, file.Close())
}

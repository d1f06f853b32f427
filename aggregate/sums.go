package aggregate

import (
	"cmp"
	"runtime"
	"slices"
	"sync"

	"tollbook/casualty"
)

// sums add figures up, cell by cell and one incident at a time, so that the figures
// of a large book are never held at once.
type sums struct {
	by       []By
	settings Settings
	steady   bool // the keys of all figures of an incident are the same
	keys     keyring
	asked    askedFor
	cells    [][]*addedUp // by the places of keys and of questions; nil: nothing was added
	spare    []addedUp
	dealt    []dealing
	capped   map[casualty.IncidentID][]int // the places of the caps on an incident
}

// A cell is where figures are added up: a key and a question, by their places.
type cell struct{ key, question int32 }

// An addedUp is what was added to a cell.
type addedUp struct {
	tally
	under map[int]*tally // what lies under a cap, by its place in the settings
}

// A dealing is the arithmetic of a figure that was dealt over periods.
type dealing struct {
	incident casualty.IncidentID
	words    string
}

func newSums(s Settings, by []By) *sums {
	sums := &sums{
		by: by, settings: s, steady: steady(by, s.Periods), asked: askedFor{by: by},
		capped: map[casualty.IncidentID][]int{},
	}
	for i, held := range s.Caps {
		for _, id := range slices.Compact(slices.Sorted(slices.Values(held.Over))) {
			sums.capped[id] = append(sums.capped[id], i)
		}
	}
	return sums
}

// steady tells whether an incident's keys are those of all its figures.
func steady(by []By, rule PeriodRule) bool {
	return rule != Dealt && !slices.ContainsFunc(by, func(b By) bool { return b == BySource || b == ByGroup || b == ByPopulation })
}

// add lays the figures of one incident under their keys; a figure that the breakdowns
// do not ask for stands under none.
func (s *sums) add(figures []IncidentFigure) {
	var keys []int32
	for i := range figures {
		f := &figures[i]
		question := s.asked.place(f.Figure.Question)
		switch {
		case question < 0:
			continue
		case !s.steady:
			s.addShares(f, question)
			continue
		case keys == nil:
			keys = s.keysOf(f)
		}
		s.lay(f.Incident.ID, keys, question, entryOf(&f.Incident, &f.Figure).shared(len(keys) > 1))
	}
}

func (s *sums) keysOf(f *IncidentFigure) (keys []int32) {
	for _, share := range sharesOf(f, s.by, s.settings.Periods) {
		keys = append(keys, s.keys.place(share.key))
	}
	return keys
}

// addShares lays a figure under keys of its own, and under each what of it is meant.
func (s *sums) addShares(f *IncidentFigure, question int32) {
	shares := sharesOf(f, s.by, s.settings.Periods)
	if len(shares) > 0 && shares[0].figure.Allotted {
		s.dealt = append(s.dealt, dealing{f.Incident.ID, f.Figure.Question.Words() + ": " + f.Figure.Arithmetic(len(daysOf(f.Incident.Day)), "days")})
	}
	for _, part := range shares {
		s.lay(f.Incident.ID, []int32{s.keys.place(part.key)}, question, entryOf(&f.Incident, part.figure).shared(len(shares) > 1))
	}
}

// lay adds one entry of an incident under each key.
func (s *sums) lay(id casualty.IncidentID, keys []int32, question int32, e entry) {
	for _, key := range keys {
		c := s.at(cell{key, question})
		c.add(&e)
		if len(s.capped) == 0 {
			continue
		}
		for _, i := range s.capped[id] {
			if s.settings.Caps[i].Question == s.asked.questions[question] {
				c.held(i).add(&e)
			}
		}
	}
}

// at is what was added to a cell so far.
func (s *sums) at(c cell) *addedUp {
	added := s.room(c)
	if *added == nil {
		*added = s.fresh()
	}
	return *added
}

// room is where a cell stands, made where there is none yet.
func (s *sums) room(c cell) **addedUp {
	for len(s.cells) <= int(c.key) {
		s.cells = append(s.cells, nil)
	}
	for len(s.cells[c.key]) <= int(c.question) {
		s.cells[c.key] = append(s.cells[c.key], nil)
	}
	return &s.cells[c.key][c.question]
}

// fresh is an empty cell; cells are made many at a time.
func (s *sums) fresh() *addedUp {
	if len(s.spare) == 0 {
		s.spare = make([]addedUp, 64)
	}
	added := &s.spare[0]
	s.spare = s.spare[1:]
	return added
}

// held is what lies under a cap.
func (a *addedUp) held(i int) *tally {
	if a.under == nil {
		a.under = map[int]*tally{}
	}
	if a.under[i] == nil {
		a.under[i] = &tally{}
	}
	return a.under[i]
}

// dealings are the words of what was dealt, in the order of the incidents.
func (s *sums) dealings() (words []string) {
	slices.SortStableFunc(s.dealt, func(a, b dealing) int {
		return cmp.Or(cmp.Compare(len(a.incident), len(b.incident)), cmp.Compare(a.incident, b.incident))
	})
	for _, d := range s.dealt {
		words = append(words, string(d.incident)+" "+d.words)
	}
	return words
}

// totals are the sums in the order of tables: by harm, by key, then by who is asked for.
func (s *sums) totals() []Total {
	cells := s.inOrder()
	keys, words := s.keys.parts(), s.keys.words()
	totals := make([]Total, len(cells))
	inStretches(len(cells), runtime.GOMAXPROCS(0), func(from, to int) {
		for i, c := range cells[from:to] {
			s.fill(&totals[from+i], c)
			totals[from+i].Keys, totals[from+i].Key = keys[c.key], words[c.key]
		}
	})
	return totals
}

func (s *sums) fill(t *Total, c cell) {
	question, added := s.asked.questions[c.question], s.cells[c.key][c.question]
	added.fill(t, question)
	t.holdAll(s.settings.Caps, func(n int) (under Total, some bool) {
		if part, some := added.under[n]; some {
			part.fill(&under, question)
			return under, true
		}
		return under, false
	})
}

// inOrder are the cells to which something was added, as tables show them.
func (s *sums) inOrder() (cells []cell) {
	keys := s.keys.inOrder()
	for _, ofHarm := range s.asked.inOrder() {
		for _, key := range keys {
			for _, question := range ofHarm {
				if int(key) < len(s.cells) && int(question) < len(s.cells[key]) && s.cells[key][question] != nil {
					cells = append(cells, cell{key, question})
				}
			}
		}
	}
	return cells
}

// inStretches calls do for stretches of n things side by side, and returns when all are
// done.
func inStretches(n, stretches int, do func(from, to int)) {
	var working sync.WaitGroup
	for i := range stretches {
		working.Go(func() { do(n*i/stretches, n*(i+1)/stretches) })
	}
	working.Wait()
}

package server

import (
	"cmp"
	"maps"
	"slices"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/store"
)

// A work is everything that waits, of one state of the record. What is made of every
// claim or incident is carried over from the state before.
type work struct {
	Head      int
	Reports   []*reportRow
	Unlinked  []casualty.ClaimID
	Decisions []casualty.Decision
	Erasures  []curate.Erasure
	Doubts    []casualty.Doubt
	Changed   []changedRow
}

// A doubtRow is something that a person should look at, with the address where it stands.
type doubtRow struct {
	Where string `json:"where"`
	What  string `json:"what"`
	To    string `json:"address"`
}

// doubtRows are doubts as pages and programs show them.
func (s *showing) doubtRows(doubts []casualty.Doubt) (rows []doubtRow) {
	for _, d := range doubts {
		rows = append(rows, doubtRow{d.Where, d.What, s.place(d.Where)})
	}
	return rows
}

// A changedRow is a number that its origin replaced.
type changedRow struct {
	Incident casualty.IncidentID `json:"incident"`
	Title    string              `json:"title"`
	Harm     casualty.Harm       `json:"harm"`
	People   claimPeople         `json:"people"`
	Was      string              `json:"was" doc:"As worded"`
	Now      string              `json:"now" doc:"As worded"`
	Claim    casualty.ClaimID    `json:"claim" doc:"The one that was replaced"`
	By       casualty.ClaimID    `json:"by" doc:"The one that replaces it"`
	Said     casualty.Moment     `json:"said" doc:"When the later one was said"`
	To       string              `json:"address"`
}

// claimPeople are whom a claim counts, where it says so.
type claimPeople struct {
	Population casualty.Population `json:"population,omitempty"`
	Group      casualty.Group      `json:"group,omitempty"`
	Severity   casualty.Severity   `json:"severity,omitempty"`
}

// Question is what the replaced number speaks to; for templates.
func (r changedRow) Question() aggregate.Question {
	return aggregate.Question{Harm: r.Harm, Population: r.People.Population, Group: r.People.Group, Severity: r.People.Severity}
}

// work is what waits in the state that is asked for, made once for each: many come by
// the first page.
func (v *visit) work() (w work, err error) {
	e, err := v.edition()
	if err != nil {
		return w, err
	}
	w = remember(e.whole, "work", func() work { return workOf(e.whole, e.table(v.Methods[0], v.settings(e.AsOf))) })
	err = v.Book.Read(store.At{}, func(view *store.View) error {
		for e := range curate.Erasures(view) {
			if e.Waits() {
				w.Erasures = append(w.Erasures, e)
			}
		}
		return nil
	})
	return w, err
}

func workOf(s *showing, t *figureTable) work {
	w := work{Head: s.Entries, Unlinked: s.unlinked.get(), Doubts: s.doubts.get(), Changed: latest(t.replaced.get())}
	for _, row := range slices.Backward(s.reports.get()) { // the oldest first
		if row.Waiting > 0 {
			w.Reports = append(w.Reports, row)
		}
	}
	for _, d := range s.Decisions {
		if d.SignedBy == "" && d.Erased == "" {
			w.Decisions = append(w.Decisions, d)
		}
	}
	return w
}

// waitsForIncident: a person confirmed it, and nobody said of which incident it speaks.
func waitsForIncident(c *casualty.Claim) bool {
	return c.Erased == "" && c.Status == casualty.Confirmed && c.Incident == "" && (c.Scope == casualty.ThisIncident || c.Scope == casualty.OtherIncident)
}

// isOverSeveral: its number covers several incidents together.
func isOverSeveral(c *casualty.Claim) bool { return len(c.Over) > 1 }

// sifted are the ids of the claims for which keep holds.
func (s *showing) sifted(keep func(*casualty.Claim) bool) (ids []casualty.ClaimID) {
	for c := range s.Claims.All() {
		if keep(c) {
			ids = append(ids, c.ID)
		}
	}
	return ids
}

// siftedAgain carries what was sifted of the showing before over.
func (s *showing) siftedAgain(was *once[[]casualty.ClaimID], keep func(*casualty.Claim) bool, changed []string) *once[[]casualty.ClaimID] {
	return carried(was, func() []casualty.ClaimID { return s.sifted(keep) }, func(ids []casualty.ClaimID) []casualty.ClaimID {
		ids = slices.Clone(ids)
		for _, id := range changed {
			c := s.claim(casualty.ClaimID(id))
			at, found := slices.BinarySearchFunc(ids, casualty.ClaimID(id), compareIDs)
			switch is := c != nil && keep(c); {
			case found && !is:
				ids = slices.Delete(ids, at, at+1)
			case !found && is:
				ids = slices.Insert(ids, at, c.ID)
			}
		}
		return ids
	})
}

// overSeveral are the claims over several incidents.
func (s *showing) overSeveral() (claims []casualty.Claim) {
	for _, id := range s.over.get() {
		claims = append(claims, *s.claim(id))
	}
	return claims
}

// replacedIn are the claims of one incident that a later one of the same origin
// replaced, each once.
func (t *figureTable) replacedIn(id casualty.IncidentID) (rows []changedRow) {
	s := t.shown
	in := s.incident(id)
	for _, f := range t.of(id) {
		for _, u := range f.Figure.SetAside {
			if u.Reason != aggregate.Superseded || slices.ContainsFunc(rows, func(r changedRow) bool { return r.Claim == u.Claim }) {
				continue
			}
			was, now := s.claim(u.Claim), s.claim(u.By)
			if in == nil || was == nil || now == nil || was.Count == now.Count {
				continue
			}
			rows = append(rows, changedRow{in.ID, in.Title, was.Harm, claimPeople{was.Population, was.Group, was.Severity}, was.Count.String(), now.Count.String(), was.ID, now.ID, now.Said, s.place(string(now.ID))})
		}
	}
	return rows
}

// allReplaced are the replaced claims of every incident that has some.
func (t *figureTable) allReplaced() map[casualty.IncidentID][]changedRow {
	all := map[casualty.IncidentID][]changedRow{}
	for id := range t.figures {
		if rows := t.replacedIn(id); len(rows) > 0 {
			all[id] = rows
		}
	}
	return all
}

// replacedAgain carries the replaced claims of the table before over; due are the
// incidents whose figures changed.
func (t *figureTable) replacedAgain(was *once[map[casualty.IncidentID][]changedRow], due map[casualty.IncidentID]bool) *once[map[casualty.IncidentID][]changedRow] {
	return carried(was, t.allReplaced, func(all map[casualty.IncidentID][]changedRow) map[casualty.IncidentID][]changedRow {
		all = maps.Clone(all)
		for id := range due {
			if delete(all, id); len(t.of(id)) > 0 {
				if rows := t.replacedIn(id); len(rows) > 0 {
					all[id] = rows
				}
			}
		}
		return all
	})
}

// latest are replaced claims, those first whose later word is the newest, each once.
func latest(all map[casualty.IncidentID][]changedRow) (rows []changedRow) {
	seen := map[casualty.ClaimID]bool{}
	for _, id := range slices.SortedFunc(maps.Keys(all), compareIDs) {
		for _, row := range all[id] {
			if !seen[row.Claim] {
				rows = append(rows, row)
			}
			seen[row.Claim] = true
		}
	}
	slices.SortStableFunc(rows, func(a, b changedRow) int { return cmp.Compare(b.Said, a.Said) })
	return rows
}

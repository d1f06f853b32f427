package aggregate

import (
	"iter"
	"runtime"
	"slices"
	"sync"

	"tollbook/casualty"
)

// A Ledger keeps the totals of a book up to date, claim by claim: what each
// incident adds to each cell of a breakdown, and the sums of the cells. Its
// totals are those of [TotalsBy] on the whole record, without caps and panels; the reasons
// behind a figure are worked out on demand by [Settle].
//
// It holds no claims: for 1,000,000 claims in 250,000 incidents, by month and
// first-level unit, 68 MiB. A Ledger is not safe for use by several goroutines at
// once.
type Ledger struct {
	method   Method
	settings Settings
	by       []By
	lines    map[casualty.IncidentID][]line
	cells    map[cell]int
	keys     []cell
	sums     []sum
	labels   []label // of the cells; none: the cells are not in the order of tables
}

// batch is how many incidents are settled before they are entered.
const batch = 4096

// NewLedger settles every incident of a record.
func NewLedger(r casualty.Record, m Method, s Settings, by ...By) *Ledger {
	l := &Ledger{method: m, settings: s, by: by, lines: map[casualty.IncidentID][]line{}, cells: map[cell]int{}}
	claims := gather(r)
	for incidents := range slices.Chunk(r.Incidents, batch) {
		figures := make([][]IncidentFigure, len(incidents))
		each(len(incidents), func(i int) {
			if incidents[i].Erased == "" {
				figures[i] = figuresOf(r, incidents[i], claims.on(incidents[i].ID), m, s)
			}
		})
		for i, incident := range incidents {
			l.enter(incident.ID, figures[i])
		}
	}
	return l
}

// each calls work for every index, on as many goroutines as there are cores.
func each(n int, work func(i int)) {
	workers := min(n, runtime.GOMAXPROCS(0))
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() {
			for i := w * n / workers; i < (w+1)*n/workers; i++ {
				work(i)
			}
		})
	}
	group.Wait()
}

// Update settles one incident anew: after a claim of it came, went or changed, or
// the incident itself did. r may hold no more than what speaks of the incident:
// its claims, their sources and origins, its decisions and victims. An incident
// that r does not hold, or that was erased, leaves the ledger.
func (l *Ledger) Update(r casualty.Record, id casualty.IncidentID) {
	for _, old := range l.lines[id] {
		l.sums[old.cell].add(old, -1)
	}
	delete(l.lines, id)
	claims := Statements(r)[id]
	for _, incident := range r.Incidents {
		if incident.ID == id && incident.Erased == "" {
			l.enter(id, figuresOf(r, incident, claims, l.method, l.settings))
		}
	}
}

func (l *Ledger) enter(id casualty.IncidentID, figures []IncidentFigure) {
	var lines []line
	for i := range figures {
		f := &figures[i]
		if !l.settings.headlines(f.Incident.Grade) || !asks(f.Figure.Question, l.by) {
			continue
		}
		shares := sharesOf(f, l.by, l.settings.Periods)
		for _, s := range shares {
			added := lineOf(s.figure, len(shares) > 1)
			added.cell = l.cell(cell{f.Figure.Question, s.key})
			lines = append(lines, added)
		}
	}
	for _, entered := range lines {
		l.sums[entered.cell].add(entered, 1)
	}
	if len(lines) > 0 {
		l.lines[id] = slices.Clip(lines)
	}
}

// cell is the number of a cell; a new one gets the next.
func (l *Ledger) cell(c cell) int32 {
	i, ok := l.cells[c]
	if !ok {
		i = len(l.keys)
		l.cells[c] = i
		l.keys = append(l.keys, c)
		l.sums = append(l.sums, sum{})
		l.labels = nil
	}
	return int32(i)
}

// Totals are the ledger's totals in the order of [TotalsBy].
func (l *Ledger) Totals() iter.Seq[Total] {
	if l.labels == nil {
		l.sortCells()
	}
	return func(yield func(Total) bool) {
		for i := range l.sums {
			if l.sums[i].lines > 0 && !yield(l.labels[i].total(l.sums[i])) {
				return
			}
		}
	}
}

// sortCells puts the cells into their order in memory, where reading them one
// after the other is fastest.
func (l *Ledger) sortCells() {
	order := make([]int, len(l.keys))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(a, b int) int { return compareCells(l.keys[a], l.keys[b]) })
	keys, sums, place := make([]cell, len(order)), make([]sum, len(order)), make([]int32, len(order))
	for to, from := range order {
		keys[to], sums[to], place[from] = l.keys[from], l.sums[from], int32(to)
		l.cells[keys[to]] = to
	}
	for _, lines := range l.lines {
		for i := range lines {
			lines[i].cell = place[lines[i].cell]
		}
	}
	l.keys, l.sums = keys, sums
	l.labels = make([]label, len(keys))
	for i, c := range keys {
		l.labels[i] = labelOf(c)
	}
}

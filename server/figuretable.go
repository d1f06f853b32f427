package server

import (
	"fmt"
	"maps"
	"slices"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// keptTables are how many tables lie ready in one state of the book: four methods
// side by side, with and without adopted figures.
const keptTables = 8

// A namedTable is a figureTable that is made when it is first asked for: of the table
// of an earlier edition where there is one, with the incidents that are due since.
type namedTable struct {
	method   aggregate.Method
	settings aggregate.Settings
	base     func() *figureTable // nil: none
	due      map[casualty.IncidentID]bool
	once     *once[*figureTable]
}

// A figureTable is the figures of all incidents by one method, found by incident.
type figureTable struct {
	method   aggregate.Method
	settings aggregate.Settings
	figures  map[casualty.IncidentID][]aggregate.IncidentFigure
	moving   map[casualty.IncidentID]bool // whose figures hang on the passing of time
	shown    *showing                     // whose figures they are
	columns  *once[*aggregate.Columns]    // of its incidents, as totals need them
	replaced *once[map[casualty.IncidentID][]changedRow]
}

// of are the figures of one incident, in the order of the questions.
func (t *figureTable) of(id casualty.IncidentID) []aggregate.IncidentFigure { return t.figures[id] }

// only is the table of one incident.
func (t *figureTable) only(id casualty.IncidentID) aggregate.Table {
	return aggregate.Table{Method: t.method, Settings: t.settings, Figures: t.of(id)}
}

// table makes the figures by a method once, however many ask at the same time.
func (e *edition) table(m aggregate.Method, s aggregate.Settings) *figureTable {
	e.mu.Lock()
	t := keptLast(&e.tables, func(t *namedTable) bool { return t.is(m, s) })
	if t == nil {
		made := newTable(e.whole, m, s)
		e.tables = addLast(e.tables, made, keptTables)
		t = &made
	}
	e.mu.Unlock()
	return (*t).once.get()
}

func (t *namedTable) is(m aggregate.Method, s aggregate.Settings) bool {
	return tableName(m, s) == tableName(t.method, t.settings)
}

func tableName(m aggregate.Method, s aggregate.Settings) string {
	return fmt.Sprint(m.String(), s.AsOf, s.Adopted, s.SinglePerson)
}

// name tells the tables of an edition apart.
func (t *figureTable) name() string { return tableName(t.method, t.settings) }

func newTable(s *showing, m aggregate.Method, set aggregate.Settings) *namedTable {
	return &namedTable{method: m, settings: set, once: later(func() *figureTable {
		t := &figureTable{method: m, settings: set, figures: byIncident(aggregate.Tabulate(s.record.get(), m, set)), moving: aggregate.Moving(s.record.get(), set.AsOf), shown: s}
		t.columns, t.replaced = later(t.newColumns), later(t.allReplaced)
		return t
	})}
}

// next is the table of the next edition, in which some incidents are due. One that
// nobody asked for in this edition keeps its base: no chain of editions is held.
func (t *namedTable) next(s *showing, due map[casualty.IncidentID]bool) *namedTable {
	set := t.settings
	set.AsOf = s.AsOf
	n := &namedTable{method: t.method, settings: set, base: t.base, due: due}
	if t.once.asked.Load() {
		n.base = t.once.get
	} else if t.base != nil {
		n.due = maps.Clone(t.due)
		maps.Copy(n.due, due)
	}
	if n.base == nil || len(n.due) > len(s.Incidents)/4 {
		return newTable(s, t.method, set)
	}
	n.once = later(func() *figureTable { return n.base().renewed(s, set, n.due) })
	return n
}

// renewed is the table with the figures of some incidents made anew, and of those that
// hang on the passing of time.
func (t *figureTable) renewed(s *showing, set aggregate.Settings, due map[casualty.IncidentID]bool) *figureTable {
	due = maps.Clone(due)
	maps.Copy(due, t.moving)
	small := s.concerning(due)
	n := &figureTable{method: t.method, settings: set, figures: maps.Clone(t.figures), moving: aggregate.Moving(small, set.AsOf), shown: s}
	for id := range due {
		delete(n.figures, id)
	}
	maps.Copy(n.figures, byIncident(aggregate.Tabulate(small, t.method, set)))
	n.replaced = n.replacedAgain(t.replaced, due)
	n.columns = carried(t.columns, n.newColumns, func(c *aggregate.Columns) *aggregate.Columns {
		return c.With(slices.Collect(maps.Keys(due)), s.incident, n.of)
	})
	return n
}

func (t *figureTable) newColumns() *aggregate.Columns {
	return aggregate.ColumnsOf(t.shown.Incidents, t.of, &aggregate.Facets{})
}

func byIncident(t aggregate.Table) map[casualty.IncidentID][]aggregate.IncidentFigure {
	figures := map[casualty.IncidentID][]aggregate.IncidentFigure{}
	for from := 0; from < len(t.Figures); {
		id, to := t.Figures[from].Incident.ID, from+1
		for to < len(t.Figures) && t.Figures[to].Incident.ID == id {
			to++
		}
		figures[id] = t.Figures[from:to:to]
		from = to
	}
	return figures
}

package aggregate

import (
	"encoding/binary"

	"tollbook/casualty"
)

// An OutlineReader reads outlines one after the other. What it gave is valid until it
// reads the next; its texts are parts of one text for each outline.
type OutlineReader struct {
	row     string
	texts   []string
	uses    []Use
	figures []IncidentFigure
	rest    []byte // of the row
	bad     bool
}

// Read reads what [Outline.Append] wrote.
func (r *OutlineReader) Read(row []byte) (Outline, error) {
	if len(row) < 2 || row[0] != OutlineVersion {
		return Outline{}, errOutline
	}
	r.row, r.rest, r.bad = string(row), row[2:], false
	r.texts, r.uses, r.figures = r.texts[:0], r.uses[:0], r.figures[:0]
	o := Outline{Unsettled: row[1]&1 != 0, Erased: row[1]&2 != 0, Unconfirmed: r.number(), Unlinked: r.number(), Apart: r.number()}
	for range r.length() {
		r.texts = append(r.texts, r.newText())
	}
	o.Incident = r.incident()
	for range r.length() {
		r.figures = append(r.figures, IncidentFigure{Incident: o.Incident})
		r.figure(&r.figures[len(r.figures)-1].Figure)
	}
	o.Figures = r.figures
	if r.bad || len(r.rest) > 0 {
		return Outline{}, errOutline
	}
	return o, nil
}

func (r *OutlineReader) number() int {
	n, size := binary.Uvarint(r.rest)
	if size <= 0 || n > 1<<62 {
		r.bad = true
		return 0
	}
	r.rest = r.rest[size:]
	return int(n)
}

// length is a number of things that follow: no more than there are bytes.
func (r *OutlineReader) length() int {
	n := r.number()
	if n > len(r.rest) {
		r.bad = true
		return 0
	}
	return n
}

func (r *OutlineReader) newText() string {
	n := r.length()
	from := len(r.row) - len(r.rest)
	r.rest = r.rest[n:]
	return r.row[from : from+n]
}

func (r *OutlineReader) text() string {
	n := r.number()
	if n >= len(r.texts) {
		r.bad = true
		return ""
	}
	return r.texts[n]
}

func (r *OutlineReader) incident() (i casualty.Incident) {
	i.ID, i.Day = casualty.IncidentID(r.text()), casualty.Day(r.text())
	i.Place.Country, i.Place.Admin1, i.Place.Admin2, i.Cause = r.text(), r.text(), r.text(), r.text()
	i.Grade, i.Place.Precision = casualty.Grade(r.text()), casualty.PlacePrecision(r.text())
	for range r.length() {
		i.Perpetrators = append(i.Perpetrators, casualty.Perpetrator{Name: r.text()})
	}
	return i
}

func (r *OutlineReader) figure(f *Figure) {
	f.Question = Question{casualty.Harm(r.text()), casualty.Population(r.text()), casualty.Group(r.text()), casualty.Severity(r.text())}
	f.Status, f.FirstKnown = Status(r.text()), casualty.Moment(r.text())
	flags := r.number()
	is := func(bit int) bool { return flags>>bit&1 == 1 }
	low, highest, best := r.number(), r.number(), r.number()
	if low > highest {
		r.bad = true
		return
	}
	f.Range = bounds{low: low, top: highest, floor: true, open: is(1), stated: is(0)}.asRange()
	if is(2) {
		f.Best = numberOf(best, is(3))
	}
	f.NoFloor, f.Unsigned = is(4), is(5)
	from := len(r.uses)
	for range r.length() {
		r.uses = append(r.uses, Use{Source: casualty.SourceID(r.text()), Voice: r.text()})
	}
	f.Counted = r.uses[from:len(r.uses):len(r.uses)]
	f.Decisions, f.Waiting = r.decisions(), r.decisions()
}

func (r *OutlineReader) decisions() (ids []casualty.DecisionID) {
	for range r.length() {
		ids = append(ids, casualty.DecisionID(r.text()))
	}
	return ids
}

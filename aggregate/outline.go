package aggregate

import (
	"encoding/binary"
	"errors"
	"slices"

	"tollbook/casualty"
)

// An Outline is what totals need of one incident: the incident's own fields that
// tables break down by, and its figures, with whose claims they count but without
// the reasons. A book keeps one for each incident, up to date with every act, so
// that the totals of a large book need not settle its claims anew; the reasons are
// worked out on demand.
type Outline struct {
	Incident casualty.Incident // no more of it than tables break down by
	Figures  []IncidentFigure
	// Unconfirmed, Unlinked and Apart count the incident's claims as [Table] does: they
	// enter no figure. Unlinked are claims of an incident that was erased.
	Unconfirmed, Unlinked, Apart int
	// Unsettled: the figures hang on more than the claims: on the passing of time,
	// where a withdrawal is dated after the moment of the outline, or on whether the
	// book has accounts, where nobody signed a decision off. It holds no figures then;
	// settle the incident when they are asked for.
	Unsettled bool
	// Erased: the incident was lawfully erased, and is none of the record's.
	Erased bool
}

// OutlineOf settles the one incident of a record. r holds what speaks of it: its
// claims, their sources and origins, its decisions and victims.
func OutlineOf(r casualty.Record, m Method, s Settings) Outline {
	t := Tabulate(r, m, s)
	o := Outline{Figures: t.Figures, Unconfirmed: t.Unconfirmed, Unlinked: t.Unlinked, Apart: t.Apart}
	for _, i := range r.Incidents {
		o.Incident, o.Erased = i, i.Erased != ""
	}
	if hangsOnMore(r, s.AsOf) {
		o.Figures, o.Unsettled = nil, true
	}
	return o
}

// hangsOnMore tells whether a claim or a decision carries a time that is not known to
// lie before a moment, or a decision no second signature.
func hangsOnMore(r casualty.Record, moment casualty.Moment) bool {
	return slices.ContainsFunc(r.Claims, func(c casualty.Claim) bool { return claimMoves(&c, moment) }) ||
		slices.ContainsFunc(r.Decisions, func(d casualty.Decision) bool { return notBefore(d.At, moment) || d.SignedBy == "" })
}

// Moving are the incidents whose figures as of a moment the passing of time alone can
// change: a claim or a decision on them carries a time that is not known to lie before it.
func Moving(r casualty.Record, moment casualty.Moment) map[casualty.IncidentID]bool {
	ids := map[casualty.IncidentID]bool{}
	for i := range r.Claims {
		if c := &r.Claims[i]; c.Incident != "" && claimMoves(c, moment) {
			ids[c.Incident] = true
		}
	}
	for _, d := range r.Decisions {
		if d.Incident != "" && notBefore(d.At, moment) {
			ids[d.Incident] = true
		}
	}
	return ids
}

func claimMoves(c *casualty.Claim, moment casualty.Moment) bool {
	return notBefore(c.RetractedAt, moment) || notBefore(c.Known, moment) || c.Known == "" && notBefore(c.Said, moment)
}

// notBefore: a stated time lies after a moment, or may.
func notBefore(m, moment casualty.Moment) bool {
	if !m.Stated() || !moment.Stated() {
		return false
	}
	order, known := m.Compare(moment)
	return !known || order > 0
}

// OutlineVersion changes with the form that [Outline.Append] writes.
const OutlineVersion = 2

// Append writes the outline after b: numbers as varints, texts once each and then by
// their places.
//
//	version, flags (1: unsettled, 2: erased), unconfirmed, unlinked, apart
//	texts: how many, then each with its length
//	incident: id, day, country, admin1, admin2, cause, grade, precision of the place: places of texts
//	          perpetrators: how many, then places of texts
//	figures: how many, then each:
//	    harm, population, group, severity, status, first known: places of texts
//	    flags (see outlineFlags), low and highest of the range, the best number
//	    counted: how many, then source and voice; decisions; waiting: how many, then places of texts
func (o Outline) Append(b []byte) []byte {
	w := outlineWriter{places: map[string]uint64{}}
	w.incident(o.Incident)
	w.number(len(o.Figures))
	for _, f := range o.Figures {
		w.figure(f.Figure)
	}
	b = append(b, OutlineVersion, byte(count(o.Unsettled)|count(o.Erased)<<1))
	for _, n := range []int{o.Unconfirmed, o.Unlinked, o.Apart, len(w.texts)} {
		b = binary.AppendUvarint(b, uint64(n))
	}
	for _, text := range w.texts {
		b = append(binary.AppendUvarint(b, uint64(len(text))), text...)
	}
	return append(b, w.body...)
}

type outlineWriter struct {
	texts  []string
	places map[string]uint64
	body   []byte
}

func (w *outlineWriter) number(n int) { w.body = binary.AppendUvarint(w.body, uint64(n)) }

func (w *outlineWriter) text(text string) {
	place, ok := w.places[text]
	if !ok {
		place = uint64(len(w.texts))
		w.places[text] = place
		w.texts = append(w.texts, text)
	}
	w.body = binary.AppendUvarint(w.body, place)
}

func (w *outlineWriter) incident(i casualty.Incident) {
	for _, text := range []string{
		string(i.ID), string(i.Day), i.Place.Country, i.Place.Admin1, i.Place.Admin2, i.Cause, string(i.Grade), string(i.Place.Precision),
	} {
		w.text(text)
	}
	w.number(len(i.Perpetrators))
	for _, p := range i.Perpetrators {
		w.text(p.Name)
	}
}

func (w *outlineWriter) figure(f Figure) {
	q := f.Question
	for _, text := range []string{string(q.Harm), string(q.Population), string(q.Group), string(q.Severity), string(f.Status), string(f.FirstKnown)} {
		w.text(text)
	}
	flags := 0
	for i, on := range outlineFlags(f) {
		flags |= count(on) << i
	}
	low, _ := f.Range.Low()
	highest, _ := f.Range.Highest()
	best, _ := f.Best.Low()
	for _, n := range []int{flags, low, highest, best, len(f.Counted)} {
		w.number(n)
	}
	for _, u := range f.Counted {
		w.text(string(u.Source))
		w.text(u.Voice)
	}
	for _, ids := range [][]casualty.DecisionID{f.Decisions, f.Waiting} {
		w.number(len(ids))
		for _, id := range ids {
			w.text(string(id))
		}
	}
}

// outlineFlags are the yes-or-no parts of a figure, the first the lowest bit.
func outlineFlags(f Figure) [6]bool {
	return [6]bool{f.Range.Stated(), f.Range.Open(), f.Best.Stated(), f.Best.Open(), f.NoFloor, f.Unsigned}
}

// errOutline is what a damaged outline gives.
var errOutline = errors.New("the outline of an incident cannot be read")

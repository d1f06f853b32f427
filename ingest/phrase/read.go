// Package phrase reads how many people suffered what from sentences.
//
// A text is cut into sentences of tokens ([token]); words and phrases of the
// language's tables become units ([unit]); numbers with their hedges and nouns
// become quantities ([quantity]), words of harm become predicates
// ([predicate]). A quantity is a figure where a predicate is tied to it. The
// same grammar serves all languages; each has its file of tables.
//
// Reading is deterministic, takes time linear in the text and uses no network,
// no model and no clock.
package phrase

import (
	"cmp"
	"slices"
	"time"

	"tollbook/casualty"
)

// A Figure is one suggestion: words that state how many people suffered what.
type Figure struct {
	Harm       casualty.Harm
	Count      casualty.Count
	Population casualty.Population
	Group      casualty.Group
	Severity   casualty.Severity
	Scope      casualty.Scope
	Subset     bool // the people are part of another figure
	SubsetOf   int  // that figure's index in the result; -1: none, or not known
	Negated    bool // the text itself withdraws the number
	Claimant   string
	Quote      casualty.Quote
	Place      string       // of the harm, as written
	Day        casualty.Day // of the harm
	Said       casualty.Day // on which the claimant spoke, where the sentence says it
	Why        []Span       // the words that made it a figure
}

// A Span is a part of the text by its bytes, half-open, and what it is.
type Span struct {
	Start, End int
	Role       string // "number", "hedge", "who", "harm", "part", "scope"
}

// Options say what the reader knows of the text.
type Options struct {
	Language  string          // ISO 639-1; empty: found by the text itself
	Published casualty.Moment // empty: not stated, and relative days stay unread
}

// Read returns the figures of a text in the order in which they stand there.
// Quotes are at their places: byte offsets into text.
func Read(text string, o Options) []Figure {
	r := newReader(text, o)
	r.read()
	return r.figures
}

// A reader reads one text. What stands for a sentence is used again for the
// next one.
type reader struct {
	text             string
	lang             *language
	published        casualty.Moment
	out              time.Time    // the day of publication; zero where it is not known to the day
	harmDay, saidDay casualty.Day // of the sentence
	tokens           []token
	units            []unit
	does             does // what all units of the sentence do
	quantities       []quantity
	preds            []predicate
	extra            []quantity // denials, single persons, harm without a number

	last        quantity                         // the last whole figure read
	lastOf      map[casualty.Harm]casualty.Count // the last whole figure of each harm
	lastInjured quantity
	single      map[casualty.Harm]bool // one person was read of it
	killed      bool                   // somebody was killed, by what is read so far
	figures     []Figure
	hints       []Span
	hinting     bool   // collect hints
	index       []int  // of a figure, by its quantity's id, less 1; -1: none
	spans       []Span // room for the reasons of the next figures
	notes       []note // of each figure
	ids         int    // given so far
	voices      voices
	mainDay     int32 // the weekday of the main report, as a word; 0: not found
	aside       bool  // the text has turned to other things
	shown       int   // figures before the sentence
}

func newReader(text string, o Options) *reader {
	r := &reader{text: text, lastOf: map[casualty.Harm]casualty.Count{}, single: map[casualty.Harm]bool{}, lang: languageOf(text, o.Language), published: o.Published}
	r.out, _ = time.Parse(time.DateOnly, string(o.Published.Day()))
	return r
}

func (r *reader) read() {
	s := scanner{text: r.text, lang: r.lang}
	if len(r.text) >= longText {
		s.seen = new([seenWords]seenWord)
	}
	var buf []token
	for {
		buf = s.next(buf)
		if len(buf) == 0 {
			r.own()
			r.replaced()
			r.addUp()
			r.figures = withoutHeadline(r.text, r.figures)
			return
		}
		r.group(buf)
		r.sentence()
	}
}

// telling is what a sentence must do, one of these at least, to hold a figure.
const telling = harmful | victim | toll | whole | ofThem | including | among | other | formerly | withdrawn

// sentence reads the figures of one sentence.
func (r *reader) sentence() {
	r.extra, r.quantities = r.extra[:0], r.quantities[:0]
	if r.does&telling == 0 {
		r.context()
		r.record()
		return
	}
	r.findQuantities()
	r.predicates()
	r.denials()
	r.link()
	r.tolls()
	r.parts()
	r.persons()
	r.unnumbered()
	r.context()
	if r.hinting {
		r.hint()
	}
	r.record()
}

// findQuantities reads the quantities of the sentence from left to right. Ages
// are passed over.
func (r *reader) findQuantities() {
	for i := 0; i < len(r.units); {
		if r.is(i, age) {
			from := i
			i = r.ages(i + 1)
			r.quantities = append(r.quantities, quantity{from: from, to: i, head: thingHead})
			continue
		}
		q, ok := r.quantity(i)
		if ok && q.to > i {
			r.ids++
			q.id = r.ids
			if r.remembered(q.from) {
				q.head, q.harm = thingHead, ""
			}
			r.quantities = append(r.quantities, q)
			i = q.to
			continue
		}
		i++
	}
}

// ages reads the numbers behind "aged".
func (r *reader) ages(i int) int {
	for r.number(i) || (r.is(i, and|joins) || isComma(r.markAt(i))) && r.number(i+1) {
		i++
	}
	return i
}

func (r *reader) number(i int) bool {
	_, _, ok := r.numeral(i)
	return ok
}

// record adds the sentence's figures to the result.
func (r *reader) record() {
	if len(r.quantities)+len(r.extra) > 0 {
		r.harmDay, r.saidDay = r.days()
	}
	r.resolve(r.shown)
	r.shown = len(r.figures)
	if len(r.extra) > 0 {
		r.quantities = append(r.quantities, r.extra...)
		slices.SortStableFunc(r.quantities, func(a, b quantity) int { return cmp.Compare(a.from, b.from) })
	}
	for k := range r.quantities {
		q := &r.quantities[k]
		if q.used || q.harm == "" || q.head == thingHead || q.predicate == [2]int{} && q.head != harmedHead {
			continue
		}
		if q.count.Check() != nil || q.count.Qualifier == casualty.Exact && q.count.N == 0 {
			continue
		}
		if q.scope == "" {
			q.scope = casualty.ThisIncident
		}
		r.keep(q)
		if !q.subset && q.count.Qualifier != casualty.None {
			r.last = *q
			r.lastOf[q.harm] = q.count
			r.single[q.harm] = r.single[q.harm] || q.count.Qualifier == casualty.Exact && q.count.N == 1
			r.killed = r.killed || q.harm == casualty.Killed
			if q.harm == casualty.Injured {
				r.lastInjured = *q
			}
		}
	}
}

// A note is what the end of the text needs to know of a figure.
type note struct {
	whole   int  // the id of the quantity that it is a part of; 0: none
	earlier bool // told as what was said at first
	total   bool // the number of a toll
}

// keep adds the figure of a quantity.
func (r *reader) keep(q *quantity) {
	for len(r.index) < r.ids {
		r.index = append(r.index, -1)
	}
	if q.id > 0 {
		r.index[q.id-1] = len(r.figures)
	}
	f := r.figure(q)
	if len(r.figures) == cap(r.figures) {
		r.figures = slices.Grow(r.figures, r.toCome(f.Quote.End))
	}
	r.figures = append(r.figures, f)
	r.notes = append(r.notes, note{q.antecedent, q.earlier, q.total})
}

// toCome is about how many figures follow, going by those in the text up to a place: a
// long text's figures are copied a few times and no more room is taken than they need.
func (r *reader) toCome(place int) int {
	n := len(r.figures) + 8
	rest := float64(len(r.text)-place) / float64(place+1)
	return min(n*7, int(float64(n)*rest*17/16)+8)
}

// own gives the parts the index of their whole.
func (r *reader) own() {
	for i := range r.figures {
		f := &r.figures[i]
		if id := r.notes[i].whole; f.Subset && id > 0 && id <= len(r.index) {
			f.SubsetOf = r.index[id-1]
		}
	}
}

func (r *reader) figure(q *quantity) Figure {
	q.count.Language = r.lang.code
	start, end := r.quote(q)
	f := Figure{
		Harm: q.harm, Count: q.count, Population: q.pop, Group: q.group, Severity: q.severity,
		Scope: q.scope, Subset: q.subset, SubsetOf: -1, Negated: q.negated,
		Claimant: r.claimant(q),
		Quote:    casualty.Quote{Text: r.text[start:end], Start: start, End: end},
		Why:      r.why(q), Place: r.place(q), Said: r.saidDay,
	}
	if q.scope == casualty.ThisIncident || q.scope == casualty.OtherIncident {
		f.Day = r.harmDay
	}
	return f
}

// widest is how many bytes a quote may grow beyond its number and noun to take
// in the word of harm.
const widest = 60

// quote is the quantity's place, with its predicate where that stands near.
func (r *reader) quote(q *quantity) (start, end int) {
	start, end = r.bytes(q.from, q.to)
	if q.predicate[1] <= q.predicate[0] {
		return start, end
	}
	a, b := r.bytes(q.predicate[0], q.predicate[1])
	if a < start && start-b <= 12 && start-a <= widest {
		start = a
	}
	if b > end && a-end <= 24 && b-end <= widest {
		end = b
	}
	return start, end
}

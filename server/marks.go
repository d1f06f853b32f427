package server

import (
	"html/template"

	"tollbook/casualty"
)

// A markState is what became of a claim: it decides how its mark is drawn.
type markState int

const (
	markCounted markState = iota
	markSuperseded
	markAside
)

// A markOf is what the mark of one claim shows.
type markOf struct {
	Range casualty.Range // as coded; not stated: no mark
	None  bool           // nobody: a ring at zero
	Vague bool           // coded from a word: an outlined bar
	Bare  bool           // stated without a number
	Party bool           // a diamond in place of the dot
	State markState
}

// The shapes of a point, in pixels around it.
const (
	diamond      = "M0 -7L7 0L0 7L-7 0Z"
	smallDiamond = "M0 -6L6 0L0 6L-6 0Z"
	stroke       = "M-8 8L8 -8"
)

// A pen is how the marks of one state are drawn.
type pen struct {
	solid, hollow string // attributes of a full and of an outlined mark
	line, head    string // classes of the line without upper bound
	height        int    // of a bar
	radius        string // of a dot
	diamond       string
	struck        bool // a stroke through it
}

// pens by state. Superseded is smaller and hatched, set aside outlined and struck
// through: the shape says the case, colour only repeats it.
var pens = map[markState]pen{
	markCounted:    {`class="solid"`, `class="hollow"`, "line", "line", 10, "5", diamond, false},
	markSuperseded: {`class="thin" fill="url(#hatch)"`, `class="thin" fill="url(#hatch)"`, "thinline", "slash", 7, "4", smallDiamond, false},
	markAside:      {`class="out"`, `class="out"`, "thinline", "slash", 8, "5", diamond, true},
}

// draw draws the mark of a claim.
func (m markOf) draw(s *strip) {
	p := pens[m.State]
	low, floor := m.Range.Low()
	top, stated := m.Range.Highest()
	switch {
	case m.None:
		m.point(s, p, 0, p.hollow)
	case !stated:
	case m.Bare:
		s.arrow(p.line, p.head, low, "50%", 6)
		m.point(s, p, low, p.hollow)
	case m.Range.Open():
		s.arrow(p.line, p.head, low, "50%", 6)
		m.openStart(s, p, low, top)
	case low == top && floor:
		m.point(s, p, low, p.solid)
	case !floor: // a ceiling, with a line of dashes to where no floor was stated
		s.drawf(`<line class="thinline" x1="%s" x2="%s" y1="50%%" y2="50%%"/>`, percent(s.x(0)), percent(s.x(top)))
		m.point(s, p, top, p.solid)
	default:
		m.bar(s, p, low, top)
	}
}

// openStart is the beginning of an open range: its floor, or from a word a bar to
// the largest number that the word is worth.
func (m markOf) openStart(s *strip, p pen, low, top int) {
	if top > low {
		m.bar(s, p, low, top)
		return
	}
	m.point(s, p, low, p.solid)
}

func (m markOf) bar(s *strip, p pen, low, top int) {
	attributes := p.solid
	if m.Vague {
		attributes = p.hollow
	}
	s.bar(attributes, low, top, p.height)
	if m.Party {
		m.point(s, p, low, p.solid)
		m.point(s, p, top, p.solid)
		return
	}
	if p.struck {
		s.at((s.x(low)+s.x(top))/2, "50%", s.path("slash", stroke))
	}
}

func (m markOf) point(s *strip, p pen, n int, attributes string) {
	shape := `<circle ` + attributes + ` r="` + p.radius + `"/>`
	if m.Party {
		shape = `<path ` + attributes + ` d="` + p.diamond + `"/>`
	}
	if p.struck {
		shape += s.path("slash", stroke)
	}
	s.at(s.x(n), "50%", shape)
}

// claimStrip is the row of one claim, over the band of the settled figure.
func claimStrip(a axis, settled casualty.Range, m markOf) template.HTML {
	s := &strip{axis: a}
	s.band(settled)
	s.grid()
	m.draw(s)
	return s.html()
}

// settledStrip is the last row: the figure, with its numbers below it.
func settledStrip(a axis, settled casualty.Range) template.HTML {
	s := &strip{axis: a}
	s.band(settled)
	s.grid()
	low, floor := settled.Low()
	top, stated := settled.Highest()
	switch {
	case !stated:
		return s.html()
	case settled.Open():
		s.arrow("settled-line", "settled-line", low, "42%", 7)
		s.tick(low, "M-3 -8H3V8H-3Z", "strong")
		if top > low {
			s.tick(top, "M-1 -6H1V6H-1Z", "")
		}
	case low == top && floor:
		s.tick(low, "M-6 -6H6V6H-6Z", "strong")
	default:
		s.drawf(`<line class="settled-line" x1="%s" x2="%s" y1="42%%" y2="42%%"/>`, percent(s.x(low)), percent(s.x(top)))
		if floor {
			s.tick(low, "M-3 -8H3V8H-3Z", "strong")
		}
		s.tick(top, "M-3 -8H3V8H-3Z", "strong")
	}
	return s.html()
}

func (s *strip) tick(n int, shape, class string) {
	s.at(s.x(n), "42%", s.path("settled", shape))
	s.label(class, s.x(n), "90%", "middle", casualty.Exactly(n).String())
}

// A legendRow is one mark of the chart with its words.
type legendRow struct {
	Mark  template.HTML
	Words string
}

// legendOf lists every mark in the order of the chart's grammar.
func legendOf(lang string) []legendRow {
	a := axis{end: 5, step: 6, mirrored: lang == "ar"}
	mark := func(m markOf) template.HTML { s := &strip{axis: a}; m.draw(s); return s.html() }
	band := &strip{axis: a}
	band.band(casualty.Between(1, 4))
	band.bar(`class="settled"`, 1, 4, 8)
	point, span := casualty.Exactly(2), casualty.Between(1, 4)
	return []legendRow{
		{mark(markOf{Range: point}), say(lang, "number")},
		{mark(markOf{Range: span}), say(lang, "range")},
		{mark(markOf{Range: span, Vague: true}), say(lang, "coded from a word")},
		{mark(markOf{Range: casualty.AtLeast(1)}), say(lang, "no upper bound")},
		{mark(markOf{None: true}), say(lang, "none reported, or denied")},
		{mark(markOf{Range: casualty.AtLeast(1), Bare: true}), say(lang, "stated without a number")},
		{mark(markOf{Range: span, State: markSuperseded}), say(lang, "superseded")},
		{mark(markOf{Range: span, State: markAside}), say(lang, "set aside")},
		{mark(markOf{Range: point, Party: true}), say(lang, "from a party")},
		{band.html(), say(lang, "settled range")},
	}
}

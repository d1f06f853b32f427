package server

import (
	"fmt"
	"html/template"
	"strings"

	"tollbook/casualty"
)

// A strip is one row of a chart of ranges, drawn over the whole width of its cell:
// x goes in per cent, so that it needs no script and no second drawing for a
// narrow screen; marks keep their size in pixels. It is hidden from screen
// readers: the row's text says the same. In a language that runs from right to
// left, x is mirrored here, because SVG does not do it.
type strip struct {
	axis
	b strings.Builder
}

// An axis leads from a number of people to a place in a strip. 0 lies at 4 per
// cent, the axis' end at 86; beyond it is the gutter of what has no upper bound.
type axis struct {
	end, step int
	mirrored  bool
}

const (
	axisStart  = 4.0
	axisEnd    = 86.0
	arrowPlace = 97.5
)

// axisTo is an axis that holds every number up to most, with three to six steps
// of 1, 2 or 5 times a power of ten.
func axisTo(most int, mirrored bool) axis {
	step := 1
	for factors := []int{2, 5, 10}; step*5 < most; {
		unit := step
		for _, f := range factors {
			if step = unit * f; step*5 >= most {
				break
			}
		}
	}
	end := max((most+step-1)/step, 1) * step
	return axis{end, step, mirrored}
}

func (a axis) x(n int) float64 {
	return a.place(axisStart + (axisEnd-axisStart)*float64(n)/float64(max(a.end, 1)))
}

func (a axis) place(x float64) float64 {
	if a.mirrored {
		return 100 - x
	}
	return x
}

// percent writes a place as SVG does, to a hundredth.
func percent(x float64) string {
	return strings.TrimSuffix(strings.TrimRight(fmt.Sprintf("%.2f", x), "0"), ".") + "%"
}

// text is the strip as one element of a page. Only numbers, fixed names and escaped
// labels are in it.
func (s *strip) html() template.HTML {
	return template.HTML(`<svg aria-hidden="true" focusable="false">` + s.b.String() + `</svg>`)
}

func (s *strip) drawf(format string, values ...any) { fmt.Fprintf(&s.b, format, values...) }

// at draws a mark of fixed size.
func (s *strip) at(x float64, y, mark string) {
	s.drawf(`<svg x="%s" y="%s" overflow="visible">%s</svg>`, percent(x), y, mark)
}

func (s *strip) path(class, d string) string {
	return fmt.Sprintf(`<path class="%s" d="%s"/>`, class, d)
}

func (s *strip) label(class string, x float64, y, anchor, text string) {
	if class != "" {
		class = fmt.Sprintf(` class="%s"`, class)
	}
	s.drawf(`<text%s x="%s" y="%s" text-anchor="%s">%s</text>`, class, percent(x), y, anchor, template.HTMLEscapeString(text))
}

// bar draws a rectangle from low to high, both in people.
func (s *strip) bar(attributes string, low, high, height int) {
	from, to := s.x(low), s.x(high)
	s.drawf(`<rect %s x="%s" y="50%%" width="%s" height="%d" transform="translate(0 %g)"/>`,
		attributes, percent(min(from, to)), percent(max(to-from, from-to)), height, -float64(height)/2)
}

// arrow draws a line from low to the edge of the strip: no upper bound.
func (s *strip) arrow(line, head string, low int, y string, size int) {
	edge := s.place(arrowPlace)
	s.drawf(`<line class="%s" x1="%s" x2="%s" y1="%s" y2="%s"/>`, line, percent(s.x(low)), percent(edge), y, y)
	side := 1
	if s.mirrored {
		side = -1
	}
	s.at(edge, y, s.path(head, fmt.Sprintf("M%d -%dL%d 0L%d %d", -side*size, size, side*2, -side*size, size)))
}

// grid draws the lines of the axis.
func (s *strip) grid() {
	for n := 0; n <= s.end; n += s.step {
		class, x := "grid", percent(s.x(n))
		if n == 0 {
			class = "zero"
		}
		s.drawf(`<line class="%s" x1="%s" x2="%s" y1="0" y2="100%%"/>`, class, x, x)
	}
}

// band draws the settled figure behind every row.
func (s *strip) band(r casualty.Range) {
	if !r.Stated() {
		return
	}
	low, _ := r.Low()
	from, to := s.x(low), s.place(100)
	if high, closed := r.High(); closed {
		to = s.x(high)
	}
	if from == to {
		s.at(from, "50%", `<rect class="band" x="-5" y="-200" width="10" height="400"/>`)
		return
	}
	s.drawf(`<rect class="band" x="%s" y="0" width="%s" height="100%%"/>`, percent(min(from, to)), percent(max(to-from, from-to)))
	s.drawf(`<line class="edge" x1="%s" x2="%s" y1="0" y2="100%%"/>`, percent(from), percent(from))
}

// axisStrip is the head of a chart: what is counted, and the numbers.
func axisStrip(a axis, what, unbounded string) template.HTML {
	s := &strip{axis: a}
	s.label("", s.place(axisStart), "17", "start", what)
	s.label("", s.place(99), "17", "end", unbounded)
	for n := 0; n <= a.end; n += a.step {
		s.label("", s.x(n), "38", "middle", casualty.Exactly(n).String())
	}
	return s.html()
}

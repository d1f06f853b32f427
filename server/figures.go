package server

import (
	"slices"

	"tollbook/aggregate"
	"tollbook/asked"
	"tollbook/casualty"
)

// figuresOut are figures as programs read them, with the state that they are of.
type figuresOut struct {
	AsOf        casualty.Moment      `json:"as_of"`
	Head        string               `json:"head"`
	Figures     []asked.FigureAnswer `json:"figures"`
	Parts       []asked.PartsAnswer  `json:"parts" doc:"What the parts of these figures say about them: contradictions, and bounds that follow and are in no figure"`
	Next        string               `json:"next,omitempty" doc:"The cursor of the next page; none on the last"`
	Total       int                  `json:"total" doc:"How many incidents there are in all pages"`
	Unconfirmed int                  `json:"unconfirmed" doc:"Claims that nobody confirmed; they are in no figure"`
	Unlinked    int                  `json:"unlinked" doc:"Confirmed claims that name no incident"`
	Decided     int                  `json:"on_a_decision" doc:"How many of these figures rest on a decision in force"`
	Unsigned    int                  `json:"on_an_unsigned_decision" doc:"Of these on one that no second person signed"`
	Waits       int                  `json:"waiting_for_a_signature" doc:"On how many of these figures a decision waits"`
}

// add lists the figures of one incident, question by question, a figure a method.
func (o *figuresOut) add(in *casualty.Incident, tables []*figureTable, meant func(aggregate.IncidentFigure) bool) {
	for i, f := range tables[0].of(in.ID) {
		if !meant(f) {
			continue
		}
		for _, t := range tables {
			figure := t.of(in.ID)[i].Figure
			o.Figures = append(o.Figures, asked.FigureOf(*in, figure))
			o.Decided += counted(len(figure.Decisions) > 0)
			o.Unsigned += counted(figure.Unsigned)
			o.Waits += counted(len(figure.Waiting) > 0)
		}
	}
	for _, t := range tables {
		o.Parts = append(o.Parts, asked.PartsOf(t.only(in.ID))...)
	}
}

func newFiguresOut(s *showing) figuresOut {
	loose := s.loose.get()
	return figuresOut{AsOf: s.AsOf, Head: s.Head, Figures: []asked.FigureAnswer{}, Parts: []asked.PartsAnswer{}, Unconfirmed: loose.Unconfirmed, Unlinked: loose.Unlinked}
}

func askIncidentFigures(v *visit, in *Choosing) (out figuresOut, etag string, err error) {
	s, err := v.showing()
	if err != nil {
		return out, "", err
	}
	incident := s.incident(casualty.IncidentID(v.param("id")))
	if incident == nil {
		return out, "", casualty.ErrNotFound
	}
	tables, err := in.tables(v)
	if err != nil {
		return out, "", err
	}
	out = newFiguresOut(s)
	out.Total = 1
	out.add(incident, tables, func(aggregate.IncidentFigure) bool { return true })
	return out, "", nil
}

type figuresParams struct {
	PageOfList
	Choosing
	Within
}

func askFigures(v *visit, in *figuresParams) (out figuresOut, etag string, err error) {
	s, f, kept, tables, err := v.meant(in.Choosing, in.Within)
	if err != nil {
		return out, "", err
	}
	out = newFiguresOut(s)
	part := listed(kept, func(i *casualty.Incident) string { return string(i.ID) }, &in.PageOfList)
	out.Next, out.Total = part.Next, part.Total
	for _, in := range part.Items {
		out.add(in, tables, func(x aggregate.IncidentFigure) bool { return !f.asks() || f.figure(x, tables[0].settings) })
	}
	return out, "", nil
}

type methodsOut struct {
	Items []methodOut `json:"items"`
}

type methodOut struct {
	Name     string `json:"name"`
	Version  int    `json:"version"`
	Lexicon  string `json:"lexicon"`
	Sentence string `json:"sentence"`
	After    string `json:"after,omitempty" doc:"The published practice that it follows, with its source; what is inference is said to be"`
	Point    bool   `json:"point,omitempty" doc:"It gives one number and no range"`
	First    bool   `json:"first,omitempty" doc:"This server shows it where nobody chooses"`
}

func askMethods(v *visit, _ *struct{}) (out methodsOut, etag string, err error) {
	for _, m := range aggregate.Methods {
		first := slices.ContainsFunc(v.Methods, func(o aggregate.Method) bool { return o.String() == m.String() })
		out.Items = append(out.Items, methodOut{m.Name, m.Version, m.Lexicon.String(), m.Sentence, m.After, m.Point, first})
	}
	return out, "", nil
}

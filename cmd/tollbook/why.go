package main

import (
	"fmt"
	"slices"
	"strings"

	"tollbook/aggregate"
	"tollbook/casualty"
)

// reasons tell, figure by figure and claim by claim, what each method counted and
// set aside, and why.
type reasons struct {
	claims  map[casualty.ClaimID]casualty.Claim
	sources map[casualty.SourceID]string
}

func newReasons(r casualty.Record) reasons {
	w := reasons{map[casualty.ClaimID]casualty.Claim{}, map[casualty.SourceID]string{}}
	for _, c := range r.Claims {
		w.claims[c.ID] = c
	}
	for _, s := range r.Sources {
		w.sources[s.ID] = s.Name
	}
	return w
}

// all is the account of every figure; the tables have the same rows.
func (w reasons) all(tables []aggregate.Table) string {
	var b strings.Builder
	last := casualty.IncidentID("")
	for row, f := range tables[0].Figures {
		if f.Incident.ID != last {
			last = f.Incident.ID
			fmt.Fprintf(&b, "%s %s, %s\n", f.Incident.ID, f.Incident.Title, orElse(string(f.Incident.Day), "day not stated"))
		}
		figures := make([]aggregate.Figure, len(tables))
		for i, t := range tables {
			figures[i] = t.Figures[row].Figure
		}
		w.figure(&b, figures)
	}
	for _, t := range tables {
		for _, p := range aggregate.PartsOf(t) {
			w.parts(&b, t, p)
		}
	}
	return b.String()
}

// parts says what the parts of a figure tell of it: contradictions, and bounds
// that follow and stand in no figure.
func (w reasons) parts(b *strings.Builder, t aggregate.Table, p aggregate.PartsFinding) {
	for _, problem := range p.Problems {
		fmt.Fprintf(b, "%s %s by %s, %s: look: %s\n", p.Incident, p.Harm, t.Method.Name, p.By, problem.Sentence())
	}
	for _, d := range p.Derived {
		fmt.Fprintf(b, "%s by %s: %s\n", p.Incident, t.Method.Name, derivedWords(d, p.By))
	}
}

// figure is the account of one question by each method.
func (w reasons) figure(b *strings.Builder, figures []aggregate.Figure) {
	fmt.Fprintf(b, "  %s, as reported %s\n", figures[0].Question.Words(), figures[0].Span)
	for _, f := range figures {
		fmt.Fprintf(b, "    %s: %s\n", f.Method, f.Words())
	}
	var elsewhere []string
	for _, id := range listed(figures) {
		outcomes := w.outcomes(id, figures)
		if len(outcomes) == 1 && outcomes[0].text == elsewhereOutcome {
			elsewhere = append(elsewhere, string(id))
			continue
		}
		fmt.Fprintf(b, "    %s\n", w.words(id))
		for _, o := range outcomes {
			fmt.Fprintf(b, "        %s%s\n", o.by(len(figures)), o.text)
		}
	}
	if len(elsewhere) > 0 {
		fmt.Fprintf(b, "    count other people than asked: %s\n", strings.Join(elsewhere, ", "))
	}
	for _, f := range figures {
		for _, p := range f.Problems {
			fmt.Fprintf(b, "    look, %s: %s\n", f.Method, p.Sentence())
		}
	}
}

// listed are the claims that any method lists: counted ones first, then in the
// order of their ids.
func listed(figures []aggregate.Figure) []casualty.ClaimID {
	var ids []casualty.ClaimID
	note := func(uses []aggregate.Use) {
		for _, u := range uses {
			if !slices.Contains(ids, u.Claim) {
				ids = append(ids, u.Claim)
			}
		}
	}
	for _, f := range figures {
		note(f.Counted)
	}
	for _, f := range figures {
		note(f.SetAside)
	}
	return ids
}

// An outcome is what became of a claim, and by which methods.
type outcome struct {
	text    string
	methods []string
}

// by names the methods, unless all did the same.
func (o outcome) by(methods int) string {
	if len(o.methods) == methods {
		return ""
	}
	return strings.Join(o.methods, ", ") + ": "
}

const elsewhereOutcome = "set aside: elsewhere"

// outcomes groups the methods by what they did with a claim.
func (w reasons) outcomes(id casualty.ClaimID, figures []aggregate.Figure) []outcome {
	var all []outcome
	for _, f := range figures {
		text, ok := w.outcome(id, f)
		if !ok {
			continue
		}
		name, _, _ := strings.Cut(f.Method, "/")
		i := slices.IndexFunc(all, func(o outcome) bool { return o.text == text })
		if i < 0 {
			all, i = append(all, outcome{text: text}), len(all)
		}
		all[i].methods = append(all[i].methods, name)
	}
	return all
}

func (w reasons) outcome(id casualty.ClaimID, f aggregate.Figure) (text string, ok bool) {
	is := func(u aggregate.Use) bool { return u.Claim == id }
	if i := slices.IndexFunc(f.Counted, is); i >= 0 {
		return "counted" + w.coded(f.Counted[i]), true
	}
	i := slices.IndexFunc(f.SetAside, is)
	if i < 0 {
		return "", false
	}
	u := f.SetAside[i]
	if u.Reason == aggregate.OtherPeople {
		return elsewhereOutcome, true
	}
	text = "set aside: " + u.Reason.Sentence()
	if u.By != "" {
		text += " (" + string(u.By) + ")"
	}
	return text, true
}

// coded says what the lexicon made of the words, where it is not the words again.
func (w reasons) coded(u aggregate.Use) string {
	words := w.claims[u.Claim].Count.String()
	if coded := u.Worth(); u.Coded.Stated() && coded != words && "at least "+strings.TrimSuffix(coded, " or more") != words {
		return " as " + coded
	}
	return ""
}

// words are a claim in one line: its count, its quote, who printed it.
func (w reasons) words(id casualty.ClaimID) string {
	c := w.claims[id]
	line := fmt.Sprintf("%s %s %s", c.ID, c.Harm, c.Count)
	if who := people(c); who != "" {
		line += ", " + who
	}
	return fmt.Sprintf("%s “%s” (%s)", line, casualty.Shorten(printable(c.Quote.Text), 60), w.sources[c.Source])
}

package asked

import (
	"tollbook/aggregate"
	"tollbook/casualty"
)

// A FigureAnswer is one figure as programs read it, from the commands' JSON and from
// the interface alike. The range fields stand beside the others, so that low, best,
// high, open and highest are found where people look for them.
type FigureAnswer struct {
	Incident   casualty.IncidentID   `json:"incident"`
	Title      string                `json:"title"`
	Day        casualty.Day          `json:"day"`
	Harm       casualty.Harm         `json:"harm"`
	Population casualty.Population   `json:"population,omitempty"`
	Group      casualty.Group        `json:"group,omitempty"`
	Severity   casualty.Severity     `json:"severity,omitempty"`
	Method     string                `json:"method"`
	Lexicon    string                `json:"lexicon"`
	Range      casualty.Range        `json:"range"`
	Best       casualty.Range        `json:"best"`
	NoFloor    bool                  `json:"no_floor,omitempty" doc:"The low is the method's own 0, which nobody stated"`
	Span       casualty.Range        `json:"span" doc:"As reported, before any collapse"`
	Status     aggregate.Status      `json:"status,omitempty" doc:"Empty: settled"`
	Text       string                `json:"text"`
	Counted    []UseAnswer           `json:"counted"`
	SetAside   []UseAnswer           `json:"set_aside"`
	Problems   []string              `json:"problems,omitempty"`
	Decisions  []casualty.DecisionID `json:"decisions,omitempty" doc:"In force, and the figure rests on them"`
	Unsigned   bool                  `json:"unsigned,omitempty" doc:"No second person signed one of them"`
	Waiting    []casualty.DecisionID `json:"waiting,omitempty" doc:"Decisions that wait for a second person and change nothing yet"`
}

// A UseAnswer is what became of a claim in a figure.
type UseAnswer struct {
	Claim    casualty.ClaimID `json:"claim"`
	Reason   aggregate.Reason `json:"reason,omitempty" doc:"Why it was set aside; empty: it was counted"`
	Sentence string           `json:"sentence,omitempty"`
	By       casualty.ClaimID `json:"by,omitempty" doc:"The claim that it gave way to"`
	Coded    casualty.Range   `json:"coded"`
}

// FigureOf is the answer for a figure of an incident, of which it shows the title and
// the day as they are given here.
func FigureOf(in casualty.Incident, f aggregate.Figure) FigureAnswer {
	q := f.Question
	return FigureAnswer{
		Incident: in.ID, Title: in.Title, Day: in.Day, Harm: q.Harm, Population: q.Population, Group: q.Group, Severity: q.Severity,
		Method: f.Method, Lexicon: f.Lexicon, Range: aggregate.AsStated(f.Range, f.NoFloor), Best: aggregate.AsStated(f.Best, f.NoFloor),
		NoFloor: f.NoFloor, Span: f.Span, Status: f.Status, Text: f.Words(), Counted: usesOf(f.Counted), SetAside: usesOf(f.SetAside),
		Problems: Codes(f.Problems), Decisions: f.Decisions, Unsigned: f.Unsigned, Waiting: f.Waiting,
	}
}

func usesOf(uses []aggregate.Use) []UseAnswer {
	out := []UseAnswer{}
	for _, u := range uses {
		answer := UseAnswer{Claim: u.Claim, Reason: u.Reason, By: u.By, Coded: u.Stated()}
		if u.Reason != "" {
			answer.Sentence = u.Reason.Sentence()
		}
		out = append(out, answer)
	}
	return out
}

// Codes are problems as codes.
func Codes(problems []aggregate.ProblemCode) []string {
	codes := []string{}
	for _, p := range problems {
		codes = append(codes, string(p))
	}
	return codes
}

// A TotalAnswer is one total as programs read it, with its panel.
type TotalAnswer struct {
	Method     string              `json:"method"`
	Lexicon    string              `json:"lexicon"`
	Of         string              `json:"of" doc:"The key of the breakdown; empty: all"`
	Keys       []string            `json:"keys,omitempty"`
	Harm       casualty.Harm       `json:"harm"`
	Population casualty.Population `json:"population,omitempty"`
	Group      casualty.Group      `json:"group,omitempty"`
	Severity   casualty.Severity   `json:"severity,omitempty"`
	Range      casualty.Range      `json:"range"`
	Best       casualty.Range      `json:"best"`
	Text       string              `json:"text"`
	Incidents  int                 `json:"incidents"`
	Unknown    int                 `json:"without_a_figure"`
	OpenParts  int                 `json:"open_above"`
	NoFloor    int                 `json:"without_a_floor"`
	Shared     int                 `json:"under_other_keys_too" doc:"Incidents that stand under other keys too"`
	Problems   []string            `json:"problems"`
	Panel      PanelAnswer         `json:"panel"`
}

// A PanelAnswer is what a total rests on and does not know.
type PanelAnswer struct {
	OneOrigin  int                             `json:"one_origin"`
	LearntLate int                             `json:"learnt_late"`
	Decided    int                             `json:"on_a_decision"`
	Unsigned   int                             `json:"on_an_unsigned_decision"`
	Waiting    int                             `json:"waiting_for_a_signature"`
	Widest     int                             `json:"ten_widest_percent"`
	Days       map[casualty.Precision]int      `json:"days"`
	Places     map[casualty.PlacePrecision]int `json:"places"`
}

// TotalOf is the answer for a total by a method.
func TotalOf(m aggregate.Method, t aggregate.Total) TotalAnswer {
	q, p := t.Question, t.Panel
	return TotalAnswer{
		Method: m.String(), Lexicon: m.Lexicon.String(), Of: t.Key, Keys: t.Keys, Harm: q.Harm, Population: q.Population, Group: q.Group, Severity: q.Severity,
		Range: aggregate.AsStated(t.Range, t.NoFloor > 0), Best: aggregate.AsStated(t.Best, t.NoFloor > 0), Text: t.String(),
		Incidents: t.Incidents, Unknown: t.Unknown, OpenParts: t.OpenParts, NoFloor: t.NoFloor, Shared: t.Shared, Problems: Codes(t.Problems),
		Panel: PanelAnswer{p.OneOrigin, p.LearntLate, p.Decided, p.Unsigned, p.Waiting, p.Widest(), p.Days(), p.Places()},
	}
}

package server

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/server/people"
	"tollbook/store"
)

// judgeDeeds are what a person does to an incident: describe it, remark on it, and
// decide, each with its reason.
func judgeDeeds() []deed {
	r := func(verb, summary string, may people.Action, seen bool) deedRoute {
		return deedRoute{path: "/incidents/:id/" + verb, name: verb + "-incident", summary: summary, may: may, seen: seen, page: boardPageOf}
	}
	return []deed{
		doing[incidentInput, casualty.Incident]{deedRoute{path: "/incidents/new", name: "add-incident", summary: "Open an incident", may: people.Record, page: newIncidentPageOf}, addIncident},
		doing[incidentInput, casualty.Incident]{r("mend", "Set fields of an incident; the version before stays readable", people.Record, true), mendIncident},
		doing[commentInput, casualty.Incident]{r("comment", "Add a remark to the notes of an incident, with your name", people.Record, false), commentIncident},
		doing[gradeInput, casualty.Decision]{r("grade", "Propose how well an incident is established", people.Decide, true), gradeIncident},
		doing[adoptInput, casualty.Decision]{r("adopt", "Propose a figure to adopt", people.Decide, false), adoptFigure},
		doing[claimsInput, casualty.Decision]{r("set-aside", "Propose to keep claims out of the figures", people.Decide, false), setAside},
		doing[mergeInput, casualty.Decision]{r("merge", "Propose that this incident is another one", people.Decide, true), mergeIncident},
		doing[splitInput, casualty.Decision]{r("split", "Propose that some claims speak of an incident of their own", people.Decide, true), splitIncident},
		doing[gradesInput, decisionsOut]{deedRoute{path: "/incidents/grade", name: "grade-incidents", summary: "Propose one grade for several incidents, as one act", may: people.Decide, page: incidentsPageOf}, gradeIncidents},
	}
}

// incidentInput sets fields of an incident, by the names that the record has for them.
type incidentInput struct {
	Set    map[string]string `json:"set" doc:"Field and value, such as day: 2025-07-01"`
	Reason string            `json:"reason,omitempty" doc:"Why; needed to change what is there"`
}

// form takes every field that the form has; one that it leaves out stays as it is.
func (m *incidentInput) form(fields map[string][]string) {
	m.Set = map[string]string{}
	for name, values := range fields {
		if slices.Contains(curate.IncidentFields(), name) && len(values) > 0 {
			m.Set[name] = values[len(values)-1]
		}
	}
}

func addIncident(v *visit, in incidentInput) (made casualty.Incident, next string, err error) {
	for _, value := range curate.Values(in.Set) {
		if value.Name == "grade" {
			return made, "", &casualty.Problem{Where: "grade", Want: "a decision of its own, with its reason"}
		}
		if err := curate.SetIncident(&made, value); err != nil {
			return made, "", err
		}
	}
	err = v.do("add incident", in.Reason, func(c *store.Change) error {
		made, err = curate.NewIncident(c, made)
		return err
	})
	return made, "/incidents/" + string(made.ID), err
}

// onIncident does one act on the incident of the path and reads it anew.
func (v *visit) onIncident(what, reason string, do func(*store.Change, casualty.IncidentID) error) (in casualty.Incident, next string, err error) {
	if err := (whyInput{reason}).check(); err != nil {
		return in, "", err
	}
	id := casualty.IncidentID(v.param("id"))
	err = v.do(what, reason, func(c *store.Change) error {
		if err := do(c, id); err != nil {
			return err
		}
		in, err = store.Incidents.Get(c, id)
		return err
	})
	return in, "/incidents/" + string(id), err
}

func mendIncident(v *visit, in incidentInput) (casualty.Incident, string, error) {
	return v.onIncident("mend incident", in.Reason, func(c *store.Change, id casualty.IncidentID) error {
		return curate.DescribeIncident(c, id, curate.Values(in.Set))
	})
}

type commentInput struct {
	Comment string `json:"comment" doc:"What you remark; it stands in the incident's notes, in no public output"`
	Why
}

func commentIncident(v *visit, in commentInput) (casualty.Incident, string, error) {
	return v.onIncident("comment", in.Reason, func(c *store.Change, id casualty.IncidentID) error {
		return curate.Comment(c, id, v.who.Name, casualty.MomentOf(v.Now()), in.Comment)
	})
}

// decide makes one decision on the incident of the path.
func (v *visit) decide(what, reason string, do func(*store.Change, curate.Judgment, casualty.IncidentID) (casualty.Decision, error)) (d casualty.Decision, next string, err error) {
	id := casualty.IncidentID(v.param("id"))
	err = v.do(what, reason, func(c *store.Change) error {
		if _, err := store.Incidents.Get(c, id); err != nil {
			return err
		}
		d, err = do(c, v.judgment(reason), id)
		return err
	})
	return d, "/incidents/" + string(id) + "#decisions", err
}

type gradeInput struct {
	Grade string `json:"grade" doc:"confirmed, fair, weak, contested or discounted"`
	Why
}

func gradeIncident(v *visit, in gradeInput) (casualty.Decision, string, error) {
	return v.decide("grade", in.Reason, func(c *store.Change, j curate.Judgment, id casualty.IncidentID) (casualty.Decision, error) {
		return curate.Grade(c, j, id, in.Grade)
	})
}

type adoptInput struct {
	Harm   string   `json:"harm" doc:"killed, injured, ..."`
	Figure string   `json:"figure" doc:"The figure: 12, 9-14, or 9-14+ for no upper bound"`
	Best   string   `json:"best,omitempty" doc:"The one number to name, where there is one"`
	Claims []string `json:"claims,omitempty" doc:"Ids of the claims that it rests on"`
	Why
}

func adoptFigure(v *visit, in adoptInput) (casualty.Decision, string, error) {
	r, err := casualty.ParseRange(strings.TrimSpace(in.Figure))
	low, floor := r.Low()
	if err != nil || !floor {
		return casualty.Decision{}, "", &casualty.Problem{Where: "figure", Found: in.Figure, Want: "a number or a range with a floor, such as 12, 9-14 or 9-14+"}
	}
	highest, _ := r.Highest()
	best, err := wholeOrNone(in.Best)
	if err != nil {
		return casualty.Decision{}, "", casualty.At("best", err)
	}
	return v.decide("adopt", in.Reason, func(c *store.Change, j curate.Judgment, id casualty.IncidentID) (casualty.Decision, error) {
		return curate.Adopt(c, j, id, casualty.Harm(in.Harm), low, highest, r.Open(), best, claimIDs(in.Claims))
	})
}

// wholeOrNone reads a number of people; nothing is none.
func wholeOrNone(text string) (*int, error) {
	if text == "" {
		return nil, nil
	}
	n, err := strconv.Atoi(text)
	if err != nil || n < 0 || n > casualty.MaxPeople {
		return nil, &casualty.Problem{Found: text, Want: "a whole number of people"}
	}
	return &n, nil
}

// claimIDs are ids as a form or a program lists them.
func claimIDs(list []string) []casualty.ClaimID {
	var ids []casualty.ClaimID
	for _, text := range list {
		for _, id := range strings.FieldsFunc(text, func(r rune) bool { return r == ',' || r == ' ' }) {
			ids = append(ids, casualty.ClaimID(id))
		}
	}
	return ids
}

type claimsInput struct {
	Claims []string `json:"claims" doc:"Ids of claims of this incident"`
	Why
}

func setAside(v *visit, in claimsInput) (casualty.Decision, string, error) {
	return v.decide("set aside", in.Reason, func(c *store.Change, j curate.Judgment, id casualty.IncidentID) (casualty.Decision, error) {
		return curate.SetAside(c, j, id, claimIDs(in.Claims))
	})
}

type mergeInput struct {
	Into string `json:"into" doc:"Id of the incident that this one is"`
	Why
}

func mergeIncident(v *visit, in mergeInput) (casualty.Decision, string, error) {
	return v.decide("merge", in.Reason, func(c *store.Change, j curate.Judgment, id casualty.IncidentID) (casualty.Decision, error) {
		d, err := curate.MergeIncidents(c, j, id, casualty.IncidentID(strings.TrimSpace(in.Into)))
		if errors.Is(err, casualty.ErrNotFound) {
			err = &casualty.Problem{Where: "into", Found: in.Into, Want: "the id of an incident of this book, such as i12"}
		}
		return d, err
	})
}

type splitInput struct {
	Claims []string `json:"claims" doc:"Ids of the claims that go into the new incident"`
	Title  string   `json:"title" doc:"Of the new incident"`
	Day    string   `json:"day,omitempty"`
	Place  string   `json:"place,omitempty"`
	Why
}

func splitIncident(v *visit, in splitInput) (casualty.Decision, string, error) {
	var made casualty.Incident
	for _, value := range []curate.Value{{Name: "title", Text: in.Title}, {Name: "day", Text: in.Day}, {Name: "place", Text: in.Place}} {
		if err := curate.SetIncident(&made, value); err != nil {
			return casualty.Decision{}, "", err
		}
	}
	return v.decide("split", in.Reason, func(c *store.Change, j curate.Judgment, id casualty.IncidentID) (casualty.Decision, error) {
		return curate.SplitIncident(c, j, id, made, claimIDs(in.Claims))
	})
}

type gradesInput struct {
	Incidents []string `json:"incidents" doc:"Ids of incidents"`
	Grade     string   `json:"grade"`
	Why
}

type decisionsOut struct {
	Decisions []casualty.DecisionID `json:"decisions"`
}

func gradeIncidents(v *visit, in gradesInput) (out decisionsOut, next string, err error) {
	if len(in.Incidents) == 0 {
		return out, "", &casualty.Problem{Where: "incidents", Want: "the incidents to grade: choose them in the list"}
	}
	err = v.do("grade", in.Reason, func(c *store.Change) error {
		for _, id := range in.Incidents {
			d, err := curate.Grade(c, v.judgment(in.Reason), casualty.IncidentID(id), in.Grade)
			if err != nil {
				return err
			}
			out.Decisions = append(out.Decisions, d.ID)
		}
		return nil
	})
	return out, "/decisions", err
}

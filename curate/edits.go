package curate

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/mapping"
	"tollbook/ingest/table"
	"tollbook/store"
)

// An Edit is a cell of an exported workbook that a person changed.
type Edit struct {
	Where string // the cell
	Row   int
	Sheet string
	ID    string // of the record
	Value Value
	Was   string // what the export had written
}

// An editable is a column of the workbook that may be changed there: its heading,
// the field that it sets, and what the export writes into it. Everything else in
// the workbook is computed, or is what a document says.
type editable[T any] struct {
	heading, field string
	value          func(T) string
}

var editableClaims = []editable[claim]{
	{"As worded", "count", func(c claim) string { return c.Count.String() }},
	{"Said", "said", func(c claim) string { return string(c.Said) }},
	{"Claimant as written", "claimant", func(c claim) string { return c.Claimant }},
	{"Incident", "incident", func(c claim) string { return string(c.Incident) }},
	{"Harm", "harm", func(c claim) string { return string(c.Harm) }},
	{"Population", "population", func(c claim) string { return string(c.Population) }},
	{"Group", "group", func(c claim) string { return string(c.Group) }},
	{"Severity", "severity", func(c claim) string { return string(c.Severity) }},
	{"Scope", "scope", func(c claim) string { return string(c.Scope) }},
}

var editableIncidents = []editable[incident]{
	{"Title", "title", func(i incident) string { return i.Title }},
	{"Date", "day", func(i incident) string { return string(i.Day) }},
	{"Place", "place", func(i incident) string { return i.Place.Name }},
	{"Country", "country", func(i incident) string { return i.Place.Country }},
	{"Admin 1", "admin1", func(i incident) string { return i.Place.Admin1 }},
	{"Admin 2", "admin2", func(i incident) string { return i.Place.Admin2 }},
	{"Cause", "cause", func(i incident) string { return i.Cause }},
	{"Grade", "grade", func(i incident) string { return string(i.Grade) }},
	{"P-code", "code", func(i incident) string { return i.Place.Code }},
	{"Place precision", "precision", func(i incident) string { return string(i.Place.Precision) }},
	{"Notes", "notes", func(i incident) string { return i.Notes }},
}

// An Export is what an exported workbook says of itself.
type Export struct{ Head, Profile string }

// ExportOf tells what a workbook of our own shows; ok is false for any other
// file. Some programs drop the properties when they save: the cover says the same.
func ExportOf(f *table.File) (e Export, ok bool) {
	e = Export{f.Property("Journal head"), f.Property("Profile")}
	if cover, err := f.Table("Cover"); err == nil && e.Head == "" {
		for r, err := range cover.Rows() {
			if err != nil {
				break
			}
			head, _, _ := strings.Cut(r.Cell(1).Text, ", ")
			profile, _, _ := strings.Cut(r.Cell(1).Text, ":")
			switch r.Cell(0).Text {
			case "Journal's head":
				e.Head = head
			case "Profile":
				e.Profile = profile
			}
		}
	}
	return e, e.Head != ""
}

// Edits are the cells in which an exported workbook differs from the record that
// it shows. base is that record: the book as it stood at the workbook's journal
// head. problems are what cannot be taken over, each with its cell.
func Edits(f *table.File, base casualty.Record) (edits []Edit, problems []RowProblem, err error) {
	if own, _ := ExportOf(f); own.Profile != "internal" {
		return nil, nil, &casualty.Problem{Where: "profile", Found: own.Profile, Want: "an export with --profile internal: in others places and words are withheld, and would be taken for changes"}
	}
	e := &editReader{}
	claims, incidents := map[string]claim{}, map[string]incident{}
	for _, c := range base.Claims {
		claims[string(c.ID)] = c
	}
	for _, i := range base.Incidents {
		incidents[string(i.ID)] = i
	}
	err = errors.Join(
		readEdits(e, f, "Claims", "Claim", claims, editableClaims),
		readEdits(e, f, "Incidents", "Incident", incidents, editableIncidents),
	)
	return e.edits, e.problems, err
}

type editReader struct {
	edits    []Edit
	problems []RowProblem
}

func (e *editReader) problem(row int, where, found, want string) {
	e.problems = append(e.problems, RowProblem{row, &casualty.Problem{Where: where, Found: found, Want: want}})
}

// readEdits compares one sheet with the records that it shows.
func readEdits[T any](e *editReader, f *table.File, sheet, idHeading string, records map[string]T, columns []editable[T]) error {
	t, err := f.Table(sheet)
	if err != nil {
		return err
	}
	var at map[string]int
	for r, err := range t.Rows() {
		if err != nil {
			return err
		}
		if at == nil {
			at = headingsOf(r, idHeading, columns[0].heading)
			continue
		}
		id := strings.TrimSpace(r.Cell(at[idHeading]).Text)
		record, known := records[id]
		if !known {
			if id != "" {
				e.problem(r.Number, t.Place(r.Number, at[idHeading]), id, "an id that the export wrote: new records come in through the template")
			}
			continue
		}
		for _, c := range columns {
			if column, there := at[c.heading]; there {
				e.compare(t, r, column, id, c.field, c.value(record))
			}
		}
	}
	if at == nil {
		return &casualty.Problem{Where: "sheet " + sheet, Want: "the headings that the export wrote"}
	}
	return nil
}

// headingsOf leads from headings to columns, if this row is the one with them.
func headingsOf(r table.Row, needed ...string) map[string]int {
	at := map[string]int{}
	for i, c := range r.Cells {
		if _, twice := at[c.Text]; !twice && c.Kind == table.Text {
			at[c.Text] = i
		}
	}
	for _, n := range needed {
		if _, ok := at[n]; !ok {
			return nil
		}
	}
	return at
}

// compare notes a cell that differs. A blank changes nothing: it can be a cell
// that somebody cleared by mistake, and taking a value away is an act of its own.
func (e *editReader) compare(t *table.Table, r table.Row, column int, id, field, was string) {
	cell, where := r.Cell(column), t.Place(r.Number, column)
	now := strings.TrimSpace(cell.Text)
	if sameText(now, was) {
		return
	}
	switch {
	case now == "":
		e.problem(r.Number, where, "a blank where the export wrote “"+casualty.Shorten(was, 30)+"”", "the value; to take it away, tollbook correct "+id+" "+field+"= --reason WHY")
		return
	case strings.Contains(now, "[…cut here:"):
		return // the export cut it to what a cell can hold
	}
	if field == "count" {
		count, err := mapping.Count(cell)
		if err != nil {
			e.problems = append(e.problems, RowProblem{r.Number, &casualty.Problem{Where: where, Found: cell.Text, Want: err.Want}})
			return
		}
		now = count.String()
		if now == was {
			return
		}
	}
	edit := Edit{Where: where, Row: r.Number, Sheet: t.Name, ID: id, Value: Value{field, now}, Was: was}
	// A claim asked for two figures stands in two rows.
	before := slices.IndexFunc(e.edits, func(o Edit) bool { return o.ID == id && o.Value.Name == field })
	switch {
	case before < 0:
		e.edits = append(e.edits, edit)
	case e.edits[before].Value.Text != now:
		e.problem(r.Number, where, now, "the same as in "+e.edits[before].Where+", where the same record says “"+e.edits[before].Value.Text+"”")
	}
}

func sameText(a, b string) bool {
	return strings.Join(strings.Fields(a), " ") == strings.Join(strings.Fields(b), " ")
}

// ApplyEdits makes the changes in one act. A record that has changed in the book
// since the export, in the same field, is left alone and named.
func ApplyEdits(c *store.Change, edits []Edit) (done []Edit, conflicts []RowProblem, err error) {
	byID := map[string][]Value{}
	var order []string
	for _, e := range edits {
		now, err := currentValue(c, e)
		if err != nil {
			return nil, nil, casualty.At(e.Where, err)
		}
		switch {
		case sameText(now, e.Value.Text):
			continue // the book says so already
		case !sameText(now, e.Was):
			conflicts = append(conflicts, RowProblem{e.Row, &casualty.Problem{Where: e.Where, Found: e.Value.Text,
				Want: fmt.Sprintf("a fresh export: %s was “%s” there and is “%s” in the book by now", e.ID, casualty.Shorten(e.Was, 30), casualty.Shorten(now, 30))}})
			continue
		}
		if byID[e.ID] == nil {
			order = append(order, e.ID)
		}
		byID[e.ID] = append(byID[e.ID], e.Value)
		done = append(done, e)
	}
	var problems []error
	for _, id := range order {
		if err := Correct(c, id, byID[id]); err != nil {
			problems = append(problems, err)
		}
	}
	return done, conflicts, errors.Join(problems...)
}

// currentValue is what the book says now where the edit would change it.
func currentValue(c *store.Change, e Edit) (string, error) {
	if Kind(e.ID) == "claim" {
		record, err := store.Claims.Get(c, casualty.ClaimID(e.ID))
		return valueOf(editableClaims, record, e.Value.Name), err
	}
	record, err := store.Incidents.Get(c, casualty.IncidentID(e.ID))
	return valueOf(editableIncidents, record, e.Value.Name), err
}

func valueOf[T any](columns []editable[T], record T, field string) string {
	for _, c := range columns {
		if c.field == field {
			return c.value(record)
		}
	}
	return ""
}

package main

import (
	"cmp"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/mapping"
	"tollbook/ingest/table"
)

// An importPage is what an import tells a person: how the columns were taken,
// what became of the rows, what cannot be read, and what to do next.
type importPage struct {
	*app
	flags importFlags
	file  *table.File
	bound *mapping.Bound
	in    curate.Import
	got   curate.Imported
	found bool // the columns were found, not said, and not accepted yet
}

// out prints, writes the files asked for, and gives the exit code's error.
func (p importPage) out(failed error) error {
	var err error
	switch p.flags.format {
	case "json":
		err = p.showJSON(p.json(failed == nil))
	case "csv":
		l := listing{head: []string{"row", "status", "reason", "records"}}
		for _, r := range p.got.Rows {
			l.rows = append(l.rows, []string{fmt.Sprint(r.Row), string(r.Status), r.Reason(), r.Records()})
		}
		err = p.show("csv", l)
	case "table":
		p.columns()
		p.rows()
		p.problems()
	default:
		err = &casualty.Problem{Where: "--format", Found: p.flags.format, Want: "table, json or csv"}
	}
	if err != nil {
		return err
	}
	if err := errors.Join(p.saveMapping(), p.writeResult()); err != nil {
		return err
	}
	return p.next(failed)
}

func (p importPage) columns() {
	where := p.file.Format
	for _, say := range []string{p.file.Charset, map[string]string{"\t": "tab"}[p.file.Delimiter], p.file.Delimiter} {
		if say != "" && say != "\t" && p.file.Format == table.CSV {
			where += ", " + say
		}
	}
	if p.bound.Table.Name != "" {
		where += ", “" + p.bound.Table.Name + "”"
	}
	if p.bound.Header > 0 {
		where += fmt.Sprintf(", headings in row %d", p.bound.Header)
	}
	p.printf("%s: %s, %s\n\n", p.file.Name, where, plural(p.bound.Count(), "row", "rows"))
	l := listing{head: []string{"", "heading", "means", "such as"}}
	for _, h := range p.bound.Columns {
		means := h.Means
		if means == "" {
			means = "(not read)"
		}
		why := h.Why
		if h.Hidden {
			why = strings.TrimPrefix(why+", hidden", ", ")
		}
		if why != "" {
			means += " [" + why + "]"
		}
		l.rows = append(l.rows, []string{table.Letter(h.At), casualty.Shorten(h.Name, 40), means, casualty.Shorten(cmp.Or(strings.Join(h.Samples, " | "), "(blank)"), 60)})
	}
	_ = p.showTable(l)
	p.printf("\n")
	for _, n := range append(p.file.Notes, p.bound.Notes...) {
		p.printf("Note: %s.\n", printable(n))
	}
	if p.bound.Mapping.ZeroUnknown {
		p.printf("Note: 0 may stand for unknown here, so no row claims a reported zero.\n")
	}
	if !p.bound.HasKey() {
		p.printf("Note: no column names the rows. The same rows are known again in a later file; one that was changed is one gone and one new.\n")
	}
	if names := p.fitting(); len(names) > 0 {
		p.printf("Note: made for such a file: --preset %s.\n", strings.Join(names, ", --preset "))
	}
}

// fitting are the presets for such a file, where none was asked for.
func (p importPage) fitting() []string {
	if !p.found {
		return nil
	}
	return mapping.Fitting(p.file, p.flags.sheet, p.bound.Mapping.DateOrder)
}

func (p importPage) rows() {
	would := ""
	if !p.got.Written {
		would = "would be "
	}
	counts := p.got.Count()
	p.printf("\n%s:\n", plural(len(p.got.Rows), "row", "rows"))
	for _, s := range curate.RowStatuses {
		if counts[s] > 0 {
			p.printf("%10s  %s\n", thousands(counts[s]), s)
		}
	}
	p.printf("\n%s%s and %s added; %d changed; %d confirmed; %s of incidents\n", would, plural(p.got.Claims, "claim", "claims"), plural(p.got.Incidents, "incident", "incidents"), p.got.Changed, p.got.Confirmed, plural(p.got.Places, "place", "places"))
	for _, list := range []struct {
		what  string
		names []string
	}{
		{"New sources (say which are a party to the fighting: tollbook correct ID party=yes --reason WHY)", p.got.Sources},
		{"Origins as written that the book does not know", p.got.Claimants},
	} {
		if len(list.names) > 0 {
			p.printf("%s: %d: %s\n", list.what, len(list.names), printable(casualty.Shorten(strings.Join(list.names, "; "), 300)))
		}
	}
	if len(p.got.Named) > 0 {
		p.printf("Places: %s: %s\n", thousands(p.got.Places), printable(casualty.Shorten(strings.Join(p.got.Named, "; "), 300)))
	}
	garbled := 0
	for _, r := range p.got.Rows {
		if strings.Contains(r.Reason(), "wrong charset") {
			garbled++
		}
	}
	if garbled > 0 {
		p.printf("Rows with text that looks as if it had been read in a wrong charset before; it is kept as it is: %d\n", garbled)
	}
	if n := len(p.got.Vanished); n > 0 {
		p.printf("Gone from the file, still in the book (retract or reject them if they were withdrawn): %d: %s\n", n, casualty.Shorten(joinIDs(p.got.Vanished), 200))
	}
	p.alike()
	if p.got.Zeros > 0 {
		p.printf("Figures that are a reported zero: %d. If 0 also stands for unknown in this table, say --zero-may-be-unknown\n", p.got.Zeros)
	}
}

// alike tells of rows that may speak of an incident that is there already.
func (p importPage) alike() {
	rows := slices.Sorted(maps.Keys(p.got.Twins))
	if len(rows) > 0 {
		var sample []string
		for _, row := range rows[:min(len(rows), 5)] {
			sample = append(sample, fmt.Sprintf("row %d and %s", row, p.got.Twins[row]))
		}
		p.printf("Rows of the same day and place as an incident from elsewhere, to be looked at: %d: %s\n", len(rows), strings.Join(sample, ", "))
	}
	if p.got.Shared > 0 {
		p.printf("Rows of the same day and place as another row of this file, each an incident of its own: %d. If they are reports on one, say in the mapping which column means incident\n", p.got.Shared)
	}
}

func joinIDs(ids []casualty.ClaimID) string {
	words := make([]string, len(ids))
	for i, id := range ids {
		words[i] = string(id)
	}
	return strings.Join(words, " ")
}

// problems shows each kind of problem with its first cells.
func (p importPage) problems() {
	kinds, order := p.got.Kinds()
	for _, want := range order {
		p.printf("\n%s: want %s\n", plural(len(kinds[want]), "cell", "cells"), want)
		for i, problem := range kinds[want] {
			if i == 5 {
				p.printf("  and %d more\n", len(kinds[want])-i)
				break
			}
			p.printf("  %s: found “%s”\n", problem.Problem.Where, printable(casualty.Shorten(problem.Problem.Found, 60)))
		}
	}
}

// next says what to do now, and how the command ends.
func (p importPage) next(failed error) error {
	say := func(format string, args ...any) {
		if p.flags.format == "table" {
			p.printf("\n"+format+"\n", args...)
		}
	}
	switch {
	case failed != nil:
		return fmt.Errorf("%w; mend the cells above, or set them aside and keep the rest with --valid-only", failed)
	case p.found && !p.flags.dry:
		return errors.New("nothing was written: these columns were found, not said; --yes reads them as shown, --save-mapping FILE writes them down to be mended")
	case p.in.DryRun:
		say("A dry run: nothing was written.")
		return problemsOr(p.got)
	case p.got.Entry == 0:
		say("The book says so already; nothing was changed.")
		return problemsOr(p.got)
	}
	say("Kept as document %s, entry #%d of the journal; tollbook undo %d --reason WHY takes it back.", p.got.Document, p.got.Entry, p.got.Entry)
	if !p.flags.confirm && p.got.Claims+p.got.Changed > 0 {
		say("What the rows say is suggested and enters no figure yet. The same command with --confirm confirms all of it; tollbook review %s goes through it.", p.got.Document)
	}
	return problemsOr(p.got)
}

// importJSON is the import as a contract.
type importJSON struct {
	Written   bool                     `json:"written"`
	DryRun    bool                     `json:"dry_run"`
	Entry     int                      `json:"entry,omitempty"`
	Document  casualty.DocumentID      `json:"document,omitempty"`
	File      importFileJSON           `json:"file"`
	Mapping   mapping.Mapping          `json:"mapping"`
	Counts    map[curate.RowStatus]int `json:"counts"`
	Claims    int                      `json:"claims"`
	Incidents int                      `json:"incidents"`
	Changed   int                      `json:"changed"`
	Confirmed int                      `json:"confirmed"`
	Sources   []string                 `json:"new_sources"`
	Claimants []string                 `json:"unknown_origins"`
	Places    int                      `json:"places"`
	Zeros     int                      `json:"reported_zeros"`
	Shared    int                      `json:"same_day_and_place"`
	Twins     []importTwinJSON         `json:"duplicates"`
	Vanished  []casualty.ClaimID       `json:"vanished"`
	Rows      []importRowJSON          `json:"rows"`
	Problems  []importProblemJSON      `json:"problems"`
}

type importFileJSON struct {
	Name      string   `json:"name"`
	Format    string   `json:"format"`
	Charset   string   `json:"charset,omitempty"`
	Delimiter string   `json:"delimiter,omitempty"`
	Table     string   `json:"table,omitempty"`
	Rows      int      `json:"rows"`
	Notes     []string `json:"notes"`
}

// An importTwinJSON is a row of the same day and place as an incident that the book
// has from elsewhere.
type importTwinJSON struct {
	Row      int    `json:"row"`
	Incident string `json:"incident"`
}

type importRowJSON struct {
	Row      int                 `json:"row"`
	Status   curate.RowStatus    `json:"status"`
	Reason   string              `json:"reason,omitempty"`
	Incident casualty.IncidentID `json:"incident,omitempty"`
	Claims   []casualty.ClaimID  `json:"claims"`
}

type importProblemJSON struct {
	Row   int    `json:"row"`
	Where string `json:"where"`
	Found string `json:"found"`
	Want  string `json:"want"`
}

func (p importPage) json(bool) importJSON {
	g := p.got
	out := importJSON{
		Written: g.Written, DryRun: p.in.DryRun, Entry: g.Entry, Document: g.Document, Mapping: p.bound.Complete(), Counts: g.Count(),
		File:   importFileJSON{p.file.Name, p.file.Format, p.file.Charset, p.file.Delimiter, p.bound.Table.Name, p.bound.Count(), orNone(append(p.file.Notes, p.bound.Notes...))},
		Claims: g.Claims, Incidents: g.Incidents, Changed: g.Changed, Confirmed: g.Confirmed,
		Sources: orNone(g.Sources), Claimants: orNone(g.Claimants), Vanished: orNone(g.Vanished),
		Places: g.Places, Zeros: g.Zeros, Shared: g.Shared, Twins: []importTwinJSON{},
		Rows: []importRowJSON{}, Problems: []importProblemJSON{},
	}
	for _, row := range slices.Sorted(maps.Keys(g.Twins)) {
		out.Twins = append(out.Twins, importTwinJSON{row, g.Twins[row]})
	}
	for _, r := range g.Rows {
		out.Rows = append(out.Rows, importRowJSON{r.Row, r.Status, r.Reason(), r.Incident, orNone(r.Claims)})
	}
	for _, x := range g.Problems {
		out.Problems = append(out.Problems, importProblemJSON{x.Row, x.Problem.Where, x.Problem.Found, x.Problem.Want})
	}
	return out
}

// orNone: an empty list is [] in JSON, never null.
func orNone[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

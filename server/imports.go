package server

import (
	"context"
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/mapping"
	"tollbook/ingest/table"
	"tollbook/server/people"
	"tollbook/store"
)

func importPages() []pageRoute {
	return []pageRoute{
		{"/imports", people.Record, importsPageOf},
		{"/imports/:job", people.Record, jobPageOf},
	}
}

func importDeeds() []deed {
	r := func(verb, name, summary string, page func(*visit) (page, error)) deedRoute {
		return deedRoute{path: "/imports" + verb, name: name, summary: summary, may: people.Record, page: page}
	}
	return []deed{
		doing[tableInput, jobOut]{r("", "add-table", "Bring a spreadsheet to be looked at; nothing is written yet", importsPageOf), addTable},
		doing[mappingInput, jobOut]{r("/:job/mapping", "map-table", "Say what the columns mean; nothing is written yet", jobPageOf), mapTable},
		doing[runInput, taskOut]{r("/:job/run", "import-table", "Bring the rows in, all or nothing", jobPageOf), runImport},
		doing[nothing, nothing]{r("/:job/forget", "forget-table", "Take the uploaded file away; what was imported stays", importsPageOf), forgetTable},
	}
}

func importReadings() []reading {
	return []reading{
		asking[struct{}, jobOut]{readRoute{"/imports/:job", "get-import", "What an import would do, or did", people.Record}, func(v *visit, _ *struct{}) (jobOut, string, error) {
			s, err := v.seen()
			if err != nil {
				return jobOut{}, "", err
			}
			return s.out(), "", nil
		}},
	}
}

// A seen table is one that was uploaded, as the mapping reads it now, with what an
// import of it would do or did.
type seen struct {
	job   job
	file  *table.File
	bound *mapping.Bound
	got   curate.Imported
	tried bool  // got is there
	wrong error // why the table cannot be read so
}

// seen reads the table of the path, and what an import would do with every row.
func (v *visit) seen() (s seen, err error) {
	if s.job, err = v.job(); err != nil {
		return s, err
	}
	content, err := v.uploaded(s.job.ID)
	if err != nil {
		return s, err
	}
	if s.file, s.wrong = table.Open(s.job.Name, content, table.Options{Charset: s.job.Charset, Delimiter: s.job.Delimiter}); s.wrong != nil {
		return s, nil
	}
	if s.bound, s.wrong = s.job.Mapping.On(s.file, s.job.Sheet); s.wrong != nil {
		return s, nil
	}
	if s.job.Done {
		s.got, s.tried, err = v.result(s.job.ID)
		return s, err
	}
	if s.bound.Count() > mostTried {
		return s, nil
	}
	in, err := s.job.order(s.file, content, s.bound)
	if err != nil {
		return s, err
	}
	in.DryRun = true
	s.got, err = curate.ImportTable(v.request.Context(), v.Book, v.dryAct(), in)
	s.tried = err == nil
	return s, err
}

// mostTried is how many rows are tried each time the page is looked at. A longer
// table is tried by its import, which writes all or nothing.
const mostTried = 50_000

// dryAct is an act that is looked at and not done: a dry run ends its transaction.
func (v *visit) dryAct() store.Act { return store.Act{Author: v.who.Name, What: "import"} }

// order joins the table with what the person said of it.
func (j job) order(file *table.File, content []byte, bound *mapping.Bound) (curate.Import, error) {
	in := curate.Import{
		Content: content, Bound: bound, Set: bound.Mapping.Set, Source: casualty.Source{Name: j.Source, Party: j.Party == "yes"},
		Document: casualty.Document{Name: file.Name, MediaType: file.MediaType, Charset: file.Charset, Published: j.Published},
	}
	if in.Set == "" {
		in.Set = strings.TrimSuffix(file.Name, filepath.Ext(file.Name))
	}
	return in, curate.SetProtection(&in.Document, "", "")
}

// tableInput is a spreadsheet on its way in.
type tableInput struct {
	Name      string `json:"name,omitempty" doc:"The file's name"`
	File      []byte `json:"file" doc:"The file as received, base64"`
	Source    string `json:"source" doc:"Who published the table, by name"`
	Party     string `json:"party,omitempty" doc:"yes: a new source is a fighting side or speaks for one"`
	Published string `json:"published,omitempty" doc:"When, such as 2025-07-01"`
	Preset    string `json:"preset,omitempty" doc:"A mapping that comes with the program; without one, columns are found from their headings"`
}

func (t *tableInput) file(name string, content []byte) { t.Name, t.File = name, content }

func addTable(v *visit, in tableInput) (jobOut, string, error) {
	if strings.TrimSpace(in.Source) == "" {
		return jobOut{}, "", &casualty.Problem{Where: "source", Want: "who published the table, by name"}
	}
	published, err := casualty.ParseMoment(in.Published)
	if err != nil {
		return jobOut{}, "", casualty.At("published", err)
	}
	if _, err := table.Open(in.Name, in.File, table.Options{}); err != nil {
		return jobOut{}, "", casualty.At("file", err)
	}
	m := mapping.Mapping{Format: mapping.Format, Find: true}
	if in.Preset != "" {
		if m, err = mapping.Preset(in.Preset); err != nil {
			return jobOut{}, "", casualty.At("preset", err)
		}
	}
	j, err := v.keepUpload(job{Name: in.Name, Source: in.Source, Party: in.Party, Published: published, Mapping: m}, in.File)
	if err != nil {
		return jobOut{}, "", err
	}
	v.param = func(string) string { return j.ID }
	s, err := v.seen()
	return s.out(), "/imports/" + j.ID, err
}

// mappingInput says how the table is to be read.
type mappingInput struct {
	Means       map[string]string `json:"means,omitempty" doc:"Heading and what its column means, such as killed low; ignore for a column that is not read"`
	Sheet       string            `json:"sheet,omitempty"`
	Set         string            `json:"set,omitempty" doc:"The series of files that this one belongs to"`
	DateOrder   string            `json:"date_order,omitempty" doc:"dmy, mdy or serial"`
	Decimal     string            `json:"decimal,omitempty"`
	Charset     string            `json:"charset,omitempty"`
	Delimiter   string            `json:"delimiter,omitempty"`
	ZeroUnknown string            `json:"zero_may_be_unknown,omitempty" doc:"yes: 0 stands for unknown too"`
}

// form takes the columns from pairs of fields: head-N and means-N.
func (m *mappingInput) form(fields map[string][]string) {
	m.Means = map[string]string{}
	for name, heads := range fields {
		if number, ok := strings.CutPrefix(name, "head-"); ok && len(heads) > 0 {
			if means := fields["means-"+number]; len(means) > 0 {
				m.Means[heads[0]] = means[0]
			}
		}
	}
}

func mapTable(v *visit, in mappingInput) (jobOut, string, error) {
	err := v.changeJob(func(j *job) error {
		m := &j.Mapping
		m.DateOrder, m.Decimal, m.ZeroUnknown = in.DateOrder, in.Decimal, in.ZeroUnknown == "yes"
		if in.Set != "" {
			m.Set = in.Set
		}
		j.Sheet, j.Charset, j.Delimiter = in.Sheet, in.Charset, in.Delimiter
		for head, means := range in.Means {
			setMeaning(m, head, strings.TrimSpace(means))
		}
		return m.Check()
	})
	if err != nil {
		return jobOut{}, "", err
	}
	s, err := v.seen()
	return s.out(), "/imports/" + v.param("job"), err
}

// setMeaning says what one column means; no words leave it to be found.
func setMeaning(m *mapping.Mapping, head, means string) {
	at := slices.IndexFunc(m.Columns, func(c mapping.Column) bool { return c.Header == head })
	switch {
	case means == "" && at >= 0:
		m.Columns = slices.Delete(m.Columns, at, at+1)
	case means == "":
	case at >= 0:
		m.Columns[at].Means = means
	default:
		m.Columns = append(m.Columns, mapping.Column{Header: head, Means: means})
	}
}

// runInput is the word with which a person brings a table in.
type runInput struct {
	Confirm   string `json:"confirm,omitempty" doc:"yes: what the rows say is confirmed, not only suggested"`
	ValidOnly string `json:"valid_only,omitempty" doc:"yes: what cannot be read is set aside and the rest kept"`
}

func runImport(v *visit, in runInput) (taskOut, string, error) {
	s, err := v.seen()
	if err == nil {
		err = s.wrong
	}
	if err == nil && s.job.Done {
		err = &casualty.Problem{Where: "import", Want: "a table that is not in the book yet: this one was brought in"}
	}
	if err != nil {
		return taskOut{}, "", err
	}
	content, err := v.uploaded(s.job.ID)
	if err != nil {
		return taskOut{}, "", err
	}
	order, err := s.job.order(s.file, content, s.bound)
	if err != nil {
		return taskOut{}, "", err
	}
	order.Confirm, order.ValidOnly = in.Confirm == "yes", in.ValidOnly == "yes"
	act := v.act("import", "rows of a table, sheet and columns as mapped")
	return v.start(say(v.lang, "Bringing the rows in"), s.bound.Count(), func(ctx context.Context, told func(int, string)) (string, error) {
		order.Progress = func(rows int) { told(rows, say(v.lang, "%s of %s rows", rows, s.bound.Count())) }
		got, err := curate.ImportTable(ctx, v.Book, act, order)
		if errors.Is(err, curate.ErrRows) {
			err = &casualty.Problem{Where: "valid_only", Want: "cells that can be read, or your word that the rest is to be kept without them"}
		}
		if err != nil {
			return "", err
		}
		return "/imports/" + s.job.ID, v.keepResult(s.job.ID, got)
	})
}

func forgetTable(v *visit, _ nothing) (nothing, string, error) {
	return nothing{}, "/imports", v.forgetJob()
}

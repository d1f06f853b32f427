package server

import (
	"net/http"
	"path/filepath"
	"strings"

	"github.com/gin-gonic/gin"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/mapping"
)

// An importsPage takes a spreadsheet, and lists those that were brought.
type importsPage struct {
	basePage
	Jobs    []job
	Presets []mapping.Mapping
	Sources []casualty.Source
}

func (importsPage) template() string { return "imports" }

func importsPageOf(v *visit) (page, error) {
	list, err := v.jobsOf()
	if err != nil {
		return nil, err
	}
	presets, err := mapping.Presets()
	if err != nil {
		return nil, err
	}
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	return importsPage{v.base("Import a spreadsheet"), list, presets, s.Sources}, nil
}

// A jobPage shows what the columns are taken for and what would become of the
// rows; after the import, what became of them.
type jobPage struct {
	basePage
	Job     job
	Format  string
	Rows    int
	Sheets  []string
	Columns []mapping.Heading
	Means   []string // proposals for what a column means
	Notes   []string
	Counts  []statusCount
	Kinds   []problemKind
	Said    [][]string // the first rows with what would become of them
	Out     jobOut
	Unread  []*casualty.Problem // why the table cannot be read so
	Ready   bool                // it can be imported
	Untried bool                // there are too many rows to try them here
}

func (jobPage) template() string { return "job" }

type statusCount struct {
	Status curate.RowStatus
	Rows   int
}

// A problemKind is all cells that want the same.
type problemKind struct {
	Want  string
	Cells int
	Such  []curate.RowProblem
}

// Bounds of what a page shows of a table.
const (
	shownRows  = 50
	shownCells = 5
)

// someMeanings are what columns mean most often; any other words of the mapping can
// be typed.
var someMeanings = []string{
	"ignore", "id", "date", "date_end", "place", "admin1", "admin2", "country", "title", "cause", "perpetrator", "source", "origin", "notes", "said",
	"killed", "killed low", "killed best", "killed high", "injured", "injured low", "injured high", "killed civilians", "killed civilians low", "killed civilians high",
	"killed children", "killed children low", "killed children high", "killed cumulative", "casualties", "missing", "displaced",
}

func jobPageOf(v *visit) (page, error) {
	s, err := v.seen()
	if err != nil {
		return nil, err
	}
	p := jobPage{basePage: v.base("Import %s", s.job.Name), Job: s.job, Means: someMeanings, Unread: problemsOf(s.wrong)}
	if s.wrong != nil && len(p.Unread) == 0 {
		return nil, s.wrong
	}
	if s.file != nil {
		p.Format = s.file.Format
		for _, t := range s.file.Tables {
			p.Sheets = append(p.Sheets, t.Name)
		}
		p.Notes = s.file.Notes
	}
	if s.bound != nil {
		p.Columns, p.Rows, p.Notes = s.bound.Columns, s.bound.Count(), append(p.Notes, s.bound.Notes...)
	} else if draft, err := mapping.Draft(s.file, s.job.Sheet); s.file != nil && err == nil {
		for i, c := range draft.Columns {
			p.Columns = append(p.Columns, mapping.Heading{At: i, Name: c.Header, Means: c.Means})
		}
	}
	p.fill(s)
	return p, nil
}

func (p *jobPage) fill(s seen) {
	p.Ready = s.bound != nil && s.wrong == nil
	p.Untried = p.Ready && !s.tried
	if !s.tried {
		return
	}
	p.Out = s.out()
	counts := s.got.Count()
	for _, status := range curate.RowStatuses {
		if counts[status] > 0 {
			p.Counts = append(p.Counts, statusCount{status, counts[status]})
		}
	}
	kinds, order := s.got.Kinds()
	for _, want := range order {
		p.Kinds = append(p.Kinds, problemKind{want, len(kinds[want]), kinds[want][:min(shownCells, len(kinds[want]))]})
	}
	for _, r := range s.got.Rows[:min(shownRows, len(s.got.Rows))] {
		p.Said = append(p.Said, append([]string{casualty.Exactly(r.Row).String()}, s.got.Said(r)...))
	}
}

// A jobOut is what an import would do, or did.
type jobOut struct {
	Job       string                   `json:"job"`
	Name      string                   `json:"name"`
	Written   bool                     `json:"written"`
	Entry     int                      `json:"entry,omitempty"`
	Columns   []columnOut              `json:"columns"`
	Counts    map[curate.RowStatus]int `json:"counts"`
	Claims    int                      `json:"claims"`
	Incidents int                      `json:"incidents"`
	Changed   int                      `json:"changed"`
	Sources   []string                 `json:"new_sources"`
	Claimants []string                 `json:"unknown_origins"`
	Vanished  []casualty.ClaimID       `json:"vanished"`
	Problems  []detail                 `json:"problems"`
}

type columnOut struct {
	Heading string `json:"heading"`
	Means   string `json:"means"`
	Why     string `json:"why,omitempty"`
}

func (s seen) out() jobOut {
	g := s.got
	out := jobOut{
		Job: s.job.ID, Name: s.job.Name, Written: g.Written, Entry: g.Entry, Columns: []columnOut{}, Counts: g.Count(), Claims: g.Claims,
		Incidents: g.Incidents, Changed: g.Changed, Sources: append([]string{}, g.Sources...), Claimants: append([]string{}, g.Claimants...),
		Vanished: append([]casualty.ClaimID{}, g.Vanished...), Problems: []detail{},
	}
	if s.bound != nil {
		for _, h := range s.bound.Columns {
			out.Columns = append(out.Columns, columnOut{h.Name, h.Means, h.Why})
		}
	}
	for _, p := range problemsOf(s.wrong) {
		out.Problems = append(out.Problems, detail{p.Where, shapeOf(p.Found), p.Want})
	}
	for _, p := range g.Problems {
		out.Problems = append(out.Problems, detail{p.Problem.Where, shapeOf(p.Problem.Found), p.Problem.Want})
	}
	return out
}

// resultFile hands the person's own file back with a status on every row.
func (s *site) resultFile(c *gin.Context) {
	v := visitOf(c.Request.Context())
	seen, err := v.seen()
	if err == nil && seen.wrong != nil {
		err = seen.wrong
	}
	if err != nil {
		s.refuse(c, v, err)
		return
	}
	name := strings.TrimSuffix(seen.job.Name, filepath.Ext(seen.job.Name)) + ".result"
	write := seen.got.List
	if seen.file.Format == "xlsx" {
		name += ".xlsx"
		write = nil
	} else {
		name += ".csv"
	}
	c.Header("Content-Disposition", attachment(name))
	c.Header("Content-Type", "application/octet-stream")
	c.Status(http.StatusOK)
	if write == nil {
		err = seen.got.Annotate(c.Writer, seen.file, seen.bound)
	} else {
		err = write(c.Writer)
	}
	if err != nil {
		s.logFault(c.Request, "result of an import")
	}
}

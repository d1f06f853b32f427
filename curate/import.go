package curate

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/mapping"
	"tollbook/store"
)

// ImportReader is the name and version of what reads tables; reports keep it.
const ImportReader = "tollbook-import/1"

// An Import is a table on its way into the book, and what the person who brings
// it says of it.
type Import struct {
	Document casualty.Document // name, media type, publication, protection
	Content  []byte            // as received
	Bound    *mapping.Bound
	Source   casualty.Source // who published the table; found by name, or added
	Set      string          // the series of files that it belongs to
	// Confirm: the person has looked at the mapping and at the dry run, and
	// confirms what the rows say. Otherwise the claims are suggestions.
	Confirm bool
	// ValidOnly: what cannot be read is set aside, the rest is kept. Otherwise one
	// such cell stops it all.
	ValidOnly bool
	DryRun    bool
	Progress  func(rows int) // called now and then; may be nil
}

// RowStatus is what became of a row.
type RowStatus string

// What becomes of rows. In a dry run, and where a problem stopped the import, it
// is what would have become of them.
const (
	RowAdded     RowStatus = "added"
	RowPartly    RowStatus = "added in part" // or changed in part: a figure could not be read
	RowChanged   RowStatus = "changed"
	RowUnchanged RowStatus = "unchanged"
	RowSetAside  RowStatus = "set aside"  // cannot be read
	RowConflict  RowStatus = "left alone" // changed in the file and corrected in the book
	RowSkipped   RowStatus = "no data"
)

// RowStatuses are all of them, in the order in which tables show them.
var RowStatuses = []RowStatus{RowAdded, RowPartly, RowChanged, RowUnchanged, RowConflict, RowSetAside, RowSkipped}

// A RowResult says what became of one row, and why.
type RowResult struct {
	Row      int
	Status   RowStatus
	Reasons  []string
	Incident casualty.IncidentID
	Claims   []casualty.ClaimID
}

// Reason is all reasons in one line.
func (r RowResult) Reason() string { return strings.Join(r.Reasons, ". ") }

// Records are the ids of what the row is in the book.
func (r RowResult) Records() string {
	var ids []string
	if r.Incident != "" {
		ids = append(ids, string(r.Incident))
	}
	for _, c := range r.Claims {
		ids = append(ids, string(c))
	}
	return strings.Join(ids, " ")
}

// Imported is what an import did, or in a dry run would do.
type Imported struct {
	Written   bool
	Entry     int // of the journal; 0 where nothing changed
	Document  casualty.DocumentID
	Rows      []RowResult
	Problems  []RowProblem
	Claims    int // added
	Changed   int // claims and incidents changed
	Confirmed int // earlier suggestions confirmed
	Incidents int // added
	Sources   []string
	Places    int                // different places of new incidents
	Named     []string           // the first of them, as a sample
	Zeros     int                // figures that are a reported zero
	Shared    int                // new incidents of the same day and place as another row's of this file
	Vanished  []casualty.ClaimID // came from this set before, and are in this file no more
	Twins     map[int]string     // row -> an incident of the book of the same day and place
	Claimants []string           // origins as written that the book does not know
}

// A RowProblem is a cell that cannot be read.
type RowProblem struct {
	Row     int
	Problem *casualty.Problem
}

// Count tells how many rows have each status.
func (i Imported) Count() map[RowStatus]int {
	counts := map[RowStatus]int{}
	for _, r := range i.Rows {
		counts[r.Status]++
	}
	return counts
}

var (
	// ErrRows: some cells cannot be read, so nothing was written.
	ErrRows = errors.New("nothing was written")
	errDry  = errors.New("dry run")
)

// ImportTable does one import as one act: one transaction, one entry of the
// journal, undone as a whole. Imported tells of every row whatever the error. A
// row that is in the book already, from an earlier file of the set, changes it
// only where the row itself has changed; rows that are gone are told of and stay.
// The error wraps [ErrRows] where cells could not be read and ValidOnly is not set.
func ImportTable(ctx context.Context, book *store.Book, act store.Act, in Import) (Imported, error) {
	var got Imported
	do := book.Do
	if in.Bound.Count() > largeTable {
		do = book.DoLarge
	}
	entry, err := do(act, func(c *store.Change) error {
		i := &importer{Import: in, ctx: ctx, change: c, done: &got}
		if err := i.run(); err != nil {
			return err
		}
		switch {
		case len(got.Problems) > 0 && !in.ValidOnly && !in.DryRun:
			return ErrRows
		case in.DryRun:
			return errDry
		}
		return nil
	})
	switch {
	case errors.Is(err, errDry):
		return got, nil
	case errors.Is(err, ErrRows):
		return got, fmt.Errorf("%w: %s cannot be read", ErrRows, cells(len(got.Problems)))
	case err != nil:
		return got, err
	}
	got.Written, got.Entry = true, entry.Number
	return got, nil
}

// largeTable is from how many rows on a table is written in portions, so that its
// import needs no more memory than a laptop has.
const largeTable = 10_000

// Kinds are the problems by what would be right, and the kinds by how many
// cells they have, most first.
func (i Imported) Kinds() (kinds map[string][]RowProblem, order []string) {
	kinds = map[string][]RowProblem{}
	for _, p := range i.Problems {
		if kinds[p.Problem.Want] == nil {
			order = append(order, p.Problem.Want)
		}
		kinds[p.Problem.Want] = append(kinds[p.Problem.Want], p)
	}
	slices.SortStableFunc(order, func(a, b string) int { return len(kinds[b]) - len(kinds[a]) })
	return kinds, order
}

func cells(n int) string {
	if n == 1 {
		return "1 cell"
	}
	return fmt.Sprintf("%d cells", n)
}

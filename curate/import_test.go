package curate_test

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/mapping"
	"tollbook/ingest/table"
	"tollbook/store"
)

func newBook(t *testing.T) *store.Book {
	t.Helper()
	book, err := store.Create(filepath.Join(t.TempDir(), "b.tollbook"), store.Options{Now: func() time.Time { return time.Date(2031, 5, 1, 9, 0, 0, 0, time.UTC) }})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	return book
}

func act(what string) store.Act {
	return store.Act{Author: "A. Researcher", What: what, Reason: "a test"}
}

// finding is a mapping that finds everything by itself.
var finding = mapping.Mapping{Format: mapping.Format, Find: true}

// job is an import of a file's bytes.
func job(t *testing.T, name string, content []byte, m mapping.Mapping) curate.Import {
	t.Helper()
	f, err := table.Open(name, content, table.Options{})
	if err != nil {
		t.Fatal(err)
	}
	b, err := m.On(f, "")
	if err != nil {
		t.Fatal(err)
	}
	return curate.Import{
		Document: casualty.Document{Name: f.Name, MediaType: f.MediaType}, Content: content, Bound: b,
		Source: casualty.Source{Name: "Example Monitor"}, Set: "strikes", Confirm: true,
	}
}

// brought imports a file that must come in.
func brought(t *testing.T, book *store.Book, in curate.Import) curate.Imported {
	t.Helper()
	got, err := curate.ImportTable(context.Background(), book, act("import"), in)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

func csvOf(t *testing.T, text string) curate.Import {
	t.Helper()
	return job(t, "strikes.csv", []byte(text), finding)
}

func recordOf(t *testing.T, book *store.Book) (r casualty.Record) {
	t.Helper()
	err := book.Read(store.At{}, func(v *store.View) (err error) {
		r, err = v.Record()
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return r
}

func counts(got curate.Imported) string {
	var parts []string
	c := got.Count()
	for _, s := range curate.RowStatuses {
		if c[s] > 0 {
			parts = append(parts, fmt.Sprintf("%d %s", c[s], s))
		}
	}
	return strings.Join(parts, ", ")
}

const strikes = `Strike ID,Date,Location,Minimum killed,Maximum killed,Injured
A1,2031-02-03,Old Market,3,7,12+
A2,2031-02-04,North Bridge,5,5,dozens
A3,2031-02-05,Mill Road,0,0,?
`

func TestARowBecomesAnIncidentAndClaimsAtTheirCells(t *testing.T) {
	book := newBook(t)
	got := brought(t, book, csvOf(t, strikes))
	r := recordOf(t, book)
	if counts(got) != "3 added" || len(r.Incidents) != 3 || len(r.Claims) != 5 {
		t.Fatalf("%s: %d incidents, %d claims; want 3 rows, 3 incidents, 5 claims", counts(got), len(r.Incidents), len(r.Claims))
	}
	if in := r.Incidents[0]; in.Day != "2031-02-03" || in.Place.Name != "Old Market" || in.Title != "Old Market, 2031-02-03" {
		t.Errorf("the first incident is %+v", in)
	}
	for i, want := range []struct{ harm, count, quote, cell string }{
		{"killed", "3 to 7", "3; 7", "D2;E2"}, {"injured", "at least 12", "12+", "F2"},
		{"killed", "5", "5; 5", "D3;E3"}, {"injured", "dozens", "dozens", "F3"}, {"killed", "0", "0; 0", "D4;E4"},
	} {
		c := r.Claims[i]
		if string(c.Harm) != want.harm || c.Count.String() != want.count || c.Quote.Text != want.quote || c.Quote.Cell != want.cell {
			t.Errorf("claim %s is %s %s, “%s” at %s; want %v", c.ID, c.Harm, c.Count, c.Quote.Text, c.Quote.Cell, want)
		}
	}
	if !strings.Contains(got.Rows[2].Reason(), "“?” states no number") {
		t.Errorf("nothing says that the third row's injured are not known: %q", got.Rows[2].Reason())
	}
}

func TestBlankUnknownNoneReportedAndZeroStayFourThings(t *testing.T) {
	book := newBook(t)
	brought(t, book, csvOf(t, "id,date,killed\n1,2031-01-01,\n2,2031-01-01,unknown\n3,2031-01-01,none reported\n4,2031-01-01,0\n"))
	var says []string
	for _, c := range recordOf(t, book).Claims {
		says = append(says, c.Count.String())
	}
	if want := []string{"none reported", "0"}; !slices.Equal(says, want) {
		t.Errorf("the claims say %q, want %q", says, want)
	}
	declared := finding
	declared.ZeroUnknown = true
	book = newBook(t)
	got := brought(t, book, job(t, "a.csv", []byte("id,date,killed\n4,2031-01-01,0\n5,2031-01-02,2\n"), declared))
	if r := recordOf(t, book); len(r.Claims) != 1 || len(r.Incidents) != 2 || !strings.Contains(got.Rows[0].Reason(), "may stand for unknown") {
		t.Errorf("where 0 may be unknown: %d claims, %q", len(r.Claims), got.Rows[0].Reason())
	}
}

// thousand is a file of 1,000 rows, of which row 700 of the data cannot be read.
func thousand() string {
	var b strings.Builder
	b.WriteString("id,date,place,killed\n")
	for i := 1; i <= 1000; i++ {
		killed := fmt.Sprint(i%9 + 1)
		if i == 700 {
			killed = "4-Mar"
		}
		fmt.Fprintf(&b, "%d,2031-03-%02d,Place %d,%s\n", i, i%28+1, i, killed)
	}
	return b.String()
}

func TestOneBadRowOfAThousandStopsAllUnlessAskedInWords(t *testing.T) {
	book := newBook(t)
	in := csvOf(t, thousand())
	got, err := curate.ImportTable(context.Background(), book, act("import"), in)
	if !errors.Is(err, curate.ErrRows) || len(got.Rows) != 1000 || got.Rows[699].Status != curate.RowSetAside {
		t.Fatalf("%v, %d statuses, row 700 is %s; want a refusal, 1,000 statuses and row 700 set aside", err, len(got.Rows), got.Rows[699].Status)
	}
	if p := got.Problems; len(p) != 1 || p[0].Problem.Where != "D701" || p[0].Problem.Found != "4-Mar" {
		t.Errorf("the problems are %v, want one at D701", p)
	}
	if r := recordOf(t, book); len(r.Claims)+len(r.Documents)+len(r.Incidents)+len(r.Sources) != 0 || r.Entries != 0 {
		t.Errorf("something was written: %d claims, %d documents, %d entries", len(r.Claims), len(r.Documents), r.Entries)
	}
	in.ValidOnly = true
	got = brought(t, book, in)
	if r := recordOf(t, book); len(got.Rows) != 1000 || counts(got) != "999 added, 1 set aside" || len(r.Claims) != 999 || r.Entries != 1 {
		t.Errorf("asked for the valid ones: %s, %d claims in %d entries; want 999 in one", counts(got), len(r.Claims), r.Entries)
	}
}

func TestTwiceIsOnce(t *testing.T) {
	book := newBook(t)
	brought(t, book, csvOf(t, strikes))
	head := recordOf(t, book).Head
	// In this order: the other file's bytes are a document of their own.
	for _, again := range []struct{ name, text string }{
		{"the same file", strikes},
		{"the same rows in another order, with the columns in another order", `Injured,Date,Strike ID,Location,Maximum killed,Minimum killed
?,2031-02-05,A3,Mill Road,0,0
12+,2031-02-03,A1,Old Market,7,3
dozens,2031-02-04,A2,North Bridge,5,5
`},
	} {
		got := brought(t, book, csvOf(t, again.text))
		if counts(got) != "3 unchanged" || got.Claims+got.Changed+got.Incidents+len(got.Vanished) != 0 {
			t.Errorf("%s: %s; %d claims, %d changed, %d vanished", again.name, counts(got), got.Claims, got.Changed, len(got.Vanished))
		}
		if again.name == "the same file" && (got.Entry != 0 || recordOf(t, book).Head != head) {
			t.Error("the same file again made an entry of the journal")
		}
	}
	noID := "date,place,killed\n2031-02-03,Old Market,3\n2031-02-04,Mill Road,4\n"
	other := newBook(t)
	brought(t, other, csvOf(t, noID))
	if got := brought(t, other, csvOf(t, noID+"2031-02-05,Quay,5\n")); counts(got) != "1 added, 2 unchanged" {
		t.Errorf("rows without an id and one more: %s", counts(got))
	}
}

func TestAChangedFileMakesExactlyItsChanges(t *testing.T) {
	book := newBook(t)
	brought(t, book, csvOf(t, strikes))
	changed := strings.NewReplacer("A1,2031-02-03,Old Market,3,7,12+", "A1,2031-02-03,Old Market,3,8,12+", "A3,2031-02-05,Mill Road,0,0,?\n", "A4,2031-02-06,Quay,1,1,\n").Replace(strikes)
	got := brought(t, book, csvOf(t, changed))
	if counts(got) != "1 added, 1 changed, 1 unchanged" || got.Changed != 1 || !slices.Equal(got.Vanished, []casualty.ClaimID{"c5"}) {
		t.Errorf("%s; %d changed; vanished %v", counts(got), got.Changed, got.Vanished)
	}
	r := recordOf(t, book)
	if c := r.Claims[0]; c.Count.String() != "3 to 8" || c.Document != "d2" || c.Quote.Text != "3; 8" {
		t.Errorf("the changed claim is %s of %s", c.Count, c.Document)
	}
	if c := r.Claims[4]; c.ID != "c5" || c.Status != casualty.Confirmed {
		t.Errorf("a row that is gone from the file was touched: %+v", c)
	}
	err := book.Read(store.At{}, func(v *store.View) error {
		versions, err := v.Versions("c1")
		if err == nil && (len(versions) != 2 || versions[1].What != "import") {
			t.Errorf("c1 has %d versions, the last by %q; want two, by an import", len(versions), versions[len(versions)-1].What)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestWhatAPersonCorrectedStands(t *testing.T) {
	book := newBook(t)
	brought(t, book, csvOf(t, strikes))
	if _, err := book.Do(act("correct"), func(c *store.Change) error {
		return curate.Mend(c, "c1", []curate.Value{{Name: "count", Text: "at least 4"}})
	}); err != nil {
		t.Fatal(err)
	}
	if got := brought(t, book, csvOf(t, strikes)); counts(got) != "3 unchanged" {
		t.Errorf("the same file after a correction: %s", counts(got))
	}
	got := brought(t, book, csvOf(t, strings.Replace(strikes, "Market,3,7", "Market,3,9", 1)))
	if c := recordOf(t, book).Claims[0]; counts(got) != "2 unchanged, 1 left alone" || c.Count.String() != "at least 4" {
		t.Errorf("corrected here and changed there: %s, the claim says %s", counts(got), c.Count)
	}
}

func TestWhatRowsSayIsSuggestedUntilAPersonConfirmsIt(t *testing.T) {
	book := newBook(t)
	in := csvOf(t, strikes)
	in.Confirm = false
	brought(t, book, in)
	if _, err := book.Do(act("reject"), func(c *store.Change) error { return curate.Reject(c, "c2") }); err != nil {
		t.Fatal(err)
	}
	for _, c := range recordOf(t, book).Claims {
		if c.Enters() {
			t.Errorf("%s would enter a figure, and nobody has confirmed it", c.ID)
		}
	}
	in.Confirm = true
	if got := brought(t, book, in); got.Confirmed != 4 {
		t.Errorf("%d confirmed, want 4", got.Confirmed)
	}
	if c := recordOf(t, book).Claims[1]; c.Status != casualty.Rejected {
		t.Errorf("a rejected claim is %s after the same rows came again", c.Status)
	}
}

func TestAnImportIsOneActAndUndoneAsOne(t *testing.T) {
	book := newBook(t)
	brought(t, book, csvOf(t, strikes))
	if _, err := book.Undo(act("undo"), 0); err != nil {
		t.Fatal(err)
	}
	if r := recordOf(t, book); len(r.Claims)+len(r.Incidents)+len(r.Documents)+len(r.Reports) != 0 || r.Entries != 2 {
		t.Errorf("after the undo: %d claims, %d incidents, %d documents, %d entries", len(r.Claims), len(r.Incidents), len(r.Documents), r.Entries)
	}
}

func TestADryRunAndAStoppedOneLeaveNothing(t *testing.T) {
	book := newBook(t)
	in := csvOf(t, thousand())
	in.DryRun = true
	dry := brought(t, book, in)
	if dry.Written || dry.Claims != 999 || len(dry.Problems) != 1 {
		t.Errorf("the dry run says %d claims, %d problems, written %v", dry.Claims, len(dry.Problems), dry.Written)
	}
	ctx, stop := context.WithCancel(context.Background())
	in.DryRun, in.ValidOnly = false, true
	in.Progress = func(rows int) { stop() }
	if _, err := curate.ImportTable(ctx, book, act("import"), in); err == nil {
		t.Error("an import that was stopped says that it is done")
	}
	if r := recordOf(t, book); r.Entries != 0 || len(r.Claims) != 0 {
		t.Errorf("%d entries, %d claims are there", r.Entries, len(r.Claims))
	}
}

func TestSourcesAndPerpetrators(t *testing.T) {
	m := finding
	m.Parties = []string{"Northern Column"}
	m.Columns = []mapping.Column{{Header: "Killed (Gazette)", Means: "killed", Source: "Example Gazette", Optional: true}, {Header: "Killed (Column)", Means: "killed", Source: "Northern Column", Optional: true}}
	book := newBook(t)
	got := brought(t, book, job(t, "a.csv", []byte("id,date,Killed (Gazette),Killed (Column),Perpetrator\n1,2031-01-01,5,0,Northern Column; Southern Band\n"), m))
	r := recordOf(t, book)
	if want := []string{"Example Monitor", "Example Gazette", "Northern Column"}; !slices.Equal(got.Sources, want) {
		t.Errorf("new sources are %q, want %q", got.Sources, want)
	}
	if len(r.Claims) != 2 || r.Claims[0].Source == r.Claims[1].Source || r.Claims[1].Count.String() != "0" {
		t.Errorf("one column per source makes %d claims", len(r.Claims))
	}
	for _, s := range r.Sources {
		if s.Party != (s.Name == "Northern Column") {
			t.Errorf("%s: a party is %v", s.Name, s.Party)
		}
	}
	if p := r.Incidents[0].Perpetrators; len(p) != 2 || !p[0].Party || p[1].Party || p[1].Name != "Southern Band" {
		t.Errorf("two belligerents in one cell are %+v", p)
	}

	book = newBook(t)
	got = brought(t, book, csvOf(t, "id,date,source,killed\n1,2031-01-01,Gazette,5\n1,2031-01-01,Herald,7\n2,2031-01-02,Gazette; Herald,3\n"))
	r = recordOf(t, book)
	if len(r.Incidents) != 2 || len(r.Claims) != 3 || r.Claims[0].Incident != r.Claims[1].Incident || r.Claims[0].Source == r.Claims[1].Source {
		t.Errorf("one row per source: %d incidents, %d claims", len(r.Incidents), len(r.Claims))
	}
	if c := r.Claims[2]; c.Source != "s1" || c.Claimant != "Gazette; Herald" || !strings.Contains(got.Rows[2].Reason(), "2 sources in one cell") {
		t.Errorf("two sources in one cell: the claim is of %s, origin %q, reason %q", c.Source, c.Claimant, got.Rows[2].Reason())
	}
}

func TestZerosAndRowsOfOneDayAndPlaceAreCountedForTheEye(t *testing.T) {
	got := brought(t, newBook(t), csvOf(t, "date,place,source,killed,injured\n2031-01-01,Quay,Gazette,0,3\n2031-01-01,quay,Herald,2,0\n2031-01-01,Mill,Herald,1,?\n,,Herald,4,\n"))
	if got.Zeros != 2 || got.Shared != 1 || got.Places != 2 || strings.Join(got.Named, ", ") != "Quay, Mill" {
		t.Errorf("%d zeros, %d of one day and place, %d places: %q; want 2, 1 and 2", got.Zeros, got.Shared, got.Places, got.Named)
	}
}

func TestRowsThatAreNoDataAndRowsThatAreTwiceSaySo(t *testing.T) {
	book := newBook(t)
	in := csvOf(t, "id,date,place,killed\n1,2031-01-01,Quay,5\nid,date,place,killed\n1,2031-01-02,Mill,6\n2,2031-02-30,Mill,6\n,,,\nTotal,,,11\n")
	in.ValidOnly = true
	got := brought(t, book, in)
	for i, want := range []string{"", "the headings again", "the same id as row 2", "want a date", "a line of totals"} {
		if !strings.Contains(got.Rows[i].Reason(), want) {
			t.Errorf("row %d: %s, %q; want %q", got.Rows[i].Row, got.Rows[i].Status, got.Rows[i].Reason(), want)
		}
	}
	if counts(got) != "1 added, 2 set aside, 2 no data" {
		t.Errorf("%s", counts(got))
	}
}

func TestAPartIsTiedToItsWhole(t *testing.T) {
	book := newBook(t)
	brought(t, book, csvOf(t, "id,date,killed children,killed,killed civilians\n1,2031-01-01,2,9,5\n"))
	r := recordOf(t, book)
	for _, c := range r.Claims {
		if whole := c.Group == "" && c.Population == ""; c.Subset == whole || !whole && c.SubsetOf != r.Claims[0].ID {
			t.Errorf("%s of %s %s: subset %v of %q", c.ID, c.Population, c.Group, c.Subset, c.SubsetOf)
		}
	}
}

func TestACheckFindsAQuoteThatIsNotInItsCell(t *testing.T) {
	book := newBook(t)
	brought(t, book, csvOf(t, strikes))
	check := func() (found []string) {
		err := book.Read(store.At{}, func(v *store.View) (err error) {
			found, err = curate.CheckCells(v)
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
		return found
	}
	if found := check(); len(found) != 0 {
		t.Errorf("a sound book: %q", found)
	}
	for _, quote := range []casualty.Quote{{Text: "3; 7", Cell: "D3;E3"}, {Text: "3; 8", Cell: "D2;E2"}, {Text: "3", Cell: "Z99"}} {
		if _, err := book.Do(act("spoil"), func(c *store.Change) error {
			claim, err := store.Claims.Get(c, "c1")
			if err != nil {
				return err
			}
			claim.Quote = quote
			return store.Claims.Put(c, claim)
		}); err != nil {
			t.Fatal(err)
		}
		if found := check(); len(found) != 1 || !strings.Contains(found[0], "claim c1") {
			t.Errorf("a quote %q at %s: %q, want one finding on c1", quote.Text, quote.Cell, found)
		}
	}
}

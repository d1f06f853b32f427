package mapping

import (
	"cmp"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"iter"
	"slices"
	"strconv"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/table"
)

// An Entry is one row as read. Either Skip says why it is no data, or it has an
// incident, figures, or problems.
type Entry struct {
	Row         int
	Key         string // the same for the same row in a later file
	IncidentKey string // empty: the row speaks of no incident
	Incident    casualty.Incident
	Source      string // who published the row's figures; empty: whoever published the file
	Figures     []Figure
	Problems    []*casualty.Problem // each with its cell
	Unusable    bool                // nothing of the row can be used
	Said        []string            // what a person may want to know: "killed: “?” states no number"
	Skip        string
}

// A Figure is a claim without ids, its quote at its cells.
type Figure struct {
	Name   string // "killed civilians": the same in every row
	Claim  casualty.Claim
	Source string // of one column per source
	Itself bool   // it comes from the source itself, whatever the row says
	Part   int    // index of the figure that it is a part of; -1: of none
}

// Entries reads the rows, every one of them. An error is one of the file, not of
// a row.
func (b *Bound) Entries() iter.Seq2[Entry, error] {
	return func(yield func(Entry, error) bool) {
		seen := map[string]int{}
		for r, err := range b.rows() {
			if err != nil {
				yield(Entry{}, err)
				return
			}
			e := b.entry(r)
			if e.Skip == "" {
				if before, twice := seen[e.Key]; twice {
					e = b.twice(e, before)
				} else {
					seen[e.Key] = r.Number
				}
			}
			if !yield(e, nil) {
				return
			}
		}
	}
}

func (b *Bound) twice(e Entry, before int) Entry {
	found, want := "the same "+b.keyNames()+" as row "+strconv.Itoa(before), "a key that tells the rows apart; name more columns in the mapping's \"key\""
	if len(b.key) == 0 {
		found, want = "word for word what row "+strconv.Itoa(before)+" says", "each row once, or a column with an id if these are two events"
	}
	return Entry{Row: e.Row, Key: e.Key, Unusable: true, Problems: []*casualty.Problem{{Where: b.rowPlace(e.Row), Found: found, Want: want}}}
}

func (b *Bound) keyNames() string {
	var names []string
	for _, c := range b.key {
		names = append(names, b.Columns[c].Name)
	}
	return strings.Join(names, " and ")
}

func (b *Bound) rowPlace(row int) string { return fmt.Sprintf("row %d", row) }

// totals are what the first cell of a line of sums says.
var totals = map[string]bool{"total": true, "totals": true, "sum": true, "grand total": true, "subtotal": true, "sub-total": true, "overall": true, "total:": true}

func (b *Bound) entry(r table.Row) Entry {
	rd := &rowReader{bound: b, row: r, entry: Entry{Row: r.Number}}
	if rd.entry.Skip = b.skip(r); rd.entry.Skip != "" {
		return rd.entry
	}
	rd.entry.Key = b.rowKey(r)
	rd.when()
	rd.where()
	rd.who()
	rd.figures()
	rd.finish()
	return rd.entry
}

// skip tells why a row is no data; empty for one that is.
func (b *Bound) skip(r table.Row) string {
	blank, heading := true, true
	for _, h := range b.Columns {
		if h.Means == "" || h.Means == ignored {
			continue
		}
		c := r.Cell(h.At)
		blank = blank && c.Kind == table.Blank
		heading = heading && fold(c.Text) == fold(h.Name)
	}
	switch {
	case blank:
		return "nothing in the columns that are read"
	case heading && b.Header > 0:
		return "the headings again"
	}
	for _, c := range r.Cells {
		if c.Kind != table.Blank {
			if totals[fold(c.Text)] {
				return "a line of totals: sums are made by the program"
			}
			break
		}
	}
	return ""
}

// rowKey names a row: its key columns, else everything that is read of it.
func (b *Bound) rowKey(r table.Row) string {
	var parts []string
	for _, c := range b.key {
		parts = append(parts, fold(r.Cell(c).Text))
	}
	if len(parts) > 0 && parts[0] != "" {
		return strings.Join(parts, " | ")
	}
	sum := sha256.New()
	for _, h := range b.Columns {
		if h.Means != "" && h.Means != ignored {
			fmt.Fprintf(sum, "%s\x00%s\x00", fold(h.Name), r.Cell(h.At).Text)
		}
	}
	return "row " + hex.EncodeToString(sum.Sum(nil)[:12])
}

// A rowReader reads one row.
type rowReader struct {
	bound *Bound
	row   table.Row
	entry Entry

	day      casualty.Day
	said     casualty.Day
	days     int
	claimant string
}

// cell is the cell of a field, with the mapping's own values put in.
func (rd *rowReader) cell(field string) (table.Cell, int) {
	at := rd.bound.fields[field]
	if len(at) == 0 {
		return table.Cell{}, -1
	}
	return rd.valued(at[0]), at[0]
}

func (rd *rowReader) valued(at int) table.Cell {
	c := rd.row.Cell(at)
	for from, to := range rd.bound.Columns[at].rule.Values {
		if fold(from) == fold(c.Text) && c.Kind != table.Blank {
			c.Text = to
			if c.Kind = table.Text; to == "" {
				c.Kind = table.Blank
			}
			break
		}
	}
	return c
}

func (rd *rowReader) text(field string) string {
	c, _ := rd.cell(field)
	if c.Kind == table.Fault {
		return ""
	}
	return strings.TrimSpace(c.Text)
}

// problem notes what is wrong with a cell.
func (rd *rowReader) problem(at int, p *casualty.Problem) {
	where := rd.bound.rowPlace(rd.row.Number)
	if at >= 0 {
		where = rd.bound.Table.Place(rd.row.Number, at)
	}
	rd.entry.Problems = append(rd.entry.Problems, &casualty.Problem{Where: where, Found: p.Found, Want: p.Want})
}

func (rd *rowReader) say(format string, args ...any) {
	rd.entry.Said = append(rd.entry.Said, fmt.Sprintf(format, args...))
}

// when reads the dates. A date that cannot be read makes the row unusable:
// its figures would stand in no period, or in a wrong one.
func (rd *rowReader) when() {
	rd.day = rd.date(dateField)
	if end := rd.date(dateEnd); end.Stated() && rd.day.Stated() {
		day, p := spanDay(rd.day, end)
		if p != nil {
			rd.problem(rd.bound.fields[dateEnd][0], p)
			rd.entry.Unusable = true
		}
		rd.day = day
	}
	if len(rd.bound.fields[yearField]) > 0 && !rd.day.Stated() {
		rd.day = rd.composed()
	}
	rd.said = rd.date(saidField)
	rd.days = rd.whole(daysField)
	if hours := rd.whole(hoursField); hours > 0 {
		if rd.days = hours / 24; hours%24 != 0 {
			rd.days = 0
			rd.say("%d hours are no whole number of days, so how many days the figures cover is not stated", hours)
		}
	}
}

func (rd *rowReader) date(field string) casualty.Day {
	c, at := rd.cell(field)
	if at < 0 {
		return ""
	}
	day, p := readDate(c, rd.bound.orders[at])
	if p != nil {
		rd.problem(at, p)
		rd.entry.Unusable = true
	}
	return day
}

// composed is a date whose year, month and day stand in columns of their own.
func (rd *rowReader) composed() casualty.Day {
	year, month, day := rd.text(yearField), cmp.Or(rd.text(monthField), "0"), cmp.Or(rd.text(dayField), "0")
	if year == "" || unknowns[plain(year)] {
		return ""
	}
	if n, ok := months[strings.ToLower(month)]; ok {
		month = strconv.Itoa(n)
	}
	d, ok := made(year, month, day)
	if !ok {
		rd.problem(rd.bound.fields[yearField][0], &casualty.Problem{Found: year + " " + month + " " + day, Want: "a year, and a month and day that the calendar has"})
		rd.entry.Unusable = true
	}
	return d
}

func (rd *rowReader) whole(field string) int {
	c, at := rd.cell(field)
	if at < 0 || c.Kind == table.Blank {
		return 0
	}
	n, err := strconv.Atoi(plain(c.Text))
	if err == nil && n == 0 {
		return 0 // a number that covers no time says nothing of how long
	}
	if err != nil || n < 1 || n > 100_000 {
		rd.problem(at, &casualty.Problem{Found: c.Text, Want: "a whole number from 1"})
		return 0
	}
	return n
}

func (rd *rowReader) where() {
	p := &rd.entry.Incident.Place
	p.Name, p.Admin1, p.Admin2, p.Code = rd.known(place), rd.known(admin1), rd.known(admin2), rd.known(pcode)
	if text := rd.known(country); text != "" {
		if code, ok := countryCode(text); ok {
			p.Country = code
		} else {
			rd.keep(rd.bound.Columns[rd.bound.fields[country][0]].Name, text)
		}
	}
	lat, lon := rd.degrees(latField, 90), rd.degrees(lonField, 180)
	if lat != nil && lon != nil {
		p.Lat, p.Lon = lat, lon
	}
}

// known is a text that says something.
func (rd *rowReader) known(field string) string {
	text := rd.text(field)
	if unknowns[plain(text)] {
		return ""
	}
	if table.Garbled(text) {
		rd.say("“%s” looks as if it had been read in a wrong charset before; it is kept as it is", casualty.Shorten(text, 30))
	}
	return text
}

func (rd *rowReader) degrees(field string, limit float64) *float64 {
	c, at := rd.cell(field)
	if at < 0 || c.Kind == table.Blank || unknowns[plain(c.Text)] {
		return nil
	}
	text := plain(c.Text)
	if rd.bound.Mapping.Decimal == "," && c.Kind == table.Text {
		text = strings.ReplaceAll(text, ",", ".")
	}
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || x < -limit || x > limit || x != x {
		rd.problem(at, &casualty.Problem{Found: c.Text, Want: fmt.Sprintf("degrees such as 33.5102, between -%g and %g", limit, limit)})
		return nil
	}
	return &x
}

func (rd *rowReader) keep(name, text string) {
	in := &rd.entry.Incident
	in.Notes = strings.TrimPrefix(in.Notes+"\n"+name+": "+text, "\n")
}

// who reads who did it, who published it and who said it.
func (rd *rowReader) who() {
	in := &rd.entry.Incident
	in.Title, in.Cause = rd.known(title), rd.known(cause)
	for _, name := range rd.names(perp) {
		in.Perpetrators = append(in.Perpetrators, casualty.Perpetrator{Name: name, Party: rd.bound.Mapping.IsParty(name)})
	}
	if text := strings.ToLower(rd.known(grade)); text != "" {
		in.Grade = casualty.Grade(text)
		if !slices.Contains(casualty.Grades, in.Grade) {
			_, at := rd.cell(grade)
			rd.problem(at, &casualty.Problem{Found: text, Want: "confirmed, fair, weak, contested or discounted; say in the mapping's \"values\" which is meant"})
			in.Grade = ""
		}
	}
	for _, at := range rd.bound.fields[notes] {
		if c := rd.row.Cell(at); c.Kind != table.Blank && c.Kind != table.Fault {
			rd.keep(rd.bound.Columns[at].Name, strings.TrimSpace(c.Text))
		}
	}
	rd.claimant = rd.known(claimant)
	switch names := rd.names(source); len(names) {
	case 0:
	case 1:
		rd.entry.Source = names[0]
	default:
		if rd.claimant == "" {
			rd.claimant = strings.Join(names, "; ")
		}
		rd.say("%d sources in one cell: which of them said the figure is not known, so it stays that of whoever made the table, with their names as its origin", len(names))
	}
}

// names are the names in a cell, apart.
func (rd *rowReader) names(field string) (names []string) {
	split := func(r rune) bool { return r == ';' || r == '\n' || r == '|' }
	if s := rd.bound.Mapping.Split; s != "" {
		split = func(r rune) bool { return strings.ContainsRune(s, r) }
	}
	for _, name := range strings.FieldsFunc(rd.known(field), split) {
		if name = strings.TrimSpace(name); name != "" && !slices.Contains(names, name) {
			names = append(names, name)
		}
	}
	return names
}

// IsParty tells whether the mapping calls a source or origin a fighting side.
func (m Mapping) IsParty(name string) bool {
	return slices.ContainsFunc(m.Parties, func(p string) bool { return fold(p) == fold(name) })
}

// finish gives the incident its key and a title, and takes back what the mapping
// does not want.
func (rd *rowReader) finish() {
	e, in := &rd.entry, &rd.entry.Incident
	if rd.bound.Mapping.Incidents == "none" {
		e.Incident = casualty.Incident{}
	} else {
		in.Day = rd.day
		e.IncidentKey = e.Key
		for _, field := range []string{incident, idField} {
			if text := fold(rd.text(field)); text != "" {
				e.IncidentKey = text
				break
			}
		}
		if in.Title == "" {
			in.Title = rd.called()
		}
	}
	if len(e.Problems) > 0 && len(e.Figures) == 0 {
		e.Unusable = true
	}
	if e.Unusable {
		e.Figures = nil
	}
}

// called is what a reader can know the incident by: its cause, place and day.
func (rd *rowReader) called() string {
	in := rd.entry.Incident
	words := []string{in.Cause, cmp.Or(in.Place.Name, in.Place.Admin2, in.Place.Admin1, in.Place.Country), string(in.Day)}
	words = slices.DeleteFunc(words, func(w string) bool { return w == "" })
	if len(words) == 0 {
		return "Row " + rd.entry.Key
	}
	return casualty.Shorten(strings.Join(words, ", "), 120)
}

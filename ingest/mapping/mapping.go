package mapping

import (
	"encoding/json"
	"fmt"
	"io"
	"slices"
	"strings"

	"tollbook/casualty"
)

// Format stands at the head of every mapping file.
const Format = "tollbook mapping, version 1"

// A Mapping says what the columns of a table mean. It is a JSON file that can be
// kept beside the spreadsheet and used again.
type Mapping struct {
	Format string `json:"format"`
	Name   string `json:"name,omitempty"`
	About  string `json:"about,omitempty"`
	// Sheets are the names of the sheet, the first that is there; empty: the one
	// sheet whose headings fit.
	Sheets []string `json:"sheets,omitempty"`
	Header int      `json:"header,omitempty"` // row of the headings; 0: found
	// Set names the series of files that this one belongs to. A later file of the
	// same set changes what the earlier one brought; empty: the file's name.
	Set string `json:"set,omitempty"`
	// Key are the headings of the columns that together name a row; empty: the
	// column that means id (with the source's, where there is one), else all of the row.
	Key       []string `json:"key,omitempty"`
	Incidents string   `json:"incidents,omitempty"`  // "none": the rows are no incidents, as in daily bulletins
	DateOrder string   `json:"date_order,omitempty"` // "dmy" or "mdy", or "serial" for bare serial numbers of days
	Decimal   string   `json:"decimal,omitempty"`    // "," where 1.200 is one thousand two hundred
	Formulas  string   `json:"formulas,omitempty"`   // "stored": believe the stored results of formulas
	// ZeroUnknown: in every column of figures 0 stands for unknown too.
	ZeroUnknown bool     `json:"zero_may_be_unknown,omitempty"`
	Parties     []string `json:"parties,omitempty"` // names of sources and origins that are a fighting side or speak for one
	Split       string   `json:"split,omitempty"`   // what stands between several names in one cell; empty: a semicolon or a line break
	Find        bool     `json:"find,omitempty"`    // what the columns below do not name is found from headings and tags
	Columns     []Column `json:"columns"`
}

// A Column is one column, by its heading. A column without a heading is called
// "(column C)".
type Column struct {
	Header   string            `json:"header"`
	Means    string            `json:"means"` // see Words
	Optional bool              `json:"optional,omitempty"`
	Values   map[string]string `json:"values,omitempty"` // what its words stand for: {"dead": "killed"}
	// ZeroUnknown: in this column 0 stands for unknown too.
	ZeroUnknown bool   `json:"zero_may_be_unknown,omitempty"`
	Source      string `json:"source,omitempty"` // of one column per source: whose figures these are
	Origin      string `json:"origin,omitempty"` // who they come from; "itself": the source, whatever the row says
}

// Load reads a mapping file and refuses fields that it does not know: a
// misspelt field must not be a rule that silently does not hold.
func Load(r io.Reader) (Mapping, error) {
	var m Mapping
	dec := json.NewDecoder(r)
	dec.DisallowUnknownFields()
	if err := dec.Decode(&m); err != nil {
		return m, fmt.Errorf("not a mapping file: %w", err)
	}
	return m, m.Check()
}

// Save writes a mapping file.
func (m Mapping) Save(w io.Writer) error {
	m.Format = Format
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	return enc.Encode(m)
}

// choices are the fields of a mapping that take one of a few words.
func (m Mapping) choices() []struct {
	field, value string
	allowed      []string
} {
	return []struct {
		field, value string
		allowed      []string
	}{
		{"format", m.Format, []string{Format}},
		{"incidents", m.Incidents, []string{"", "none"}},
		{"date_order", m.DateOrder, []string{"", DayFirst, MonthFirst, Serial}},
		{"decimal", m.Decimal, []string{"", ".", ","}},
		{"formulas", m.Formulas, []string{"", "stored"}},
	}
}

// Check tells what is wrong with a mapping, nil if nothing is.
func (m Mapping) Check() error {
	for _, c := range m.choices() {
		if !slices.Contains(c.allowed, c.value) {
			return &casualty.Problem{Where: "mapping: " + c.field, Found: c.value, Want: "one of " + strings.Join(c.allowed, ", ")}
		}
	}
	seen := map[string]bool{}
	for _, c := range m.Columns {
		if _, err := parseMeaning(c.Means); err != nil {
			return casualty.At("mapping: column "+c.Header, err)
		}
		if name := fold(c.Header); seen[name] {
			return &casualty.Problem{Where: "mapping", Found: c.Header, Want: "each heading once"}
		}
		seen[fold(c.Header)] = true
	}
	return nil
}

// fold makes headings comparable: case, line breaks and spaces do not count.
func fold(heading string) string {
	return strings.ToLower(strings.Join(strings.Fields(strings.ReplaceAll(heading, "\u00a0", " ")), " "))
}

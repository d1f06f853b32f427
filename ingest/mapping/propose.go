package mapping

import (
	"cmp"
	"embed"
	"errors"
	"io/fs"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/table"
)

//go:embed presets/*.json
var presetFiles embed.FS

// Presets are the mappings that come with the program, by name.
func Presets() ([]Mapping, error) {
	names, err := fs.Glob(presetFiles, "presets/*.json")
	if err != nil {
		return nil, err
	}
	var all []Mapping
	for _, name := range names {
		file, err := presetFiles.Open(name)
		if err != nil {
			return nil, err
		}
		m, err := Load(file)
		if err != nil {
			return nil, casualty.At(name, err)
		}
		all = append(all, m)
	}
	return all, nil
}

// Preset is the preset of that name.
func Preset(name string) (Mapping, error) {
	all, err := Presets()
	var names []string
	for _, m := range all {
		if m.Name == name {
			return m, nil
		}
		names = append(names, m.Name)
	}
	return Mapping{}, errors.Join(err, &casualty.Problem{Where: "preset", Found: name, Want: "one of " + strings.Join(names, ", ")})
}

// On binds a mapping to the table of a file that it names or, if it names none,
// to the one that it fits. Two that fit as well stop it: a person says which.
func (m Mapping) On(f *table.File, sheet string) (*Bound, error) {
	if sheet != "" {
		m.Sheets = []string{sheet}
	}
	for _, name := range m.Sheets {
		if t, err := f.Table(name); err == nil {
			return m.Bind(t)
		}
	}
	if sheet != "" || len(m.Sheets) > 0 && len(f.Tables) > 1 && !m.Find {
		_, err := f.Table(strings.Join(m.Sheets, ", "))
		return nil, err
	}
	return m.best(f)
}

// best binds the mapping to the table in which it finds most.
func (m Mapping) best(f *table.File) (*Bound, error) {
	type candidate struct {
		bound *Bound
		score int
	}
	var all []candidate
	var first error
	for _, t := range f.Tables {
		b, err := m.Bind(t)
		if err != nil {
			if first == nil || asksForOrder(err) {
				first = err
			}
			continue
		}
		all = append(all, candidate{b, b.fits()})
	}
	if len(all) == 0 || asksForOrder(first) && len(f.Tables) == 1 {
		return nil, first
	}
	slices.SortStableFunc(all, func(a, b candidate) int { return cmp.Compare(b.score, a.score) })
	if len(all) > 1 && all[0].score == all[1].score {
		return nil, &casualty.Problem{Where: f.Name, Found: "two sheets that fit: “" + all[0].bound.Table.Name + "” and “" + all[1].bound.Table.Name + "”", Want: "--sheet with the name of one"}
	}
	return all[0].bound, nil
}

func asksForOrder(err error) bool { return err != nil && strings.Contains(err.Error(), "--date-order") }

// fits weighs how much of a table is understood: what names and places a row
// counts more than one more column of figures.
func (b *Bound) fits() int {
	score := len(b.groups)
	for _, f := range []string{idField, dateField, place, source, saidField, latField} {
		if len(b.fields[f]) > 0 {
			score += 5
		}
	}
	return score
}

// Complete is the mapping with everything that was found written down, to be
// saved, looked over and used again.
func (b *Bound) Complete() Mapping {
	m := b.Mapping
	m.Format, m.Find = Format, false
	if b.Table.Name != "" {
		m.Sheets = []string{b.Table.Name}
	}
	m.Columns = nil
	for _, h := range b.Columns {
		c := h.rule
		c.Header, c.Means = h.Name, cmp.Or(h.Means, ignored)
		if c.Optional = h.rule.Optional; c.Means == ignored {
			c.Optional = true
		}
		m.Columns = append(m.Columns, c)
	}
	return m
}

// Draft is a mapping of the file's largest table in which every heading stands,
// for a file in which too little was found to read it.
func Draft(f *table.File, sheet string) (Mapping, error) {
	t := slices.MaxFunc(f.Tables, func(a, b *table.Table) int { return cmp.Compare(a.Count, b.Count) })
	if sheet != "" {
		var err error
		if t, err = f.Table(sheet); err != nil {
			return Mapping{}, err
		}
	}
	b := &Bound{Mapping: Mapping{Find: true}, Table: t, fields: map[string][]int{}, orders: map[int]string{}}
	if err := b.readHeadings(); err != nil {
		return Mapping{}, err
	}
	err := b.assign()
	return b.Complete(), err
}

// HasKey tells whether rows have names of their own. Without, a row that is
// changed in a later file is one that is gone and one that is new.
func (b *Bound) HasKey() bool { return len(b.key) > 0 }

package table

import (
	"strconv"
	"strings"
)

// Texts gives what stands at places that [Table.Places] named, the texts of
// several cells joined by "; ". A place that the file has not is not among them.
// It goes through each table once.
func (f *File) Texts(places []string) (map[string]string, error) {
	texts := map[string]string{}
	for _, t := range f.Tables {
		wanted := map[int][]wantedPlace{}
		for _, p := range places {
			if row, columns, ok := t.find(p); ok {
				wanted[row] = append(wanted[row], wantedPlace{p, columns})
			}
		}
		if len(wanted) == 0 {
			continue
		}
		for r, err := range t.Rows() {
			if err != nil {
				return nil, err
			}
			for _, w := range wanted[r.Number] {
				parts := make([]string, len(w.columns))
				for i, c := range w.columns {
					parts[i] = r.Cell(c).Text
				}
				texts[w.place] = strings.Join(parts, "; ")
			}
		}
	}
	return texts, nil
}

type wantedPlace struct {
	place   string
	columns []int
}

// find reads a place of this table.
func (t *Table) find(place string) (row int, columns []int, ok bool) {
	cells, ours := strings.CutPrefix(place, t.sheet())
	if !ours {
		return 0, nil, false
	}
	for ref := range strings.SplitSeq(cells, ";") {
		column, at, ok := t.cellAt(ref)
		if !ok || row != 0 && at != row {
			return 0, nil, false
		}
		row, columns = at, append(columns, column)
	}
	return row, columns, true
}

func (t *Table) cellAt(ref string) (column, row int, ok bool) {
	if t.form != JSON {
		return reference(ref)
	}
	rest, ours := strings.CutPrefix(ref, t.Name+"[")
	number, name, cut := strings.Cut(rest, "].")
	n, err := strconv.Atoi(number)
	if !ours || !cut || err != nil {
		return 0, 0, false
	}
	for i, known := range t.Names {
		if known == name {
			return i, n + 1, true
		}
	}
	return 0, 0, false
}

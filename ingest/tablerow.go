package ingest

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Bounds of a row of two cells that is read as a label and its number, in characters:
// layouts are made of tables too, and their cells are no labels.
const maxLabel, maxValue = 40, 40

// isLabelled tells whether two cells of a row are a label and its number: "Killed", "9".
// Which labels are words of harm, the reader of sentences knows.
func isLabelled(label, value string) bool {
	label, value = strings.TrimSpace(label), strings.TrimSpace(value)
	return label != "" && value != "" && utf8.RuneCountInString(label) <= maxLabel && utf8.RuneCountInString(value) <= maxValue &&
		!strings.ContainsFunc(label, unicode.IsDigit) && strings.ContainsFunc(value, unicode.IsDigit) &&
		!strings.ContainsAny(label+value, "\n\r") && !strings.ContainsAny(label, ".:؛;!?؟")
}

// A pageRow is a row of a table of a page: its pieces, and where its cells begin and
// end among them.
type pageRow struct {
	cells []int
	ends  []int
}

// joints are the tags of a page that part no lines, as they stand between a label and its
// number: the mark that is read in the place of each, a blank or a colon. Rows with other
// tables in them have none.
func joints(page string, all []piece) map[int]byte {
	found := map[int]byte{}
	var row *pageRow
	for i, p := range all {
		switch p.tag {
		case "tr", "/tr", "/table":
			if row != nil {
				row.join(page, all, i, found)
			}
			row = nil
			if p.tag == "tr" {
				row = &pageRow{}
			}
		case "td", "th":
			if row != nil {
				row.cells = append(row.cells, i)
			}
		case "/td", "/th":
			if row != nil {
				row.ends = append(row.ends, i)
			}
		case "table":
			row = nil
		}
	}
	return found
}

// join notes the tags between the two cells of a row that ends at a piece.
func (r *pageRow) join(page string, all []piece, end int, found map[int]byte) {
	if len(r.cells) != 2 || len(r.ends) > 2 {
		return
	}
	from, to := r.cells[0], r.cells[1]
	if !isLabelled(worded(page, all[from:to]), worded(page, all[to:end])) {
		return
	}
	for i := from + 1; i < end; i++ {
		if !all[i].text {
			found[i] = ' '
		}
	}
	found[to] = ':'
}

// worded are the words of pieces, cut off where no label is so long.
func worded(page string, pieces []piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.text && b.Len() <= 8*maxLabel {
			b.WriteString(strings.Join(strings.Fields(page[p.start:min(p.end, p.start+8*maxLabel)]), " ") + " ")
		}
	}
	return b.String()
}

// joinRow writes a row of a Word document's table that begins at a place of the text as
// one line, where its two lines are a label and its number: "Killed: 9".
func joinRow(text *bytes.Buffer, marks []mark, start int) {
	row := text.Bytes()[start:]
	label, value, _ := strings.Cut(strings.TrimSuffix(string(row), "\n"), "\n")
	if !isLabelled(label, value) {
		return
	}
	text.Truncate(start)
	text.WriteString(label + ": " + value + "\n")
	for i := len(marks) - 1; i >= 0 && marks[i].at > start+len(label); i-- {
		marks[i].at++ // the line end was one byte
	}
}

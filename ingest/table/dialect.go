package table

import (
	"bytes"
	"encoding/csv"
	"strings"
)

// dialect finds what separates the values: the character by which the first
// rows fall into the same number of columns, and into the most. A file of one
// column has none, and the comma does no harm.
func dialect(text []byte) string {
	sample := text[:min(len(text), 256<<10)]
	best, bestScore := ",", 0
	for _, d := range []string{",", ";", "\t", "|"} {
		if score := evenness(sample, d); score > bestScore {
			best, bestScore = d, score
		}
	}
	return best
}

// evenness counts the columns of the commonest width, once for each row that has it.
func evenness(sample []byte, delimiter string) int {
	if !bytes.Contains(sample, []byte(delimiter)) {
		return 0
	}
	r := csv.NewReader(bytes.NewReader(sample))
	r.Comma, r.FieldsPerRecord, r.LazyQuotes = []rune(delimiter)[0], -1, true
	widths := map[int]int{}
	for range 100 {
		record, err := r.Read()
		if err != nil {
			break
		}
		if len(record) > 1 || strings.TrimSpace(record[0]) != "" {
			widths[len(record)]++
		}
	}
	score := 0
	for width, rows := range widths {
		if width > 1 {
			score = max(score, rows*rows*width)
		}
	}
	return score
}

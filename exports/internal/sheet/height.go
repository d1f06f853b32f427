package sheet

import (
	"strings"
	"unicode/utf8"
)

// Heights are written, not left to the reader's program: LibreOffice shows rows
// of a streamed sheet one line high. They are estimates from the length of the
// text, on the generous side.
const (
	lineHeight  = 13.0  // points of a line of 10-point text
	maxHeight   = 409.0 // Excel's limit
	titleHeight = 28.0
	// tight is how much of a column's width, in characters of the digit 0, words
	// of our face fill before they wrap.
	tight = 1.05
)

// height is a row's height in points; 0 leaves it to the program.
func (s *Sheet) height(row []Cell) float64 {
	lines := 1
	for i, c := range row {
		text, ok := c.Value.(string)
		switch {
		case c.Look == Title:
			return titleHeight
		case !ok || c.Look == Intro || c.Look == Back || c.Look == Digest:
			continue
		}
		if width := s.width(i) * tight; float64(len(text)) > width || strings.Contains(text, "\n") {
			lines = max(lines, linesOf(text, width))
		}
	}
	return min(float64(lines)*lineHeight+2, maxHeight)
}

// linesOf is how many lines the text takes in a column: words wrap whole, and a
// word wider than the column breaks.
func linesOf(text string, width float64) int {
	lines := 0
	for paragraph := range strings.SplitSeq(text, "\n") {
		lines++
		at := 0.0
		for word := range strings.SplitSeq(paragraph, " ") {
			n := float64(utf8.RuneCountInString(word))
			if at > 0 && at+1+n > width {
				lines, at = lines+1, 0
			}
			for n > width {
				lines, n = lines+1, n-width
			}
			at += n + 1
		}
		if lines > 40 {
			return lines // beyond the largest height anyway
		}
	}
	return lines
}

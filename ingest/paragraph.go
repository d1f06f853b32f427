package ingest

import (
	"fmt"
	"strings"
	"sync"
	"unicode"
)

// paragraphs says in which paragraph of a page's words a quote stands, as a person who
// looks at the page counts them, headings included: "paragraph 3". Where the page's bytes
// are in another charset, behind is where it stands in them.
func paragraphs(shown func() string, behind func(start, end int) string) func(start, end int) string {
	count := sync.OnceValue(func() func(start, end int) string { return placeBy(paragraphMarks(shown())) })
	return func(start, end int) string {
		place := count()(start, end)
		if behind == nil {
			return place
		}
		return strings.TrimPrefix(place+", "+behind(start, end), ", ")
	}
}

// isInk tells what a person sees: no blank, and nothing that fills up a page's entity.
func isInk(r rune) bool { return !unicode.IsSpace(r) && r != '\u00ad' && r != '\u200b' }

// paragraphMarks are marks of every line with words.
func paragraphMarks(text string) []mark {
	var marks []mark
	for _, l := range lineEnds(text) {
		if strings.IndexFunc(text[l.start:l.end], isInk) >= 0 {
			marks = append(marks, mark{l.start, fmt.Sprintf("paragraph %d", len(marks)+1)})
		}
	}
	return marks
}

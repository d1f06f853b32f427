package ingest

import (
	"strings"

	"tollbook/casualty"
)

// contextBytes is how many bytes of the text stand on each side of a quote, at most.
const contextBytes = 320

// Around is the text before and after a quote, cut at line ends and words; nothing for
// a quote that is not in the text.
func Around(text string, q casualty.Quote) (before, after string) {
	if q.Start < 0 || q.End > len(text) || q.Start > q.End {
		return "", ""
	}
	before = text[max(0, q.Start-contextBytes):q.Start]
	if i := strings.LastIndexByte(before, '\n'); i >= 0 {
		before = before[i+1:]
	} else if q.Start > contextBytes {
		before = "…" + before[strings.IndexByte(before, ' ')+1:]
	}
	after = text[q.End:min(len(text), q.End+contextBytes)]
	if i := strings.IndexByte(after, '\n'); i >= 0 {
		after = after[:i]
	} else if q.End+contextBytes < len(text) {
		after = after[:strings.LastIndexByte(after, ' ')+1] + "…"
	}
	return strings.ToValidUTF8(before, ""), strings.ToValidUTF8(after, "")
}

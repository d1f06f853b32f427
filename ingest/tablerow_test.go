package ingest

import (
	"fmt"
	"strings"
	"testing"

	"tollbook/casualty"
)

// The row of a table whose first cell says the harm and whose second the number is a
// claim, in a page and in a Word document alike; other rows give none.
func TestARowOfALabelAndItsNumberIsAClaim(t *testing.T) {
	rows := [][]string{{"Place", "Examplecity"}, {"Killed", "9"}, {"Injured", "at least 35"}, {"Погибло", "12"}, {"Houses destroyed", "40"}, {"Killed", "see page 7"}, {"Reports", "Killed", "3"}, {"Killed in 2019", "8"}}
	want := "killed 9 in 3; injured at least 35 in 5"
	t.Run("page", func(t *testing.T) {
		var b strings.Builder
		for _, r := range rows {
			b.WriteString("<tr><td><p>" + strings.Join(r, "</p></td>\n<td>") + "</td></tr>")
		}
		checkTable(t, opened(t, "page.html", []byte("<html><body><table>"+b.String()+"</table></body></html>"), As{}), "killed 9 in 3; injured at least 35 in 4")
	})
	t.Run("document", func(t *testing.T) {
		var b strings.Builder
		for _, r := range rows {
			b.WriteString("<w:tr><w:tc><w:p><w:r><w:t>" + strings.Join(r, "</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>") + "</w:t></w:r></w:p></w:tc></w:tr>")
		}
		checkTable(t, opened(t, "table.docx", docx(t, map[string]string{"word/document.xml": wordHead + "<w:tbl>" + b.String() + "</w:tbl></w:body></w:document>"}), As{}), want)
	})
}

// checkTable compares the claims of a document in English, and their paragraphs.
func checkTable(t *testing.T, d Document, want string) {
	t.Helper()
	var got []string
	for _, c := range Read(d, Options{Language: "en"}) {
		if d.Text[c.Quote.Start:c.Quote.End] != c.Quote.Text {
			t.Errorf("quote %q is not at its place", c.Quote.Text)
		}
		got = append(got, fmt.Sprintf("%s %s in %s", c.Harm, c.Count, strings.Split(c.Quote.Original, " ")[1]))
	}
	if said := strings.Join(got, "; "); said != want {
		t.Errorf("read %q, want %q", said, want)
	}
}

// A page laid out by tables reads as before: a cell is no label that holds a sentence.
func TestALayoutOfCellsIsNoLabel(t *testing.T) {
	d := opened(t, "page.html", []byte("<html><body><table><tr><td>News of the day about those who were killed in the town last week</td><td>3 comments</td></tr><tr><td>Killed <table><tr><td>by whom</td></tr></table></td><td>9</td></tr></table></body></html>"), As{})
	for _, c := range Read(d, Options{}) {
		if c.Harm == casualty.Killed {
			t.Errorf("read %q", c.Quote.Text)
		}
	}
}

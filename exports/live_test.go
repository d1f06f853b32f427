package exports

import (
	"fmt"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/exports/internal/sheet"
	"tollbook/internal/sample"
)

// recount changes the cell Counted of a claim's row, as a reader would.
func recount(t *testing.T, book []byte, figure, claim, counted string) []byte {
	t.Helper()
	all := parts(t, book)
	s := open(t, all).sheet(claimsSheet)
	for i, id := range s.column("Claim") {
		if id == claim && s.column("Figure")[i] == figure {
			cell := regexp.MustCompile(fmt.Sprintf(`(<c r="C%d"[^>]*><is><t>)(yes|no)(</t>)`, s.head()+2+i))
			all[s.part] = cell.ReplaceAllString(all[s.part], "${1}"+counted+"${3}")
		}
	}
	return zipped(t, all)
}

func TestAReadersChangeReachesFigureAndTotal(t *testing.T) {
	skipShort(t)
	four, disputed := workbook(t, sample.Four(), Options{}), workbook(t, sample.Disputed(), Options{})
	lowest := workbook(t, sample.Disputed(), Options{Methods: methods(t, "lowest")})
	many := workbook(t, sample.Many(900), Options{}) // beyond what may be sorted
	theirs := recalculated(t, map[string][]byte{
		"floor_set_aside":   recount(t, four, "i2.killed", "c2", "no"),
		"all_set_aside":     recount(t, four, "i1.killed", "c1", "no"),
		"earlier_counted":   recount(t, disputed, "i1.injured", "c2", "yes"),
		"vague_alone":       recount(t, disputed, "i1.killed", "c6", "no"),
		"lowest_set_aside":  recount(t, recount(t, lowest, "i1.injured", "c4", "no"), "i1.injured", "c3", "yes"),
		"long_floor_counts": recount(t, many, "i12.killed", "c35", "no"),
	})
	for _, tt := range []struct{ name, book, sheet, key, heading, want string }{
		{"without the floor the figure is gone", "floor_set_aside", figuresSheet, "i2.killed", "In words", "no figure"},
		{"and the total is closed", "floor_set_aside", summarySheet, "killed", "In words", "18 to 22"},
		{"and the incident counts as one without a figure", "floor_set_aside", summarySheet, "killed", "Without a figure", "1"},
		{"a figure without claims is blank, not zero", "all_set_aside", figuresSheet, "i1.killed", "Low", ""},
		{"the total says one less", "all_set_aside", summarySheet, "killed", "In words", "at least 25, no upper bound"},
		{"an earlier word that is counted widens the range", "earlier_counted", figuresSheet, "i1.injured", "In words", "35 to 45"},
		{"and the tally follows", "earlier_counted", figuresSheet, "i1.injured", "Set aside", "0"},
		{"a vague word states the low where no number does", "vague_alone", figuresSheet, "i1.killed", "In words", "12 or more"},
		{"the lowest of what is left", "lowest_set_aside", figuresSheet, "i1.injured", "Best", "45"},
		{"a long workbook follows too", "long_floor_counts", figuresSheet, "i12.killed", "In words", "4"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := cellAt(theirs[tt.book][tt.sheet], tt.key, tt.heading); got != tt.want {
				t.Errorf("%s of %s is %q, want %q", tt.heading, tt.key, got, tt.want)
			}
		})
	}
}

// cellAt is the cell under a heading in the row that begins with key.
func cellAt(rows [][]string, key, heading string) string {
	x := -1
	for _, row := range rows {
		for i, text := range row {
			if text == heading && x < 0 {
				x = i
			}
		}
		if x >= 0 && row[0] == key {
			return row[x]
		}
	}
	return "no such cell"
}

var (
	lookup = regexp.MustCompile(`HYPERLINK\("#([^!]+)!A"&\((\d+)\+MATCH\("((?:[^"]|"")*)",`)
	direct = regexp.MustCompile(`HYPERLINK\("#([^!]+)!A(\d+)"`)
)

func TestEveryLinkLeadsToItsRow(t *testing.T) {
	skipManyBooks(t)
	for name, record := range map[string]casualty.Record{"links that look up": sample.Disputed(), "links by row": sample.Many(900)} {
		t.Run(name, func(t *testing.T) {
			book := open(t, parts(t, workbook(t, record, Options{})))
			for _, from := range []struct{ sheet, link, key, to, home string }{
				{figuresSheet, "Claims behind it", "Figure", claimsSheet, "Figure"},
				{claimsSheet, "Back to figure", "Figure", figuresSheet, "Figure"},
				{claimsSheet, "To document", "Document", documentsSheet, "Document"},
			} {
				s, target := book.sheet(from.sheet), book.sheet(from.to)
				home := target.column(from.home)
				links := book.cellsOf(s, from.link)
				for i, key := range s.column(from.key) {
					row, ok := follow(links[s.head()+2+i].Formula, target, home)
					if key != "" && (!ok || at([][]string{home}, 0, row) != key) {
						t.Errorf("%s row %d: the link of %s leads to row %d of %s", from.sheet, i, key, row, from.to)
					}
				}
			}
		})
	}
}

// follow gives the data row, from 0, that a link's formula leads to.
func follow(formula string, target openedSheet, home []string) (row int, ok bool) {
	if m := lookup.FindStringSubmatch(formula); m != nil && strings.Trim(m[1], "'") == target.name {
		head, _ := strconv.Atoi(m[2])
		for i, key := range home {
			if key == strings.ReplaceAll(m[3], `""`, `"`) {
				return head + i - target.head() - 1, true
			}
		}
	}
	if m := direct.FindStringSubmatch(formula); m != nil && strings.Trim(m[1], "'") == target.name {
		n, err := strconv.Atoi(m[2])
		return n - target.head() - 2, err == nil
	}
	return 0, false
}

func TestEveryClaimIsInTheFileWhateverTheirNumber(t *testing.T) {
	for _, n := range []int{0, 1, 9_999, 10_001, 30_001} {
		t.Run(fmt.Sprintf("%d claims", n), func(t *testing.T) {
			if n > 1 && testing.Short() {
				t.Skip("The short run leaves large records out.")
			}
			record := sample.Many((n + 2) / 3)
			record.Claims = record.Claims[:n]
			book := open(t, parts(t, workbook(t, record, Options{Methods: methods(t, "envelope")})), claimsSheet, figuresSheet, contentsSheet)
			claims := book.sheet(claimsSheet)
			if got := len(claims.column("Claim")); got != n {
				t.Errorf("%d rows of claims, want %d", got, n)
			}
			want, got := 0, 0
			for _, c := range record.Claims {
				if c.Count.Qualifier == casualty.BetweenN {
					want += c.Count.N2
				}
			}
			harms := claims.column("Harm")
			for i, high := range claims.column("Coded high") {
				if n, err := strconv.Atoi(high); err == nil && harms[i] == "injured" {
					got += n
				}
			}
			if got != want {
				t.Errorf("the highs of the injured add to %d, want %d", got, want)
			}
			live := strings.Contains(book.parts[book.sheet(figuresSheet).part], "<f>")
			if wantLive := n > 0 && n <= liveClaims; live != wantLive {
				t.Errorf("figures are formulas: %v, want %v", live, wantLive)
			}
			if says := strings.Contains(book.parts[book.sheet(contentsSheet).part], "figures and totals are values"); says != (n > liveClaims) {
				t.Errorf("the contents say that the workbook has values only: %v", says)
			}
		})
	}
}

func TestTextThatLooksLikeAFormulaStaysText(t *testing.T) {
	book := open(t, parts(t, workbook(t, sample.Hostile(), Options{})))
	for _, tt := range []struct{ sheet, heading, want string }{
		{incidentsSheet, "Title", "=1+1"},
		{sourcesSheet, "Address", "+1+1"},
		{claimsSheet, "Quote", "=cmd|'/C calc'!A0"},
		{claimsSheet, "Claimant as written", "-1"},
		{documentsSheet, "Address", "@SUM(1+1)␀"},
		{incidentsSheet, "Place", "␉cmd|x"},
		{incidentsSheet, "Notes", "line one\nline two␇ \\xFF\\xFE end _x005F_x0041_ </t> & \u200f"},
		{incidentsSheet, "P-code", "0071"},
	} {
		t.Run(tt.heading+" "+tt.want, func(t *testing.T) {
			for _, c := range book.cellsOf(book.sheet(tt.sheet), tt.heading) {
				if c.Inline == tt.want && c.Formula == "" {
					return
				}
			}
			t.Errorf("no cell of %s!%s holds it as text", tt.sheet, tt.heading)
		})
	}
	t.Run("a text longer than a cell is cut, marked and reported", func(t *testing.T) {
		marked := false
		for _, c := range book.cellsOf(book.sheet(claimsSheet), "Quote") {
			marked = marked || sheet.Units(c.Inline) == sheet.MaxText && strings.HasSuffix(c.Inline, "characters stand in this cell]")
		}
		notes := strings.Join(book.sheet(notesSheet).column("Text"), "\n")
		if !marked || !strings.Contains(notes, "was cut to what a cell can hold") {
			t.Errorf("marked in the cell: %v; in the notes: %q", marked, notes)
		}
	})
}

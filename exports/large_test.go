package exports

import (
	"archive/zip"
	"bufio"
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/internal/sample"
)

func TestHundredThousandsOfClaimsAreAllInTheFile(t *testing.T) {
	if os.Getenv("TOLLBOOK_LONG") == "" {
		t.Skip("TOLLBOOK_LONG is unset; the exports of 100,000 and of 1,048,577 claims were not made.")
	}
	for _, incidents := range []int{33_334, 349_526} { // 1,048,578 claims: more than a sheet has rows
		record := sample.Many(incidents)
		file := filepath.Join(t.TempDir(), "large.xlsx")
		w, err := os.Create(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := errors.Join(Workbook(w, record, Options{Methods: methods(t, "envelope")}), w.Close()); err != nil {
			t.Fatal(err)
		}
		rows, highs := claimRows(t, file)
		want := 0
		for _, c := range record.Claims {
			switch c.Count.Qualifier {
			case casualty.BetweenN:
				want += c.Count.N2
			case casualty.Exact:
				want += c.Count.N
			}
		}
		if rows != len(record.Claims) || highs != want {
			t.Errorf("%d rows whose highs add to %d, want %d rows and %d", rows, highs, len(record.Claims), want)
		}
	}
}

// claimRows reads the sheets of claims row by row: how many there are, and what
// their coded highs add to.
func claimRows(t *testing.T, file string) (rows, highs int) {
	t.Helper()
	z, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer z.Close()
	heading := regexp.MustCompile(`<c r="([A-Z]+)\d+"[^>]*><is><t>Coded high</t>`)
	for _, f := range z.File {
		if !strings.HasPrefix(f.Name, "xl/worksheets/sheet") {
			continue
		}
		part, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		lines := bufio.NewScanner(part)
		lines.Buffer(nil, 1<<22)
		lines.Split(atRowEnds)
		var number *regexp.Regexp
		links := 0
		for lines.Scan() {
			links += strings.Count(lines.Text(), "<hyperlink ")
			if m := heading.FindStringSubmatch(lines.Text()); m != nil && strings.Contains(lines.Text(), "<t>As worded</t>") {
				number = regexp.MustCompile(`<c r="` + m[1] + `\d+"[^>]*><v>(\d+)</v>`)
				continue
			}
			if number == nil || !strings.Contains(lines.Text(), "<row ") {
				continue
			}
			rows++
			if m := number.FindStringSubmatch(lines.Text()); m != nil {
				n, err := strconv.Atoi(m[1])
				if err != nil {
					t.Fatal(err)
				}
				highs += n
			}
		}
		if links > 65_530 {
			t.Errorf("%s has %d links, more than Excel opens", f.Name, links)
		}
		if err := errors.Join(lines.Err(), part.Close()); err != nil {
			t.Fatal(err)
		}
	}
	return rows, highs
}

// atRowEnds splits a sheet after each row.
func atRowEnds(data []byte, atEOF bool) (advance int, token []byte, err error) {
	if i := bytes.Index(data, []byte("</row>")); i >= 0 {
		return i + len("</row>"), data[:i], nil
	}
	if atEOF && len(data) > 0 {
		return len(data), data, nil
	}
	return 0, nil, nil
}

func TestATableTooLongForASheetLiesOverSeveral(t *testing.T) {
	if testing.Short() {
		t.Skip("The short run leaves large records out.")
	}
	record := sample.Many(7_000) // 21,000 claims: beyond live formulas
	o, err := Options{Methods: methods(t, "envelope")}.defaults()
	if err != nil {
		t.Fatal(err)
	}
	c := gather(record, o)
	c.sheetRows = 8_000
	var b bytes.Buffer
	if err := c.workbook(&b); err != nil {
		t.Fatal(err)
	}
	book := open(t, parts(t, b.Bytes()), contentsSheet, dictionarySheet, "Claims", "Claims 2", "Claims 3")
	seen := map[string]bool{}
	for _, name := range []string{"Claims", "Claims 2", "Claims 3"} {
		for _, id := range book.sheet(name).column("Claim") {
			seen[id] = true
		}
	}
	if len(seen) != len(record.Claims) {
		t.Errorf("%d claims over the sheets, want %d", len(seen), len(record.Claims))
	}
	holds := strings.Join(book.sheet(contentsSheet).column("Holds"), "\n")
	if !strings.Contains(holds, "Part 3 of 3.") {
		t.Error("the contents do not say that the claims lie over three sheets")
	}
	if described := book.sheet(dictionarySheet).column("Sheet"); !strings.Contains(strings.Join(described, "\n"), "Claims 3") {
		t.Error("the dictionary does not describe the third sheet")
	}
}

func TestAnExportCanBeWatchedAndEnded(t *testing.T) {
	enough := errors.New("enough")
	var watched []string
	o := Options{Methods: methods(t, "envelope"), Progress: func(sheet string, rows int) error {
		watched = append(watched, sheet)
		if sheet == claimsSheet && rows == 2_000 {
			return enough
		}
		return nil
	}}
	if err := Workbook(&bytes.Buffer{}, sample.Many(1_000), o); !errors.Is(err, enough) {
		t.Errorf("the export went on: %v", err)
	}
	if len(watched) < 5 || watched[0] != summarySheet {
		t.Errorf("watched %v", watched)
	}
}

func TestOfficeComputesTheLargestLiveWorkbook(t *testing.T) {
	if os.Getenv("TOLLBOOK_LONG") == "" {
		t.Skip("TOLLBOOK_LONG is unset; the formulas of 9,999 and 19,800 claims were not recalculated.")
	}
	for _, incidents := range []int{3_333, 6_600} {
		book := workbook(t, sample.Many(incidents), Options{Methods: methods(t, "envelope")})
		found, formulas := differences(t, book, recalculated(t, map[string][]byte{"large": book})["large"])
		if len(found) > 0 || formulas < 10*incidents {
			t.Errorf("%d claims: %d of %d formulas come to something else: %.5v", 3*incidents, len(found), formulas, found)
		}
	}
}

package exports

import (
	"io"
	"slices"
	"strings"
	"testing"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/internal/sample"
)

// said are the fixed texts that a workbook says without a translation.
func said(t *testing.T, language string, phrases map[string]string) map[string]bool {
	t.Helper()
	missing := map[string]bool{}
	for _, record := range records() {
		for _, o := range []Options{
			{Methods: aggregate.Methods}, {Methods: aggregate.Methods[1:], Profile: Public, SmallCounts: 9}, {Methods: methods(t, "gtd", "lowest"), Profile: Partner, Preset: Report},
			{Methods: methods(t, "envelope"), Settings: aggregate.Settings{Periods: aggregate.Dealt}}, {Methods: methods(t, "lowest"), Settings: aggregate.Settings{Periods: aggregate.Spans}},
		} {
			earlier := sample.Four()
			o.Since, o.Language = &earlier, language
			o, err := o.defaults()
			if err != nil {
				t.Fatal(err)
			}
			c := gather(record, o)
			if phrases != nil {
				c = gatherIn(record, o, phrases)
			}
			if err := c.workbook(io.Discard); err != nil {
				t.Fatal(err)
			}
			for _, text := range c.missing {
				missing[text] = true
			}
		}
	}
	return missing
}

// sentences are all that a figure can say of itself, whether or not a sample does.
func sentences() []string {
	var list []string
	for _, s := range statuses {
		list = append(list, s.Sentence())
	}
	for _, r := range reasonCodes {
		list = append(list, r.Sentence())
	}
	for _, c := range causes {
		list = append(list, c.Sentence())
	}
	for _, p := range []aggregate.ProblemCode{
		aggregate.BelowIdentified, aggregate.ReliabilityUnknown, aggregate.NothingReliable, aggregate.OneOrigin, aggregate.ScaleAssumed, aggregate.UndatedClaims,
		aggregate.NoIncidentDate, aggregate.NoRanking, aggregate.NoDecision, aggregate.NoReason, aggregate.NotSignedOff, aggregate.OwnSignOff, aggregate.LowAboveHigh, aggregate.SinglePerson,
		aggregate.CapsOverlap, aggregate.CapBelowLows, aggregate.CapWithoutHighs, aggregate.PartAboveTotal, aggregate.PartsAboveTotal, aggregate.PartsBelowTotal, aggregate.PartsRaiseTotal, aggregate.IncidentsAboveTotal,
	} {
		list = append(list, p.Sentence())
	}
	for _, h := range casualty.Harms {
		list = append(list, string(h))
	}
	for _, g := range casualty.Groups {
		list = append(list, strings.ReplaceAll(string(g), "_", " "))
	}
	for _, p := range casualty.Populations {
		list = append(list, string(p))
	}
	return append(list, "serious", "erased", "known", "suspected")
}

func TestEveryFixedTextIsTranslated(t *testing.T) {
	skipManyBooks(t)
	// One language stands for all: the table has no line with a gap.
	for text := range said(t, "uk", nil) {
		t.Errorf("%q has no translation", text)
	}
	for _, language := range Languages[1:] {
		t.Run(language, func(t *testing.T) {
			words := wordsIn(language)
			for _, text := range sentences() {
				if words[text] == "" {
					t.Errorf("%q has no translation", text)
				}
			}
		})
	}
}

func TestAnArabicWorkbookReadsFromRightToLeft(t *testing.T) {
	skipManyBooks(t)
	for _, language := range Languages {
		book := open(t, parts(t, workbook(t, sample.Arabic(), Options{Language: language})))
		for _, s := range book.sheets {
			english := slices.Contains([]string{"Notes", "Data dictionary", "Code lists"}, at(s.rows, 0, 0))
			if got := strings.Contains(book.parts[s.part], `rightToLeft="true"`); got != (language == "ar" && !english) {
				t.Errorf("%s: %s reads from right to left: %v", language, s.name, got)
			}
		}
		if got := strings.Contains(book.parts["xl/styles.xml"], `readingOrder="2"`); got != (language == "ar") {
			t.Errorf("%s: the reading order is from right to left: %v", language, got)
		}
	}
}

func TestDatesKeepTheirOrderInArabic(t *testing.T) {
	book := open(t, parts(t, workbook(t, sample.Four(), Options{Language: "ar"})))
	if text := strings.Join(book.sheets[0].column1(1), "\n"); !strings.Contains(text, "\u20662031-07-01\u2069") && !strings.Contains(text, "\u20662031-01-01\u2069") {
		t.Errorf("the period is not kept from being turned round: %q", text)
	}
}

func TestAWorkbookInAnotherLanguageHoldsTheSameNumbers(t *testing.T) {
	skipManyBooks(t)
	english := open(t, parts(t, workbook(t, sample.Disputed(), Options{})))
	for _, language := range Languages[1:] {
		book := open(t, parts(t, workbook(t, sample.Disputed(), Options{Language: language})))
		for i, s := range book.sheets {
			for name, c := range english.sheets[i].cells {
				if c.Type == "" && s.cells[name].Value != c.Value {
					t.Errorf("%s: %s!%s is %q, in English %q", language, s.name, name, s.cells[name].Value, c.Value)
				}
			}
		}
	}
}

func TestTranslationsKeepTheirPlaces(t *testing.T) {
	for i, line := range strings.Split(strings.TrimSuffix(wordsTable, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != len(Languages) {
			t.Errorf("line %d has %d languages, want %d", i+1, len(cells), len(Languages))
			continue
		}
		for _, text := range cells {
			if text == "" || strings.Count(text, "%s") != strings.Count(cells[0], "%s") || text != strings.TrimSpace(text) {
				t.Errorf("line %d: %q does not keep the places of %q", i+1, text, cells[0])
			}
		}
	}
}

package exports

import (
	"io"
	"regexp"
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
	books := records()
	books["places of GeoNames, and a text that no cell holds"] = oddRecord()
	for _, record := range books {
		for _, o := range []Options{
			{Methods: aggregate.Methods, Sensitivity: "Moderate"}, {Methods: aggregate.Methods[1:], Profile: Public, SmallCounts: 9}, {Methods: methods(t, "gtd", "lowest"), Profile: Partner, Preset: Report},
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

// oddRecord has the notes that few records have.
func oddRecord() casualty.Record {
	m := sample.New()
	m.Incident(strings.Repeat("Strike on a market. ", 2_000), "2031-08-19")
	m.Incidents[0].Place.From = casualty.GeoNames
	return m.Record
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
	for _, m := range aggregate.Methods {
		list = append(list, m.Sentence, m.After)
	}
	for _, l := range casualty.Lexicons {
		list = append(list, l.Source)
	}
	return append(list, "serious", "erased", "known", "suspected", vagueWord, reasonKept, recordTitle, smallCountsNote, noneOfThese)
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
				if text != "" && words[text] == "" {
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
			if got := strings.Contains(book.parts[s.part], `rightToLeft="true"`); got != (language == "ar") {
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

// englishWords are words of English sentences that no sentence of another language has.
var englishWords = regexp.MustCompile(`\b(the|of|and|is|are|which|with|from|by|not|that|this|has|have|was|were|where|whether|how many)\b`)

func TestTheReferenceSheetsSpeakTheLanguageOfTheWorkbook(t *testing.T) {
	skipManyBooks(t)
	prose := map[int][]int{3: {1, 2}, 2: {2, 3, 4, 5}, 1: {2}} // by the sheet's place from the last: columns of words, from 0
	for _, language := range Languages[1:] {
		for _, small := range []int{0, 5} {
			o := Options{Methods: aggregate.Methods, SmallCounts: small}
			english := open(t, parts(t, workbook(t, sample.Disputed(), o)))
			o.Language = language
			book := open(t, parts(t, workbook(t, sample.Disputed(), o)))
			for fromLast, columns := range prose {
				i := len(book.sheets) - fromLast
				for _, text := range keptEnglish(book.sheets[i], english.sheets[i], columns) {
					t.Errorf("%s: %s says %q", language, book.sheets[i].name, text)
				}
			}
		}
	}
}

// keptEnglish are the texts of a sheet that are no translation of the English ones,
// above its table, in its headings and in these columns.
func keptEnglish(got, want openedSheet, columns []int) (kept []string) {
	same := []string{"ISO 3166-1 alpha-3", "ISO 639-1"}
	for y, row := range want.rows {
		for x, original := range row {
			if y > got.head() && !slices.Contains(columns, x) {
				continue // ids, codes, field names
			}
			text := at(got.rows, y, x)
			repeats := strings.Contains(original, " ") && text == original && !slices.Contains(same, original)
			if repeats || englishWords.MatchString(text) || strings.Contains(text+original, "%") {
				kept = append(kept, text)
			}
		}
	}
	return kept
}

// properNames, codes and units stand in Latin letters in every script.
var properNames = regexp.MustCompile(`Action on Armed Violence|Airwars|ACLED|AOAV|EM-DAT|GTD|Global Terrorism Database|UCDP( Georeferenced Event Dataset)?|uncertainUCDP|Iraq Body Count|HXL|SHA-256|UTC|ISO 3166-1 alpha-3|ISO 639-1|P-code|#N/A|\bN(\+1)?\b|\b[AF]\b|\b(yes|no)\b|%s`)

var latinLetter = regexp.MustCompile(`[A-Za-z]`)

func TestTranslationsIntoOtherScriptsHoldNoLatinWords(t *testing.T) {
	for _, language := range []string{"ru", "uk", "ar"} {
		for english, text := range wordsIn(language) {
			if latinLetter.MatchString(properNames.ReplaceAllString(text, "")) {
				t.Errorf("%s: %q says %q", language, english, text)
			}
		}
	}
}

func TestArabicIsWrittenWithItsOwnMarks(t *testing.T) {
	for english, text := range wordsIn("ar") {
		if strings.ContainsAny(text, ",;?") {
			t.Errorf("%q says %q", english, text)
		}
	}
	book := open(t, parts(t, workbook(t, sample.Disputed(), Options{Language: "ar", Methods: methods(t, "envelope")})))
	for _, cell := range book.sheets[0].column1(1) {
		if strings.ContainsAny(cell, ",;") {
			t.Errorf("the cover says %q", cell)
		}
	}
}

func TestTranslationsKeepTheirPlaces(t *testing.T) {
	seen := map[string]bool{}
	for i, line := range strings.Split(strings.TrimSuffix(wordsTable, "\n"), "\n") {
		cells := strings.Split(line, "\t")
		if len(cells) != len(Languages) {
			t.Errorf("line %d has %d languages, want %d", i+1, len(cells), len(Languages))
			continue
		}
		if seen[cells[0]] {
			t.Errorf("line %d: %q stands there twice", i+1, cells[0])
		}
		seen[cells[0]] = true
		for _, text := range cells {
			if text == "" || strings.Count(text, "%s") != strings.Count(cells[0], "%s") || text != strings.TrimSpace(text) {
				t.Errorf("line %d: %q does not keep the places of %q", i+1, text, cells[0])
			}
		}
	}
}

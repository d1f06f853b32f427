package phrase

import (
	"fmt"
	"strings"
	"testing"

	"tollbook/casualty"
)

// spelt writes a number below a million in English words.
func spelt(n int) string {
	small := strings.Fields("zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
	tens := strings.Fields("- - twenty thirty forty fifty sixty seventy eighty ninety")
	switch {
	case n < 20:
		return small[n]
	case n < 100 && n%10 == 0:
		return tens[n/10]
	case n < 100:
		return tens[n/10] + "-" + small[n%10]
	case n < 1000 && n%100 == 0:
		return small[n/100] + " hundred"
	case n < 1000:
		return small[n/100] + " hundred and " + spelt(n%100)
	case n%1000 == 0:
		return spelt(n/1000) + " thousand"
	}
	return spelt(n/1000) + " thousand " + spelt(n%1000)
}

func TestEverySpeltNumberIsReadBack(t *testing.T) {
	for n := 1; n < 1_000_000; n += 1 + n/97 {
		text := spelt(n) + " people were killed"
		figures := Read(text, Options{Language: "en"})
		if want := casualty.Exact; len(figures) != 1 || figures[0].Count.Qualifier != want || figures[0].Count.N != n {
			t.Fatalf("%q: read %q, want killed %d", text, said(figures), n)
		}
	}
}

func TestNumbersInEveryForm(t *testing.T) {
	for _, tt := range []struct {
		language, text string
		want           int
	}{
		{"en", "1,200 people were killed", 1200},
		{"en", "1 200 people were killed", 1200},
		{"en", "12,345,678 people were displaced", 12_345_678},
		{"en", "1.5 million people were displaced", 1_500_000},
		{"en", "two dozen people were killed", 24},
		{"en", "three thousand people were killed", 3000},
		{"fr", "1 200 personnes ont été tuées", 1200},
		{"fr", "1.200 personnes ont été tuées", 1200},
		{"fr", "quatre-vingt-dix-sept personnes ont été tuées", 97},
		{"fr", "soixante et onze personnes ont été tuées", 71},
		{"fr", "deux cent cinq personnes ont été tuées", 205},
		{"es", "1.200 personas murieron", 1200},
		{"es", "ciento veinticinco personas murieron", 125},
		{"es", "treinta y seis personas murieron", 36},
		{"es", "dos mil quinientas personas murieron", 2500},
		{"ru", "погибли двадцать пять человек", 25},
		{"ru", "погибли сто сорок два человека", 142},
		{"ru", "погибли 3 тыс. человек", 3000},
		{"uk", "загинули двадцять п'ять людей", 25},
		{"uk", "загинули сто сорок дві людини", 142},
		{"ar", "قتل ١٬٢٠٠ شخص", 1200},
		{"ar", "قتل خمسة وعشرون شخصا", 25},
		{"ar", "قتل مئة وخمسة وعشرون شخصا", 125},
		{"ar", "قتل 62 ألفا و192 شخصا", 62_192},
		{"ar", "قتل ثلاثة عشر شخصا", 13},
		{"ar", "قتل شخصان", 2},
	} {
		t.Run(tt.text, func(t *testing.T) {
			figures := Read(tt.text, Options{Language: tt.language})
			if len(figures) != 1 || figures[0].Count.Qualifier != casualty.Exact || figures[0].Count.N != tt.want {
				t.Errorf("read %q, want the number %d", said(figures), tt.want)
			}
		})
	}
}

func TestNumbersOutOfReachAreNotRead(t *testing.T) {
	for _, digits := range []string{"99999999999", "1000000001", strings.Repeat("9", 400), "0"} {
		t.Run(digits[:min(len(digits), 20)], func(t *testing.T) {
			if figures := Read(digits+" people were killed", Options{Language: "en"}); len(figures) > 0 {
				t.Errorf("read %q, want nothing: the number is none of people", said(figures))
			}
		})
	}
}

func TestHedgesInEveryLanguage(t *testing.T) {
	for language, forms := range map[string]map[casualty.Qualifier]string{
		"en": {casualty.AtLeastN: "At least %s people were killed", casualty.MoreThan: "More than %s people were killed", casualty.UpTo: "Up to %s people were killed", casualty.About: "About %s people were killed"},
		"fr": {casualty.AtLeastN: "Au moins %s personnes ont été tuées", casualty.MoreThan: "Plus de %s personnes ont été tuées", casualty.UpTo: "Jusqu'à %s personnes ont été tuées", casualty.About: "Environ %s personnes ont été tuées"},
		"es": {casualty.AtLeastN: "Al menos %s personas murieron", casualty.MoreThan: "Más de %s personas murieron", casualty.UpTo: "Hasta %s personas murieron", casualty.About: "Unas %s personas murieron"},
		"ru": {casualty.AtLeastN: "Погибли не менее %s человек", casualty.MoreThan: "Погибли более %s человек", casualty.UpTo: "Погибли до %s человек", casualty.About: "Погибли около %s человек"},
		"uk": {casualty.AtLeastN: "Загинули щонайменше %s людей", casualty.MoreThan: "Загинули понад %s людей", casualty.UpTo: "Загинули до %s людей", casualty.About: "Загинули близько %s людей"},
		"ar": {casualty.AtLeastN: "قتل ما لا يقل عن %s شخصا", casualty.MoreThan: "قتل أكثر من %s شخصا", casualty.UpTo: "قتل ما يصل إلى %s شخصا", casualty.About: "قتل نحو %s شخصا"},
	} {
		for want, form := range forms {
			text := fmt.Sprintf(form, "40")
			t.Run(text, func(t *testing.T) {
				figures := Read(text, Options{Language: language})
				if len(figures) != 1 || figures[0].Count.Qualifier != want || figures[0].Count.N != 40 {
					t.Errorf("read %q, want %s 40", said(figures), want)
				}
			})
		}
	}
}

func TestFewerThanLeavesItsNumberOut(t *testing.T) {
	figures := Read("Fewer than 12 people were hurt.", Options{Language: "en"})
	want := casualty.Count{Qualifier: casualty.UpTo, N: 11, Word: "fewer than 12", Language: "en"}
	if len(figures) != 1 || figures[0].Count != want {
		t.Errorf("read %+v, want %+v", figures, want)
	}
}

package phrase

import (
	"testing"

	"tollbook/casualty"
)

func TestWhatANumberSpeaksOf(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"a total since a beginning is cumulative", "Since the war began 400 people have been killed.", "killed 400 cumulative"},
		{"a total of a year is cumulative", "In 2023 284 children were killed or injured.", "casualties 284 children cumulative"},
		{"the worst since a year is no total", "It is the worst attack since 2014; nine people died.", "killed 9"},
		{"since this morning is no period", "Nine people have been hurt since early morning.", "injured 9"},
		{"an earlier month is another incident", "Nine people were killed on Sunday. In March a bomb killed 20 people there.", "killed 9; killed 20 other"},
		{"last year is another incident", "Nine people were killed. A bomb killed 20 people last year.", "killed 9; killed 20 other"},
		{"another weekday is another incident", "Nine people were killed on Sunday. On Friday a bomb had killed 20 people.", "killed 9; killed 20 other"},
		{"more on the next day belong to it", "Nine people were killed on Sunday. On Monday two more were killed.", "killed 9; killed 2"},
		{"the day of the saying is no day of harm", "Nine people were killed on Sunday. Police told reporters on Monday that 20 people were hurt.", "killed 9; injured 20"},
		{"what answers an attack is another incident", "Nine people were killed. In response, the army shelled a village, killing 20 people.", "killed 9; killed 20 other"},
		{"what to read beside it is another incident", "Nine people were killed.\nRead also\n- Storm on the coast: 20 dead", "killed 9; killed 20 other"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			if got := said(Read(tt.text, Options{Language: "en"})); got != tt.want {
				t.Errorf("%q: read %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestWithdrawnNumbersAreNegated(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"The death toll is 34, not 48.", "killed 34; killed 48 negated"},
		{"The death toll rose from 37 to 45.", "killed 37 negated; killed 45"},
		{"The toll stands at 45 dead, up from 37.", "killed 45; killed 37 negated"},
		{"Thirty people were killed. An earlier toll had been 25.", "killed 30; killed 25 negated"},
		{"Thirty people were hurt. Earlier it had been 25 injured, four children among them.", "injured 30; injured 25 negated; injured 4 subset negated children"},
	} {
		t.Run(tt.text, func(t *testing.T) {
			if got := said(Read(tt.text, Options{Language: "en"})); got != tt.want {
				t.Errorf("read %q, want %q", got, tt.want)
			}
		})
	}
}

func TestPartsNameTheirWhole(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		want       []int
	}{
		{"a list behind including", "Twelve people, including three children and two women, were killed.", []int{-1, 0, 0}},
		{"some of them", "Twelve people were hurt, four of them seriously.", []int{-1, 0}},
		{"groups that make up the whole", "The raid killed 20 people, 13 men and seven women.", []int{-1, 0, 0}},
		{"figures that add up to a total before them", "Ten people were hurt. Five were hurt on a bus. Later five more were hurt.", []int{-1, 0, 0}},
		{"figures that do not add up stand by themselves", "Ten people were hurt. Four were hurt on a bus. Later five more were hurt.", []int{-1, -1, -1}},
		{"the killed and the injured among casualties", "Mines killed or injured 52 people: 17 killed and 35 injured.", []int{-1, 0, 0}},
	} {
		t.Run(tt.name, func(t *testing.T) {
			figures := Read(tt.text, Options{Language: "en"})
			if len(figures) != len(tt.want) {
				t.Fatalf("%q: read %q, want %d figures", tt.text, said(figures), len(tt.want))
			}
			for i, want := range tt.want {
				if f := figures[i]; f.SubsetOf != want || f.Subset != (want >= 0) {
					t.Errorf("%q: a part of %d (%v), want %d", f.Quote.Text, f.SubsetOf, f.Subset, want)
				}
			}
		})
	}
}

func TestWhoSaysSo(t *testing.T) {
	for _, tt := range []struct{ name, text, want string }{
		{"before the number", "The regional prosecutor said nine people were killed.", "regional prosecutor"},
		{"behind the number", "Nine people were killed, the Ministry of Health said.", "Ministry of Health"},
		{"according to", "According to local officials, nine people were killed.", "local officials"},
		{"a name with its office", "Ada Example, head of the region, said nine people were killed.", "Ada Example"},
		{"an office with its name", "The region's governor, Ada Example, said nine people were killed.", "Ada Example"},
		{"a pronoun is the person named before", "Ada Example confirmed the attack. She said nine people were killed.", "Ada Example"},
		{"an office is the person who speaks next by name", "Nine people were killed, according to the governor. Ada Example said that the fire was out.", "Ada Example"},
		{"nobody", "Nine people were reported killed.", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			figures := Read(tt.text, Options{Language: "en"})
			if len(figures) != 1 || figures[0].Claimant != tt.want {
				t.Errorf("%q: read %q by %q, want %q", tt.text, said(figures), claimants(figures), tt.want)
			}
		})
	}
}

func claimants(figures []Figure) (all []string) {
	for _, f := range figures {
		all = append(all, f.Claimant)
	}
	return all
}

func TestDaysAreNeverGuessed(t *testing.T) {
	for _, tt := range []struct {
		name, text string
		published  casualty.Moment
		want       casualty.Day
	}{
		{"a full date", "On 5 May 2024 nine people were killed.", "", "2024-05-05"},
		{"a full date, month first", "Nine people were killed on May 5, 2024.", "", "2024-05-05"},
		{"a month with its year", "Nine people were killed in May 2024.", "", "2024-05"},
		{"a day without a year, published later", "On 5 May nine people were killed.", "2024-06-01", "2024-05-05"},
		{"a day without a year, of the year before", "On 30 December nine people were killed.", "2024-01-02", "2023-12-30"},
		{"a day without a year, publication not known", "On 5 May nine people were killed.", "", ""},
		{"a weekday before the publication", "On Tuesday nine people were killed.", "2025-07-03T10:00Z", "2025-07-01"},
		{"a weekday on the day of publication", "On Tuesday nine people were killed.", "2025-07-01", "2025-07-01"},
		{"a weekday, publication not known", "On Tuesday nine people were killed.", "", ""},
		{"a publication known to the month only", "On Tuesday nine people were killed.", "2025-07", ""},
		{"two days", "On Monday and Tuesday nine people were killed.", "2025-07-03", ""},
		{"a day that no calendar has", "On 31 February 2024 nine people were killed.", "", ""},
		{"the day of the saying", "Nine people were killed, police told reporters on Tuesday.", "2025-07-03", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			figures := Read(tt.text, Options{Language: "en", Published: tt.published})
			if len(figures) != 1 || figures[0].Day != tt.want {
				t.Errorf("%q: read %q on %v, want %q", tt.text, said(figures), figures, tt.want)
			}
		})
	}
}

func TestPlaceIsKeptAsWritten(t *testing.T) {
	for text, want := range map[string]string{
		"Nine people were killed in Port Example, police said.":                   "Port Example",
		"In Exampletown, a blast killed nine people.":                             "Exampletown",
		"A blast killed nine people.":                                             "",
		"A blast in Examplia’s northern city of Port Example killed nine people.": "Port Example",
		"Nine people were killed in Examplia's hospitals, Ada Test said.":         "Examplia",
	} {
		figures := Read(text, Options{Language: "en"})
		if len(figures) != 1 || figures[0].Place != want {
			t.Errorf("%q: read %+v, want the place %q", text, figures, want)
		}
	}
}

func TestEachFigureSaysWhy(t *testing.T) {
	text := "At least twelve people were killed."
	figures := Read(text, Options{Language: "en"})
	if len(figures) != 1 {
		t.Fatalf("read %q", said(figures))
	}
	got := map[string]string{}
	for _, s := range figures[0].Why {
		got[s.Role] = text[s.Start:s.End]
	}
	for role, want := range map[string]string{"hedge": "At least", "number": "twelve", "who": "people", "harm": "killed"} {
		if got[role] != want {
			t.Errorf("%s: %q, want %q", role, got[role], want)
		}
	}
}

func TestHintsShowNumbersBesideHarmThatWereNotRead(t *testing.T) {
	text := "Forty people fled the village and were later killed. Nine people were hurt. The killings left 12 people in the hills."
	figures := Read(text, Options{Language: "en"})
	hints := Hints(text, figures)
	if len(hints) == 0 {
		t.Fatalf("no hints; read %q", said(figures))
	}
	for _, h := range hints {
		for _, f := range figures {
			if f.Quote.Start < h.End && h.Start < f.Quote.End {
				t.Errorf("hint %q lies on the figure %q", text[h.Start:h.End], f.Quote.Text)
			}
		}
	}
}

func TestLanguageIsFoundByTheText(t *testing.T) {
	for _, text := range labelled(t) {
		if got := languageOf(text.Text, "").code; got != text.Lang {
			t.Errorf("%s: found %s, want %s", text.ID, got, text.Lang)
		}
	}
}

func TestLanguageOfOneShortLineIsFoundByItsWords(t *testing.T) {
	for _, tt := range []struct{ text, want string }{
		{"Five dead in Béja, officials say.", "en"},
		{"Two killed on a bus to Córdoba", "en"},
		{"Cinq morts à Béja, selon la préfecture.", "fr"},
		{"Cinq morts à Béja.", "fr"},
		{"Nouveau bilan : douze morts.", "fr"},
		{"Attentat à Kaboul : cinq tués, dix blessés", "fr"},
		{"Cinco muertos en Cali, según la alcaldía.", "es"},
		{"Cinco muertos en Cali.", "es"},
		{"Ataque en Lima: ocho muertos", "es"},
		{"Пятеро погибших в Курске.", "ru"},
		{"Ранены трое.", "ru"},
		{"П'ятеро загиблих у Сумах.", "uk"},
		{"Загинули двоє у Сумах.", "uk"},
		{"Поранено шестеро.", "uk"},
		{"خمسة قتلى في حلب.", "ar"},
		{"12", "en"},
	} {
		if got := languageOf(tt.text, "").code; got != tt.want {
			t.Errorf("%q: found %s, want %s", tt.text, got, tt.want)
		}
	}
}

func TestLettersThatLookAlikeAreReadAlike(t *testing.T) {
	if got, want := said(Read("A bоmb killed at least five peоple and wоunded fоur.", Options{})), "killed at least 5; injured 4"; got != want {
		t.Errorf("read %q, want %q: Cyrillic letters within Latin words", got, want)
	}
}

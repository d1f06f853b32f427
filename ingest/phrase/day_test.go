package phrase

import (
	"testing"

	"tollbook/casualty"
)

// Sunday 6 July 2025 is the day of publication.
const sunday = "2025-07-06T09:00Z"

func TestDaysAreReadAsPreciselyAsTheyAreWritten(t *testing.T) {
	for _, tt := range []struct {
		language, text string
		harm, said     casualty.Day
	}{
		{"en", "Nine people were killed overnight.", "2025-07-05/2025-07-06", ""},
		{"en", "Nine people were killed yesterday.", "2025-07-05", ""},
		{"en", "Nine people were killed today, the mayor said.", "2025-07-06", ""},
		{"en", "Nine people were killed on 7 and 8 May 2025.", "2025-05-07/2025-05-08", ""},
		{"en", "Between 1 and 31 May 2025 monitors verified that nine people were killed.", "2025-05-01/2025-05-31", ""},
		{"en", "Nine people were killed on Tuesday, police told reporters on Thursday.", "2025-07-01", "2025-07-03"},
		{"en", "Police said on Thursday that nine people were killed on Tuesday.", "2025-07-01", "2025-07-03"},
		{"en", "Nine people were killed overnight, police said on Monday.", "", "2025-06-30"},
		{"en", "Police said on 3 July that nine people were killed.", "", "2025-07-03"},
		{"en", "KYIV, July 5 - Nine people were killed, police said.", "", "2025-07-05"},
		{"fr", "Neuf personnes ont été tuées hier.", "2025-07-05", ""},
		{"fr", "Neuf personnes ont été tuées les 7 et 8 avril.", "2025-04-07/2025-04-08", ""},
		{"fr", "Neuf personnes ont été tuées mardi, a indiqué la préfecture.", "2025-07-01", ""},
		{"es", "Nueve personas murieron ayer.", "2025-07-05", ""},
		{"es", "Nueve personas murieron el 5 de mayo de 2024.", "2024-05-05", ""},
		{"es", "Nueve personas murieron el martes.", "2025-07-01", ""},
		{"ru", "Вчера погибли девять человек.", "2025-07-05", ""},
		{"ru", "Минувшей ночью погибли девять человек.", "2025-07-05/2025-07-06", ""},
		{"ru", "Девять человек погибли 5 мая 2024 года.", "2024-05-05", ""},
		{"ru", "Во вторник погибли девять человек.", "2025-07-01", ""},
		{"uk", "Учора загинули дев'ять людей.", "2025-07-05", ""},
		{"uk", "Дев'ять людей загинули 5 травня 2024 року.", "2024-05-05", ""},
		{"ar", "قتل تسعة أشخاص أمس.", "2025-07-05", ""},
		{"ar", "قتل تسعة أشخاص في 5 أيار/مايو 2024.", "2024-05-05", ""},
		{"ar", "قتل تسعة أشخاص يوم الثلاثاء.", "2025-07-01", ""},
	} {
		t.Run(tt.text, func(t *testing.T) {
			figures := Read(tt.text, Options{Language: tt.language, Published: sunday})
			if len(figures) != 1 || figures[0].Day != tt.harm || figures[0].Said != tt.said {
				t.Fatalf("read %q, %+v, want %q, said %q", said(figures), figures, tt.harm, tt.said)
			}
			for _, day := range []casualty.Day{figures[0].Day, figures[0].Said} {
				if _, err := casualty.ParseDay(string(day)); err != nil {
					t.Error(err)
				}
			}
			if alone := Read(tt.text, Options{Language: tt.language}); len(alone) != 1 || alone[0].Day.Stated() && alone[0].Day.Precision() == casualty.ToDay && alone[0].Day[:4] == "2025" && tt.harm[:4] == "2025" {
				t.Errorf("without a day of publication read %+v: a guess", alone)
			}
		})
	}
}

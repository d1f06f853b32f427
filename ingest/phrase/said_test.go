package phrase

import (
	"strings"
	"testing"

	"tollbook/casualty"
)

// Who speaks, and on which day, is told in each language by its own order of words.
func TestWhoSaidItAndOnWhichDay(t *testing.T) {
	const tuesday, monday = "2025-07-01", "2025-06-30"
	for _, tt := range []struct {
		language, text, who string
		harm, said          casualty.Day
	}{
		{"en", "On Tuesday the governor said three people were killed.", "governor", "", tuesday},
		{"en", "On Tuesday, three people were killed, the governor said.", "governor", tuesday, ""},
		{"fr", "La police a déclaré mardi que trois personnes avaient été tuées.", "police", "", tuesday},
		{"fr", "Trois personnes ont été tuées lundi, a annoncé mardi le ministère.", "ministère", monday, tuesday},
		{"fr", "Trois morts, a-t-on appris mardi de source policière.", "source policière", "", tuesday},
		{"fr", "Trois personnes ont été tuées mardi, a déclaré la police.", "police", tuesday, ""},
		{"es", "La policía informó este martes que tres personas murieron.", "policía", "", tuesday},
		{"es", "Tres personas murieron el lunes, informó el martes la alcaldía.", "alcaldía", monday, tuesday},
		{"es", "Tres personas murieron el martes, informó la policía.", "policía", tuesday, ""},
		{"es", "Tres personas murieron, dijo la policía el martes.", "policía", "", tuesday},
		{"ru", "Глава области сказал во вторник, что погибли трое.", "Глава области", "", tuesday},
		{"ru", "Во вторник губернатор сообщил о трёх погибших.", "губернатор", "", tuesday},
		{"ru", "Три человека погибли в понедельник, заявил во вторник мэр.", "мэр", monday, tuesday},
		{"ru", "Три человека погибли во вторник, сообщила полиция.", "полиция", tuesday, ""},
		{"uk", "Губернатор повідомив у вівторок, що загинули троє.", "Губернатор", "", tuesday},
		{"uk", "Троє людей загинули у понеділок, заявив у вівторок мер.", "мер", monday, tuesday},
		{"uk", "Троє людей загинули у вівторок, повідомила поліція.", "поліція", tuesday, ""},
		{"ar", "قالت الشرطة يوم الثلاثاء إن ثلاثة أشخاص قتلوا.", "الشرطة", "", tuesday},
		{"ar", "أعلنت وزارة الصحة الثلاثاء مقتل ثلاثة أشخاص.", "وزارة الصحة", "", tuesday},
		{"ar", "قتل ثلاثة أشخاص يوم الاثنين، بحسب ما أعلنت الشرطة الثلاثاء.", "الشرطة", monday, tuesday},
	} {
		figures := Read(tt.text, Options{Language: tt.language, Published: "2025-07-03T15:00Z"})
		if len(figures) != 1 {
			t.Errorf("%q: read %q", tt.text, said(figures))
			continue
		}
		if f := figures[0]; f.Claimant != tt.who || f.Day != tt.harm || f.Said != tt.said {
			t.Errorf("%q: by %q of %q said %q, want %q, %q, %q", tt.text, f.Claimant, f.Day, f.Said, tt.who, tt.harm, tt.said)
		}
	}
}

// "She added", "по его словам" and the like are whoever spoke last, by name or office.
func TestPronounsAreTheLastSpeaker(t *testing.T) {
	for _, tt := range []struct{ language, text, who string }{
		{"en", "Three people were killed, the governor said. She added that two were hurt.", "governor; governor"},
		{"en", "Ada Example said three people were killed. Two were hurt, according to her.", "Ada Example; Ada Example"},
		{"fr", "Ada Exemple, préfète, a déclaré que trois personnes ont été tuées. Deux ont été blessées, selon elle.", "Ada Exemple; Ada Exemple"},
		{"es", "Ana Ejemplo, gobernadora de Cali, dijo que tres personas murieron. Ella añadió que dos resultaron heridas.", "Ana Ejemplo; Ana Ejemplo"},
		{"ru", "По словам Ивана Примерова, погибли трое. По его словам, ещё двое ранены.", "Ивана Примерова; Ивана Примерова"},
		{"ru", "Три человека погибли, сообщил губернатор. Иван Примеров сказал, что двое ранены.", "Иван Примеров; Иван Примеров"},
		{"uk", "За словами Івана Прикладенка, загинули троє. За його словами, ще двоє поранені.", "Івана Прикладенка; Івана Прикладенка"},
		{"uk", "Троє людей загинули, повідомив губернатор. Іван Прикладенко сказав, що двоє поранені.", "Іван Прикладенко; Іван Прикладенко"},
	} {
		var who []string
		for _, f := range Read(tt.text, Options{Language: tt.language}) {
			who = append(who, f.Claimant)
		}
		if got := strings.Join(who, "; "); got != tt.who {
			t.Errorf("%q: by %q, want %q", tt.text, got, tt.who)
		}
	}
}

// A month's total of somebody who keeps count is integrative; a period of a total
// leaves the number before it to its incident.
func TestTotalsOfPeriods(t *testing.T) {
	for language, tests := range map[string][]sentenceTest{
		"en": {
			{"The ministry registered 40 deaths in May.", "killed 40 integrative"},
			{"The UN verified 174 civilian deaths in April 2025.", "killed 174 civilians integrative"},
			{"The health ministry recorded 40 deaths on 5 May.", "killed 40"},
			{"The mayor recorded a message after two people were killed in May.", "killed 2"},
			{"Nine people were killed in March, police said.", "killed 9"},
			{"Nine people were killed, taking the number of dead since the war began to 40.", "killed 9; killed 40 cumulative"},
		},
		"fr": {
			{"L'ONU a documenté la mort de 58 civils en avril.", "killed 58 civilians integrative"},
			{"Le ministère a enregistré 12 morts le 5 mars.", "killed 12"},
			{"Neuf personnes ont été tuées, portant à 40 le nombre de morts depuis le début de la guerre.", "killed 9; killed 40 cumulative"},
		},
		"es": {
			{"El ministerio registró 412 muertes en marzo.", "killed 412 integrative"},
			{"El hospital registró tres muertes el 5 de mayo.", "killed 3"},
			{"Nueve personas murieron, lo que eleva a 40 los muertos desde el inicio de la guerra.", "killed 9; killed 40 cumulative"},
		},
		"ru": {
			{"ООН зафиксировала гибель 174 мирных жителей в апреле.", "killed 174 civilians integrative"},
			{"Полиция зафиксировала гибель двоих 5 мая.", "killed 2"},
			{"Погибли девять человек, число жертв с начала войны достигло 40.", "killed 9; killed 40 cumulative"},
		},
		"uk": {
			{"Міністерство зафіксувало 412 загиблих у березні.", "killed 412 integrative"},
			{"Загинули дев'ять людей, кількість загиблих від початку війни зросла до 40.", "killed 9; killed 40 cumulative"},
		},
		"ar": {
			{"سجلت الوزارة 412 قتيلا في مارس.", "killed 412 integrative"},
			{"سجلت الوزارة 412 قتيلا في 5 مارس.", "killed 412"},
			{"قتل تسعة أشخاص، ليرتفع عدد القتلى منذ بداية الحرب إلى 40.", "killed 9; killed 40 cumulative"},
		},
	} {
		testSentences(t, language, tests)
	}
}

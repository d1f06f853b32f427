package phrase

import "testing"

// Somebody who is named by office alone is one person, once a text.
func TestOfficeHolders(t *testing.T) {
	for language, tests := range map[string][]sentenceTest{
		"en": {
			{"Gunmen killed the mayor of Beja.", "killed 1"},
			{"The mayor of Beja was killed in the attack.", "killed 1"},
			{"The attack killed the mayor and his two sons.", "killed 3"},
			{"A roadside bomb wounded the provincial governor.", "injured 1"},
			{"The governor was killed last year.", "killed 1 other"},
			{"Mayor Ada Example was killed on Tuesday. The mayor was killed by a bullet.", "killed 1"},
			{"The son of the mayor was killed.", ""},
			{"Gunmen killed the mayor's son.", ""},
			{"The mayor was not hurt.", ""},
			{"They threatened to kill the president.", ""},
			{"The mayor said three people were killed.", "killed 3"},
			{"The man accused of killing the mayor was arrested.", ""},
		},
		"fr": {
			{"Des hommes armés ont tué le maire de Béja.", "killed 1"},
			{"Le préfet a été blessé par des éclats.", "injured 1"},
			{"Une bombe a tué le maire et ses deux fils.", "killed 3"},
			{"Le fils du maire a été tué.", ""},
			{"Le maire n'a pas été blessé.", ""},
		},
		"es": {
			{"Hombres armados mataron al alcalde de Cali.", "killed 1"},
			{"El gobernador resultó herido.", "injured 1"},
			{"El jefe de la policía fue secuestrado.", "abducted 1"},
			{"El hijo del alcalde fue asesinado.", ""},
			{"El fiscal dijo que dos hombres murieron.", "killed 2 men"},
		},
		"ru": {
			{"Боевики убили мэра города.", "killed 1"},
			{"Глава района был похищен.", "abducted 1"},
			{"Погиб министр.", "killed 1"},
			{"Сын мэра погиб.", "killed 1 men"},
			{"Губернатор сообщил, что погибли трое.", "killed 3"},
			{"Мэр не пострадал.", ""},
		},
		"uk": {
			{"Бойовики вбили мера міста.", "killed 1"},
			{"Голову громади викрали.", "abducted 1"},
			{"Губернатора поранено.", "injured 1"},
			{"Мер не постраждав.", ""},
		},
		"ar": {
			{"قتل مسلحون محافظ المدينة.", "killed 1"},
			{"قتل المحافظ في الهجوم.", "killed 1"},
			{"أصيب رئيس البلدية بشظايا.", "injured 1"},
			{"قتل المحافظ ثلاثة أشخاص.", "killed 3"},
		},
	} {
		testSentences(t, language, tests)
	}
}

// A verb that "not" denies harms nobody, and is no denial that anybody was harmed.
func TestDeniedVerbHarmsNobody(t *testing.T) {
	testSentences(t, "ru", []sentenceTest{
		{"Водитель не пострадал.", ""},
		{"Две женщины не погибли.", ""},
		{"Охранник не был ранен.", ""},
		{"Никто не пострадал.", "injured denied"},
	})
	testSentences(t, "uk", []sentenceTest{
		{"Водій не постраждав.", ""},
		{"Двоє дітей не загинули.", ""},
		{"Ніхто не постраждав.", "injured denied"},
	})
}

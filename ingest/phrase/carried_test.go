package phrase

import "testing"

// A verb left out is that of the people before, where both are told by the same kind
// of time or place.
func TestVerbsLeftOut(t *testing.T) {
	for language, tests := range map[string][]sentenceTest{
		"en": {
			{"Three people were killed on Monday and another two on Tuesday.", "killed 3; killed 2"},
			{"Seven soldiers died on Friday and three more on Saturday.", "killed 7 soldiers combatants; killed 3 soldiers combatants"},
			{"Police arrested two men in Homs and three in Aleppo.", "detained 2 men; detained 3 men"},
			{"Five civilians were wounded in the first strike and four in the second.", "injured 5 civilians; injured 4 civilians"},
			{"Three people were killed in Homs and two in the area were rescued.", "killed 3"},
			{"Five were wounded in the strike and two in critical condition.", "injured 5; injured 2 serious"},
			{"Three soldiers were killed in an attack on a post and two checkpoints in the area.", "killed 3 soldiers combatants"},
			{"Five people died in the crash and 200 in all were aboard.", "killed 5"},
			{"Three people were killed in the attack, two in their homes.", "killed 3"},
			{"Six people were killed in the village, one in three of them children.", "killed 6"},
		},
		"fr": {
			{"Trois personnes ont été tuées lundi et deux autres mardi.", "killed 3; killed 2"},
			{"Trois personnes ont été tuées à Homs et deux à Alep.", "killed 3; killed 2"},
			{"Trois hommes ont été arrêtés lundi et une femme mardi.", "detained 3 men; detained 1 women"},
			{"Trois personnes ont été tuées à Homs et deux à Alep ont été secourues.", "killed 3"},
		},
		"es": {
			{"Tres personas murieron el lunes y otras dos el martes.", "killed 3; killed 2"},
			{"Un hombre murió en Cali y una mujer en otro pueblo.", "killed 1 men; killed 1 women"},
			{"Cinco personas murieron en el ataque y 200 en la zona fueron evacuadas.", "killed 5"},
		},
		"ru": {
			{"Три человека погибли в понедельник и ещё двое во вторник.", "killed 3; killed 2"},
			{"Трое погибли в Хомсе, двое — в Алеппо.", "killed 3; killed 2"},
			{"Трое погибли в Хомсе, двое в больнице.", "killed 3"},
		},
		"uk": {
			{"Троє загинули в Сумах, двоє — у Харкові.", "killed 3; killed 2"},
			{"Троє людей загинули в понеділок і ще двоє у вівторок.", "killed 3; killed 2"},
		},
		"ar": {
			{"قتل ثلاثة في حمص واثنان في حلب.", "killed 3; killed 2"},
			{"أصيب خمسة مدنيين في الغارة الأولى وأربعة في الثانية.", "injured 5 civilians; injured 4 civilians"},
		},
	} {
		testSentences(t, language, tests)
	}
}

// The place of people whose verb is left out is never that of the people before.
func TestVerbLeftOutHasItsOwnPlace(t *testing.T) {
	figures := Read("Three people were killed in Homs and two in a village.", Options{Language: "en"})
	if len(figures) != 2 || figures[0].Place != "Homs" || figures[1].Place != "" {
		t.Errorf("read %+v", figures)
	}
}

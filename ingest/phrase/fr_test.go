package phrase

import "testing"

func TestFrenchSentences(t *testing.T) {
	testSentences(t, "fr", []sentenceTest{
		{"L'attaque a fait douze morts et une trentaine de blessés, selon le ministère.", "killed 12; injured about 30"},
		{"Au moins 15 personnes ont été tuées et plus de 40 blessées dans l'explosion.", "killed at least 15; injured more than 40"},
		{"Trois civils, dont deux enfants, ont péri dans le bombardement.", "killed 3 civilians; killed 2 subset children"},
		{"Le bilan s'élève à 34 morts et 112 blessés.", "killed 34; injured 112"},
		{"Le bilan est passé de 20 à 27 morts.", "killed 20 negated; killed 27"},
		{"Aucune victime n'est à déplorer.", "casualties denied"},
		{"Il n'y a pas eu de blessés.", "injured denied"},
		{"Personne n'a été blessé.", "injured denied"},
		{"L'explosion n'a pas fait de victimes.", "casualties denied"},
		{"Une femme et ses deux enfants ont été tués.", "killed 3"},
		{"Un soldat a été tué et cinq autres ont été blessés, dont deux grièvement.", "killed 1 soldiers combatants; injured 5 soldiers combatants; injured 2 subset serious"},
		{"Des dizaines de personnes ont été tuées et des centaines blessées.", "killed tens; injured hundreds"},
		{"Entre 30 et 40 personnes sont mortes.", "killed 30 to 40"},
		{"Jusqu'à 20 personnes pourraient avoir été tuées.", "killed up to 20"},
		{"Quelque 12 000 personnes ont été déplacées.", "displaced about 12,000"},
		{"Huit personnes sont portées disparues.", "missing 8"},
		{"La police a arrêté 45 manifestants.", "detained 45"},
		{"Les assaillants ont tué 12 villageois et enlevé une vingtaine de personnes.", "killed 12; abducted about 20"},
		{"Un enfant de 11 ans est mort.", "killed 1 children"},
		{"L'armée a abattu 14 drones et détruit 3 véhicules.", ""},
		{"300 habitants ont été évacués.", ""},
		{"Depuis le début de la guerre, plus de 10.000 civils ont été tués.", "killed more than 10,000 civilians cumulative"},
		{"Les corps de cinq mineurs ont été retrouvés.", "killed 5 children"},
		{"Parmi les morts figurent trois femmes.", "killed 3 subset women"},
		{"Deux des blessés sont dans un état grave.", "injured 2 subset serious"},
		{"Un mort et trois blessés dans un accident", "killed 1; injured 3"},
		{"La frappe a coûté la vie à neuf personnes.", "killed 9"},
		{"Un homme de 45 ans a été grièvement blessé.", "injured 1 men serious"},
		{"Quatre personnes ont trouvé la mort, parmi lesquelles un journaliste.", "killed 4; killed 1 subset journalists"},
		{"On dénombre 21 morts.", "killed 21"},
		{"Une dizaine de personnes ont été hospitalisées.", "injured about 10"},
		{"Vingt-cinq passagers ont été blessés.", "injured 25"},
		{"Plusieurs civils ont été blessés.", "injured several civilians"},
		{"Le Premier ministre avait annoncé un bilan de 15 morts.", "killed 15"},
	})
}

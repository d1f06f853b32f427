package phrase

import "testing"

func TestSpanishSentences(t *testing.T) {
	testSentences(t, "es", []sentenceTest{
		{"El ataque dejó doce muertos y unos treinta heridos, según el ministerio.", "killed 12; injured about 30"},
		{"Al menos 15 personas murieron y más de 40 resultaron heridas en la explosión.", "killed at least 15; injured more than 40"},
		{"Tres civiles, entre ellos dos niños, murieron en el bombardeo.", "killed 3 civilians; killed 2 subset children"},
		{"El número de muertos ascendió a 34.", "killed 34"},
		{"La cifra de muertos subió de 20 a 27.", "killed 20 negated; killed 27"},
		{"No hubo víctimas.", "casualties denied"},
		{"No se reportaron heridos.", "injured not_reported"},
		{"Nadie resultó herido.", "injured denied"},
		{"La explosión no dejó heridos.", "injured denied"},
		{"Una mujer y sus dos hijos fueron asesinados.", "killed 3"},
		{"Un soldado murió y otros cinco resultaron heridos, dos de ellos de gravedad.", "killed 1 soldiers combatants; injured 5 soldiers combatants; injured 2 subset combatants serious"},
		{"Decenas de personas murieron y cientos resultaron heridas.", "killed tens; injured hundreds"},
		{"Entre 30 y 40 personas perdieron la vida.", "killed 30 to 40"},
		{"Hasta 20 personas podrían haber muerto.", "killed up to 20"},
		{"Unas 12.000 personas fueron desplazadas.", "displaced about 12,000"},
		{"Ocho personas siguen desaparecidas.", "missing 8"},
		{"La policía detuvo a 45 manifestantes.", "detained 45"},
		{"Los atacantes mataron a 12 campesinos y secuestraron a 20 personas.", "killed 12; abducted 20"},
		{"Un niño de 11 años murió.", "killed 1 boys"},
		{"El ejército derribó 14 drones.", ""},
		{"300 habitantes fueron evacuados.", ""},
		{"Desde el inicio de la guerra han muerto más de 10.000 civiles.", "killed more than 10,000 civilians cumulative"},
		{"Fueron hallados los cuerpos de cinco mineros.", "killed 5"},
		{"Entre los muertos hay tres mujeres.", "killed 3 subset women"},
		{"Dos de los heridos están graves.", "injured 2 subset serious"},
		{"Un muerto y tres heridos en un accidente", "killed 1; injured 3"},
		{"El atentado se cobró la vida de nueve personas.", "killed 9"},
		{"Cuatro personas fallecieron, entre ellas un periodista.", "killed 4; killed 1 subset journalists"},
		{"Veinticinco pasajeros resultaron lesionados.", "injured 25"},
		{"Varios civiles resultaron heridos.", "injured several civilians"},
		{"Murieron tres soldados y un civil.", "killed 3 soldiers combatants; killed 1 civilians"},
		{"Resultaron heridas 14 personas, incluidos tres menores de edad.", "injured 14; injured 3 subset children"},
		{"Tres policías fueron asesinados y dos más quedaron heridos.", "killed 3 police; injured 2 police"},
		{"Hay cinco desaparecidos.", "missing 5"},
		{"Asesinaron a un líder social en el Cauca.", "killed 1"},
	})
}

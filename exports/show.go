package exports

import "tollbook/casualty"

// Shown is what a reader of a profile may see of the record, for an outlet that is
// no file. Victims and decisions stand in no profile. Figures are made of the whole record before.
func Shown(r casualty.Record, profileName string) casualty.Record {
	shown, _ := profile(r, profileName)
	return shown
}

// Words are the fixed texts and codes in a language, by the English text; empty
// for English and for a language that has none.
func Words(language string) map[string]string { return wordsIn(language) }

package server

import "testing"

func TestASearchFoldsCaseMarksHamzaAndDigits(t *testing.T) {
	for _, tt := range []struct{ text, asked string }{
		{"Izhevsk", "IZHEVSK"},
		{"Zürich, Señor", "zurich senor"},
		{"إدلب", "ادلب"},
		{"أريحا", "اريحا"},
		{"آذار", "اذار"},
		{"مسؤول", "مسوول"},
		{"شاطئ", "شاطي"},
		{"مَدرَسة", "مدرسه"},
		{"مبنى", "مبني"},
		{"١٢ قتيلا", "12"},
		{"۴۵", "45"},
		{"Łódź", "lodz"},
		{"old  market", "market old"},
	} {
		if !searchFor(tt.asked).in(tt.text) {
			t.Errorf("%q (%q) is not found by %q (%q)", tt.text, folded(tt.text), tt.asked, folded(tt.asked))
		}
	}
	if searchFor("market bridge").in("Market") {
		t.Error("a word that is not there is found")
	}
}

package main

import (
	"bufio"
	"io"
	"strings"
	"testing"
)

func TestANumberStandsForWhatIsListedAndForNothingElse(t *testing.T) {
	choices := []choice{{"i4", "i4 Village raid"}, {"i2", "i2 Market"}}
	for typed, want := range map[string]string{"2": "i2", "i9": "i9", "n": "n", "": "", "3": "", "0": ""} {
		s := &session{con: &console{in: bufio.NewReader(strings.NewReader(typed + "\n")), out: io.Discard}}
		got, err := s.choose("incident", choices)
		if wrong := typed == "3" || typed == "0"; got != want || (err != nil) != wrong {
			t.Errorf("%q chose %q (%v), want %q", typed, got, err, want)
		}
	}
}

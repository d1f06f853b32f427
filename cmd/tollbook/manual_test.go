package main

import (
	"flag"
	"os"
	"testing"
)

var update = flag.Bool("update", false, "write docs/manual.md anew")

const manualPage = "../../docs/manual.md"

func TestTheManualHasEveryCommandAndFlagAsTheyAre(t *testing.T) {
	root, _ := (&app{}).root()
	want := manual(root)
	if *update {
		if err := os.WriteFile(manualPage, []byte(want), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	got, err := os.ReadFile(manualPage)
	if err != nil {
		t.Fatal(err)
	}
	if string(got) != want {
		t.Errorf("docs/manual.md is not what the commands say; go test ./cmd/tollbook -run Manual -update writes it anew")
	}
}

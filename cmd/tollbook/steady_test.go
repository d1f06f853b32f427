package main

import (
	"errors"
	"io"
	"os"
	"testing"

	"tollbook/casualty"
)

func TestAFileThatChangesWhileItIsReadIsRefused(t *testing.T) {
	path := write(t, t.TempDir(), "a.csv", "killed\n3\n")
	read := func(meanwhile func()) error {
		return openSteady(path, func(r io.Reader) error {
			if _, err := io.ReadAll(r); err != nil {
				return err
			}
			meanwhile()
			return nil
		})
	}
	if err := read(func() {}); err != nil {
		t.Errorf("a file at rest: %v", err)
	}
	err := read(func() {
		if err := os.WriteFile(path, []byte("killed\n3\n4\n"), 0o600); err != nil {
			t.Fatal(err)
		}
	})
	var p *casualty.Problem
	if !errors.As(err, &p) || p.Found != "a file that changed while it was read" {
		t.Errorf("a file that grew: %v", err)
	}
}

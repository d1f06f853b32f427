package main

import (
	"io"
	"os"

	"tollbook/casualty"
)

// openSteady has read take a file, and refuses what it took where the file changed
// meanwhile: half of one state and half of another is no document that anybody wrote.
func openSteady(path string, read func(io.Reader) error) error {
	f, err := os.Open(path)
	if err != nil {
		return err
	}
	defer f.Close()
	before, err := f.Stat()
	if err != nil {
		return err
	}
	if err := read(f); err != nil {
		return err
	}
	after, err := f.Stat()
	if err != nil {
		return err
	}
	if after.Size() != before.Size() || !after.ModTime().Equal(before.ModTime()) {
		return &casualty.Problem{Where: path, Found: "a file that changed while it was read", Want: "it to rest: save and close it in the other program, and try again"}
	}
	return nil
}

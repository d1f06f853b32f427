package store

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// A holder says who has a book open. It lies beside the book while it is open
// and is read only when the lock is taken, so one that a crash left behind
// misleads nobody.
type holder struct {
	PID     int       `json:"pid"`
	Command string    `json:"command"`
	Since   time.Time `json:"since"`
}

func holderPath(book string) string { return book + ".holder" }

// announce writes the holder. A folder that cannot be written is no reason to
// refuse the book: the lock itself does not need it.
func announce(book string, now time.Time) {
	text, err := json.Marshal(holder{os.Getpid(), command(os.Args), now.UTC().Truncate(time.Second)})
	if err == nil {
		_ = os.WriteFile(holderPath(book), text, 0o600)
	}
}

// command is the program and its first word: later arguments can name people.
func command(args []string) string {
	if len(args) == 0 {
		return "unknown"
	}
	name := filepath.Base(args[0])
	if len(args) > 1 && !strings.ContainsAny(args[1], `-/\.`) {
		name += " " + args[1]
	}
	return name
}

func lockedError(book string) error {
	var h holder
	if text, err := os.ReadFile(holderPath(book)); err == nil {
		_ = json.Unmarshal(text, &h) // half written: the holder is not known
	}
	return &LockedError{Path: book, PID: h.PID, Command: h.Command, Since: h.Since}
}

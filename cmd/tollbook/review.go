package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/store"
)

func (a *app) reviewCommand() *cobra.Command {
	var template, dryRun bool
	cmd := &cobra.Command{
		Use:   "review [FILE|ID]",
		Short: "Confirm, mend, reject and link the claims that wait for a person",
		Long: `Confirm, mend, reject and link the claims that wait for a person.

With the id of a report, document or claim, or with nothing for all that waits:
one screen a claim at the terminal, single keys, every key saved at once, u takes
the last one back.

With a decisions file (JSON): everything it says in one act, or with all its
problems together nothing. --template prints such a file to fill in.`,
		Example: "  tollbook review r1\n  tollbook review --template r1 > decisions.json\n  tollbook review decisions.json",
		Args:    cobra.MaximumNArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			what := strings.Join(args, "")
			return a.withBook(func(book *store.Book) error {
				switch {
				case template:
					return a.reviewTemplate(book, what)
				case what != "" && curate.Kind(what) == "":
					return a.reviewFile(book, what, dryRun)
				case dryRun:
					return &casualty.Problem{Where: "--dry-run", Found: orElse(what, "no file"), Want: "a decisions file"}
				}
				return a.reviewScreens(cmd.Context(), book, what)
			})
		},
	}
	cmd.Flags().BoolVar(&template, "template", false, "print a decisions file for the claims that wait, to fill in")
	cmd.Flags().BoolVar(&dryRun, "dry-run", false, "say what a decisions file would do, and do nothing")
	return cmd
}

// waiting lists the claims under an id, or in the whole book, that no person has
// confirmed or rejected. A claim named by its own id is listed whatever its status.
func waiting(v *store.View, id string) ([]casualty.Claim, error) {
	index, key := "status", string(casualty.Suggested)
	var err error
	switch kind := curate.Kind(id); kind {
	case "report":
		_, err = store.Reports.Get(v, casualty.ReportID(id))
		index, key = kind, id
	case "document":
		_, err = store.Documents.Get(v, casualty.DocumentID(id))
		index, key = kind, id
	case "incident":
		_, err = store.Incidents.Get(v, casualty.IncidentID(id))
		index, key = kind, id
	case "claim":
		c, err := store.Claims.Get(v, casualty.ClaimID(id))
		return []casualty.Claim{c}, err
	default:
		if id != "" {
			err = &casualty.Problem{Found: id, Want: "the id of a report, document, incident or claim, such as r1"}
		}
	}
	if err != nil {
		return nil, err
	}
	var claims []casualty.Claim
	for c, err := range store.Claims.By(v, index, key) {
		if err != nil {
			return nil, err
		}
		if c.Status == casualty.Suggested {
			claims = append(claims, c)
		}
	}
	return claims, nil
}

func (a *app) reviewTemplate(book *store.Book, id string) error {
	return book.Read(store.At{}, func(v *store.View) error {
		claims, err := waiting(v, id)
		if err != nil {
			return err
		}
		return a.showJSON(curate.Template(claims))
	})
}

var errDryRun = errors.New("dry run")

func (a *app) reviewFile(book *store.Book, path string, dryRun bool) error {
	data, err := readSmall(a.at(path))
	if err != nil {
		return err
	}
	decisions, err := curate.ReadDecisions(bytes.NewReader(data))
	if err != nil {
		return casualty.At(path, err)
	}
	var done curate.Done
	entry, err := book.Do(a.act("review", "a decisions file"), func(c *store.Change) (err error) {
		done, err = decisions.Apply(c)
		if err == nil && dryRun {
			return errDryRun
		}
		return err
	})
	switch {
	case errors.Is(err, errDryRun):
		a.printf("Would do: %s. Nothing was changed.\n", done)
		return nil
	case err != nil:
		return fmt.Errorf("%s: nothing was changed:\n%w", path, err)
	case entry.Number == 0:
		a.printf("%s; the record says so already.\n", done)
		return nil
	}
	a.printf("%s. Entry #%d of the journal.\n", done, entry.Number)
	return nil
}

// maxDecisions bounds a decisions file, in bytes.
const maxDecisions = 32 << 20

func readSmall(path string) ([]byte, error) {
	f, err := os.Open(path)
	if errors.Is(err, fs.ErrNotExist) {
		return nil, &casualty.Problem{Found: path, Want: "an id of this book, such as r1, or a decisions file that is there"}
	}
	if err != nil {
		return nil, err
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, maxDecisions+1))
	if err == nil && len(data) > maxDecisions {
		return nil, &casualty.Problem{Where: path, Found: "more than 32 MiB", Want: "a decisions file"}
	}
	return data, err
}

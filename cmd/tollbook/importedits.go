package main

import (
	"errors"
	"fmt"

	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/table"
	"tollbook/store"
)

// importEdits takes over the cells that a person changed in a workbook that this
// program exported, and nothing else.
func (a *app) importEdits(file *table.File, head string, f importFlags) error {
	return a.withBook(func(book *store.Book) error {
		base, err := exportedFrom(book, file.Name, head)
		if err != nil {
			return err
		}
		edits, problems, err := curate.Edits(file, base)
		if err != nil {
			return casualty.At(file.Name, err)
		}
		var done []curate.Edit
		var conflicts []curate.RowProblem
		entry, err := book.Do(a.act("import", "cells changed in an exported workbook"), func(c *store.Change) (err error) {
			done, conflicts, err = curate.ApplyEdits(c, edits)
			switch {
			case err != nil:
				return err
			case f.dry:
				return errDryRun
			case len(problems)+len(conflicts) > 0 && !f.validOnly:
				return curate.ErrRows
			}
			return nil
		})
		if err != nil && !errors.Is(err, errDryRun) && !errors.Is(err, curate.ErrRows) {
			return err
		}
		if err := a.showEdits(f.format, done, append(problems, conflicts...), entry); err != nil {
			return err
		}
		switch {
		case errors.Is(err, curate.ErrRows):
			return fmt.Errorf("%w; mend the cells above, or leave them out with --valid-only", err)
		case len(problems)+len(conflicts) > 0:
			return errProblems
		}
		return nil
	})
}

// exportedFrom is the record that a workbook shows: the book as it stood at the
// workbook's journal head.
func exportedFrom(book *store.Book, name, head string) (casualty.Record, error) {
	at := 0
	err := book.Read(store.At{}, func(v *store.View) error {
		for e, err := range v.Journal(1) {
			if err != nil {
				return err
			}
			if e.Hash == head {
				at = e.Number
			}
		}
		return nil
	})
	if err == nil && at == 0 {
		err = &casualty.Problem{Where: name, Found: "an export of another book (journal head " + casualty.Shorten(head, 13) + ")", Want: "an export of this book"}
	}
	if err != nil {
		return casualty.Record{}, err
	}
	return asked.Record(book, store.At{Entry: at})
}

func (a *app) showEdits(format string, done []curate.Edit, problems []curate.RowProblem, entry store.Entry) error {
	type editJSON struct {
		Where string `json:"where"`
		ID    string `json:"id"`
		Field string `json:"field"`
		Was   string `json:"was"`
		Now   string `json:"now"`
	}
	l := listing{head: []string{"cell", "record", "field", "was", "now"}}
	data := []editJSON{}
	for _, e := range done {
		l.rows = append(l.rows, []string{e.Where, e.ID, e.Value.Name, casualty.Shorten(e.Was, 40), casualty.Shorten(e.Value.Text, 40)})
		data = append(data, editJSON{e.Where, e.ID, e.Value.Name, e.Was, e.Value.Text})
	}
	named := []importProblemJSON{}
	for _, p := range problems {
		named = append(named, importProblemJSON{p.Row, p.Problem.Where, p.Problem.Found, p.Problem.Want})
		l.foot += p.Problem.Error() + "\n"
	}
	l.data = map[string]any{"written": entry.Number > 0, "entry": entry.Number, "changes": data, "problems": named}
	l.foot += fmt.Sprintf("%s in an exported workbook; ", plural(len(done), "changed cell", "changed cells"))
	if entry.Number > 0 {
		l.foot += fmt.Sprintf("entry #%d of the journal.", entry.Number)
	} else {
		l.foot += "nothing was written."
	}
	return a.show(format, l)
}

package store

import (
	"fmt"
	"strconv"
)

// format is what the file says it is.
const format = "tollbook book"

// Schema is the version of the layout that this program writes.
const Schema = 1

// A migration brings a book from one schema to the next, in one transaction: it
// is done whole or not at all.
type migration struct {
	what string
	do   func(writer) error
}

// migrations are in order: the first brings schema 1 to 2.
var migrations = []migration{}

// migrate refuses what is not a book or is newer than this program, and does the
// migrations that are due, one after the other.
func migrate(e engine, steps []migration) error {
	schema, err := schemaOf(e)
	if err != nil {
		return err
	}
	newest := 1 + len(steps)
	if schema > newest {
		return fmt.Errorf("%w: schema %d, and this program knows schemas up to %d", ErrNewer, schema, newest)
	}
	for ; schema < newest; schema++ {
		step := steps[schema-1]
		err := e.Update(func(tx writer) error {
			if err := step.do(tx); err != nil {
				return err
			}
			return tx.Put(bookBucket, []byte("schema"), []byte(strconv.Itoa(schema+1)))
		})
		if err != nil {
			return fmt.Errorf("bringing the book to schema %d (%s): %w", schema+1, step.what, err)
		}
	}
	return nil
}

func schemaOf(e engine) (schema int, err error) {
	err = e.View(func(tx reader) error {
		if setting(tx, "format") != format {
			return errNoBook
		}
		schema, err = strconv.Atoi(setting(tx, "schema"))
		if err != nil || schema < 1 {
			return fmt.Errorf("%w: no schema", errDamaged)
		}
		return nil
	})
	return schema, err
}

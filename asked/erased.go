package asked

import (
	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/store"
)

// Erased are the records whose content was lawfully erased after one state of the
// book and up to another, as the journal tells: the states themselves cannot, because
// what is erased is gone from every one of them.
func Erased(book *store.Book, before, after casualty.Record) (list []aggregate.ErasedRecord, err error) {
	err = book.Read(store.At{}, func(v *store.View) error {
		for entry, err := range v.Journal(before.Entries + 1) {
			if err != nil || entry.Number > after.Entries {
				return err
			}
			for _, c := range entry.Changes {
				if c.Erases {
					list = append(list, aggregate.ErasedRecord{Record: c.ID, Entry: entry.Number, Reason: entry.Reason})
				}
			}
		}
		return nil
	})
	return list, err
}

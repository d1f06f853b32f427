package asked

import (
	"tollbook/aggregate"
	"tollbook/store"
)

// Erased are the records whose content was lawfully erased after one entry of the
// journal and up to another, as the journal tells: the states of the book cannot,
// because what is erased is gone from every one of them.
func Erased(book *store.Book, after, last int) (list []aggregate.ErasedRecord, err error) {
	err = book.Read(store.At{}, func(v *store.View) error {
		for entry, err := range v.Journal(after + 1) {
			if err != nil || entry.Number > last {
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

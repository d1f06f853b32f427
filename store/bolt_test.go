package store

import bolt "go.etcd.io/bbolt"

// usedBytes is how much of a book's file its pages take; the rest is room.
func usedBytes(b *Book) (used int64) {
	b.engine.(*boltEngine).db.View(func(tx *bolt.Tx) error {
		used = tx.Size()
		return nil
	})
	return used
}

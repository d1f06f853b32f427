package store

import (
	"bytes"
	"io"
	"os"

	bolt "go.etcd.io/bbolt"
)

// Scrub writes zeros over every page that belongs to no state any more, in the
// file and in place: bbolt leaves the words of a deleted value there until the
// page is used again. It waits until nobody reads. A crash half way loses
// nothing, because nobody needs those pages; the book then scrubs when it is
// next opened.
//
// What a file system or a drive keeps of overwritten blocks is out of reach.
func (e *boltEngine) Scrub() error {
	e.gate.Lock()
	defer e.gate.Unlock()
	file, err := os.OpenFile(e.path, os.O_RDWR, 0)
	if err != nil {
		return bookError(e.path, err)
	}
	defer file.Close()
	if err := e.db.View(func(tx *bolt.Tx) error { return scrub(tx, file) }); err != nil {
		return bookError(e.path, err)
	}
	if err := file.Sync(); err != nil {
		return bookError(e.path, err)
	}
	return file.Close()
}

func scrub(tx *bolt.Tx, file *os.File) error {
	size := int64(tx.DB().Info().PageSize)
	page, zero := make([]byte, size), make([]byte, size)
	for id := int64(0); ; id++ {
		info, err := tx.Page(int(id))
		if err != nil {
			return err
		}
		if info != nil && info.Type != "free" {
			continue
		}
		n, err := file.ReadAt(page, id*size)
		if n == 0 && err == io.EOF {
			return nil
		}
		if err != nil && err != io.EOF {
			return err
		}
		if bytes.Equal(page[:n], zero[:n]) {
			continue
		}
		if _, err := file.WriteAt(zero[:n], id*size); err != nil {
			return err
		}
	}
}

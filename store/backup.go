package store

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"os"
)

// A BackupResult says what a backup, or a restored book, holds.
type BackupResult struct {
	Path   string         `json:"path"`
	Size   int64          `json:"size"` // bytes of the file
	Copy   string         `json:"copy"` // the id of the copy of the book
	Head   Head           `json:"head"`
	Counts map[string]int `json:"counts"` // records of each kind: "claim"
	Digest string         `json:"digest"` // SHA-256 over every key and value, hex
}

// Backup writes the book as it is now to a new file, and calls it done only when
// that file was opened, checked, counted and compared with the book. A file that
// is there already is not touched; a failure leaves nothing behind.
func (b *Book) Backup(path string) (BackupResult, error) {
	if err := sound(b.engine, b.path); err != nil {
		return BackupResult{}, err
	}
	return copyBook(b.engine, path)
}

// Restore makes a new book at path of a backup, which is checked first. The same
// rules hold as for [Book.Backup].
func Restore(backup, path string, o Options) (BackupResult, error) {
	engine, err := openBolt(backup, openMode{readOnly: true, wait: o.Wait})
	if err != nil {
		return BackupResult{}, err
	}
	defer engine.Close()
	if _, err := schemaOf(engine); err != nil {
		return BackupResult{}, bookError(backup, err)
	}
	if err := sound(engine, backup); err != nil {
		return BackupResult{}, err
	}
	result, err := copyBook(engine, path)
	if err != nil {
		return result, err
	}
	b, err := Open(path, o) // an older schema is brought up to date here
	if err != nil {
		return result, err
	}
	return result, b.Close()
}

// copyBook copies the newest state of one engine into a new file and compares the
// two.
func copyBook(from engine, path string) (result BackupResult, err error) {
	err = place(path, func(temp string) error {
		return from.View(func(tx reader) error {
			if err := copyInto(temp, tx); err != nil {
				return err
			}
			want := tally(tx)
			if result, err = verified(temp); err != nil {
				return err
			}
			if result.Digest != want.Digest || result.Head != want.Head {
				return errors.New("the copy does not hold what the book holds, and was not kept; try again, on another disk")
			}
			return nil
		})
	})
	if err != nil {
		return BackupResult{}, err
	}
	result.Path = path
	return result, nil
}

// sound refuses a book that a check finds fault with.
func sound(e engine, path string) error {
	var found Findings
	err := e.View(func(tx reader) error {
		found = check(tx)
		return nil
	})
	if err == nil && len(found) > 0 {
		err = &BookError{path, fmt.Sprintf("a check finds fault with it, first: %s; nothing was copied", found[0]), errDamaged}
	}
	return bookError(path, err)
}

// copyInto writes all keys and values in transactions of moderate size. The
// commits need not reach the disk one by one: a copy is whole or thrown away.
func copyInto(path string, tx reader) error {
	engine, err := openBolt(path, openMode{create: true, quick: true})
	if err != nil {
		return err
	}
	for _, b := range buckets {
		if err := copyBucket(engine, tx, b); err != nil {
			engine.Close()
			return err
		}
	}
	if err := engine.Close(); err != nil {
		return err
	}
	return settle(path)
}

func copyBucket(to engine, tx reader, b bucket) error {
	const portion = 16 << 20 // bytes
	var from []byte
	for more := true; more; {
		more = false
		err := to.Update(func(w writer) error {
			size := 0
			for k, v := range tx.Scan(b, nil, from) {
				if size += len(k) + len(v); size > portion {
					from, more = append([]byte{}, k...), true
					return nil
				}
				if err := w.Put(b, k, v); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// verified opens a copy, checks it, and counts it.
func verified(path string) (result BackupResult, err error) {
	engine, err := openBolt(path, openMode{readOnly: true})
	if err != nil {
		return result, err
	}
	defer engine.Close()
	err = engine.View(func(tx reader) error {
		result = tally(tx)
		return append(checkEngine(engine), check(tx)...).err()
	})
	if err != nil {
		return result, err
	}
	info, err := os.Stat(path)
	if err == nil {
		result.Size = info.Size()
	}
	return result, err
}

// tally counts the records and digests every key and value.
func tally(tx reader) BackupResult {
	result := BackupResult{Copy: setting(tx, "copy"), Counts: map[string]int{}}
	result.Head, _ = headOf(tx) // check says what is wrong with it
	for _, k := range kinds {
		for range (state{tx: tx, current: true}).all(k.of()) {
			result.Counts[k.name()]++
		}
	}
	sum := sha256.New()
	for _, b := range buckets {
		digest(sum, []byte(b))
		for k, v := range tx.Scan(b, nil, nil) {
			digest(sum, k)
			digest(sum, v)
		}
	}
	result.Digest = hex.EncodeToString(sum.Sum(nil))
	return result
}

// digest adds one part with its length, so that parts do not run together.
func digest(sum hash.Hash, part []byte) {
	var length [8]byte
	binary.BigEndian.PutUint64(length[:], uint64(len(part)))
	fmt.Fprintf(sum, "%s%s", length[:], part)
}

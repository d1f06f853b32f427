package store

import (
	"encoding/binary"
	"fmt"
	"io"
	"os"

	bolt "go.etcd.io/bbolt"
)

// A pageWalk follows bbolt's pages with bounds, which bbolt itself does not: it
// trusts the places and sizes that a page names, and one that is wrong can end
// the whole program. The layout, in the machine's byte order:
//
//	page            id 8, flags 2 (1 branch, 2 leaf), count 2, overflow 4; then count elements
//	branch element  place of the key 4, its size 4, page 8
//	leaf element    flags 4 (1: the value is a bucket), place of the key 4, its size 4, size of the value 4
//	bucket          root page 8 (0: a page inside the value follows), sequence 8
//
// Places count from the start of their element.
type pageWalk struct {
	file  io.ReaderAt
	pages uint64 // in use
	deep  bool   // into every bucket, not only the list of them
	seen  map[uint64]bool
}

const (
	pageHeader  = 16
	elementSize = 16
	branchFlag  = 1
	leafFlag    = 2
)

// checkPages looks at the list of buckets, with those small enough to stand in
// it, and if deep at every page of the state that tx sees.
func checkPages(path string, tx *bolt.Tx, deep bool) error {
	file, err := os.Open(path)
	if err != nil {
		return err
	}
	defer file.Close()
	w := &pageWalk{file: file, pages: uint64(tx.Size() / pageSize), deep: deep, seen: map[uint64]bool{}}
	return w.page(uint64(tx.Cursor().Bucket().RootPage()), true)
}

// page checks one page and what hangs on it. In the list of buckets, top is true.
func (w *pageWalk) page(id uint64, top bool) error {
	if id < 2 || id >= w.pages || w.seen[id] {
		return fmt.Errorf("%w: page %d is named, and is none or used twice", errDamaged, id)
	}
	w.seen[id] = true
	page, err := w.read(id)
	if err != nil {
		return err
	}
	if number := binary.NativeEndian.Uint64(page); number != id {
		return fmt.Errorf("%w: page %d says that it is page %d", errDamaged, id, number)
	}
	return w.elements(fmt.Sprintf("page %d", id), page, top)
}

// read reads a page with the pages that it runs on into.
func (w *pageWalk) read(id uint64) ([]byte, error) {
	head := make([]byte, pageSize)
	if _, err := w.file.ReadAt(head, int64(id)*pageSize); err != nil {
		return nil, err
	}
	overflow := uint64(binary.NativeEndian.Uint32(head[12:]))
	if id+overflow >= w.pages {
		return nil, fmt.Errorf("%w: page %d runs on beyond the last page", errDamaged, id)
	}
	page := make([]byte, (overflow+1)*pageSize)
	_, err := w.file.ReadAt(page, int64(id)*pageSize)
	return page, err
}

func (w *pageWalk) elements(where string, page []byte, top bool) error {
	flags, count := binary.NativeEndian.Uint16(page[8:]), int(binary.NativeEndian.Uint16(page[10:]))
	if flags != branchFlag && flags != leafFlag || pageHeader+count*elementSize > len(page) {
		return fmt.Errorf("%w: %s has flags %d and %d elements", errDamaged, where, flags, count)
	}
	for i := range count {
		start := pageHeader + i*elementSize
		if err := w.element(where, page, start, flags, top); err != nil {
			return err
		}
	}
	return nil
}

func (w *pageWalk) element(where string, page []byte, start int, flags uint16, top bool) error {
	part := func(n int) uint64 { return uint64(binary.NativeEndian.Uint32(page[start+n:])) }
	if flags == branchFlag {
		if uint64(start)+part(0)+part(4) > uint64(len(page)) {
			return fmt.Errorf("%w: a key of %s lies outside it", errDamaged, where)
		}
		return w.page(binary.NativeEndian.Uint64(page[start+8:]), top)
	}
	value := uint64(start) + part(4) + part(8)
	end := value + part(12)
	if end > uint64(len(page)) || (part(0) != 0) != top {
		return fmt.Errorf("%w: an element of %s lies outside it, or is of the wrong kind", errDamaged, where)
	}
	if !top {
		return nil
	}
	return w.bucket(page[value:end])
}

// bucket checks a bucket of the list: one that stands in it, or if deep its pages.
func (w *pageWalk) bucket(value []byte) error {
	if len(value) < 16 {
		return fmt.Errorf("%w: a bucket is cut short", errDamaged)
	}
	root := binary.NativeEndian.Uint64(value)
	switch {
	case root == 0 && len(value) < 16+pageHeader:
		return fmt.Errorf("%w: a bucket is cut short", errDamaged)
	case root == 0 && binary.NativeEndian.Uint16(value[16+8:]) != leafFlag:
		return fmt.Errorf("%w: a small bucket is no leaf", errDamaged)
	case root == 0:
		return w.elements("a small bucket", value[16:], false)
	case w.deep:
		return w.page(root, false)
	case root >= w.pages:
		return fmt.Errorf("%w: a bucket begins beyond the last page", errDamaged)
	}
	return nil
}

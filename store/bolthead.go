package store

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"os"
)

// bbolt keeps two heads, on the first two pages, and begins from the newer one
// that is whole. If the newer one is damaged, the book silently is as it was one
// act before, so a check looks at both. A head is, after 16 bytes of the page:
// 56 bytes, and their FNV-1a sum in the machine's byte order.
const (
	headAtByte = 16
	headSize   = 56
)

// brokenHeads lists the heads of a file that are damaged.
func brokenHeads(path string) (found []string) {
	file, err := os.Open(path)
	if err != nil {
		return []string{err.Error()}
	}
	defer file.Close()
	for page := range 2 {
		head := make([]byte, headSize+8)
		if _, err := file.ReadAt(head, int64(page)*pageSize+headAtByte); err != nil {
			found = append(found, err.Error())
			continue
		}
		sum := fnv.New64a()
		sum.Write(head[:headSize])
		if sum.Sum64() != binary.NativeEndian.Uint64(head[headSize:]) {
			found = append(found, fmt.Sprintf("head %d of 2 is damaged: the last act may be missing; compare the journal's head with your notes or a backup, and restore if it is older", page+1))
		}
	}
	return found
}

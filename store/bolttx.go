package store

import (
	"bytes"
	"iter"
	"maps"
	"slices"

	bolt "go.etcd.io/bbolt"
)

// boltTx is one bbolt transaction.
type boltTx struct {
	tx      *bolt.Tx
	buckets map[bucket]*bolt.Bucket // nil in a View
	// pending is what was put and bbolt does not have yet. bbolt splits a page only
	// when it commits: in a large act, a key put before others would move all that
	// come after it. So the keys of a bucket are put in their order, when it is
	// scanned or at the end.
	pending map[bucket]map[string][]byte
}

func (t *boltTx) bucket(b bucket) *bolt.Bucket {
	if found, ok := t.buckets[b]; ok {
		return found
	}
	found := t.tx.Bucket([]byte(b))
	if found != nil && t.buckets != nil {
		found.FillPercent = b.fill()
		t.buckets[b] = found
	}
	return found
}

// fill is how full bbolt leaves a page that it splits. Keys that only ever grow
// leave no room for later ones.
func (b bucket) fill() float64 {
	if slices.Contains(plainBuckets, b) && b != columnsBucket && b != outlinesBucket {
		return 0.95
	}
	return bolt.DefaultFillPercent
}

func (t *boltTx) Get(b bucket, key []byte) []byte {
	defer raiseDamage()
	if value, ok := t.pending[b][string(key)]; ok {
		return value
	}
	found := t.bucket(b)
	if found == nil {
		return nil
	}
	return found.Get(key)
}

func (t *boltTx) Put(b bucket, key, value []byte) error {
	if value == nil {
		value = []byte{}
	}
	if t.pending[b] == nil {
		t.pending[b] = map[string][]byte{}
	}
	t.pending[b][string(key)] = value
	return nil
}

func (t *boltTx) Delete(b bucket, key []byte) error {
	defer raiseDamage()
	delete(t.pending[b], string(key))
	if found := t.bucket(b); found != nil {
		return found.Delete(key)
	}
	return nil
}

// settle gives bbolt all that is pending.
func (t *boltTx) settle() error {
	for _, b := range slices.Sorted(maps.Keys(t.pending)) {
		if err := t.settleBucket(b); err != nil {
			return err
		}
	}
	return nil
}

func (t *boltTx) settleBucket(b bucket) error {
	defer raiseDamage()
	pending := t.pending[b]
	if len(pending) == 0 {
		return nil
	}
	found := t.bucket(b)
	if found == nil {
		created, err := t.tx.CreateBucket([]byte(b))
		if err != nil {
			return err
		}
		created.FillPercent = b.fill()
		t.buckets[b], found = created, created
	}
	for _, key := range slices.Sorted(maps.Keys(pending)) {
		if err := found.Put([]byte(key), pending[key]); err != nil {
			return err
		}
	}
	delete(t.pending, b)
	return nil
}

func (t *boltTx) Scan(b bucket, prefix, from []byte) iter.Seq2[[]byte, []byte] {
	if bytes.Compare(from, prefix) < 0 {
		from = prefix
	}
	return func(yield func(k, v []byte) bool) {
		_ = t.settleBucket(b) // what cannot be put stays pending, and fails at the end
		found := t.bucket(b)
		if found == nil {
			return
		}
		if t.buckets != nil {
			scanWriting(found, prefix, from, yield)
			return
		}
		cursor := found.Cursor()
		for k, v := seek(cursor, from); k != nil && bytes.HasPrefix(k, prefix) && yield(k, v); {
			k, v = next(cursor)
		}
	}
}

// scanWriting reads ahead in portions, because a bbolt cursor loses its place
// when the bucket changes under it.
func scanWriting(b *bolt.Bucket, prefix, from []byte, yield func(k, v []byte) bool) {
	const portion = 256
	for {
		var pairs [][2][]byte
		cursor := b.Cursor()
		for k, v := seek(cursor, from); k != nil && bytes.HasPrefix(k, prefix) && len(pairs) < portion; k, v = next(cursor) {
			pairs = append(pairs, [2][]byte{bytes.Clone(k), append([]byte{}, v...)})
		}
		for _, p := range pairs {
			if !yield(p[0], p[1]) {
				return
			}
		}
		if len(pairs) < portion {
			return
		}
		from = append(pairs[portion-1][0], 0)
	}
}

func seek(c *bolt.Cursor, from []byte) (k, v []byte) {
	defer raiseDamage()
	if len(from) == 0 {
		return c.First()
	}
	return c.Seek(from)
}

func next(c *bolt.Cursor) (k, v []byte) {
	defer raiseDamage()
	return c.Next()
}

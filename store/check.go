package store

import (
	"bytes"
	"errors"
	"fmt"

	"tollbook/casualty"
)

// A Finding is one thing that is wrong in a book.
type Finding struct {
	Where string `json:"where"` // "entry 12", "claim c3, version 2", "index of sources"
	What  string `json:"what"`
}

func (f Finding) String() string { return f.Where + ": " + f.What }

// Findings are what Check found; empty is clean.
type Findings []Finding

// Check recomputes everything that the book derives or has promised, and
// compares: the chain of the journal and its numbers, every version with its
// commitment, every record with its newest version, indexes, columns, references,
// digests of documents, and quotes at their places. An erased content with its
// tombstone is no finding. The error says that the book could not be read at all.
func (b *Book) Check() (Findings, error) {
	found := checkEngine(b.engine)
	err := b.engine.View(func(tx reader) error {
		found = append(found, check(tx)...)
		found = append(found, b.checkOutlines(tx)...)
		return nil
	})
	if errors.Is(err, errDamaged) {
		return append(found, Finding{"file", err.Error()}), nil
	}
	return found, err
}

func checkEngine(e engine) (found Findings) {
	for _, what := range e.Damage() {
		found = append(found, Finding{"file", what})
	}
	return found
}

// A checker goes through one state and collects what it finds.
type checker struct {
	tx     reader
	found  Findings
	erased map[ref]bool
	// said is what the journal says of each version, by version key.
	said map[string]EntryChange
	// derived keys, to be compared with those that are kept
	index map[bucket]map[string][]byte
	rows  map[string][]byte
	last  map[byte]uint64 // highest number of each kind
}

func check(tx reader) Findings {
	c := &checker{
		tx: tx, erased: map[ref]bool{}, said: map[string]EntryChange{},
		index: map[bucket]map[string][]byte{}, rows: map[string][]byte{}, last: map[byte]uint64{},
	}
	c.journal()
	c.versions()
	c.records()
	for _, b := range buckets[len(plainBuckets):] {
		c.same("index "+string(b), b, c.index[b])
	}
	c.same("columns", columnsBucket, c.rows)
	c.counters()
	c.documents()
	c.releases()
	c.quotes()
	return c.found
}

func (c *checker) find(where, format string, parts ...any) {
	c.found = append(c.found, Finding{where, fmt.Sprintf(format, parts...)})
}

// records compares each record with its newest version, and gathers what is
// derived of it.
func (c *checker) records() {
	newest := map[ref][]byte{}
	for k, version := range c.tx.Scan(versionsBucket, nil, nil) {
		r := refOf(k)
		newest[r] = version
		c.last[r.letter] = max(c.last[r.letter], r.number)
	}
	for k, text := range c.tx.Scan(recordsBucket, nil, nil) {
		r := refOf(k)
		_, kept := splitVersion(newest[r])
		if len(newest[r]) == 0 || !bytes.Equal(kept, text) {
			c.find(r.String(), "is not its newest version")
		}
		delete(newest, r)
		c.record(r, text)
	}
	for r, version := range newest {
		if _, text := splitVersion(version); !bytes.Equal(text, withdrawn) {
			c.find(r.String(), "is missing: its newest version is there")
		}
	}
}

func (c *checker) record(r ref, text []byte) {
	table := tableOf(r.letter)
	if table == nil {
		c.find(r.String(), "is of no kind that this program knows")
		return
	}
	d, err := table.derive(r, text)
	if err != nil {
		c.find(r.String(), "%v", err)
		return
	}
	if err := missing(c.tx, r, d); err != nil {
		c.find(r.String(), "%v", err)
	}
	for _, k := range d.index {
		if c.index[k.in] == nil {
			c.index[k.in] = map[string][]byte{}
		}
		c.index[k.in][string(k.key(r))] = []byte{}
		if other, ok := k.other(c.tx, r); ok && r.number < other.number {
			c.find(r.String(), "shares its %s with %s", k.index, other)
		}
	}
	if d.rowKey != nil {
		c.rows[string(d.rowKey)] = d.row
	}
}

// same compares derived keys and values with those that are kept.
func (c *checker) same(what string, b bucket, want map[string][]byte) {
	for k, v := range c.tx.Scan(b, nil, nil) {
		expected, ok := want[string(k)]
		delete(want, string(k))
		if !ok {
			c.find(what, "has a key that no record gives: %x", k)
		} else if !bytes.Equal(expected, v) {
			c.find(what, "has another value than the record gives: %x", k)
		}
	}
	for k := range want {
		c.find(what, "lacks a key that a record gives: %x", k)
	}
}

func (c *checker) counters() {
	for _, k := range kinds {
		if last, err := lastNumber(c.tx, k.of()); err != nil || last < c.last[k.of()] {
			c.find("counter of "+k.name()+"s", "is at %d, and %d is given already", last, c.last[k.of()])
		}
	}
}

// documents compares the bytes with their digests. A withdrawn document keeps its
// bytes; an erased one has none.
func (c *checker) documents() {
	for k := range c.tx.Scan(contentsBucket, nil, nil) {
		r := ref{Documents.letter, numberOf(k)}
		if numberOf(k) > c.last[Documents.letter] || c.erased[r] {
			c.find(r.String(), "has bytes and should have none")
		}
	}
	for doc, err := range Documents.All(c) {
		if err != nil || doc.Erased != "" {
			continue // said by records; erased
		}
		content, err := contentOf(c, doc.ID)
		if err != nil {
			c.find(string(doc.ID), "%v", err)
		} else if hashOf(content) != doc.SHA256 {
			c.find(string(doc.ID), "its bytes do not have the digest that was taken when it was received")
		}
		c.madeText(doc)
	}
}

// madeText compares the text that was made of a document with its digest.
func (c *checker) madeText(doc casualty.Document) {
	if doc.Text == nil {
		return
	}
	text, _, err := bytesOf(c, doc.ID, true)
	if err != nil {
		c.find(string(doc.ID), "%v", err)
	} else if hashOf(text) != doc.Text.SHA256 {
		c.find(string(doc.ID), "the text made of it does not have the digest that was taken when it was made")
	}
}

// quotes looks each quote up in its document, document by document.
func (c *checker) quotes() {
	for doc, err := range Documents.All(c) {
		if err != nil || !textual(doc) {
			continue
		}
		content, _, err := bytesOf(c, doc.ID, true)
		if err != nil {
			continue // said by documents
		}
		for claim, err := range Claims.By(c, "document", string(doc.ID)) {
			if err == nil {
				err = quoteIn(content, claim.Quote)
			}
			if err != nil {
				c.find("claim "+string(claim.ID), "%v", err)
			}
		}
	}
}

func (c *checker) state() state { return state{tx: c.tx, current: true} }

var _ Reader = (*checker)(nil)

// err makes an error of findings, for what must not go on with them.
func (f Findings) err() error {
	if len(f) == 0 {
		return nil
	}
	return fmt.Errorf("%w: %d findings, the first: %s", errDamaged, len(f), f[0])
}

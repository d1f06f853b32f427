package store

import (
	"errors"
	"runtime"
	"sync"

	"tollbook/casualty"
)

// Record reads everything the book holds in this state, in the order of the ids.
func (v *View) Record() (casualty.Record, error) {
	r := casualty.Record{
		Book:    v.book.id,
		Head:    v.head.Hash,
		Entries: v.head.Entry,
		AsOf:    v.head.Recorded,
	}
	err := errors.Join(
		read(v, Documents, &r.Documents),
		read(v, Sources, &r.Sources),
		read(v, Origins, &r.Origins),
		read(v, Reports, &r.Reports),
		read(v, Claims, &r.Claims),
		read(v, Incidents, &r.Incidents),
		read(v, Victims, &r.Victims),
		read(v, Decisions, &r.Decisions),
		read(v, Releases, &r.Releases),
	)
	return r, err
}

// read decodes a whole table into values. Decoding takes far longer than
// reading, so every processor decodes its share.
func read[T any, ID ~string](v *View, t Table[T, ID], values *[]T) error {
	var refs []ref
	var texts [][]byte
	for r, text := range v.state().all(t.letter) {
		refs, texts = append(refs, r), append(texts, text)
	}
	if len(texts) == 0 {
		return nil
	}
	*values = make([]T, len(texts))
	return shared(len(texts), func(i int) (err error) {
		(*values)[i], err = decode[T](refs[i], texts[i])
		return err
	})
}

// shared runs do for 0 to n-1, in as many shares as there are processors.
func shared(n int, do func(int) error) error {
	shares := min(runtime.GOMAXPROCS(0), 1+n/1000)
	errs := make([]error, shares)
	var wait sync.WaitGroup
	for share := range shares {
		wait.Go(func() {
			for i := share * n / shares; i < (share+1)*n/shares && errs[share] == nil; i++ {
				errs[share] = do(i)
			}
		})
	}
	wait.Wait()
	return errors.Join(errs...)
}

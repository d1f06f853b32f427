package server

import (
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/mapping"
	"tollbook/server/people"
	"tollbook/store"
)

// A job is a table that a person brought, between its upload and its import. Its
// bytes lie in the folder of uploads, which nobody else can read.
type job struct {
	ID        string          `json:"id"`
	By        string          `json:"by"`
	At        casualty.Moment `json:"at"`
	Name      string          `json:"name"`
	Source    string          `json:"source"`
	Party     string          `json:"party,omitempty"`
	Published casualty.Moment `json:"published,omitempty"`
	Sheet     string          `json:"sheet,omitempty"`
	Charset   string          `json:"charset,omitempty"`
	Delimiter string          `json:"delimiter,omitempty"`
	Mapping   mapping.Mapping `json:"mapping"`
	Done      bool            `json:"done,omitempty"`
	Entry     int             `json:"entry,omitempty"` // of the journal
}

const jobs store.Drawer[job] = "imports"

// Bounds of what lies in the folder of uploads.
const (
	uploadLasts = 24 * time.Hour
	mostUploads = 40
)

// SweepUploads makes the folder of uploads and takes away what is a day old, or
// all that an earlier run left where nothing of the book speaks of it.
func SweepUploads(book *store.Book, folder string, now time.Time) error {
	if err := os.MkdirAll(folder, 0o700); err != nil {
		return err
	}
	return book.Shelve(func(s *store.Shelf) error {
		known := map[string]bool{}
		var old []string
		for id, j := range jobs.All(s) {
			known[id] = true
			if j.At < casualty.MomentOf(now.Add(-uploadLasts)) {
				old = append(old, id)
			}
		}
		for _, id := range old {
			known[id] = false
			if err := jobs.Delete(s, id); err != nil {
				return err
			}
		}
		return sweepFiles(folder, known)
	})
}

func sweepFiles(folder string, known map[string]bool) error {
	files, err := os.ReadDir(folder)
	for _, f := range files {
		id, _, _ := strings.Cut(f.Name(), ".")
		if !known[id] {
			err = errors.Join(err, os.Remove(filepath.Join(folder, f.Name())))
		}
	}
	return err
}

// keepUpload keeps a table and what is said of it.
func (v *visit) keepUpload(j job, content []byte) (job, error) {
	if v.Uploads == "" {
		return j, errForbidden
	}
	if err := SweepUploads(v.Book, v.Uploads, v.Now()); err != nil {
		return j, err
	}
	j.ID, j.By, j.At = strings.Trim(people.Secret()[:16], "-_"), v.who.Name, casualty.MomentOf(v.Now())
	if err := os.WriteFile(filepath.Join(v.Uploads, j.ID+".table"), content, 0o600); err != nil {
		return j, err
	}
	return j, v.Book.Shelve(func(s *store.Shelf) error {
		n := 0
		for range jobs.All(s) {
			n++
		}
		if n >= mostUploads {
			return &casualty.Problem{Where: "file", Want: "room for it: forget a table that was imported first"}
		}
		return jobs.Put(s, j.ID, j)
	})
}

// job is the one of the path, if it is the visitor's own.
func (v *visit) job() (j job, err error) {
	err = v.Book.Read(store.At{}, func(view *store.View) error {
		var ok bool
		j, ok, err = jobs.Get(view, v.param("job"))
		if err == nil && (!ok || j.By != v.who.Name) {
			err = casualty.ErrNotFound
		}
		return err
	})
	return j, err
}

// jobsOf lists the visitor's tables, the newest first.
func (v *visit) jobsOf() (list []job, err error) {
	err = v.Book.Read(store.At{}, func(view *store.View) error {
		for _, j := range jobs.All(view) {
			if j.By == v.who.Name {
				list = append(list, j)
			}
		}
		return nil
	})
	slices.SortFunc(list, func(a, b job) int { return strings.Compare(string(b.At), string(a.At)) })
	return list, err
}

// changeJob changes what is said of the table of the path.
func (v *visit) changeJob(change func(*job) error) error {
	return v.Book.Shelve(func(s *store.Shelf) error {
		j, ok, err := jobs.Get(s, v.param("job"))
		if err != nil || !ok || j.By != v.who.Name {
			return cmpErr(err, casualty.ErrNotFound)
		}
		if err := change(&j); err != nil {
			return err
		}
		return jobs.Put(s, j.ID, j)
	})
}

func (v *visit) uploaded(id string) ([]byte, error) {
	content, err := os.ReadFile(filepath.Join(v.Uploads, id+".table"))
	if errors.Is(err, fs.ErrNotExist) {
		return nil, casualty.ErrNotFound
	}
	return content, err
}

// keepResult keeps what became of every row for as long as the table is kept.
func (v *visit) keepResult(id string, got curate.Imported) error {
	text, err := json.Marshal(got)
	if err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(v.Uploads, id+".result"), text, 0o600); err != nil {
		return err
	}
	return v.changeJob(func(j *job) error {
		j.Done, j.Entry = true, got.Entry
		return nil
	})
}

func (v *visit) result(id string) (got curate.Imported, ok bool, err error) {
	text, err := os.ReadFile(filepath.Join(v.Uploads, id+".result"))
	if err != nil {
		return got, false, err
	}
	err = json.Unmarshal(text, &got)
	return got, err == nil, err
}

func (v *visit) forgetJob() error {
	j, err := v.job()
	if err != nil {
		return err
	}
	err = v.Book.Shelve(func(s *store.Shelf) error { return jobs.Delete(s, j.ID) })
	for _, ending := range []string{".table", ".result"} {
		if gone := os.Remove(filepath.Join(v.Uploads, j.ID+ending)); gone != nil && !errors.Is(gone, fs.ErrNotExist) {
			err = errors.Join(err, gone)
		}
	}
	return err
}

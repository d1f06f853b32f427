package asked

import (
	"encoding/json"

	"tollbook/aggregate"
	"tollbook/casualty"
	"tollbook/exports"
	"tollbook/store"
)

// An Order is everything that is asked of an export. A release keeps it as JSON.
type Order struct {
	Title       string   `json:"title,omitempty"`
	Publisher   string   `json:"publisher,omitempty"`
	Contact     string   `json:"contact,omitempty"`
	Licence     string   `json:"licence,omitempty"`
	Sensitivity string   `json:"sensitivity,omitempty"`
	Profile     string   `json:"profile,omitempty"`
	Preset      string   `json:"preset,omitempty"`
	Sheets      []string `json:"sheets,omitempty"`
	Language    string   `json:"language,omitempty"`
	Since       string   `json:"since,omitempty"`
	SmallCounts int      `json:"small_counts,omitempty"`
	Settling
}

// OrderOf reads what a release was asked for.
func OrderOf(text string) (o Order, err error) {
	err = json.Unmarshal([]byte(text), &o)
	return o, err
}

// Read reads the record as ordered, and the options for exports.
func (o Order) Read(book *store.Book, program string) (casualty.Record, exports.Options, error) {
	to := exports.Options{
		Title: o.Title, Publisher: o.Publisher, Contact: o.Contact, Licence: o.Licence, Sensitivity: o.Sensitivity, Profile: o.Profile,
		Preset: o.Preset, Sheets: o.Sheets, Language: o.Language, SmallCounts: o.SmallCounts, Program: program,
	}
	r, err := o.Record(book)
	if err != nil {
		return r, to, err
	}
	if to.Methods, err = o.MethodList(); err != nil {
		return r, to, err
	}
	to.Settings = o.Settings(r)
	return r, to, o.since(book, r, &to)
}

// since reads the record that a sheet of changes starts from.
func (o Order) since(book *store.Book, now casualty.Record, to *exports.Options) error {
	if o.Since == "" {
		return nil
	}
	at, err := StateNamed(book, o.Since)
	if err != nil {
		return &casualty.Problem{Where: "since", Found: o.Since, Want: "a release such as e1, a date, a time, or an entry of the journal such as #12"}
	}
	from := o.Settling
	before, err := from.RecordAt(book, at)
	if err != nil {
		return err
	}
	to.Since, to.SinceName = &before, o.Since
	to.Erased, err = Erased(book, before.Entries, now.Entries)
	return err
}

// StateNamed is a state of the book by a release, a date, a time or an entry of
// the journal.
func StateNamed(book *store.Book, name string) (at store.At, err error) {
	if !isRelease(name) {
		return At(name)
	}
	err = book.Read(store.At{}, func(v *store.View) error {
		release, err := store.Releases.Get(v, casualty.ReleaseID(name))
		at = store.At{Entry: release.Entry}
		return err
	})
	return at, err
}

// methodVersions are the methods with their versions, so that a later program
// takes the same.
func methodVersions(methods []aggregate.Method) string {
	text := ""
	for _, m := range methods {
		text += "," + m.String()
	}
	return text[1:]
}

package server

import (
	"cmp"
	"strings"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest"
	"tollbook/server/people"
	"tollbook/store"
)

func documentPages() []pageRoute {
	return []pageRoute{
		{"/documents", people.SeeSources, documentsPageOf},
		{"/documents/add", people.Record, addPageOf},
		{"/documents/:id", people.SeeSources, readingPageOf},
	}
}

func documentDeeds() []deed {
	return []deed{
		doing[documentInput, receivedOut]{deedRoute{path: "/documents/add", name: "add-document", summary: "Keep a document, read it, and suggest its claims", may: people.Record, page: addPageOf}, addDocument},
	}
}

func documentReadings() []reading {
	return []reading{
		asking[pageOfList, listOut[casualty.Document]]{readRoute{"/documents", "list-documents", "The documents, as received", people.SeeSources}, func(v *visit, in *pageOfList) (listOut[casualty.Document], string, error) {
			r, err := v.record()
			return listed(r.Documents, func(d casualty.Document) string { return string(d.ID) }, in), "", err
		}},
		asking[struct{}, casualty.Document]{readRoute{"/documents/:id", "get-document", "One document, without its bytes", people.SeeSources}, one(store.Documents)},
	}
}

// A documentsPage lists the documents, the newest first.
type documentsPage struct {
	basePage
	Rows []reportRow
}

func (documentsPage) template() string { return "documents" }

func documentsPageOf(v *visit) (page, error) {
	r, err := v.record()
	if err != nil {
		return nil, err
	}
	return documentsPage{v.base("Documents"), reportRows(r, func(reportRow) bool { return true })}, nil
}

// An addPage takes a pasted text or a file.
type addPage struct {
	basePage
	Sources []casualty.Source
	Types   []casualty.SourceType
	Grades  []casualty.Reliability
}

func (addPage) template() string { return "add" }

func addPageOf(v *visit) (page, error) {
	r, err := v.record()
	if err != nil {
		return nil, err
	}
	return addPage{v.base("Add a report"), r.Sources, casualty.SourceTypes, casualty.Reliabilities}, nil
}

// documentInput is a report on its way into the book: a text, or a file.
type documentInput struct {
	Name        string `json:"name,omitempty" doc:"The file's name"`
	Text        string `json:"text,omitempty" doc:"The text, where no file is sent"`
	File        []byte `json:"file,omitempty" doc:"The file as received, base64"`
	Source      string `json:"source" doc:"Who published it, by name; a source that the book does not know is added"`
	SourceType  string `json:"source_type,omitempty" doc:"Of a new source"`
	Reliability string `json:"reliability,omitempty" doc:"Of a new source, A to F"`
	Party       string `json:"party,omitempty" doc:"yes: a new source is a fighting side or speaks for one"`
	Published   string `json:"published" doc:"When, such as 2025-07-01 or 2025-07-01T15:00Z"`
	Address     string `json:"address,omitempty" doc:"Where it was published"`
	Title       string `json:"title,omitempty" doc:"Its headline"`
	Language    string `json:"language,omitempty" doc:"Such as en; found from the text where it is not said"`
	Charset     string `json:"charset,omitempty" doc:"Of a text or page that is not UTF-8, such as windows-1256; found where it is not said"`
	Sensitivity string `json:"sensitivity,omitempty"`
	Consent     string `json:"consent,omitempty"`
}

func (d *documentInput) file(name string, content []byte) { d.Name, d.File = name, content }

type receivedOut struct {
	Document casualty.Document `json:"document"`
	Source   casualty.Source   `json:"source"`
	Report   casualty.Report   `json:"report"`
	Claims   []casualty.Claim  `json:"claims"`
}

func addDocument(v *visit, in documentInput) (out receivedOut, next string, err error) {
	content, name := in.File, in.Name
	if len(content) == 0 {
		content = []byte(strings.ReplaceAll(in.Text, "\r\n", "\n"))
	}
	if name == "" {
		name = "pasted.txt"
	}
	document, err := ingest.Open(name, content, ingest.As{Charset: in.Charset})
	if err != nil {
		return out, "", casualty.At("text", err)
	}
	incoming := curate.Incoming{Document: document, Title: in.Title}
	if incoming.Source, err = in.newSource(); err != nil {
		return out, "", err
	}
	meta := &incoming.Document.Meta
	meta.Address, meta.Language = in.Address, cmp.Or(in.Language, meta.Language)
	if meta.Published, err = casualty.ParseMoment(in.Published); err == nil && !meta.Published.Stated() {
		err = &casualty.Problem{Want: "when it was published, such as 2025-07-01 or 2025-07-01T15:00Z"}
	}
	if err != nil {
		return out, "", casualty.At("published", err)
	}
	if err := curate.SetProtection(meta, in.Sensitivity, in.Consent); err != nil {
		return out, "", err
	}
	got, err := curate.Receive(v.Book, v.act("add", ""), incoming)
	if err != nil {
		return out, "", err
	}
	v.entry = got.Entry
	return receivedOut{got.Document, got.Source, got.Report, got.Claims}, "/documents/" + string(got.Document.ID), nil
}

// newSource is the source as described; one of the same name is taken from the book.
func (d documentInput) newSource() (s casualty.Source, err error) {
	if strings.TrimSpace(d.Source) == "" {
		return s, &casualty.Problem{Where: "source", Want: "who published it, such as Example Gazette"}
	}
	for _, value := range []curate.Value{{Name: "name", Text: d.Source}, {Name: "type", Text: d.SourceType}, {Name: "reliability", Text: d.Reliability}, {Name: "party", Text: d.Party}} {
		if value.Text != "" {
			if err := curate.SetSource(&s, value); err != nil {
				return s, err
			}
		}
	}
	return s, nil
}

// A claimRow is a claim as lists show it.
type claimRow struct {
	ID       casualty.ClaimID
	Document casualty.DocumentID
	Harm     casualty.Harm
	Count    string
	Quote    string
}

func rowOf(c casualty.Claim) claimRow {
	return claimRow{c.ID, c.Document, c.Harm, c.Count.String(), c.Quote.Text}
}

// one reads one record with its version.
func one[T any, ID ~string](t store.Table[T, ID]) func(*visit, *struct{}) (T, string, error) {
	return func(v *visit, _ *struct{}) (out T, etag string, err error) {
		id := v.param("id")
		err = v.Book.Read(v.at, func(view *store.View) error {
			if out, err = t.Get(view, ID(id)); err != nil {
				return err
			}
			version, err := store.VersionOf(view, id)
			etag = etagOf(id, version)
			return err
		})
		return out, etag, err
	}
}

// pageOfList is which part of a list a program asks for.
type pageOfList struct {
	After string `query:"after" doc:"The cursor of the page before"`
	Limit int    `query:"limit" default:"100" minimum:"1" maximum:"1000"`
}

// A listOut is part of a list, in the order of the ids.
type listOut[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"The cursor of the next page; none on the last"`
	Total int    `json:"total" doc:"How many there are in all pages"`
}

func listed[T any](all []T, id func(T) string, in *pageOfList) listOut[T] {
	from := 0
	for i, x := range all {
		if in.After != "" && id(x) == in.After {
			from = i + 1
		}
	}
	to := min(len(all), from+in.Limit)
	out := listOut[T]{Items: append([]T{}, all[from:to]...), Total: len(all)}
	if to < len(all) {
		out.Next = id(all[to-1])
	}
	return out
}

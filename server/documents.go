package server

import (
	"cmp"
	"errors"
	"maps"
	"slices"
	"strconv"
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

// documentsAsked are what a program can ask the list of documents for; the words
// are those of the page's address.
type documentsAsked struct {
	PageOfList
	ListAsked
	Source    string `query:"source" doc:"The id of who published it"`
	Language  string `query:"language"`
	Waiting   string `query:"waiting" enum:"yes,no" doc:"Whether it has claims that wait for a decision"`
	Published string `query:"published" doc:"A day, month or year in which it was published: 2025-07"`
}

func documentReadings() []reading {
	return []reading{
		asking[documentsAsked, listOut[casualty.Document]]{readRoute{"/documents", "list-documents", "The documents, as received", people.SeeSources}, func(v *visit, in *documentsAsked) (out listOut[casualty.Document], _ string, err error) {
			s, err := v.showing()
			if err != nil {
				return out, "", err
			}
			part := listed(documentList(s).chosen(v.request.URL.Query()), func(row *reportRow) string { return string(row.Document.ID) }, &in.PageOfList)
			return onlyOf(part, func(row *reportRow) casualty.Document { return row.Document }), "", nil
		}},
		asking[struct{}, casualty.Document]{readRoute{"/documents/:id", "get-document", "One document, without its bytes", people.SeeSources}, one(store.Documents)},
	}
}

func documentDownloads() []downloadRoute {
	return []downloadRoute{{"/documents/:id/original", people.SeeSources, func(v *visit) (d download, err error) {
		id := casualty.DocumentID(v.param("id"))
		err = v.Book.Read(v.at, func(view *store.View) error {
			document, err := store.Documents.Get(view, id)
			if err != nil {
				return err
			}
			d.name = document.Name
			d.content, err = view.Content(id)
			return err
		})
		return d, err
	}}}
}

// documentList is the list of documents.
func documentList(s *showing) lister[*reportRow] {
	spoken := remember(s, "options of languages", func() []option {
		return optionsOf(s.Documents, func(d casualty.Document) string { return d.Language })
	})
	return lister[*reportRow]{
		in: s, name: "documents", rows: s.reports.get(),
		id: func(row *reportRow) string { return string(row.Document.ID) },
		to: func(row *reportRow) string { return "/documents/" + string(row.Document.ID) },
		text: func(row *reportRow) []string {
			return []string{string(row.Document.ID), row.Document.Name, row.Title, row.Source, row.Document.Address}
		},
		columns: []column[*reportRow]{
			{"name", "Document", func(row *reportRow) cell {
				return cell{Text: documentName(row.Document), To: "/documents/" + string(row.Document.ID)}
			}, byText(func(row *reportRow) string { return row.Document.Name }), false},
			{"title", "Title", func(row *reportRow) cell { return cell{Text: row.Title} }, byText(func(row *reportRow) string { return row.Title }), false},
			{"source", "Source", func(row *reportRow) cell {
				return cell{Text: row.Source, To: "/sources/" + string(row.Document.Source)}
			}, byText(func(row *reportRow) string { return row.Source }), false},
			{"published", "Published", func(row *reportRow) cell { return cell{Text: string(row.Document.Published)} }, byText(func(row *reportRow) string { return string(row.Document.Published) }), false},
			{"waiting", "Claims waiting", func(row *reportRow) cell { return number(row.Waiting) }, by(func(row *reportRow) int { return row.Waiting }), false},
			{"confirmed", "Claims confirmed", func(row *reportRow) cell { return number(row.Confirmed) }, by(func(row *reportRow) int { return row.Confirmed }), false},
			{"retrieved", "Retrieved", func(row *reportRow) cell { return cell{Text: string(row.Document.Retrieved)} }, byText(func(row *reportRow) string { return string(row.Document.Retrieved) }), true},
			{"language", "Language", func(row *reportRow) cell { return cell{Text: row.Document.Language} }, byText(func(row *reportRow) string { return row.Document.Language }), true},
			{"address", "Address", func(row *reportRow) cell { return cell{Text: row.Document.Address} }, nil, true},
			{"sensitivity", "Sensitivity", func(row *reportRow) cell { return cell{Text: string(row.Document.Sensitivity), Kind: "code"} }, nil, true},
		},
		filters: []filter[*reportRow]{
			{"source", "Source", sourceOptions(s), func(row *reportRow, chosen string) bool { return string(row.Document.Source) == chosen }},
			{"waiting", "Claims waiting", yesOrNo("some wait", "all decided"), func(row *reportRow, chosen string) bool { return (row.Waiting > 0) == (chosen == "yes") }},
			{"language", "Language", spoken, func(row *reportRow, chosen string) bool { return row.Document.Language == chosen }},
			{"published", "Published", published(s), func(row *reportRow, chosen string) bool {
				return strings.HasPrefix(string(row.Document.Published), chosen)
			}},
		},
	}
}

// published are the years and months in which something was published.
func published(s *showing) []option {
	return remember(s, "options of periods", func() []option { return periods(s.Documents) })
}

func periods(documents []casualty.Document) []option {
	seen := map[string]bool{}
	for _, d := range documents {
		for _, length := range []int{4, 7} {
			if len(d.Published) >= length {
				seen[string(d.Published[:length])] = true
			}
		}
	}
	var all []option
	for _, period := range slices.Sorted(maps.Keys(seen)) {
		all = append(all, option{Value: period, Words: period})
	}
	slices.Reverse(all)
	return all
}

// sourceOptions are the sources to choose from, by name.
func sourceOptions(s *showing) []option {
	return remember(s, "options of sources", func() (all []option) {
		for _, x := range s.Sources {
			if x.Erased == "" {
				all = append(all, option{Value: string(x.ID), Words: x.Name})
			}
		}
		return byWords(all)
	})
}

// documentName is how pages call a document.
func documentName(d casualty.Document) string { return cmp.Or(d.Name, string(d.ID)) }

// byText orders rows by a text as a reader of any language finds it: without case
// and accents.
func byText[T any](text func(T) string) func(rows []T, down bool) []T {
	return by(func(row T) string { return folded(text(row)) })
}

// number is how many records there are of something; it is no count of people.
func number(n int) cell { return cell{Text: strconv.Itoa(n), Kind: "number"} }

// A documentsPage lists the documents, the newest first.
type documentsPage struct {
	basePage
	List listTable
}

func (documentsPage) template() string { return "documents" }

func documentsPageOf(v *visit) (page, error) {
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	b := v.base("Documents")
	return documentsPage{b, documentList(s).table(b, "/documents")}, nil
}

// An addPage takes a pasted text or a file.
type addPage struct {
	basePage
	Sources []casualty.Source
	Types   []casualty.SourceType
	Grades  []casualty.Reliability

	Sensitivities []casualty.Sensitivity
	Consents      []casualty.Consent
}

func (addPage) template() string { return "add" }

func addPageOf(v *visit) (page, error) {
	s, err := v.showing()
	if err != nil {
		return nil, err
	}
	return addPage{v.base("Add a report"), s.Sources, casualty.SourceTypes, casualty.Reliabilities, casualty.Sensitivities, casualty.Consents}, nil
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
	Published   string `json:"published,omitempty" doc:"When, such as 2025-07-01 or 2025-07-01T15:00Z; empty: the day that the document itself states"`
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
	said, err := casualty.ParseMoment(in.Published)
	if meta.Published = cmp.Or(said, meta.Published); err == nil && !meta.Published.Stated() {
		err = &casualty.Problem{Want: "when it was published, such as 2025-07-01 or 2025-07-01T15:00Z"}
	}
	if err != nil {
		return out, "", casualty.At("published", err)
	}
	if err := curate.SetProtection(meta, in.Sensitivity, in.Consent); err != nil {
		return out, "", err
	}
	got, err := curate.Receive(v.Book, v.act("add", ""), incoming)
	if errors.Is(err, casualty.ErrExists) {
		err = errors.Join(casualty.ErrExists, &casualty.Problem{Where: "text", Want: "another document: these bytes from this source are kept already, as " + string(got.Document.ID)})
	}
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

// ListAsked are what every list can be asked for.
type ListAsked struct {
	Words string `query:"q" doc:"Words, in any order; case, accents and hamza make no difference"`
	Sort  string `query:"sort" doc:"A column of the page, such as published; -published the other way round"`
}

// PageOfList is which part of a list a program asks for.
type PageOfList struct {
	After string `query:"after" doc:"The cursor of the page before"`
	Limit int    `query:"limit" default:"100" minimum:"1" maximum:"1000"`
}

// A listOut is part of a list, in the order of the ids.
type listOut[T any] struct {
	Items []T    `json:"items"`
	Next  string `json:"next,omitempty" doc:"The cursor of the next page; none on the last"`
	Total int    `json:"total" doc:"How many there are in all pages"`
}

// valuesOf are the records themselves of a list that points to them.
func valuesOf[T any](l listOut[*T]) listOut[T] { return onlyOf(l, func(x *T) T { return *x }) }

// onlyOf is a list of something of its items.
func onlyOf[T, U any](l listOut[T], of func(T) U) listOut[U] {
	out := listOut[U]{Items: make([]U, len(l.Items)), Next: l.Next, Total: l.Total}
	for i, x := range l.Items {
		out.Items[i] = of(x)
	}
	return out
}

// behind is where a list goes on after a cursor. The row that the cursor names may be in
// the list no more: somebody decided on it meanwhile. In the order of the ids the list
// goes on all the same; in another order it begins anew.
func behind[T any](all []T, id func(T) string, after string) int {
	if at := slices.IndexFunc(all, func(x T) bool { return id(x) == after }); at >= 0 {
		return at + 1
	}
	if !slices.IsSortedFunc(all, func(a, b T) int { return compareIDs(id(a), id(b)) }) {
		return 0
	}
	at, _ := slices.BinarySearchFunc(all, after, func(x T, after string) int { return compareIDs(id(x), after) })
	return at
}

func listed[T any](all []T, id func(T) string, in *PageOfList) listOut[T] {
	from := 0
	if in.After != "" {
		from = behind(all, id, in.After)
	}
	to := min(len(all), from+in.Limit)
	out := listOut[T]{Items: append([]T{}, all[from:to]...), Total: len(all)}
	if to < len(all) {
		out.Next = id(all[to-1])
	}
	return out
}

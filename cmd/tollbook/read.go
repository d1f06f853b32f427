package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/ingest"
	"tollbook/ingest/place"
)

func (a *app) readCommand() *cobra.Command {
	var format, published, language, charset string
	var places bool
	var where placeFlags
	var why bool
	cmd := &cobra.Command{
		Use:   "read FILE",
		Short: "Read casualty figures from a text and print them; nothing is stored",
		Long: `Read casualty figures from a text and print them; nothing is stored.

FILE is a plain text, a web page, a PDF file (with pdftotext installed), a Word
document (.docx) or a message (.eml); - reads standard input. Each figure comes
with the words that carry it and their place: in bytes of the text, and in the
document as received. They are suggestions for a person.`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			doc, err := a.document(args[0], ingest.As{Charset: charset})
			if err != nil {
				return err
			}
			said, err := casualty.ParseMoment(published)
			if err != nil {
				return casualty.At("--published", err)
			}
			claims, reasons := ingest.Explain(doc, ingest.Options{Published: said, Language: language})
			a.note(doc)
			l := readListing(doc, claims, reasons, why)
			if places {
				if err := a.withPlaces(&l, doc, claims, where); err != nil {
					return err
				}
			}
			return a.show(format, l)
		},
	}
	formatFlag(cmd, &format)
	cmd.Flags().StringVar(&published, "published", "", "when the text was published, so that \"on Tuesday\" has a date")
	charsetFlag(cmd, &charset)
	cmd.Flags().BoolVar(&places, "places", false, "propose also which place each claim names: see tollbook places")
	where.add(cmd)
	cmd.Flags().StringVar(&language, "language", "", "language of the text, such as en (default: found from the text)")
	cmd.Flags().BoolVar(&why, "why", false, "show which words made each figure (JSON always has them)")
	return cmd
}

func charsetFlag(cmd *cobra.Command, charset *string) {
	cmd.Flags().StringVar(charset, "charset", "", "of a text or page that is not UTF-8, such as windows-1256 (default: found, and shown)")
}

// note tells what of a document was not read, and in which charset it was found
// to be.
func (a *app) note(doc ingest.Document) {
	if t := doc.Meta.Text; t != nil {
		fmt.Fprintf(a.errw, "%s: the text was made by %s\n", doc.Meta.Name, t.Reader)
	}
	for _, note := range doc.Notes {
		fmt.Fprintf(a.errw, "%s: %s\n", doc.Meta.Name, note)
	}
}

// document reads a file, or standard input for "-".
func (a *app) document(path string, as ingest.As) (ingest.Document, error) {
	if path == "-" {
		return receive("standard input", a.in, as)
	}
	if path == "" {
		return ingest.Document{}, &casualty.Problem{Where: "FILE", Want: "the name of a text, or - for standard input"}
	}
	info, err := os.Stat(a.at(path))
	if errors.Is(err, fs.ErrNotExist) {
		return ingest.Document{}, &casualty.Problem{Where: path, Found: "no such file", Want: "a text that is there, or - for standard input"}
	}
	if err != nil {
		return ingest.Document{}, err
	}
	if info.IsDir() {
		return ingest.Document{}, &casualty.Problem{Where: path, Found: "a folder", Want: "one file"}
	}
	var doc ingest.Document
	err = openSteady(a.at(path), func(in io.Reader) (err error) {
		doc, err = receive(path, in, as)
		return err
	})
	return doc, err
}

func receive(path string, r io.Reader, as ingest.As) (ingest.Document, error) {
	doc, err := ingest.Receive(filepath.Base(path), r, as)
	if err != nil && !strings.HasPrefix(err.Error(), filepath.Base(path)) {
		err = casualty.At(path, err)
	}
	return doc, err
}

// readJSON is the JSON form of one figure that was read.
type readJSON struct {
	Harm       casualty.Harm      `json:"harm"`
	Qualifier  casualty.Qualifier `json:"qualifier"`
	N          *int               `json:"n"`
	N2         *int               `json:"n2"`
	Word       *string            `json:"word"`
	Quote      string             `json:"quote"`
	Start      int                `json:"start"`
	End        int                `json:"end"`
	Original   *string            `json:"original"` // the place in a document that is no text itself
	Subset     bool               `json:"subset"`
	Group      *string            `json:"group"`
	Population *string            `json:"population"`
	Severity   *string            `json:"severity"`
	Scope      casualty.Scope     `json:"scope"`
	Negated    bool               `json:"negated"`
	Claimant   *string            `json:"claimant"`
	Said       *string            `json:"said"`             // the day on which the claimant spoke, where the text tells it
	Day        *string            `json:"day"`              // of the harm, as precise as written
	Place      *string            `json:"place"`            // of the harm, as written
	Places     []place.Match      `json:"places,omitempty"` // proposals, with --places
	Why        []reasonJSON       `json:"why"`
}

func readListing(doc ingest.Document, claims []casualty.Claim, reasons [][]ingest.Reason, why bool) listing {
	l := listing{head: []string{"harm", "count", "who", "scope", "claimant", "quote", "bytes", "stands at"}}
	if why {
		l.head = append(l.head, "why")
	}
	data := []*readJSON{}
	for i, c := range claims {
		j := asRead(c)
		j.Why = asReasons(doc, reasons[i])
		data = append(data, j)
		row := []string{
			string(c.Harm), c.Count.String(), people(c), string(c.Scope), c.Claimant,
			casualty.Shorten(c.Quote.Text, 70), standsAt(c.Quote), c.Quote.Original,
		}
		if why {
			row = append(row, inWords(j.Why))
		}
		l.rows = append(l.rows, row)
	}
	l.data = map[string]any{"claims": data}
	l.foot = plural(len(claims), "suggestion", "suggestions") + " for a person to confirm; nothing was stored."
	return l
}

func asRead(c casualty.Claim) *readJSON {
	j := &readJSON{
		Harm: c.Harm, Qualifier: c.Count.Qualifier, Quote: c.Quote.Text, Start: c.Quote.Start, End: c.Quote.End, Original: stated(c.Quote.Original),
		Subset: c.Subset, Scope: c.Scope, Negated: c.Negated,
		Word: stated(c.Count.Word), Group: stated(string(c.Group)), Population: stated(string(c.Population)),
		Severity: stated(string(c.Severity)), Claimant: stated(c.Claimant), Said: stated(string(c.Said)), Day: stated(string(c.Day)), Place: stated(c.Place),
	}
	if n, ok := c.Count.Number(); ok {
		j.N = &n
	}
	if n, ok := c.Count.Second(); ok {
		j.N2 = &n
	}
	return j
}

// withPlaces adds to what was read the places that it may mean.
func (a *app) withPlaces(l *listing, doc ingest.Document, claims []casualty.Claim, f placeFlags) error {
	lists, err := a.placeLists(f.lists)
	if err != nil {
		return err
	}
	text := ingest.Shown(doc.Meta, doc.Text)
	data := l.data.(map[string]any)
	l.head = append(l.head, "place", "perhaps")
	for i, c := range claims {
		before, after := around(text, c.Quote)
		found := f.ofClaim(c, before+" "+c.Quote.Text+" "+after, lists)
		data["claims"].([]*readJSON)[i].Places = found
		l.rows[i] = append(l.rows[i], c.Place, perhaps(found))
	}
	data["attribution"] = place.Attribution
	l.foot += "\n" + place.Attribution + "."
	return nil
}

// stated is nil for a text that is not stated, so that JSON says null.
func stated(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}

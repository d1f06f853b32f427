package main

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest"
	"tollbook/ingest/fetch"
	"tollbook/store"
)

// addFlags is what a person says of a document that does not say it itself.
type addFlags struct {
	source, sourceType, reliability     string
	party                               bool
	published, address, language        string
	title, sensitivity, consent, format string
	charset, proxy                      string
	fetch                               bool
}

func (a *app) addCommand() *cobra.Command {
	var f addFlags
	cmd := &cobra.Command{
		Use:   "add FILE|ADDRESS --source NAME",
		Short: "Keep a document, read it, and store what it suggests as unconfirmed claims",
		Long: `Keep a document, read it, and store what it suggests as unconfirmed claims.

FILE is a plain text, a web page, a PDF file (with pdftotext installed), a Word
document (.docx) or a message (.eml). The bytes are kept exactly as received,
and beside them the text that was made of them where they are none. No claim enters a figure before a person
has confirmed it: see tollbook review. A source that the book does not know yet
is added; the other --source flags describe it.

The network is not used unless --fetch is given. Then FILE is an address; one
that leads into a network (private, loopback, link-local) is refused, also after
a redirect, and so is what is larger than 50 MiB, slower than a minute, or no
document.`,
		Example: `  tollbook add report.txt --source "Example Gazette" --published 2025-07-01T15:00Z`,
		Args:    cobra.ExactArgs(1),
		RunE:    func(cmd *cobra.Command, args []string) error { return a.add(cmd.Context(), args[0], f) },
	}
	flags := cmd.Flags()
	flags.StringVar(&f.source, "source", "", "who published it, by name (required)")
	flags.StringVar(&f.published, "published", "", "when: 2025-07-01, with a time where it is known: 2025-07-01T15:00Z (default: what a page or message says)")
	flags.StringVar(&f.address, "address", "", "where it was published")
	charsetFlag(cmd, &f.charset)
	flags.BoolVar(&f.fetch, "fetch", false, "FILE is an address: get it from the web, and keep it as received with what the server said")
	flags.StringVar(&f.proxy, "proxy", "", "with --fetch: through this proxy, such as socks5h://127.0.0.1:9050 (default: $HTTPS_PROXY, $HTTP_PROXY)")
	flags.StringVar(&f.title, "title", "", "its headline")
	flags.StringVar(&f.language, "language", "", "its language, such as en (default: found from the text)")
	flags.StringVar(&f.sourceType, "source-type", "", "a new source's type: outlet, agency, ministry, ...")
	flags.StringVar(&f.reliability, "source-reliability", "", "a new source's reliability, A to F")
	flags.BoolVar(&f.party, "source-party", false, "a new source is a fighting side or speaks for one")
	flags.StringVar(&f.sensitivity, "sensitivity", "", "of the document: public, partner, internal or sealed")
	flags.StringVar(&f.consent, "consent", "", "of the people concerned: not_needed, given, refused or withdrawn")
	formatFlag(cmd, &f.format)
	_ = cmd.MarkFlagRequired("source")
	return cmd
}

func (a *app) add(ctx context.Context, path string, f addFlags) error {
	doc, err := a.brought(ctx, path, f)
	if err != nil {
		return err
	}
	a.note(doc)
	in, err := f.incoming(doc)
	if err != nil {
		return err
	}
	return a.withNewBook(func(book *store.Book) error {
		got, err := curate.Receive(book, a.act("add", "a document and what it suggests"), in)
		if errors.Is(err, casualty.ErrExists) {
			return fmt.Errorf("%s is in the book already, from the same source, as %s: nothing was added", path, got.Document.ID)
		}
		if err != nil {
			return err
		}
		return a.showAdded(f.format, got)
	})
}

// brought is the document that a person brings, or has fetched.
func (a *app) brought(ctx context.Context, path string, f addFlags) (ingest.Document, error) {
	as := ingest.As{Charset: f.charset}
	web := strings.HasPrefix(path, "https://") || strings.HasPrefix(path, "http://")
	switch {
	case !f.fetch && web:
		return ingest.Document{}, &casualty.Problem{Where: path, Found: "an address", Want: "a file; or --fetch, to get it from the web now"}
	case !f.fetch:
		return a.document(path, as)
	}
	page, err := fetch.Get(ctx, path, fetch.Options{Proxy: f.proxy, Now: a.now, Allowed: a.reachable})
	if err != nil {
		return ingest.Document{}, err
	}
	as.Declared = page.Charset
	doc, err := ingest.Open(page.Name, page.Content, as)
	doc.Meta.Address, doc.Meta.Fetched = page.Fetched.Address, &page.Fetched
	return doc, err
}

// incoming joins the document with what the person said of it.
func (f addFlags) incoming(doc ingest.Document) (curate.Incoming, error) {
	in := curate.Incoming{Document: doc, Title: f.title, Source: casualty.Source{Name: f.source, Party: f.party}}
	meta := &in.Document.Meta
	if f.address != "" {
		meta.Address = f.address
	}
	if f.published != "" {
		published, err := casualty.ParseMoment(f.published)
		if err != nil {
			return in, casualty.At("--published", err)
		}
		meta.Published = published
	}
	if !meta.Published.Stated() {
		return in, &casualty.Problem{Where: "--published", Want: "when it was published, such as 2025-07-01 or 2025-07-01T15:00Z: the document does not say"}
	}
	if f.language != "" {
		meta.Language = f.language
	}
	for _, v := range []curate.Value{{Name: "type", Text: f.sourceType}, {Name: "reliability", Text: f.reliability}} {
		if err := curate.SetSource(&in.Source, v); err != nil {
			return in, casualty.At("--source-"+v.Name, err)
		}
	}
	if err := curate.SetProtection(meta, f.sensitivity, f.consent); err != nil {
		return in, err
	}
	return in, nil
}

func (a *app) showAdded(format string, got curate.Received) error {
	l := claimListing(got.Claims)
	l.data = map[string]any{"document": got.Document.ID, "report": got.Report.ID, "source": got.Source.ID, "entry": got.Entry, "claims": claimsJSON(got.Claims)}
	l.foot = fmt.Sprintf("Kept as document %s, report %s: %s, unconfirmed.", got.Document.ID, got.Report.ID, plural(len(got.Claims), "suggested claim", "suggested claims"))
	if len(got.Claims) > 0 {
		l.foot += fmt.Sprintf("\nNext: tollbook review %s", got.Report.ID)
	}
	return a.show(format, l)
}

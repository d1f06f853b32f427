package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/asked"
	"tollbook/casualty"
	"tollbook/store"
)

// lists are what `tollbook list` can list, each with the way it is shown.
var lists = []struct {
	kind string
	of   func(*store.View) (listing, error)
}{
	{"claims", listClaims},
	{"incidents", listIncidents},
	{"documents", listDocuments},
	{"sources", listSources},
	{"origins", listOrigins},
	{"journal", listJournal},
}

func (a *app) listCommand() *cobra.Command {
	var format, when string
	kinds := make([]string, len(lists))
	for i, l := range lists {
		kinds[i] = l.kind
	}
	cmd := &cobra.Command{
		Use:       "list " + strings.Join(kinds, "|"),
		Short:     "List what the book holds, with the ids that other commands take",
		Args:      cobra.MatchAll(cobra.ExactArgs(1), cobra.OnlyValidArgs),
		ValidArgs: kinds,
		RunE: func(_ *cobra.Command, args []string) error {
			at, err := asked.At(when)
			if err != nil {
				return err
			}
			return a.withBook(func(book *store.Book) error {
				return book.Read(at, func(v *store.View) error { return a.list(v, args[0], format) })
			})
		},
	}
	formatFlag(cmd, &format)
	asOfFlag(cmd, &when)
	return cmd
}

func asOfFlag(cmd *cobra.Command, when *string) {
	cmd.Flags().StringVar(when, "as-of", "", "the book as it stood: a date, a time, or an entry of the journal such as #12")
}

func (a *app) list(v *store.View, kind, format string) error {
	for _, l := range lists {
		if l.kind != kind {
			continue
		}
		shown, err := l.of(v)
		if err != nil {
			return err
		}
		return a.show(format, shown)
	}
	return fmt.Errorf("no list of %s", kind)
}

func listClaims(v *store.View) (listing, error) {
	claims, err := all(store.Claims, v)
	l := claimListing(claims)
	l.data = map[string]any{"claims": claimsJSON(claims)}
	l.foot = fmt.Sprintf("%s, %d of them not confirmed.", plural(len(claims), "claim", "claims"), unconfirmed(claims))
	return l, err
}

// unconfirmed counts the claims that wait for a person.
func unconfirmed(claims []casualty.Claim) (n int) {
	for _, c := range claims {
		if c.Status == casualty.Suggested && c.Erased == "" {
			n++
		}
	}
	return n
}

// all collects a table.
func all[T any, ID ~string](t store.Table[T, ID], v store.Reader) ([]T, error) {
	list := []T{}
	for record, err := range t.All(v) {
		if err != nil {
			return nil, err
		}
		list = append(list, record)
	}
	return list, nil
}

// A tombstone is all that a list says of an erased record.
type tombstone struct {
	ID     string `json:"id"`
	Erased string `json:"erased"`
}

// records are the records of a list in JSON, erased ones as tombstones.
func records[T any](list []T, grave func(T) tombstone) []any {
	out := make([]any, len(list))
	for i, r := range list {
		if t := grave(r); t.Erased != "" {
			out[i] = t
			continue
		}
		out[i] = r
	}
	return out
}

// buried is the row of an erased record: its id, and why it is gone.
func buried(t tombstone) []string { return []string{t.ID, "erased: " + t.Erased} }

func claimGrave(c casualty.Claim) tombstone       { return tombstone{string(c.ID), c.Erased} }
func incidentGrave(i casualty.Incident) tombstone { return tombstone{string(i.ID), i.Erased} }
func documentGrave(d casualty.Document) tombstone { return tombstone{string(d.ID), d.Erased} }
func sourceGrave(s casualty.Source) tombstone     { return tombstone{string(s.ID), s.Erased} }
func originGrave(o casualty.Origin) tombstone     { return tombstone{string(o.ID), o.Erased} }

func claimListing(claims []casualty.Claim) listing {
	l := listing{head: []string{"id", "document", "status", "incident", "harm", "count", "who", "scope", "claimant", "origin", "said", "quote"}}
	for _, c := range claims {
		if c.Erased != "" {
			l.rows = append(l.rows, buried(claimGrave(c)))
			continue
		}
		l.rows = append(l.rows, []string{
			string(c.ID), string(c.Document), string(c.Status), string(c.Incident), string(c.Harm), c.Count.String(), people(c),
			string(c.Scope), c.Claimant, string(c.Origin), string(c.Said), casualty.Shorten(c.Quote.Text, 50),
		})
	}
	return l
}

// claimsJSON are claims in JSON.
func claimsJSON(claims []casualty.Claim) []any { return records(claims, claimGrave) }

func listIncidents(v *store.View) (listing, error) {
	incidents, err := all(store.Incidents, v)
	l := listing{head: []string{"id", "day", "title", "place", "cause", "grade"}, data: map[string]any{"incidents": records(incidents, incidentGrave)}}
	for _, i := range incidents {
		if t := incidentGrave(i); t.Erased != "" {
			l.rows = append(l.rows, buried(t))
			continue
		}
		l.rows = append(l.rows, []string{string(i.ID), string(i.Day), casualty.Shorten(i.Title, 60), i.Place.Name, i.Cause, string(i.Grade)})
	}
	return l, err
}

func listDocuments(v *store.View) (listing, error) {
	documents, err := all(store.Documents, v)
	l := listing{head: []string{"id", "name", "source", "published", "retrieved", "bytes", "sha256"}, data: map[string]any{"documents": records(documents, documentGrave)}}
	for _, d := range documents {
		if t := documentGrave(d); t.Erased != "" {
			l.rows = append(l.rows, buried(t))
			continue
		}
		l.rows = append(l.rows, []string{string(d.ID), d.Name, string(d.Source), string(d.Published), string(d.Retrieved), fmt.Sprint(d.Size), d.SHA256})
	}
	return l, err
}

func listSources(v *store.View) (listing, error) {
	sources, err := all(store.Sources, v)
	l := listing{head: []string{"id", "name", "type", "reliability", "party"}, data: map[string]any{"sources": records(sources, sourceGrave)}}
	for _, s := range sources {
		if t := sourceGrave(s); t.Erased != "" {
			l.rows = append(l.rows, buried(t))
			continue
		}
		l.rows = append(l.rows, []string{string(s.ID), s.Name, string(s.Type), string(s.Reliability), yes(s.Party)})
	}
	return l, err
}

func listOrigins(v *store.View) (listing, error) {
	origins, err := all(store.Origins, v)
	l := listing{head: []string{"id", "name", "aliases", "party"}, data: map[string]any{"origins": records(origins, originGrave)}}
	for _, o := range origins {
		if t := originGrave(o); t.Erased != "" {
			l.rows = append(l.rows, buried(t))
			continue
		}
		l.rows = append(l.rows, []string{string(o.ID), o.Name, strings.Join(o.Aliases, "; "), yes(o.Party)})
	}
	return l, err
}

func yes(b bool) string {
	if b {
		return "yes"
	}
	return ""
}

func listJournal(v *store.View) (listing, error) {
	l := listing{head: []string{"entry", "recorded", "author", "what", "reason", "records"}}
	entries := []store.Entry{}
	for e, err := range v.Journal(1) {
		if err != nil {
			return l, err
		}
		entries = append(entries, e)
		ids := make([]string, len(e.Changes))
		for i, c := range e.Changes {
			ids[i] = c.ID
		}
		l.rows = append(l.rows, []string{fmt.Sprintf("#%d", e.Number), string(e.RecordedAt), e.Author, e.What, e.Reason, casualty.Shorten(strings.Join(ids, " "), 60)})
	}
	l.data = map[string]any{"entries": entries}
	return l, nil
}

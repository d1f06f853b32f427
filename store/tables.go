package store

import (
	"errors"

	"tollbook/casualty"
)

// The tables of a book, with their indexes. An index that names records is also
// a promise: those records are in the book.
var (
	// Documents are found by "sha256", "source" and "content" (digest and source
	// together, unique). [Change.Receive] adds them.
	Documents = Table[casualty.Document, casualty.DocumentID]{
		letter: 'd', word: "document",
		id:     func(d *casualty.Document) *casualty.DocumentID { return &d.ID },
		erased: func(d *casualty.Document) *string { return &d.Erased },
		indexes: []index[casualty.Document]{
			one("sha256", func(d casualty.Document) string { return d.SHA256 }),
			to("source", func(d casualty.Document) casualty.SourceID { return d.Source }),
			{name: "content", keys: bySource, unique: true},
		},
		admit: admitDocument,
	}

	// Sources are found by "name" (unique).
	Sources = Table[casualty.Source, casualty.SourceID]{
		letter: 's', word: "source",
		id:     func(s *casualty.Source) *casualty.SourceID { return &s.ID },
		erased: func(s *casualty.Source) *string { return &s.Erased },
		indexes: []index[casualty.Source]{
			names(func(s casualty.Source) []string { return []string{s.Name} }),
		},
	}

	// Origins are found by "name": the name or an alias, unique among both.
	Origins = Table[casualty.Origin, casualty.OriginID]{
		letter: 'o', word: "origin",
		id:     func(o *casualty.Origin) *casualty.OriginID { return &o.ID },
		erased: func(o *casualty.Origin) *string { return &o.Erased },
		indexes: []index[casualty.Origin]{
			names(func(o casualty.Origin) []string { return append([]string{o.Name}, o.Aliases...) }),
		},
	}

	// Reports are found by "document" and "claim".
	Reports = Table[casualty.Report, casualty.ReportID]{
		letter: 'r', word: "report",
		id:     func(r *casualty.Report) *casualty.ReportID { return &r.ID },
		erased: func(r *casualty.Report) *string { return &r.Erased },
		indexes: []index[casualty.Report]{
			to("document", func(r casualty.Report) casualty.DocumentID { return r.Document }),
			toMany("claim", func(r casualty.Report) []string { return strs(r.Claims...) }),
		},
	}

	// Claims are found by "incident", "document", "report", "source", "origin",
	// "status", "over" and "cap" (key "shared": the claims over several incidents), and
	// "claim" (those that this one is part of, repeats or replaces).
	Claims = Table[casualty.Claim, casualty.ClaimID]{
		letter: 'c', word: "claim",
		id:     func(c *casualty.Claim) *casualty.ClaimID { return &c.ID },
		erased: func(c *casualty.Claim) *string { return &c.Erased },
		indexes: []index[casualty.Claim]{
			to("incident", func(c casualty.Claim) casualty.IncidentID { return c.Incident }),
			to("document", func(c casualty.Claim) casualty.DocumentID { return c.Document }),
			to("report", func(c casualty.Claim) casualty.ReportID { return c.Report }),
			to("source", func(c casualty.Claim) casualty.SourceID { return c.Source }),
			to("origin", func(c casualty.Claim) casualty.OriginID { return c.Origin }),
			toMany("claim", func(c casualty.Claim) []string { return strs(c.SubsetOf, c.Repeats, c.Supersedes) }),
			toMany("over", func(c casualty.Claim) []string { return strs(c.Over...) }),
			one("cap", func(c casualty.Claim) string {
				if len(c.Over) > 0 {
					return "shared"
				}
				return ""
			}),
			one("status", func(c casualty.Claim) casualty.Status { return c.Status }),
		},
		admit: admitClaim,
		row:   claimRow,
	}

	// Incidents are found by their id alone.
	Incidents = Table[casualty.Incident, casualty.IncidentID]{
		letter: 'i', word: "incident",
		id:     func(i *casualty.Incident) *casualty.IncidentID { return &i.ID },
		erased: func(i *casualty.Incident) *string { return &i.Erased },
	}

	// Victims are found by "incident" and "claim": every station of their moves.
	Victims = Table[casualty.Victim, casualty.VictimID]{
		letter: 'v', word: "victim",
		id:     func(v *casualty.Victim) *casualty.VictimID { return &v.ID },
		erased: func(v *casualty.Victim) *string { return &v.Erased },
		indexes: []index[casualty.Victim]{
			toMany("incident", func(v casualty.Victim) []string {
				return moved(v, func(m casualty.Move) string { return string(m.Incident) })
			}),
			toMany("claim", func(v casualty.Victim) []string {
				return moved(v, func(m casualty.Move) string { return string(m.Claim) })
			}),
		},
	}

	// Decisions are found by "incident", "claim" and "record".
	Decisions = Table[casualty.Decision, casualty.DecisionID]{
		letter: 'j', word: "decision",
		id:     func(d *casualty.Decision) *casualty.DecisionID { return &d.ID },
		erased: func(d *casualty.Decision) *string { return &d.Erased },
		indexes: []index[casualty.Decision]{
			to("incident", func(d casualty.Decision) casualty.IncidentID { return d.Incident }),
			toMany("claim", func(d casualty.Decision) []string { return strs(d.Claims...) }),
			toMany("record", func(d casualty.Decision) []string { return d.Records }),
		},
	}

	// Releases are found by their id alone.
	Releases = Table[casualty.Release, casualty.ReleaseID]{
		letter: 'e', word: "release",
		id:     func(r *casualty.Release) *casualty.ReleaseID { return &r.ID },
		erased: func(r *casualty.Release) *string { return &r.Erased },
	}
)

// kinds are all tables, in the order of a [casualty.Record]; tableOf finds one by
// the letter of its ids. They are filled in init because the tables themselves
// need them to check what they store.
var (
	kinds   []kind
	letters = map[byte]kind{}
)

func init() {
	kinds = []kind{Documents, Sources, Origins, Reports, Claims, Incidents, Victims, Decisions, Releases}
	for _, k := range kinds {
		letters[k.of()] = k
		all, _ := k.indexNames()
		for _, index := range all {
			buckets = append(buckets, indexBucket(k.name(), index))
		}
	}
}

func tableOf(letter byte) kind { return letters[letter] }

func moved(v casualty.Victim, part func(casualty.Move) string) []string {
	var out []string
	for _, m := range v.Moves {
		out = append(out, part(m))
	}
	return out
}

// admitDocument holds a document's bytes fast: what was received never changes.
func admitDocument(c *Change, old, d *casualty.Document) error {
	if old == nil {
		return nil
	}
	if d.SHA256 != old.SHA256 || d.Size != old.Size || d.Retrieved != old.Retrieved {
		return errors.New("its bytes, their digest and when they were retrieved never change")
	}
	if (d.Text == nil) != (old.Text == nil) || d.Text != nil && *d.Text != *old.Text {
		return errors.New("the text made of its bytes never changes: the places of quotes count in it")
	}
	return nil
}

// admitClaim checks the count and the quote, and writes when the claim entered
// the book.
func admitClaim(c *Change, old, claim *casualty.Claim) error {
	claim.Known = c.recorded
	if old != nil {
		claim.Known = old.Known
	}
	if err := claim.Count.Check(); err != nil {
		return err
	}
	if old != nil && old.Quote.Text == claim.Quote.Text && old.Quote.Start == claim.Quote.Start && old.Quote.End == claim.Quote.End && old.Document == claim.Document {
		return nil
	}
	return c.quoteAtPlace(*claim)
}

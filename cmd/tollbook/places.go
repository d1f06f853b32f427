package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tollbook/casualty"
	"tollbook/curate"
	"tollbook/ingest/place"
	"tollbook/store"
)

// placeFlags say where places are looked for.
type placeFlags struct {
	lists   []string
	country string
}

func (p *placeFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&p.lists, "list", nil, "a list of places of your own, as often as you like: OCHA p-codes, GeoNames alternate names, any csv with names (default: those in $TOLLBOOK_PLACES)")
	cmd.Flags().StringVar(&p.country, "country", "", "only in this country, three letters")
}

// find proposes places for a name.
func (p *placeFlags) find(written string, lists []*place.List) []place.Match {
	return place.Find(written, strings.ToUpper(p.country), lists...)
}

// ofClaim proposes places for the one that a claim names; in a script without
// capitals, for names of the lists in the words around its quote.
func (p *placeFlags) ofClaim(c casualty.Claim, around string, lists []*place.List) []place.Match {
	return place.Of(c.Place, around, strings.ToUpper(p.country), lists...)
}

// placeLists reads a person's lists: those named, or those in the environment.
func (a *app) placeLists(paths []string) (lists []*place.List, err error) {
	if len(paths) == 0 {
		paths = filepath.SplitList(os.Getenv("TOLLBOOK_PLACES"))
	}
	for _, path := range paths {
		f, err := os.Open(a.at(path))
		if err != nil {
			return nil, err
		}
		l, err := place.ReadList(path, f)
		if err = errors.Join(err, f.Close()); err != nil {
			return nil, err
		}
		lists = append(lists, l)
	}
	return lists, nil
}

// perhaps is the surest of what was found, in a few words.
func perhaps(found []place.Match) string {
	if len(found) == 0 {
		return ""
	}
	m := found[0]
	text := fmt.Sprintf("%s %s (%s, %s)", m.Place.Name, m.Place.Country, m.Confidence, m.From)
	if len(found) > 1 {
		text += fmt.Sprintf(", or %d others", len(found)-1)
	}
	return text
}

// placeLine is the place of the claim on the screen as its text writes it, and the
// surest proposal.
func (s *session) placeLine() string {
	c := s.screen.claim
	found := (&placeFlags{}).ofClaim(c, s.screen.before+" "+c.Quote.Text+" "+s.screen.after, s.lists)
	if len(found) == 0 {
		return c.Place
	}
	return strings.TrimSpace(c.Place+"  perhaps "+perhaps(found)) + ": tollbook places shows all" + attributed(found)
}

// attributed is the attribution of proposals of the built-in gazetteer.
func attributed(found []place.Match) string {
	if !slices.ContainsFunc(found, func(m place.Match) bool { return m.Place.From == casualty.GeoNames }) {
		return ""
	}
	return ". " + place.Attribution
}

func (a *app) placesCommand() *cobra.Command {
	var f placeFlags
	var format, reason string
	var take int
	cmd := &cobra.Command{
		Use:   "places NAME|INCIDENT",
		Short: "Propose places for a name as written, or for an incident; a person takes one",
		Long: `Propose places for a name as written, or for an incident; a person takes one.

They come from an embedded extract of GeoNames (CC BY 4.0; one Latin spelling a
place, settlements of about 1,000 people and more) and from your own lists, which
come first and may hold names in any script. Nothing is looked up on the network.

high: one place has just this name. medium: the name, with something left open.
low: another spelling, by likeness or by our own transliteration.

With the id of an incident, the places that its claims name are looked for, and
--take sets the incident's place to one of those shown.`,
		Example: `  tollbook places Izhevsk
  tollbook places i3 --country SYR --list syr-pcodes.csv --take 1`,
		Args: cobra.ExactArgs(1),
		RunE: func(_ *cobra.Command, args []string) error {
			lists, err := a.placeLists(f.lists)
			if err != nil {
				return err
			}
			if curate.Kind(args[0]) != "incident" {
				if take != 0 {
					return &casualty.Problem{Where: "--take", Want: "the id of an incident before it, such as i3"}
				}
				return a.show(format, placeListing([]string{args[0]}, f.matches([]string{args[0]}, lists)))
			}
			return a.withBook(func(book *store.Book) error {
				return a.locate(book, casualty.IncidentID(args[0]), f, lists, take, format, reason)
			})
		},
	}
	f.add(cmd)
	formatFlag(cmd, &format)
	cmd.Flags().IntVar(&take, "take", 0, "the number of the one that is meant: the incident's place from now on")
	cmd.Flags().StringVar(&reason, "reason", "", "why, for the journal (default: how the place was matched)")
	return cmd
}

// A placeMatch is a match and the name that it is for.
type placeMatch struct {
	Written string `json:"written"`
	place.Match
}

func (p *placeFlags) matches(written []string, lists []*place.List) []placeMatch {
	all := []placeMatch{}
	for _, name := range written {
		for _, m := range p.find(name, lists) {
			all = append(all, placeMatch{name, m})
		}
	}
	return all
}

func placeListing(written []string, found []placeMatch) listing {
	l := listing{
		head: []string{"number", "written", "confidence", "place", "country", "in", "code", "latitude", "longitude", "people", "from", "why"},
		data: map[string]any{"places": found, "attribution": place.Attribution},
		foot: plural(len(found), "proposal", "proposals") + " for " + strings.Join(written, ", ") + ". " + place.Attribution + ".",
	}
	for i, m := range found {
		in := strings.Join(strings.FieldsFunc(m.Place.Admin2+"\x00"+m.Place.Admin1, func(r rune) bool { return r == 0 }), ", ")
		l.rows = append(l.rows, []string{
			fmt.Sprint(i + 1), m.Written, string(m.Confidence), m.Place.Name, m.Place.Country, in, m.Place.Code,
			coordinate(m.Place.Lat), coordinate(m.Place.Lon), peopleOf(m.Population), m.From, m.Reason,
		})
	}
	return l
}

func coordinate(degrees *float64) string {
	if degrees == nil {
		return ""
	}
	return fmt.Sprintf("%.4f", *degrees)
}

// peopleOf is a population; nothing where it is not known.
func peopleOf(n int) string {
	if n == 0 {
		return ""
	}
	return fmt.Sprint(n)
}

// locate shows what an incident's place may be, or takes one of what was shown.
func (a *app) locate(book *store.Book, id casualty.IncidentID, f placeFlags, lists []*place.List, take int, format, reason string) error {
	var written []string
	err := book.Read(store.At{}, func(v *store.View) (err error) {
		written, err = curate.WrittenPlaces(v, id)
		return err
	})
	if err != nil {
		return err
	}
	found := f.matches(written, lists)
	if take == 0 {
		return a.show(format, placeListing(written, found))
	}
	if take < 1 || take > len(found) {
		return &casualty.Problem{Where: "--take", Found: fmt.Sprint(take), Want: fmt.Sprintf("a number from 1 to %d, of those that `tollbook places %s` shows", len(found), id)}
	}
	m := found[take-1]
	why := orElse(reason, fmt.Sprintf("“%s” as written is %s in %s (%s: %s)", m.Written, m.Place.Name, m.From, m.Confidence, m.Reason))
	_, err = book.Do(a.act("place", why), func(c *store.Change) error { return curate.Locate(c, id, m.Place) })
	if err == nil {
		a.printf("%s: %s, %s.\n", id, m.Place.Name, m.Place.Country)
	}
	return err
}

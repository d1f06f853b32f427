package curate

import (
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/store"
)

func rowName(row int) string { return fmt.Sprintf("row %d", row) }

func folded(name string) string { return strings.ToLower(strings.Join(strings.Fields(name), " ")) }

// longReport is how many claims one report names; a long table makes several.
const longReport = 5_000

// add stores a claim in the report of this import.
func (i *importer) add(claim casualty.Claim) (casualty.Claim, error) {
	if err := i.reported(&claim); err != nil {
		return claim, err
	}
	if err := claim.Count.Check(); err != nil {
		return claim, err
	}
	claim, err := store.Claims.Add(i.change, claim)
	i.report.Claims = append(i.report.Claims, claim.ID)
	return claim, err
}

// reported gives the claim its report, and opens one where there is none yet.
func (i *importer) reported(claim *casualty.Claim) error {
	if i.report.ID != "" && len(i.report.Claims) >= longReport {
		if err := i.closeReport(); err != nil {
			return err
		}
	}
	if i.report.ID == "" {
		var err error
		i.report = casualty.Report{Document: i.document.ID, Reader: ImportReader, Title: i.title(), Claims: []casualty.ClaimID{}}
		if i.report, err = store.Reports.Add(i.change, i.report); err != nil {
			return err
		}
	}
	if claim.ID != "" {
		i.report.Claims = append(i.report.Claims, claim.ID)
	}
	claim.Report = i.report.ID
	return nil
}

func (i *importer) title() string {
	if name := i.Bound.Table.Name; name != "" {
		return i.document.Name + ", " + name
	}
	return i.document.Name
}

func (i *importer) closeReport() error {
	if i.report.ID == "" {
		return nil
	}
	err := store.Reports.Put(i.change, i.report)
	i.report = casualty.Report{}
	return err
}

// finish closes the report and lists what this file holds no more.
func (i *importer) finish() error {
	for _, earlier := range i.claims {
		if err := i.vanished(earlier); err != nil {
			return err
		}
	}
	slices.SortFunc(i.done.Vanished, func(a, b casualty.ClaimID) int {
		if len(a) != len(b) {
			return len(a) - len(b)
		}
		return strings.Compare(string(a), string(b))
	})
	i.done.Places = len(i.places)
	slices.Sort(i.done.Claimants)
	return i.closeReport()
}

// vanished lists a claim that this file holds no more.
func (i *importer) vanished(earlier *brought[casualty.ClaimID]) error {
	if earlier.met {
		return nil
	}
	claim, err := store.Claims.Get(i.change, earlier.id)
	if err == nil && !i.isHeld(claim.Imported.Key) && claim.Status != casualty.Rejected {
		i.done.Vanished = append(i.done.Vanished, claim.ID)
	}
	return err
}

// sourceOf finds a source by its name or adds it, once.
func (i *importer) sourceOf(s casualty.Source) (casualty.SourceID, error) {
	name := folded(s.Name)
	if id, ok := i.sources[name]; ok {
		return id, nil
	}
	for found, err := range store.Sources.By(i.change, "name", s.Name) {
		if err != nil {
			return "", err
		}
		i.sources[name] = found.ID
		return found.ID, nil
	}
	s.ID = ""
	added, err := store.Sources.Add(i.change, s)
	i.sources[name] = added.ID
	i.done.Sources = append(i.done.Sources, s.Name)
	return added.ID, err
}

// originOf finds an origin by its name or an alias. One that the book does not
// know stays as written, for a person to match: who speaks decides how many
// voices a figure has.
func (i *importer) originOf(name string) (casualty.OriginID, error) {
	if id, ok := i.origins[folded(name)]; ok {
		return id, nil
	}
	for found, err := range store.Origins.By(i.change, "name", name) {
		if err != nil {
			return "", err
		}
		i.origins[folded(name)] = found.ID
		return found.ID, nil
	}
	i.origins[folded(name)] = ""
	i.done.Claimants = append(i.done.Claimants, name)
	return "", nil
}

// digestOfClaim is over what the row says of the figure and nothing else, so
// that it tells whether the row has changed, and whether a person has changed
// the record since.
func digestOfClaim(c casualty.Claim, incident string) string {
	return digest(struct {
		Harm       casualty.Harm
		Count      casualty.Count
		Population casualty.Population
		Group      casualty.Group
		Severity   casualty.Severity
		Scope      casualty.Scope
		Subset     bool
		Source     casualty.SourceID
		Quote      string
		Claimant   string
		Said       casualty.Moment
		Place      string
		Day        casualty.Day
		Days       int
		Identified int
		Incident   string
	}{c.Harm, c.Count, c.Population, c.Group, c.Severity, c.Scope, c.Subset, c.Source, c.Quote.Text, c.Claimant, c.Said, c.Place, c.Day, c.Days, c.Identified, incident})
}

func digestOfIncident(in casualty.Incident) string {
	in.ID, in.Imported, in.Synthetic, in.Erased = "", nil, false, ""
	return digest(in)
}

func digest(what any) string {
	text, err := json.Marshal(what)
	if err != nil {
		panic(err) // plain values only
	}
	sum := sha256.Sum256(text)
	return hex.EncodeToString(sum[:16])
}

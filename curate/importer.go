package curate

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"

	"tollbook/casualty"
	"tollbook/ingest/mapping"
	"tollbook/store"
)

// An importer is one import under way.
type importer struct {
	Import
	ctx    context.Context
	change *store.Change
	done   *Imported

	document  casualty.Document
	source    casualty.SourceID
	again     bool // the same bytes are in the book already
	claims    map[string]casualty.Claim
	incidents map[string]casualty.Incident
	elsewhere map[string]casualty.IncidentID // day and place -> an incident from elsewhere
	sources   map[string]casualty.SourceID
	origins   map[string]casualty.OriginID
	seen      map[string]bool // keys of claims that the file holds
	held      map[string]bool // keys of rows that cannot be read
	met       map[string]bool // keys of incidents that a row of this file has described
	report    casualty.Report
}

// rowsBetween is how often a long import looks up: for a person who stops it,
// and to say how far it is.
const rowsBetween = 500

func (i *importer) run() error {
	i.claims, i.incidents, i.elsewhere = map[string]casualty.Claim{}, map[string]casualty.Incident{}, map[string]casualty.IncidentID{}
	i.sources, i.origins = map[string]casualty.SourceID{}, map[string]casualty.OriginID{}
	i.seen, i.held, i.met = map[string]bool{}, map[string]bool{}, map[string]bool{}
	i.done.Twins = map[int]string{}
	for _, step := range []func() error{i.receive, i.remember, i.rows, i.finish} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// receive keeps the file. The same bytes again are no new document.
func (i *importer) receive() error {
	publisher, err := i.sourceOf(i.Source)
	if err != nil {
		return err
	}
	i.source, i.Document.Source = publisher, publisher
	i.document, err = i.change.Receive(i.Document, i.Content)
	if errors.Is(err, casualty.ErrExists) {
		i.again, err = true, nil
	}
	i.done.Document = i.document.ID
	return err
}

// remember reads what earlier files of the set brought.
func (i *importer) remember() error {
	for claim, err := range store.Claims.All(i.change) {
		if err != nil {
			return err
		}
		if claim.Imported != nil && claim.Imported.Set == i.Set {
			i.claims[claim.Imported.Key] = claim
		}
	}
	for in, err := range store.Incidents.All(i.change) {
		if err != nil {
			return err
		}
		switch {
		case in.Imported != nil && in.Imported.Set == i.Set:
			i.incidents[in.Imported.Key] = in
		case in.Day.Stated() && in.Place.Name != "":
			i.elsewhere[dayAndPlace(in)] = in.ID
		}
	}
	return nil
}

func dayAndPlace(in casualty.Incident) string { return string(in.Day) + " " + folded(in.Place.Name) }

func (i *importer) rows() error {
	n := 0
	for e, err := range i.Bound.Entries() {
		if err != nil {
			return err
		}
		if n++; n%rowsBetween == 0 {
			if err := i.ctx.Err(); err != nil {
				return errors.New("stopped: nothing was written")
			}
			if i.Progress != nil {
				i.Progress(n)
			}
		}
		result, err := i.row(e)
		if err != nil {
			return casualty.At(rowName(e.Row), err)
		}
		i.done.Rows = append(i.done.Rows, result)
	}
	return i.ctx.Err()
}

func (i *importer) row(e mapping.Entry) (RowResult, error) {
	r := RowResult{Row: e.Row, Reasons: slices.Clone(e.Said)}
	if e.Skip != "" {
		r.Status, r.Reasons = RowSkipped, []string{e.Skip}
		return r, nil
	}
	for _, p := range e.Problems {
		i.done.Problems = append(i.done.Problems, RowProblem{e.Row, p})
		r.Reasons = append(r.Reasons, p.Error())
	}
	if e.Unusable {
		i.holdOn(e)
		r.Status = RowSetAside
		return r, nil
	}
	r.Status = RowUnchanged
	described := i.met[e.IncidentKey] // by a row before this one
	incident, err := i.incident(e, &r)
	if err != nil {
		return r, err
	}
	if err := i.figures(e, incident, &r); err != nil {
		return r, err
	}
	if len(e.Problems) > 0 && (r.Status == RowAdded || r.Status == RowChanged) {
		r.Status = RowPartly
	}
	if len(e.Figures) == 0 && r.Status == RowUnchanged && described {
		r.Status = RowSkipped
	}
	if len(e.Figures) == 0 && len(e.Said) == 0 {
		r.Reasons = append(r.Reasons, "no figure is stated")
	}
	return r, nil
}

// holdOn keeps what a row brought before from being called vanished because the
// row cannot be read now.
func (i *importer) holdOn(e mapping.Entry) {
	if e.Key != "" {
		i.held[e.Key] = true
	}
}

// isHeld tells whether a claim's key is that of a figure of such a row.
func (i *importer) isHeld(key string) bool {
	for at := strings.LastIndex(key, figureMark); at >= 0; at = strings.LastIndex(key[:at], figureMark) {
		if i.held[key[:at]] {
			return true
		}
	}
	return false
}

// figureMark stands in a claim's key between what names the row and the figure.
const figureMark = " / "

// rose notes that something of the row was added or changed; added wins over
// changed only where nothing of the row was there.
func (r *RowResult) rose(to RowStatus) {
	if r.Status == RowUnchanged || r.Status == to {
		r.Status = to
		return
	}
	if r.Status != RowConflict {
		r.Status = RowChanged
	}
}

// incident finds or makes the row's incident. The first row of the file that
// speaks of it describes it.
func (i *importer) incident(e mapping.Entry, r *RowResult) (casualty.IncidentID, error) {
	if e.IncidentKey == "" {
		return "", nil
	}
	told := e.Incident
	told.Imported = &casualty.Imported{Set: i.Set, Key: e.IncidentKey, Digest: digestOfIncident(told)}
	there, known := i.incidents[e.IncidentKey]
	defer func() { i.met[e.IncidentKey] = true }()
	switch {
	case !known:
		if twin, ok := i.elsewhere[dayAndPlace(told)]; ok && told.Day.Stated() && told.Place.Name != "" {
			i.done.Twins[e.Row] = string(twin)
			r.Reasons = append(r.Reasons, "the book has "+string(twin)+" of the same day and place: the same incident?")
		}
		added, err := NewIncident(i.change, told)
		if err != nil {
			return "", err
		}
		i.incidents[e.IncidentKey], r.Incident = added, added.ID
		i.done.Incidents++
		r.rose(RowAdded)
		return added.ID, nil
	case there.Erased != "" || i.met[e.IncidentKey] || there.Imported.Digest == told.Imported.Digest:
	case digestOfIncident(there) != there.Imported.Digest:
		r.conflict(string(there.ID))
	default:
		told.ID, told.Synthetic = there.ID, there.Synthetic
		if err := store.Incidents.Put(i.change, told); err != nil {
			return "", err
		}
		i.incidents[e.IncidentKey] = told
		i.done.Changed++
		r.rose(RowChanged)
	}
	r.Incident = there.ID
	return there.ID, nil
}

func (r *RowResult) conflict(id string) {
	r.Status = RowConflict
	r.Reasons = append(r.Reasons, id+" was corrected in the book, and the row has changed in the file since: the book's words stand; look at both")
}

// figures adds or changes the claims of a row.
func (i *importer) figures(e mapping.Entry, incident casualty.IncidentID, r *RowResult) error {
	ids := make([]casualty.ClaimID, len(e.Figures))
	order := make([]int, len(e.Figures))
	for n := range order {
		order[n] = n
	}
	// The whole before its parts, which name it.
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(min(e.Figures[a].Part, 0), min(e.Figures[b].Part, 0)) })
	for _, n := range order {
		f := e.Figures[n]
		claim, err := i.claim(e, f, incident)
		if err != nil {
			return err
		}
		if f.Part >= 0 {
			claim.SubsetOf = ids[f.Part]
		}
		if ids[n], err = i.keep(claim, r); err != nil {
			return err
		}
	}
	r.Claims = append(r.Claims, ids...)
	return nil
}

// claim completes what the row says of a figure.
func (i *importer) claim(e mapping.Entry, f mapping.Figure, incident casualty.IncidentID) (casualty.Claim, error) {
	claim := f.Claim
	claim.Document, claim.Incident, claim.Source = i.document.ID, incident, i.source
	if name := cmp.Or(f.Source, e.Source); name != "" {
		id, err := i.sourceOf(casualty.Source{Name: name, Party: i.Bound.Mapping.IsParty(name)})
		if err != nil {
			return claim, err
		}
		claim.Source = id
	}
	if claim.Claimant != "" {
		origin, err := i.originOf(claim.Claimant)
		if err != nil {
			return claim, err
		}
		claim.Origin = origin
	}
	claim.Status = casualty.Suggested
	if i.Confirm {
		claim.Status = casualty.Confirmed
	}
	key := e.Key + figureMark + f.Name
	claim.Imported = &casualty.Imported{Set: i.Set, Key: key, Digest: digestOfClaim(claim, e.IncidentKey)}
	return claim, nil
}

// keep adds a claim, or changes the one that the same row brought before where
// the row now says something else.
func (i *importer) keep(claim casualty.Claim, r *RowResult) (casualty.ClaimID, error) {
	key := claim.Imported.Key
	i.seen[key] = true
	there, known := i.claims[key]
	switch {
	case !known:
		added, err := i.add(claim)
		if err == nil {
			i.done.Claims++
			i.claims[key] = added
			r.rose(RowAdded)
		}
		return added.ID, err
	case there.Erased != "":
		r.Reasons = append(r.Reasons, string(there.ID)+" was erased: "+there.Erased)
		return there.ID, nil
	case there.Imported.Digest == claim.Imported.Digest:
		return there.ID, i.confirm(there, r)
	case digestOfClaim(there, i.keyOf(there.Incident)) != there.Imported.Digest:
		r.conflict(string(there.ID))
		return there.ID, nil
	}
	takeRow(&there, claim)
	if err := i.reported(&there); err != nil {
		return there.ID, err
	}
	i.done.Changed++
	r.rose(RowChanged)
	return there.ID, store.Claims.Put(i.change, there)
}

// takeRow puts into a claim what the row says now. What only people say of a
// claim stays; a changed number is to be confirmed anew, a rejected or retracted
// claim stays so.
func takeRow(there *casualty.Claim, row casualty.Claim) {
	there.Harm, there.Count, there.Population, there.Group, there.Severity = row.Harm, row.Count, row.Population, row.Group, row.Severity
	there.Scope, there.Subset, there.SubsetOf, there.Source, there.Document = row.Scope, row.Subset, row.SubsetOf, row.Source, row.Document
	there.Quote.Text, there.Quote.Start, there.Quote.End, there.Quote.Cell = row.Quote.Text, 0, 0, row.Quote.Cell
	there.Said, there.Place, there.Day, there.Days, there.Identified = row.Said, row.Place, row.Day, row.Days, row.Identified
	if there.Claimant != row.Claimant {
		there.Claimant, there.Origin = row.Claimant, row.Origin
	}
	if there.Status == casualty.Suggested || there.Status == casualty.Confirmed {
		there.Status = row.Status
	}
	there.Incident, there.Imported = row.Incident, row.Imported
}

// confirm makes an earlier suggestion of an unchanged row a confirmed claim,
// where the person asks for that. What a person decided since stays.
func (i *importer) confirm(claim casualty.Claim, r *RowResult) error {
	if !i.Confirm || claim.Status != casualty.Suggested {
		return nil
	}
	i.done.Confirmed++
	r.rose(RowChanged)
	r.Reasons = append(r.Reasons, string(claim.ID)+" is confirmed")
	return Confirm(i.change, claim.ID)
}

// keyOf is the key of the incident that a claim is linked to; another than the
// import's own is one that a person chose.
func (i *importer) keyOf(id casualty.IncidentID) string {
	if id == "" {
		return ""
	}
	in, err := store.Incidents.Get(i.change, id)
	if err != nil || in.Imported == nil {
		return "incident " + string(id)
	}
	return in.Imported.Key
}

package curate

import (
	"cmp"
	"context"
	"crypto/sha256"
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
	again     bool                                // the same bytes are in the book already
	claims    map[mark]*brought[casualty.ClaimID] // of earlier files of the set, by their keys
	incidents map[mark]*brought[casualty.IncidentID]
	elsewhere map[mark]casualty.IncidentID // day and place -> an incident from elsewhere
	sources   map[string]casualty.SourceID
	origins   map[string]casualty.OriginID
	held      map[string]bool // keys of rows that cannot be read
	places    map[mark]bool   // of the incidents of this file
	days      map[mark]bool   // days and places of the incidents of this file
	words     map[string]string
	report    casualty.Report
}

// A brought record came from a file of the set. A long table brings a million, so
// no more is held of each than its id.
type brought[ID ~string] struct {
	id  ID
	met bool // a row of this file speaks of it
}

// A mark stands for a key in memory.
type mark [12]byte

func markOf(key string) mark {
	sum := sha256.Sum256([]byte(key))
	return mark(sum[:len(mark{})])
}

// rowsBetween is how often a long import looks up: for a person who stops it,
// and to say how far it is. rowsHeld is how many rows it holds in memory before it
// lets the book have them.
const (
	rowsBetween = 500
	rowsHeld    = 5_000
)

func (i *importer) run() error {
	i.claims, i.incidents, i.elsewhere = map[mark]*brought[casualty.ClaimID]{}, map[mark]*brought[casualty.IncidentID]{}, map[mark]casualty.IncidentID{}
	i.sources, i.origins = map[string]casualty.SourceID{}, map[string]casualty.OriginID{}
	i.held, i.places, i.days, i.words = map[string]bool{}, map[mark]bool{}, map[mark]bool{}, map[string]string{}
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
			i.claims[markOf(claim.Imported.Key)] = &brought[casualty.ClaimID]{id: claim.ID}
		}
	}
	for in, err := range store.Incidents.All(i.change) {
		if err != nil {
			return err
		}
		switch {
		case in.Imported != nil && in.Imported.Set == i.Set:
			i.incidents[markOf(in.Imported.Key)] = &brought[casualty.IncidentID]{id: in.ID}
		case in.Day.Stated() && in.Place.Name != "":
			i.elsewhere[markOf(dayAndPlace(in))] = in.ID
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
		if n%rowsHeld == 0 {
			if err := i.change.Settle(); err != nil {
				return err
			}
		}
		result, err := i.row(e)
		if err != nil {
			return casualty.At(rowName(e.Row), err)
		}
		for at, reason := range result.Reasons {
			result.Reasons[at] = i.word(reason)
		}
		i.done.Rows = append(i.done.Rows, result)
	}
	return i.ctx.Err()
}

// word keeps each of the reasons once: a long table gives a million, and most are
// the same few.
func (i *importer) word(reason string) string {
	const most = 100_000
	if kept, ok := i.words[reason]; ok {
		return kept
	}
	if len(i.words) < most {
		i.words[reason] = reason
	}
	return reason
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
	before := i.incidents[markOf(e.IncidentKey)]
	described := before != nil && before.met // by a row before this one
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
	key := markOf(e.IncidentKey)
	there, known := i.incidents[key]
	var err error
	switch {
	case !known:
		if erased, err := i.change.ErasedRow(*told.Imported); erased || err != nil {
			r.Reasons = append(r.Reasons, "its incident was lawfully erased, and is not brought in again")
			return "", err
		}
		there = &brought[casualty.IncidentID]{}
		if there.id, err = i.newIncident(told, e.Row, r); err != nil {
			return "", err
		}
		i.incidents[key] = there
	case !there.met:
		err = i.changeIncident(there.id, told, r)
	}
	there.met, r.Incident = true, there.id
	return there.id, err
}

func (i *importer) newIncident(told casualty.Incident, row int, r *RowResult) (casualty.IncidentID, error) {
	i.place(told)
	if twin, ok := i.elsewhere[markOf(dayAndPlace(told))]; ok && told.Day.Stated() && told.Place.Name != "" {
		i.done.Twins[row] = string(twin)
		r.Reasons = append(r.Reasons, "the book has "+string(twin)+" of the same day and place: the same incident?")
	}
	added, err := NewIncident(i.change, told)
	i.done.Incidents++
	r.rose(RowAdded)
	return added.ID, err
}

// place counts where and when new incidents are.
func (i *importer) place(told casualty.Incident) {
	const sample = 12
	if told.Place.Name == "" {
		return
	}
	if place := markOf(folded(told.Place.Name)); !i.places[place] {
		if i.places[place] = true; len(i.done.Named) < sample {
			i.done.Named = append(i.done.Named, told.Place.Name)
		}
	}
	if day := markOf(dayAndPlace(told)); told.Day.Stated() {
		if i.days[day] {
			i.done.Shared++
		}
		i.days[day] = true
	}
}

// changeIncident gives an incident that an earlier file brought what the row says
// now, unless a person has changed it.
func (i *importer) changeIncident(id casualty.IncidentID, told casualty.Incident, r *RowResult) error {
	there, err := store.Incidents.Get(i.change, id)
	switch {
	case err != nil:
		return err
	case there.Erased != "" || there.Imported.Digest == told.Imported.Digest:
		return nil
	case digestOfIncident(there) != there.Imported.Digest:
		r.conflict(string(id))
		return nil
	}
	told.ID, told.Synthetic = there.ID, there.Synthetic
	i.done.Changed++
	r.rose(RowChanged)
	return store.Incidents.Put(i.change, told)
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
		if number, ok := f.Claim.Count.Number(); ok && number == 0 {
			i.done.Zeros++
		}
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
	r.Claims = append(r.Claims, slices.DeleteFunc(ids, func(id casualty.ClaimID) bool { return id == "" })...)
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
	earlier, known := i.claims[markOf(claim.Imported.Key)]
	if !known {
		if erased, err := i.change.ErasedRow(*claim.Imported); erased || err != nil {
			r.Reasons = append(r.Reasons, "a figure of this row was lawfully erased, and is not brought in again")
			return "", err
		}
		added, err := i.add(claim)
		if err == nil {
			i.done.Claims++
			r.rose(RowAdded)
		}
		return added.ID, err
	}
	earlier.met = true
	there, err := store.Claims.Get(i.change, earlier.id)
	switch {
	case err != nil:
		return there.ID, err
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

package store

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tollbook/casualty"
)

// AddReport stores what one document says: a report and its claims, as
// suggestions that a person has yet to confirm. Until it is stored, a suggestion
// has no id: SubsetOf, Repeats and Supersedes name another one of the same
// report by its place, "#2" for the second.
func (c *Change) AddReport(document casualty.DocumentID, reader, title string, suggestions []casualty.Claim) (casualty.Report, []casualty.Claim, error) {
	report := casualty.Report{Document: document, Reader: reader, Title: title, Claims: []casualty.ClaimID{}}
	doc, err := Documents.Get(c, document)
	if err != nil {
		return report, nil, err
	}
	if doc.Erased != "" {
		return report, nil, fmt.Errorf("document %s: %w", document, casualty.ErrErased)
	}
	if report, err = Reports.Add(c, report); err != nil {
		return report, nil, err
	}
	claims := slices.Clone(suggestions)
	if report.Claims, err = c.expect(len(claims)); err != nil {
		return report, nil, err
	}
	for i := range claims {
		claims[i].Report, claims[i].Document, claims[i].Source = report.ID, doc.ID, doc.Source
		claims[i].Status = casualty.Suggested
		if err := resolve(&claims[i], i, report.Claims); err != nil {
			return report, nil, err
		}
		if claims[i], err = Claims.Add(c, claims[i]); err != nil {
			return report, nil, casualty.At(fmt.Sprintf("suggestion %d", i+1), err)
		}
	}
	return report, claims, Reports.Put(c, report)
}

// expect tells the ids that the next n claims will have.
func (c *Change) expect(n int) ([]casualty.ClaimID, error) {
	last, err := lastNumber(c.tx, Claims.letter)
	ids := make([]casualty.ClaimID, n)
	for i := range ids {
		ids[i] = casualty.ClaimID(ref{Claims.letter, last + 1 + uint64(i)}.String())
	}
	return ids, err
}

// resolve turns "#2" into the id of the second suggestion.
func resolve(claim *casualty.Claim, at int, ids []casualty.ClaimID) error {
	for _, named := range []*casualty.ClaimID{&claim.SubsetOf, &claim.Repeats, &claim.Supersedes} {
		place, ok := strings.CutPrefix(string(*named), "#")
		if !ok {
			continue
		}
		n, err := strconv.Atoi(place)
		if err != nil || n < 1 || n > len(ids) || n == at+1 {
			return &casualty.Problem{
				Where: fmt.Sprintf("suggestion %d", at+1), Found: string(*named),
				Want: fmt.Sprintf("the place of another suggestion, #1 to #%d", len(ids)),
			}
		}
		*named = ids[n-1]
	}
	return nil
}

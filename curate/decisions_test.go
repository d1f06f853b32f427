package curate

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"tollbook/casualty"
	"tollbook/ingest"
	"tollbook/store"
)

// bookOf makes a book with one report that has two claims: c1 "Five people were
// killed" and c2 "two people were injured".
func bookOf(t *testing.T) *store.Book {
	t.Helper()
	book, err := store.Create(filepath.Join(t.TempDir(), "b.tollbook"), store.Options{Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = book.Close() })
	doc, err := ingest.NewDocument("a.txt", []byte("Five people were killed in the village and two people were injured, the mayor said."))
	if err != nil {
		t.Fatal(err)
	}
	got, err := Receive(book, store.Act{Author: "a", What: "add"}, Incoming{Document: doc, Source: casualty.Source{Name: "Gazette"}})
	if err != nil || len(got.Claims) != 2 {
		t.Fatalf("the book has %d claims (%v)", len(got.Claims), err)
	}
	return book
}

// apply reads a decisions file's inside and applies it.
func apply(book *store.Book, inside string) (Done, store.Entry, error) {
	d, err := ReadDecisions(strings.NewReader(fmt.Sprintf(`{"format":%q,%s}`, DecisionsFormat, inside)))
	if err != nil {
		return Done{}, store.Entry{}, err
	}
	var done Done
	entry, err := book.Do(store.Act{Author: "a", What: "review"}, func(c *store.Change) (err error) {
		done, err = d.Apply(c)
		return err
	})
	return done, entry, err
}

const village = `"incidents":[{"as":"v","set":{"title":"Village","day":"2025-03-03"}}],"origins":[{"as":"m","set":{"name":"the mayor of the village"}}],
"claims":[{"claim":"c1","do":"confirm","incident":"v","origin":"m"},{"claim":"c2","do":"confirm","incident":"v"}]`

func TestAFileAppliedTwiceChangesNothingTheSecondTime(t *testing.T) {
	book := bookOf(t)
	if done, _, err := apply(book, village); err != nil || done.Incidents != 1 || done.Origins != 1 {
		t.Fatalf("%v %v", done, err)
	}
	done, entry, err := apply(book, village)
	if err != nil || entry.Number != 0 || done.Incidents != 0 || done.Origins != 0 {
		t.Errorf("the second time did %v in entry %d (%v)", done, entry.Number, err)
	}
}

func TestAFileThatIsNotWhatItSeemsChangesNothing(t *testing.T) {
	for _, tt := range []struct{ name, inside, says string }{
		{"text after the end", `"claims":[]} {"x":1`, "nothing after it"},
		{"a key written twice", `"claims":[{"claim":"c1","claim":"c2","do":"confirm"}]`, "each key once"},
		{"a field that nobody knows", `"claims":[{"claim":"c1","du":"confirm"}]`, `unknown field "du"`},
		{"a list where an object belongs", `"claims":[["c1"]]`, "docs/format.md"},
		{"a claim decided twice", `"claims":[{"claim":"c1","do":"confirm"},{"claim":"c1","do":"skip"}]`, "each claim once"},
		{"a quote that is not the claim's", `"claims":[{"claim":"c1","quote":"six people","do":"confirm"}]`, "what c1 says"},
		{"a harm that is not the claim's", `"claims":[{"claim":"c1","harm":"injured","do":"confirm"}]`, "what c1 says"},
		{"a rejection without a reason", `"claims":[{"claim":"c1","do":"reject"}]`, "why the claim is not"},
		{"a claim that is not there", `"claims":[{"claim":"c9","do":"confirm"}]`, "c9"},
		{"an incident that is not there", `"claims":[{"claim":"c1","do":"confirm","incident":"nowhere"}]`, "nowhere"},
		{"an incident without a title", `"incidents":[{"as":"v","set":{"day":"2025-03-03"}}],"claims":[]`, "a title"},
		{"a country that is none", `"incidents":[{"as":"v","set":{"title":"V","country":"Atlantis"}}],"claims":[]`, "three letters"},
		{"a word that is no decision", `"claims":[{"claim":"c1","do":"accept"}]`, "confirm, reject or skip"},
		{"a claim that is a part of itself", `"claims":[{"claim":"c1","do":"confirm","set":{"subset_of":"c1"}}]`, "another claim than itself"},
	} {
		t.Run(tt.name, func(t *testing.T) {
			book := bookOf(t)
			_, entry, err := apply(book, tt.inside)
			if err == nil || !strings.Contains(err.Error(), tt.says) {
				t.Errorf("said %v, want %q", err, tt.says)
			}
			if entry.Number != 0 {
				t.Errorf("and wrote entry %d", entry.Number)
			}
		})
	}
}

func TestAllProblemsOfAFileComeBackTogether(t *testing.T) {
	_, _, err := apply(bookOf(t), `"claims":[{"claim":"c1","do":"confirm","incident":"i77","set":{"count":"lots","said":"2025-06-31"}},{"claim":"c9","do":"confirm"}]`)
	for _, says := range []string{"lots", "2025-06-31", "c9"} {
		if err == nil || !strings.Contains(err.Error(), says) {
			t.Errorf("%q is not among the problems: %v", says, err)
		}
	}
}

func TestADecisionRestsOnConfirmedClaimsOnly(t *testing.T) {
	book := bookOf(t)
	if _, _, err := apply(book, `"incidents":[{"as":"v","set":{"title":"Village"}}],"claims":[{"claim":"c1","do":"confirm","incident":"v"}]`); err != nil {
		t.Fatal(err)
	}
	_, err := book.Do(store.Act{Author: "a", What: "decide"}, func(c *store.Change) error {
		if err := Correct(c, "c2", []Value{{"incident", "i1"}}); err != nil {
			return err
		}
		_, err := Adopt(c, Judgment{Reason: "trust me", By: "a"}, "i1", casualty.Killed, 500, 500, false, nil, []casualty.ClaimID{"c2"})
		return err
	})
	if err == nil || !strings.Contains(err.Error(), "c2 is suggested") {
		t.Errorf("a figure rests on a claim that nobody confirmed: %v", err)
	}
}

func TestANumberOfAnotherIncidentThatFindsItsOwnIsThatIncidentsNumber(t *testing.T) {
	book := bookOf(t)
	_, err := book.Do(store.Act{Author: "a", What: "link"}, func(c *store.Change) error {
		in, err := NewIncident(c, casualty.Incident{Title: "Elsewhere"})
		if err != nil {
			return err
		}
		if err := Mend(c, "c1", []Value{{"scope", "other"}}); err != nil {
			return err
		}
		if err := Link(c, "c1", in.ID); err != nil {
			return err
		}
		claim, err := store.Claims.Get(c, "c1")
		if claim.Scope != casualty.ThisIncident {
			t.Errorf("its scope is %q", claim.Scope)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestAClaimIsNotBlamedForAnIncidentOfTheFileThatIsRefused(t *testing.T) {
	_, _, err := apply(bookOf(t), `"incidents":[{"as":"market","set":{"title":"Market","country":"QQQ"}}],"claims":[{"claim":"c1","do":"confirm","incident":"market"}]`)
	if err == nil || !strings.Contains(err.Error(), "incidents[0]: country") || strings.Contains(err.Error(), "claims[0]") {
		t.Errorf("it says %v, want the incident's fault alone", err)
	}
}

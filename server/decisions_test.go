package server

import (
	"encoding/json"
	"fmt"
	"net/http"
	"strings"
	"testing"

	"tollbook/casualty"
	"tollbook/server/people"
)

func (b *browser) decision(id string) (d casualty.Decision, etag string) {
	b.t.Helper()
	g := b.get("/api/v1/decisions/" + id)
	if err := json.Unmarshal([]byte(g.body), &d); err != nil {
		b.t.Fatal(err)
	}
	return d, g.header.Get("ETag")
}

func TestNobodySignsOffTheirOwnDecisionByAnyDoor(t *testing.T) {
	h := boardHouse(t)
	for _, role := range []string{"reviewer", "administrator"} {
		b := h.as(role)
		g := b.json("/incidents/i1/set-aside", map[string]any{"claims": []string{"c6"}, "reason": "a running total"})
		var d casualty.Decision
		if err := json.Unmarshal([]byte(g.body), &d); err != nil || d.ID == "" {
			t.Fatal(g.status, g.body)
		}
		path := "/decisions/" + string(d.ID) + "/sign-off"
		if page := b.get("/decisions/" + string(d.ID)).body; !strings.Contains(page, "disabled aria-describedby=\"own\"") || strings.Contains(page, `action="`+path) {
			t.Errorf("the page offers the %s the own decision to sign", role)
		}
		if g := b.post(path, "version", "1"); g.status != http.StatusForbidden {
			t.Errorf("the %s signs the own decision by a form: %d", role, g.status)
		}
		if g := b.json(path, map[string]any{}, "If-Match", `"`+string(d.ID)+`-1"`); g.status != http.StatusForbidden || !strings.Contains(g.body, "own-decision") {
			t.Errorf("the %s signs the own decision by the interface: %d", role, g.status)
		}
		token, err := h.keeper.MakeToken(role, "a machine", []people.Action{people.SignOff, people.SeeSources}, 1)
		if err != nil {
			t.Fatal(err)
		}
		if g := h.as("").json(path, map[string]any{}, "If-Match", `"`+string(d.ID)+`-1"`, "Authorization", "Bearer "+token); g.status != http.StatusForbidden {
			t.Errorf("the %s signs the own decision by a token: %d", role, g.status)
		}
		if now, _ := b.decision(string(d.ID)); now.SignedBy != "" {
			t.Errorf("it is signed by %s", now.SignedBy)
		}
	}
}

func TestADecisionChangesNothingBeforeItIsSigned(t *testing.T) {
	h := boardHouse(t)
	b := h.as("reviewer")
	grade := func() casualty.Grade {
		var in casualty.Incident
		if err := json.Unmarshal([]byte(b.get("/api/v1/incidents/i1").body), &in); err != nil {
			t.Fatal(err)
		}
		return in.Grade
	}
	killed := func() string {
		return between(b.get("/api/v1/figures?harm=killed&method=envelope&q=izhevsk").body, `"text":"`, `"`)
	}
	if grade() != "" || killed() != "3" {
		t.Fatalf("before: %q, %s", grade(), killed())
	}
	resting := func(want string) {
		t.Helper()
		var out figuresOut
		if err := json.Unmarshal([]byte(b.get("/api/v1/incidents/i1/figures?method=envelope").body), &out); err != nil {
			t.Fatal(err)
		}
		if got := fmt.Sprint(out.Decided, out.Unsigned, out.Waits); got != want {
			t.Errorf("resting on decisions, on unsigned ones, waiting: %s, want %s", got, want)
		}
	}
	resting("0 0 3")
	if list := b.get("/incidents?method=envelope&q=izhevsk").body; !strings.Contains(list, "Of the figures on this page 0 rest on a decision in force, 0 of them on one that no second person signed; on 2 a decision waits.") {
		t.Error("the list does not say on how many of its figures a decision waits")
	}
	if page := b.get("/decisions/j1").body; !strings.Contains(page, ">3 to 4<") {
		t.Error("the page does not show the figure after it")
	}
	for _, id := range []string{"j1", "j2"} {
		_, etag := b.decision(id)
		if g := b.json("/decisions/"+id+"/sign-off", map[string]any{}, "If-Match", etag); g.status != http.StatusOK {
			t.Fatalf("%s: %d %s", id, g.status, g.body)
		}
		if g := b.json("/decisions/"+id+"/sign-off", map[string]any{}, "If-Match", etag); g.status != http.StatusPreconditionFailed {
			t.Errorf("%s signed twice: %d", id, g.status)
		}
	}
	if grade() != "fair" || killed() != "3 to 4 (adopted by a decision)" {
		t.Errorf("after: %q, %s", grade(), killed())
	}
	resting("3 0 0")
}

// between is what stands between two texts.
func between(text, from, to string) string {
	_, rest, _ := strings.Cut(text, from)
	found, _, _ := strings.Cut(rest, to)
	return found
}

func TestADecisionThatWaitsIsWithdrawnByItsAuthorAndSentBackByAReviewer(t *testing.T) {
	h := boardHouse(t)
	author := h.as("researcher")
	propose := func() casualty.Decision {
		g := author.json("/incidents/i1/merge", map[string]any{"into": "i2", "reason": "one strike"}, "If-Match", author.get("/api/v1/incidents/i1").header.Get("ETag"))
		var d casualty.Decision
		if err := json.Unmarshal([]byte(g.body), &d); err != nil || d.ID == "" {
			t.Fatal(g.status, g.body)
		}
		return d
	}
	send := func(b *browser, id casualty.DecisionID, reason string) got {
		_, etag := h.as("viewer").decision(string(id))
		return b.json("/decisions/"+string(id)+"/send-back", map[string]any{"reason": reason}, "If-Match", etag)
	}
	d := propose()
	if g := send(author, d.ID, ""); g.status != http.StatusUnprocessableEntity {
		t.Errorf("withdrawn without a reason: %d", g.status)
	}
	if g := send(author, d.ID, "too early"); g.status != http.StatusOK {
		t.Errorf("withdrawn: %d %s", g.status, g.body)
	}
	if g := author.get("/decisions/" + string(d.ID)); g.status != http.StatusNotFound {
		t.Errorf("after it was withdrawn: %d", g.status)
	}
	h.join("second researcher", people.Researcher)
	d = propose()
	if g := send(h.as("second researcher"), d.ID, "no"); g.status != http.StatusForbidden {
		t.Errorf("a researcher sends another's decision back: %d", g.status)
	}
	if g := send(h.as("reviewer"), d.ID, "the places differ"); g.status != http.StatusOK {
		t.Errorf("sent back: %d %s", g.status, g.body)
	}
	if g := author.get("/incidents/i1"); !strings.Contains(g.body, `id="c12"`) {
		t.Error("the incident lost its claims")
	}
}

func TestAnObjectionStaysBesideADecision(t *testing.T) {
	b := boardHouse(t).as("researcher")
	if g := b.post("/decisions/j1/dissent", "version", "1", "dissent", "the list is not of that day"); g.status != http.StatusSeeOther {
		t.Fatal(g.status, g.body)
	}
	if page := b.get("/decisions/j1").body; !strings.Contains(page, "researcher: the list is not of that day") {
		t.Error("the page does not show it")
	}
}

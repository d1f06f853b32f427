package main

import (
	"encoding/json"
	"strings"
	"testing"
)

func TestReadSaysWhichWordsMadeAFigure(t *testing.T) {
	text := "At least twelve people were killed overnight in Exampleton, police said."
	_, out, _ := do(t, text, "read", "--why", "-")
	if want := "hedge: At least; number: twelve; who: people; harm: killed"; !strings.Contains(out, want) {
		t.Errorf("printed\n%s\nwithout %q", out, want)
	}
	_, out, _ = do(t, text, "read", "--format", "json", "--published", "2025-07-02", "-")
	var got struct {
		Claims []readJSON
	}
	if err := json.Unmarshal([]byte(out), &got); err != nil || len(got.Claims) != 1 {
		t.Fatalf("%v in %s", err, out)
	}
	c := got.Claims[0]
	if len(c.Why) != 4 || c.Day == nil || *c.Day != "2025-07-01/2025-07-02" || c.Place == nil || *c.Place != "Exampleton" {
		t.Errorf("got %+v", c)
	}
	for _, r := range c.Why {
		if text[r.Start:r.End] != r.Words {
			t.Errorf("%s: %q is not at %d to %d", r.Role, r.Words, r.Start, r.End)
		}
	}
}

package server

import (
	"encoding/json"
	"strings"
	"testing"

	"tollbook/casualty"
)

func TestWhatFollowsFromPartsIsShownApartFromFigures(t *testing.T) {
	b := boardHouse(t).as("viewer")
	t.Run("on the board of the incident", func(t *testing.T) {
		body := b.get("/incidents/i4?method=envelope").body
		if !strings.Contains(body, "A bound that follows was reported by nobody") || !strings.Contains(body, `<span class="rng">1 or more</span> <span class="tag">derived</span>`) {
			t.Error("the killed that follow from a killed combatant are not there, marked as derived")
		}
	})
	t.Run("in the incident's JSON", func(t *testing.T) {
		var out figuresOut
		if err := json.Unmarshal([]byte(b.get("/api/v1/incidents/i4/figures?method=envelope").body), &out); err != nil {
			t.Fatal(err)
		}
		if len(out.Parts) != 1 || len(out.Parts[0].Derived) != 1 || out.Parts[0].Derived[0].Range != casualty.AtLeast(1) {
			t.Errorf("parts %+v, want killed 1 or more", out.Parts)
		}
		for _, f := range out.Figures {
			if f.Population == "" && f.Range.Stated() {
				t.Errorf("what nobody reported is a figure: %+v", f)
			}
		}
	})
}

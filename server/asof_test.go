package server

import (
	"fmt"
	"strings"
	"testing"

	"tollbook/example"
)

// Every page of the record, as it stood when the example had come in and before that.
func TestEveryPageIsShownAsTheBookStoodThen(t *testing.T) {
	h := newHouse(t, example.Load, disputed)
	h.fill()
	b := h.as("administrator")
	head := h.head()
	then := 0
	for _, p := range pages() {
		address, ok := addressOf(p.path)
		if !ok || b.get(address).status != 200 {
			continue
		}
		for _, lang := range Languages {
			for _, at := range []string{"2020", "2099-01-01", fmt.Sprintf("%%23%d", head)} {
				joint := "?"
				if strings.Contains(address, "?") {
					joint = "&"
				}
				g := b.send("GET", address+joint+"as_of="+at, "", "", "Accept-Language", lang)
				if g.status != 200 && g.status != 404 && g.status != 303 || g.body == "" && g.status != 303 {
					t.Errorf("%s as of %s in %s: %d and %d bytes", address, at, lang, g.status, len(g.body))
				}
				then += strings.Count(g.body, "as_of")
			}
		}
	}
	if then == 0 {
		t.Error("no page says that it shows the past")
	}
}

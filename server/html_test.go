package server

import (
	"strings"
	"testing"

	"golang.org/x/net/html"
)

// void elements have no end.
var void = map[string]bool{"meta": true, "link": true, "br": true, "input": true, "img": true, "hr": true, "col": true}

// balanced fails on a page whose tags do not close in order.
func balanced(t *testing.T, page string) {
	t.Helper()
	var open []string
	z := html.NewTokenizer(strings.NewReader(page))
	for {
		switch z.Next() {
		case html.ErrorToken:
			if len(open) > 0 {
				t.Errorf("tags left open: %v", open)
			}
			return
		case html.StartTagToken:
			if name, _ := z.TagName(); !void[string(name)] {
				open = append(open, string(name))
			}
		case html.EndTagToken:
			name, _ := z.TagName()
			if len(open) == 0 || open[len(open)-1] != string(name) {
				t.Fatalf("</%s> closes %v", name, open)
			}
			open = open[:len(open)-1]
		}
	}
}

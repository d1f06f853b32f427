package phrase

import (
	"fmt"
	"math/rand"
	"testing"
)

func TestFP(t *testing.T) {
	texts, figs := airwars(t)
	rec := map[string]map[int]bool{}
	for _, f := range figs {
		if rec[f.source] == nil {
			rec[f.source] = map[int]bool{}
		}
		rec[f.source][f.n] = true
		rec[f.source][f.n-1] = true
	}
	var out []string
	for id, text := range texts {
		for _, f := range Read(text, Options{}) {
			n, _ := f.Count.Number()
			if rec[id][n] {
				continue
			}
			a, b := max(0, f.Quote.Start-60), min(len(text), f.Quote.End+60)
			out = append(out, fmt.Sprintf("%s |%s| ...%s", said([]Figure{f}), f.Quote.Text, text[a:b]))
		}
	}
	rand.New(rand.NewSource(3)).Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	fmt.Println(len(out))
	for i, o := range out {
		if i < 70 {
			fmt.Printf("%q\n", o)
		}
	}
}

package phrase

import (
	"fmt"
	"os"
	"testing"
)

func TestDbg(t *testing.T) {
	r := newReader(os.Getenv("TXT"), Options{Language: os.Getenv("LG")})
	s := scanner{text: r.text, lang: r.lang}
	var buf []token
	for {
		buf = s.next(buf)
		if len(buf) == 0 {
			break
		}
		r.group(buf)
		r.extra, r.quantities = r.extra[:0], r.quantities[:0]
		for i := range r.units {
			a, b := r.bytes(i, i+1)
			var d does
			w := ""
			if x := r.at(i); x != nil {
				d = x.does
				w = x.word
			}
			fmt.Printf("%d %q %v %s\n", i, r.text[a:b], names(d), w)
		}
		r.sentence()
		for _, q := range r.quantities {
			fmt.Printf("  q %d-%d %s head %d alone %v others %v part %d harm %s pred %v subset %v used %v ante %d neg %v\n", q.from, q.to, q.count.String(), q.head, q.alone, q.others, q.part, q.harm, q.predicate, q.subset, q.used, q.antecedent, q.negated)
		}
		for _, p := range r.preds {
			fmt.Printf("  p %d-%d %s aux %d linked %v\n", p.from, p.to, p.harm, p.aux, p.linked)
		}
	}
	fmt.Println(said(Read(r.text, Options{Language: os.Getenv("LG")})))
}
func names(d does) (o []string) {
	n := []string{"number", "times", "vague", "article", "before", "after", "between", "joins", "and", "person", "single", "pair", "thing", "harmful", "active", "passive", "event", "harmed", "victim", "whole", "formerly", "serious", "needsAux", "auxiliary", "skip", "other", "including", "among", "ofThem", "of", "the", "no", "nobody", "without", "not", "relative", "preposition", "clause", "verb", "say", "accordingTo", "pronoun", "toll", "reaches", "cumulative", "elsewhere", "since", "began", "pluperfect", "force", "every", "superlative", "year", "aside", "withdrawn", "reported", "modal", "compared", "age", "office", "month", "rank", "thereIs", "weekday"}
	for i, x := range n {
		if d&(1<<i) != 0 {
			o = append(o, x)
		}
	}
	return
}

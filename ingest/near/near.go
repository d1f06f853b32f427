// Package near finds texts that share passages, among very many, without
// comparing every text with every other.
//
// Each text leaves fingerprints of runs of its words, chosen by winnowing: of
// every [window] runs that follow one another, the one with the least hash. Two
// texts that share [Certain] words in a row share a fingerprint, whatever stands
// around them; so a story is found within a longer page too, where a sketch of
// the whole text would miss it. Texts with fingerprints in common are then
// compared word by word.
//
// Winnowing: S. Schleimer, D. S. Wilkerson, A. Aiken, Winnowing: Local Algorithms
// for Document Fingerprinting, SIGMOD 2003.
package near

import (
	"cmp"
	"slices"
)

const (
	run    = 6  // words that one hash covers
	window = 12 // runs of which one is chosen
	// Certain is how many words in a row two texts must share so that they are
	// surely compared.
	Certain = run + window - 1
	// common is how many texts a fingerprint may stand in before it is taken for a
	// phrase of the trade: then each text is paired only with the next one that
	// has it, so that many outlets of one story still hang together.
	common = 48
	// fewest is the share of the shorter text's fingerprints that a pair must have in
	// common to be compared.
	fewest = 0.15
)

// An Index holds the fingerprints of texts. The zero Index is empty.
type Index struct {
	prints []print
	counts []int // of fingerprints, by text
}

type print struct {
	hash uint64
	text uint32
}

// Add takes in a text and gives its number, from 0.
func (x *Index) Add(text string) int {
	n := len(x.counts)
	chosen := winnow(hashes(wordsOf(text)))
	for _, h := range chosen {
		x.prints = append(x.prints, print{h, uint32(n)})
	}
	x.counts = append(x.counts, len(chosen))
	return n
}

// A Pair of texts to be compared, by their numbers, A before B.
type Pair struct{ A, B int }

// Pairs are the texts that share so many fingerprints that they may tell one
// story, in the order of their numbers.
func (x *Index) Pairs() []Pair {
	slices.SortFunc(x.prints, func(a, b print) int {
		return cmp.Or(cmp.Compare(a.hash, b.hash), cmp.Compare(a.text, b.text))
	})
	shared := map[Pair]int{}
	for from := 0; from < len(x.prints); {
		to := from + 1
		for to < len(x.prints) && x.prints[to].hash == x.prints[from].hash {
			to++
		}
		count(shared, x.prints[from:to])
		from = to
	}
	var pairs []Pair
	for p, n := range shared {
		if float64(n) >= fewest*float64(min(x.counts[p.A], x.counts[p.B])) {
			pairs = append(pairs, p)
		}
	}
	slices.SortFunc(pairs, func(a, b Pair) int { return cmp.Or(cmp.Compare(a.A, b.A), cmp.Compare(a.B, b.B)) })
	return pairs
}

// count notes that the texts of one fingerprint share it.
func count(shared map[Pair]int, same []print) {
	reach := len(same)
	if reach > common {
		reach = 2
	}
	for i := range same {
		for j := i + 1; j < min(i+reach, len(same)); j++ {
			shared[Pair{int(same[i].text), int(same[j].text)}]++
		}
	}
}

// winnow chooses of every window the least hash, the last of several that are
// equal, and each place once.
func winnow(all []uint64) []uint64 {
	var chosen []uint64
	if len(all) == 0 {
		return nil
	}
	last := -1
	queue := make([]int, 0, window) // places in the window, their hashes rising
	for i, h := range all {
		for len(queue) > 0 && all[queue[len(queue)-1]] >= h {
			queue = queue[:len(queue)-1]
		}
		queue = append(queue, i)
		if queue[0] <= i-window {
			queue = queue[1:]
		}
		if full := i >= window-1 || i == len(all)-1; full && queue[0] != last {
			last = queue[0]
			chosen = append(chosen, all[last])
		}
	}
	slices.Sort(chosen)
	return slices.Compact(chosen)
}

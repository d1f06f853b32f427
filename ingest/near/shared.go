package near

import "slices"

// least is how many words in a row make a passage: fewer are turns of phrase.
const least = 8

// A Passage stands in two texts: by bytes, half-open. Its words are the same, in
// small letters and without marks.
type Passage struct {
	AStart, AEnd int
	BStart, BEnd int
	Words        int
}

// Overlap is what two texts share.
type Overlap struct {
	Passages []Passage // in the order of A
	Words    int       // in them
	Share    float64   // of the shorter text's words that stand in them, 0 to 1
}

// Shared finds the passages that two texts have in common, the longest first at
// each place; it takes time linear in both, times a small number.
func Shared(a, b string) Overlap {
	wa, wb := wordsOf(a), wordsOf(b)
	if len(wb) > len(wa) {
		o := shared(wb, wa)
		for i, p := range o.Passages {
			o.Passages[i] = Passage{p.BStart, p.BEnd, p.AStart, p.AEnd, p.Words}
		}
		return o.sorted()
	}
	return shared(wa, wb).sorted()
}

func (o Overlap) sorted() Overlap {
	slices.SortFunc(o.Passages, func(p, q Passage) int { return p.AStart - q.AStart })
	return o
}

// shared looks for the runs of the shorter text in the longer one.
func shared(long, short []word) (o Overlap) {
	if len(short) < run || len(long) < run {
		return o
	}
	places := placesOf(hashes(long))
	all := hashes(short)
	for j := 0; j < len(all); {
		at, length := longest(long, short, places[all[j]], j)
		if length < least {
			j++
			continue
		}
		o.Passages = append(o.Passages, Passage{long[at].start, long[at+length-1].end, short[j].start, short[j+length-1].end, length})
		o.Words += length
		j += length
	}
	o.Share = float64(o.Words) / float64(len(short))
	return o
}

// tried is how many places of one run are tried.
const tried = 4

func placesOf(all []uint64) map[uint64][]int32 {
	places := make(map[uint64][]int32, len(all))
	for i, h := range all {
		if p := places[h]; len(p) < tried {
			places[h] = append(p, int32(i))
		}
	}
	return places
}

// longest is where the words from j on go on longest.
func longest(long, short []word, places []int32, j int) (at, length int) {
	for _, p := range places {
		n := 0
		for int(p)+n < len(long) && j+n < len(short) && long[int(p)+n].hash == short[j+n].hash {
			n++
		}
		if n > length {
			at, length = int(p), n
		}
	}
	return at, length
}

package near

import (
	"unicode"
	"unicode/utf8"
)

// A word stands at its bytes; its hash is that of its letters, in small, without
// accents that are characters of their own.
type word struct {
	hash       uint64
	start, end int
}

func wordsOf(text string) []word {
	words := make([]word, 0, len(text)/6)
	const offset, prime = 14695981039346656037, 1099511628211 // FNV-1a
	in, w := false, word{}
	end := func(at int) {
		if in {
			w.end, w.hash = at, mix(w.hash)
			words = append(words, w)
		}
		in = false
	}
	for at := 0; at < len(text); {
		r, size := rune(text[at]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[at:])
		}
		switch {
		case r < utf8.RuneSelf && ('a' <= r && r <= 'z' || '0' <= r && r <= '9'), 'A' <= r && r <= 'Z', r >= utf8.RuneSelf && (unicode.IsLetter(r) || unicode.IsDigit(r)) && r != 'ـ':
			if !in {
				in, w = true, word{hash: offset, start: at}
			}
			if r < utf8.RuneSelf {
				w.hash = (w.hash ^ uint64(r|0x20)) * prime
			} else {
				w.hash = (w.hash ^ uint64(unicode.ToLower(r))) * prime
			}
		case r >= utf8.RuneSelf && (unicode.Is(unicode.Mn, r) || r == 'ـ' || r == '\u00ad' || r == '\u200b'):
		default:
			end(at)
		}
		at += size
	}
	end(len(text))
	return words
}

// mix spreads a hash over its bits (splitmix64), so that the least of several is
// as good as drawn.
func mix(h uint64) uint64 {
	h ^= h >> 30
	h *= 0xbf58476d1ce4e5b9
	h ^= h >> 27
	h *= 0x94d049bb133111eb
	return h ^ h>>31
}

// hashes are those of all runs of words; a text of fewer has one.
func hashes(words []word) []uint64 {
	if len(words) == 0 {
		return nil
	}
	n := min(run, len(words))
	const base = 0x9e3779b97f4a7c15
	top := uint64(1) // base to the power of n-1
	for range n - 1 {
		top *= base
	}
	all := make([]uint64, 0, len(words)-n+1)
	var h uint64
	for i, w := range words {
		if i >= n {
			h -= words[i-n].hash * top
		}
		h = h*base + w.hash
		if i >= n-1 {
			all = append(all, mix(h))
		}
	}
	return all
}

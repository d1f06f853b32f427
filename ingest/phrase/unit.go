package phrase

// A unit is what one word or phrase of the tables covers, or one token that the
// tables do not hold. Hyphens and apostrophes within words are no units.
type unit struct {
	tag      *tag
	from, to int  // tokens
	mark     rune // of a mark
	hyphened bool // joined to the unit before by a hyphen
}

// units groups the tokens by the longest phrases of the language's tables.
func (r *reader) group(tokens []token) {
	r.tokens, r.units, r.does = tokens, r.units[:0], 0
	hyphened := false
	for i := 0; i < len(tokens); {
		if r.inner(i) {
			hyphened = isHyphen(tokens[i].mark)
			i++
			continue
		}
		t, to := r.match(i)
		u := unit{tag: t, from: i, to: to, hyphened: hyphened}
		if tokens[i].kind == markToken && t == nil {
			u.mark = tokens[i].mark
		}
		if t != nil {
			r.does |= t.does
		}
		r.units = append(r.units, u)
		i, hyphened = to, false
	}
}

// inner tells whether the token is a hyphen or an apostrophe inside a word.
func (r *reader) inner(i int) bool {
	t := &r.tokens[i]
	if t.kind != markToken || !isHyphen(t.mark) && !isApostrophe(t.mark) {
		return false
	}
	return i > 0 && t.glued && r.tokens[i-1].kind != markToken && i+1 < len(r.tokens) && r.tokens[i+1].glued && r.tokens[i+1].kind != markToken
}

func isHyphen(r rune) bool { return r == '-' || r == '‐' || r == '‑' || r == '–' || r == '—' }

// match finds the longest phrase that begins at token i.
func (r *reader) match(i int) (*tag, int) {
	t, second := &r.tokens[i], &token{}
	for j := i + 1; j < len(r.tokens) && j <= i+2; j++ {
		if second = &r.tokens[j]; second.kind != markToken || !r.inner(j) {
			break
		}
	}
	for _, word := range [2]int32{t.word, t.stem} {
		if word == 0 {
			continue
		}
		list := r.lang.phrases[word]
		for k := range list {
			if w := list[k].second; w != 0 && w != second.word && w != second.stem {
				continue // most phrases end here; saves the call
			}
			if to, ok := r.matches(list[k].rest, i+1); ok {
				return list[k].tag, to
			}
		}
	}
	return nil, i + 1
}

// matches tells whether the words stand at token i, and where they end.
func (r *reader) matches(words []int32, i int) (int, bool) {
	for _, word := range words {
		if i < len(r.tokens) && r.tokens[i].kind == markToken && r.inner(i) {
			i++
		}
		if i >= len(r.tokens) || r.tokens[i].word != word && r.tokens[i].stem != word {
			return i, false
		}
		i++
	}
	return i, true
}

// at is the tag of unit i; nil beyond the sentence.
func (r *reader) at(i int) *tag {
	if i < 0 || i >= len(r.units) {
		return nil
	}
	return r.units[i].tag
}

func (r *reader) is(i int, d does) bool {
	if uint(i) >= uint(len(r.units)) {
		return false
	}
	t := r.units[i].tag
	return t != nil && t.does&d != 0
}

// markAt is the mark that unit i is; 0 for anything else.
func (r *reader) markAt(i int) rune {
	if i < 0 || i >= len(r.units) {
		return 0
	}
	return r.units[i].mark
}

// first is the token with which unit i begins.
func (r *reader) first(i int) *token {
	if i < 0 || i >= len(r.units) {
		return &token{}
	}
	return &r.tokens[r.units[i].from]
}

// unknown tells whether unit i is a word that the tables do not hold.
func (r *reader) unknown(i int) bool {
	return i >= 0 && i < len(r.units) && r.units[i].tag == nil && r.first(i).kind == wordToken
}

// adverb tells whether unit i is an adverb that the tables do not hold.
func (r *reader) adverb(i int) bool { return r.unknown(i) && r.first(i).adverb }

// bytes are the text's bytes from unit i up to unit j.
func (r *reader) bytes(i, j int) (start, end int) {
	return r.tokens[r.units[i].from].start, r.tokens[r.units[j-1].to-1].end
}

// glued tells whether nothing stands between unit i and the next: "بـ15".
func (r *reader) glued(i int) bool { return i+1 < len(r.units) && r.first(i+1).glued }

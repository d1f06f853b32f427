package phrase

// seenWords is how many words a long text keeps with what the tables say of them: most
// words stand there often, and a look here is cheaper than to fold and look up again.
const seenWords = 1 << 11

// longText is from how many bytes on a text is worth it.
const longText = 1 << 14

// A seenWord is a word as written, and its token at the place where it was last looked up.
type seenWord struct {
	written string
	token   token
}

// known looks the word up, or remembers it.
func (s *scanner) known(t token) token {
	if s.seen == nil {
		return s.lookUp(t)
	}
	written := s.text[t.start:t.end]
	slot := &s.seen[slotOf(written)]
	if slot.written == written {
		seen := slot.token
		seen.start, seen.end = t.start, t.end
		return seen
	}
	found := s.lookUp(t)
	if found.end == t.end { // an Arabic conjunction may have been parted from it
		*slot = seenWord{written, found}
	}
	return found
}

// slotOf spreads words over the slots (FNV-1a).
func slotOf(word string) int {
	h := uint32(2166136261)
	for i := 0; i < len(word); i++ {
		h = (h ^ uint32(word[i])) * 16777619
	}
	return int((h ^ h>>15) % seenWords)
}

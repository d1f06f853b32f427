package aggregate

func (a *addedUp) join(more *addedUp) {
	a.tally.join(&more.tally)
	for i, t := range more.under {
		a.held(i).join(t)
	}
}

// join adds what other sums, by the same breakdowns and settings, added up of other
// incidents.
func (s *sums) join(other *sums) {
	questions := make([]int32, len(other.asked.questions))
	for i, q := range other.asked.questions {
		questions[i] = s.asked.place(q)
	}
	for i, under := range other.cells {
		key := s.keys.place(other.keys.texts[i])
		for j, more := range under {
			if more != nil {
				s.takeOver(cell{key, questions[j]}, more)
			}
		}
	}
	s.dealt = append(s.dealt, other.dealt...)
}

// takeOver adds what other sums added up in a cell, which they do not use any more.
func (s *sums) takeOver(c cell, more *addedUp) {
	if added := s.room(c); *added == nil {
		*added = more
	} else {
		(*added).join(more)
	}
}

// joinAll adds all of other sums up under the one key of the sums without a breakdown.
func (s *sums) joinAll(other *sums) {
	for _, under := range other.cells {
		for question, more := range under {
			if more != nil {
				s.at(cell{s.keys.place(""), s.asked.place(other.asked.questions[question])}).join(more)
			}
		}
	}
}

package server

import (
	"sync"
	"sync/atomic"
)

// A once is made when it is first asked for, however many ask at the same time.
type once[T any] struct {
	get         func() T
	asked, made atomic.Bool
}

func later[T any](make func() T) *once[T] {
	o := &once[T]{}
	get := sync.OnceValue(func() T {
		value := make()
		o.made.Store(true)
		return value
	})
	o.get = func() T {
		o.asked.Store(true)
		return get()
	}
	return o
}

// carried is a once of the next state: what was made is changed at once, which costs
// less than making it anew; what nobody asked for yet is made when somebody does.
func carried[T any](was *once[T], anew func() T, change func(T) T) *once[T] {
	if !was.made.Load() {
		return later(anew)
	}
	value := change(was.get())
	next := later(func() T { return value })
	next.get()
	return next
}

// keptAnswers are how many answers lie ready in one state of the book.
const keptAnswers = 24

type namedAnswer struct {
	name string
	once *once[any]
}

// remember gives what was made of a showing under a name; it is made once. Whoever gets it
// leaves it as it is.
func remember[T any](s *showing, name string, make func() T) T {
	s.mu.Lock()
	a := keptLast(&s.answers, func(a *namedAnswer) bool { return a.name == name })
	if a == nil {
		made := &namedAnswer{name, later(func() any { return make() })}
		s.answers = addLast(s.answers, made, keptAnswers)
		a = &made
	}
	s.mu.Unlock()
	return (*a).once.get().(T)
}

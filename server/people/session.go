package people

import (
	"slices"
	"strings"
	"time"

	"tollbook/casualty"
	"tollbook/store"
)

// A session ends when it was not used for idle, and in any case after lasts.
const (
	idle     = 12 * time.Hour
	lasts    = 7 * 24 * time.Hour
	touching = 5 * time.Minute // how exactly the last use is kept
)

// A Session is one browser in which a person signed in.
type Session struct {
	ID    string          `json:"id"` // for lists; it opens nothing
	Name  string          `json:"name"`
	Began casualty.Moment `json:"began"`
	Used  casualty.Moment `json:"used"` // to five minutes
	From  string          `json:"from"` // the address of the request that opened it
}

const sessions store.Drawer[Session] = "sessions"

// open makes a session of a new secret: nothing that a browser sent before it
// signed in is of any use after it.
func (k *Keeper) open(name, from string) (string, error) {
	token := Secret()
	return token, k.book.Shelve(func(s *store.Shelf) error {
		k.sweep(s)
		at := k.moment()
		return sessions.Put(s, digest(token), Session{ID: Secret()[:12], Name: name, Began: at, Used: at, From: from})
	})
}

// Session is the account and session that a cookie's secret opens.
func (k *Keeper) Session(token string) (a Account, session Session, err error) {
	err = k.book.Read(store.At{}, func(v *store.View) (err error) {
		var ok bool
		if session, ok, err = sessions.Get(v, digest(token)); err != nil || !ok || k.over(session) {
			return ErrToken
		}
		a, ok, err = accounts.Get(v, key(session.Name))
		if err != nil || !ok || a.Off {
			return ErrToken
		}
		return nil
	})
	if err == nil && session.Used < k.in(-touching) {
		err = k.touch(token)
	}
	return a, session, err
}

// touch notes that a session is used. One that was ended meanwhile stays ended.
func (k *Keeper) touch(token string) error {
	return k.book.Shelve(func(s *store.Shelf) error {
		session, ok, err := sessions.Get(s, digest(token))
		if err != nil || !ok {
			return err
		}
		session.Used = k.moment()
		return sessions.Put(s, digest(token), session)
	})
}

func (k *Keeper) over(s Session) bool { return s.Used < k.in(-idle) || s.Began < k.in(-lasts) }

// sweep takes sessions away that are over.
func (k *Keeper) sweep(s *store.Shelf) {
	var gone []string
	for at, session := range sessions.All(s) {
		if k.over(session) {
			gone = append(gone, at)
		}
	}
	for _, at := range gone {
		_ = sessions.Delete(s, at) // tried again at the next sign-in
	}
}

// Sessions lists the sessions of one account, or of all for an empty name, the
// last used first.
func (k *Keeper) Sessions(name string) (list []Session, err error) {
	err = k.book.Read(store.At{}, func(v *store.View) error {
		for _, s := range sessions.All(v) {
			if !k.over(s) && (name == "" || s.Name == name) {
				list = append(list, s)
			}
		}
		return nil
	})
	slices.SortFunc(list, func(a, b Session) int { return strings.Compare(string(b.Used), string(a.Used)) })
	return list, err
}

// SignOut ends the session that a secret opens.
func (k *Keeper) SignOut(token string) error {
	return k.book.Shelve(func(s *store.Shelf) error { return sessions.Delete(s, digest(token)) })
}

// EndSession ends one session of an account by its id, or all for an empty id.
func (k *Keeper) EndSession(name, id string) error {
	return k.book.Shelve(func(s *store.Shelf) error {
		return endSessionsIf(s, func(x Session) bool { return x.Name == name && (id == "" || x.ID == id) })
	})
}

// endSessions ends the sessions of an account but the one of this id.
func endSessions(s *store.Shelf, name, keep string) error {
	return endSessionsIf(s, func(x Session) bool { return x.Name == name && (keep == "" || x.ID != keep) })
}

func endSessionsIf(s *store.Shelf, gone func(Session) bool) error {
	var keys []string
	for at, session := range sessions.All(s) {
		if gone(session) {
			keys = append(keys, at)
		}
	}
	for _, at := range keys {
		if err := sessions.Delete(s, at); err != nil {
			return err
		}
	}
	return nil
}

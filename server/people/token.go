package people

import (
	"slices"
	"time"

	"tollbook/casualty"
	"tollbook/store"
)

// A Token lets a program act for a person, within its scopes and the person's
// role: it never allows what the person may not do.
type Token struct {
	ID     string          `json:"id"` // for lists; it opens nothing
	Name   string          `json:"name"`
	Label  string          `json:"label"`
	Scopes []Action        `json:"scopes"`
	Made   casualty.Moment `json:"made"`
	Until  casualty.Moment `json:"until"`
}

const tokens store.Drawer[Token] = "tokens"

// tokenMark begins every token, so that one that went astray is known for what it is.
const tokenMark = "tollbook_"

// maxTokenDays is how long a token may last.
const maxTokenDays = 366

// MakeToken makes a token and gives it this once. One token cannot make another:
// the caller asks a session for it.
func (k *Keeper) MakeToken(name, label string, scopes []Action, days int) (string, error) {
	if label == "" || len(label) > 80 {
		return "", &casualty.Problem{Where: "label", Want: "a word for what the token is for, of at most 80 characters"}
	}
	if days < 1 || days > maxTokenDays {
		return "", &casualty.Problem{Where: "days", Want: "how long it lasts, 1 to 366 days"}
	}
	for _, scope := range scopes {
		if !slices.Contains(Actions, scope) || scope == Own || scope == Manage {
			return "", &casualty.Problem{Where: "scopes", Want: "some of see_figures, see_sources, record, decide, sign_off, release"}
		}
	}
	if len(scopes) == 0 {
		return "", &casualty.Problem{Where: "scopes", Want: "at least one thing that the token may do"}
	}
	made := tokenMark + Secret()
	return made, k.book.Shelve(func(s *store.Shelf) error {
		err := tokens.Put(s, digest(made), Token{
			ID: Secret()[:12], Name: name, Label: label, Scopes: scopes,
			Made: k.moment(), Until: k.in(time.Duration(days) * 24 * time.Hour),
		})
		if err != nil {
			return err
		}
		return k.note(s, name, "made a token", name)
	})
}

// Token is the account that a token acts for.
func (k *Keeper) Token(token string) (a Account, t Token, err error) {
	err = k.book.Read(store.At{}, func(v *store.View) (err error) {
		var ok bool
		if t, ok, err = tokens.Get(v, digest(token)); err != nil || !ok || t.Until < k.moment() {
			return ErrToken
		}
		a, ok, err = accounts.Get(v, key(t.Name))
		if err != nil || !ok || a.Off {
			return ErrToken
		}
		return nil
	})
	return a, t, err
}

// Tokens lists the tokens of an account.
func (k *Keeper) Tokens(name string) (list []Token, err error) {
	err = k.book.Read(store.At{}, func(v *store.View) error {
		for _, t := range tokens.All(v) {
			if t.Name == name {
				list = append(list, t)
			}
		}
		return nil
	})
	return list, err
}

// EndToken ends one token of an account by its id.
func (k *Keeper) EndToken(name, id string) error {
	return k.book.Shelve(func(s *store.Shelf) error {
		return endTokensIf(s, func(t Token) bool { return t.Name == name && t.ID == id })
	})
}

func endTokens(s *store.Shelf, name string) error {
	return endTokensIf(s, func(t Token) bool { return t.Name == name })
}

func endTokensIf(s *store.Shelf, gone func(Token) bool) error {
	var keys []string
	for at, t := range tokens.All(s) {
		if gone(t) {
			keys = append(keys, at)
		}
	}
	for _, at := range keys {
		if err := tokens.Delete(s, at); err != nil {
			return err
		}
	}
	return nil
}

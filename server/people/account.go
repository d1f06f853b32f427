package people

import (
	"errors"
	"regexp"
	"slices"
	"strings"
	"unicode/utf8"

	"tollbook/casualty"
	"tollbook/store"
)

// An Account is one person on a served book. Its name is the author in the
// journal, so it never changes and is never given twice.
type Account struct {
	Name     string          `json:"name"`
	Role     Role            `json:"role"`
	Off      bool            `json:"off,omitempty"` // may not sign in any more
	Made     casualty.Moment `json:"made"`
	Hash     string          `json:"hash,omitempty"`      // argon2id of the password; empty: invited, not here yet
	Invite   string          `json:"invite,omitempty"`    // digest of the invitation
	Until    casualty.Moment `json:"until,omitempty"`     // of the invitation
	Secret   string          `json:"secret,omitempty"`    // of the one-time codes
	Code     bool            `json:"code,omitempty"`      // one-time codes are asked for
	LastStep int64           `json:"last_step,omitempty"` // of the last code, which counts once
}

const accounts store.Drawer[Account] = "accounts"

// accountName is how a name may look: it stands in the journal for ever.
var accountName = regexp.MustCompile(`^[\p{L}\p{N}][\p{L}\p{N} ._'-]{0,62}[\p{L}\p{N}.]$`)

func checkName(name string) error {
	if !accountName.MatchString(name) {
		return &casualty.Problem{Where: "name", Want: "2 to 64 letters, digits, spaces, dots or hyphens, such as r.lindqvist"}
	}
	return nil
}

// Bounds of a password, in characters.
const (
	minPassword = 12
	maxPassword = 200
)

func checkPassword(password string) error {
	if n := utf8.RuneCountInString(password); n < minPassword || n > maxPassword {
		return &casualty.Problem{Where: "password", Want: "12 to 200 characters; four words that do not belong together are easy to keep in mind"}
	}
	return nil
}

// key is a name without its case: "Amal" and "amal" are one account.
func key(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

var (
	// ErrSignIn: no such account, a wrong password or code, or switched off; which
	// of them is not told.
	ErrSignIn = errors.New("the name, the password or the code is not right")
	// ErrThrottled: too many tries in a short time.
	ErrThrottled = errors.New("too many tries: wait a minute and try again")
	// ErrToken: the token, invitation or session is not known or has run out.
	ErrToken = errors.New("this link or token is not known, was used, or has run out")
	// ErrLast: somebody must be able to look after the accounts.
	ErrLast = errors.New("this is the last administrator: make another one first")
	// ErrMeanwhile: somebody else changed the account after it was looked at.
	ErrMeanwhile = errors.New("somebody else changed this account meanwhile")
	// ErrManage: only an administrator looks after accounts.
	ErrManage = errors.New("only an administrator looks after accounts")
	// ErrSetUp: the first person is there already.
	ErrSetUp = errors.New("the book has its first person already; ask an administrator for an invitation")
)

// Served tells whether the book has accounts: then it is no book of one person,
// and a decision needs a second one.
func Served(book *store.Book) (bool, error) {
	served := false
	err := book.Read(store.At{}, func(v *store.View) error {
		for range accounts.All(v) {
			served = true
			break
		}
		return nil
	})
	return served, err
}

// Accounts lists all accounts by name, without their secrets.
func (k *Keeper) Accounts() (list []Account, err error) {
	err = k.book.Read(store.At{}, func(v *store.View) error {
		for _, a := range accounts.All(v) {
			a.Hash, a.Secret, a.Invite = known(a.Hash), "", known(a.Invite)
			list = append(list, a)
		}
		return nil
	})
	return list, err
}

// known keeps of a secret only that there is one.
func known(secret string) string {
	if secret == "" {
		return ""
	}
	return "set"
}

// change amends one account.
func (k *Keeper) change(by, name, what string, fn func(*store.Shelf, *Account) error) error {
	return k.book.Shelve(func(s *store.Shelf) error {
		a, ok, err := accounts.Get(s, key(name))
		if err != nil {
			return err
		}
		if !ok {
			return &casualty.Problem{Where: "name", Want: "the name of an account"}
		}
		if err := fn(s, &a); err != nil {
			return err
		}
		if err := k.note(s, by, what, a.Name); err != nil {
			return err
		}
		return accounts.Put(s, key(name), a)
	})
}

// manages refuses, within the transaction, who may not look after accounts any more.
func manages(s *store.Shelf, by string) error {
	a, ok, err := accounts.Get(s, key(by))
	if err == nil && (!ok || a.Off || !a.Role.May(Manage)) {
		err = ErrManage
	}
	return err
}

// SetRole gives an account another role; its sessions end, so that the old role
// ends with them.
func (k *Keeper) SetRole(by, name string, role Role) error { return k.ChangeRole(by, name, "", role) }

// ChangeRole is SetRole for somebody who saw that the account has the role was: the
// error is [ErrMeanwhile] where it has another one by now. An empty was asks nothing.
func (k *Keeper) ChangeRole(by, name string, was, role Role) error {
	if !slices.Contains(Roles, role) {
		return &casualty.Problem{Where: "role", Want: "one of data_viewer, viewer, researcher, reviewer, administrator"}
	}
	return k.change(by, name, "role "+string(role), func(s *store.Shelf, a *Account) error {
		if err := manages(s, by); err != nil {
			return err
		}
		if was != "" && a.Role != was {
			return ErrMeanwhile
		}
		if role != Administrator && lastAdministrator(s, *a) {
			return ErrLast
		}
		a.Role = role
		return endSessions(s, a.Name, "")
	})
}

// SwitchOff keeps an account from signing in, or lets it again. Its name stays:
// it stands in the journal.
func (k *Keeper) SwitchOff(by, name string, off bool) error {
	what := map[bool]string{true: "switched off", false: "switched on"}[off]
	return k.change(by, name, what, func(s *store.Shelf, a *Account) error {
		if err := manages(s, by); err != nil {
			return err
		}
		if off && lastAdministrator(s, *a) {
			return ErrLast
		}
		a.Off = off
		return errors.Join(endSessions(s, a.Name, ""), endTokens(s, a.Name))
	})
}

func lastAdministrator(s *store.Shelf, a Account) bool {
	for _, other := range accounts.All(s) {
		if other.Name != a.Name && other.Role == Administrator && !other.Off && other.Hash != "" {
			return false
		}
	}
	return a.Role == Administrator && !a.Off
}

// Now is an account as it is within a transaction.
func (k *Keeper) Now(from store.ShelfReader, name string) (a Account, ok bool, err error) {
	return accounts.Get(from, key(name))
}

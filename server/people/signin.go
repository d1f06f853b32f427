package people

import (
	"errors"
	"time"

	"tollbook/casualty"
	"tollbook/store"
)

// invitationLasts is how long an invitation can be taken up.
const invitationLasts = 7 * 24 * time.Hour

// SetupToken makes the token with which the first person is set up, and forgets
// an earlier one. It is empty where the book has its first person.
func (k *Keeper) SetupToken() (string, error) {
	served, err := Served(k.book)
	if err != nil || served {
		return "", err
	}
	token := Secret()
	k.setup = digest(token)
	return token, nil
}

// SetUp makes the first account, an administrator.
func (k *Keeper) SetUp(token, name, password string) error {
	if k.setup == "" || digest(token) != k.setup {
		return ErrToken
	}
	if err := errors.Join(checkName(name), checkPassword(password)); err != nil {
		return err
	}
	hash, err := k.hash(password)
	if err != nil {
		return err
	}
	return k.book.Shelve(func(s *store.Shelf) error {
		for range accounts.All(s) {
			return ErrSetUp
		}
		err := accounts.Put(s, key(name), Account{Name: name, Role: Administrator, Made: k.moment(), Hash: hash})
		return errors.Join(err, k.note(s, name, "first person", name))
	})
}

// Invite makes an account for somebody who will choose a password, and gives the
// token for that. Inviting a person who has not come yet gives a new token; for
// one who has, it lets them choose a new password.
func (k *Keeper) Invite(by, name string, role Role) (token string, err error) {
	if err := checkName(name); err != nil {
		return "", err
	}
	if !role.May(Own) {
		return "", &casualty.Problem{Where: "role", Want: "one of data_viewer, viewer, researcher, reviewer, administrator"}
	}
	token = Secret()
	err = k.book.Shelve(func(s *store.Shelf) error {
		if err := manages(s, by); err != nil {
			return err
		}
		if _, ok, err := accounts.Get(s, key(name)); ok || err != nil {
			return errors.Join(err, &casualty.Problem{Where: "name", Want: "a name that no account has: names stand in the journal for ever"})
		}
		a := Account{Name: name, Role: role, Made: k.moment(), Invite: digest(token), Until: k.in(invitationLasts)}
		return errors.Join(accounts.Put(s, key(name), a), k.note(s, by, "invited as "+string(role), name))
	})
	return token, err
}

// InviteAgain gives a new invitation to an account: for a person who has not come
// yet, or who has lost the password or the codes. Sessions end when it is taken up.
func (k *Keeper) InviteAgain(by, name string) (token string, err error) {
	token = Secret()
	err = k.change(by, name, "invited again", func(s *store.Shelf, a *Account) error {
		if err := manages(s, by); err != nil {
			return err
		}
		a.Invite, a.Until = digest(token), k.in(invitationLasts)
		return nil
	})
	return token, err
}

// Accept takes an invitation up: the person chooses a password.
func (k *Keeper) Accept(token, password string) (name string, err error) {
	if err := checkPassword(password); err != nil {
		return "", err
	}
	hash, err := k.hash(password)
	if err != nil {
		return "", err
	}
	err = k.book.Shelve(func(s *store.Shelf) error {
		for at, a := range accounts.All(s) {
			if a.Invite == "" || a.Invite != digest(token) || a.Until < k.moment() || a.Off {
				continue
			}
			name = a.Name
			a.Hash, a.Invite, a.Until, a.Code, a.Secret = hash, "", "", false, ""
			return errors.Join(accounts.Put(s, at, a), endSessions(s, a.Name, ""), k.note(s, a.Name, "took the invitation up", a.Name))
		}
		return ErrToken
	})
	return name, err
}

// SignIn opens a session and gives its secret. where is the address that the
// request came from: tries are counted by it and by the name.
func (k *Keeper) SignIn(name, password, code, where string) (string, error) {
	giveBack, ok := k.tries.try("from "+where, "as "+key(name))
	if !ok {
		return "", ErrThrottled
	}
	a, err := k.account(name)
	if err != nil {
		return "", err
	}
	if !k.matches(password, a.Hash) || a.Off {
		return "", ErrSignIn
	}
	if a.Code {
		if err := k.useCode(a.Name, code); err != nil {
			return "", err
		}
	}
	giveBack()
	return k.open(a.Name, where)
}

// proves asks a signed-in person for the password once more.
func (k *Keeper) proves(name, password, where string) error {
	giveBack, ok := k.tries.try("as " + key(name))
	if !ok {
		return ErrThrottled
	}
	a, err := k.account(name)
	if err != nil {
		return err
	}
	if !k.matches(password, a.Hash) {
		return &casualty.Problem{Where: where, Want: "the password that holds now"}
	}
	giveBack()
	return nil
}

func (k *Keeper) account(name string) (a Account, err error) {
	err = k.book.Read(store.At{}, func(v *store.View) (err error) {
		a, _, err = accounts.Get(v, key(name))
		return err
	})
	return a, err
}

// ChangePassword asks for the old one. Every other session ends.
func (k *Keeper) ChangePassword(name, old, password, keep string) error {
	if err := errors.Join(k.proves(name, old, "old"), checkPassword(password)); err != nil {
		return err
	}
	hash, err := k.hash(password)
	if err != nil {
		return err
	}
	return k.change(name, name, "changed the password", func(s *store.Shelf, a *Account) error {
		a.Hash = hash
		return endSessions(s, a.Name, keep)
	})
}

package people

import (
	"time"

	"github.com/pquerna/otp"
	"github.com/pquerna/otp/totp"

	"tollbook/casualty"
	"tollbook/store"
)

// codePeriod is how long a one-time code shows, in seconds.
const codePeriod = 30

// BeginCodes makes the secret of one-time codes (RFC 6238) and gives it for an
// authenticator app. Codes are asked for once one was given to ConfirmCodes.
func (k *Keeper) BeginCodes(name, book string) (secret, address string, err error) {
	made, err := totp.Generate(totp.GenerateOpts{Issuer: "Tollbook " + book, AccountName: name, Period: codePeriod})
	if err != nil {
		return "", "", err
	}
	err = k.change(name, name, "began one-time codes", func(_ *store.Shelf, a *Account) error {
		if a.Code {
			return &casualty.Problem{Where: "codes", Want: "an account without one-time codes: end the old ones first"}
		}
		a.Secret = made.Secret()
		return nil
	})
	return made.Secret(), made.URL(), err
}

// ConfirmCodes begins to ask for codes, once the app shows the right one.
func (k *Keeper) ConfirmCodes(name, code string) error {
	return k.change(name, name, "uses one-time codes", func(_ *store.Shelf, a *Account) error {
		if a.Secret == "" {
			return &casualty.Problem{Where: "code", Want: "a secret first: begin one-time codes"}
		}
		if err := k.spend(a, code); err != nil {
			return err
		}
		a.Code = true
		return nil
	})
}

// EndCodes asks for the password and ends one-time codes.
func (k *Keeper) EndCodes(name, password string) error {
	if err := k.proves(name, password, "password"); err != nil {
		return err
	}
	return k.change(name, name, "ended one-time codes", func(_ *store.Shelf, a *Account) error {
		a.Code, a.Secret = false, ""
		return nil
	})
}

// useCode spends a code: it counts once.
func (k *Keeper) useCode(name, code string) error {
	return k.book.Shelve(func(s *store.Shelf) error {
		a, _, err := accounts.Get(s, key(name))
		if err != nil {
			return err
		}
		if err := k.spend(&a, code); err != nil {
			return err
		}
		return accounts.Put(s, key(name), a)
	})
}

// spend accepts the code of now, of the step before or after, and none that is
// not newer than the last one that was accepted.
func (k *Keeper) spend(a *Account, code string) error {
	now := k.now().Unix() / codePeriod
	for step := now - 1; step <= now+1; step++ {
		at := time.Unix(step*codePeriod, 0)
		right, err := totp.GenerateCodeCustom(a.Secret, at, totp.ValidateOpts{Period: codePeriod, Digits: otp.DigitsSix, Algorithm: otp.AlgorithmSHA1})
		if err == nil && right == code && step > a.LastStep {
			a.LastStep = step
			return nil
		}
	}
	return ErrSignIn
}

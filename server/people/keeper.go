package people

import (
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/hex"
	"fmt"
	"sync"
	"time"

	"github.com/alexedwards/argon2id"

	"tollbook/casualty"
	"tollbook/store"
)

// A Keeper looks after the accounts of one open book. Its methods may be called
// from many goroutines at once.
type Keeper struct {
	book    *store.Book
	now     func() time.Time
	hashing chan struct{} // as many passwords are hashed at once as it holds
	tries   throttle
	setup   string // digest of the token that makes the first account
	cost    *argon2id.Params
}

// New makes a keeper.
func New(book *store.Book, now func() time.Time) *Keeper { return NewWithCost(book, now, owasp) }

// NewWithCost makes a keeper whose passwords cost what a program's own tests can
// spend on a house full of people; a real book's keeper is made by New.
func NewWithCost(book *store.Book, now func() time.Time, cost *argon2id.Params) *Keeper {
	return &Keeper{book: book, now: now, hashing: make(chan struct{}, 4), tries: throttle{now: now}, cost: cost}
}

// owasp is what a password costs to hash: OWASP's least for argon2id, 19 MiB twice.
var owasp = &argon2id.Params{Memory: 19 << 10, Iterations: 2, Parallelism: 1, SaltLength: 16, KeyLength: 32}

func (k *Keeper) hash(password string) (string, error) {
	k.hashing <- struct{}{}
	defer func() { <-k.hashing }()
	return argon2id.CreateHash(password, k.cost)
}

// nobodys is compared with where there is no account, so that the time tells
// nothing about who has one.
var nobodys = sync.OnceValue(func() string {
	hash, err := argon2id.CreateHash("nobody's password", owasp)
	if err != nil {
		panic(err) // no randomness
	}
	return hash
})

func (k *Keeper) matches(password, hash string) bool {
	k.hashing <- struct{}{}
	defer func() { <-k.hashing }()
	if hash == "" {
		hash = nobodys()
		password = ""
	}
	ok, err := argon2id.ComparePasswordAndHash(password, hash)
	return ok && err == nil
}

// Secret is 32 random bytes as text for an address or a header.
func Secret() string {
	raw := make([]byte, 32)
	_, _ = rand.Read(raw) // never fails
	return base64.RawURLEncoding.EncodeToString(raw)
}

func digest(secret string) string {
	sum := sha256.Sum256([]byte(secret))
	return hex.EncodeToString(sum[:])
}

func (k *Keeper) moment() casualty.Moment { return casualty.MomentOf(k.now()) }

// in is the moment after d.
func (k *Keeper) in(d time.Duration) casualty.Moment { return casualty.MomentOf(k.now().Add(d)) }

// A Note is one line of the log of accounts.
type Note struct {
	At   casualty.Moment `json:"at"`
	By   string          `json:"by"`
	What string          `json:"what"`
	Whom string          `json:"whom"`
}

const notes store.Drawer[Note] = "account log"

// note writes to the log of accounts within the transaction that it tells of.
func (k *Keeper) note(s *store.Shelf, by, what, whom string) error {
	n := 0
	for range notes.All(s) {
		n++
	}
	return notes.Put(s, fmt.Sprintf("%09d", n+1), Note{k.moment(), by, what, whom})
}

// Notes are what was done to accounts, newest first.
func (k *Keeper) Notes() (list []Note, err error) {
	err = k.book.Read(store.At{}, func(v *store.View) error {
		for _, n := range notes.All(v) {
			list = append([]Note{n}, list...)
		}
		return nil
	})
	return list, err
}

package people

import (
	"errors"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/alexedwards/argon2id"
	"github.com/pquerna/otp/totp"

	"tollbook/store"
)

const password = "four words not together"

// house is a keeper on a new book with its first person, and a clock to turn.
func house(t *testing.T) (*Keeper, *time.Time) {
	t.Helper()
	clock := time.Date(2031, 3, 4, 9, 0, 0, 0, time.UTC)
	now := func() time.Time { return clock }
	book, err := store.Create(filepath.Join(t.TempDir(), "a.tollbook"), store.Options{Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { book.Close() })
	k := NewWithCost(book, now, &argon2id.Params{Memory: 8, Iterations: 1, Parallelism: 1, SaltLength: 16, KeyLength: 32})
	token, err := k.SetupToken()
	if err != nil {
		t.Fatal(err)
	}
	if err := k.SetUp(token, "first", password); err != nil {
		t.Fatal(err)
	}
	return k, &clock
}

func TestAPasswordCostsWhatIsAskedOfABookInEarnest(t *testing.T) {
	hash, err := New(nil, time.Now).hash(password)
	if err != nil || !strings.HasPrefix(hash, "$argon2id$v=19$m=19456,t=2,p=1$") {
		t.Errorf("%.40s, %v", hash, err)
	}
}

// joined invites somebody, who comes.
func joined(t *testing.T, k *Keeper, name string, role Role) {
	t.Helper()
	token, err := k.Invite("first", name, role)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.Accept(token, password); err != nil {
		t.Fatal(err)
	}
}

func signedIn(t *testing.T, k *Keeper, name string) string {
	t.Helper()
	token, err := k.SignIn(name, password, "", "127.0.0.1")
	if err != nil {
		t.Fatal(err)
	}
	return token
}

func TestTheFirstPersonIsSetUpOnceAndWithTheToken(t *testing.T) {
	k, _ := house(t)
	if token, err := k.SetupToken(); token != "" || err != nil {
		t.Errorf("a book with a person gives a setup token: %q, %v", token, err)
	}
	if err := k.SetUp("guessed", "second", password); !errors.Is(err, ErrToken) {
		t.Errorf("a guessed token: %v", err)
	}
	list, err := k.Accounts()
	if err != nil || len(list) != 1 || list[0].Role != Administrator {
		t.Errorf("%v, %v", list, err)
	}
}

func TestOnlyTheRightNamePasswordAndCodeSignIn(t *testing.T) {
	k, clock := house(t)
	secret, _, err := k.BeginCodes("first", "Example")
	if err != nil {
		t.Fatal(err)
	}
	code, _ := totp.GenerateCode(secret, *clock)
	if err := k.ConfirmCodes("first", code); err != nil {
		t.Fatal(err)
	}
	*clock = clock.Add(time.Minute)
	code, _ = totp.GenerateCode(secret, *clock)
	for _, tt := range []struct{ name, password, code string }{
		{"first", password, ""}, {"first", password, "000000"}, {"first", "wrong", code}, {"nobody", password, code}, {"nobody", "", ""},
	} {
		if _, err := k.SignIn(tt.name, tt.password, tt.code, "127.0.0.1"); !errors.Is(err, ErrSignIn) {
			t.Errorf("%v: %v, want one sentence for all", tt, err)
		}
	}
	if _, err := k.SignIn("First ", password, code, "127.0.0.1"); err != nil {
		t.Errorf("the right ones: %v", err)
	}
	if _, err := k.SignIn("first", password, code, "127.0.0.1"); !errors.Is(err, ErrSignIn) {
		t.Errorf("a code counted twice: %v", err)
	}
}

func TestGuessingIsSlowedByNameAndByAddress(t *testing.T) {
	k, clock := house(t)
	for range triesAtOnce {
		_, _ = k.SignIn("first", "wrong", "", "10.0.0.1")
	}
	if _, err := k.SignIn("first", password, "", "10.0.0.2"); !errors.Is(err, ErrThrottled) {
		t.Errorf("the name was tried too often: %v", err)
	}
	if _, err := k.SignIn("another", password, "", "10.0.0.1"); !errors.Is(err, ErrThrottled) {
		t.Errorf("the address tried too often: %v", err)
	}
	*clock = clock.Add(time.Minute)
	for range 3 * triesAtOnce {
		if _, err := k.SignIn("first", password, "", "10.0.0.1"); err != nil {
			t.Fatalf("who knows the password may come often: %v", err)
		}
	}
}

func TestASessionEndsBySigningOutByRevokingAndByTime(t *testing.T) {
	k, clock := house(t)
	holds := func(token string) bool { _, _, err := k.Session(token); return err == nil }
	one, two, three := signedIn(t, k, "first"), signedIn(t, k, "first"), signedIn(t, k, "first")
	if one == two || !holds(one) || !holds(two) {
		t.Fatal("two sign-ins, not two sessions")
	}
	if err := k.SignOut(one); err != nil || holds(one) || !holds(two) {
		t.Errorf("signing out of one: %v", err)
	}
	_, s, _ := k.Session(two)
	if err := k.EndSession("somebody else", s.ID); err != nil || !holds(two) {
		t.Errorf("a session of another account could be ended: %v", err)
	}
	if err := k.EndSession("first", s.ID); err != nil || holds(two) || !holds(three) {
		t.Errorf("revoking: %v", err)
	}
	for range 20 { // in use all the time
		*clock = clock.Add(10 * time.Hour)
		if !holds(three) {
			break
		}
	}
	if _, s, _ := k.Session(three); holds(three) {
		t.Errorf("a session in use since %s is open for ever", s.Began)
	}
	four := signedIn(t, k, "first")
	if *clock = clock.Add(idle + time.Minute); holds(four) {
		t.Error("an idle session stays open")
	}
}

func TestAChangeOfRoleOrPasswordEndsSessions(t *testing.T) {
	k, _ := house(t)
	joined(t, k, "amal", Reviewer)
	was := signedIn(t, k, "amal")
	if err := k.SetRole("first", "amal", Viewer); err != nil {
		t.Fatal(err)
	}
	if _, _, err := k.Session(was); !errors.Is(err, ErrToken) {
		t.Error("the session of the old role goes on")
	}
	one, two := signedIn(t, k, "amal"), signedIn(t, k, "amal")
	_, keep, _ := k.Session(one)
	if err := k.ChangePassword("amal", password, "another four words here", keep.ID); err != nil {
		t.Fatal(err)
	}
	if _, _, err := k.Session(one); err != nil {
		t.Error("the session in which the password was changed ended")
	}
	if _, _, err := k.Session(two); err == nil {
		t.Error("another session outlived the password")
	}
}

func TestAnInvitationCountsOnceAndForAWeek(t *testing.T) {
	k, clock := house(t)
	token, err := k.Invite("first", "amal", Researcher)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := k.SignIn("amal", "", "", "a"); !errors.Is(err, ErrSignIn) {
		t.Errorf("who has no password yet signs in without one: %v", err)
	}
	if _, err := k.Invite("first", "AMAL", Researcher); err == nil {
		t.Error("a name was given twice")
	}
	if _, err := k.Accept(token, password); err != nil {
		t.Fatal(err)
	}
	if _, err := k.Accept(token, "another four words here"); !errors.Is(err, ErrToken) {
		t.Errorf("taken up twice: %v", err)
	}
	late, _ := k.Invite("first", "berta", Viewer)
	if *clock = clock.Add(invitationLasts + time.Minute); true {
		if _, err := k.Accept(late, password); !errors.Is(err, ErrToken) {
			t.Errorf("after a week: %v", err)
		}
	}
}

func TestWhoIsNoAdministratorLooksAfterNobodysAccount(t *testing.T) {
	k, _ := house(t)
	joined(t, k, "amal", Reviewer)
	joined(t, k, "berta", Viewer)
	_, invited := k.Invite("amal", "carla", Viewer)
	_, again := k.InviteAgain("amal", "berta")
	for what, err := range map[string]error{"invite": invited, "invite again": again, "role": k.SetRole("amal", "berta", Administrator), "switch": k.SwitchOff("amal", "berta", true), "own role": k.SetRole("amal", "amal", Administrator)} {
		if !errors.Is(err, ErrManage) {
			t.Errorf("%s: %v", what, err)
		}
	}
}

func TestSomebodyCanAlwaysLookAfterTheAccounts(t *testing.T) {
	k, _ := house(t)
	if err := k.SwitchOff("first", "first", true); !errors.Is(err, ErrLast) {
		t.Errorf("the last administrator was switched off: %v", err)
	}
	if err := k.SetRole("first", "first", Viewer); !errors.Is(err, ErrLast) {
		t.Errorf("the last administrator was made a viewer: %v", err)
	}
	if _, err := k.Invite("first", "amal", Administrator); err != nil { // invited, and not here yet
		t.Fatal(err)
	}
	if err := k.SwitchOff("first", "first", true); !errors.Is(err, ErrLast) {
		t.Errorf("one who has not come yet looks after the accounts: %v", err)
	}
}

func TestATokenDoesWhatItIsForUntilItEnds(t *testing.T) {
	k, clock := house(t)
	token, err := k.MakeToken("first", "nightly export", []Action{SeeFigures}, 30)
	if err != nil {
		t.Fatal(err)
	}
	if a, made, err := k.Token(token); err != nil || a.Name != "first" || len(made.Scopes) != 1 {
		t.Errorf("%v %v %v", a, made, err)
	}
	if _, err := k.MakeToken("first", "too much", []Action{Manage}, 30); err == nil {
		t.Error("a token may look after accounts")
	}
	if *clock = clock.Add(31 * 24 * time.Hour); true {
		if _, _, err := k.Token(token); !errors.Is(err, ErrToken) {
			t.Errorf("after its time: %v", err)
		}
	}
	other, _ := k.MakeToken("first", "other", []Action{Record}, 30)
	if err := k.SwitchOff("first", "first", true); !errors.Is(err, ErrLast) {
		t.Fatal(err)
	}
	_, made, _ := k.Token(other)
	if err := k.EndToken("first", made.ID); err != nil {
		t.Fatal(err)
	}
	if _, _, err := k.Token(other); err == nil {
		t.Error("an ended token still opens")
	}
}

func TestNoSecretIsKept(t *testing.T) {
	k, _ := house(t)
	session := signedIn(t, k, "first")
	token, _ := k.MakeToken("first", "a", []Action{SeeFigures}, 1)
	err := k.book.Read(store.At{}, func(v *store.View) error {
		for at, a := range accounts.All(v) {
			if a.Hash == password || at == session {
				t.Error("a password stands in the book")
			}
		}
		for at := range sessions.All(v) {
			if at == session {
				t.Error("a session's secret stands in the book")
			}
		}
		for at := range tokens.All(v) {
			if at == token {
				t.Error("a token stands in the book")
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	list, _ := k.Accounts()
	if list[0].Hash != "set" {
		t.Errorf("a list of accounts carries %q", list[0].Hash)
	}
}

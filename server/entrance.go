package server

import (
	"net"
	"net/http"
	"net/url"

	"tollbook/casualty"
	"tollbook/server/people"
)

// The entrance is how one comes in: the first person, signing in and out, taking
// an invitation up.

func entrancePages() []pageRoute {
	return []pageRoute{
		{"/setup", people.Anyone, setupPage},
		{"/sign-in", people.Anyone, signInPage},
		{"/invitation", people.Anyone, invitationPage},
	}
}

func entranceDeeds() []deed {
	return []deed{
		doing[setupInput, nothing]{deedRoute{path: "/setup", name: "set-up", may: people.Anyone, page: setupPage, pageOnly: true}, setUp},
		doing[signInInput, nothing]{deedRoute{path: "/sign-in", name: "sign-in", may: people.Anyone, page: signInPage, pageOnly: true}, signIn},
		doing[invitationInput, nothing]{deedRoute{path: "/invitation", name: "take-up", may: people.Anyone, page: invitationPage, pageOnly: true}, takeUp},
		doing[nothing, nothing]{deedRoute{path: "/sign-out", name: "sign-out", may: people.Own, pageOnly: true}, signOut},
	}
}

// entrance is where a page sends who has not signed in: to the set-up on a book
// without people.
func (s *site) entrance(r *http.Request) string {
	if served, err := people.Served(s.Book); err == nil && !served {
		return "/setup"
	}
	return "/sign-in?" + url.Values{"next": {r.URL.RequestURI()}}.Encode()
}

// An entrancePage is a form for who has not signed in.
type entrancePage struct {
	basePage
	Kind  string // "setup", "sign-in", "invitation"
	Token string
	Next  string
}

func (entrancePage) template() string { return "entrance" }

func setupPage(v *visit) (page, error) {
	if served, err := people.Served(v.Book); err != nil || served || v.Open {
		return nil, cmpErr(err, people.ErrSetUp)
	}
	return entrancePage{basePage: v.base("Set up this book"), Kind: "setup", Token: v.asked("token")}, nil
}

func signInPage(v *visit) (page, error) {
	return entrancePage{basePage: v.base("Sign in"), Kind: "sign-in", Next: here(v.asked("next"))}, nil
}

func invitationPage(v *visit) (page, error) {
	return entrancePage{basePage: v.base("Welcome"), Kind: "invitation", Token: v.asked("token")}, nil
}

// asked is a value of the address, or of the form that failed.
func (v *visit) asked(name string) string {
	if was := v.failed.Form[name]; len(was) > 0 {
		return was[0]
	}
	return v.request.URL.Query().Get(name)
}

type setupInput struct {
	Token    string `json:"token"`
	Name     string `json:"name"`
	Password string `json:"password"`
	Again    string `json:"again"`
}

func setUp(v *visit, in setupInput) (nothing, string, error) {
	if v.Keeper == nil {
		return nothing{}, "", errForbidden
	}
	if in.Password != in.Again { // nobody could help the first person in who mistyped it
		return nothing{}, "", &casualty.Problem{Where: "again", Want: "the same password twice"}
	}
	if err := v.Keeper.SetUp(in.Token, in.Name, in.Password); err != nil {
		return nothing{}, "", err
	}
	return signIn(v, signInInput{Name: in.Name, Password: in.Password, Next: "/"})
}

type signInInput struct {
	Name     string `json:"name"`
	Password string `json:"password"`
	Code     string `json:"code"`
	Next     string `json:"next"`
}

func signIn(v *visit, in signInInput) (nothing, string, error) {
	if v.Keeper == nil {
		return nothing{}, "", errForbidden
	}
	secret, err := v.Keeper.SignIn(in.Name, in.Password, in.Code, v.from())
	if err != nil {
		return nothing{}, "", err
	}
	v.setCookie(secret, int((7 * 24 * 3600)))
	return nothing{}, here(in.Next), nil
}

type invitationInput struct {
	Token    string `json:"token"`
	Password string `json:"password"`
	Again    string `json:"again"`
}

func takeUp(v *visit, in invitationInput) (nothing, string, error) {
	if v.Keeper == nil {
		return nothing{}, "", errForbidden
	}
	if in.Password != in.Again {
		return nothing{}, "", &casualty.Problem{Where: "again", Want: "the same password twice"}
	}
	name, err := v.Keeper.Accept(in.Token, in.Password)
	if err != nil {
		return nothing{}, "", err
	}
	return signIn(v, signInInput{Name: name, Password: in.Password, Next: "/"})
}

func signOut(v *visit, _ nothing) (nothing, string, error) {
	if cookie, err := v.request.Cookie(v.cookieName()); err == nil {
		if err := v.Keeper.SignOut(cookie.Value); err != nil {
			return nothing{}, "", err
		}
	}
	v.setCookie("", -1)
	return nothing{}, "/sign-in", nil
}

// from is the address that the request comes from, for counting tries.
func (v *visit) from() string {
	host, _, err := net.SplitHostPort(v.request.RemoteAddr)
	if err != nil {
		return v.request.RemoteAddr
	}
	return host
}

// cookieName binds the cookie to this host and to encryption where there is any.
func (v *visit) cookieName() string {
	if v.TLS {
		return "__Host-tollbook"
	}
	return "tollbook_session"
}

// setCookie gives the browser its session; a negative age takes it away.
func (v *visit) setCookie(secret string, age int) {
	v.cookie = &http.Cookie{
		Name: v.cookieName(), Value: secret, Path: "/", MaxAge: age, HttpOnly: true, Secure: v.TLS, SameSite: http.SameSiteLaxMode,
	}
}

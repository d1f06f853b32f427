package server

import (
	"errors"

	"tollbook/casualty"
	"tollbook/server/people"
)

// One's own account. A token looks after no account: its scopes never hold people.Own.

func accountPages() []pageRoute {
	return []pageRoute{{"/account", people.Own, accountPageOf}}
}

func accountDeeds() []deed {
	r := func(verb, name, summary string) deedRoute {
		return deedRoute{path: "/account/" + verb, name: name, summary: summary, may: people.Own, page: accountPageOf}
	}
	return []deed{
		doing[passwordInput, nothing]{r("password", "change-password", "Choose another password; every other session ends"), changePassword},
		doing[nothing, codesOut]{r("codes/begin", "begin-codes", "Make the secret of one-time codes; the answer holds it this once"), beginCodes},
		doing[codeInput, nothing]{r("codes/confirm", "confirm-codes", "Begin to ask for one-time codes, with one as proof"), confirmCodes},
		doing[endCodesInput, nothing]{r("codes/end", "end-codes", "End one-time codes, with the password as proof"), endCodes},
		doing[endInput, nothing]{r("sessions/end", "end-own-sessions", "End one of one's own sessions, or all of them"), endOwnSessions},
		doing[tokenInput, tokenOut]{r("tokens/make", "make-token", "Make a token for a program; the answer holds it this once"), makeToken},
		doing[endTokenInput, nothing]{r("tokens/end", "end-token", "End a token"), endToken},
	}
}

func accountReadings() []reading {
	return []reading{
		asking[struct{}, accountOut]{readRoute{"/account", "get-account", "One's own account, its sessions and tokens, without anything secret", people.Own}, func(v *visit, _ *struct{}) (out accountOut, _ string, err error) {
			p, err := accountOf(v)
			return accountOut{v.who.Name, v.who.Role, v.who.Code, p.Sessions, p.Tokens}, "", err
		}},
	}
}

type accountOut struct {
	Name     string           `json:"name"`
	Role     people.Role      `json:"role"`
	Codes    bool             `json:"codes" doc:"One-time codes are asked for"`
	Sessions []people.Session `json:"sessions"`
	Tokens   []people.Token   `json:"tokens"`
}

// An accountPage is what a person can do to their own account.
type accountPage struct {
	basePage
	Codes    bool
	Begun    bool // a secret is there, and no code has proved it yet
	Session  string
	Sessions []people.Session
	Tokens   []people.Token
	Scopes   []people.Action // that this role can give a token
	Shown    *secret
}

func (accountPage) template() string { return "account" }

func accountPageOf(v *visit) (page, error) {
	p, err := accountOf(v)
	if err != nil {
		return nil, err
	}
	p.basePage, p.Shown = v.base("Your account"), v.shown()
	return p, nil
}

func accountOf(v *visit) (p accountPage, err error) {
	if v.Keeper == nil || v.who.Name == "" {
		return p, errForbidden
	}
	p.Codes, p.Begun, p.Session = v.who.Code, v.who.Secret != "" && !v.who.Code, v.session.ID
	for _, a := range people.Actions {
		if a != people.Own && a != people.Manage && v.who.Role.May(a) {
			p.Scopes = append(p.Scopes, a)
		}
	}
	if p.Sessions, err = v.Keeper.Sessions(v.who.Name); err != nil {
		return p, err
	}
	p.Tokens, err = v.Keeper.Tokens(v.who.Name)
	return p, err
}

type passwordInput struct {
	Old      string `json:"old"`
	Password string `json:"password" doc:"12 to 200 characters"`
	Again    string `json:"again" doc:"The same"`
}

func changePassword(v *visit, in passwordInput) (nothing, string, error) {
	if in.Password != in.Again {
		return nothing{}, "", &casualty.Problem{Where: "again", Want: "the same password twice"}
	}
	return nothing{}, "/account", v.Keeper.ChangePassword(v.who.Name, in.Old, in.Password, v.session.ID)
}

type codesOut struct {
	Secret  string `json:"secret" doc:"For an authenticator app"`
	Address string `json:"address" doc:"The same as otpauth address"`
}

func beginCodes(v *visit, _ nothing) (codesOut, string, error) {
	made, address, err := v.Keeper.BeginCodes(v.who.Name, v.request.Host)
	if err != nil {
		return codesOut{}, "", err
	}
	return codesOut{made, address}, v.showOnce("/account", secret{"codes", made, address}), nil
}

type codeInput struct {
	Code string `json:"code" doc:"Six digits, as the app shows them"`
}

func confirmCodes(v *visit, in codeInput) (nothing, string, error) {
	err := v.Keeper.ConfirmCodes(v.who.Name, in.Code)
	if errors.Is(err, people.ErrSignIn) {
		err = &casualty.Problem{Where: "code", Want: "the six digits that the app shows now, each code once"}
	}
	return nothing{}, "/account", err
}

type endCodesInput struct {
	Password string `json:"password"`
}

func endCodes(v *visit, in endCodesInput) (nothing, string, error) {
	return nothing{}, "/account", v.Keeper.EndCodes(v.who.Name, in.Password)
}

func endOwnSessions(v *visit, in endInput) (nothing, string, error) {
	return nothing{}, "/account", in.end(v, v.who.Name)
}

type tokenInput struct {
	Label  string          `json:"label" doc:"What it is for, such as nightly export"`
	Scopes []people.Action `json:"scopes" doc:"What it may do, within the role: see_figures, see_sources, record, decide, sign_off, release"`
	Days   int             `json:"days" doc:"How long it lasts, 1 to 366"`
}

type tokenOut struct {
	Token string `json:"token" doc:"For the header Authorization: Bearer; it is shown this once"`
}

func makeToken(v *visit, in tokenInput) (tokenOut, string, error) {
	if err := v.firstTime(); err != nil {
		return tokenOut{}, "", err
	}
	made, err := v.Keeper.MakeToken(v.who.Name, in.Label, in.Scopes, in.Days)
	if err != nil {
		return tokenOut{}, "", err
	}
	return tokenOut{made}, v.showOnce("/account", secret{"token", in.Label, made}), nil
}

type endTokenInput struct {
	Token string `json:"token" doc:"The id of its row, which opens nothing"`
}

func endToken(v *visit, in endTokenInput) (nothing, string, error) {
	return nothing{}, "/account", v.Keeper.EndToken(v.who.Name, in.Token)
}
